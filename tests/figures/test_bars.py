"""The bars show fte now and afterwards, and never a bar for what is unknown."""

from workbench.domain.case import Shift
from workbench.domain.fte import Fte
from workbench.figures.bars import before_after_bars
from workbench.figures.drawing import Area, Drawing, Text, corners
from workbench.figures.map_sheet import Caption

CAPTION = Caption(
    title="VOORBEELD Fte nu en straks", subject="Fte", source="Bron: VOORBEELD"
)
SHIFTS = (
    Shift(province="PV28", before=Fte.of(1200), after=Fte.of(1350)),
    Shift(province="PV22", before=Fte.of("300.5"), after=Fte.of(254)),
    Shift(province="PV31", after=Fte.of(10)),
)


def length(drawing: Drawing, key: str) -> float:
    left, _, right, _ = corners(
        next(area.rings for area in drawing.keyed_areas if area.key == key)
    )
    return right - left


def test_bars_are_as_long_as_their_fte() -> None:
    drawing = before_after_bars(SHIFTS, CAPTION)

    before, after = length(drawing, "PV28:nu"), length(drawing, "PV28:straks")
    assert abs(after / before - 1350 / 1200) < 0.001


def test_the_longest_bar_and_its_words_fit_the_sheet() -> None:
    drawing = before_after_bars(SHIFTS, CAPTION)

    for shape in drawing.shapes:
        if isinstance(shape, Area):
            left, top, right, bottom = corners(shape.rings)
            assert left >= 0
            assert right <= drawing.width
            assert top >= 0
            assert bottom <= drawing.height


def test_unknown_is_a_word_and_no_bar() -> None:
    drawing = before_after_bars(SHIFTS, CAPTION)

    assert "PV31:nu" not in [area.key for area in drawing.keyed_areas]
    assert "onbekend" in [shape.text for shape in drawing.shapes if isinstance(shape, Text)]


def test_the_table_holds_both_amounts_and_the_change() -> None:
    drawing = before_after_bars(SHIFTS, CAPTION)

    assert drawing.header == (
        "Provincie",
        "Nu (fte)",
        "Straks (fte)",
        "Verandering (fte)",
    )
    assert drawing.rows == (
        ("Zuid-Holland", "1.200", "1.350", "+150"),
        ("Drenthe", "300,5", "254", "−46,5"),
        ("Limburg", "onbekend", "10", "onbekend"),
    )


def test_the_description_tells_every_province() -> None:
    drawing = before_after_bars(SHIFTS, CAPTION)

    assert "Zuid-Holland: nu 1.200 en straks 1.350 (+150)." in drawing.alt
    assert "Limburg: nu onbekend en straks 10." in drawing.alt


def test_no_provinces_give_an_empty_chart() -> None:
    drawing = before_after_bars((), CAPTION)

    assert drawing.rows == ()
    assert drawing.height > 0
