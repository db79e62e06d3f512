"""What a user can do with a case and its facts."""

from datetime import date

import pytest

from workbench.domain.case import CaseId, Stage
from workbench.domain.errors import (
    CaseClosedError,
    FactInvalidError,
    ReasonMissingError,
)
from workbench.domain.fte import Fte
from workbench.usecases.cases import (
    Signal,
    change_fact,
    change_shift,
    find_cases,
    load_case,
    ministries_on,
    note_signal,
    promote_signal,
)
from workbench.usecases.context import Change, Context
from workbench.usecases.undoing import case_log, undo


def test_s27_a_signal_becomes_a_case_without_retyping(context: Context) -> None:
    signal = Signal(title="VOORBEELD groei", service="VOORBEELD Dienst", source="gesprek")
    case_id, _ = note_signal(context, signal)

    promote_signal(context, case_id)

    case = load_case(context, case_id)
    assert (case.title, case.service, case.source) == (
        "VOORBEELD groei",
        "VOORBEELD Dienst",
        "gesprek",
    )
    assert case.stage is Stage.NOTICE
    assert case.judged_on == case.notice_on == date(2026, 11, 23)


def test_a_signal_needs_a_title(context: Context) -> None:
    with pytest.raises(FactInvalidError):
        note_signal(context, Signal(title="   "))

    assert find_cases(context) == []


def test_a_case_of_2023_offers_the_ministries_of_2023(context: Context) -> None:
    then = {ministry.key for ministry in ministries_on(context, date(2023, 2, 6))}
    now = {ministry.key for ministry in ministries_on(context, date(2026, 11, 23))}

    assert len(then) == 12
    assert {"LNV", "EZK"} <= then
    assert "LVVN" not in then
    assert "LVVN" in now


def test_a_ministry_of_another_day_is_refused(context: Context, a_case: CaseId) -> None:
    with pytest.raises(FactInvalidError):
        change_fact(context, a_case, "ministry", "KGG")

    assert load_case(context, a_case).ministry == "IenW"


def test_the_reference_day_follows_the_notice(context: Context, a_case: CaseId) -> None:
    change_fact(context, a_case, "notice_on", date(2026, 8, 1))

    assert load_case(context, a_case).judged_on == date(2026, 8, 1)


def test_another_reference_day_needs_a_reason(context: Context, a_case: CaseId) -> None:
    with pytest.raises(ReasonMissingError):
        change_fact(context, a_case, "judged_on", date(2024, 5, 7))

    change_fact(context, a_case, "judged_on", date(2024, 5, 7), "vraag van de directie")

    case = load_case(context, a_case)
    assert case.judged_on_reason == "vraag van de directie"


def test_a_reason_keeps_the_reference_day_from_following(
    context: Context, a_case: CaseId
) -> None:
    change_fact(context, a_case, "judged_on", date(2024, 5, 7), "vraag van de directie")

    change_fact(context, a_case, "notice_on", date(2026, 8, 1))

    assert load_case(context, a_case).judged_on == date(2024, 5, 7)


@pytest.mark.parametrize("field", ["fte_before", "fte_after"])
def test_a_size_below_zero_is_refused(context: Context, a_case: CaseId, field: str) -> None:
    with pytest.raises(FactInvalidError):
        change_fact(context, a_case, field, Fte.of(-1))


def test_an_unchanged_value_leaves_no_trace(context: Context, a_case: CaseId) -> None:
    before = len(case_log(context, a_case))

    change = change_fact(context, a_case, "fte_before", Fte.of(820))

    assert change == Change()
    assert len(case_log(context, a_case)) == before


def test_a_closed_case_changes_only_its_stage(context: Context, a_case: CaseId) -> None:
    change_fact(context, a_case, "stage", Stage.CLOSED)

    with pytest.raises(CaseClosedError):
        change_fact(context, a_case, "fte_after", Fte.of(1))
    with pytest.raises(CaseClosedError):
        change_shift(context, a_case, "PV22", Fte.of(1), None)
    change_fact(context, a_case, "stage", Stage.RESEARCH)

    assert not load_case(context, a_case).is_closed


def test_a_shift_can_be_set_and_taken_away(context: Context, a_case: CaseId) -> None:
    change_shift(context, a_case, "PV22", Fte.of("12.5"), None)
    assert [shift.province for shift in load_case(context, a_case).shifts] == [
        "PV22",
        "PV28",
    ]

    change_shift(context, a_case, "PV22", None, None)

    assert [shift.province for shift in load_case(context, a_case).shifts] == ["PV28"]


def test_undo_brings_the_old_value_back(context: Context, a_case: CaseId) -> None:
    change_fact(context, a_case, "fte_after", Fte.of(900))

    change = undo(context)

    assert load_case(context, a_case).fte_after == Fte.of(970)
    assert change.touches(a_case)
