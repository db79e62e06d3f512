"""Records as a table shows them: every value already in words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from workbench.domain.fte import Fte
from workbench.domain.instrument import Record
from workbench.rules.instruments import load_instruments
from workbench.usecases.context import Context
from workbench.usecases.record_effects import tension_of
from workbench.usecases.record_lists import RecordRow, is_closed, list_records
from workbench.usecases.record_words import Known, missing_parts, title_of, write_field


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordLine:
    """One row of a register.

    Attributes:
        texts: Of each field, by name.
        remark: What must be said of it; "" for nothing.
    """

    row: RecordRow
    title: str
    texts: Mapping[str, str]
    remark: str

    @property
    def record(self) -> Record:
        return self.row.record

    @property
    def is_closed(self) -> bool:
        return is_closed(self.row.record)

    def sort_key(self, name: str) -> tuple[int, object]:
        """Return what a column is sorted by; unknown stands last."""
        value = self.record.values.get(name)
        if isinstance(value, Fte):
            return (0, value.hundredths)
        if isinstance(value, date):
            return (0, value.toordinal())
        if isinstance(value, int):
            return (0, value)
        return (1, self.texts[name].casefold() or "~")


def list_lines(context: Context, key: str, case_id: str = "") -> list[RecordLine]:
    """Return the records of an instrument in words, as the window shows them."""
    instrument = load_instruments()[key]
    known: Known = {}
    return [
        RecordLine(
            row=row,
            title=title_of(context, row.record, known),
            texts={
                one.name: write_field(context, one, row.record.values[one.name], known)
                for one in instrument.fields
            },
            remark=_remark(row),
        )
        for row in list_records(context, key, case_id)
    ]


def dossier_rows(context: Context, case_id: str) -> list[tuple[str, str, str, str]]:
    """Return instrument, record, field and value of everything kept with a case."""
    return [
        (instrument.name, line.title, field.label, line.texts[field.name])
        for instrument in load_instruments().values()
        if instrument.is_of_case
        for line in list_lines(context, instrument.key, case_id)
        for field in instrument.fields
        if line.texts[field.name]
    ]


def find_everywhere(context: Context) -> list[tuple[str, str, str]]:
    """Return title, kind and place of every record, to be found by typing."""
    found = []
    known: Known = {}
    for instrument in load_instruments().values():
        if not instrument.is_listed:
            continue
        for row in list_records(context, instrument.key):
            record = row.record
            where = f"{instrument.key}/{record.id}"
            target = f"dossier:{record.case_id}/{where}" if record.case_id else ""
            title = title_of(context, record, known)
            found.append((title, instrument.name, target or f"record:{where}"))
    return found


def _remark(row: RecordRow) -> str:
    told = []
    if row.is_shipped:
        told.append(
            "Deze regel komt met het programma mee. Wat de bron niet noemt, is leeg."
            " Wijzigt u iets, dan ontstaat een eigen versie."
        )
    elif row.has_original:
        told.append("Dit is uw eigen versie.")
    instrument = load_instruments()[row.record.instrument]
    if instrument.complete:
        lacking = missing_parts(row.record)
        told.append(
            f"Nog niet beschreven: {', '.join(lacking).lower()}."
            if lacking
            else "Alle onderdelen zijn beschreven: het aanbod is volledig."
        )
    if instrument.key == "scans" and (words := tension_of(row.record)):
        told.append(f"{words[:1].upper()}{words[1:]}.")
    return " ".join(told)
