"""Shows which sentence of the letter is covered by what, and the other way round."""

from __future__ import annotations

from workbench.letters.texts import LetterText
from workbench.rules import covering
from workbench.rules.covering import CoverageRow
from workbench.rules.instruments import load_instruments
from workbench.usecases.context import Context

__all__ = ["CoverageRow", "covering_names", "sentence_coverage"]

_PAGES = {
    "page:figures": "Kaart en cijfers",
    "page:registers": "Registers",
    "page:exchange": "Uitwisseling",
}


def sentence_coverage(context: Context) -> list[CoverageRow]:
    """Return every sentence of the letter in order, with what covers it or why not."""
    return covering.coverage(context.rules)


def covering_names(context: Context) -> dict[str, str]:
    """Return the name of every entry that can cover a sentence, by its key."""
    rules = context.rules
    named = {
        **{f"framework:{one.key}": one.title for one in rules.frameworks},
        **{f"rule:{one.key}": one.title for one in rules.rules},
        **{f"setting:{one.key}": one.title for one in rules.settings},
        **{f"list:{one.key}": one.title for one in rules.lists},
        **{f"body:{one.key}": one.name for one in rules.bodies},
        **{f"question:{one.key}": f"Vraag: {one.text}" for one in rules.questions},
    }
    named |= {f"instrument:{one.key}": one.name for one in load_instruments().values()}
    named |= _PAGES
    return named | _section_names(list(context.texts.values()))


def _section_names(texts: list[LetterText]) -> dict[str, str]:
    return {
        f"letter:{key}": f"Brief: {title}" for text in texts for key, title in text.sections
    }
