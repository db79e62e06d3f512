"""Lines break where nothing is known or the method changes, and never lie about zero."""

from datetime import date
from fractions import Fraction
from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from tests.figures.inspecting import area, overlap, text_box, texts
from workbench.domain.fte import Fte
from workbench.figures.drawing import Drawing, Line, Ring, Text, corners
from workbench.figures.map_sheet import Caption
from workbench.figures.trend_marks import spread
from workbench.figures.trend_series import TrendBreak, TrendPoint, TrendSeries
from workbench.figures.trends import trend_lines

CAPTION = Caption(title="VOORBEELD Trend", subject="Fte op 1 januari", source="VOORBEELD")
BREAK = TrendBreak(day=date(2022, 1, 1), note="externen tellen mee")


def line(*amounts: int | None, key: str = "PV22", forecast: int = 9) -> TrendSeries:
    return TrendSeries(
        key=key,
        name=f"VOORBEELD {key}",
        points=tuple(
            TrendPoint(
                day=date(2020 + at, 1, 1),
                amount=None if amount is None else Fte.of(amount),
                is_forecast=at >= forecast,
            )
            for at, amount in enumerate(amounts)
        ),
    )


def strokes(drawing: Drawing) -> list[Line]:
    """Return the pieces of the lines themselves."""
    return [
        shape for shape in drawing.shapes if isinstance(shape, Line) and shape.width == 0.45
    ]


def outline(rings: tuple[Ring, ...]) -> tuple[tuple[float, float], ...]:
    """Return the shape of a marker, wherever it lies."""
    left, top, _, _ = corners(rings)
    return tuple((round(x - left, 1), round(y - top, 1)) for x, y in rings[0])


def test_a_line_joins_its_figures() -> None:
    drawing = trend_lines([line(100, 110, 120)], CAPTION)

    assert len(strokes(drawing)) == 2
    assert area(drawing, "PV22:2021-01-01").label == (
        "VOORBEELD PV22, 1 januari 2021: 110 fte"
    )


def test_an_unknown_year_is_a_gap_and_is_said() -> None:
    drawing = trend_lines([line(100, None, 120, 130)], CAPTION)

    assert len(strokes(drawing)) == 1
    assert "Onbekend op 1 januari 2021." in drawing.alt
    assert "Een jaar zonder punt: onbekend." in texts(drawing)
    assert drawing.rows[1] == ("1 januari 2021", "onbekend")


def test_a_break_of_method_is_a_line_between_the_years_with_its_note() -> None:
    drawing = trend_lines([line(100, 110, 200, 210)], CAPTION, [BREAK])

    upright = [
        shape
        for shape in drawing.shapes
        if isinstance(shape, Line)
        and shape.dash
        and shape.points[0][0] == shape.points[1][0]
    ]
    assert len(upright) == 1
    assert len(strokes(drawing)) == 2
    note = "1. Vanaf 1 januari 2022 anders geteld: externen tellen mee."
    assert note in texts(drawing)
    assert note in drawing.alt
    assert drawing.rows[2][-1] == "externen tellen mee."


def test_a_break_outside_the_years_shown_is_left_out() -> None:
    drawing = trend_lines([line(100, 110)], CAPTION, [BREAK])

    assert "anders geteld" not in drawing.alt
    assert drawing.header == ("Peildatum", "VOORBEELD PV22")


def test_a_forecast_is_dashed_and_called_so() -> None:
    drawing = trend_lines([line(100, 110, 120, forecast=2)], CAPTION)

    assert [bool(stroke.dash) for stroke in strokes(drawing)] == [False, True]
    assert area(drawing, "PV22:2022-01-01:prognose").label.endswith("120 fte (prognose)")
    assert drawing.rows[2] == ("1 januari 2022", "120 (prognose)")


def test_the_axis_begins_at_zero() -> None:
    assert "0" in texts(trend_lines([line(9000, 9100)], CAPTION))


def test_an_axis_that_begins_elsewhere_says_so() -> None:
    drawing = trend_lines([line(9000, 9100)], CAPTION, from_zero=False)

    assert "0" not in texts(drawing)
    assert "de as begint bij 9.000 fte en niet bij nul" in drawing.alt


def test_lines_differ_by_the_shape_of_their_points() -> None:
    lines = [line(100 + at, key=f"PV{at + 20}") for at in range(12)]

    drawing = trend_lines(lines, CAPTION)

    looks = [
        (outline(found.rings), found.fill == "#FFFFFF") for found in drawing.keyed_areas
    ]
    assert len(set(looks)) == 12


def test_the_description_says_who_is_highest_on_the_last_day_that_is_no_forecast() -> None:
    lines = [line(100, 110, 900, forecast=2), line(200, 210, key="PV23")]

    drawing = trend_lines(lines, CAPTION)

    assert "Het hoogst op 1 januari 2021: VOORBEELD PV23 met 210 fte." in drawing.alt
    assert "gestegen naar 900 fte op 1 januari 2022 (prognose)" in drawing.alt


def test_shares_have_an_axis_in_percent() -> None:
    points = tuple(
        TrendPoint(day=date(year, 1, 1), amount=Fraction(year - 2000, 200))
        for year in (2020, 2022)
    )

    drawing = trend_lines([TrendSeries(key="NL", name="Nederland", points=points)], CAPTION)

    assert "10%" in texts(drawing)
    assert drawing.rows[1] == ("1 januari 2022", "11,0%")


@given(st.lists(st.integers(0, 500), min_size=1, max_size=12))
def test_names_at_the_end_do_not_overlap(amounts: list[int]) -> None:
    lines = [line(amount, key=f"PV{20 + at}") for at, amount in enumerate(amounts)]

    drawing = trend_lines(lines, CAPTION)

    names = [
        text_box(shape)
        for shape in drawing.shapes
        if isinstance(shape, Text) and shape.text.startswith("VOORBEELD")
    ]
    assert len(names) == len(amounts)
    assert not any(overlap(one, other) for one, other in combinations(names, 2))


@given(st.lists(st.floats(0, 50), max_size=14))
def test_spread_positions_rise_by_a_gap_and_stay_within(wanted: list[float]) -> None:
    found = spread(sorted(wanted), 3.0, 0.0, 50.0)

    assert all(after - before > 2.999 for before, after in pairwise(found))
    assert all(-0.001 <= position <= 50.001 for position in found)
