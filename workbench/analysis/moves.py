"""Moves of fte between provinces: those that must be reported, and those that look like it.

A move leaves one province and arrives in another; nationally it counts once.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from workbench.domain.adjustment import Adjustment, AdjustmentKind
from workbench.domain.fte import Fte
from workbench.domain.place import BY_CODE

OfOrganisation = Mapping[tuple[str, str], Fte | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """One reported move; `organisation` is its key or name."""

    organisation: str
    from_place: str
    to_place: str
    amount: Fte
    day: date
    note: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LikelyMove:
    """Figures of one organisation that look like a move nobody reported.

    Attributes:
        amount: The smaller of what one province lost and the other gained.
    """

    organisation: str
    from_place: str
    to_place: str
    amount: Fte


def reportable_moves(
    adjustments: Iterable[Adjustment], threshold: Fte, after: date, until: date
) -> tuple[Move, ...]:
    """Return the moves across a province's border in `after < day <= until`, by day.

    The threshold itself counts ("vanaf"); a move of unknown size is not among them.
    """
    found = [
        Move(
            organisation=one.organisation,
            from_place=one.from_place,
            to_place=one.to_place,
            amount=one.amount,
            day=one.day,
            note=one.note,
            source=one.source,
        )
        for one in adjustments
        if crosses_border(one)
        and one.amount is not None
        and one.amount >= threshold
        and after < one.day <= until
    ]
    return tuple(sorted(found, key=lambda one: (one.day, one.organisation, one.from_place)))


def crosses_border(one: Adjustment) -> bool:
    """Return whether it is a move from one province to another."""
    places = {one.from_place, one.to_place}
    return one.kind is AdjustmentKind.MOVE and len(places) == 2 and places <= BY_CODE.keys()


def likely_moves(
    before: OfOrganisation,
    after: OfOrganisation,
    threshold: Fte,
    reported: Iterable[Move] = (),
) -> tuple[LikelyMove, ...]:
    """Return where an organisation lost in one province what it gained in another.

    Amounts are by organisation and province. Every loss is held against the largest gain
    of the same organisation; what was reported already is left out.
    """
    known = {(one.organisation, one.from_place, one.to_place) for one in reported}
    deltas: dict[str, dict[str, int]] = {}
    for organisation, place in before.keys() & after.keys():
        was, became = before[organisation, place], after[organisation, place]
        if was is not None and became is not None:
            change = became.hundredths - was.hundredths
            deltas.setdefault(organisation, {})[place] = change
    found = []
    for organisation, changes in sorted(deltas.items()):
        gains = sorted(
            ((place, change) for place, change in changes.items() if change > 0),
            key=lambda one: (-one[1], one[0]),
        )
        for place, change in sorted(changes.items()):
            if change >= 0 or not gains:
                continue
            target, gain = gains[0]
            amount = Fte(min(-change, gain))
            if amount >= threshold and (organisation, place, target) not in known:
                found.append(
                    LikelyMove(
                        organisation=organisation,
                        from_place=place,
                        to_place=target,
                        amount=amount,
                    )
                )
    return tuple(found)
