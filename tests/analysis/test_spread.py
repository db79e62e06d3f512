"""Shares, indices, effects, trends and checks, against numbers worked out by hand."""

from datetime import date
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.analysis.checks import (
    CheckKind,
    DifferenceKind,
    Outcome,
    check_values,
    compare_values,
)
from workbench.analysis.effects import effects_of, say_tipping, tipping_points
from workbench.analysis.indices import (
    INDEX_WORDS,
    concentration,
    dissimilarity,
    gini,
    location_quotients,
    measure_spread,
    theil,
)
from workbench.analysis.moves import likely_moves
from workbench.analysis.shares import compare, growth_of, split_randstad
from workbench.analysis.trends import TrendPoint, build_trend, split_decided
from workbench.domain.delivery import FteValue, Method, Staff
from workbench.domain.fte import Fte
from workbench.domain.notation import write_share
from workbench.domain.organisation import Sector
from workbench.domain.place import PROVINCES
from workbench.figures.maps import share_class

SHARES = dict(zip("abcd", map(Fraction, ("0.6", "0.2", "0.1", "0.1")), strict=True))
BENCHMARK = dict(zip("abcd", map(Fraction, ("0.4", "0.3", "0.2", "0.1")), strict=True))
GROUPS = {"a": "randstad", "b": "rest", "c": "rest", "d": "rest"}
RANDSTAD = frozenset({"PV26", "PV27", "PV28"})
DAY = date(2024, 1, 1)


def year(number: int) -> date:
    return date(number, 1, 1)


def value(place: str, sector: str, amount: int | None, **more: object) -> FteValue:
    fte = None if amount is None else Fte.of(amount)
    return FteValue(
        reference_date=DAY,
        place=place,
        sector=sector,
        value=fte,
        **more,  # type: ignore[arg-type]
    )


def test_the_golden_numbers_of_the_indices() -> None:
    found = theil(SHARES, BENCHMARK, GROUPS)

    assert list(location_quotients(SHARES, BENCHMARK).values()) == [
        Fraction(3, 2), Fraction(2, 3), Fraction(1, 2), 1,
    ]  # fmt: skip
    assert dissimilarity(SHARES, BENCHMARK) == Fraction("0.2")
    assert concentration(SHARES) == Fraction("0.42")
    assert gini(SHARES, BENCHMARK) == Fraction("0.23")
    assert (found.total, found.between, found.within) == pytest.approx(
        (0.09287, 0.08109, 0.01178), abs=5e-6
    )


def test_moving_a_twentieth_brings_the_spread_nearer() -> None:
    moved = SHARES | {"a": Fraction("0.55"), "c": Fraction("0.15")}

    assert dissimilarity(moved, BENCHMARK) == Fraction("0.15")


def test_a_place_without_fte_adds_nothing_and_one_without_a_benchmark_is_refused() -> None:
    empty = {"a": Fraction(1), "b": Fraction(0)}

    assert theil(empty, {"a": Fraction(1, 2), "b": Fraction(1, 2)}, GROUPS).total > 0
    with pytest.raises(ValueError, match="more than 0"):
        theil(empty, {"a": Fraction(1), "b": Fraction(0)}, GROUPS)


def test_an_unknown_province_leaves_every_index_unknown() -> None:
    found = measure_spread(
        {"PV20": Fte.of(1), "PV21": None}, {"PV20": 1, "PV21": 1}, RANDSTAD
    )

    assert found.missing == ("PV21",)
    assert (found.theil, found.gini, found.concentration) == (None, None, None)
    assert all(one.meaning.endswith(".") and one.formula for one in INDEX_WORDS.values())


def test_the_published_growth_is_found_again() -> None:
    totals = [311353, 321396, 336270, 353797]
    growths = [
        write_share(growth_of(Fte.of(one), Fte.of(other)))
        for one, other in pairwise(totals)
    ]

    assert growths == ["3,2%", "4,6%", "5,2%"]
    assert Fte.of(totals[3]) - Fte.of(totals[2]) == Fte.of(17527)


def test_the_part_of_the_growth_is_told_only_from_figures() -> None:
    before = {place.code: Fte.of(28000) for place in PROVINCES}
    growth = {"PV26": 3000, "PV27": 4400, "PV28": 5570, "PV20": 4557}
    after = {code: one + Fte.of(growth.get(code, 0)) for code, one in before.items()}
    wholes = (Fte.of(336000), Fte.of(353527))

    split = split_randstad(before, after, RANDSTAD, *wholes)
    unknown = split_randstad({}, after, RANDSTAD, *wholes)

    assert write_share(split.part_of_growth, 0) == "74%"
    assert split.outside.delta == Fte.of(4557)
    assert (unknown.part_of_growth, unknown.outside.before) == (None, None)


def test_a_line_has_its_change_in_percentage_points() -> None:
    before, after = {"PV22": Fte.of(50)}, {"PV22": Fte.of(66)}

    (line,) = compare(before, after, Fte.of(1000), Fte.of(1100), places=["PV22"])

    assert (line.delta, line.growth) == (Fte.of(16), Fraction(16, 50))
    assert line.points == Fraction(66, 1100) - Fraction(50, 1000)


