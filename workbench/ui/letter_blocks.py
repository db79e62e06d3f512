"""The text of the draft letter: generated blocks with the advisor's own text between."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workbench.domain.finding import Fact
from workbench.domain.letter import (
    Block,
)
from workbench.domain.letter_remark import LetterRemark
from workbench.letters.own_text import own_key
from workbench.ui.letter_block import LetterBlock
from workbench.ui.letter_own_text import LetterOwnText
from workbench.ui.widgets.card import Card
from workbench.usecases.letters import Draft

_OWN = "own-"
_NEW = "new-"


class LetterBlocks(Card):
    """Changes blocks in place, so that an own text keeps its cursor while facts change.

    Signals:
        why: Key of a block; what it rests on is asked.
        written: Key of the block it stands behind, id of the own text ("" for a new one)
            and the text; empty takes it away.
        rewrite: Key of a block; an own version of it is wanted.
        remark: Key of a block; something is to be said of it.
        settled: Id of a remark that was dealt with.
        accepted: Id of a proposal that is taken over.
        bound: Id of an own text, a number in it, and the key of a fact ("" leaves it free).
        chosen: Id of an own version, and what is to become of it.
    """

    why = Signal(str)
    written = Signal(str, str, str)
    rewrite = Signal(str)
    remark = Signal(str)
    settled = Signal(str)
    accepted = Signal(str)
    bound = Signal(str, str, str)
    chosen = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.blocks: dict[str, LetterBlock] = {}
        self.own_texts: dict[str, LetterOwnText] = {}
        self._order: list[str] = []
        self._begun: dict[str, str] = {}
        self._facts: Mapping[str, Fact] = {}
        self._column = QVBoxLayout()
        self._column.setSpacing(6)
        self.content.addLayout(self._column)

    def show_draft(self, draft: Draft) -> None:
        """Show the letter's blocks; own texts that were just begun stay behind theirs."""
        self._facts = draft.composed.facts
        wanted = self._with_begun(draft.letter.blocks)
        for key in [key for key in self.blocks if key not in wanted]:
            _drop(self.blocks.pop(key))
        for key in [key for key in self.own_texts if key not in wanted]:
            _drop(self.own_texts.pop(key))
            self._begun.pop(key, None)
        for place, (key, block) in enumerate(wanted.items()):
            widget = self._show_one(key, block)
            item = self._column.itemAt(place)
            if item is None or item.widget() is not widget:
                self._column.removeWidget(widget)
                self._column.insertWidget(place, widget)
        self._order = list(wanted)
        self._show_own_texts(draft)
        self._show_remarks(draft.remarks)

    def begin(self, after: str) -> None:
        """Open an empty own text behind a block and put the keyboard in it."""
        key = f"{_NEW}{after}"
        if key not in self.own_texts:
            self._begun[key] = after
            place = self._place_behind(after)
            self._order.insert(place, key)
            self._column.insertWidget(place, self._make_own(key))
            self.own_texts[key].show()
        self.own_texts[key].begin()

    def settle_begun(self, after: str, own_id: str) -> None:
        """Know a begun own text by the id under which it is kept now."""
        key, new_key = f"{_NEW}{after}", f"{_OWN}{own_id}"
        self._begun.pop(key, None)
        if key in self.own_texts:
            self.own_texts[new_key] = self.own_texts.pop(key)
            self._order = [new_key if one == key else one for one in self._order]

    def forget_begun(self, after: str) -> None:
        """Take an own text that stayed empty away."""
        key = f"{_NEW}{after}"
        self._begun.pop(key, None)
        if key in self.own_texts:
            self._order.remove(key)
            _drop(self.own_texts.pop(key))

    def settle(self) -> None:
        """Say now what was typed."""
        for own in list(self.own_texts.values()):
            own.settle()

    def _show_own_texts(self, draft: Draft) -> None:
        generated = {one.own.id: one for one in draft.composed.replaced}
        kept = {f"{_OWN}{own.id}": own for own in draft.own_texts}
        for key, shown in self.own_texts.items():
            if key in kept:
                own = kept[key]
                shown.show_own(own, self._facts, generated.get(own.id))
            else:
                shown.know(self._facts)

    def _show_remarks(self, remarks: Sequence[LetterRemark]) -> None:
        for key, block in self.blocks.items():
            block.remarks.show_remarks([one for one in remarks if one.block == key])
        for key, own in self.own_texts.items():
            own.said.show_remarks([one for one in remarks if one.block == key])
        # what was said of a block that is gone is shown at the first one
        known = {*self.blocks, *self.own_texts}
        first = next((key for key in self._order if key in self.blocks), "")
        if first:
            lost = [o for o in remarks if o.block == first or o.block not in known]
            self.blocks[first].remarks.show_remarks(lost)

    def _with_begun(self, blocks: tuple[Block, ...]) -> dict[str, Block | None]:
        wanted: dict[str, Block | None] = {}
        behind = {after: key for key, after in self._begun.items()}
        waiting = ""
        for block in blocks:
            own_id = own_key(block.key)
            if waiting and not own_id:
                wanted[waiting] = None
                waiting = ""
            wanted.setdefault(f"{_OWN}{own_id}" if own_id else block.key, block)
            if not own_id:
                waiting = behind.get(block.key, "")
        if waiting:
            wanted[waiting] = None
        return wanted

    def _show_one(self, key: str, block: Block | None) -> QWidget:
        if block is None:
            return self.own_texts[key]
        if own_key(key):
            if key not in self.own_texts:
                self.own_texts[key] = self._make_own(key)
            return self.own_texts[key]
        if key not in self.blocks:
            made = LetterBlock(key)
            made.why.connect(self.why)
            made.own_text.connect(self.begin)
            made.rewrite.connect(self.rewrite)
            made.remark.connect(self.remark)
            made.settled.connect(self.settled)
            made.remarks.accepted.connect(self.accepted)
            self.blocks[key] = made
        self.blocks[key].show_block(block)
        return self.blocks[key]

    def _make_own(self, key: str) -> LetterOwnText:
        own = LetterOwnText()
        own.know(self._facts)
        own.written.connect(lambda text, own=own: self._write(own, text))
        own.why.connect(lambda own=own: self.why.emit(self._key_of(own)))
        own.remark.connect(lambda own=own: self.remark.emit(self._key_of(own)))
        own.said.settled.connect(self.settled)
        own.said.accepted.connect(self.accepted)
        own.numbers.bound.connect(partial(self._bind, own))
        own.version.chosen.connect(
            lambda choice, own=own: self.chosen.emit(own_key(self._key_of(own)), choice)
        )
        self.own_texts[key] = own
        return own

    def _key_of(self, own: LetterOwnText) -> str:
        return next((key for key, held in self.own_texts.items() if held is own), "")

    def _bind(self, own: LetterOwnText, number: str, fact: str) -> None:
        own.settle()  # what is typed is kept first; then it has an id
        if own_id := own_key(self._key_of(own)):
            self.bound.emit(own_id, number, fact)

    def _write(self, own: LetterOwnText, text: str) -> None:
        key = self._key_of(own)
        if key.startswith(_NEW):
            after = key.removeprefix(_NEW)
            if text.strip():
                self.written.emit(after, "", text)
            else:
                self.forget_begun(after)
        elif key:
            self.written.emit("", key.removeprefix(_OWN), text)

    def _place_behind(self, after: str) -> int:
        place = self._order.index(after) + 1
        while place < len(self._order) and self._order[place].startswith(_OWN):
            place += 1
        return place


def _drop(widget: QWidget) -> None:
    widget.hide()
    widget.setParent(None)
    widget.deleteLater()
