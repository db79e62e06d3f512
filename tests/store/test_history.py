"""The journal tells per case and per field what happened."""

import pytest

from tests.store.samples import A_SETTING, ME, a_case, a_location, an_answer
from workbench.domain.case import CaseId
from workbench.domain.journal import BatchKind
from workbench.store import answers, cases, locations, settings
from workbench.store.connection import Store
from workbench.store.history import (
    entries_of,
    field_history,
    head_of,
    list_batches,
    load_batch,
)
from workbench.store.undoing import undo


def test_the_log_of_a_case_holds_what_belongs_to_it_and_nothing_else(
    store: Store, case_id: CaseId
) -> None:
    with store.batch("Andere casus", made_by=ME):
        cases.insert_case(store, a_case(id="other", number="2024-0118"))
    with store.batch("Locatie", made_by=ME):
        locations.save_location(store, a_location())
    with store.batch("Locatie weg", made_by=ME):
        locations.remove_location(store, "location-1")

    names = [batch.name for batch in list_batches(store, case_id)]

    assert names == ["Locatie weg", "Locatie", "Casus aangemaakt"]


def test_the_log_is_cut_at_its_limit(store: Store, case_id: CaseId) -> None:
    with store.batch("Taak", made_by=ME):
        settings.save_setting(store, A_SETTING)

    assert [batch.name for batch in list_batches(store, limit=1)] == ["Taak"]


def test_a_field_tells_every_value_it_had(store: Store, case_id: CaseId) -> None:
    with store.batch("Titel gewijzigd", made_by="Ander VOORBEELD"):
        cases.update_case(store, a_case(title="Nieuw"))
    undo(store, ME)

    changes = field_history(store, "cases", case_id, "title")

    old = a_case().title
    assert [(each.before, each.after) for each in changes] == [
        (None, old),
        (old, "Nieuw"),
        ("Nieuw", old),
    ]
    assert changes[1].made_by == "Ander VOORBEELD"
    assert changes[2].kind is BatchKind.UNDO


def test_the_history_of_an_answer_is_found_by_its_question(
    store: Store, case_id: CaseId
) -> None:
    for verdict in ("yes", "no"):
        with store.batch("Beantwoord", made_by=ME):
            answers.save_answer(store, case_id, an_answer(verdict=verdict))

    row_id = answers.answer_id(case_id, "p1")

    changes = field_history(store, "answers", row_id, "verdict")
    assert [each.after for each in changes] == ["yes", "no"]


def test_the_head_moves_with_every_action(store: Store, case_id: CaseId) -> None:
    before = head_of(store)
    with store.batch("Taak", made_by=ME):
        settings.save_setting(store, A_SETTING)

    assert before[0] == 1
    assert head_of(store) == (2, load_batch(store, 2).hash)


def test_an_unknown_batch_is_a_mistake_of_ours(store: Store) -> None:
    with pytest.raises(LookupError):
        load_batch(store, 7)
    assert entries_of(store, 7) == []
