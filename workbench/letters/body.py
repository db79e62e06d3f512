"""Sets the body of a letter: salutation, blocks, signature and list of attachments."""

import re
from collections.abc import Sequence
from dataclasses import replace

from workbench.domain.letter import (
    Block,
    Heading,
    Letter,
    Listing,
    Paragraph,
    Sender,
    Span,
    TableBlock,
)
from workbench.domain.notation import MONTHS
from workbench.figures.drawing import Drawing
from workbench.letters.figures_pdf import set_figure
from workbench.letters.fonts import Face, Faces
from workbench.letters.lines import Piece, break_lines
from workbench.letters.measures import BODY_WIDTH, Styles
from workbench.letters.nesting import Nest
from workbench.letters.parts import Part, TextPart, set_text
from workbench.letters.structure import Element
from workbench.letters.tables import set_table

_NBSP = "\u00a0"
# a number stands on one line with its unit, a day with its month
_UNIT = re.compile(rf"(?<=\d) (?=(?:fte|{'|'.join(MONTHS)})\b)")
_SPACES = re.compile(r" {2,}")
_LINK = re.compile(
    r"(?:https?://|www\.)[^\s<>\"“”]*[^\s<>\"“”.,;:!?)]|[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
)
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_INDENT = 14.0
_SIGNATURE_LINES = 4
_ATTACHMENTS = "Bijlagen"


