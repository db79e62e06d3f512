"""Circles, growth, differences and two maps at once say the same in four ways."""

from fractions import Fraction

import pytest

from tests.figures.inspecting import area, texts
from workbench.domain.fte import Fte
from workbench.domain.place import PROVINCES
from workbench.figures.amount_maps import amount_map
from workbench.figures.colours import IN_THE_DARK, ON_PAPER, Colours, contrast
from workbench.figures.compared_maps import (
    AmountSide,
    ShareSide,
    compared_amounts,
    compared_maps,
)
from workbench.figures.drawing import Area, Drawing, Text, corners, place_of
from workbench.figures.map_shades import Measure
from workbench.figures.map_sheet import Caption
from workbench.figures.maps import growth_map, points_map
from workbench.figures.sheet import Sheet

CAPTION = Caption(title="VOORBEELD Kaart", subject="Fte in 2024", source="VOORBEELD")
AMOUNTS = {"PV28": Fte.of(40_000), "PV22": Fte.of(10_000), "PV29": Fte(0), "PV31": None}
GROWTH = {
    "PV20": Fraction(-5, 100),
    "PV21": Fraction(-4, 100),
    "PV22": Fraction(0),
    "PV23": Fraction(49, 1000),
    "PV24": Fraction(5, 100),
}


def circles(drawing: Drawing) -> list[float]:
    """Return the widths of the circles on the map, without those of the legend."""
    found = [
        corners(shape.rings)
        for shape in drawing.shapes
        if isinstance(shape, Area) and not shape.key and len(shape.rings[0]) > 30
    ]
    return sorted(right - left for left, _, right, _ in found if left > 15)


def test_the_area_of_a_circle_goes_with_its_fte() -> None:
    small, large = circles(amount_map(AMOUNTS, CAPTION))

    assert large / small == pytest.approx(2, abs=0.01)


def test_amounts_are_told_with_their_extremes() -> None:
    drawing = amount_map(AMOUNTS, CAPTION)

    assert area(drawing, "PV28").label == "Zuid-Holland: 40.000 fte"
    assert area(drawing, "PV31").hatch_lines
    assert "Het hoogst: Zuid-Holland met 40.000 fte." in drawing.alt
    assert "Het laagst: Zeeland met 0 fte." in drawing.alt
    assert drawing.rows[11] == ("Limburg", "onbekend")


def test_the_legend_of_circles_has_round_amounts_within_the_largest() -> None:
    drawing = amount_map(AMOUNTS, CAPTION)

    assert {"20.000 fte", "5.000 fte", "1.000 fte", "onbekend"} <= set(texts(drawing))


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("PV20", "afname van 5% of meer"),
        ("PV21", "afname van minder dan 5%"),
        ("PV22", "geen verandering"),
        ("PV23", "toename van minder dan 5%"),
        ("PV24", "toename van 5% of meer"),
        ("PV25", "onbekend"),
    ],
)
def test_growth_falls_in_a_class_on_its_side_of_zero(code: str, expected: str) -> None:
    drawing = growth_map(GROWTH, CAPTION)

    at = [place.code for place in PROVINCES].index(code)
    assert drawing.rows[at][2] == expected


def test_the_legend_of_growth_is_complete_and_signed() -> None:
    drawing = growth_map({}, CAPTION)

    signs = {"−−", "−", "0", "+", "++"}
    words = {"−5% of lager", "−5% tot 0", "gelijk", "0 tot +5%", "+5% of hoger", "onbekend"}
    assert signs | words <= set(texts(drawing))


def test_a_difference_in_share_is_told_in_percentage_points() -> None:
    drawing = points_map({"PV22": Fraction(4, 1000), "PV28": Fraction(-6, 1000)}, CAPTION)

    assert area(drawing, "PV22").label == "Drenthe: +0,4"
    assert drawing.rows[8][2] == "afname van 0,5 procentpunt of meer"
    assert "Het hoogst: Drenthe met +0,4 procentpunt." in drawing.alt


def test_two_maps_share_one_legend_and_keep_their_own_keys() -> None:
    one = ShareSide(name="2023", values={"PV22": Fraction(4, 100)})
    other = ShareSide(name="2024", values={"PV22": Fraction(6, 100)})

    drawing = compared_maps((one, other), CAPTION)

    assert texts(drawing).count("15–20%") == 1
    assert area(drawing, "PV22:2023").label == "Drenthe, 2023: 4,0%"
    assert place_of("PV22:2024") == "PV22"
    assert drawing.header == ("Provincie", "2023", "2024", "Verschil (procentpunt)")
    assert drawing.rows[2] == ("Drenthe", "4,0%", "6,0%", "+2,0")
    assert "De grootste stijging: Drenthe, +2,0 procentpunt." in drawing.alt


def test_two_maps_with_circles_have_one_scale() -> None:
    one = AmountSide(name="2023", values={"PV22": Fte.of("2500.5")})
    other = AmountSide(name="2024", values={"PV22": Fte.of(10_000)})

    drawing = compared_amounts((one, other), CAPTION)

    small, large = circles(drawing)
    assert large / small == pytest.approx(2, abs=0.01)
    assert area(drawing, "PV22:2023").label == "Drenthe, 2023: 2.500,5 fte"
    assert "2.501" in texts(drawing)
    assert drawing.rows[2] == ("Drenthe", "2.500,5", "10.000", "+7.499,5")


@pytest.mark.parametrize("measure", list(Measure))
def test_unequal_maps_name_what_is_unknown_on_one_of_them(measure: Measure) -> None:
    one = ShareSide(name="2023", values={"PV22": Fraction(4, 100)})
    other = ShareSide(name="2024", values={})

    drawing = compared_maps((one, other), CAPTION, measure=measure)

    assert area(drawing, "PV22:2024").hatch_lines
    assert drawing.rows[2][3] == "onbekend"


@pytest.mark.parametrize("colours", [ON_PAPER, IN_THE_DARK])
def test_every_text_is_legible_on_what_lies_below_it(colours: Colours) -> None:
    sheet = Sheet(colours=colours)

    for drawing in (
        amount_map(AMOUNTS, CAPTION, sheet=sheet),
        growth_map(GROWTH, CAPTION, sheet=sheet),
    ):
        for shape in drawing.shapes:
            if isinstance(shape, Text) and shape.halo:
                assert contrast(shape.colour, shape.halo) >= 4.5


@pytest.mark.parametrize("colours", [ON_PAPER, IN_THE_DARK])
def test_lines_and_their_names_are_legible(colours: Colours) -> None:
    assert all(contrast(line, colours.paper) >= 4.5 for line in colours.lines)
