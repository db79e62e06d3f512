"""A table of any shape, in any form and any order, reads back to exactly its values."""

import random
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.exchange.dirty_tables import Value
from tests.exchange.office import convert
from tests.exchange.tables import (
    USUAL,
    WRITERS,
    Rows,
    amounts,
    book_of,
    read_first,
    write_xlsx,
)
from workbench.domain.fte import Fte
from workbench.domain.organisation import Sector
from workbench.domain.place import BY_CODE
from workbench.exchange.table_layout import (
    ColumnUse,
    TableLayout,
    Use,
    adopt_layout,
    fingerprint,
    guess_layout,
    read_layout,
    write_layout,
)
from workbench.exchange.table_values import read_values
from workbench.exchange.wording import SECTORS
from workbench.exchange.workbook_reader import read_bytes

Figures = dict[tuple[str, str, int], Fte | None]
PLACES = {code: province.name for code, province in BY_CODE.items()} | {"NL": "Nederland"}
SECTOR_WORDS = {str(sector): SECTORS[sector] for sector in Sector} | {"totaal": "Totaal"}
FTE = st.one_of(
    st.none(),
    st.integers(min_value=0, max_value=49_999_999).map(Fte),
    st.integers(min_value=199_000, max_value=210_000).map(lambda n: Fte(n // 100 * 100)),
)
KEYS = st.tuples(
    st.sampled_from(sorted(PLACES)),
    st.sampled_from(sorted(SECTOR_WORDS)),
    st.integers(min_value=2015, max_value=2027),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """How a random table is laid out.

    Attributes:
        seed: Decides the order of rows and columns.
        filler: How many lines of text stand above the table.
    """

    shape: str
    form: str
    seed: int
    filler: int


STYLES = st.builds(
    Written,
    shape=st.sampled_from(("long", "sectors", "places", "years")),
    form=st.sampled_from(sorted(WRITERS)),
    seed=st.integers(min_value=0, max_value=999),
    filler=st.integers(min_value=0, max_value=3),
)


@settings(max_examples=150, deadline=None)
@given(st.dictionaries(KEYS, FTE, min_size=1, max_size=40), STYLES)
def test_any_table_reads_back_to_exactly_its_values(
    drawn: Figures, written: Written
) -> None:
    figures, rows = lay_out(drawn, written)

    reading = read_first(read_bytes(WRITERS[written.form](rows)))

    assert reading.faults == ()
    assert reading.unknown_words == ()
    assert amounts(reading) == figures
    assert len(reading.values) == len(figures)


@settings(max_examples=40, deadline=None)
@given(st.dictionaries(KEYS, FTE, min_size=1, max_size=20), STYLES)
def test_a_recipe_is_kept_as_text_and_replayed_on_the_next_file(
    drawn: Figures, written: Written
) -> None:
    _, rows = lay_out(drawn, written)
    sheet = read_bytes(WRITERS[written.form](rows)).sheets[0]
    layout = guess_layout(sheet, USUAL)
    assert layout is not None

    recipe = read_layout(write_layout(layout))

    assert recipe == layout
    assert adopt_layout(recipe, layout) == layout


def test_the_order_of_columns_does_not_change_the_fingerprint() -> None:
    rows: list[list[Value]] = [["Provincie", "Sector", 2023], ["Drenthe", "Defensie", 1]]
    turned = [list(reversed(row)) for row in rows]

    first, second = (read_bytes(write_xlsx(one)).sheets[0] for one in (rows, turned))

    assert fingerprint(first, 1) == fingerprint(second, 1)
    assert fingerprint(first, 1) != fingerprint(first, 2)


def test_what_libreoffice_saves_reads_to_the_same_values(tmp_path: Path) -> None:
    drawn = {
        (place, sector, 2023): Fte(100 * number + 55 if number % 3 else number * 100)
        for number, place in enumerate(PLACES)
        for sector in SECTOR_WORDS
    }
    written = Written(shape="sectors", form="xlsx", seed=5, filler=2)
    figures, rows = lay_out(dict(drawn), written)
    (tmp_path / "tabel.xlsx").write_bytes(write_xlsx(rows))

    for form in ("ods", "fods", "csv"):
        convert(tmp_path, form, [str(tmp_path / "tabel.xlsx")])

    for form in ("ods", "fods"):
        saved = read_bytes((tmp_path / "out" / f"tabel.{form}").read_bytes())
        assert amounts(read_first(saved)) == figures
    # without a Dutch setting LibreOffice writes "0.55" in a csv: that is asked, not guessed
    saved = read_bytes((tmp_path / "out" / "tabel.csv").read_bytes())
    assert {fault.code for fault in read_first(saved).faults} <= {"dubbelzinnig"}
    assert amounts(read_first(saved, decimal_mark=".")) == figures


@pytest.mark.parametrize("form", sorted(WRITERS))
def test_every_form_is_recognised_by_its_content(form: str) -> None:
    rows: Rows = [["Provincie", "fte"], ["Drenthe", 1]]

    assert read_bytes(WRITERS[form](rows)).format == form


def lay_out(drawn: Figures, written: Written) -> tuple[Figures, list[list[Value]]]:
    """Return the figures the table holds, blanks too, and the table's rows."""
    order = random.Random(written.seed)
    if written.shape == "long":
        figures, table = dict(drawn), _long(drawn, order)
    else:
        figures, table = _wide(drawn, written.shape, order)
    lines: list[list[Value]] = [[f"Regel {n} hierboven"] for n in range(written.filler)]
    return figures, [*lines, *table]


def _long(drawn: Figures, order: random.Random) -> list[list[Value]]:
    header: list[Value] = ["Peildatum", "Provincie", "Sector", "Fte", "Toelichting"]
    rows: list[list[Value]] = [
        [date(year, 1, 1), PLACES[place], SECTOR_WORDS[sector], _shown(fte), "VOORBEELD"]
        for (place, sector, year), fte in drawn.items()
    ]
    order.shuffle(rows)
    columns = order.sample(range(5), 5)
    return [[row[column] for column in columns] for row in (header, *rows)]


def _wide(
    drawn: Figures, shape: str, order: random.Random
) -> tuple[Figures, list[list[Value]]]:
    """Spread one of place, sector and year over the columns; the others label the rows."""
    spread = ("places", "sectors", "years").index(shape)
    years = {year: str(year) for year in range(2015, 2028)}
    words: list[dict[Any, str]] = [dict(PLACES), dict(SECTOR_WORDS), dict(years)]
    names = ("Provincie", "Sector", "Jaar")
    across = list(dict.fromkeys(key[spread] for key in drawn))
    order.shuffle(across)
    labels = [n for n in range(3) if n != spread]
    order.shuffle(labels)
    lines = list(dict.fromkeys(tuple(key[n] for n in labels) for key in drawn))
    order.shuffle(lines)
    table: list[list[Value]] = [
        [*(names[n] for n in labels), *(words[spread][one] for one in across)]
    ]
    figures: Figures = {}
    for line in lines:
        row: list[Value] = [words[n][code] for n, code in zip(labels, line, strict=True)]
        for one in across:
            parts = dict(zip(labels, line, strict=True)) | {spread: one}
            key = (str(parts[0]), str(parts[1]), int(parts[2]))
            figures[key] = drawn.get(key)
            row.append(_shown(figures[key]))
        table.append(row)
    return figures, table


def _shown(fte: Fte | None) -> Value:
    return None if fte is None else Decimal(fte.hundredths) / 100


WHEN = {year: {"reference_date": f"{year}-01-01"} for year in (2022, 2023)}
COLUMNS = (
    ColumnUse(column=1, header="Provincie", use=Use.PLACE),
    ColumnUse(column=2, header="Sector", use=Use.SECTOR),
    ColumnUse(column=3, header="2022", use=Use.VALUE, fixed=WHEN[2022]),
    ColumnUse(column=4, header="2023", use=Use.VALUE, fixed=WHEN[2023]),
)
LABELS = st.sampled_from(
    ["Drenthe", "Friesland", "Totaal", "Randstad", "Utrehct", "Bron: x", None, "Provincie"]
)
SECTOR_LABELS = st.sampled_from(["Defensie", "Justitie", "Totaal", "Waterstaat", None, "-"])
CELLS = st.sampled_from([0, 5, 2022, "1.234", "12,5", "x", None, "veel", "-3", "1.234.567"])
LINES = st.lists(st.tuples(LABELS, SECTOR_LABELS, CELLS, CELLS), min_size=1, max_size=8)


@settings(max_examples=150, deadline=None)
@given(LINES)
def test_no_figure_of_a_table_disappears_in_silence(
    lines: list[tuple[Value, Value, Value, Value]],
) -> None:
    header: Rows = [["Provincie", "Sector", 2022, 2023]]
    layout = TableLayout(
        sheet="Blad1", header_row=1, first_row=2, last_row=len(lines) + 1, columns=COLUMNS
    )

    reading = read_values(book_of([*header, *lines]), layout, USUAL)

    told = {value.cell for value in reading.values if value.value is not None}
    told |= {fault.cell for fault in reading.faults}
    asked = {word.text for word in reading.unknown_words}
    for row, line in enumerate(lines, start=2):
        is_set_apart = {"Randstad", "Provincie"} & {*line} or asked & {*line}
        for letter, shown in zip("CD", line[2:], strict=True):
            if shown not in (None, "x") and not is_set_apart:
                assert f"Blad1!{letter}{row}" in told
