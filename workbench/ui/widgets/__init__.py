"""Small parts that windows are put together from; they know nothing of a case."""
