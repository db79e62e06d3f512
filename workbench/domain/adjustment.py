"""Known causes why figures of two dates differ without people coming or going."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from workbench.domain.fte import Fte


class AdjustmentKind(StrEnum):
    """What moved fte from one cell of a table to another, or in or out of it.

    A move is real: people change place. The others only change where fte is counted.
    """

    MOVE = "verplaatsing"
    REALLOCATION = "herindeling"
    SCOPE = "afbakening"
    ORGANISATION = "organisatiewijziging"


@dataclass(frozen=True, slots=True, kw_only=True)
class Adjustment:
    """One cause, as reported; it leaves one cell and arrives in another.

    Attributes:
        day: Last day of the period it falls in counts in: reference date before < day
            <= reference date after.
        organisation: Key or name of the organisation concerned; may be empty.
        from_place: Empty when it arrives from outside the register (scope).
        to_place: Empty when it leaves the register (scope).
        amount: Never negative; `None` when known to have happened but not how much.
    """

    id: str
    kind: AdjustmentKind
    day: date
    organisation: str = ""
    from_place: str = ""
    to_place: str = ""
    from_sector: str = ""
    to_sector: str = ""
    amount: Fte | None
    note: str = ""
    source: str = ""
    is_sample: bool = False
