"""Names for the places, sectors and kinds of figures."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication

from workbench.domain.delivery import ALL_SECTORS, WHOLE_COUNTRY, Statement
from workbench.domain.notation import write_date
from workbench.domain.place import BY_CODE
from workbench.domain.rule import ProvinceList
from workbench.figures.region_geometry import official_names
from workbench.usecases.fields import SECTORS


def tr(text: str) -> str:
    """Return `text` in the user's language."""
    return QCoreApplication.translate("figure_words", text)


def write_place(code: str) -> str:
    """Return a province, a region or the whole country by name; a part of it as it is."""
    if code in BY_CODE:
        return BY_CODE[code].name
    if code == WHOLE_COUNTRY:
        return tr("Nederland")
    return official_names().get(code, code)


def write_sector(sector: str) -> str:
    """Return a sector, or all of them, by name."""
    names = {str(key): name for key, name in SECTORS.items()}
    return names.get(sector, tr("alle sectoren") if sector == ALL_SECTORS else sector)


def sector_choices() -> list[tuple[object, str]]:
    """Return all sectors together and then each, for a choice field."""
    return [
        (ALL_SECTORS, tr("Alle sectoren")),
        *((str(key), name) for key, name in SECTORS.items()),
    ]


def write_period(told: Statement) -> str:
    """Return the moment or period a statement is about, as published."""
    parts = [told.reference_date, told.until]
    if not any(parts):
        return told.published or tr("onbekend")
    return " – ".join(_write_day(part) for part in parts if part)


def say_randstad(definition: ProvinceList | None) -> str:
    """Return what is meant by Randstad, for under every figure that uses it."""
    if definition is None:
        return tr("Wat op deze peildatum de Randstad is, is niet vastgelegd.")
    names = sorted(BY_CODE[code].name for code in definition.provinces)
    note = f" ({definition.source.note})" if definition.source.note else ""
    words = tr("Randstad: {names}{note}.")
    return words.format(names=", ".join(names), note=note)


def write_unit(unit: str) -> str:
    """Return the unit of a published statement in words."""
    words = {
        "delta_fte": tr("fte verandering"),
        "delta_pct": tr("procent verandering"),
        "delta_fte_max": tr("fte verandering, ten hoogste"),
        "delta_sign_negative": tr("een afname"),
    }
    return words.get(unit, unit)


def _write_day(text: str) -> str:
    return write_date(date.fromisoformat(text)) if len(text) == len("2024-05-08") else text
