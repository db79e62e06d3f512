"""The columns of the list of all letters."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from workbench.domain.letter import LetterRecord
from workbench.domain.notation import write_date
from workbench.ui.rows_panel import Column


def tr(text: str) -> str:
    """Return `text` in the user's language."""
    return QCoreApplication.translate("letter_columns", text)


@dataclass(frozen=True, slots=True)
class LetterRow:
    """One letter with what it is about and what its kind is called."""

    about: str
    kind: str
    letter: LetterRecord


def letter_columns() -> list[Column]:
    """Return what the list of letters shows of each."""
    return [
        Column(
            title=tr("Ons kenmerk"),
            text=lambda row: row.letter.number or tr("nog geen"),
            width=150,
        ),
        Column(title=tr("Casus of onderwerp"), text=lambda row: row.about),
        Column(title=tr("Soort"), text=lambda row: row.kind, width=210),
        Column(
            title=tr("Versie"),
            text=lambda row: str(row.letter.version),
            is_number=True,
            width=70,
        ),
        Column(title=tr("Stand"), text=_stand, width=120),
        Column(
            title=tr("Datum"),
            text=lambda row: (
                write_date(row.letter.written_on) if row.letter.written_on else ""
            ),
            sort=lambda row: (
                row.letter.written_on.toordinal() if row.letter.written_on else 0
            ),
            width=150,
        ),
    ]


def _stand(row: LetterRow) -> str:
    return tr("Vastgesteld") if row.letter.is_sealed else tr("Concept")
