"""The text of the draft letter: generated blocks with the advisor's own text between."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workbench.domain.finding import Fact
from workbench.domain.letter import Block, Paragraph
from workbench.ui.letter_block import LetterBlock
from workbench.ui.letter_own_text import LetterOwnText
from workbench.ui.widgets.card import Card

_OWN = "own-"
_NEW = "new-"


class LetterBlocks(Card):
    """Changes blocks in place, so that an own text keeps its cursor while facts change.

    Signals:
        why: Key of a block; what it rests on is asked.
        written: Key of the block it stands behind, id of the own text ("" for a new one)
            and the text; empty takes it away.
    """

    why = Signal(str)
    written = Signal(str, str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.blocks: dict[str, LetterBlock] = {}
        self.own_texts: dict[str, LetterOwnText] = {}
        self._order: list[str] = []
        self._begun: dict[str, str] = {}
        self._facts: tuple[Fact, ...] = ()
        self._column = QVBoxLayout()
        self._column.setSpacing(6)
        self.content.addLayout(self._column)

    def show_blocks(self, blocks: tuple[Block, ...], facts: tuple[Fact, ...] = ()) -> None:
        """Show the letter's blocks; own texts that were just begun stay behind theirs.

        Args:
            facts: Of the case; own texts are held against them.
        """
        self._facts = facts
        wanted = self._with_begun(blocks)
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
        for own in self.own_texts.values():
            own.know(facts)

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

    def _with_begun(self, blocks: tuple[Block, ...]) -> dict[str, Block | None]:
        wanted: dict[str, Block | None] = {}
        behind = {after: key for key, after in self._begun.items()}
        waiting = ""
        for block in blocks:
            is_own = isinstance(block, Paragraph) and block.is_own
            if waiting and not is_own:
                wanted[waiting] = None
                waiting = ""
            wanted[block.key] = block
            if not is_own:
                waiting = behind.get(block.key, "")
        if waiting:
            wanted[waiting] = None
        return wanted

    def _show_one(self, key: str, block: Block | None) -> QWidget:
        if block is None:
            return self.own_texts[key]
        if isinstance(block, Paragraph) and block.is_own:
            own = self.own_texts.get(key) or self._make_own(key)
            own.show_text(block.text)
            return own
        if key not in self.blocks:
            made = LetterBlock(key)
            made.why.connect(self.why)
            made.own_text.connect(self.begin)
            self.blocks[key] = made
        self.blocks[key].show_block(block)
        return self.blocks[key]

    def _make_own(self, key: str) -> LetterOwnText:
        own = LetterOwnText()
        own.know(self._facts)
        own.written.connect(lambda text, own=own: self._write(own, text))
        self.own_texts[key] = own
        return own

    def _write(self, own: LetterOwnText, text: str) -> None:
        key = next((key for key, held in self.own_texts.items() if held is own), "")
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
