"""Cases are kept whole, found by their words and counted per year."""

from datetime import date

import pytest

from tests.store.samples import CASE, ME, a_case
from workbench.domain.case import CaseId, Occasion, Shift, Stage
from workbench.domain.errors import CaseNotFoundError
from workbench.domain.fte import Fte
from workbench.store import cases
from workbench.store.connection import Store
from workbench.store.history import entries_of


def add(store: Store, number: str, **changes: object) -> None:
    with store.batch(f"Casus {number}", made_by=ME):
        cases.insert_case(store, a_case(id=f"id-{number}", number=number, **changes))


def test_a_case_comes_back_as_it_was_kept(store: Store, case_id: CaseId) -> None:
    kept = cases.load_case(store, case_id)

    shifts = tuple(sorted(a_case().shifts, key=lambda shift: shift.province))
    assert kept == a_case(shifts=shifts)


def test_a_case_of_which_nothing_is_known_comes_back_unknown(store: Store) -> None:
    bare = a_case(
        sector=None, occasion=None, ministry=None, body=None, notice_on=None,
        figures_on=None, fte_before=None, fte_after=None, shifts=(), planned_year=None,
        their_letter_on=None,
    )  # fmt: skip
    with store.batch("Signaal", made_by=ME):
        cases.insert_case(store, bare)

    assert cases.load_case(store, CASE) == bare


def test_an_unknown_case_is_told(store: Store) -> None:
    with pytest.raises(CaseNotFoundError):
        cases.load_case(store, "x")


def test_a_changed_division_is_journalled_per_province(
    store: Store, case_id: CaseId
) -> None:
    shifts = (Shift(province="PV25", before=Fte.of(100), after=Fte.of(90)),)

    with store.batch("Verdeling gewijzigd", made_by=ME) as seq:
        cases.update_case(store, a_case(shifts=shifts))

    assert cases.load_case(store, case_id).shifts == shifts
    operations = {(entry.table, entry.operation) for entry in entries_of(store, seq)}
    assert operations == {("shifts", "update"), ("shifts", "delete")}


@pytest.mark.parametrize("text", ["0117", "DIENST TESTEN", "adviseur", "", "groeit "])
def test_cases_are_found_by_their_words(store: Store, case_id: CaseId, text: str) -> None:
    (found,) = cases.find_cases(store, text)

    assert (found.id, found.provinces) == (case_id, ("PV25", "PV28"))
    assert found.change == Fte(14950)
    assert cases.find_cases(store, "bestaat niet") == []


def test_case_and_accents_make_no_difference_in_upper_and_lower(store: Store) -> None:
    add(store, "2024-0001", service="Dienst Één")

    assert len(cases.find_cases(store, "dienst één")) == 1


def test_the_newest_case_comes_first(store: Store) -> None:
    add(store, "2024-0001", notice_on=date(2024, 1, 1))
    add(store, "2024-0002", notice_on=None, judged_on=date(2024, 9, 1))
    add(store, "2024-0003", notice_on=date(2024, 5, 1))

    numbers = [found.number for found in cases.find_cases(store)]

    assert numbers == ["2024-0002", "2024-0003", "2024-0001"]


def test_numbers_count_on_within_their_year(store: Store, case_id: CaseId) -> None:
    add(store, "2024-10000")

    assert cases.next_number(store, 2024) == "2024-10001"
    assert cases.next_number(store, 2025) == "2025-0001"
    assert cases.find_case_id(store, "2024-0117") == case_id
    assert cases.find_case_id(store, "2025-0001") is None


def test_steps_are_of_the_same_service_within_the_months(
    store: Store, case_id: CaseId
) -> None:
    add(store, "2022-0001", judged_on=date(2022, 6, 3), service=" dienst testen")
    add(store, "2022-0002", judged_on=date(2022, 6, 2))
    add(store, "2024-0002", judged_on=date(2024, 6, 4), service="Andere dienst")
    add(store, "2024-0003", judged_on=date(2024, 6, 4), stage=Stage.WITHDRAWN)
    add(store, "2024-0004", judged_on=date(2024, 7, 1), occasion=Occasion.NEW_UNIT)

    steps = cases.steps_of_service(
        store, "Dienst Testen", date(2024, 6, 3), months=24, without=case_id
    )

    assert [(step.number, step.change) for step in steps] == [
        ("2022-0001", Fte(14950)),
        ("2024-0004", Fte(115000)),
    ]
