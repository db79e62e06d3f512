"""Whatever is done, undone and done again, the store equals a plain list of states."""

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from tests.store.samples import ME, a_case, a_location, an_answer, dump, fixed
from workbench.domain.errors import UndoConflictError
from workbench.domain.fte import Fte
from workbench.store import answers, cases, locations
from workbench.store.history import list_batches
from workbench.store.opening import open_memory
from workbench.store.undoing import redo, redoable, undo, undo_batch, undoable
from workbench.store.verifying import verify_chain, verify_rows

State = dict[str, list[tuple[object, ...]]]
few = st.integers(1, 3)
fte = st.none() | st.integers(-300, 300).map(Fte)


class Undoing(RuleBasedStateMachine):
    """Compares the store with lists of earlier and later states."""

    def __init__(self) -> None:
        super().__init__()
        self.store = open_memory(fixed)
        self.past: list[State] = []
        self.future: list[State] = []
        self.now = dump(self.store)
        with self.store.batch("Casus", made_by=ME):
            cases.insert_case(self.store, a_case())
        self.acted()

    def acted(self) -> None:
        """Note a new state, if anything changed at all."""
        state = dump(self.store)
        if state != self.now:
            self.past.append(self.now)
            self.future.clear()
            self.now = state

    @property
    def has_case(self) -> bool:
        return bool(self.now["cases"])

    @precondition(lambda self: self.has_case)
    @rule(question=few, verdict=few)
    def answer(self, question: int, verdict: int) -> None:
        # The day makes every answer a change.
        with self.store.batch("Antwoord", made_by=ME):
            given = an_answer(f"p{question}", str(verdict), value=str(len(self.past)))
            answers.save_answer(self.store, a_case().id, given)
        self.acted()

    @rule(question=few)
    def forget(self, question: int) -> None:
        with self.store.batch("Vergeten", made_by=ME):
            answers.remove_answer(self.store, a_case().id, f"p{question}")
        self.acted()

    @precondition(lambda self: self.has_case)
    @rule(number=few, is_preferred=st.booleans(), amount=fte)
    def place(self, number: int, is_preferred: bool, amount: Fte | None) -> None:
        with self.store.batch("Locatie", made_by=ME):
            location = a_location(number, is_preferred=is_preferred, fte=amount)
            locations.save_location(self.store, location)
        self.acted()

    @precondition(lambda self: self.has_case)
    @rule(amount=fte)
    def resize(self, amount: Fte | None) -> None:
        with self.store.batch("Omvang", made_by=ME):
            shifts = a_case().shifts[: 0 if amount is None else 1]
            cases.update_case(self.store, a_case(fte_after=amount, shifts=shifts))
        self.acted()

    @rule()
    def clear(self) -> None:
        with self.store.batch("Alles weg", made_by=ME):
            # A key is never used twice, so only undo brings these rows back.
            for table in ("answers", "locations", "shifts", "cases"):
                self.store.execute(f"delete from {table}")
        self.acted()

    @precondition(lambda self: self.past)
    @rule()
    def go_back(self) -> None:
        undo(self.store, ME)
        self.future.append(self.now)
        self.now = self.past.pop()

    @precondition(lambda self: self.future)
    @rule()
    def go_on(self) -> None:
        redo(self.store, ME)
        self.past.append(self.now)
        self.now = self.future.pop()

    @precondition(lambda self: self.past)
    @rule(data=st.data())
    def undo_any_and_redo(self, data: st.DataObject) -> None:
        live = [
            batch.seq
            for batch in list_batches(self.store)
            if batch.kind in ("action", "redo")
            and not (batch.is_reversed or batch.is_final)
        ][: len(self.past)]
        seq = data.draw(st.sampled_from(live))
        try:
            undo_batch(self.store, seq, made_by=ME)
        except UndoConflictError:
            undo_batch(self.store, seq, made_by=ME, with_later=True)
        verify_rows(self.store.connection)
        redo(self.store, ME)
        self.forget_the_past()

    def forget_the_past(self) -> None:
        """The state is the same, but it counts as one step now; start counting anew."""
        count = 0
        while undoable(self.store) is not None:
            undo(self.store, ME)
            count += 1
        for _ in range(count):
            redo(self.store, ME)
        assert dump(self.store) == self.now
        self.past = []
        self.future = []
        with self.store.batch("Streep", made_by=ME, is_final=True):
            self.store.execute(
                "insert into tasks (id, title) values (:id, 'x')",
                {"id": self.store.new_id()},
            )
        self.now = dump(self.store)

    @invariant()
    def the_store_is_what_the_model_says(self) -> None:
        assert dump(self.store) == self.now
        assert (undoable(self.store) is None) == (not self.past)
        assert (redoable(self.store) is None) == (not self.future)

    def teardown(self) -> None:
        verify_chain(self.store.connection)
        verify_rows(self.store.connection)
        self.store.close()


TestUndoing = Undoing.TestCase
TestUndoing.settings = settings(max_examples=20, stateful_step_count=20, deadline=None)