class BodySetter:
    """Sets blocks one under the other, in reading order."""

    def __init__(self, parent: Element, styles: Styles, faces: Faces) -> None:
        self._parent = parent
        self._styles = styles
        self._faces = faces
        self._line = styles.body.leading
        self._parts: list[Part] = []
        self._notes: dict[int, TextPart] = {}

    def set_body(self, letter: Letter, blocks: Sequence[Block]) -> list[Part]:
        """Return everything from the salutation on."""
        self._text(letter.salutation)
        for block in blocks:
            self._block(block)
        self._signature(letter.closing, letter.sender)
        self._attachments([title for title in letter.attachments if title.strip()])
        return self._parts

    def _block(self, block: Block) -> None:
        gap = self._gap()
        if isinstance(block, Heading):
            self._heading(block.text, block.level, block.key)
        elif isinstance(block, Paragraph):
            self._paragraph(block)
        elif isinstance(block, Listing):
            self._listing(block)
        elif isinstance(block, TableBlock):
            self._parts += set_table(
                block, self._parent, self._styles, gap or self._line / 2
            )
        elif isinstance(block.figure, Drawing):
            self._parts += set_figure(
                block, block.figure, self._parent, self._styles, self._faces, gap
            )

    def _gap(self) -> float:
        """Return the white above the next block: none right under a heading."""
        above = self._parts[-1] if self._parts else None
        is_heading = isinstance(above, TextPart) and above.outline >= 0
        return 0.0 if above is None or is_heading else self._line

    def _heading(self, text: str, level: int, key: str) -> None:
        style = self._styles.heading if level == 2 else self._styles.subheading
        element = Element(f"H{level}", self._parent)
        part = set_text(element, style, BODY_WIDTH, [(style.face, text)], gap=self._gap())
        part.key, part.outline, part.keeps_next = key, level - 1, True
        self._parts.append(part)

    def _paragraph(self, block: Paragraph) -> None:
        part = self._text_part(self._pieces(block.spans), gap=self._gap())
        part.key = block.key
        # what announces a list or table stays with it
        part.keeps_next = block.text.rstrip().endswith(":")
        self._parts.append(part)

    def _pieces(self, spans: Sequence[Span]) -> list[Piece]:
        plain, bold = self._faces.regular, self._faces.bold
        pieces: list[Piece] = []
        for span in spans:
            face = bold if span.is_bold else plain
            if span.language:
                face = replace(face, language=span.language)
            if span.note.strip():
                self._set_note(span.note.strip())
                note = len(self._notes)
                pieces.append((replace(face, note=note), str(note).translate(_RAISED)))
                continue
            text = _UNIT.sub(_NBSP, _SPACES.sub(" ", span.text))
            pieces += _with_links(face, text) if _LINK.search(text) else [(face, text)]
        return pieces

    def _set_note(self, text: str) -> None:
        """Set a note; where it is read follows when its reference is drawn."""
        number, style = len(self._notes) + 1, self._styles.note
        element = Element("Note", identifier=f"noot-{number}")
        pieces = [(style.face, f"{str(number).translate(_RAISED)} {text}")]
        self._notes[number] = set_text(element, style, BODY_WIDTH, pieces)

    def _text_part(self, pieces: Sequence[Piece], *, gap: float) -> TextPart:
        element = Element("P", self._parent)
        style = self._styles.body
        part = set_text(element, style, BODY_WIDTH, pieces, gap=gap, hyphenates=True)
        part.notes = self._notes
        return part

    def _text(self, text: str, *, gap: float | None = None) -> None:
        """Add one plain paragraph, unless it is empty."""
        if text.strip():
            pieces = [(self._faces.regular, text)]
            above = self._gap() if gap is None else gap
            self._parts.append(self._text_part(pieces, gap=above))

    def _listing(self, block: Listing) -> None:
        announced = bool(self._parts) and self._parts[-1].keeps_next
        gap = 0.0 if announced else self._gap()
        numbering = "Decimal" if block.is_numbered else "Disc"
        attributes = f"<</O/List/ListNumbering/{numbering}>>"
        nest = Nest(self._parent, attributes, is_numbered=block.is_numbered)
        levels = block.levels or (0,) * len(block.items)
        for number, (item, level) in enumerate(zip(block.items, levels, strict=True), 1):
            element, label = nest.next(level)
            part = self._item(element, label, item, nest.depth, block)
            part.gap = gap if number == 1 else 0.0
            part.key = item.key if number > 1 else block.key
            self._parts.append(part)

    def _item(
        self, element: Element, label: str, item: Paragraph, depth: int, block: Listing
    ) -> TextPart:
        style = self._styles.body
        widest = style.face.width(f"{len(block.items)}.") * style.size / 1000
        step = max(_INDENT, widest + 4.0)
        indent = step * (depth + 1)
        label_element = Element("Lbl", element)
        body = Element("LBody", element)
        if block.levels:  # a list inside this item is read behind its words
            body = Element("P", body)
        pieces = self._pieces(item.spans)
        part = set_text(body, style, BODY_WIDTH - indent, pieces, hyphenates=True)
        (line,) = break_lines([(style.face, label)], style.size, indent)
        part.label = (label_element, line)
        part.label_indent = indent - step
        part.indent = indent
        part.notes = self._notes
        return part

    def _signature(self, closing: Sequence[str], sender: Sender) -> None:
        """Add closing, function and name, kept together with what stands above them."""
        start = len(self._parts)
        for text in closing:
            self._text(text)
        minister = sender.minister.strip()
        self._text(f"{minister}," if minister[-1:].isalnum() else minister)
        if lines := [line for line in sender.mandate if line.strip()]:
            self._text("\n".join(["namens deze,", *lines]))
        self._text(sender.signatory, gap=(_SIGNATURE_LINES + 1) * self._line)
        if len(self._parts) > start:
            for part in self._parts[max(start - 1, 0) : -1]:
                part.keeps_next = True

    def _attachments(self, titles: Sequence[str]) -> None:
        if not titles:
            return
        self._heading(_ATTACHMENTS, 2, "")
        self._parts[-1].gap *= 2
        items = [Paragraph(key="", spans=(Span(text=title),)) for title in titles]
        self._listing(Listing(key="", items=tuple(items), is_numbered=len(titles) > 1))


def _with_links(face: Face, text: str) -> list[Piece]:
    """Return text with each address in it as a piece that leads there."""
    pieces: list[Piece] = []
    at = 0
    for match in _LINK.finditer(text):
        if match.start() > at:
            pieces.append((face, text[at : match.start()]))
        shown = match[0]
        way = "mailto:" if "@" in shown and "/" not in shown else ""
        address = f"https://{shown}" if shown.startswith("www.") else f"{way}{shown}"
        pieces.append((replace(face, address=address), shown))
        at = match.end()
    return [*pieces, (face, text[at:])] if at < len(text) else pieces
