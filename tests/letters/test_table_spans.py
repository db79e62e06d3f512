"""Cells that cover several columns or rows are tagged right, on every page."""

import pytest
from check_pdf import check

from tests.letters.reading import read
from tests.letters.samples import letter_of, row
from workbench.domain.cell import Cell
from workbench.domain.errors import LetterInvalidError
from workbench.domain.letter import Span, TableBlock
from workbench.letters.cell_places import place_cells
from workbench.letters.rendering import render_letter

TABLE = TableBlock(
    key="t",
    title="VOORBEELD van samengevoegde cellen",
    header=("Provincie", "Rijk", "Zbo", "Rijk", "Zbo"),
    groups=(
        Span(text="Waar"),
        Cell(text="2025", columns=2),
        Cell(text="2026", columns=2),
    ),
    rows=(
        (Cell(text="Drenthe", rows=2), *row("1", "2", "3", "4")),
        row("5", "6", "7", "8"),
        (Span(text="Zeeland"), Cell(text="nog niet bekend", columns=4)),
        *(row(f"Plaats {number}", "1", "2", "3", "4") for number in range(70)),
    ),
    is_number=(False, True, True, True, True),
)


@pytest.fixture(scope="module")
def pdf() -> bytes:
    return render_letter(letter_of(TABLE)).pdf


@pytest.mark.parametrize("flavour", ["2a", "ua1"])
def test_merged_cells_pass_the_validators(pdf: bytes, flavour: str) -> None:
    assert check(pdf, flavour).failures == ()
    assert check(render_letter(letter_of(TABLE), receipt="{}").pdf, "3a").failures == ()


def test_merged_cells_say_how_much_they_cover(pdf: bytes) -> None:
    nodes = read(pdf).nodes
    wide = [node.text for node in nodes if node.attributes.get("/ColSpan")]
    deep = [node.text for node in nodes if node.attributes.get("/RowSpan")]

    assert wide == ["2025", "2026", "nog niet bekend"]
    assert deep == ["Drenthe"]


def test_both_rows_of_the_header_return_on_the_next_page(pdf: bytes) -> None:
    (_, *later) = read(pdf).artifacts

    assert later
    assert all("2025" in page and "Provincie" in page for page in later)
    assert read(pdf).whole.count("2025") == 1


@pytest.mark.parametrize(
    "rows",
    [
        (row("a", "b"),),
        ((Cell(text="a", columns=6),),),
        ((Cell(text="a", rows=2), *row("1", "2", "3", "4")),),
        ((Cell(text="a", rows=2), *row("1", "2", "3", "4")), row("1", "2", "3", "4", "5")),
        ((Cell(text="a", columns=0), *row("1", "2", "3", "4", "5")),),
    ],
    ids=["gap", "edge", "below", "over", "nothing"],
)
def test_cells_that_do_not_fit_are_refused(rows: tuple[tuple[Span, ...], ...]) -> None:
    table = TableBlock(
        key="t", title="", header=TABLE.header, rows=rows, is_number=TABLE.is_number
    )

    with pytest.raises(LetterInvalidError):
        render_letter(letter_of(table))


def test_cells_know_their_column() -> None:
    placed = place_cells(TABLE.rows[:3], 5)

    assert [[column for column, _ in line] for line in placed] == [
        [0, 1, 2, 3, 4],
        [1, 2, 3, 4],
        [0, 1],
    ]
