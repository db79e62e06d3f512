"""What must hold of a record before it is kept; the rest may be unknown."""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import date

from workbench.domain.errors import FactInvalidError
from workbench.domain.fte import NO_FTE, Fte
from workbench.domain.instrument import Instrument, InstrumentField, Record, ValueKind
from workbench.domain.notation import write_date
from workbench.rules.instruments import load_instruments
from workbench.store import cases
from workbench.usecases.context import Context
from workbench.usecases.record_lists import find_record
from workbench.usecases.record_words import choices_of, write_field

_PERIODS = (
    ("valid_from", "valid_until"),
    ("start_on", "until_on"),
    ("scanned_on", "valid_until"),
    ("asked_on", "answer_by"),
)
_PERCENT = frozenset({"share", "weight", "score"})


def check_record(
    context: Context, record: Record, names: Collection[str] | None = None
) -> None:
    """Refuse a record that cannot be.

    Args:
        names: Fields that were changed; all when it is new. What was lacking before is
            asked for only when the field itself is touched.

    Raises:
        FactInvalidError: With the label of the field and what it should be.
    """
    instrument = load_instruments()[record.instrument]
    for field in instrument.fields:
        if names is None or field.name in names:
            _check_value(context, field, record)
    for first, last in _PERIODS:
        _check_order(instrument, record, first, last)
    own = _OWN_CHECKS.get(instrument.key)
    if own is not None:
        own(context, instrument, record)


def _check_value(context: Context, field: InstrumentField, record: Record) -> None:
    value = record.values.get(field.name)
    if value is None or value == "":
        if field.is_required:
            _refuse(field, "", "een waarde; dit is nodig om het te bewaren")
        return
    if field.kind.is_chosen:
        allowed = {key for key, _ in choices_of(context, field, record.case_id)}
        if value not in allowed:
            _refuse(field, str(value), "een keuze uit de lijst")
    if field.kind is ValueKind.FTE and isinstance(value, Fte) and value < NO_FTE:
        _refuse(field, write_field(context, field, value), "nul of meer fte")
    if field.kind is ValueKind.NUMBER and isinstance(value, int):
        _check_number(field, value)


def _check_number(field: InstrumentField, value: int) -> None:
    if value < 0:
        _refuse(field, str(value), "nul of meer")
    if field.name in _PERCENT and value > 100:
        _refuse(field, str(value), "een getal van 0 tot en met 100")


def _check_order(instrument: Instrument, record: Record, first: str, last: str) -> None:
    start, end = record.values.get(first), record.values.get(last)
    if isinstance(start, date) and isinstance(end, date) and end < start:
        _refuse(instrument.field(last), write_date(end), f"{write_date(start)} of later")


def _check_plan(_context: Context, instrument: Instrument, record: Record) -> None:
    """A term or a reasoned "niet opportuun" (principle 1)."""
    outcome = record.text("outcome")
    if outcome == "op termijn" and record.values.get("term_on") is None:
        _refuse(instrument.field("term_on"), "", "de dag waarop het bereikt moet zijn")
    if outcome == "niet opportuun" and not record.text("reason"):
        _refuse(instrument.field("reason"), "", "de reden waarom het niet opportuun is")


def _check_change_request(context: Context, instrument: Instrument, record: Record) -> None:
    """The building belongs to the masterplan that is to be changed (measure c)."""
    building = find_record(context, "buildings", record.text("building_id"))
    if building and building.text("masterplan_id") != record.text("masterplan_id"):
        field = instrument.field("building_id")
        value = write_field(context, field, building.id)
        _refuse(field, value, "een pand van het gekozen masterplan")


def _check_talk(_context: Context, instrument: Instrument, record: Record) -> None:
    is_held = record.text("state") == "gehouden"
    if is_held and record.values.get("held_on") is None:
        _refuse(instrument.field("held_on"), "", "de dag van het gesprek")


def _check_other_case(context: Context, instrument: Instrument, record: Record) -> None:
    number = record.text("other_number")
    found = cases.find_case_id(context.store, number)
    if found is None or found == record.case_id:
        _refuse(instrument.field("other_number"), number, "het nummer van een andere casus")


def _check_years(_context: Context, instrument: Instrument, record: Record) -> None:
    first, last = record.values.get("period_from"), record.values.get("period_until")
    if isinstance(first, int) and isinstance(last, int) and last < first:
        _refuse(instrument.field("period_until"), str(last), f"{first} of later")


_OWN_CHECKS: dict[str, Callable[[Context, Instrument, Record], None]] = {
    "ministry_plans": _check_plan,
    "change_requests": _check_change_request,
    "talks": _check_talk,
    "relations": _check_other_case,
    "precedents": _check_other_case,
    "masterplans": _check_years,
}


def _refuse(field: InstrumentField, value: str, expected: str) -> None:
    raise FactInvalidError(field=field.label, value=value, expected=expected)
