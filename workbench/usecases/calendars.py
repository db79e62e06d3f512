"""Writes days as an iCalendar file (RFC 5545) that any calendar program takes in.

Whole days with a name are all that is written, so a library would bring more than it saves.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from workbench.usecases.context import Context
from workbench.usecases.saving import save_bytes

_LONGEST = 75
_ESCAPED = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarDay:
    """One whole day with a name.

    Attributes:
        key: The same for the same day in a later file, so that it is not doubled.
    """

    key: str
    day: date
    name: str
    note: str = ""


def save_calendar(context: Context, days: Sequence[CalendarDay], path: Path) -> Path:
    """Write the days to `path`."""
    return save_bytes(path, write_calendar(days, context.today()))


def write_calendar(days: Sequence[CalendarDay], made_on: date) -> bytes:
    """Return the days as an iCalendar file."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Werkbank rijkswerkgelegenheid//NL",
        "CALSCALE:GREGORIAN",
    ]
    for one in days:
        lines += [
            "BEGIN:VEVENT",
            f"UID:{one.key}@werkbank-rijkswerkgelegenheid",
            f"DTSTAMP:{made_on:%Y%m%d}T000000Z",
            f"DTSTART;VALUE=DATE:{one.day:%Y%m%d}",
            f"DTEND;VALUE=DATE:{one.day + timedelta(days=1):%Y%m%d}",
            f"SUMMARY:{_escape(one.name)}",
            *([f"DESCRIPTION:{_escape(one.note)}"] if one.note else []),
            "TRANSP:TRANSPARENT",
            "END:VEVENT",
        ]
    lines.append("END:VCALENDAR")
    return "".join(f"{folded}\r\n" for line in lines for folded in _fold(line)).encode()


def _escape(text: str) -> str:
    return text.translate(_ESCAPED)


def _fold(line: str) -> list[str]:
    """Return a line in pieces of at most 75 bytes, never through a character."""
    pieces, piece = [], ""
    for sign in line:
        if len((piece + sign).encode()) > _LONGEST:
            pieces.append(piece)
            piece = " "
        piece += sign
    return [*pieces, piece]
