"""Colours and groups for the stage a case is in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from workbench.domain.case import CaseSummary, Stage
from workbench.domain.finding import Outcome
from workbench.ui.widgets.chip import Kind

STAGE_CHIPS = {
    Stage.SIGNAL: Kind.NEUTRAL,
    Stage.NOTICE: Kind.INFO,
    Stage.RESEARCH: Kind.ATTENTION,
    Stage.DRAFT: Kind.ATTENTION,
    Stage.CONSULTATION: Kind.ATTENTION,
    Stage.ADOPTED: Kind.GOOD,
    Stage.SENT: Kind.GOOD,
    Stage.CLOSED: Kind.NEUTRAL,
    Stage.ON_HOLD: Kind.NEUTRAL,
    Stage.WITHDRAWN: Kind.NEUTRAL,
}
OUTCOME_CHIPS = {
    Outcome.DUE: Kind.INFO,
    Outcome.NOT_DUE: Kind.NEUTRAL,
    Outcome.OPEN: Kind.ATTENTION,
}
_CLOSED = (Stage.CLOSED, Stage.WITHDRAWN)


def tr(text: str) -> str:
    """Return `text` in the user's language."""
    return QCoreApplication.translate("stage_words", text)


def outcome_word(outcome: Outcome) -> str:
    """Return what a framework says of a case, in two words."""
    words = {Outcome.DUE: tr("Nodig"), Outcome.NOT_DUE: tr("Niet nodig")}
    return words.get(outcome, tr("Nog open"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """One filter of the case list."""

    key: str
    name: str
    holds: Callable[[CaseSummary], bool]


def case_groups(user: str) -> tuple[Group, ...]:
    """Return the filters of the case list, in their order."""
    return (
        Group(key="all", name=tr("Alle"), holds=lambda case: True),
        Group(key="signals", name=tr("Signalen"), holds=is_signal),
        Group(key="running", name=tr("Lopend"), holds=is_running),
        Group(key="closed", name=tr("Afgerond"), holds=lambda case: case.stage in _CLOSED),
        Group(key="mine", name=tr("Mijn"), holds=lambda case: case.handler == user),
    )


def is_signal(case: CaseSummary) -> bool:
    return case.stage is Stage.SIGNAL


def is_running(case: CaseSummary) -> bool:
    return not is_signal(case) and case.stage not in _CLOSED
