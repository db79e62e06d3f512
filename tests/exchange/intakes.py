"""Invented intakes, as a careless ministry might fill them in."""

import random
from datetime import date

from tests.exchange.office import Book, open_book, save_book
from workbench.exchange.intake_form import (
    DIVISION_HEADER_ROW,
    FIELDS,
    LOCATION_HEADER_ROW,
    LOCATION_ROWS,
    LOCATIONS,
    Field,
    FieldKind,
)

_DIVISION_ROWS = 12
_GOOD: dict[FieldKind, tuple[object, ...]] = {
    FieldKind.TEXT: (None, "VOORBEELD", "VOORBEELD twee"),
    FieldKind.LONG_TEXT: (None, "VOORBEELD van een voornemen"),
    FieldKind.CHOICE: (None,),
    FieldKind.FTE: (None, 0, 55.5, 100),
    FieldKind.DATE: (None, date(2024, 5, 8), date(2000, 1, 1), date(2100, 12, 31)),
    FieldKind.YEAR: (None, 2027, 2000, 2100),
}
_BAD: dict[FieldKind, tuple[object, ...]] = {
    FieldKind.TEXT: ("x" * 200, "x" * 201, "  "),
    FieldKind.LONG_TEXT: ("x" * 4_001, "n.v.t."),
    FieldKind.CHOICE: ("Friesland", "Politie", "Gelderlnad", 12, " "),
    FieldKind.FTE: (-3, -0.5, 600_000, "1.234,5", "1.234", "n.v.t.", "  ", True),
    FieldKind.DATE: (date(1999, 12, 31), date(2101, 1, 1), "8 mei 2024", "31-02-2024"),
    FieldKind.YEAR: (1999, 2101, 2027.5, "2027", "ooit"),
}
_CHOICES = {
    "ministerie": "Ministerie van Defensie",
    "sector": "Nationale Politie",
    "aanleiding": "Nieuwe dienst",
    "provincie": "Utrecht",
}


def filled_at_random(blank: bytes, seed: int) -> bytes:
    """Return the workbook as somebody careless filled it in; always the same for a seed."""
    chance = random.Random(seed)
    book = open_book(blank)
    for field in FIELDS:
        sheet, cell = book.defined_names[field.name].attr_text.split("!")
        book[sheet][cell.replace("$", "")] = _value(field, chance)
    division, locations = book["Verdeling"], book["Locaties"]
    for row in range(DIVISION_HEADER_ROW + 1, DIVISION_HEADER_ROW + 1 + _DIVISION_ROWS):
        for column in (2, 3):
            division.cell(row, column).value = chance.choice(_GOOD[FieldKind.FTE])
    if seed % 2:
        _damage_division(division, chance)
    for row in range(LOCATION_HEADER_ROW + 1, LOCATION_HEADER_ROW + 1 + LOCATION_ROWS):
        for column, field in enumerate(LOCATIONS, start=1):
            empty = chance.random() < 0.5
            locations.cell(row, column).value = None if empty else _value(field, chance)
    if seed % 5 == 4:
        book["Casus"]["B16"] = "=1/0"
    return bytes(save_book(book))


def _damage_division(sheet: Book, chance: random.Random) -> None:
    names = ("Groningen", "groningen", None, "Gelderlnad")
    for row in chance.sample(range(7, 18), 3):
        sheet.cell(row, 1).value = chance.choice(names)
        sheet.cell(row, 2).value = chance.choice(_BAD[FieldKind.FTE])


def _value(field: Field, chance: random.Random) -> object:
    if chance.random() < 0.2:
        return chance.choice(_BAD[field.kind])
    if field.kind is FieldKind.CHOICE:
        return chance.choice((None, _CHOICES[field.choices], _CHOICES[field.choices]))
    return chance.choice(_GOOD[field.kind])
