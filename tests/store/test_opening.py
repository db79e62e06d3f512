from datetime import UTC, datetime


def fixed() -> datetime:
    return datetime(2026, 11, 3, 9, tzinfo=UTC)
