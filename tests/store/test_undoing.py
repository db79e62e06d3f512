"""Every action can be taken back and brought again, and what is final cannot."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.store.samples import (
    A_SETTING,
    CONTENT,
    ME,
    a_case,
    a_delivery,
    a_location,
    a_value,
    an_answer,
    dump,
    fill_every_table,
)
from workbench.domain.case import CaseId
from workbench.domain.errors import NothingToUndoError, UndoConflictError, UndoFinalError
from workbench.domain.journal import BatchKind
from workbench.store import (
    answers,
    cases,
    deliveries,
    files,
    locations,
    settings,
    values,
)
from workbench.store.connection import Store
from workbench.store.history import list_batches
from workbench.store.undoing import redo, redoable, undo, undo_batch, undoable
from workbench.store.verifying import verify_chain, verify_rows


def answer(store: Store, verdict: str, question: str = "p1") -> int:
    with store.batch(f"Antwoord {verdict}", made_by=ME) as seq:
        answers.save_answer(store, a_case().id, an_answer(question, verdict))
    return seq


def verdicts(store: Store) -> list[str]:
    return [each.verdict for each in answers.list_answers(store, a_case().id)]


def test_undo_brings_back_what_was_and_redo_what_came(store: Store) -> None:
    empty = dump(store)
    with store.batch("Alles gevuld", made_by=ME):
        fill_every_table(store)
    full = dump(store)

    undo(store, ME)
    undone = dump(store)
    redo(store, ME)

    stays = (
        "files", "deliveries", "statements", "fte_series", "value_sets", "figures",
        "replaced_figures", "benchmark_values",
    )  # fmt: skip
    assert {name for name in undone if undone[name] != empty[name]} == set(stays)
    assert dump(store) == full


def test_undo_goes_back_action_by_action(store: Store, case_id: CaseId) -> None:
    answer(store, "yes")
    answer(store, "no")

    undo(store, ME)
    assert verdicts(store) == ["yes"]
    undo(store, ME)
    assert verdicts(store) == []
    undo(store, ME)
    assert cases.find_cases(store) == []
    with pytest.raises(NothingToUndoError):
        undo(store, ME)


def test_a_new_action_ends_redo(store: Store, case_id: CaseId) -> None:
    answer(store, "yes")
    undo(store, ME)
    answer(store, "no")

    assert redoable(store) is None
    with pytest.raises(NothingToUndoError):
        redo(store, ME)


def test_the_buttons_name_what_they_do(store: Store, case_id: CaseId) -> None:
    answer(store, "yes")
    assert (undoable(store), redoable(store)) == ("Antwoord yes", None)

    undo(store, ME)
    assert (undoable(store), redoable(store)) == ("Casus aangemaakt", "Antwoord yes")

    redo(store, ME)
    assert (undoable(store), redoable(store)) == ("Antwoord yes", None)


def test_undo_survives_a_restart(filled: Path, reopen: Callable[[Path], Store]) -> None:
    store = reopen(filled)
    answer(store, "yes")
    undo(store, ME)
    store.close()

    again = reopen(filled)
    redo(again, ME)

    assert verdicts(again) == ["yes"]
    assert undoable(again) == "Antwoord yes"


def test_undoing_is_an_action_in_the_journal_itself(store: Store, case_id: CaseId) -> None:
    answer(store, "yes")

    done = undo(store, "Ander VOORBEELD")

    assert (done.kind, done.made_by) == (BatchKind.UNDO, "Ander VOORBEELD")
    assert done.cases == {case_id}
    assert [batch.is_reversed for batch in list_batches(store)] == [False, True, False]


def test_an_earlier_action_is_undone_alone_when_nothing_built_on_it(
    store: Store, case_id: CaseId
) -> None:
    earlier = answer(store, "yes", "p1")
    answer(store, "no", "p2")

    undo_batch(store, earlier, made_by=ME)

    assert verdicts(store) == ["no"]


def test_undo_of_what_was_built_on_names_the_later_actions(
    store: Store, case_id: CaseId
) -> None:
    earlier = answer(store, "yes")
    answer(store, "no")
    answer(store, "unknown")
    before = dump(store)

    with pytest.raises(UndoConflictError) as conflict:
        undo_batch(store, earlier, made_by=ME)

    assert conflict.value.facts == {
        "action": "Antwoord yes",
        "later": ["Antwoord unknown", "Antwoord no"],
    }
    assert dump(store) == before


def test_with_later_takes_back_all_and_one_redo_brings_all(
    store: Store, case_id: CaseId
) -> None:
    earlier = answer(store, "yes")
    answer(store, "no")
    answer(store, "elsewhere", "p2")
    before = dump(store)

    undo_batch(store, earlier, made_by=ME, with_later=True)
    assert verdicts(store) == ["elsewhere"]

    redo(store, ME)
    assert dump(store) == before
    verify_rows(store.connection)


def test_what_refers_to_a_row_is_built_on_it(store: Store, case_id: CaseId) -> None:
    answer(store, "yes")
    with store.batch("Locatie toegevoegd", made_by=ME):
        locations.save_location(store, a_location())

    with pytest.raises(UndoConflictError) as conflict:
        undo_batch(store, 1, made_by=ME)

    assert conflict.value.facts["later"] == ["Locatie toegevoegd", "Antwoord yes"]


def test_a_row_whose_owner_went_later_asks_first(store: Store, case_id: CaseId) -> None:
    answer(store, "yes")
    with store.batch("Antwoord verwijderd", made_by=ME) as removed:
        answers.remove_answer(store, case_id, "p1")
    with store.batch("Casus verwijderd", made_by=ME):
        store.execute("delete from shifts")
        store.execute("delete from cases")

    with pytest.raises(UndoConflictError) as conflict:
        undo_batch(store, removed, made_by=ME)

    assert conflict.value.facts["later"] == ["Casus verwijderd"]


def test_an_answer_given_anew_asks_before_the_old_one_returns(
    store: Store, case_id: CaseId
) -> None:
    answer(store, "yes")
    with store.batch("Antwoord verwijderd", made_by=ME) as removed:
        answers.remove_answer(store, case_id, "p1")
    answer(store, "no")

    with pytest.raises(UndoConflictError) as conflict:
        undo_batch(store, removed, made_by=ME)
    assert conflict.value.facts["later"] == ["Antwoord no"]

    undo_batch(store, removed, made_by=ME, with_later=True)
    assert verdicts(store) == ["yes"]


def test_a_seal_is_final(store: Store, case_id: CaseId) -> None:
    with store.batch("Brief verzegeld", made_by=ME, is_final=True):
        cases.update_case(store, a_case(title="Verzegeld"))

    assert undoable(store) is None
    with pytest.raises(UndoFinalError) as refusal:
        undo(store, ME)
    assert refusal.value.facts == {"action": "Brief verzegeld"}
    with pytest.raises(UndoFinalError):
        undo_batch(store, 1, made_by=ME, with_later=True)


def test_what_the_program_does_itself_is_not_undone(store: Store, case_id: CaseId) -> None:
    with store.batch("Gegevens klaargezet", made_by="", kind=BatchKind.SYSTEM) as seq:
        settings.save_setting(store, A_SETTING)

    assert undoable(store) == "Casus aangemaakt"
    with pytest.raises(NothingToUndoError):
        undo_batch(store, seq, made_by=ME)


def test_an_undone_delivery_is_withdrawn_and_kept(store: Store) -> None:
    with store.batch("Levering ingelezen", made_by=ME):
        deliveries.insert_delivery(store, a_delivery(), [a_value()])

    undo(store, ME)
    assert deliveries.list_deliveries(store)[0].is_withdrawn
    assert values.values_known(store) == []
    assert values.list_values(store, "delivery-1") == [a_value()]

    redo(store, ME)
    assert values.values_known(store) == [a_value()]


def test_an_action_that_only_kept_a_file_can_be_undone(store: Store) -> None:
    with store.batch("Bestand bewaard", made_by=ME):
        sha256 = files.keep_file(store, CONTENT, name="a", media_type="text/plain")

    undo(store, ME)

    assert undoable(store) is None
    assert redoable(store) == "Bestand bewaard"
    assert files.read_file(store, sha256) == CONTENT
    verify_chain(store.connection)
