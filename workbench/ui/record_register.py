"""Shows any instrument of the letter as a register: its table, its form, and adding."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication

from workbench.domain.instrument import Instrument, InstrumentField, ValueKind
from workbench.ui.calm_combo import Choice
from workbench.ui.entry_form import Choices
from workbench.ui.field_values import FieldKind, FieldSpec
from workbench.ui.register_panel import Register
from workbench.ui.rows_panel import Column
from workbench.ui.session import Session
from workbench.usecases.record_lines import RecordLine, list_lines
from workbench.usecases.record_words import choices_of
from workbench.usecases.records import add_record, change_record, remove_record

_KINDS = {
    ValueKind.TEXT: FieldKind.TEXT,
    ValueKind.LONG: FieldKind.LONG,
    ValueKind.DATE: FieldKind.DATE,
    ValueKind.FTE: FieldKind.FTE,
    ValueKind.CHANGE: FieldKind.CHANGE,
    ValueKind.NUMBER: FieldKind.NUMBER,
}
_NUMBERS = (ValueKind.FTE, ValueKind.CHANGE, ValueKind.NUMBER)


def tr(text: str) -> str:
    """Return `text` in the user's language."""
    return QCoreApplication.translate("record_register", text)


def record_register(
    session: Session, instrument: Instrument, case_id: str = ""
) -> Register:
    """Return an instrument as a panel shows it; of one case if it is given."""
    key = instrument.key

    def add(values: Mapping[str, Any]) -> str:
        done = session.run(add_record, key, values, case_id)
        return done[0] if done else ""

    def change(record_id: str, name: str, value: object) -> None:
        session.run(change_record, key, record_id, name, value)

    def remove(record_id: str) -> None:
        session.run(remove_record, key, record_id)

    return Register(
        name=instrument.name,
        intro=instrument.about,
        words=_words(instrument),
        columns=[_column(field) for field in instrument.fields if field.column],
        fields=[_spec(field) for field in instrument.fields],
        new_fields=[field.name for field in instrument.fields],
        start=_start(instrument),
        read=lambda: session.read(list_lines, key, case_id),
        key=lambda line: line.record.id,
        title=lambda line: line.title,
        values=_values,
        choices=lambda _line: _choices(session, instrument, case_id),
        add=add,
        change=change,
        remove=remove,
        is_shipped=lambda line: line.row.is_shipped,
        has_original=lambda line: line.row.has_original,
        remark=lambda line: line.remark,
    )


def _words(instrument: Instrument) -> Mapping[str, str]:
    one = instrument.one
    return {
        "add": tr("{one} toevoegen").format(one=one[:1].upper() + one[1:]),
        "new": tr("Nieuw: {one}").format(one=one),
        "remove": tr("Verwijderen"),
        "restore": tr("Terug naar wat het programma noemt"),
    }


def _start(instrument: Instrument) -> Mapping[str, object]:
    """Return what a new record begins with: the first choice where one is needed."""
    return {
        field.name: field.choices[0]
        for field in instrument.fields
        if field.is_required and field.choices and field.name in ("state", "kind")
    }


def _values(line: RecordLine) -> Mapping[str, object]:
    return {
        name: None if value == "" else value for name, value in line.record.values.items()
    }


def _choices(session: Session, instrument: Instrument, case_id: str) -> Choices:
    unknown: list[Choice] = [(None, tr("Onbekend"))]
    return {
        field.name: [*unknown, *session.read(choices_of, field, case_id)]
        for field in instrument.fields
        if field.kind.is_chosen
    }


def _spec(field: InstrumentField) -> FieldSpec:
    label = tr("{label} (nodig)") if field.is_required else "{label}"
    return FieldSpec(
        name=field.name,
        label=label.format(label=field.label),
        kind=_KINDS.get(field.kind, FieldKind.CHOICE),
        hint=field.hint,
        is_wide=field.is_wide,
    )


def _column(field: InstrumentField) -> Column:
    return Column(
        title=field.label,
        text=partial(_text, name=field.name),
        sort=partial(_sort, name=field.name),
        is_number=field.kind in _NUMBERS,
        width=field.column,
    )


def _text(line: RecordLine, name: str) -> str:
    return line.texts[name]


def _sort(line: RecordLine, name: str) -> str:
    group, value = line.sort_key(name)
    return f"{group}{value + 10**12:013d}" if isinstance(value, int) else f"1{value}"
