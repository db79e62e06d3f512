"""The year-on-year bridge: every hundredth of a difference gets one cause.

A figure of the earlier date goes step by step to that of the later one: it is put right
(correction), counted by the later method, moved by the causes that were reported, and
handed on to the organisation that came after. What is left is real change, but only for an
organisation that stands there on both dates and was counted alike. All else is left
unexplained, or "niet gesplitst" where a cause is known but its size is not.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from workbench.analysis.bridge_cells import (
    PART_NAMES,
    Bridge,
    BridgeCell,
    Cell,
    Part,
    statement_bridge,
)
from workbench.domain.adjustment import Adjustment, AdjustmentKind
from workbench.domain.delivery import ALL_SECTORS
from workbench.domain.fte import Fte, sum_fte
from workbench.domain.organisation import Lineage

__all__ = [
    "PART_NAMES",
    "Bridge",
    "BridgeCell",
    "BridgeInput",
    "Part",
    "build_bridge",
    "statement_bridge",
]

Key = tuple[str, str, str]
Amounts = Mapping[Key, Fte | None]
_PARTS = {
    AdjustmentKind.MOVE: Part.MOVE,
    AdjustmentKind.REALLOCATION: Part.REALLOCATION,
    AdjustmentKind.SCOPE: Part.SCOPE,
    AdjustmentKind.ORGANISATION: Part.ORGANISATION,
}
_OTHER_METHOD = (
    "De eerdere peildatum is niet opnieuw geteld volgens de nieuwe methode; werkelijke"
    " verandering en methode zijn niet te scheiden."
)
_APPEARS = "{name} staat alleen bij de latere peildatum."
_GOES = "{name} staat alleen bij de eerdere peildatum."
_NO_SIZE = "{what} heeft meegespeeld, maar hoeveel is niet bekend: niet gesplitst."


@dataclass(frozen=True, slots=True, kw_only=True)
class BridgeInput:
    """Figures of two dates by (organisation, place, sector), and what is known of causes.

    Attributes:
        published: The earlier date as published then.
        known: The same as known now; empty when it was never corrected.
        restated: The earlier date by the method of the later; empty without one.
        adjustments: Those of the period; one without amount is known but not split.
        lineage: Which organisations passed into which in the period.
        names: What organisations are called, for notes.
    """

    published: Amounts
    known: Amounts = field(default_factory=dict)
    restated: Amounts = field(default_factory=dict)
    after: Amounts
    method_before: str = ""
    method_after: str = ""
    adjustments: Sequence[Adjustment] = ()
    lineage: Sequence[Lineage] = ()
    names: Mapping[str, str] = field(default_factory=dict)


def build_bridge(given: BridgeInput) -> Bridge:
    """Return every cell of both dates with its difference split in parts."""
    return _Builder(given).build()


class _Builder:
    """Keeps the ledger of parts while the earlier figures go to the later ones."""

    def __init__(self, given: BridgeInput) -> None:
        self._given = given
        self._parts: defaultdict[Cell, defaultdict[Part, int]] = defaultdict(
            lambda: defaultdict(int)
        )
        self._notes: defaultdict[Cell, dict[str, None]] = defaultdict(dict)
        self._groups = _join(given.lineage)
        amounts = (given.published, given.known, given.restated, given.after)
        self._sums = [_sum_cells(one) for one in amounts]
        self._keys = dict.fromkeys(key for one in amounts for key in one)
        self._level: dict[Key, int] = {}
        self._present: set[Key] = set()
        self._unlike: set[Key] = set()
        self._open: dict[Key, str] = {}

    def build(self) -> Bridge:
        self._correct()
        self._count_alike()
        self._apply_causes()
        self._hand_on()
        self._explain()
        cells = {key[1:] for key in self._keys} | self._parts.keys()
        return Bridge(cells=tuple(self._cell(cell) for cell in sorted(cells)))

    def _correct(self) -> None:
        given = self._given
        known = given.known or given.published
        for key in sorted(given.published.keys() | known.keys()):
            was, now = _count(given.published, key), _count(known, key)
            self._add(key, Part.CORRECTION, now - was)
            if key in known:
                self._level[self._grouped(key)] = self._at(key) + now
                self._present.add(self._grouped(key))

    def _count_alike(self) -> None:
        given = self._given
        if given.method_before == given.method_after:
            return
        known = given.known or given.published
        if not given.restated:
            self._unlike = set(self._level)
            return
        for key in sorted(known.keys() | given.restated.keys()):
            if key not in given.restated:
                self._unlike.add(self._grouped(key))
                continue
            change = _count(given.restated, key) - _count(known, key)
            self._add(key, Part.METHOD, change)
            self._level[self._grouped(key)] = self._at(key) + change
            self._present.add(self._grouped(key))

    def _apply_causes(self) -> None:
        for cause in self._given.adjustments:
            left = self._side(cause, cause.from_place, cause.from_sector)
            reached = self._side(cause, cause.to_place, cause.to_sector)
            for key, sign in ((left, -1), (reached, 1)):
                if key is None:
                    continue
                if cause.amount is None:
                    self._open[self._grouped(key)] = cause.kind
                    continue
                change = sign * cause.amount.hundredths
                self._add(key, _PARTS[cause.kind], change)
                self._level[self._grouped(key)] = self._at(key) + change

    def _side(self, cause: Adjustment, place: str, sector: str) -> Key | None:
        """Return the figure that a cause takes from or adds to."""
        if not place:
            return None
        organisation = cause.organisation
        if all(key[0] != organisation for key in self._keys) and any(
            key[0] == "" for key in self._keys
        ):
            organisation = ""
        own = [key for key in self._keys if key[0] == organisation]
        sectors = [key[2] for key in own if key[1] == place] or [key[2] for key in own]
        if organisation == "" and ALL_SECTORS in sectors:
            sector = ALL_SECTORS
        return organisation, place, sector or min(sectors, default=ALL_SECTORS)

    def _hand_on(self) -> None:
        """Let what an organisation had go to the sector of the one that came after."""
        later: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
        for organisation, place, sector in self._given.after:
            later[self._group(organisation), place].add(sector)
        heirs = set(self._groups.values())
        for key in sorted(self._level):
            group, place, sector = key
            sectors = later[group, place]
            if group not in heirs or sector in sectors or len(sectors) != 1:
                continue
            target: Key = (group, place, next(iter(sectors)))
            amount = self._level.pop(key)
            self._parts[key[1:]][Part.ORGANISATION] -= amount
            self._parts[target[1:]][Part.ORGANISATION] += amount
            self._level[target] = self._level.get(target, 0) + amount
            for marked in (self._present, self._unlike):
                if key in marked:
                    marked.discard(key)
                    marked.add(target)

    def _explain(self) -> None:
        after: defaultdict[Key, int] = defaultdict(int)
        for key, amount in self._given.after.items():
            after[self._grouped(key)] += amount.hundredths if amount else 0
        for key in sorted(self._level.keys() | after.keys()):
            rest = after.get(key, 0) - self._level.get(key, 0)
            part, note = self._cause_of(key, is_after=key in after)
            self._parts[key[1:]][part] += rest
            if note and (rest or part is Part.NOT_SPLIT):
                self._notes[key[1:]][note] = None

    def _cause_of(self, key: Key, *, is_after: bool) -> tuple[Part, str]:
        name = self._given.names.get(key[0], key[0]) or "Dit totaal"
        if key in self._open:
            what = self._open[key].capitalize()
            return Part.NOT_SPLIT, _NO_SIZE.format(what=what)
        if key not in self._present:
            return Part.UNEXPLAINED, _APPEARS.format(name=name)
        if not is_after:
            return Part.UNEXPLAINED, _GOES.format(name=name)
        if key in self._unlike:
            return Part.UNEXPLAINED, _OTHER_METHOD
        return Part.REAL, ""

    def _cell(self, cell: Cell) -> BridgeCell:
        sums = [found.get(cell, Fte(0)) for found in self._sums]
        before, after = sums[0], sums[-1]
        is_known = all(amount is not None for amount in sums)
        parts = self._parts[cell] if is_known else {}
        return BridgeCell(
            place=cell[0],
            sector=cell[1],
            before=before,
            after=after,
            difference=_less(after, before) if is_known else None,
            parts={part: Fte(parts[part]) for part in Part if parts.get(part)},
            notes=tuple(self._notes[cell]),
        )

    def _add(self, key: Key, part: Part, hundredths: int) -> None:
        self._parts[key[1:]][part] += hundredths

    def _at(self, key: Key) -> int:
        return self._level.get(self._grouped(key), 0)

    def _group(self, organisation: str) -> str:
        return self._groups.get(organisation, organisation)

    def _grouped(self, key: Key) -> Key:
        return self._group(key[0]), key[1], key[2]


def _count(amounts: Amounts, key: Key) -> int:
    amount = amounts.get(key)
    return amount.hundredths if amount else 0


def _sum_cells(amounts: Amounts) -> dict[Cell, Fte | None]:
    sums: dict[Cell, Fte | None] = {}
    for key, amount in amounts.items():
        sums[key[1:]] = sum_fte([sums.get(key[1:], Fte(0)), amount])
    return sums


def _join(lineage: Iterable[Lineage]) -> dict[str, str]:
    """Return for organisations that passed into each other one name they share."""
    group: dict[str, str] = {}
    for step in lineage:
        one = group.setdefault(step.before, step.before)
        other = group.setdefault(step.after, step.after)
        for member, name in group.items():
            if name == one:
                group[member] = other
    return group


def _less(after: Fte | None, before: Fte | None) -> Fte | None:
    return None if after is None or before is None else after - before
