"""Lays each cell of a yearly return beside what was sent and what is known now."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from operator import attrgetter

from workbench.domain.delivery import FteValue
from workbench.domain.fte import Fte
from workbench.exchange import return_form as form
from workbench.exchange.cells import write_address
from workbench.exchange.return_form import ReturnLine
from workbench.exchange.return_review import ReturnReview
from workbench.exchange.return_rows import ReturnRow

key_of = attrgetter(
    "reference_date", "horizon", "place", "sector", "organisation", "notion", "staff"
)


class CellState(StrEnum):
    """How a cell stands between what was sent, what came back and what is known now."""

    SAME = "ongewijzigd"
    CHANGED = "gewijzigd"
    CLEARED = "leeggemaakt"
    OVERTAKEN = "register gewijzigd"
    CONFLICT = "botsing"


@dataclass(frozen=True, slots=True, kw_only=True)
class CellComparison:
    """One cell three ways.

    Attributes:
        value: The figure as it would be taken in.
        column: Its column of the form.
        sent: What stood there when the workbook went out.
        now: What the register knows.
        is_accepted: It is to be taken in.
    """

    value: FteValue
    row: ReturnRow
    column: int
    sent: Fte | None
    now: Fte | None
    is_accepted: bool = False

    @property
    def returned(self) -> Fte | None:
        return self.value.value

    @property
    def state(self) -> CellState:
        """What taking it in would mean; equal to what is known is never a change."""
        if self.returned == self.now:
            return CellState.SAME
        if self.returned == self.sent:
            return CellState.OVERTAKEN
        if self.sent != self.now:
            return CellState.CONFLICT
        return CellState.CLEARED if self.returned is None else CellState.CHANGED

    @property
    def can_be_accepted(self) -> bool:
        return self.state is not CellState.SAME


def compare_cells(
    review: ReturnReview,
    sent: Sequence[ReturnLine],
    values: Sequence[FteValue],
    now: Sequence[FteValue],
) -> tuple[CellComparison, ...]:
    """Return every cell that was read; what nothing speaks against is accepted."""
    places = _places(review)
    lines = {line.key: line for line in sent}
    known: Mapping[object, Fte | None] = {key_of(one): one.value for one in now}
    found = []
    for value in values:
        if value.cell not in places:
            continue  # of a row that says nothing but what a merged cell says
        row, column = places[value.cell]
        line = lines.get(row.key)
        cell = CellComparison(
            value=value,
            row=row,
            column=column,
            sent=line.amounts[column - form.CIVIL] if line else None,
            now=known.get(key_of(value)),
        )
        found.append(replace(cell, is_accepted=cell.state is CellState.CHANGED))
    return tuple(found)


def _places(review: ReturnReview) -> dict[str, tuple[ReturnRow, int]]:
    """Return the line and the column of the form of each cell, by its address."""
    return {
        f"{review.table.sheet}!{write_address((row.row, at))}": (row, column)
        for row in review.rows
        for column in form.INPUTS
        if (at := row.columns.get(column))
    }
