"""Turns values of the domain into columns and back."""

from datetime import date

from workbench.domain.fte import Fte


def write_day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def read_day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)


def write_hundredths(fte: Fte | None) -> int | None:
    return None if fte is None else fte.hundredths


def read_hundredths(hundredths: int | None) -> Fte | None:
    return None if hundredths is None else Fte(hundredths)
