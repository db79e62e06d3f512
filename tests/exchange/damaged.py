"""Makes damaged copies of a yearly return, each with what must be read of it.

A copy is a plain grid of typed values. Every damage changes the grid as a person or a
program does.
"""

import random
from collections.abc import Callable
from dataclasses import dataclass, field

from workbench.domain.fte import Fte
from workbench.exchange import return_form as form
from workbench.exchange.cells import Position, write_address
from workbench.exchange.workbook_reader import read_bytes

_LAST_COLUMN = form.NOTE
_TYPED = ("{whole}", "{whole},5", "{whole},25 fte", " {whole} ", "'{whole}", "€ {whole}")
_TWO_WAYS = ("{whole}.250", "{whole}.5")
_BLANK = ("n.v.t.", "-", "?", "onbekend")
_NONSENSE = ("veel", "12 à 15", "zie bijlage", "=1+1", "+4*2", "@SOM(A1)", "1e3x")


@dataclass(slots=True)
class Typed:
    """What stands in a cell, and what it must be read as.

    Attributes:
        amount: `None` when it gives no figure.
        is_refused: It must be named as a cell that cannot be read.
    """

    written: str | float | None
    amount: Fte | None = None
    is_refused: bool = False
    is_formula: bool = False


@dataclass(slots=True)
class Copy:
    """A return on its way back.

    Attributes:
        cells: By position; keys and headings are texts, amounts are `Typed`.
        asks: Columns of the form that cannot be found any more.
        refusal: The code with which the file must be refused; empty when it is read.
    """

    cells: dict[Position, str | Typed]
    sheet: str = form.SHEET
    merged: list[str] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    asks: set[int] = field(default_factory=set)
    meta: dict[int, str] = field(default_factory=dict)
    refusal: str = ""
    done: list[str] = field(default_factory=list)

    def rows(self) -> list[int]:
        return sorted({row for row, _ in self.cells if row > form.HEADER_ROW})

    def columns(self) -> dict[int, int]:
        """Return where each column of the form is, by its heading."""
        return {
            number: column
            for (row, column), text in self.cells.items()
            if row == form.HEADER_ROW
            for number in HEADINGS.get(str(text), ())
        }


HEADINGS: dict[str, tuple[int, ...]] = {}


def intact(data: bytes, chance: random.Random) -> Copy:
    """Return the return filled in with plain numbers."""
    sheet = read_bytes(data).sheet(form.SHEET)
    assert sheet is not None
    cells: dict[Position, str | Typed] = {}
    for (row, column), cell in sheet.cells.items():
        is_key = row <= form.HEADER_ROW or column < form.BEFORE
        if is_key:
            cells[row, column] = str(cell.value)
        if row == form.HEADER_ROW:
            HEADINGS[str(cell.value)] = (column,)
    copy = Copy(cells)
    for row in copy.rows():
        for column in form.INPUTS:
            whole = chance.randrange(1, 400)
            copy.cells[row, column] = Typed(whole, Fte.of(whole))
    return copy


def _amounts(copy: Copy) -> list[Position]:
    return [at for at, one in copy.cells.items() if isinstance(one, Typed)]


def _some(copy: Copy, chance: random.Random) -> list[Position]:
    places = _amounts(copy)
    return chance.sample(places, min(len(places), chance.randrange(1, 8)))


def type_texts(copy: Copy, chance: random.Random) -> None:
    for at in _some(copy, chance):
        whole = chance.randrange(1, 900)
        pattern = chance.choice(_TYPED)
        part = {",5": "0.5", ",25": "0.25"}
        extra = next((value for sign, value in part.items() if sign in pattern), "0")
        amount = Fte.of(whole) + Fte.of(extra)
        is_money = pattern.startswith("€")
        copy.cells[at] = Typed(
            pattern.format(whole=whole),
            None if is_money else amount,
            is_refused=is_money,
        )


def type_two_ways(copy: Copy, chance: random.Random) -> None:
    for at in _some(copy, chance):
        text = chance.choice(_TWO_WAYS).format(whole=chance.randrange(1, 99))
        copy.cells[at] = Typed(text, is_refused=True)


def type_nonsense(copy: Copy, chance: random.Random) -> None:
    for at in _some(copy, chance):
        copy.cells[at] = Typed(chance.choice(_NONSENSE), is_refused=True)


def leave_out(copy: Copy, chance: random.Random) -> None:
    for at in _some(copy, chance):
        copy.cells[at] = Typed(chance.choice((None, *_BLANK)))


def type_many_decimals(copy: Copy, chance: random.Random) -> None:
    for at in _some(copy, chance):
        copy.cells[at] = Typed(12.499999999999998, Fte.of("12.50"))


def inject_formulas(copy: Copy, chance: random.Random) -> None:
    for at in _some(copy, chance):
        copy.cells[at] = Typed("HYPERLINK(1)", is_refused=True, is_formula=True)


