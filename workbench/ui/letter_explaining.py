"""Gathers what a block of a letter rests on, and opens it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from workbench.domain.letter import Paragraph
from workbench.letters.live_text import facts_in
from workbench.letters.own_text import own_key
from workbench.ui.checklist_page import rule_on
from workbench.ui.letter_block import facts_of
from workbench.ui.letter_why import LetterWhy
from workbench.ui.session import Session
from workbench.usecases.letters import Draft
from workbench.usecases.touched import letters_naming


def explain_block(session: Session, draft: Draft, key: str, parent: QWidget) -> LetterWhy:
    """Return the dialog with the facts, the rule and the source of a block."""
    known = draft.composed.facts
    own = next((one for one in draft.own_texts if one.id == own_key(key)), None)
    block = next((one for one in draft.letter.blocks if one.key == key), None)
    keys = facts_in(own.text) if own else facts_of(block) if block else ()
    name = block.rule if isinstance(block, Paragraph) else ""
    day = draft.case.judged_on if draft.case else draft.letter.written_on
    facts = [known[one] for one in keys if one in known]
    named = session.read(letters_naming, draft.subject)
    also = {one: [letter.name for letter in named if one in letter.facts] for one in keys}
    rule = rule_on(session.context.rules, name, day)
    return LetterWhy(facts, rule, parent, also=also)
