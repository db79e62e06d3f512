"""Shows which sentence of the letter is covered by what, and the other way round."""

from __future__ import annotations

from workbench.rules import covering
from workbench.rules.covering import CoverageRow
from workbench.usecases.context import Context


def sentence_coverage(context: Context) -> list[CoverageRow]:
    """Return every sentence of the letter in order, with what covers it or why not."""
    return covering.coverage(context.rules)


def covering_keys(rows: list[CoverageRow]) -> list[str]:
    """Return every rule, question and letter paragraph that covers a sentence."""
    return covering.covering_keys(rows)


def covered_by(rows: list[CoverageRow], key: str) -> list[CoverageRow]:
    """Return the sentences that one rule, question or paragraph covers."""
    return covering.sentences_of(rows, key)
