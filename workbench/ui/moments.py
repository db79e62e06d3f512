"""Writes moments and sizes of files as one reads them."""

from datetime import datetime

from workbench.domain.notation import write_date

_UNITS = ((1_000_000_000, "GB"), (1_000_000, "MB"), (1_000, "kB"))


def write_moment(moment: datetime) -> str:
    """Return a moment as in "8 mei 2024, 14.32 uur"."""
    return f"{write_date(moment.date())}, {moment:%H.%M} uur"


def write_size(size: int) -> str:
    """Return a number of bytes as in "1,4 MB"."""
    for factor, unit in _UNITS:
        if size >= factor:
            return f"{size / factor:.1f} {unit}".replace(".", ",")
    return f"{size} bytes"
