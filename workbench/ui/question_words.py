"""Words and colours for where a question, a step or a finding stands."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from workbench.domain.finding import Asked, AskState, Basis, Finding, Outcome
from workbench.domain.fte import Fte
from workbench.domain.notation import write_date
from workbench.domain.rule import QuestionKind
from workbench.ui.widgets.chip import Kind


def tr(text: str) -> str:
    """Return `text` in the user's language."""
    return QCoreApplication.translate("question_words", text)


STATE_CHIPS = {
    AskState.OPEN: Kind.NEUTRAL,
    AskState.ANSWERED: Kind.GOOD,
    AskState.UNKNOWN: Kind.ATTENTION,
    AskState.INCOMPLETE: Kind.ATTENTION,
    AskState.NOT_ASKED: Kind.NEUTRAL,
}


def state_word(asked: Asked) -> str:
    """Return where a question stands, in one or two words."""
    words = {
        AskState.OPEN: tr("Nog te beantwoorden"),
        AskState.ANSWERED: tr("Beantwoord"),
        AskState.UNKNOWN: tr("Weet ik nog niet"),
        AskState.INCOMPLETE: tr("Onvolledig"),
        AskState.NOT_ASKED: tr("Niet meer van toepassing"),
    }
    if asked.state is AskState.OPEN and not asked.question.is_needed:
        return tr("Nog te beantwoorden (mag later)")
    return words[asked.state]


class StepState(StrEnum):
    """Where a step of the checklist stands."""

    ANSWERED = "answered"
    ATTENTION = "attention"
    OPEN = "open"
    EMPTY = "empty"


STEP_ICONS = {
    StepState.ANSWERED: ("circle-check", "good"),
    StepState.ATTENTION: ("triangle-alert", "attention"),
    StepState.OPEN: ("clock", "muted"),
    StepState.EMPTY: ("circle-check", "faint"),
}


def step_word(state: StepState) -> str:
    words = {
        StepState.ANSWERED: tr("beantwoord"),
        StepState.ATTENTION: tr("aandachtspunt"),
        StepState.OPEN: tr("open"),
        StepState.EMPTY: tr("geen vragen"),
    }
    return words[state]


OUTCOME_ICONS: dict[Outcome, tuple[str, Kind]] = {
    Outcome.DUE: ("circle-check", Kind.INFO),
    Outcome.NOT_DUE: ("info", Kind.NEUTRAL),
    Outcome.IN_LINE: ("circle-check", Kind.GOOD),
    Outcome.DEVIATES: ("triangle-alert", Kind.ATTENTION),
    Outcome.LIMITED: ("info", Kind.INFO),
    Outcome.NOT_LIMITED: ("info", Kind.NEUTRAL),
    Outcome.NOTED: ("check", Kind.NEUTRAL),
    Outcome.SIGNAL: ("triangle-alert", Kind.ATTENTION),
    Outcome.OPEN: ("circle-question-mark", Kind.ATTENTION),
    Outcome.POSSIBLE: ("circle-check", Kind.GOOD),
    Outcome.CONDITIONAL: ("triangle-alert", Kind.ATTENTION),
    Outcome.IMPOSSIBLE: ("circle-alert", Kind.FAULT),
}


def outcome_word(outcome: Outcome) -> str:
    """Return an outcome in one or two words, such as "in lijn"."""
    words = {
        Outcome.DUE: tr("Aan de orde"),
        Outcome.NOT_DUE: tr("Niet aan de orde"),
        Outcome.IN_LINE: tr("In lijn"),
        Outcome.DEVIATES: tr("Wijkt af"),
        Outcome.LIMITED: tr("Ruimte beperkt"),
        Outcome.NOT_LIMITED: tr("Ruimte niet beperkt"),
        Outcome.NOTED: tr("Vastgelegd"),
        Outcome.SIGNAL: tr("Aandachtspunt"),
        Outcome.OPEN: tr("Open"),
        Outcome.POSSIBLE: tr("Mogelijk"),
        Outcome.CONDITIONAL: tr("Onder voorwaarde"),
        Outcome.IMPOSSIBLE: tr("Niet mogelijk"),
    }
    return words[outcome]


def basis_word(finding: Finding) -> str:
    """Return what a finding rests on, in a word."""
    words = {
        Basis.COMPUTED: tr("berekend"),
        Basis.JUDGED: tr("beoordeeld"),
        Basis.OPEN: tr("nog open"),
    }
    return words[finding.basis]


def stored_value(kind: QuestionKind, value: str) -> Fte | str:
    """Return a kept answer as its field shows it."""
    if kind is QuestionKind.NUMBER:
        return Fte.of(value)
    if kind is QuestionKind.DATE:
        return write_date(date.fromisoformat(value))
    return value
