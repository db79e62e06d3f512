"""What a bridge consists of: cells with their parts, and their sums."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from workbench.domain.delivery import ALL_SECTORS, WHOLE_COUNTRY
from workbench.domain.fte import Fte, sum_fte

Cell = tuple[str, str]


class Part(StrEnum):
    """Why two figures differ, in the order in which a bridge shows it."""

    CORRECTION = "correction"
    METHOD = "method"
    SCOPE = "scope"
    ORGANISATION = "organisation"
    REALLOCATION = "reallocation"
    MOVE = "move"
    REAL = "real"
    NOT_SPLIT = "not_split"
    UNEXPLAINED = "unexplained"


PART_NAMES = {
    Part.CORRECTION: "Correctie",
    Part.METHOD: "Andere telling",
    Part.SCOPE: "Andere afbakening",
    Part.ORGANISATION: "Organisatiewijziging",
    Part.REALLOCATION: "Herindeling",
    Part.MOVE: "Verplaatsing",
    Part.REAL: "Werkelijke verandering",
    Part.NOT_SPLIT: "Niet gesplitst",
    Part.UNEXPLAINED: "Onverklaard",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class BridgeCell:
    """One cell of a table at two dates.

    Attributes:
        before: As published then; `None` when unknown.
        difference: After less before; `None` when either is unknown.
        parts: What it is made of, without parts of nothing; adds up to `difference`.
        notes: Whole sentences for under the table.
    """

    place: str
    sector: str
    before: Fte | None
    after: Fte | None
    difference: Fte | None
    parts: Mapping[Part, Fte] = field(default_factory=dict)
    notes: tuple[str, ...] = ()

    def part(self, part: Part) -> Fte:
        return self.parts.get(part, Fte(0))

    @property
    def is_explained(self) -> bool:
        return self.difference is not None and Part.UNEXPLAINED not in self.parts


@dataclass(frozen=True, slots=True, kw_only=True)
class Bridge:
    """The bridge between two dates, cell by cell."""

    cells: tuple[BridgeCell, ...]

    def place(self, code: str) -> BridgeCell:
        """Return all sectors of a place together."""
        return _together(code, [cell for cell in self.cells if cell.place == code])

    def whole(self) -> BridgeCell:
        """Return all cells together; what moved inside cancels out."""
        return _together(WHOLE_COUNTRY, self.cells)

    @property
    def places(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(cell.place for cell in self.cells))

    @property
    def unexplained(self) -> tuple[BridgeCell, ...]:
        """The cells that keep a report from being made."""
        return tuple(cell for cell in self.cells if not cell.is_explained)

    @property
    def is_explained(self) -> bool:
        return not self.unexplained


def statement_bridge(
    place: str,
    difference: Fte,
    known: Mapping[Part, Fte],
    notes: Sequence[str],
    *,
    has_open_cause: bool,
) -> BridgeCell:
    """Return a difference that was published, with the parts that were published.

    With an open cause, which is known but not its size, the rest is "niet gesplitst".
    """
    rest = difference
    for amount in known.values():
        rest -= amount
    part = Part.NOT_SPLIT if has_open_cause else Part.UNEXPLAINED
    parts = dict(known) | ({part: rest} if rest.hundredths else {})
    return BridgeCell(
        place=place,
        sector=ALL_SECTORS,
        before=None,
        after=None,
        difference=difference,
        parts=parts,
        notes=tuple(notes),
    )


def _together(place: str, cells: Iterable[BridgeCell]) -> BridgeCell:
    found = list(cells)
    difference = sum_fte([cell.difference for cell in found])
    parts: dict[Part, int] = {}
    for cell in found:
        for part, amount in cell.parts.items():
            parts[part] = parts.get(part, 0) + amount.hundredths
    return BridgeCell(
        place=place,
        sector=ALL_SECTORS,
        before=sum_fte([cell.before for cell in found]),
        after=sum_fte([cell.after for cell in found]),
        difference=difference,
        parts={part: Fte(parts[part]) for part in Part if parts.get(part)},
        notes=tuple(dict.fromkeys(note for cell in found for note in cell.notes)),
    )
