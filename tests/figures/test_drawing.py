"""Hatching comes as lines that are already cut off, so that nobody has to clip."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from workbench.figures.drawing import HATCH_STEP, Area, Drawing, Line, rectangle

SQUARE = rectangle(10.0, 20.0, 30.0, 30.0)
HOLE = rectangle(20.0, 30.0, 10.0, 10.0)
LENGTHS = st.floats(min_value=0.5, max_value=60)


def test_an_area_without_a_hatch_colour_has_no_hatching() -> None:
    assert Area(rings=SQUARE, fill="#FFFFFF").hatch_lines == ()


@given(width=LENGTHS, height=LENGTHS)
def test_hatching_stays_within_its_area(width: float, height: float) -> None:
    area = Area(rings=rectangle(0.0, 0.0, width, height), hatch="#808080")

    assert all(
        -0.01 <= x <= width + 0.01 and -0.01 <= y <= height + 0.01
        for line in area.hatch_lines
        for x, y in line
    )


def test_hatching_leaves_a_hole_open() -> None:
    area = Area(rings=(*SQUARE, *HOLE), hatch="#808080")

    middles = [((x1 + x2) / 2, (y1 + y2) / 2) for (x1, y1), (x2, y2) in area.hatch_lines]

    assert middles
    assert not any(20.5 < x < 29.5 and 30.5 < y < 39.5 for x, y in middles)


def test_hatching_lines_lie_evenly_apart() -> None:
    area = Area(rings=SQUARE, hatch="#808080")

    levels = sorted(x + y for (x, y), _ in area.hatch_lines)

    gaps = [b - a for a, b in pairwise(levels)]
    assert all(abs(gap - HATCH_STEP) < 0.01 for gap in gaps)


def test_only_areas_with_a_key_can_be_pointed_at() -> None:
    named = Area(rings=SQUARE, key="PV22", label="Drenthe: 5,0%")
    drawing = Drawing(
        title="VOORBEELD",
        width=100,
        height=100,
        shapes=(Area(rings=SQUARE), Line(points=((0, 0), (1, 1)), colour="#000000"), named),
        alt="",
        header=(),
        rows=(),
        source="",
    )

    assert drawing.keyed_areas == (named,)
