"""The register of ways of counting, with the first date each was used for."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication

from workbench.domain.notation import write_date
from workbench.ui.field_values import FieldKind, FieldSpec
from workbench.ui.register_panel import Register
from workbench.ui.rows_panel import Column
from workbench.ui.session import Session
from workbench.usecases.methods import (
    FIELDS,
    MethodRow,
    add_method,
    change_method,
    list_methods,
    remove_method,
)


def methods_register(session: Session) -> Register:
    """Return the ways of counting as a panel shows them."""

    def change(key: str, name: str, value: object) -> None:
        session.run(change_method, key, name, value)

    def remove(key: str) -> None:
        session.run(remove_method, key)

    return Register(
        name=tr("Telmethoden"),
        intro=tr(
            "Elke levering noemt haar telmethode. Jaren die anders zijn geteld, worden niet"
            " zonder meer vergeleken: de breuk staat bij elke trend."
        ),
        words=_words(),
        columns=_columns(),
        fields=_fields(),
        new_fields=tuple(FIELDS),
        start={"title": "", "note": "", "source": ""},
        read=lambda: session.read(list_methods),
        key=lambda row: row.method.key,
        title=lambda row: row.method.title,
        values=lambda row: {name: getattr(row.method, name) for name in FIELDS},
        choices=lambda _row: {},
        add=partial(_add, session),
        change=change,
        remove=remove,
        is_shipped=lambda row: row.is_shipped,
        has_original=lambda row: row.has_original,
        remark=_remark,
    )


def _add(session: Session, values: Mapping[str, Any]) -> str:
    texts = {name: values.get(name) or "" for name in ("title", "note", "source")}
    done = session.run(
        add_method,
        texts["title"],
        values.get("from_date"),
        note=texts["note"],
        source=texts["source"],
    )
    return done[0] if done else ""


def tr(text: str) -> str:
    """Return `text` in the user's language."""
    return QCoreApplication.translate("methods_register", text)


def _words() -> Mapping[str, str]:
    return {
        "add": tr("Telmethode toevoegen"),
        "new": tr("Nieuwe telmethode"),
        "remove": tr("Telmethode verwijderen"),
        "restore": tr("Terug naar wat het programma noemt"),
    }


def _remark(row: MethodRow) -> str:
    if row.is_shipped:
        return tr(
            "Deze telmethode komt met het programma mee, zoals de bron haar noemt. Weet u"
            " meer, vul dat dan aan; dan ontstaat een eigen versie."
        )
    return tr("Dit is uw eigen versie.") if row.has_original else ""


def _fields() -> tuple[FieldSpec, ...]:
    return (
        FieldSpec(name="title", label=tr("Naam"), is_wide=True),
        FieldSpec(
            name="from_date",
            label=tr("Eerste peildatum"),
            kind=FieldKind.DATE,
            hint=tr("Leeg: vanaf het begin, of onbekend."),
            is_wide=True,
        ),
        FieldSpec(
            name="note",
            label=tr("Wat anders is dan daarvoor"),
            kind=FieldKind.LONG,
            hint=tr("In een of twee zinnen; deze tekst staat onder figuren."),
            is_wide=True,
        ),
        FieldSpec(name="source", label=tr("Bron"), is_wide=True),
    )


def _columns() -> list[Column]:
    return [
        Column(title=tr("Telmethode"), text=lambda row: row.method.title, width=280),
        Column(
            title=tr("Eerste peildatum"),
            text=lambda row: _day(row.method.from_date),
            sort=lambda row: (row.method.from_date or date.min).toordinal(),
            width=140,
        ),
        Column(
            title=tr("Leveringen"),
            text=lambda row: str(row.used),
            sort=lambda row: row.used,
            is_number=True,
            width=100,
        ),
        Column(title=tr("Bron"), text=lambda row: row.method.source),
    ]


def _day(day: date | None) -> str:
    return write_date(day) if day else ""
