"""Keeps the known causes why figures of two dates differ, beside the published ones."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from workbench.domain.adjustment import Adjustment, AdjustmentKind
from workbench.domain.errors import FactInvalidError
from workbench.domain.fte import NO_FTE, Fte
from workbench.domain.organisation import Sector
from workbench.domain.place import BY_CODE
from workbench.rules import registers
from workbench.rules.registers import RealChange
from workbench.store import adjustments
from workbench.usecases.context import Change, Context

KINDS = {
    AdjustmentKind.MOVE: "Verplaatsing",
    AdjustmentKind.REALLOCATION: "Herindeling",
    AdjustmentKind.SCOPE: "Afbakening",
    AdjustmentKind.ORGANISATION: "Organisatiewijziging",
}
MEANINGS = {
    AdjustmentKind.MOVE: "Mensen wisselen echt van plaats.",
    AdjustmentKind.REALLOCATION: "Alleen de plaats waar fte worden geteld verandert.",
    AdjustmentKind.SCOPE: "Fte gaan meetellen, of tellen niet meer mee.",
    AdjustmentKind.ORGANISATION: "Fte gaan naar een andere organisatie of sector.",
}
FIELDS = {
    "kind": "Soort",
    "day": "Dag",
    "organisation": "Organisatie",
    "from_place": "Van",
    "to_place": "Naar",
    "from_sector": "Van sector",
    "to_sector": "Naar sector",
    "amount": "Aantal fte",
    "note": "Toelichting",
    "source": "Bron",
}
NOT_PUBLISHED = "niet gepubliceerd"
_EVERYTHING = Change(everything=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class AdjustmentRow:
    """A cause and where it comes from.

    Attributes:
        is_shipped: Comes with the program and was not changed here.
        has_original: Removing it brings back what came with the program.
    """

    adjustment: Adjustment
    is_shipped: bool
    has_original: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class NewAdjustment:
    """What is known of a cause when it is added; the words are those of `Adjustment`."""

    kind: AdjustmentKind
    day: date | None
    organisation: str = ""
    from_place: str = ""
    to_place: str = ""
    from_sector: str = ""
    to_sector: str = ""
    amount: Fte | None = None
    note: str = ""
    source: str = ""


def list_adjustments(context: Context) -> list[AdjustmentRow]:
    """Return the causes of the office and the program, the newest first."""
    shipped = {one.id: one for one in registers.load_adjustments()}
    own = {one.id: one for one in adjustments.list_adjustments(context.store)}
    found = [
        AdjustmentRow(
            adjustment=one, is_shipped=one.id not in own, has_original=one.id in shipped
        )
        for one in (shipped | own).values()
    ]
    return sorted(found, key=lambda row: row.adjustment.day, reverse=True)


def known_causes(context: Context) -> list[Adjustment]:
    """Return every cause once, for the bridge between two dates."""
    return [row.adjustment for row in list_adjustments(context)]


def real_changes() -> tuple[RealChange, ...]:
    """Return the changes that a public source calls real."""
    return registers.load_real_changes()


def add_adjustment(context: Context, new: NewAdjustment) -> tuple[str, Change]:
    """Add a cause.

    Raises:
        FactInvalidError: No day, from nowhere to nowhere, or its places do not differ.
    """
    cause = Adjustment(
        id=context.new_id(),
        kind=new.kind,
        day=_dated(new.day),
        organisation=new.organisation.strip(),
        from_place=new.from_place,
        to_place=new.to_place,
        from_sector=new.from_sector,
        to_sector=new.to_sector,
        amount=new.amount,
        note=new.note.strip(),
        source=new.source.strip(),
    )
    _check(cause)
    with context.batch(f"{_name(cause)} toegevoegd"):
        adjustments.save_adjustment(context.store, cause)
    return cause.id, _EVERYTHING


def change_adjustment(context: Context, key: str, field: str, value: object) -> Change:
    """Change one property; of a cause of the program, the office's version starts here.

    Raises:
        FactInvalidError: The cause would lead from nowhere to nowhere.
    """
    cause = _find(context, key)
    if isinstance(value, str) and field != "kind":
        value = value.strip()
    if field == "kind":
        value = AdjustmentKind(str(value))
    if getattr(cause, field) == value:
        return Change()
    if field == "day" and not isinstance(value, date):
        value = _dated(None)
    changed = replace(cause, **{field: value})  # type: ignore[arg-type]  # named field
    _check(changed)
    with context.batch(f"{FIELDS[field]} gewijzigd: {_name(cause)}"):
        adjustments.save_adjustment(context.store, changed)
    return _EVERYTHING


def remove_adjustment(context: Context, key: str) -> Change:
    """Take a cause of the office away; one of the program returns as it came."""
    cause = _find(context, key)
    with context.batch(f"{_name(cause)} verwijderd"):
        adjustments.remove_adjustment(context.store, key)
    return _EVERYTHING


def _find(context: Context, key: str) -> Adjustment:
    found = [one for one in known_causes(context) if one.id == key]
    if not found:
        raise FactInvalidError(
            field="Oorzaak", value=key, expected="een oorzaak uit de lijst"
        )
    return found[0]


def _dated(day: date | None) -> date:
    if day is None:
        raise FactInvalidError(
            field="Dag", value="", expected="een datum, zoals 1 januari 2025"
        )
    return day


def _name(cause: Adjustment) -> str:
    name = KINDS[cause.kind]
    return f"{name} {cause.organisation}" if cause.organisation else name


def _check(cause: Adjustment) -> None:
    sectors = {str(sector) for sector in Sector}
    for field in ("from_place", "to_place", "from_sector", "to_sector"):
        value = getattr(cause, field)
        known = BY_CODE if field.endswith("place") else sectors
        if value and value not in known:
            raise FactInvalidError(
                field=FIELDS[field], value=value, expected="een keuze uit de lijst"
            )
    if cause.kind is AdjustmentKind.MOVE and not (
        cause.from_place and cause.to_place and cause.from_place != cause.to_place
    ):
        raise FactInvalidError(
            field="Van en naar",
            value=_places(cause),
            expected="twee verschillende provincies, want bij een verplaatsing gaan"
            " mensen van de ene naar de andere",
        )
    given = (cause.from_place, cause.to_place, cause.from_sector, cause.to_sector)
    if not any(given):
        raise FactInvalidError(
            field="Van en naar", value="", expected="ten minste een provincie of sector"
        )
    if cause.amount is not None and cause.amount < NO_FTE:
        raise FactInvalidError(
            field="Aantal fte", value=cause.amount.amount, expected="nul of meer"
        )


def _places(cause: Adjustment) -> str:
    names = [BY_CODE[code].name for code in (cause.from_place, cause.to_place) if code]
    return ", ".join(names)