def test_an_effect_is_cumulative_and_unknown_when_a_change_is() -> None:
    amounts = {"PV29": Fte.of(45), "PV28": Fte.of(500)}
    baskets = [{"PV29": Fte.of(3)}, {"PV29": Fte.of(3), "PV28": Fte.of(-6)}]

    zeeland, country = (
        one
        for one in effects_of(amounts, Fte.of(1000), baskets)
        if one.place in ("PV29", "NL")
    )
    open_one = effects_of(amounts, Fte.of(1000), [{"PV29": None}])

    assert (zeeland.after, zeeland.class_before, zeeland.class_after) == (Fte.of(51), 0, 1)
    assert zeeland.changes_class
    assert country.delta == Fte.of(0)
    assert [one.after for one in open_one] == [None, None]


@settings(max_examples=200, deadline=None)
@given(st.integers(1, 10**7), st.integers(1, 10**7), st.booleans())
def test_a_tipping_point_is_right_on_both_sides(
    amount: int, rest: int, is_move: bool
) -> None:
    amounts = {"PV29": Fte(amount)}
    whole = amount + rest

    for point in tipping_points(amounts, Fte(whole), "PV29", is_move=is_move):
        sign = 1 if point.is_growth else -1
        at = sign * point.amount.hundredths
        for change, expected in ((at, point.to_class), (at - sign, point.from_class)):
            total = whole + (0 if is_move else change)
            share = Fraction(amount + change, total) if total else Fraction(0)
            assert share_class(share) == expected


def test_a_tipping_point_is_a_sentence() -> None:
    amounts = {"PV29": Fte.of(4500)}

    growth, *_ = tipping_points(amounts, Fte.of(100000), "PV29", is_move=True)

    assert growth.amount == Fte.of(500)
    assert say_tipping(growth) == (
        "Vanaf een verplaatsing van 500 fte uit andere provincies gaat Zeeland van de"
        " klasse “minder dan 5%” naar “5 tot 10%” (aandeel 5,00%)."
    )


def test_a_break_parts_raw_from_comparable_growth() -> None:
    points = [
        TrendPoint(day=year(2023), amount=Fte.of(100), method="oud"),
        TrendPoint(day=year(2024), amount=Fte.of(104), method="oud"),
        TrendPoint(day=year(2025), amount=Fte.of(120), method="nieuw"),
        TrendPoint(day=year(2025), amount=Fte.of(150), horizon=2029),
    ]
    methods = {"nieuw": Method(key="nieuw", title="Nieuwe telling", note="Anders geteld.")}

    trend = build_trend(points, methods, {year(2024): Fte.of(115)})
    blind = build_trend(points, methods, {})

    assert [step.raw for step in trend.steps] == [Fte.of(4), Fte.of(16)]
    assert [step.comparable for step in trend.steps] == [Fte.of(4), Fte.of(5)]
    assert [(one.day, one.note) for one in trend.breaks] == [(year(2025), "Anders geteld.")]
    assert blind.steps[1].comparable is None


def test_what_was_decided_stands_apart_from_what_went_by_itself() -> None:
    points = [
        TrendPoint(day=year(number), amount=Fte.of(100 + 20 * number)) for number in (1, 2)
    ]
    trend = build_trend(points, {}, {})

    (found,) = split_decided(trend.steps, {date(1, 6, 1): Fte.of(15), year(1): Fte.of(9)})

    assert (found.decided, found.autonomous) == (Fte.of(15), Fte.of(5))


def test_checks_say_same_different_or_not_to_be_checked() -> None:
    sectors = [value("PV31", str(one), 10) for one in Sector]
    told = [*sectors, value("PV31", "totaal", 61), value("NL", "totaal", 336270)]

    found = check_values(told, {DAY: Fte.of(336270)})

    assert {(one.kind, one.outcome) for one in found} == {
        (CheckKind.SECTORS, Outcome.DIFFERS),
        (CheckKind.PROVINCES, Outcome.UNKNOWN),
        (CheckKind.CONTROL, Outcome.SAME),
    }


def test_staff_adds_up_and_a_figure_stands_once() -> None:
    parts = [
        value("PV20", "zbo", 7, staff=Staff.CIVIL),
        value("PV20", "zbo", 4, staff=Staff.EXTERNAL),
        value("PV20", "zbo", 11),
        value("PV20", "zbo", 12, cell="Blad1!B9"),
    ]

    found = {one.kind: one for one in check_values(parts, {})}

    assert found[CheckKind.STAFF].outcome is Outcome.SAME
    assert found[CheckKind.TWICE].cells == ("", "Blad1!B9")


def test_a_delivery_is_compared_figure_by_figure() -> None:
    before = [value("PV20", "zbo", 7), value("PV21", "zbo", 7), value("PV22", "zbo", None)]
    after = [value("PV20", "zbo", 8), value("PV22", "zbo", 3), value("PV23", "zbo", 1)]

    found = {one.value.place: one for one in compare_values(before, after)}

    assert {place: one.kind for place, one in found.items()} == {
        "PV20": DifferenceKind.CHANGED, "PV21": DifferenceKind.GONE,
        "PV22": DifferenceKind.CHANGED, "PV23": DifferenceKind.NEW,
    }  # fmt: skip
    assert [one.value.place for one in found.values() if one.is_correction] == [
        "PV20", "PV21",
    ]  # fmt: skip


def test_a_move_that_nobody_reported_is_asked_about() -> None:
    before = {("a", "PV28"): Fte.of(200), ("a", "PV22"): Fte.of(10)}
    after = {("a", "PV28"): Fte.of(120), ("a", "PV22"): Fte.of(65)}

    (found,) = likely_moves(before, after, Fte.of(50))

    assert (found.from_place, found.to_place, found.amount) == ("PV28", "PV22", Fte.of(55))
    assert likely_moves(before, after, Fte.of(56)) == ()
