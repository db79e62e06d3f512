"""A figure as SVG is well-formed, says what it shows and takes any text."""

from dataclasses import replace
from fractions import Fraction
from xml.etree import ElementTree as ET

from workbench.figures.drawing import Line
from workbench.figures.map_sheet import Caption
from workbench.figures.maps import province_map
from workbench.figures.svg import framed, write_svg

NAMESPACE = {"svg": "http://www.w3.org/2000/svg"}
NASTY = "<script>&\"' VOORBEELD"
CAPTION = Caption(title=NASTY, subject=NASTY, source=NASTY)


def test_any_text_survives_in_title_and_description() -> None:
    drawing = province_map({"PV22": Fraction(1, 10)}, CAPTION)

    root = ET.fromstring(write_svg(drawing))

    assert root.findtext("svg:title", namespaces=NAMESPACE) == NASTY
    assert root.findtext("svg:desc", namespaces=NAMESPACE) == drawing.alt
    assert root.find(".//svg:script", NAMESPACE) is None


def test_every_province_carries_its_value_as_a_title() -> None:
    root = ET.fromstring(write_svg(province_map({"PV22": Fraction(1, 10)}, CAPTION)))

    titles = [title.text for title in root.iterfind(".//svg:path/svg:title", NAMESPACE)]
    assert len(titles) == 12
    assert "Drenthe: 10,0%" in titles


def test_a_framed_figure_shows_its_title_and_source() -> None:
    drawing = province_map({}, CAPTION)

    root = ET.fromstring(write_svg(framed(drawing)))

    words = [text.text for text in root.iterfind(".//svg:text", NAMESPACE)]
    assert words[0] == NASTY
    assert words[-1] == drawing.source
    assert framed(drawing).height > drawing.height


def test_a_picture_is_written_the_same_every_time() -> None:
    first, second = (write_svg(province_map({}, CAPTION)) for _ in range(2))

    assert first == second


def test_a_dashed_line_is_dashed_and_another_is_not() -> None:
    line = Line(points=((0, 0), (10, 0)), colour="#000000")
    dashed = replace(line, dash=(1.6, 1.2))
    drawing = replace(province_map({}, CAPTION), shapes=(line, dashed))

    root = ET.fromstring(write_svg(drawing))

    dashes = [path.get("stroke-dasharray") for path in root.iterfind("svg:path", NAMESPACE)]
    assert dashes == [None, "1.6 1.2"]
