"""Adds, renames, moves and ends organisations; each is one named action to undo."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from workbench.domain.errors import FactInvalidError
from workbench.domain.notation import write_date
from workbench.domain.organisation import (
    Lineage,
    LineageKind,
    NamePeriod,
    Organisation,
    OrganisationKind,
    ParentPeriod,
    Sector,
)
from workbench.domain.place import fold
from workbench.store import organisations
from workbench.usecases.context import Change, Context
from workbench.usecases.organisations import load_organisation, name_of
from workbench.usecases.periods import FROM, check_order, end_on, start_on

FIELDS = {
    "kind": "Soort",
    "sector": "Sector",
    "is_public_task": "Publieke taak",
    "tooi": "TOOI-code",
    "source": "Bron",
}
LINEAGE_WORDS = {
    LineageKind.RENAMED: "hernoemd",
    LineageKind.MERGED: "samengevoegd",
    LineageKind.SPLIT: "gesplitst",
}
_TOOI = re.compile(r"[a-z]{2,8}\d{2,8}")
_EVERYTHING = Change(everything=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class NewOrganisation:
    """What is known of an organisation when it is added; most may come later.

    Attributes:
        ministry: Key of the ministry; empty with `parent`, or when unknown.
        parent: Id of the organisation it is a unit of.
        is_public_task: Only kept of a zbo.
    """

    name: str
    kind: OrganisationKind = OrganisationKind.EXECUTIVE
    sector: Sector = Sector.MINISTRIES
    ministry: str = ""
    parent: str = ""
    valid_from: date | None = None
    is_public_task: bool | None = None
    tooi: str = ""
    source: str = ""


def add_organisation(context: Context, new: NewOrganisation) -> tuple[str, Change]:
    """Add an organisation under a ministry, a service, or nothing yet.

    Raises:
        FactInvalidError: Without a name, or with one that already stands there.
    """
    name = _named(new.name)
    parent = ParentPeriod(
        ministry=new.ministry, organisation=new.parent, valid_from=new.valid_from
    )
    _refuse_double(context, name, parent)
    one = Organisation(
        id=context.new_id(),
        kind=new.kind,
        sector=new.sector,
        is_public_task=new.is_public_task,
        tooi=_read_tooi(new.tooi),
        names=(NamePeriod(name=name, valid_from=new.valid_from),),
        parents=(parent,) if new.ministry or new.parent else (),
        source=new.source.strip(),
    )
    kept = one if is_agency(one) else replace(one, is_public_task=None)
    return one.id, _save(context, kept, f"Organisatie {name} toegevoegd")


def rename_organisation(context: Context, key: str, name: str, day: date | None) -> Change:
    """Give another name from `day` on; the earlier name stays for earlier days.

    Raises:
        FactInvalidError: No name, no day, or a day on which it does not exist.
    """
    one, new, start = load_organisation(context, key), _named(name), _dated(day)
    if not one.exists_on(start):
        raise FactInvalidError(
            field=FROM,
            value=write_date(start),
            expected=f"een dag waarop {name_of(one, start)} bestaat",
        )
    if one.name_on(start) == new:
        raise FactInvalidError(
            field="Nieuwe naam", value=new, expected="een andere naam dan die al geldt"
        )
    names = start_on(one.names, NamePeriod(name=new), start)
    words = f"{name_of(one, start)} heet vanaf {write_date(start)} {new}"
    return _save(context, replace(one, names=names), words)


def move_organisation(
    context: Context, key: str, day: date | None, *, ministry: str = "", parent: str = ""
) -> Change:
    """Let it belong to another ministry or organisation from `day` on.

    Raises:
        FactInvalidError: Nowhere to belong, below itself, or no day.
    """
    one, start = load_organisation(context, key), _dated(day)
    if bool(ministry) == bool(parent):
        raise FactInvalidError(
            field="Hoort bij", value="", expected="een ministerie of een organisatie"
        )
    _refuse_circle(context, one, parent)
    new = ParentPeriod(ministry=ministry, organisation=parent)
    held = one.parent_on(start)
    if held is not None and (held.ministry, held.organisation) == (ministry, parent):
        return Change()
    parents = start_on(one.parents, new, start)
    above = name_of(load_organisation(context, parent), start) if parent else ministry
    words = f"{name_of(one, start)} hoort vanaf {write_date(start)} bij {above}"
    return _save(context, replace(one, parents=parents), words)


def end_organisation(context: Context, key: str, last_day: date | None) -> Change:
    """Let it exist no longer after `last_day`.

    Raises:
        FactInvalidError: No day, or one before it began.
    """
    one, last = load_organisation(context, key), _dated(last_day, "Laatste dag")
    check_order(one.names[0].valid_from, last)
    ended = replace(one, names=end_on(one.names, last), parents=end_on(one.parents, last))
    words = f"{name_of(one, last)} bestaat tot en met {write_date(last)}"
    return _save(context, ended, words)


def change_organisation(context: Context, key: str, field: str, value: object) -> Change:
    """Change one property that does not go by period; an equal value writes nothing."""
    one = load_organisation(context, key)
    if isinstance(value, str):
        value = _read_tooi(value) if field == "tooi" else value.strip()
    if field == "kind":
        value = OrganisationKind(str(value))
    if field == "sector":
        value = Sector(str(value))
    if getattr(one, field) == value:
        return Change()
    changed = replace(one, **{field: value})  # type: ignore[arg-type]  # named field
    if not is_agency(changed):
        changed = replace(changed, is_public_task=None)
    return _save(
        context, changed, f"{FIELDS[field]} van {name_of(one, context.today())} gewijzigd"
    )


def is_agency(one: Organisation) -> bool:
    """Return whether the question of a public task arises."""
    return one.sector is Sector.AGENCIES or one.kind is OrganisationKind.AGENCY


def record_lineage(context: Context, step: Lineage) -> Change:
    """Keep that one organisation passed into another; `step.id` is made here.

    Raises:
        FactInvalidError: Into itself, or the same step a second time.
    """
    before, after = (load_organisation(context, key) for key in (step.before, step.after))
    known = {(one.before, one.after) for one in organisations.list_lineage(context.store)}
    if step.before == step.after or (step.before, step.after) in known:
        raise FactInvalidError(
            field="Andere organisatie",
            value=name_of(after, step.day),
            expected="een organisatie die hier nog niet staat",
        )
    words = LINEAGE_WORDS[step.kind]
    names = f"{name_of(before, step.day)} naar {name_of(after, step.day)}"
    with context.batch(f"Opvolging vastgelegd: {names} ({words})"):
        organisations.save_lineage(context.store, replace(step, id=context.new_id()))
    return _EVERYTHING


def remove_lineage(context: Context, lineage_id: str) -> Change:
    """Take a step away; undo brings it back."""
    with context.batch("Opvolging verwijderd"):
        organisations.remove_lineage(context.store, lineage_id)
    return _EVERYTHING


def _save(context: Context, one: Organisation, words: str) -> Change:
    with context.batch(words):
        organisations.save_organisation(context.store, one)
    return _EVERYTHING


def _named(name: str) -> str:
    plain = " ".join(name.split())
    if not plain:
        raise FactInvalidError(field="Naam", value="", expected="een naam")
    return plain


def _dated(day: date | None, field: str = FROM) -> date:
    if day is None:
        raise FactInvalidError(
            field=field, value="", expected="een datum, zoals 1 januari 2025"
        )
    return day


def _read_tooi(text: str) -> str:
    """Return the code, also when its whole address was given."""
    code = text.strip().rsplit("/", 1)[-1].lower()
    if code and not _TOOI.fullmatch(code):
        raise FactInvalidError(
            field="TOOI-code", value=text, expected="een code zoals mnre1034 of oorg10001"
        )
    return code


def _refuse_double(context: Context, name: str, parent: ParentPeriod) -> None:
    day = parent.valid_from or context.today()
    for one in organisations.list_organisations(context.store):
        above = one.parent_on(day) or ParentPeriod()
        is_there = (above.ministry, above.organisation) == (
            parent.ministry,
            parent.organisation,
        )
        if is_there and one.exists_on(day) and fold(one.name_on(day)) == fold(name):
            raise FactInvalidError(
                field="Naam",
                value=name,
                expected="een naam die hier nog niet in het register staat",
            )


def _refuse_circle(context: Context, one: Organisation, parent: str) -> None:
    """Refuse a parent that at any time belongs to `one` itself."""
    known = {held.id: held for held in organisations.list_organisations(context.store)}
    waiting, seen = [parent] if parent else [], set()
    while waiting:
        key = waiting.pop()
        if key == one.id:
            raise FactInvalidError(
                field="Hoort bij",
                value=name_of(known[parent], context.today()),
                expected="een organisatie die niet onder deze organisatie valt",
            )
        if key in known and key not in seen:
            seen.add(key)
            waiting += [held.organisation for held in known[key].parents]
