"""Says in Dutch what a column of a table means."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication

from workbench.domain.notation import write_date
from workbench.exchange.table_layout import ColumnUse, Use
from workbench.exchange.table_words import Vocabulary, WordKind


def use_names() -> dict[str, str]:
    """Return what each use of a column is called, in the order they are offered."""
    return {
        str(Use.VALUE): _tr("Cijfers"),
        str(Use.PLACE): _tr("Gebied"),
        str(Use.SECTOR): _tr("Sector"),
        str(Use.ORGANISATION): _tr("Organisatie"),
        str(Use.STAFF): _tr("Wie is geteld"),
        str(Use.NOTION): _tr("Geteld naar"),
        str(Use.REFERENCE_DATE): _tr("Peildatum"),
        str(Use.HORIZON): _tr("Jaar van de prognose"),
        str(Use.MEASURE): _tr("Wat is geteld"),
        str(Use.IGNORED): _tr("Niet gebruiken"),
    }


def say_column(column: ColumnUse, words: Vocabulary) -> str:
    """Return in a few words what a column gives, such as "Gebied" or "Drenthe"."""
    use = use_names()[column.use]
    if column.unknown:
        return _tr("Onbekend woord")
    told = [_told(key, code, words) for key, code in column.fixed.items()]
    return ", ".join(told) or use


def _told(key: str, code: str, words: Vocabulary) -> str:
    if key == Use.REFERENCE_DATE:
        return write_date(date.fromisoformat(code))
    if key == Use.HORIZON:
        return _tr("prognose {year}").format(year=code)
    return words.names[WordKind(key)].get(code, code)


def _tr(text: str) -> str:
    return QCoreApplication.translate("layout_words", text)
