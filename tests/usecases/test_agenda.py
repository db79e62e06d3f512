"""What comes back on a day, and leaves as a calendar."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.usecases.records_help import HYBRID, SCAN, add, add_building, add_chance
from workbench.domain.case import CaseId, Stage
from workbench.store import cases
from workbench.usecases.agenda import as_calendar, list_agenda
from workbench.usecases.calendars import CalendarDay, write_calendar
from workbench.usecases.cases import Signal, change_fact, note_signal, promote_signal
from workbench.usecases.checklist import Reply, answer_question
from workbench.usecases.context import Context
from workbench.usecases.offices import change_office
from workbench.usecases.records import change_record
from workbench.usecases.stages import days_to_advice, note_stage, stage_times


def names(context: Context) -> list[str]:
    return [one.name for one in list_agenda(context)]


def test_the_end_of_a_hybrid_start_comes_back_until_it_has_ended_s16(
    context: Context, a_case: CaseId
) -> None:
    add(context, "scans", SCAN, a_case)
    kept = add(context, "hybrid_starts", HYBRID, a_case)
    assert names(context).count("Einde van het hybride begin") == 1

    change_record(context, "hybrid_starts", kept, "ended_on", date(2026, 11, 1))

    assert "Einde van het hybride begin" not in names(context)


def test_a_temporary_place_comes_back_on_its_last_day_s13(
    context: Context, a_case: CaseId
) -> None:
    change_fact(context, a_case, "body", "politie")
    for question, reply in (
        ("limited-binding", Reply(verdict="bound", explanation="VOORBEELD")),
        ("limited-temporary", Reply(verdict="temporary")),
        ("limited-until", Reply(value="1 mei 2028")),
    ):
        answer_question(context, a_case, question, reply)

    item = next(o for o in list_agenda(context) if o.name.startswith("Tijdelijke locatie"))
    assert (item.day, item.goes_to) == (date(2028, 5, 1), f"case:{a_case}")


def test_chances_in_buildings_stand_in_order_of_their_day_s23(context: Context) -> None:
    days = [date(2029, 1, 1), date(2027, 6, 1)]
    for day in days:
        building = add_building(context)
        change_record(context, "buildings", building, "next_choice_on", day)

    chances = [one for one in list_agenda(context) if one.is_chance]

    assert [one.day for one in chances] == sorted(days)


def test_a_term_of_a_stage_counts_from_the_day_it_began(
    context: Context, a_case: CaseId
) -> None:
    assert not any("werkafspraak" in one for one in names(context))
    change_office(context, "stage_terms", "Concept: 10\nonzin", date(2026, 1, 1))

    change_fact(context, a_case, "stage", Stage.DRAFT)

    item = next(o for o in list_agenda(context) if "werkafspraak" in o.name)
    assert item.day == context.today() + timedelta(days=10)


def test_what_is_closed_does_not_come_back(context: Context) -> None:
    chance = add_chance(context, valid_until=date(2027, 1, 1))
    assert len(list_agenda(context)) == 1

    change_record(context, "opportunities", chance, "state", "vervallen")

    assert list_agenda(context) == []


def test_days_from_signal_to_advice_are_counted_s27(context: Context) -> None:
    case_id, _ = note_signal(context, Signal(title="VOORBEELD"))
    promote_signal(context, case_id)
    assert days_to_advice(context, case_id) is None
    with context.batch("Vastgesteld"):
        note_stage(context, case_id, Stage.ADOPTED)

    times = stage_times(context, cases.load_case(context.store, case_id))
    assert [one.stage for one in times] == [Stage.SIGNAL, Stage.NOTICE, Stage.ADOPTED]
    assert days_to_advice(context, case_id) == 0


def test_the_agenda_leaves_as_a_calendar_s10(context: Context) -> None:
    add(
        context,
        "talks",
        {"ministry": "IenW", "state": "gepland", "planned_on": date(2027, 2, 3)},
    )

    text = write_calendar(as_calendar(list_agenda(context)), context.today()).decode()

    assert "DTSTART;VALUE=DATE:20270203\r\n" in text
    assert "SUMMARY:Zbo-gesprek: Infrastructuur en Waterstaat\r\n" in text
    assert text.startswith("BEGIN:VCALENDAR\r\n")


@given(name=st.text(min_size=1, max_size=200))
def test_no_line_of_a_calendar_is_too_long_or_broken(name: str) -> None:
    clean = name.replace("\r", " ")
    day = CalendarDay(key="x", day=date(2027, 1, 1), name=clean)

    lines = write_calendar([day], date(2026, 1, 1)).split(b"\r\n")

    assert all(len(line) <= 75 for line in lines)
    unfolded = write_calendar([day], date(2026, 1, 1)).decode().replace("\r\n ", "")
    escaped = clean.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    assert f"SUMMARY:{escaped}\r\n".replace("\n", "\\n", escaped.count("\n")) in unfolded


@pytest.mark.parametrize("days", [0, 5])
def test_a_stage_that_goes_on_counts_until_today(
    context: Context, a_case: CaseId, days: int
) -> None:
    began = context.today() - timedelta(days=days)
    values: dict[str, object] = {"stage": "draft", "began_on": began}
    add(context, "stage_days", values, a_case)
    last = stage_times(context, cases.load_case(context.store, a_case))

    assert next(o for o in last if o.stage is Stage.DRAFT).days == days
