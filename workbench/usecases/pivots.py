"""What a user can ask of the register as a table of rows and columns."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from workbench.analysis.pivoting import DayCells, build_table
from workbench.domain.delivery import Staff
from workbench.domain.notation import write_list
from workbench.domain.pivot import (
    Dimension,
    Measure,
    PivotOrigin,
    PivotQuestion,
    PivotTable,
)
from workbench.domain.slice import Slice
from workbench.store import deliveries
from workbench.store import pivots as store_pivots
from workbench.store.pivots import DayFacts
from workbench.usecases.context import Context
from workbench.usecases.pivot_facts import (
    Names,
    Surroundings,
    method_notes,
    randstad_note,
)

_MOST_ORIGINS = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class PivotChoices:
    """What a table of one slice can be made of.

    Attributes:
        days: Reference dates with figures, oldest first.
        horizons: Years of forecasts in the whole register; `None` for actual figures.
        staff: Whom the figures tell apart.
        known_on: Days on which a delivery came, oldest first.
        names: Keys and names by dimension, for filters.
    """

    days: tuple[date, ...]
    horizons: tuple[int | None, ...]
    staff: frozenset[Staff]
    known_on: tuple[date, ...]
    names: Mapping[Dimension, Mapping[str, str]]

    @property
    def default_staff(self) -> Staff:
        """Everybody, unless only one part was ever counted."""
        both = {Staff.BOTH} & self.staff or len(self.staff) != 1
        return Staff.BOTH if both else next(iter(self.staff))


def pivot_choices(context: Context, slice_: Slice) -> PivotChoices:
    """Return what the register offers for a table."""
    store = context.store
    days = store_pivots.list_days(store, slice_)
    came = {
        one.delivered_on
        for one in deliveries.list_deliveries(store)
        if not one.is_withdrawn
    }
    return PivotChoices(
        days=tuple(days),
        horizons=tuple(store_pivots.list_horizons(store)),
        staff=frozenset(store_pivots.list_staff(store, slice_)),
        known_on=tuple(sorted(came)),
        names=Surroundings.read(context, store, slice_).names(slice_, days),
    )


def prepare_pivot(context: Context, question: PivotQuestion) -> Callable[[], PivotTable]:
    """Return the work of answering a question, for a job of its own."""

    def work() -> PivotTable:
        with store_pivots.borrow_reader(context.store) as store:
            return _answer(replace(context, store=store), question)

    return work


def explain_cell(context: Context, table: PivotTable, row: int, column: int) -> PivotOrigin:
    """Return the deliveries and source cells one cell of a table rests on."""
    question = table.question
    heads = (table.rows[row], table.columns[column])
    filters = dict(question.filters)
    for head, dimensions in zip(heads, (question.rows, question.columns), strict=True):
        if not head.is_total:
            chosen = zip(dimensions, head.key, strict=True)
            filters |= {one: frozenset({key}) for one, key in chosen}
    day_text = table.day_of(row, column)
    filters[Dimension.DAY] = frozenset({day_text})
    day = date.fromisoformat(day_text)
    narrowed = replace(question, filters=tuple(filters.items()))
    facts = Surroundings.read(context, context.store, question.slice_).on(question, day)
    found, count = store_pivots.list_origins(
        context.store, narrowed, day, facts, _MOST_ORIGINS
    )
    by_id = {one.id: one for one in deliveries.list_deliveries(context.store)}
    return PivotOrigin(
        question=question,
        row=heads[0].key,
        column=heads[1].key,
        day=day,
        cell=table.cell(row, column),
        figures=tuple((value, by_id[delivery_id]) for value, delivery_id in found),
        count=count,
    )


def _answer(context: Context, question: PivotQuestion) -> PivotTable:
    store = context.store
    around = Surroundings.read(context, store, question.slice_)
    known = store_pivots.list_days(store, question.slice_)
    asked = question.allowed(Dimension.DAY)
    shown = [day for day in known if asked is None or day.isoformat() in asked]
    before = _days_before(question, known, shown)
    facts = {
        day: around.on(question, day)
        for day in sorted({*shown, *filter(None, before.values())})
    }
    sums = {
        found.day: found.cells for found in store_pivots.sum_days(store, question, facts)
    }
    days = [
        DayCells(
            day=day.isoformat(),
            cells=sums[day],
            before=sums[earlier] if (earlier := before.get(day)) else (),
        )
        for day in shown
    ]
    names = around.names(question.slice_, facts)
    return build_table(question, days, names, _notes(around, question, names, facts))


def _days_before(
    question: PivotQuestion, known: list[date], shown: list[date]
) -> dict[date, date | None]:
    """Return the date before each shown one, where a change asks for it."""
    if question.measure is not Measure.CHANGE:
        return {}
    earlier = dict(zip(known[1:], known[:-1], strict=True))
    return {day: earlier.get(day) for day in shown}


def _notes(
    around: Surroundings,
    question: PivotQuestion,
    names: Names,
    facts: Mapping[date, DayFacts],
) -> list[str]:
    notes = []
    if question.slice_.horizon is not None:
        notes.append(f"Dit is een prognose voor {question.slice_.horizon}, geen telling.")
    used = {*question.rows, *question.columns, *dict(question.filters)}
    if Dimension.RANDSTAD in used and facts:
        held = {day: around.randstad(day) for day in facts}
        told = {str(one): randstad_note(one, day) for day, one in sorted(held.items())}
        notes += told.values()
    if any(one.parts for one in facts.values()):
        parts = {key for one in facts.values() for key in one.parts}
        listed = names[Dimension.ORGANISATION]
        words = write_list(sorted(listed.get(key, key) for key in parts)[:5])
        notes.append(
            "Wat al in het cijfer van de eigen organisatie zit, telt niet nog eens mee"
            f" ({len(parts)} onderdelen, waaronder {words})."
        )
    if question.measure is Measure.SHARE:
        notes.append(
            "Een aandeel is het deel van alle fte in deze tabel op dezelfde peildatum."
        )
    methods = [
        (day, store_pivots.list_methods_of(around.store, question.slice_, day))
        for day in facts
    ]
    return notes + method_notes(names, methods)
