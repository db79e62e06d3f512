"""What a pivot table must know that is no figure: names, ministries and the Randstad."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from workbench.domain.delivery import ALL_SECTORS, WHOLE_COUNTRY
from workbench.domain.notation import write_date, write_list
from workbench.domain.organisation import Organisation
from workbench.domain.pivot import NO, YES, Dimension, PivotQuestion
from workbench.domain.place import BY_CODE, PROVINCES
from workbench.domain.rule import ProvinceList
from workbench.domain.slice import Detail, Level, Slice
from workbench.rules import reference
from workbench.store import deliveries, organisations
from workbench.store import pivots as store_pivots
from workbench.store.connection import Store
from workbench.store.pivots import DayFacts
from workbench.usecases.context import Context
from workbench.usecases.fields import SECTORS
from workbench.usecases.methods import list_methods

Names = dict[Dimension, dict[str, str]]
_RANDSTAD = "randstad"
_UNNAMED = "niet bekend"


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The organisations and the store that facts are taken from, read once."""

    context: Context
    store: Store
    services: Mapping[str, Organisation]

    @staticmethod
    def read(context: Context, store: Store, slice_: Slice) -> Surroundings:
        found = (
            organisations.list_organisations(store)
            if slice_.detail is Detail.ORGANISATIONS
            else []
        )
        return Surroundings(context, store, {one.id: one for one in found})

    def names(self, slice_: Slice, days: Iterable[date]) -> Names:
        """Return what each key is called, in the order in which heads stand."""
        ordered = sorted(days)
        last = ordered[-1] if ordered else self.context.today()
        services = {key: one.name_on(last) for key, one in self.services.items()}
        sources = deliveries.list_deliveries(self.store)
        return {
            Dimension.DAY: {day.isoformat(): write_date(day) for day in ordered},
            Dimension.PLACE: _places(slice_.level),
            Dimension.RANDSTAD: {
                YES: "Randstad",
                NO: "Buiten de Randstad",
                "": "Randstad niet vastgelegd",
            },
            Dimension.SECTOR: {str(key): name for key, name in SECTORS.items()}
            | {ALL_SECTORS: "zonder sector"},
            Dimension.MINISTRY: _ministries(self.context) | {"": _UNNAMED},
            Dimension.ORGANISATION: _by_name(services),
            Dimension.DELIVERY: {one.id: one.title for one in sources},
            Dimension.METHOD: {
                row.method.key: row.method.title for row in list_methods(self.context)
            }
            | {"": _UNNAMED},
        }

    def on(self, question: PivotQuestion, day: date) -> DayFacts:
        used = {*question.rows, *question.columns, *dict(question.filters)}
        held = self.randstad(day) if Dimension.RANDSTAD in used else None
        return DayFacts(
            ministries=self._ministries_on(day) if Dimension.MINISTRY in used else {},
            randstad=_codes(held, question.slice_.level),
            parts=self.parts_on(question.slice_, day),
        )

    def randstad(self, day: date) -> ProvinceList | None:
        """Return what is meant by Randstad on a day."""
        lists = self.context.rules.lists
        return next(
            (one for one in lists if one.key == _RANDSTAD and one.holds_on(day)), None
        )

    def _ministries_on(self, day: date) -> dict[str, str]:
        found = {}
        for key in self.services:
            line = self._line_above(key, day)
            top = self.services[line[-1] if line else key].parent_on(day)
            if top is not None and top.ministry:
                found[key] = top.ministry
        return found

    def parts_on(self, slice_: Slice, day: date) -> frozenset[str]:
        """Return the organisations that are counted in those above them."""
        lines = {key: self._line_above(key, day) for key in self.services}
        above = {one for line in lines.values() for one in line}
        if not above:
            return frozenset()
        present = store_pivots.present_organisations(self.store, slice_, day, sorted(above))
        return frozenset(key for key, line in lines.items() if present.intersection(line))

    def _line_above(self, key: str, day: date) -> list[str]:
        """Return the organisations above one, the nearest first."""
        line: list[str] = []
        parent = self.services[key].parent_on(day)
        while parent is not None and parent.organisation in self.services:
            if parent.organisation in (key, *line):
                break
            line.append(parent.organisation)
            parent = self.services[parent.organisation].parent_on(day)
        return line


def randstad_note(held: ProvinceList | None, day: date) -> str:
    if held is None:
        return f"Wat op {write_date(day)} de Randstad is, is niet vastgelegd."
    names = write_list([BY_CODE[code].name for code in sorted(held.provinces)])
    note = f" ({held.source.note})" if held.source.note else ""
    return f"Met de Randstad zijn op {write_date(day)} bedoeld: {names}{note}."


def method_notes(
    names: Names, of_days: Sequence[tuple[date, Sequence[tuple[str, bool]]]]
) -> list[str]:
    """Return what must be said of dates that were counted in different ways."""
    titles = names[Dimension.METHOD]
    notes = []
    before: tuple[date, set[str]] | None = None
    for day, found in of_days:
        keys = {key for key, _ in found}
        words = write_list(sorted(titles.get(key, key) for key in keys))
        if len(keys) > 1:
            notes.append(f"De cijfers van {write_date(day)} zijn geteld volgens {words}.")
        if before is not None and keys != before[1]:
            notes.append(
                f"Tussen {write_date(before[0])} en {write_date(day)} veranderde de"
                f" telmethode; vanaf dan geldt {words}. Een verschil hoeft geen echte"
                " verandering te zijn."
            )
        before = (day, keys)
    if any(is_sample for _, found in of_days for _, is_sample in found):
        notes.append("VOORBEELD: in deze tabel staan verzonnen cijfers.")
    return notes


def _places(level: Level) -> dict[str, str]:
    if level is Level.COUNTRY:
        return {WHOLE_COUNTRY: "Nederland"}
    if level is Level.PROVINCE:
        return {one.code: one.name for one in PROVINCES}
    return {one.code: one.name for one in reference.load_regions()}


def _codes(held: ProvinceList | None, level: Level) -> frozenset[str]:
    if held is None:
        return frozenset()
    if level is Level.PROVINCE:
        return held.provinces
    regions = reference.load_regions()
    return frozenset(one.code for one in regions if one.province in held.provinces)


def _ministries(context: Context) -> dict[str, str]:
    newest = sorted(context.ministries, key=lambda one: one.valid_from or date.min)
    return _by_name({one.key: one.name for one in newest})


def _by_name(names: Mapping[str, str]) -> dict[str, str]:
    ordered = sorted(names.items(), key=lambda item: item[1].casefold())
    return dict(ordered)
