"""One generated block of the letter, with what it rests on."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from workbench.domain.letter import (
    Block,
    FigureBlock,
    Heading,
    Listing,
    Paragraph,
    Span,
    TableBlock,
)
from workbench.letters.cell_places import Placed, columns_of, place_cells, rows_of
from workbench.ui.flow_row import FlowRow
from workbench.ui.letter_remarks import RemarkLines
from workbench.ui.theme import current_palette, set_look, theme

_HOLE = "[nog onbekend"


def facts_of(block: Block) -> tuple[str, ...]:
    """Return the keys of the facts a block shows, each once, in order."""
    spans: list[Span] = []
    if isinstance(block, Paragraph):
        spans.extend(block.spans)
    elif isinstance(block, Listing):
        spans.extend(span for item in block.items for span in item.spans)
    elif isinstance(block, TableBlock):
        spans.extend(span for row in block.rows for span in row)
    return tuple(dict.fromkeys(span.fact for span in spans if span.fact))


class LetterBlock(QFrame):
    """Shows a generated block read-only; its text can be selected and copied.

    Signals:
        why: The block's key; what it rests on is asked.
        own_text: The block's key; the advisor wants to write below it.
        rewrite: The block's key; the advisor wants an own version of it.
        remark: The block's key; something is to be said of it.
        settled: Id of a remark that was dealt with.
    """

    why = Signal(str)
    own_text = Signal(str)
    rewrite = Signal(str)
    remark = Signal(str)
    settled = Signal(str)

    def __init__(self, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key = key
        self._block: Block | None = None
        self.text = QLabel()
        self.text.setWordWrap(True)
        self.text.setTextFormat(Qt.TextFormat.RichText)
        self.text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.ask = QPushButton(self.tr("Waarom?"))
        self.write = QPushButton(self.tr("Eigen tekst"))
        self.redo = QPushButton(self.tr("Herschrijven"))
        self.say = QPushButton(self.tr("Opmerking"))
        self.remarks = RemarkLines()
        self._links = FlowRow()
        for button in (self.ask, self.write, self.redo, self.say):
            set_look(button, "link")
            self._links.add(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 2, 0, 2)
        layout.setSpacing(0)
        layout.addWidget(self.text)
        layout.addWidget(self._links)
        layout.addWidget(self.remarks)
        self.ask.clicked.connect(lambda: self.why.emit(self.key))
        self.write.clicked.connect(lambda: self.own_text.emit(self.key))
        self.redo.clicked.connect(lambda: self.rewrite.emit(self.key))
        self.say.clicked.connect(lambda: self.remark.emit(self.key))
        self.remarks.settled.connect(self.settled)
        theme().changed.connect(self._fill)

    @property
    def block(self) -> Block | None:
        return self._block

    def show_block(self, block: Block) -> None:
        """Show a block; nothing happens when it is the same."""
        if block == self._block:
            return
        self._block = block
        self._fill()

    def _fill(self) -> None:
        block = self._block
        if block is None:
            return
        is_heading = isinstance(block, Heading)
        self._links.setVisible(not is_heading or block.key.endswith("-heading"))
        self.ask.setVisible(not is_heading)
        self.say.setVisible(not is_heading)
        self.redo.setVisible(isinstance(block, Paragraph))
        name = name_of(block)
        for button, words in (
            (self.ask, self.tr("Waarom: {block}")),
            (self.write, self.tr("Eigen tekst onder: {block}")),
            (self.redo, self.tr("Zelf herschrijven: {block}")),
            (self.say, self.tr("Opmerking bij: {block}")),
        ):
            button.setAccessibleName(words.format(block=name))
        if isinstance(block, Heading):
            set_look(self.text, "heading")
            self.text.setText(escape(block.text))
            self.text.setAccessibleName(self.tr("Kop: {text}").format(text=block.text))
            return
        self.text.setText(_html(block))


def name_of(block: Block) -> str:
    """Return a short name of a block."""
    if isinstance(block, Paragraph):
        return block.text[:60]
    if isinstance(block, Listing):
        return block.items[0].text[:60] if block.items else ""
    return block.title if not isinstance(block, Heading) else block.text


def _html(block: Block) -> str:
    if isinstance(block, Paragraph):
        return _spans(block.spans)
    if isinstance(block, Listing):
        tag = "ol" if block.is_numbered else "ul"
        items = "".join(f"<li>{_spans(item.spans)}</li>" for item in block.items)
        return f"<{tag}>{items}</{tag}>"
    if isinstance(block, TableBlock):
        return _table(block)
    if isinstance(block, FigureBlock):
        return f"<b>Figuur: {escape(block.title)}</b><br>{escape(block.alt)}"
    return ""


def _spans(spans: tuple[Span, ...]) -> str:
    return "".join(_span(span) for span in spans)


def _span(span: Span) -> str:
    text = escape(span.text).replace("\n", "<br>")
    if span.text.startswith(_HOLE):
        return f'<b><span style="color:{current_palette().attention}">{text}</span></b>'
    return f"<b>{text}</b>" if span.is_bold else text


def _table(block: TableBlock) -> str:
    aligns = ["right" if is_number else "left" for is_number in block.is_number]
    head = "".join(
        f'<th align="{align}">{escape(text)}</th>'
        for text, align in zip(block.header, aligns, strict=True)
    )
    count = len(block.header)
    above = place_cells([block.groups], count) if block.groups else []
    head = "".join(map(_row, above, [aligns] * len(above))) + f"<tr>{head}</tr>"
    rows = "".join(_row(row, aligns) for row in place_cells(block.rows, count))
    note = f"<br>{escape(block.note)}" if block.note else ""
    table = f'<table cellpadding="3" width="100%">{head}{rows}</table>'
    return f"<b>{escape(block.title)}</b>{table}{note}"


def _row(row: Placed, aligns: list[str]) -> str:
    cells = (
        f'<td align="{aligns[column]}" colspan="{columns_of(cell)}"'
        f' rowspan="{rows_of(cell)}">{_span(cell)}</td>'
        for column, cell in row
    )
    return f"<tr>{''.join(cells)}</tr>"
