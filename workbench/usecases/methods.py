"""Keeps the ways of counting, so that a break in a series can be told from growth."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from datetime import date

from workbench.domain.delivery import Method
from workbench.domain.errors import FactInvalidError
from workbench.domain.place import fold
from workbench.rules import registers
from workbench.store import deliveries, methods
from workbench.usecases.context import Change, Context

FIELDS = {
    "title": "Naam",
    "from_date": "Eerste peildatum",
    "note": "Wat anders is",
    "source": "Bron",
}
_EVERYTHING = Change(everything=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class MethodRow:
    """A way of counting and where it comes from.

    Attributes:
        is_shipped: Comes with the program and was not changed here.
        has_original: Removing it brings back what came with the program.
        used: Number of deliveries that were counted this way.
    """

    method: Method
    is_shipped: bool
    has_original: bool
    used: int


def list_methods(context: Context) -> list[MethodRow]:
    """Return the methods of the office and the program, by first date; unknown first."""
    shipped = {one.key: one for one in registers.load_methods()}
    own = {one.key: one for one in methods.list_methods(context.store)}
    used = Counter(
        one.method
        for one in deliveries.list_deliveries(context.store)
        if not one.is_withdrawn
    )
    found = [
        MethodRow(
            method=one,
            is_shipped=one.key not in own,
            has_original=one.key in shipped,
            used=used[one.key],
        )
        for one in (shipped | own).values()
    ]
    return sorted(
        found, key=lambda row: (row.method.from_date or date.min, row.method.title)
    )


def add_method(
    context: Context,
    title: str,
    from_date: date | None = None,
    *,
    note: str = "",
    source: str = "",
) -> tuple[str, Change]:
    """Add a way of counting; its key follows from its title and never changes.

    Raises:
        FactInvalidError: Without a title, or with one that already stands there.
    """
    plain = title.strip()
    rows = list_methods(context)
    if not plain:
        raise FactInvalidError(field="Naam", value="", expected="een naam")
    if fold(plain) in {fold(row.method.title) for row in rows}:
        raise FactInvalidError(
            field="Naam", value=plain, expected="een naam die nog niet in de lijst staat"
        )
    key = "-".join(plain.casefold().split())
    taken = {row.method.key for row in rows}
    if key in taken:
        key = next(
            f"{key}-{n}" for n in range(2, len(taken) + 3) if f"{key}-{n}" not in taken
        )
    method = Method(
        key=key,
        title=plain,
        from_date=from_date,
        note=note.strip(),
        source=source.strip(),
    )
    with context.batch(f"Telmethode {plain} toegevoegd"):
        methods.save_method(context.store, method)
    return key, _EVERYTHING


def change_method(context: Context, key: str, field: str, value: object) -> Change:
    """Change one property; of a method of the program, the office's version starts here.

    Raises:
        FactInvalidError: The title is taken away.
    """
    method = _find(context, key).method
    if isinstance(value, str):
        value = value.strip()
    if getattr(method, field) == value:
        return Change()
    if field == "title" and not value:
        raise FactInvalidError(field="Naam", value="", expected="een naam")
    changed = replace(method, **{field: value})  # type: ignore[arg-type]  # named field
    with context.batch(f"{FIELDS[field]} van telmethode {method.title} gewijzigd"):
        methods.save_method(context.store, changed)
    return _EVERYTHING


def remove_method(context: Context, key: str) -> Change:
    """Take a method of the office away; one of the program returns as it came.

    Raises:
        FactInvalidError: Deliveries still refer to it.
    """
    row = _find(context, key)
    if row.used and not row.has_original:
        raise FactInvalidError(
            field="Telmethode",
            value=row.method.title,
            expected="een telmethode waar geen levering naar verwijst",
        )
    with context.batch(f"Telmethode {row.method.title} verwijderd"):
        methods.remove_method(context.store, key)
    return _EVERYTHING


def _free_key(wanted: str, taken: set[str]) -> str:
    key, number = wanted, 2
    while key in taken:
        key, number = f"{wanted}-{number}", number + 1
    return key


def _find(context: Context, key: str) -> MethodRow:
    found = [row for row in list_methods(context) if row.method.key == key]
    if not found:
        raise FactInvalidError(
            field="Telmethode", value=key, expected="een telmethode uit de lijst"
        )
    return found[0]
