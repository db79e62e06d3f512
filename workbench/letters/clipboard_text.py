"""Takes paragraphs and lists over from Word and LibreOffice, and gives them back."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape
from html.parser import HTMLParser
from itertools import groupby

from workbench.domain.letter import Listing, OwnText, Paragraph
from workbench.letters.own_text import own_blocks

_BLOCKS = frozenset({"p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "tr", "blockquote"})
_SKIPPED = frozenset({"style", "script", "head", "title"})
_VOID = frozenset({"br", "img", "meta", "link", "hr", "input", "col"})
_LEVEL = re.compile(r"mso-list:[^;]*?level(\d)")
_NUMBER = re.compile(r"^\W*(?:\d{1,2}|[a-z])[.)]")


def html_to_text(html: str) -> str:
    """Return what was copied as own text: empty lines, "- " and "1. " instead of tags."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.text()


def text_to_html(text: str) -> str:
    """Return own text as it is put on the clipboard for a word processor."""
    own = OwnText(id="x", letter_id="", after="", position=1, text=text)
    made = []
    for block in own_blocks(own, {}):
        if isinstance(block, Paragraph):
            made.append(f"<p>{escape(block.text)}</p>".replace("\n", "<br>"))
        elif isinstance(block, Listing):
            made.append(_list(block))
    return "".join(made)


def _list(block: Listing) -> str:
    tag = "ol" if block.is_numbered else "ul"
    levels = block.levels or (0,) * len(block.items)
    made, depth = f"<{tag}>", 0
    for item, level in zip(block.items, levels, strict=True):
        made += f"<{tag}>" * (level - depth) + f"</{tag}>" * (depth - level)
        made += f"<li>{escape(item.text)}</li>"
        depth = level
    return made + f"</{tag}>" * (depth + 1)


class _Reader(HTMLParser):
    """Collects lines; each knows whether it is a point, and how deep."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._lines: list[tuple[str, str]] = []  # kind and text
        self._words: list[str] = []
        self._mark = ""
        self._lists: list[str] = []
        self._skipping = ""
        self._depth = 0  # of elements inside the one that is skipped
        self._label: list[str] | None = None

    def text(self) -> str:
        self._end_line()
        groups = groupby(self._lines, key=lambda line: bool(line[0]))
        return "\n\n".join(_joined(is_list, list(lines)) for is_list, lines in groups)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        style = (given.get("style") or "").replace(" ", "")
        if self._skipping:
            self._depth += tag not in _VOID
        elif tag in _SKIPPED or "mso-list:Ignore" in style:
            self._skipping, self._depth = tag, 0
            self._label = [] if tag not in _SKIPPED else None
        else:
            self._open(tag, style)

    def _open(self, tag: str, style: str) -> None:
        if tag in ("ul", "ol"):
            self._end_line()
            self._lists.append(tag)
        elif tag == "li":
            self._end_line()
            self._mark = _mark(max(len(self._lists), 1), self._lists[-1:] == ["ol"])
        elif tag == "br":
            self._words.append("\n")
        elif tag in _BLOCKS:
            if "".join(self._words).strip() or not self._mark:
                self._end_line()
            if found := _LEVEL.search(style):
                self._mark = _mark(int(found[1]), is_numbered=False)

    def handle_endtag(self, tag: str) -> None:
        if self._skipping:
            if self._depth:
                self._depth -= 1
            elif tag == self._skipping:
                self._end_label()
        elif tag in ("ul", "ol"):
            self._end_line()
            del self._lists[-1:]
        elif tag == "li" or (tag in _BLOCKS and not self._lists):
            self._end_line()

    def handle_data(self, data: str) -> None:
        if self._label is not None:
            self._label.append(data)
        elif not self._skipping:
            self._words.append(re.sub(r"[\s\xa0]+", " ", data))

    def _end_label(self) -> None:
        """Know by the label of Word whether its list is numbered."""
        self._skipping = ""
        if self._label is not None and _NUMBER.match("".join(self._label)):
            self._mark = self._mark.replace("- ", "1. ")
        self._label = None

    def _end_line(self) -> None:
        text = "".join(self._words)
        lines = (" ".join(line.split()) for line in text.split("\n"))
        words = "\n".join(line for line in lines if line)
        if words:
            shown = words.replace("\n", " ") if self._mark else words
            self._lines.append((self._mark, f"{self._mark}{shown}"))
        self._words, self._mark = [], ""


def _mark(level: int, is_numbered: bool) -> str:
    return "  " * (level - 1) + ("1. " if is_numbered else "- ")


def _joined(is_list: bool, lines: list[tuple[str, str]]) -> str:
    texts: Iterator[str] = (text for _, text in lines)
    return ("\n" if is_list else "\n\n").join(texts)
