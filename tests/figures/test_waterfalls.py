"""A bridge adds up to the difference, and what is not explained is named."""

from tests.figures.inspecting import area, texts
from workbench.domain.fte import Fte
from workbench.figures.drawing import corners
from workbench.figures.map_sheet import Caption
from workbench.figures.waterfalls import Cause, waterfall

CAPTION = Caption(title="VOORBEELD Brug", subject="Fte in Fryslân", source="VOORBEELD")
REAL = Cause(key="real", name="Echte verandering", amount=Fte.of(-99))
MOVED = Cause(key="moved", name="Herverdeling", amount=None)
OPEN = Cause(key="open", name="Niet gesplitst", amount=Fte.of(-53), is_open=True)


def test_the_pattern_of_a_reallocation_of_unknown_size() -> None:
    drawing = waterfall(Fte.of(6618), Fte.of(6466), [REAL, MOVED, OPEN], CAPTION)

    assert area(drawing, "open").hatch_lines
    assert area(drawing, "open").label == "Niet gesplitst: −53 fte"
    assert "Het totale verschil is −152." in drawing.alt
    assert "De grootste verklaring: Echte verandering (−99)." in drawing.alt
    assert "Nog open: Niet gesplitst (−53)." in drawing.alt
    assert "Onbekend voor Herverdeling." in drawing.alt


def test_an_unknown_cause_is_a_word_and_no_bar() -> None:
    drawing = waterfall(Fte.of(6618), Fte.of(6466), [REAL, MOVED, OPEN], CAPTION)

    assert "moved" not in [found.key for found in drawing.keyed_areas]
    assert "onbekend" in texts(drawing)


def test_bars_follow_each_other_and_are_as_long_as_their_fte() -> None:
    drawing = waterfall(Fte.of(100), Fte.of(-52), [REAL, OPEN], CAPTION)

    first, second = (corners(area(drawing, key).rings) for key in ("real", "open"))
    assert abs(first[0] - second[2]) < 0.01
    assert abs((first[2] - first[0]) / (second[2] - second[0]) - 99 / 53) < 0.001


def test_what_the_causes_leave_is_shown_as_unexplained() -> None:
    drawing = waterfall(Fte.of(200), Fte.of(91), [REAL], CAPTION)

    assert ("Niet verklaard", "−10", "–") in drawing.rows
    assert "Nog open: Niet verklaard (−10)." in drawing.alt


def test_nothing_is_made_up_while_a_side_is_unknown() -> None:
    drawing = waterfall(None, Fte.of(91), [REAL], CAPTION)

    assert "Niet verklaard" not in texts(drawing)
    assert ("Totaal verschil", "onbekend", "–") in drawing.rows
