"""The case store: one SQLite file with a journal; all SQL of the program is here."""
