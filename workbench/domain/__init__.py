"""The values the office talks about; standard library only, no I/O."""
