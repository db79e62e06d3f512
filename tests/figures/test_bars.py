"""The bars show fte now and afterwards, and never a bar for what is unknown."""

from fractions import Fraction

from tests.figures.inspecting import texts
from workbench.domain.case import Shift
from workbench.domain.fte import Fte
from workbench.figures.bars import (
    Bar,
    Pair,
    before_after_bars,
    diverging_bars,
    paired_bars,
    ranked_bars,
)
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


def test_a_ranking_puts_the_largest_first_and_the_unknown_last() -> None:
    bars = [
        Bar(key="PV31", name="Limburg", amount=None),
        Bar(key="PV22", name="Drenthe", amount=Fte.of(6000)),
        Bar(key="PV28", name="Zuid-Holland", amount=Fte.of("116000.5")),
    ]

    drawing = ranked_bars(bars, CAPTION)

    assert drawing.rows == (
        ("Zuid-Holland", "116.000,5"),
        ("Drenthe", "6.000"),
        ("Limburg", "onbekend"),
    )
    assert "Het hoogst: Zuid-Holland met 116.000,5 fte." in drawing.alt
    assert "Onbekend voor Limburg." in drawing.alt
    assert [area.key for area in drawing.keyed_areas] == ["PV28", "PV22"]


def test_changes_go_to_both_sides_of_zero() -> None:
    bars = [
        Bar(key="PV22", name="Drenthe", amount=Fte.of(-50)),
        Bar(key="PV28", name="Zuid-Holland", amount=Fte.of(100)),
    ]

    drawing = diverging_bars(bars, CAPTION)

    up, down = (
        corners(next(area.rings for area in drawing.keyed_areas if area.key == key))
        for key in ("PV28", "PV22")
    )
    assert abs(up[0] - down[2]) < 0.01
    assert abs(length(drawing, "PV28") - 2 * length(drawing, "PV22")) < 0.01
    assert drawing.rows == (("Zuid-Holland", "+100"), ("Drenthe", "−50"))
    assert "1 keer een toename en 1 keer een afname" in drawing.alt


def test_shares_before_and_after_differ_in_percentage_points() -> None:
    pair = Pair(key="NL", name="Randstad", before=Fraction(1, 2), after=Fraction(3, 5))

    drawing = paired_bars([pair], CAPTION, moments=("2023", "2024"), what="gebied")

    assert drawing.header == ("Gebied", "2023", "2024", "Verandering")
    assert drawing.rows == (("Randstad", "50,0%", "60,0%", "+10,0 procentpunt"),)


def test_a_name_that_is_too_long_is_kept_whole_in_the_table() -> None:
    name = "VOORBEELD Dienst met een naam die op geen twee regels past " * 2

    drawing = ranked_bars([Bar(key="x", name=name, amount=Fte.of(1))], CAPTION)

    assert drawing.rows[0][0] == name
    assert any(text.endswith("…") for text in texts(drawing))
