"""The facts of a case as its summary shows them, each with unit and reference date."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from workbench.domain.case import Case
from workbench.domain.notation import UNKNOWN, write_change, write_date, write_fte
from workbench.usecases.fields import OCCASIONS, SECTORS


def tr(text: str) -> str:
    """Return `text` in the user's language."""
    return QCoreApplication.translate("summary_facts", text)


def summary_facts(case: Case, ministry: str, body: str) -> list[tuple[str, str]]:
    """Return label and value of every fact; what is not known is "onbekend"."""
    judged = write_date(case.judged_on)
    reason = f" ({case.judged_on_reason})" if case.judged_on_reason else ""
    rows = [
        (tr("Aanleiding"), OCCASIONS[case.occasion] if case.occasion else ""),
        (tr("Dienst of onderdeel"), case.service),
        (tr("Ministerie, zoals op {day}").format(day=judged), ministry),
        (tr("Sector"), SECTORS[case.sector] if case.sector else ""),
        (tr("Organisatie uit de sectorlijst"), body),
        (tr("Datum melding"), write_date(case.notice_on)),
        (tr("Toetsdatum"), judged + reason),
        *_sizes(case),
        (tr("Jaar van uitvoering"), str(case.planned_year or "")),
        (tr("Behandelaar"), case.handler),
        (tr("Bron van de gegevens"), case.source),
    ]
    return [(label, value or UNKNOWN) for label, value in rows]


def _sizes(case: Case) -> list[tuple[str, str]]:
    day = write_date(case.figures_on) if case.figures_on else tr("peildatum onbekend")
    year = str(case.planned_year) if case.planned_year else tr("jaar onbekend")
    now = tr("Omvang nu, in fte ({day})").format(day=day)
    later = tr("Omvang volgens het voornemen, in fte ({year})").format(year=year)
    change = tr("Verandering, in fte ({day} tot {year})").format(day=day, year=year)
    return [
        (now, write_fte(case.fte_before)),
        (later, write_fte(case.fte_after)),
        (change, write_change(case.change)),
    ]
