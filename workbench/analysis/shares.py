"""Shares, changes and growth of fte, per place and inside against outside the Randstad.

What rests on something unknown is unknown; nothing is rounded here.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from workbench.domain.delivery import WHOLE_COUNTRY
from workbench.domain.fte import Fte, sum_fte
from workbench.domain.place import PROVINCES

Amounts = Mapping[str, Fte | None]
PROVINCE_CODES = tuple(place.code for place in PROVINCES)
INSIDE, OUTSIDE = "randstad", "outside"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One place at two moments.

    Attributes:
        growth: Change as a share of what there was.
        points: Difference between the two shares of the whole.
    """

    place: str
    before: Fte | None
    after: Fte | None
    delta: Fte | None
    growth: Fraction | None
    share_before: Fraction | None
    share_after: Fraction | None
    points: Fraction | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RandstadSplit:
    """The country in two parts.

    Attributes:
        part_of_growth: Share of the whole change that fell inside; unknown when the
            whole did not change.
    """

    inside: Line
    outside: Line
    whole: Line
    part_of_growth: Fraction | None


def share_of(part: Fte | None, whole: Fte | None) -> Fraction | None:
    """Return `part` as a share of `whole`; unknown when either is, or the whole is 0."""
    if part is None or whole is None or not whole.hundredths:
        return None
    return Fraction(part.hundredths, whole.hundredths)


def growth_of(before: Fte | None, after: Fte | None) -> Fraction | None:
    """Return the change as a share of what there was before."""
    if before is None or after is None:
        return None
    return share_of(after - before, before)


def compare(
    before: Amounts,
    after: Amounts,
    whole_before: Fte | None,
    whole_after: Fte | None,
    places: Sequence[str] = PROVINCE_CODES,
) -> tuple[Line, ...]:
    """Return a line for every place, in the order given."""
    return tuple(
        _line(place, (before.get(place), after.get(place)), (whole_before, whole_after))
        for place in places
    )


def split_randstad(
    before: Amounts,
    after: Amounts,
    inside_codes: frozenset[str],
    whole_before: Fte | None,
    whole_after: Fte | None,
) -> RandstadSplit:
    """Return the provinces inside against all others.

    Outside is the whole less the inside where the whole is known, so that provinces that
    were not published apart do not stand in the way.
    """
    wholes = (whole_before, whole_after)
    inner, outer = [], []
    for amounts, whole in zip((before, after), wholes, strict=True):
        inside = sum_fte([amounts.get(code) for code in sorted(inside_codes)])
        rest = [code for code in PROVINCE_CODES if code not in inside_codes]
        outside = sum_fte([amounts.get(code) for code in rest])
        if whole is not None and inside is not None:
            outside = whole - inside
        elif whole is not None and outside is not None:
            inside = whole - outside
        inner.append(inside)
        outer.append(outside)
    found = _line(INSIDE, (inner[0], inner[1]), wholes)
    country = _line(WHOLE_COUNTRY, wholes, wholes)
    return RandstadSplit(
        inside=found,
        outside=_line(OUTSIDE, (outer[0], outer[1]), wholes),
        whole=country,
        part_of_growth=share_of(found.delta, country.delta),
    )


def _line(
    place: str,
    amounts: tuple[Fte | None, Fte | None],
    wholes: tuple[Fte | None, Fte | None],
) -> Line:
    before, after = amounts
    shares = [share_of(one, whole) for one, whole in zip(amounts, wholes, strict=True)]
    was, became = shares
    return Line(
        place=place,
        before=before,
        after=after,
        delta=None if before is None or after is None else after - before,
        growth=growth_of(before, after),
        share_before=was,
        share_after=became,
        points=None if was is None or became is None else became - was,
    )
