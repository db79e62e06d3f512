"""The register of known causes why figures of two dates differ."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication

from workbench.domain.adjustment import Adjustment, AdjustmentKind
from workbench.domain.notation import write_date, write_fte
from workbench.domain.place import BY_CODE, PROVINCES
from workbench.ui.calm_combo import Choice
from workbench.ui.entry_form import Choices
from workbench.ui.field_values import FieldKind, FieldSpec
from workbench.ui.register_panel import Register
from workbench.ui.rows_panel import Column
from workbench.ui.session import Session
from workbench.usecases.adjustments import (
    FIELDS,
    KINDS,
    MEANINGS,
    NOT_PUBLISHED,
    AdjustmentRow,
    NewAdjustment,
    add_adjustment,
    change_adjustment,
    list_adjustments,
    remove_adjustment,
)
from workbench.usecases.fields import SECTORS
from workbench.usecases.organisations import list_organisations

_SIDES = ("from_place", "to_place", "from_sector", "to_sector")


def adjustments_register(session: Session) -> Register:
    """Return the causes as a panel shows them."""

    def add(values: Mapping[str, Any]) -> str:
        done = session.run(add_adjustment, _read(values))
        return done[0] if done else ""

    def change(key: str, name: str, value: object) -> None:
        given = "" if value is None and name in _SIDES else value
        session.run(change_adjustment, key, name, given)

    def remove(key: str) -> None:
        session.run(remove_adjustment, key)

    return Register(
        name=tr("Oorzaken"),
        intro=tr(
            "Waarom cijfers van twee peildata verschillen zonder dat er banen bij komen of"
            " verdwijnen. Alleen bij een verplaatsing wisselen mensen van plaats."
        ),
        words=_words(),
        columns=_columns(),
        fields=_fields(),
        new_fields=tuple(FIELDS),
        start={"kind": AdjustmentKind.MOVE, "organisation": "", "note": "", "source": ""},
        read=lambda: session.read(list_adjustments),
        key=lambda row: row.adjustment.id,
        title=lambda row: title_of(row.adjustment),
        values=_values,
        choices=lambda _row: _choices(),
        add=add,
        change=change,
        remove=remove,
        is_shipped=lambda row: row.is_shipped,
        has_original=lambda row: row.has_original,
        remark=_remark,
        offers=lambda: _offers(session),
    )


def tr(text: str) -> str:
    """Return `text` in the user's language."""
    return QCoreApplication.translate("adjustments_register", text)


def title_of(cause: Adjustment) -> str:
    """Return what a cause is called in a heading."""
    kind = tr(KINDS[cause.kind])
    return f"{kind}: {cause.organisation}" if cause.organisation else kind


def write_way(cause: Adjustment) -> str:
    """Return from where to where, as in "Fryslân → Groningen"."""
    here = _side(cause.from_place, cause.from_sector)
    there = _side(cause.to_place, cause.to_sector)
    return f"{here} → {there}"


def _side(place: str, sector: str) -> str:
    if place:
        return BY_CODE[place].name
    names = {str(key): name for key, name in SECTORS.items()}
    return tr(names[sector]) if sector else tr("niet genoemd")


def _offers(session: Session) -> Mapping[str, Sequence[str]]:
    rows = session.read(list_organisations, session.context.today())
    return {"organisation": [row.name for row in rows if row.organisation]}


def _words() -> Mapping[str, str]:
    return {
        "add": tr("Oorzaak toevoegen"),
        "new": tr("Nieuwe oorzaak"),
        "remove": tr("Oorzaak verwijderen"),
        "restore": tr("Terug naar wat het programma noemt"),
    }


def _read(values: Mapping[str, Any]) -> NewAdjustment:
    texts = {
        name: values.get(name) or "" for name in (*_SIDES, "organisation", "note", "source")
    }
    return NewAdjustment(
        kind=values["kind"],
        day=values.get("day"),
        amount=values.get("amount"),
        **texts,
    )


def _values(row: AdjustmentRow) -> Mapping[str, object]:
    found = {name: getattr(row.adjustment, name) for name in FIELDS}
    return found | {name: found[name] or None for name in _SIDES}


def _choices() -> Choices:
    nowhere: list[Choice] = [(None, tr("Niet genoemd"))]
    provinces: list[Choice] = [(one.code, one.name) for one in PROVINCES]
    sectors: list[Choice] = [(str(key), tr(name)) for key, name in SECTORS.items()]
    return {
        "kind": [(kind, tr(word)) for kind, word in KINDS.items()],
        "from_place": nowhere + provinces,
        "to_place": nowhere + provinces,
        "from_sector": nowhere + sectors,
        "to_sector": nowhere + sectors,
    }


def _remark(row: AdjustmentRow) -> str:
    said = [tr(MEANINGS[row.adjustment.kind])]
    if row.adjustment.amount is None:
        said.append(
            tr(
                "Het aantal is niet gepubliceerd: een verschil dat hierdoor kan komen, heet"
                " “niet gesplitst”."
            )
        )
    if row.is_shipped:
        said.append(tr("Deze oorzaak komt met het programma mee, met haar bron."))
    return " ".join(said)


def _fields() -> tuple[FieldSpec, ...]:
    choice = FieldKind.CHOICE
    return (
        FieldSpec(name="kind", label=tr("Soort"), kind=choice),
        FieldSpec(name="day", label=tr("Op of voor peildatum"), kind=FieldKind.DATE),
        FieldSpec(name="organisation", label=tr("Organisatie"), is_wide=True),
        FieldSpec(name="from_place", label=tr("Van provincie"), kind=choice),
        FieldSpec(name="to_place", label=tr("Naar provincie"), kind=choice),
        FieldSpec(name="from_sector", label=tr("Van sector"), kind=choice),
        FieldSpec(name="to_sector", label=tr("Naar sector"), kind=choice),
        FieldSpec(
            name="amount",
            label=tr("Aantal fte"),
            kind=FieldKind.FTE,
            hint=tr("Leeg: niet gepubliceerd."),
            is_wide=True,
        ),
        FieldSpec(name="note", label=tr("Toelichting"), kind=FieldKind.LONG, is_wide=True),
        FieldSpec(name="source", label=tr("Bron"), is_wide=True),
    )


def _columns() -> list[Column]:
    return [
        Column(
            title=tr("Dag"),
            text=lambda row: write_date(row.adjustment.day),
            sort=lambda row: row.adjustment.day.toordinal(),
            width=125,
        ),
        Column(
            title=tr("Soort"), text=lambda row: tr(KINDS[row.adjustment.kind]), width=130
        ),
        Column(
            title=tr("Organisatie"),
            text=lambda row: row.adjustment.organisation,
            width=195,
        ),
        Column(
            title=tr("Aantal fte"),
            text=lambda row: write_amount(row.adjustment),
            sort=lambda row: (
                row.adjustment.amount.hundredths if row.adjustment.amount else -1
            ),
            is_number=True,
            width=130,
        ),
        Column(title=tr("Van en naar"), text=lambda row: write_way(row.adjustment)),
    ]


def write_amount(cause: Adjustment) -> str:
    """Return the amount, or that it was not published."""
    return tr(NOT_PUBLISHED) if cause.amount is None else write_fte(cause.amount)
