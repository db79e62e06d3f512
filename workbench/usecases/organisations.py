"""Finds ministries, services and units as they were on a day, under any of their names."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from workbench.domain.errors import FactInvalidError
from workbench.domain.notation import write_date
from workbench.domain.organisation import (
    Lineage,
    Ministry,
    NamePeriod,
    Organisation,
    OrganisationKind,
)
from workbench.domain.place import fold
from workbench.store import organisations
from workbench.usecases.context import Context
from workbench.usecases.succession import ministry_on

KINDS = {
    OrganisationKind.CORE: "Kerndepartement",
    OrganisationKind.EXECUTIVE: "Uitvoeringsorganisatie",
    OrganisationKind.INSPECTORATE: "Inspectie",
    OrganisationKind.AGENCY: "Zelfstandig bestuursorgaan (zbo)",
    OrganisationKind.POLICE: "Politie",
    OrganisationKind.JUDICIARY: "Rechtspraak",
    OrganisationKind.PRISONS: "Dienst Justitiële Inrichtingen",
    OrganisationKind.DEFENCE: "Defensieonderdeel",
    OrganisationKind.COUNCIL: "Adviescollege",
    OrganisationKind.SHARED: "Shared service organisatie",
    OrganisationKind.UNIT: "Onderdeel van een dienst",
}
_SAMPLE = "VOORBEELD"


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisationRow:
    """One line of the tree, which is told flat: a ministry, service or unit on a day.

    Attributes:
        key: Key of the ministry or id of the organisation.
        organisation: `None` on the line of a ministry.
        level: 0 for a ministry, 1 for a service, more for the units below it.
        ministry: Key of the ministry that it belongs to on the day; empty if unknown.
        above: Names of what it belongs to, the highest first.
        other_names: Its names in other periods.
    """

    key: str
    name: str
    organisation: Organisation | None = None
    level: int = 0
    ministry: str = ""
    above: tuple[str, ...] = ()
    other_names: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        """The name with what it belongs to, so that two of one name differ."""
        above = self.ministry if self.level == 1 else self.above[-1] if self.above else ""
        return f"{self.name} ({above})" if above else self.name


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisationBook:
    """The organisations of a day, and those of other days to choose from.

    Attributes:
        known: Every organisation, of any day.
    """

    day: date
    rows: tuple[OrganisationRow, ...]
    known: tuple[Organisation, ...]

    def choices(self) -> dict[str, str]:
        """Return the id behind each label, of any day; those of the day first."""
        labels = {one.label: one.key for one in self.rows if one.organisation}
        present = set(labels.values())
        for one in self.known:
            if one.id not in present:
                labels[f"{name_of(one, self.day)} ({_lifetime(one)})"] = one.id
        return labels

    def parents(self) -> dict[str, tuple[str, str]]:
        """Return the ministry or organisation behind each label; one of them is empty."""
        return {
            one.label: ("", one.key) if one.organisation else (one.key, "")
            for one in self.rows
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class LineageRow:
    """One step from organisation to organisation, with the names of that day.

    Attributes:
        before: Its last name before the step.
    """

    lineage: Lineage
    before: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """An organisation under the name it was looked for."""

    organisation: Organisation
    name: NamePeriod


def list_organisations(context: Context, day: date) -> list[OrganisationRow]:
    """Return what exists on `day`: each ministry, below it its services, then their units.

    What belongs to no ministry on that day comes last.
    """
    return list(read_organisations(context, day).rows)


def read_organisations(context: Context, day: date) -> OrganisationBook:
    """Return everything that a page about organisations needs, read once."""
    known = organisations.list_organisations(context.store)
    rows = _Tree(context.ministries, known, day).rows()
    return OrganisationBook(day=day, rows=tuple(rows), known=tuple(known))


def load_organisation(context: Context, key: str) -> Organisation:
    """Return one organisation.

    Raises:
        FactInvalidError: It does not exist (any more).
    """
    try:
        return organisations.load_organisation(context.store, key)
    except LookupError as error:
        expected = "een organisatie uit het register"
        raise FactInvalidError(field="Organisatie", value=key, expected=expected) from error


def members_of(context: Context, ministry: str, day: date) -> list[OrganisationRow]:
    """Return who belongs to a ministry on `day`, also if it has a successor by then."""
    holder = ministry_on(context.ministries, ministry, day)
    rows = list_organisations(context, day)
    return [one for one in rows if one.organisation and one.ministry == holder and holder]


def find_organisations(context: Context, text: str) -> list[Found]:
    """Return the organisations of which any name contains `text`, by name."""
    wanted = fold(text)
    found = [
        Found(organisation=one, name=name)
        for one in organisations.list_organisations(context.store)
        for name in one.names
        if wanted and wanted in fold(name.name)
    ]
    return sorted(found, key=lambda one: one.name.name.casefold())


def list_lineage(context: Context, key: str = "") -> list[LineageRow]:
    """Return the steps that `key` is part of, or all of them, oldest first."""
    steps = [
        one
        for one in organisations.list_lineage(context.store)
        if key in ("", one.before, one.after)
    ]
    if not steps:
        return []
    known = {one.id: one for one in organisations.list_organisations(context.store)}
    return [
        LineageRow(
            lineage=one,
            before=_before(known[one.before], one.day),
            after=name_of(known[one.after], one.day),
        )
        for one in steps
    ]


def name_of(organisation: Organisation, day: date) -> str:
    """Return its name, marked when it was made up."""
    name = organisation.name_on(day)
    is_marked = not organisation.is_sample or _SAMPLE in name.upper()
    return name if is_marked else f"{_SAMPLE} {name}"


def _before(organisation: Organisation, day: date) -> str:
    earlier = date.fromordinal(max(day.toordinal() - 1, 1))
    return name_of(organisation, earlier)


class _Tree:
    """Puts organisations of one day in the order in which they are shown."""

    def __init__(
        self, ministries: Sequence[Ministry], known: Sequence[Organisation], day: date
    ) -> None:
        self._day = day
        self._ministries = ministries
        self._present = {one.id: one for one in known if one.exists_on(day)}
        self._below: dict[str, list[Organisation]] = {}
        self._homeless: list[Organisation] = []
        self._names = {key: name_of(one, day) for key, one in self._present.items()}
        self._holders: dict[str, str] = {}
        for one in self._present.values():
            self._place(one)

    def rows(self) -> list[OrganisationRow]:
        rows: list[OrganisationRow] = []
        existing = [one for one in self._ministries if one.exists_on(self._day)]
        for ministry in sorted(existing, key=lambda one: one.name):
            name = f"{ministry.name} ({ministry.key})"
            rows.append(OrganisationRow(key=ministry.key, name=name, ministry=ministry.key))
            self._add(rows, self._below.get(ministry.key, []), ministry.key, (name,))
        self._add(rows, self._homeless, "", ())
        placed = {one.key for one in rows}
        circling = [one for key, one in self._present.items() if key not in placed]
        self._add(rows, circling, "", ())
        return rows

    def _place(self, one: Organisation) -> None:
        parent = one.parent_on(self._day)
        above = ""
        if parent is not None:
            above = parent.organisation or self._holder(parent.ministry)
        if above and (above in self._present or above in self._holders.values()):
            self._below.setdefault(above, []).append(one)
        else:
            self._homeless.append(one)

    def _holder(self, key: str) -> str:
        if key not in self._holders:
            self._holders[key] = ministry_on(self._ministries, key, self._day)
        return self._holders[key]

    def _add(
        self,
        rows: list[OrganisationRow],
        found: list[Organisation],
        ministry: str,
        above: tuple[str, ...],
    ) -> None:
        waiting = [(one, above) for one in self._ordered(found)]
        seen: set[str] = set()
        while waiting:
            one, line = waiting.pop()
            if one.id in seen:
                continue
            seen.add(one.id)
            rows.append(self._row(one, ministry, line))
            inner = (*line, self._names[one.id])
            below = self._ordered(self._below.get(one.id, []))
            waiting.extend((unit, inner) for unit in below)

    def _ordered(self, found: Iterable[Organisation]) -> list[Organisation]:
        """Return them by name, the last first: they are taken from the end."""
        by_name = sorted(found, key=lambda one: self._names[one.id].casefold())
        return by_name[::-1]

    def _row(
        self, one: Organisation, ministry: str, above: tuple[str, ...]
    ) -> OrganisationRow:
        name = self._names[one.id]
        return OrganisationRow(
            key=one.id,
            name=name,
            organisation=one,
            level=len(above) or 1,
            ministry=ministry,
            above=above,
            other_names=_others(one, self._day),
        )


def _others(one: Organisation, day: date) -> tuple[str, ...]:
    now = one.name_on(day)
    return tuple(dict.fromkeys(held.name for held in one.names if held.name != now))


def _lifetime(one: Organisation) -> str:
    first, last = one.names[0].valid_from, one.names[-1].valid_until
    if last is not None:
        return f"tot en met {write_date(last)}"
    return f"vanaf {write_date(first)}" if first else "zonder datum"
