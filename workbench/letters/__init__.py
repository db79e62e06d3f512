"""The content of a letter as values, and its PDF bytes."""
