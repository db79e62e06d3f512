"""What cases do to the spread, and from how many fte a province changes class."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from workbench.analysis.shares import Amounts, share_of
from workbench.domain.delivery import WHOLE_COUNTRY
from workbench.domain.fte import NO_FTE, Fte, sum_fte
from workbench.domain.notation import write_fte, write_share
from workbench.domain.place import BY_CODE
from workbench.figures.maps import CLASSES, share_class

Basket = Mapping[str, Fte | None]
# Where a class of the letter's map starts; of the highest only what lies above it counts.
_EDGES = (Fraction(5, 100), Fraction(10, 100), Fraction(15, 100), Fraction(20, 100))


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """One place before and after.

    Attributes:
        place: Code, or "NL" for the whole.
        points: Difference between the shares.
        class_before: 0 to 4 as on the letter's map; `None` of what is no province.
    """

    place: str
    before: Fte | None
    after: Fte | None
    delta: Fte | None
    share_before: Fraction | None
    share_after: Fraction | None
    points: Fraction | None
    class_before: int | None
    class_after: int | None

    @property
    def changes_class(self) -> bool:
        known = self.class_before is not None and self.class_after is not None
        return known and self.class_before != self.class_after


def effects_of(
    amounts: Amounts,
    whole: Fte | None,
    baskets: Sequence[Basket],
    regions: Mapping[str, str] | None = None,
) -> tuple[Effect, ...]:
    """Return what all baskets do together, per place they touch, and for the whole.

    A basket tells the change per place; `None` is a change of unknown size. With
    `regions`, which says in which region a place lies, the regions come along.
    """
    changes = _together(baskets)
    total = sum_fte(list(changes.values()))
    whole_after = None if whole is None or total is None else whole + total
    wholes = (whole, whole_after)
    found = [
        _effect(place, amounts.get(place), change, wholes)
        for place, change in sorted(changes.items())
    ]
    for region in sorted({(regions or {})[place] for place in changes if regions}):
        inside = [one for one, name in (regions or {}).items() if name == region]
        before = sum_fte([amounts.get(place) for place in inside])
        change = sum_fte([changes.get(place, NO_FTE) for place in inside])
        found.append(_effect(region, before, change, wholes))
    return (*found, _effect(WHOLE_COUNTRY, whole, total, wholes))


@dataclass(frozen=True, slots=True, kw_only=True)
class TippingPoint:
    """The smallest amount with which a province comes into another class.

    Attributes:
        is_growth: Fte come to the province; otherwise they go.
        is_move: They come from, or go to, another province, so the whole stays the same.
        share_at: Its share at that amount.
        share_short: Its share one hundredth of an fte short of it.
    """

    place: str
    from_class: int
    to_class: int
    amount: Fte
    is_growth: bool
    is_move: bool
    share_at: Fraction
    share_short: Fraction


def tipping_points(
    amounts: Amounts, whole: Fte | None, place: str, *, is_move: bool
) -> tuple[TippingPoint, ...]:
    """Return from how much growth and how much shrinkage `place` changes class.

    Empty where its amount or the whole is unknown, or where no amount would do.
    """
    amount = amounts.get(place)
    share = share_of(amount, whole)
    if amount is None or whole is None or share is None:
        return ()
    found = []
    for is_growth in (True, False):
        change = _first_change(amount, whole, is_growth=is_growth, is_move=is_move)
        if change is None:
            continue
        sign = 1 if is_growth else -1
        at = _share_after(amount, whole, sign * change, is_move=is_move)
        short = _share_after(amount, whole, sign * (change - 1), is_move=is_move)
        found.append(
            TippingPoint(
                place=place,
                from_class=share_class(share),
                to_class=share_class(at),
                amount=Fte(change),
                is_growth=is_growth,
                is_move=is_move,
                share_at=at,
                share_short=short,
            )
        )
    return tuple(found)


def say_tipping(point: TippingPoint) -> str:
    """Return a tipping point as a sentence."""
    name = BY_CODE[point.place].name
    amount = write_fte(point.amount)
    if point.is_move:
        how = "uit andere provincies" if point.is_growth else "naar andere provincies"
        what = f"verplaatsing van {amount} fte {how}"
    else:
        what = f"{'groei' if point.is_growth else 'krimp'} van {amount} fte"
    start, end = CLASSES[point.from_class], CLASSES[point.to_class]
    share = write_share(point.share_at, 2)
    return (
        f"Vanaf een {what} gaat {name} van de klasse “{start}” naar “{end}”"
        f" (aandeel {share})."
    )


def _together(baskets: Sequence[Basket]) -> dict[str, Fte | None]:
    changes: dict[str, Fte | None] = {}
    for basket in baskets:
        for place, change in basket.items():
            changes[place] = sum_fte([changes.get(place, NO_FTE), change])
    return changes


def _effect(
    place: str,
    before: Fte | None,
    change: Fte | None,
    wholes: tuple[Fte | None, Fte | None],
) -> Effect:
    after = None if before is None or change is None else before + change
    was, became = share_of(before, wholes[0]), share_of(after, wholes[1])
    is_province = place in BY_CODE
    return Effect(
        place=place,
        before=before,
        after=after,
        delta=change,
        share_before=was,
        share_after=became,
        points=None if was is None or became is None else became - was,
        class_before=share_class(was) if is_province and was is not None else None,
        class_after=share_class(became) if is_province and became is not None else None,
    )


def _first_change(amount: Fte, whole: Fte, *, is_growth: bool, is_move: bool) -> int | None:
    """Return the fewest hundredths that change the class, found by halving."""
    sign = 1 if is_growth else -1
    start = share_class(_share_after(amount, whole, 0, is_move=is_move))

    def differs(change: int) -> bool:
        share = _share_after(amount, whole, sign * change, is_move=is_move)
        return share_class(share) != start

    most = whole.hundredths - amount.hundredths if is_move else 100 * whole.hundredths
    most = most if is_growth else amount.hundredths
    if most <= 0 or start == (len(_EDGES) if is_growth else 0) or not differs(most):
        return None
    low, high = 0, most
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if differs(middle) else (middle, high)
    return high


def _share_after(amount: Fte, whole: Fte, change: int, *, is_move: bool) -> Fraction:
    total = whole.hundredths + (0 if is_move else change)
    part = amount.hundredths + change
    return Fraction(part, total) if total else Fraction(0)
