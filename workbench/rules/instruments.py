"""Reads the instruments of the letter, and the records that public sources give of them."""

from __future__ import annotations

import tomllib
from datetime import date
from functools import cache
from pathlib import Path
from typing import cast

from workbench import paths
from workbench.domain.errors import RulesInvalidError
from workbench.domain.fte import Fte
from workbench.domain.instrument import Instrument, InstrumentField, Record, ValueKind
from workbench.domain.rule import Citation
from workbench.rules.entries import Entry, Table
from workbench.rules.reference import load_sources

_PUBLISHED = ("reference", "records.toml")


@cache
def load_instruments() -> dict[str, Instrument]:
    """Return every instrument by key, in the order of the window.

    Raises:
        RulesInvalidError: A file cannot be read or an entry is wrong.
    """
    titles = {one.key: one.title for one in load_sources()}
    folder = Path(paths.resource("instruments"))
    found = [
        _instrument(Entry(path, table), titles)
        for path in sorted(folder.glob("*.toml"))
        for table in _tables(path, "instrument")
    ]
    return {one.key: one for one in found}


@cache
def load_records() -> tuple[Record, ...]:
    """Return what public sources tell; what they leave out is unknown.

    Raises:
        RulesInvalidError: The file cannot be read or names an unknown field.
    """
    path = Path(paths.resource(*_PUBLISHED))
    instruments = load_instruments()
    found = []
    for table in _tables(path, "record"):
        entry = Entry(path, table)
        instrument = instruments[entry.text("instrument")]
        given = entry.table("values")
        if unknown := given.keys() - {field.name for field in instrument.fields}:
            entry.fail(f"{', '.join(sorted(unknown))}: unknown field")
        values = {one.name: _value(one, given.get(one.name)) for one in instrument.fields}
        found.append(Record(id=entry.key, instrument=instrument.key, values=values))
        entry.finish()
    return tuple(found)


def _value(field: InstrumentField, given: object) -> object:
    if given is None:
        return "" if field.kind.is_text else None
    if field.kind in (ValueKind.FTE, ValueKind.CHANGE):
        return Fte.of(cast("int", given))
    return given


def _instrument(entry: Entry, titles: dict[str, str]) -> Instrument:
    instrument = Instrument(
        key=entry.key,
        name=entry.text("name"),
        one=entry.text("one"),
        group=entry.text("group"),
        about=entry.text("about"),
        source=_citation(entry, titles),
        fields=tuple(_field(entry, table) for table in entry.tables("fields")),
        title=entry.texts("title"),
        parent=entry.text("parent", ""),
        is_of_case=entry.flag("case", False),
        stays_open=entry.flag("stays_open", False),
        closed=entry.texts("closed"),
        complete=entry.texts("complete"),
        is_listed=entry.flag("is_listed", True),
    )
    entry.finish()
    names = {field.name for field in instrument.fields}
    for name in (*instrument.title, *instrument.complete):
        if name not in names:
            entry.fail(f"{name}: no such field")
    return instrument


def _field(entry: Entry, table: Table) -> InstrumentField:
    inner = Entry(Path(entry.key), {"key": table.get("name", ""), **table})
    field = InstrumentField(
        name=inner.text("name"),
        label=inner.text("label"),
        kind=ValueKind(inner.text("kind", "text")),
        choices=inner.texts("choices"),
        links=inner.text("links", ""),
        hint=inner.text("hint", ""),
        is_wide=inner.flag("wide", False),
        is_required=inner.flag("required", False),
        column=inner.number("column") if "column" in table else 0,
        returns=inner.text("returns", ""),
        ends=inner.flag("ends", False),
    )
    inner.finish()
    return field


def _citation(entry: Entry, titles: dict[str, str]) -> Citation:
    source = entry.inner(entry.table("source"))
    document = source.text("document")
    if document not in titles:
        entry.fail(f"source: {document} is not in the register of sources")
    citation = Citation(
        document=document,
        title=titles[document],
        sentences=source.numbers("sentences"),
        place=source.text("place", ""),
    )
    source.finish()
    return citation


def _tables(path: Path, kind: str) -> list[Table]:
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise RulesInvalidError(path=str(path), entry="", detail=str(error)) from error
    return cast("list[Table]", content.get(kind, []))


def holds_between(first: date | None, last: date | None, day: date) -> bool:
    """Whether a period, open where it is unknown, holds on `day`."""
    return (first is None or first <= day) and (last is None or day <= last)
