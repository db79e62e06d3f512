"""What a letter can say of records: of the one it is about, or of those of a case."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.domain.finding import Fact
from workbench.domain.fte import sum_fte
from workbench.domain.instrument import Instrument, Record
from workbench.domain.notation import UNKNOWN, write_change, write_date, write_fte
from workbench.domain.place import PROVINCES
from workbench.rules.instruments import load_instruments
from workbench.store import cases
from workbench.usecases.cards import ministry_card
from workbench.usecases.context import Context
from workbench.usecases.record_lists import find_record, records_of
from workbench.usecases.record_words import missing_parts, title_of, write_field
from workbench.usecases.weighings import compare

_HOUSING = ("change_requests", "masterplans")


def record_facts(context: Context, record: Record) -> tuple[Fact, ...]:
    """Return the fields of a record as facts "record.<field>", and what hangs on it."""
    instrument = load_instruments()[record.instrument]
    origin = f"Instrumenten, {instrument.name.lower()}"
    lacking = ", ".join(missing_parts(record)).lower()
    found = [
        *_fields(context, instrument, record, "record"),
        Fact(
            key="record.title",
            label=instrument.one,
            text=title_of(context, record),
            origin=origin,
        ),
        Fact(key="record.missing", label="Nog te beschrijven", text=lacking, origin=origin),
    ]
    for child in load_instruments().values():
        if child.parent == instrument.key:
            found.extend(_children(context, child, record.id))
    if instrument.key == "talks":
        found.extend(_ministry_fte(context, record.text("ministry")))
    return tuple(found)


def case_record_facts(context: Context, case_id: str) -> tuple[Fact, ...]:
    """Return the records of a case as facts "<instrument>.<id>.<field>"."""
    found: list[Fact] = []
    for instrument in load_instruments().values():
        if instrument.is_of_case and instrument.is_listed:
            for record in records_of(context, instrument.key, case_id):
                prefix = f"{instrument.key}.{record.id}"
                found.extend(_fields(context, instrument, record, prefix))
    number = cases.load_case(context.store, case_id).number
    found.extend(_housing(context, number))
    is_weighed = bool(records_of(context, "criteria", case_id))
    compared = compare(context, case_id) if is_weighed else None
    if compared is not None and compared.weighing.first:
        said = " ".join(compared.weighed)
        origin = "afweging van locaties"
        found.append(Fact(key="weighing.said", label="Afweging", text=said, origin=origin))
    return tuple(found)


def _housing(context: Context, number: str) -> Iterator[Fact]:
    """Yield the masterplan of the case, its buildings, and the request to change it."""
    for key in _HOUSING:
        instrument = load_instruments()[key]
        for record in records_of(context, key):
            if record.text("case_number") != number:
                continue
            name = "change_request" if key == "change_requests" else "masterplan"
            yield from _fields(context, instrument, record, name)
            plan = record if key == "masterplans" else None
            if plan is None:
                plan = find_record(context, "masterplans", record.text("masterplan_id"))
                if plan is not None:
                    plans = load_instruments()["masterplans"]
                    yield from _fields(context, plans, plan, "masterplan")
            if plan is not None:
                buildings = load_instruments()["buildings"]
                yield from _children(context, buildings, plan.id)
            return


def _children(context: Context, child: Instrument, parent_id: str) -> Iterator[Fact]:
    link = next(one.name for one in child.fields if one.links == child.parent)
    for record in records_of(context, child.key):
        if record.text(link) == parent_id:
            yield from _fields(context, child, record, f"{child.key}.{record.id}")


def _fields(
    context: Context, instrument: Instrument, record: Record, prefix: str
) -> Iterator[Fact]:
    origin = f"{instrument.name}: {title_of(context, record)}"
    for field in instrument.fields:
        text = write_field(context, field, record.values.get(field.name))
        if text:
            text = text if field.name != "address" else record.text("address")
        key = f"{prefix}.{field.name}"
        yield Fact(key=key, label=field.label, text=text or UNKNOWN, origin=origin)


def _ministry_fte(context: Context, ministry: str) -> Iterator[Fact]:
    """Yield the fte of the ministry's services per province; unknown stays unknown."""
    today = context.today()
    if not any(one.key == ministry and one.exists_on(today) for one in context.ministries):
        return
    card = ministry_card(context, ministry)
    if not card.days:
        return
    day = card.days[-1]
    amounts = [(place, card.by_place.get((day, place.code))) for place in PROVINCES]
    if all(amount is None for _, amount in amounts):
        return
    note = f"Stand op {write_date(day)}; geteld naar standplaats."
    title = "Fte van het ministerie per provincie"
    yield Fact(key="ministry_fte", label=title, text="Provincie|Fte", origin=note)
    for place, amount in amounts:
        key = f"ministry_fte.{place.code}"
        yield Fact(key=key, label=place.name, text=write_fte(amount), origin=note)
    total = sum_fte([amount for _, amount in amounts])
    yield Fact(key="ministry_fte.NL", label="Nederland", text=write_fte(total), origin=note)


def effect_of(context: Context, masterplan: str) -> str:
    """Return the effect of all change requests on a masterplan, "onbekend" if one is."""
    found = [
        one.values.get("effect")
        for one in records_of(context, "change_requests")
        if one.text("masterplan_id") == masterplan and one.text("state") != "ingetrokken"
    ]
    return write_change(sum_fte(found))  # type: ignore[arg-type]  # Fte or None by kind
