"""The case store: open, migrate, journal and query; all SQL lives here."""
