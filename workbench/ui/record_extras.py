"""The buttons that only one instrument has: a case, a letter, a calendar, the council."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication

from workbench.domain.finding import LetterKind
from workbench.domain.instrument import Instrument
from workbench.ui.letter_drawing import draw
from workbench.ui.record_actions import Extra, RecordActions
from workbench.ui.window_actions import CALENDARS, LETTERS
from workbench.usecases.calendars import save_calendar
from workbench.usecases.record_cases import (
    begin_case_from,
    close_after_council,
    merge_case,
    split_case,
    submit_to_council,
)
from workbench.usecases.record_days import days_of
from workbench.usecases.record_lines import RecordLine
from workbench.usecases.record_overviews import overview
from workbench.usecases.saving import keep_pdf

Line = RecordLine | None


def tr(text: str) -> str:
    """Return `text` in the user's language."""
    return QCoreApplication.translate("record_extras", text)


def extras_of(instrument: Instrument) -> list[Extra]:
    """Return the buttons of an instrument, those of its own first."""
    own = {
        "masterplans": [_case()],
        "change_requests": [_case()],
        "talks": [
            _letter(tr("Gespreksnotitie"), LetterKind.AGENCY_BRIEF),
            _letter(tr("Brief aan de minister"), LetterKind.AGENCY_LETTER),
        ],
        "offers": [_letter(tr("Reactie schrijven"), LetterKind.OFFER_REPLY), _case()],
        "opportunities": [
            Extra(
                name=tr("Uitvraag schrijven"),
                icon="file-text",
                run=lambda at, _line: at.wanted.emit("letters:chances_request"),
                needs_record=False,
            ),
            _divided(tr("Overzicht per regio"), "province"),
            _divided(tr("Overzicht per ministerie"), "ministry"),
        ],
        "submissions": _council(),
        "relations": _relations(),
    }.get(instrument.key, [])
    days = any(field.returns for field in instrument.fields)
    calendar = Extra(
        name=tr("Naar agenda (.ics)"), icon="calendar", run=_calendar, needs_record=False
    )
    return [
        *own,
        Extra(
            name=tr("Overzicht (pdf)"),
            icon="file-text",
            run=partial(_overview, by=""),
            needs_record=False,
        ),
        *([calendar] if days else []),
    ]


def _case() -> Extra:
    return Extra(name=tr("Maak of open casus"), icon="arrow-right", run=_begin_case)


def _letter(name: str, kind: LetterKind) -> Extra:
    def run(at: RecordActions, line: Line) -> None:
        if line is not None:
            at.wanted.emit(f"letter:{kind}/{at.instrument.key}/{line.record.id}")

    return Extra(name=name, icon="file-text", run=run)


def _divided(name: str, by: str) -> Extra:
    run = partial(_overview, by=by)
    return Extra(name=name, icon="file-text", run=run, needs_record=False)


def _council() -> list[Extra]:
    return [
        Extra(name=tr("Voorleggen"), icon="landmark", run=_submit),
        Extra(
            name=tr("Oplegger schrijven"),
            icon="file-text",
            run=lambda at, _line: at.wanted.emit(
                f"cover:{LetterKind.COUNCIL_COVER}/{at.case_id}"
            ),
        ),
        Extra(name=tr("Casus afronden"), icon="circle-check", run=_close),
    ]


def _relations() -> list[Extra]:
    return [
        Extra(
            name=tr("Open andere casus"),
            icon="arrow-right",
            run=lambda at, line: at.wanted.emit(
                f"number:{line.record.text('other_number') if line else ''}"
            ),
        ),
        Extra(name=tr("Splits casus"), icon="copy", run=_split, needs_record=False),
        Extra(name=tr("Voeg samen"), icon="link", run=_merge, needs_record=False),
    ]


def _begin_case(at: RecordActions, line: Line) -> None:
    if line is not None:
        done = at.session.run(begin_case_from, at.instrument.key, line.record.id)
        if done is not None:
            at.wanted.emit(f"case:{done[0]}")


def _submit(at: RecordActions, line: Line) -> None:
    if line is not None and at.session.run(submit_to_council, line.record.id) is not None:
        at.told.emit(tr("De casus is voorgelegd, met het vastgestelde advies."))


def _close(at: RecordActions, line: Line) -> None:
    if line is not None and at.session.run(close_after_council, line.record.id) is not None:
        at.told.emit(tr("De casus is afgerond."))


def _split(at: RecordActions, _line: Line) -> None:
    title = at.device.ask_text(at, tr("Casus splitsen"), tr("Titel van de nieuwe casus"))
    if title is not None:
        done = at.session.run(split_case, at.case_id, title)
        if done is not None:
            at.wanted.emit(f"case:{done[0]}")


def _merge(at: RecordActions, _line: Line) -> None:
    words = tr("Nummer van de casus waarin deze verder gaat")
    number = at.device.ask_text(at, tr("Casus samenvoegen"), words)
    if number is not None and at.session.run(merge_case, at.case_id, number) is not None:
        at.wanted.emit(f"number:{number.strip()}")


def _overview(at: RecordActions, _line: Line, *, by: str) -> None:
    path = at.ask_save(f"overzicht-{at.instrument.key}.pdf", LETTERS)
    if path is None:
        return
    letter = at.session.read(overview, at.instrument.key, at.shown_ids(), by, at.case_id)
    at.session.jobs.start(
        lambda: draw(letter),
        lambda pdf: at.tell_kept(at.session.run(keep_pdf, path, pdf)),
        title=tr("Het overzicht wordt gemaakt"),
    )


def _calendar(at: RecordActions, _line: Line) -> None:
    path = at.ask_save(f"{at.instrument.key}.ics", CALENDARS)
    if path is not None:
        days = at.session.read(days_of, at.instrument.key, at.shown_ids(), at.case_id)
        at.tell_kept(at.session.run(save_calendar, days, path))
