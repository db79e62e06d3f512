"""Whatever the figures are, nothing leaves the sheet and every figure explains itself."""

from datetime import date
from fractions import Fraction
from typing import Any, TypeVar

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.figures.inspecting import assert_sound, outside, texts
from workbench.domain.fte import Fte
from workbench.domain.place import PROVINCES
from workbench.figures.amount_maps import amount_map
from workbench.figures.bars import Bar, Pair, diverging_bars, paired_bars, ranked_bars
from workbench.figures.colours import IN_THE_DARK, ON_PAPER
from workbench.figures.compared_maps import (
    AmountSide,
    ShareSide,
    compared_amounts,
    compared_maps,
)
from workbench.figures.map_shades import Measure
from workbench.figures.map_sheet import Caption
from workbench.figures.maps import growth_map, points_map, province_map
from workbench.figures.sheet import Sheet
from workbench.figures.svg import framed
from workbench.figures.trend_series import TrendBreak, TrendPoint, TrendSeries
from workbench.figures.trends import trend_lines
from workbench.figures.waterfalls import Cause, waterfall

CAPTION = Caption(
    title="VOORBEELD Een titel die zo lang is dat zij niet op een enkele regel past en dus"
    " over twee regels gaat",
    subject="Aandeel in fte op 1 januari 2024",
    source="Bron: VOORBEELD, met een lange opsomming van leveringen die op een regel niet"
    " past, en daarom ook over twee regels gaat",
)
CODES = [place.code for place in PROVINCES]
FTE = st.none() | st.integers(0, 99_999_999).map(Fte)
CHANGE = st.none() | st.integers(-9_999_999, 9_999_999).map(Fte)
SHARE = st.none() | st.fractions(0, 1, max_denominator=10_000)
GROWTH = st.none() | st.fractions(-1, 3, max_denominator=1_000)
NAME = st.text("abcdefghij wmWM-", min_size=1, max_size=50)
SHEETS = st.builds(
    Sheet,
    colours=st.sampled_from([ON_PAPER, IN_THE_DARK]),
    width=st.sampled_from([108.0, 120.0, 170.0]),
    text_scale=st.sampled_from([1.0, 1.15, 1.35]),
)
DAYS = [date(year, 1, 1) for year in range(2017, 2027)]
quick = settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)


Shares = dict[str, Fraction | None]
Amounts = dict[str, Fte | None]
Value = TypeVar("Value")


def places(values: st.SearchStrategy[Value]) -> st.SearchStrategy[dict[str, Value]]:
    return st.dictionaries(st.sampled_from(CODES), values)


def series(amounts: st.SearchStrategy[Any]) -> st.SearchStrategy[list[TrendSeries]]:
    points = st.lists(st.tuples(st.sampled_from(DAYS), amounts), unique_by=lambda p: p[0])
    made = st.builds(
        lambda at, name, given, forecast: TrendSeries(
            key=CODES[at],
            name=name,
            points=tuple(
                TrendPoint(day=day, amount=amount, is_forecast=forecast and day.year > 2023)
                for day, amount in given
            ),
        ),
        st.integers(0, 11),
        NAME,
        points,
        st.booleans(),
    )
    return st.lists(made, max_size=12, unique_by=lambda line: line.key)


@quick
@given(sheet=SHEETS, shares=places(SHARE), growth=places(GROWTH), amounts=places(FTE))
def test_maps_keep_to_the_sheet(
    sheet: Sheet, shares: Shares, growth: Shares, amounts: Amounts
) -> None:
    for drawing in (
        province_map(shares, CAPTION, sheet=sheet),
        growth_map(growth, CAPTION, sheet=sheet),
        points_map(growth, CAPTION, sheet=sheet),
        amount_map(amounts, CAPTION, sheet=sheet),
    ):
        assert_sound(drawing)
        assert len(drawing.keyed_areas) == len(CODES)
        assert "onbekend" in texts(drawing)


@quick
@given(sheet=SHEETS, shares=places(SHARE), amounts=places(FTE))
def test_compared_maps_keep_to_the_sheet(
    sheet: Sheet, shares: Shares, amounts: Amounts
) -> None:
    names = ("1 januari 2023", "1 januari 2024")
    sides = (
        ShareSide(name=names[0], values=shares),
        ShareSide(name=names[1], values=shares),
    )
    heaps = (
        AmountSide(name=names[0], values=amounts),
        AmountSide(name=names[1], values={}),
    )

    for drawing in (
        compared_maps(sides, CAPTION, sheet=sheet),
        compared_maps(sides, CAPTION, measure=Measure.POINTS, sheet=sheet),
        compared_amounts(heaps, CAPTION, sheet=sheet),
    ):
        assert_sound(drawing)
        assert len(drawing.keyed_areas) == 2 * len(CODES)
        assert texts(drawing).count("1 januari 2023") == 1


@quick
@given(sheet=SHEETS, named=st.dictionaries(NAME, st.tuples(FTE, FTE, CHANGE), max_size=14))
def test_bars_keep_to_the_sheet(
    sheet: Sheet, named: dict[str, tuple[Fte | None, Fte | None, Fte | None]]
) -> None:
    rows = list(enumerate(named.items()))
    bars = [Bar(key=str(at), name=name, amount=one) for at, (name, (one, _, _)) in rows]
    changes = [Bar(key=str(at), name=name, amount=of) for at, (name, (_, _, of)) in rows]
    pairs = [
        Pair(key=str(at), name=name, before=one, after=other)
        for at, (name, (one, other, _)) in rows
    ]

    assert_sound(ranked_bars(bars, CAPTION, sheet=sheet))
    assert_sound(diverging_bars(changes, CAPTION, sheet=sheet))
    assert_sound(paired_bars(pairs, CAPTION, sheet=sheet))


@quick
@given(sheet=SHEETS, before=FTE, after=FTE, amounts=st.lists(CHANGE, max_size=9))
def test_a_bridge_keeps_to_the_sheet(
    sheet: Sheet, before: Fte | None, after: Fte | None, amounts: list[Fte | None]
) -> None:
    causes = [
        Cause(key=str(at), name=f"Oorzaak {at}", amount=amount, is_open=at % 3 == 0)
        for at, amount in enumerate(amounts)
    ]

    assert_sound(waterfall(before, after, causes, CAPTION, sheet=sheet))


@quick
@given(
    sheet=SHEETS,
    lines=series(FTE) | series(SHARE),
    breaks=st.lists(st.sampled_from(DAYS), max_size=3, unique=True),
    from_zero=st.booleans(),
)
def test_trends_keep_to_the_sheet(
    sheet: Sheet, lines: list[TrendSeries], breaks: list[date], from_zero: bool
) -> None:
    told = [TrendBreak(day=day, note="VOORBEELD van een andere telling") for day in breaks]

    assert_sound(trend_lines(lines, CAPTION, told, from_zero=from_zero, sheet=sheet))


@pytest.mark.parametrize("scale", [1.0, 1.35])
def test_title_and_source_of_a_picture_alone_keep_to_the_sheet(scale: float) -> None:
    drawing = framed(province_map({}, CAPTION, sheet=Sheet(text_scale=scale)))

    assert outside(drawing) == []
    assert Fraction(drawing.height) > 100
