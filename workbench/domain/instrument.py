"""An instrument of the letter as a register: what is kept of it, and one record of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from workbench.domain.rule import Citation


class ValueKind(StrEnum):
    """What a field of a record holds.

    Amounts of fte are `Fte`; "change" may be below zero. Empty text is unknown text, and
    every other kind is `None` when unknown.
    """

    TEXT = "text"
    LONG = "long"
    DATE = "date"
    FTE = "fte"
    CHANGE = "change"
    NUMBER = "number"
    CHOICE = "choice"
    PROVINCE = "province"
    REGION = "region"
    MINISTRY = "ministry"
    HUB = "hub"
    STAGE = "stage"
    LINK = "link"

    @property
    def is_text(self) -> bool:
        """Whether the value is text, "" when unknown."""
        return self not in _NO_TEXT

    @property
    def is_chosen(self) -> bool:
        """Whether the value is one of a list."""
        return self in _CHOSEN


_NO_TEXT = frozenset({ValueKind.DATE, ValueKind.FTE, ValueKind.CHANGE, ValueKind.NUMBER})
_CHOSEN = frozenset(
    {
        ValueKind.CHOICE, ValueKind.PROVINCE, ValueKind.REGION, ValueKind.MINISTRY,
        ValueKind.HUB, ValueKind.STAGE, ValueKind.LINK,
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class InstrumentField:
    """One field of an instrument; its name is also that of the column in the store.

    Attributes:
        choices: For "choice", as they are kept and shown.
        links: For "link", the key of the instrument of the other record.
        column: Width in the table at zoom 100; 0 when it is not shown there.
        returns: How the record comes back in the agenda on this date; "" when it does not.
        ends: A value here ends what would come back.
    """

    name: str
    label: str
    kind: ValueKind = ValueKind.TEXT
    choices: tuple[str, ...] = ()
    links: str = ""
    hint: str = ""
    is_wide: bool = False
    is_required: bool = False
    column: int = 0
    returns: str = ""
    ends: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Instrument:
    """One register: its words, its fields, and how its records end.

    Attributes:
        key: Also the name of the table.
        one: One record of it, inside a sentence.
        title: Fields that together name a record.
        parent: Key of the instrument whose records these belong to; may be empty.
        is_of_case: Whether each record belongs to a case.
        stays_open: Its records can still change when the case is closed.
        closed: Values of "state" after which nothing comes back any more.
        complete: Fields that must all be filled for the record to be complete.
        is_listed: Whether it has a table of its own in the window.
    """

    key: str
    name: str
    one: str
    group: str
    about: str
    source: Citation
    fields: tuple[InstrumentField, ...]
    title: tuple[str, ...]
    parent: str = ""
    is_of_case: bool = False
    stays_open: bool = False
    closed: tuple[str, ...] = ()
    complete: tuple[str, ...] = ()
    is_listed: bool = True

    def field(self, name: str) -> InstrumentField:
        """Return a field; a `LookupError` when there is none."""
        for field in self.fields:
            if field.name == name:
                return field
        raise LookupError(name)


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One record: its values by field, as `ValueKind` describes them.

    Attributes:
        case_id: Of the case it belongs to; "" when it belongs to the office.
    """

    id: str
    instrument: str
    values: Mapping[str, object]
    case_id: str = ""

    def text(self, name: str) -> str:
        """Return a text; "" when unknown."""
        value = self.values.get(name)
        return "" if value is None else str(value)
