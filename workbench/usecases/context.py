"""What every use case is given, and what it returns."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path

from workbench.domain.finding import LetterKind
from workbench.domain.journal import BatchKind
from workbench.domain.organisation import Ministry
from workbench.domain.rule import RuleSet
from workbench.letters.texts import LetterText
from workbench.store.connection import Store
from workbench.store.identifiers import make_id


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """The store, the rules, and who works here on which day.

    Attributes:
        user: Name that goes into the journal and under judgements.
        now: Clock with time zone; `today` is derived from it.
        backups: Folder for copies of the store.
    """

    store: Store
    rules: RuleSet
    ministries: tuple[Ministry, ...]
    texts: Mapping[LetterKind, LetterText]
    user: str
    now: Callable[[], datetime]
    backups: Path

    def today(self) -> date:
        return self.now().date()

    def new_id(self) -> str:
        return make_id(self.now())

    @contextmanager
    def batch(
        self, name: str, *, is_final: bool = False, kind: BatchKind = BatchKind.ACTION
    ) -> Iterator[None]:
        """Make everything written inside one named, undoable action."""
        with self.store.batch(name, made_by=self.user, kind=kind, is_final=is_final):
            yield


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What a use case changed, so that pages know whether to read again.

    Attributes:
        cases: Ids of the cases; empty with `everything` for the whole store.
    """

    cases: frozenset[str] = field(default_factory=frozenset)
    everything: bool = False

    @staticmethod
    def of(*case_ids: str) -> Change:
        return Change(cases=frozenset(case_ids))

    def touches(self, case_id: str | None) -> bool:
        return self.everything or case_id in self.cases
