"""A case: one intended change at one service, from first signal to closing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from workbench.domain.fte import Fte
from workbench.domain.organisation import Sector

CaseId = str


class Occasion(StrEnum):
    """What gives rise to a case; it decides which measure of the letter is looked at."""

    SIZE_CHANGE = "size_change"
    RELOCATION = "relocation"
    NEW_SERVICE = "new_service"
    NEW_UNIT = "new_unit"
    MASTERPLAN = "masterplan"
    CHANGE_REQUEST = "change_request"

    @property
    def is_new(self) -> bool:
        """Whether a service or part is founded."""
        return self in (Occasion.NEW_SERVICE, Occasion.NEW_UNIT)

    @property
    def is_housing(self) -> bool:
        """Whether office housing is asked for, for which no fte threshold is named."""
        return self in (Occasion.MASTERPLAN, Occasion.CHANGE_REQUEST)


class Stage(StrEnum):
    """Where a case is in the procedure (`domain.md` 8.3; a working arrangement)."""

    SIGNAL = "signal"
    NOTICE = "notice"
    RESEARCH = "research"
    DRAFT = "draft"
    CONSULTATION = "consultation"
    ADOPTED = "adopted"
    SENT = "sent"
    CLOSED = "closed"
    ON_HOLD = "on_hold"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True, kw_only=True)
class Shift:
    """The fte of the service in one province, before and after; unknown is `None`."""

    province: str
    before: Fte | None = None
    after: Fte | None = None

    @property
    def change(self) -> Fte | None:
        if self.before is None or self.after is None:
            return None
        return self.after - self.before


@dataclass(frozen=True, slots=True, kw_only=True)
class Location:
    """One place that is compared for a case.

    Attributes:
        region: Name of a programme region such as "Zeeuws-Vlaanderen"; may be empty.
        fte: What would come there; `None` when unknown.
        is_preferred: Whether the advice names this one; at most one per case.
        regional_interest: The reasoned row of its own that principle 2 asks for.
        cost_once: Once, in whole euros; `None` when unknown.
        cost_yearly: Each year, in whole euros.
    """

    id: str
    case_id: CaseId
    position: int
    name: str
    municipality: str = ""
    province: str | None = None
    region: str = ""
    fte: Fte | None = None
    is_preferred: bool = False
    regional_interest: str = ""
    strengthening: str = ""
    labour_market: str = ""
    staff: str = ""
    access: str = ""
    housing: str = ""
    ready_on: date | None = None
    costs: str = ""
    cost_once: int | None = None
    cost_yearly: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """The facts of one case; whatever is not known yet is `None` or empty.

    Attributes:
        number: The office's own reference, such as "2024-0117".
        body: Key of an entry in the list of bodies of the rule set, such as "ind".
        judged_on: Reference day; the notice's date unless changed with a reason.
        figures_on: Reference date of the fte figures.
        fte_before: Size of the service now, civil servants and externals together.
        fte_after: Intended size; for a new service or part, its size.
        shifts: Division over provinces, one per province.
        is_sample: Invented for demonstration; every page and sheet says so.
        revision: Counts the changes; only for display.
    """

    id: CaseId
    number: str
    title: str
    stage: Stage = Stage.SIGNAL
    service: str = ""
    ministry: str | None = None
    sector: Sector | None = None
    body: str | None = None
    occasion: Occasion | None = None
    intention: str = ""
    notice_on: date | None = None
    judged_on: date
    judged_on_reason: str = ""
    figures_on: date | None = None
    fte_before: Fte | None = None
    fte_after: Fte | None = None
    shifts: tuple[Shift, ...] = ()
    planned_year: int | None = None
    recipient_name: str = ""
    recipient_address: str = ""
    their_reference: str = ""
    their_letter_on: date | None = None
    handler: str = ""
    source: str = ""
    is_sample: bool = False

    @property
    def change(self) -> Fte | None:
        """The change in size of the service; for a new one, its whole size."""
        if self.occasion is not None and self.occasion.is_new:
            return self.fte_after
        if self.fte_before is None or self.fte_after is None:
            return None
        return self.fte_after - self.fte_before

    @property
    def is_closed(self) -> bool:
        return self.stage in (Stage.CLOSED, Stage.WITHDRAWN)


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseSummary:
    """One row of the case list."""

    id: CaseId
    number: str
    title: str
    service: str
    stage: Stage
    change: Fte | None
    provinces: tuple[str, ...]
    notice_on: date | None
    judged_on: date
    handler: str
    is_sample: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """An earlier or later case of the same service, for the cumulation warning."""

    number: str
    judged_on: date
    change: Fte | None
