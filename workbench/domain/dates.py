"""Days that belong to each other."""

from datetime import date


def year_before(day: date) -> date:
    """Return the same day a year earlier; of 29 February the 28th."""
    is_leap_day = (day.month, day.day) == (2, 29)
    return day.replace(year=day.year - 1, day=28 if is_leap_day else day.day)
