"""Says what stands in a record: its fields in words, its title, and what can be chosen."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from workbench.domain.fte import Fte
from workbench.domain.instrument import InstrumentField, Record, ValueKind
from workbench.domain.notation import write_change, write_date, write_fte
from workbench.domain.organisation import Ministry
from workbench.domain.place import PROVINCES
from workbench.domain.site import SiteKind
from workbench.rules import reference
from workbench.rules.instruments import load_instruments
from workbench.rules.registers import load_sites
from workbench.store import sites
from workbench.usecases.context import Context
from workbench.usecases.fields import STAGES
from workbench.usecases.record_lists import records_of

_VITAL = "vital-"
_LONGEST = 60
_GONE = "verwijderd"


def region_names(context: Context) -> dict[str, str]:
    """Return every region one can choose by key: provinces, NPVR and COROP regions."""
    names = {one.code: f"{one.name} (provincie)" for one in PROVINCES}
    for listed in context.rules.lists:
        if listed.key.startswith(_VITAL):
            names[listed.key] = f"{listed.title} (NPVR)"
    for region in reference.load_regions():
        names[region.code] = f"{region.name} (COROP)"
    return names


def region_provinces(context: Context) -> dict[str, frozenset[str]]:
    """Return of every region one can choose the codes of the provinces it lies in."""
    found = {one.code: frozenset({one.code}) for one in PROVINCES}
    for listed in context.rules.lists:
        found[listed.key] = frozenset(listed.provinces)
    for region in reference.load_regions():
        found[region.code] = frozenset({region.province})
    return found


Known = dict[str, dict[str, str]]


def write_field(
    context: Context, field: InstrumentField, value: object, known: Known | None = None
) -> str:
    """Return a value in words; "" when it is unknown.

    Args:
        known: Words of what can be chosen, by kind or instrument; kept and used again by
            whoever writes many fields.
    """
    if value is None or value == "":
        return ""
    if isinstance(value, date):
        return write_date(value)
    if isinstance(value, Fte):
        return write_change(value) if field.kind is ValueKind.CHANGE else write_fte(value)
    text = str(value)
    if not field.kind.is_chosen:
        return text
    if field.kind is ValueKind.CHOICE:
        return text[:1].upper() + text[1:]
    words = {} if known is None else known
    name = field.links or field.kind.value
    if name not in words:
        words[name] = dict(choices_of(context, field))
    return words[name].get(text, _GONE if field.links else text)


def title_of(context: Context, record: Record, known: Known | None = None) -> str:
    """Return how a record is called in a list, a log or the agenda."""
    instrument = load_instruments()[record.instrument]
    parts = [
        write_field(context, instrument.field(name), record.values.get(name), known)
        for name in instrument.title
    ]
    words = ", ".join(filter(None, (_in_short(part) for part in parts)))
    return words or instrument.one


def choices_of(
    context: Context, field: InstrumentField, case_id: str = ""
) -> list[tuple[str, str]]:
    """Return key and words of what can be chosen in a field."""
    if field.kind is ValueKind.CHOICE:
        return [(one, one[:1].upper() + one[1:]) for one in field.choices]
    if field.kind is ValueKind.LINK:
        return _linked(context, field.links, case_id)
    listing = _LISTS.get(field.kind)
    return listing(context) if listing else []


def missing_parts(record: Record) -> list[str]:
    """Return the labels of what an offer or another complete record still lacks."""
    instrument = load_instruments()[record.instrument]
    return [
        instrument.field(name).label
        for name in instrument.complete
        if not record.text(name).strip()
    ]


def _linked(context: Context, key: str, case_id: str) -> list[tuple[str, str]]:
    scope = case_id if load_instruments()[key].is_of_case else ""
    known: Known = {}
    return [
        (one.id, title_of(context, one, known)) for one in records_of(context, key, scope)
    ]


def _ministries(context: Context) -> list[Ministry]:
    """Return every ministry there was or is once, under its latest name."""
    in_order = sorted(context.ministries, key=lambda one: one.valid_from or date.min)
    return sorted({one.key: one for one in in_order}.values(), key=lambda one: one.name)


def _hubs(context: Context) -> list[tuple[str, str]]:
    known = {one.id: one for one in (*load_sites(), *sites.list_sites(context.store))}
    return [(one.id, one.name) for one in known.values() if one.kind is SiteKind.HUB]


_LISTS: dict[ValueKind, Callable[[Context], list[tuple[str, str]]]] = {
    ValueKind.PROVINCE: lambda _context: [(one.code, one.name) for one in PROVINCES],
    ValueKind.REGION: lambda context: list(region_names(context).items()),
    ValueKind.MINISTRY: lambda context: [(m.key, m.name) for m in _ministries(context)],
    ValueKind.STAGE: lambda _context: [(key.value, word) for key, word in STAGES.items()],
    ValueKind.HUB: _hubs,
}


def _in_short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= _LONGEST else flat[: _LONGEST - 1] + "…"
