"""The maps put provinces in the right class and say so in four ways."""

from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

import pytest

from workbench.domain.fte import Fte
from workbench.domain.place import PROVINCES
from workbench.figures.colours import IN_THE_DARK, ON_PAPER, Colours, contrast
from workbench.figures.drawing import Area, Drawing, Text
from workbench.figures.map_sheet import Caption
from workbench.figures.maps import CLASSES, change_map, province_map, share_class
from workbench.figures.sheet import Sheet

CAPTION = Caption(
    title="VOORBEELD Aandeel per provincie",
    subject="Aandeel in fte op 1 januari 2024",
    source="Bron: VOORBEELD.",
)
SHARES: dict[str, Fraction | Decimal | None] = {
    "PV22": Decimal("0.126"),
    "PV28": Fraction(234, 1000),
    "PV29": Fraction(1, 5),
    "PV31": None,
}
CHANGES = {"PV28": Fte.of(150), "PV22": Fte.of("-46.5"), "PV20": Fte(0), "PV31": None}


def texts(drawing: Drawing) -> list[str]:
    return [shape.text for shape in drawing.shapes if isinstance(shape, Text)]


def area(drawing: Drawing, key: str) -> Area:
    return next(area for area in drawing.keyed_areas if area.key == key)


@pytest.mark.parametrize(
    ("percent", "expected"),
    [
        ("0", "minder dan 5%"),
        ("4.99", "minder dan 5%"),
        ("5.0", "5 tot 10%"),
        ("9.9999", "5 tot 10%"),
        ("10.0", "10 tot 15%"),
        ("15.0", "15 tot en met 20%"),
        ("20.0", "15 tot en met 20%"),
        ("20.01", "meer dan 20%"),
    ],
)
def test_a_share_on_an_edge_falls_in_the_class_of_the_letter_s22(
    percent: str, expected: str
) -> None:
    assert CLASSES[share_class(Decimal(percent) / 100)] == expected


def test_a_share_is_put_in_its_class_before_it_is_rounded_s22() -> None:
    drawing = province_map({"PV22": Fraction(20_04, 100_00)}, CAPTION)

    assert drawing.rows[2] == ("Drenthe", "20,0%", "meer dan 20%")


@pytest.mark.parametrize("shares", [{}, SHARES, {"PV22": Fraction(1, 100)}])
def test_the_legend_of_shares_is_always_complete(
    shares: dict[str, Fraction | Decimal | None],
) -> None:
    drawing = province_map(shares, CAPTION)

    legend = {"<5%", "5–10%", "10–15%", "15–20%", ">20%", "onbekend"}
    assert legend <= set(texts(drawing))


def test_every_province_stands_on_the_map_once() -> None:
    drawing = province_map(SHARES, CAPTION)

    assert sorted(shape.key for shape in drawing.keyed_areas) == [
        province.code for province in PROVINCES
    ]


def test_an_unknown_share_is_hatched_and_called_unknown() -> None:
    drawing = province_map(SHARES, CAPTION)

    limburg = area(drawing, "PV31")
    assert limburg.hatch_lines
    assert limburg.label == "Limburg: onbekend"
    assert drawing.rows[11] == ("Limburg", "onbekend", "onbekend")


def test_a_known_share_is_not_hatched() -> None:
    assert area(province_map(SHARES, CAPTION), "PV22").hatch_lines == ()


def test_the_description_names_every_known_share_by_class_s22() -> None:
    drawing = province_map(SHARES, CAPTION)

    assert "Aandeel in fte op 1 januari 2024 per provincie." in drawing.alt
    assert "10 tot 15%: Drenthe (12,6%)." in drawing.alt
    assert "15 tot en met 20%: Zeeland (20,0%)." in drawing.alt
    assert "Meer dan 20%: Zuid-Holland (23,4%)." in drawing.alt
    assert "Onbekend: Groningen, " in drawing.alt


def test_the_table_holds_the_values_that_stand_on_the_map() -> None:
    drawing = province_map(SHARES, CAPTION)

    for code, (name, value, _) in zip(
        (province.code for province in PROVINCES), drawing.rows, strict=True
    ):
        assert area(drawing, code).label == f"{name}: {value}"
        assert value in texts(drawing)


def test_a_map_gives_the_credit_of_its_outlines() -> None:
    assert province_map({}, CAPTION).source == "Bron: VOORBEELD. Kaart: Natural Earth."


def test_shares_can_be_written_otherwise() -> None:
    drawing = province_map(
        SHARES, CAPTION, write=lambda share: f"{float(share) * 100:.0f} procent"
    )

    assert area(drawing, "PV22").label == "Drenthe: 13 procent"


def test_a_change_is_told_by_sign_and_not_by_colour_alone() -> None:
    drawing = change_map(CHANGES, CAPTION)

    assert area(drawing, "PV28").label == "Zuid-Holland: +150"
    assert area(drawing, "PV22").label == "Drenthe: −46,5"
    assert area(drawing, "PV20").label == "Groningen: 0"
    assert area(drawing, "PV31").hatch_lines
    assert {"+", "−", "0"} <= set(texts(drawing))


def test_a_province_outside_the_case_gets_no_value() -> None:
    drawing = change_map(CHANGES, CAPTION)

    assert area(drawing, "PV24").label == "Flevoland: niet betrokken"
    assert drawing.rows[4] == ("Flevoland", "–", "niet betrokken")


@pytest.mark.parametrize("colours", [ON_PAPER, IN_THE_DARK])
def test_every_text_on_a_map_is_legible_on_what_lies_below_it(colours: Colours) -> None:
    sheet = Sheet(colours=colours)

    for drawing in (
        province_map(
            {p.code: Fraction(n, 50) for n, p in enumerate(PROVINCES)}, CAPTION, sheet=sheet
        ),
        change_map(CHANGES, CAPTION, sheet=sheet),
    ):
        for shape in drawing.shapes:
            if isinstance(shape, Text) and shape.halo:
                assert contrast(shape.colour, shape.halo) >= 4.5


@pytest.mark.parametrize("colours", [ON_PAPER, IN_THE_DARK])
def test_the_classes_go_steadily_from_near_the_paper_to_far_from_it(
    colours: Colours,
) -> None:
    distances = [contrast(step, colours.paper) for step in colours.steps]

    assert distances == sorted(distances)
    assert all(b / a > 1.3 for a, b in pairwise(distances))


def test_a_larger_text_scale_enlarges_the_letters_only() -> None:
    plain = province_map(SHARES, CAPTION)
    large = province_map(SHARES, CAPTION, sheet=Sheet(text_scale=1.3))

    sizes = [
        max(shape.size for shape in drawing.shapes if isinstance(shape, Text))
        for drawing in (plain, large)
    ]
    assert sizes[1] > sizes[0]
    assert plain.keyed_areas == large.keyed_areas
