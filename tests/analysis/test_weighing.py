"""Weights, and how firm the first place is."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from workbench.analysis.weighing import Criterion, total_of, weigh

PLACES = ("a", "b")
TWO = (Criterion(key="x", name="X", weight=60), Criterion(key="y", name="Y", weight=40))
SCORES = {("x", "a"): 100, ("x", "b"): 0, ("y", "a"): 0, ("y", "b"): 100}


def test_totals_are_weighted_means_and_the_tipping_point_lies_halfway() -> None:
    found = weigh(PLACES, TWO, SCORES)

    assert found.totals == (("a", Fraction(60)), ("b", Fraction(40)))
    assert [(one.criterion, one.at, one.winner) for one in found.tippings] == [
        ("x", Fraction(1, 2), "b"),
        ("y", Fraction(1, 2), "b"),
    ]
    assert found.firm == ()


def test_a_place_that_is_nowhere_lower_is_better_without_weights() -> None:
    scores = SCORES | {("y", "a"): 100}

    found = weigh(PLACES, [Criterion(key=one.key, name=one.name) for one in TWO], scores)

    assert found.better == (("a", "b"),)
    assert found.totals == (("a", None), ("b", None))
    assert found.first == ""


def test_an_unknown_score_gives_no_total_and_never_counts_as_nothing() -> None:
    scores = {key: value for key, value in SCORES.items() if key != ("y", "a")}

    found = weigh(PLACES, TWO, scores)

    assert dict(found.totals) == {"a": None, "b": Fraction(40)}
    assert found.better == ()


def test_a_draw_has_no_first_place() -> None:
    even = (Criterion(key="x", name="X", weight=1), Criterion(key="y", name="Y", weight=1))

    found = weigh(PLACES, even, SCORES)

    assert found.first == ""
    assert found.tippings == ()


def test_a_place_that_is_best_on_everything_stays_first_at_any_weight() -> None:
    scores = {("x", "a"): 80, ("x", "b"): 20, ("y", "a"): 70, ("y", "b"): 10}

    found = weigh(PLACES, TWO, scores)

    assert found.firm == ("x", "y")


COUNT = 3
WEIGHTS = st.lists(st.integers(1, 100), min_size=COUNT, max_size=COUNT)
CELLS = st.lists(st.integers(0, 100), min_size=COUNT * 3, max_size=COUNT * 3)


@given(weights=WEIGHTS, cells=CELLS)
def test_at_a_tipping_point_the_first_two_are_level(
    weights: list[int], cells: list[int]
) -> None:
    places = ("a", "b", "c")
    criteria = [
        Criterion(key=str(n), name=str(n), weight=weight)
        for n, weight in enumerate(weights)
    ]
    keys = [(one.key, place) for one in criteria for place in places]
    scores = dict(zip(keys, cells, strict=True))

    found = weigh(places, criteria, scores)

    for one in found.tippings:
        rest = [other for other in criteria if other.key != one.criterion]
        level = [
            one.at * scores[one.criterion, place]
            + (1 - one.at) * (total_of(place, rest, scores) or 0)
            for place in (found.first, one.winner)
        ]
        assert level[0] == level[1]
        assert 0 <= one.at <= 1