def move_columns(copy: Copy, chance: random.Random) -> None:
    order = list(range(1, _LAST_COLUMN + 1))
    chance.shuffle(order)
    moved = dict(zip(range(1, _LAST_COLUMN + 1), order, strict=True))
    copy.cells = {
        (row, moved[column] if row >= form.HEADER_ROW else column): one
        for (row, column), one in copy.cells.items()
    }


def insert_columns(copy: Copy, chance: random.Random) -> None:
    at, count = chance.randrange(1, _LAST_COLUMN), chance.randrange(1, 3)
    copy.cells = {
        (row, column + count if column >= at and row >= form.HEADER_ROW else column): one
        for (row, column), one in copy.cells.items()
    }
    copy.cells[form.HEADER_ROW, at] = "Eigen kolom"


def delete_rows(copy: Copy, chance: random.Random) -> None:
    gone = set(chance.sample(copy.rows(), chance.randrange(1, 4)))
    place, cells = {}, {}
    for row in sorted({row for row, _ in copy.cells}):
        place[row] = row - sum(one < row for one in gone)
    for (row, column), one in copy.cells.items():
        if row not in gone:
            cells[place[row], column] = one
    copy.cells = cells


def shuffle_rows(copy: Copy, chance: random.Random) -> None:
    rows = copy.rows()
    order = chance.sample(rows, len(rows))
    moved = dict(zip(rows, order, strict=True))
    copy.cells = {
        (moved.get(row, row), column): one for (row, column), one in copy.cells.items()
    }


def insert_rows(copy: Copy, chance: random.Random) -> None:
    """Push everything down, headings too, and leave rows blank in between."""
    at, count = chance.randrange(1, form.HEADER_ROW + 8), chance.randrange(1, 4)
    if at <= form.HEADER_ROW:
        at = form.HEADER_ROW + 1
    copy.cells = {
        (row + count if row >= at else row, column): one
        for (row, column), one in copy.cells.items()
    }


def merge_keys(copy: Copy, chance: random.Random) -> None:
    """Merge the organisation of two rows, as a person does who finds it prettier."""
    column = copy.columns().get(form.ORGANISATION)
    rows = copy.rows()
    first = chance.choice(rows[:-1])
    if column is None or first + 1 not in rows:
        return
    copy.cells.pop((first + 1, column), None)
    area = (write_address((first, column)), write_address((first + 1, column)))
    copy.merged.append(":".join(area))


def hide_rows(copy: Copy, chance: random.Random) -> None:
    copy.hidden_rows |= set(chance.sample(copy.rows(), 2))


def rename_sheet(copy: Copy, chance: random.Random) -> None:
    copy.sheet = chance.choice(("Blad1", "opgave definitief", "Opgave (2)"))


def change_capitals(copy: Copy, chance: random.Random) -> None:
    for (row, column), one in list(copy.cells.items()):
        if isinstance(one, str) and row > form.HEADER_ROW and chance.random() < 0.3:
            copy.cells[row, column] = f" {one.upper()} "


def rename_heading(copy: Copy, chance: random.Random) -> None:
    columns = copy.columns()
    wanted = chance.choice([one for one in columns if one not in (form.BEFORE, form.NOTE)])
    copy.cells[form.HEADER_ROW, columns[wanted]] = "Onbekende kop"
    copy.asks.add(wanted)


def double_heading(copy: Copy, chance: random.Random) -> None:
    columns = copy.columns()
    wanted = chance.choice([one for one in columns if one not in (form.BEFORE, form.NOTE)])
    last = max(column for _, column in copy.cells) + 1
    copy.cells[form.HEADER_ROW, last] = copy.cells[form.HEADER_ROW, columns[wanted]]
    copy.asks.add(wanted)


def change_year(copy: Copy, _chance: random.Random) -> None:
    copy.meta[4] = "2026-01-01"
    copy.refusal = "kenmerk-gewijzigd"


def change_version(copy: Copy, _chance: random.Random) -> None:
    copy.meta[2] = "9"
    copy.refusal = "andere-versie"


Damage = Callable[[Copy, random.Random], None]
DAMAGES: tuple[Damage, ...] = (
    type_texts,
    type_two_ways,
    type_nonsense,
    leave_out,
    type_many_decimals,
    inject_formulas,
    move_columns,
    insert_columns,
    delete_rows,
    shuffle_rows,
    insert_rows,
    rename_sheet,
    change_capitals,
    rename_heading,
    double_heading,
    change_year,
    change_version,
    merge_keys,  # last, where everything has its place
    hide_rows,
)
# What changes when another program works formulas out or saves dates its own way.
_NOT_FOR_OFFICE = (inject_formulas, change_year, change_version)


def damaged(data: bytes, seed: int, *, for_office: bool = False) -> Copy:
    """Return a copy with up to three kinds of damage; always the same for a seed."""
    chance = random.Random(seed)
    copy = intact(data, chance)
    kinds = [one for one in DAMAGES if not (for_office and one in _NOT_FOR_OFFICE)]
    first = kinds[seed % len(kinds)]
    chosen = {first, *chance.sample(kinds, chance.randrange(0, 3))}
    for damage in sorted(chosen, key=DAMAGES.index):
        damage(copy, chance)
        copy.done.append(damage.__name__)
    return copy
