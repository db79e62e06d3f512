"""Who was in a network on a day, and who can be asked there for a case."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from workbench.domain.case import Case
from workbench.domain.instrument import Record
from workbench.domain.notation import write_date
from workbench.domain.place import find_province
from workbench.store import cases, locations
from workbench.usecases.context import Context
from workbench.usecases.record_lists import holds_on, records_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Membership:
    """The members of a network on a day.

    Attributes:
        members: Those the register knows by name.
        counted: What a source counted on or last before that day; `None` when nothing.
        counted_on: The day of that count.
    """

    members: tuple[Record, ...]
    counted: int | None = None
    counted_on: date | None = None
    source: str = ""


def membership_on(context: Context, network_id: str, day: date) -> Membership:
    """Return who was in a network on a day, and what was counted until then."""
    members = tuple(
        one
        for one in records_of(context, "network_members")
        if one.text("network_id") == network_id and holds_on(one, day)
    )
    counts = [
        (one.values["counted_on"], one)
        for one in records_of(context, "network_counts")
        if one.text("network_id") == network_id
    ]
    until = sorted(
        ((when, one) for when, one in counts if isinstance(when, date) and when <= day),
        key=lambda pair: pair[0],
    )
    if not until:
        return Membership(members=members)
    when, last = until[-1]
    number = last.values["members"]
    return Membership(
        members=members,
        counted=number if isinstance(number, int) else None,
        counted_on=when,
        source=last.text("source"),
    )


def members_told(context: Context, network_id: str, day: date) -> str:
    """Return in words how many members a network has on a day, and how that is known."""
    found = membership_on(context, network_id, day)
    told = [f"Bij naam bekend op {write_date(day)}: {len(found.members)}."]
    if found.counted is not None:
        told.append(
            f"Geteld op {write_date(found.counted_on)}: {found.counted} ({found.source})."
        )
    return " ".join(told)


def networks_for(context: Context, case: Case) -> list[Record]:
    """Return the networks of the provinces a case touches, with their contacts."""
    compared = locations.list_locations(context.store, case.id)
    touched = {shift.province for shift in case.shifts}
    touched |= {one.province for one in compared if one.province}
    return [
        one
        for one in records_of(context, "networks")
        if touched & _provinces(one.text("provinces"))
    ]


def contacts_for(context: Context, case_id: str) -> list[tuple[str, str]]:
    """Return whom a case can ask: name of network or member, and how to reach it."""
    case = cases.load_case(context.store, case_id)
    found = []
    for network in networks_for(context, case):
        found.append((network.text("name"), network.text("contact")))
        day = context.today()
        found += [
            (one.text("organisation"), one.text("contact"))
            for one in membership_on(context, network.id, day).members
            if one.text("contact")
        ]
    return found


def _provinces(text: str) -> set[str]:
    found = (find_province(name) for name in text.split(","))
    return {one.code for one in found if one is not None}
