"""Weighs places against criteria: without weights, with weights, and how firm that is.

A score runs from 0 (the worst place in this comparison) to 100 (the best); a weight says
what that difference is worth (swing weighting). All sums are exact. What has no score has
no total: unknown is never 0.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

Scores = Mapping[tuple[str, str], int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Criterion:
    """One thing places are compared on; `weight` from 0 to 100, `None` when not weighed."""

    key: str
    name: str
    weight: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Tipping:
    """Where another place comes first.

    Attributes:
        now: Share of the criterion in all weights, now.
        at: Share at which `winner` draws level with the first.
        is_above: Whether that lies above the share of now.
    """

    criterion: str
    now: Fraction
    at: Fraction
    winner: str

    @property
    def is_above(self) -> bool:
        return self.at > self.now

    @property
    def distance(self) -> Fraction:
        return abs(self.at - self.now)


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighing:
    """What came of a comparison.

    Attributes:
        better: Pairs (better, worse): nowhere lower and somewhere higher, without weights.
        totals: From 0 to 100 per place, the highest first; `None` when a score is unknown.
        tippings: Per criterion the nearest point at which another place comes first.
        firm: Criteria whose weight may be anything without another first place.
    """

    better: tuple[tuple[str, str], ...]
    totals: tuple[tuple[str, Fraction | None], ...]
    tippings: tuple[Tipping, ...]
    firm: tuple[str, ...]

    @property
    def first(self) -> str:
        """The place with the highest total; "" when there is none or a draw."""
        known = [(name, total) for name, total in self.totals if total is not None]
        if not known or (len(known) > 1 and known[0][1] == known[1][1]):
            return ""
        return known[0][0]


def weigh(places: Sequence[str], criteria: Sequence[Criterion], scores: Scores) -> Weighing:
    """Return what follows for `places`, with `scores` by (criterion, place)."""
    totals = [(place, total_of(place, criteria, scores)) for place in places]
    totals.sort(key=lambda pair: (pair[1] is None, -(pair[1] or 0), places.index(pair[0])))
    better = tuple(
        (one, other)
        for one in places
        for other in places
        if one != other and _is_better(one, other, criteria, scores)
    )
    plain = Weighing(better=better, totals=tuple(totals), tippings=(), firm=())
    if not plain.first:
        return plain
    known = [place for place, total in totals if total is not None]
    found: list[Tipping] = []
    firm: list[str] = []
    for criterion in (one for one in criteria if one.weight is not None):
        nearest = _nearest(plain.first, known, criterion, criteria, scores)
        if nearest is None:
            firm.append(criterion.key)
        else:
            found.append(nearest)
    found.sort(key=lambda one: one.distance)
    return Weighing(
        better=better, totals=tuple(totals), tippings=tuple(found), firm=tuple(firm)
    )


def total_of(place: str, criteria: Sequence[Criterion], scores: Scores) -> Fraction | None:
    """Return the weighted mean of the scores; `None` without weights or with a gap."""
    weighed = [(one.key, one.weight) for one in criteria if one.weight]
    whole = sum(weight for _, weight in weighed)
    if not whole or any((key, place) not in scores for key, _ in weighed):
        return None
    return Fraction(sum(weight * scores[key, place] for key, weight in weighed), whole)


def _is_better(one: str, other: str, criteria: Sequence[Criterion], scores: Scores) -> bool:
    pairs = [
        (scores.get((criterion.key, one)), scores.get((criterion.key, other)))
        for criterion in criteria
    ]
    if not pairs or any(left is None or right is None for left, right in pairs):
        return False
    known = [(left or 0, right or 0) for left, right in pairs]
    return all(left >= right for left, right in known) and any(
        left > right for left, right in known
    )


def _nearest(
    first: str,
    places: Sequence[str],
    criterion: Criterion,
    criteria: Sequence[Criterion],
    scores: Scores,
) -> Tipping | None:
    """Return the nearest share of one criterion at which another place comes first.

    The other weights keep their proportions: with share t the total is t times the own
    score plus (1 − t) times the mean of the rest, which is a straight line in t.
    """
    whole = sum(one.weight or 0 for one in criteria)
    now = Fraction(criterion.weight or 0, whole)
    rest = [one for one in criteria if one.key != criterion.key]
    found = []
    for other in places:
        if other == first:
            continue
        own = scores[criterion.key, first] - scores[criterion.key, other]
        mean_first = total_of(first, rest, scores)
        mean_other = total_of(other, rest, scores)
        if mean_first is None or mean_other is None:
            continue
        others = mean_first - mean_other
        if others == own:
            continue
        at = others / (others - own)
        if 0 <= at <= 1 and at != now:
            found.append(Tipping(criterion=criterion.key, now=now, at=at, winner=other))
    return min(found, key=lambda one: one.distance, default=None)
