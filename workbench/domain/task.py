"""Something the office still has to do."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """One thing to do, for a case or for the office as a whole (`case_id` is `None`)."""

    id: str
    title: str
    case_id: str | None = None
    due_on: date | None = None
    done_on: date | None = None
