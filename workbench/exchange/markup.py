"""Walks the XML of a part: no DOCTYPE, no depth, both namespaces of OOXML as one."""

import re
from collections.abc import Callable, Iterable
from xml.parsers import expat

from workbench.exchange.refusals import refusal

Attributes = dict[str, str]

STRICT_MARK = "http://purl.oclc.org/ooxml/"
MAIN = (
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    "http://purl.oclc.org/ooxml/spreadsheetml/main",
)
RELATION_ID = (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships}id",
    "http://purl.oclc.org/ooxml/officeDocument/relationships}id",
)
_RELATIONS = ("http://schemas.openxmlformats.org/package/2006/relationships",)
_DEEPEST = 120
_LONGEST = 1_000_000
_MOST_MARKS = 5_000_000  # "<" in a part; walking them takes some seconds
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


def main_names(*names: str) -> dict[str, str]:
    """Return the full name of each element in either namespace, with its short name."""
    return {f"{space}}}{name}": name for space in MAIN for name in names}


def names_in(space: str, *names: str) -> dict[str, str]:
    """Return the full name of each element in one namespace, with its short name."""
    return {f"{space}}}{name}": name for name in names}


def relation_names(*names: str) -> dict[str, str]:
    """Return the full names of elements in a list of relations."""
    return {f"{space}}}{name}": name for space in _RELATIONS for name in names}


class MarkupReader:
    """Reports the elements it is told to know; skips all others with their content.

    Attributes:
        is_strict: Whether the strict namespaces were met.
    """

    def __init__(
        self,
        known: dict[str, str],
        start: Callable[[str, Attributes], None],
        end: Callable[[str, str], None],
        texts: frozenset[str] = frozenset(),
    ) -> None:
        """Call `start(name, attributes)` and `end(name, text)`.

        Only the elements in `texts` get their text; it is empty for all others.
        """
        self.is_strict = False
        self._known = known
        self._start = start
        self._end = end
        self._texts = texts
        self._depth = 0
        self._newest = ""
        self._given = self._marks = 0
        self._skipping = 0
        self._text: list[str] | None = None
        parser = expat.ParserCreate(namespace_separator="}")
        parser.buffer_text = True
        parser.StartDoctypeDeclHandler = self._refuse_doctype
        parser.StartElementHandler = self._open
        parser.EndElementHandler = self._close
        parser.CharacterDataHandler = self.add_text
        self._parser = parser

    def read(self, name: str, chunks: Iterable[bytes]) -> None:
        """Walk the part `name`."""
        for chunk in chunks:
            self.feed(name, chunk)
        self.finish(name)

    def feed(self, name: str, chunk: bytes, *, is_last: bool = False) -> None:
        """Walk on through the part `name`."""
        self._given += len(chunk)
        self._marks += chunk.count(b"<")
        if self._marks > _MOST_MARKS:
            raise refusal("te-groot-uitgepakt", name)
        try:
            self._parser.Parse(chunk, is_last)
            self._refuse_endless(name, self._given - self._parser.CurrentByteIndex)
        except (expat.ExpatError, LookupError, ValueError) as error:
            raise refusal("xml-fout", f"{name}: {error}") from error

    def finish(self, name: str) -> None:
        """Say that the part ends here."""
        self.feed(name, b"", is_last=True)

    def is_inside(self, element: str) -> bool:
        """Whether the last start that was met is of `element`, right below the root."""
        return self._depth == 2 and not self._skipping and self._newest == element

    def _refuse_endless(self, name: str, waiting: int) -> None:
        """Refuse a tag or text far longer than any cell; a tag is read over and over."""
        if max(waiting, sum(map(len, self._text or ()))) > _LONGEST:
            raise refusal("te-groot-uitgepakt", name)

    def _refuse_doctype(self, *_about: object) -> None:
        raise refusal("dtd-verboden")

    def _open(self, name: str, attributes: Attributes) -> None:
        self._depth += 1
        if self._depth > _DEEPEST:
            raise refusal("te-diep")
        if self._skipping:
            self._skipping += 1
            return
        short = self._known.get(name)
        if short is None:
            self._skipping = 1
            return
        self._newest = short
        if self._depth == 1:
            self.is_strict = name.startswith(STRICT_MARK)
        if short in self._texts:
            self._text = []
        self._start(short, attributes)

    def _close(self, name: str) -> None:
        self._depth -= 1
        if self._skipping:
            self._skipping -= 1
            return
        short = self._known[name]
        text = ""
        if self._text is not None and short in self._texts:
            text = "".join(self._text)
            self._text = None
        self._end(short, text)

    def add_text(self, text: str) -> None:
        """Add to the text of the element that is open, as the parser does."""
        if self._text is not None and not self._skipping:
            self._text.append(text)


def decode_escapes(text: str) -> str:
    """Return text with "_x000A_" read as the sign it stands for, as Excel does.

    Signs that no text should hold (controls, half pairs) stay written out.
    """
    return _ESCAPED.sub(_decode, text) if "_x" in text else text


def _decode(match: re.Match[str]) -> str:
    code = int(match[1], 16)
    is_plain = code >= 0x20 and not 0xD800 <= code <= 0xDFFF and code < 0xFFFE
    if code in (0x09, 0x0A, 0x0D) or (is_plain and not 0x7F <= code <= 0x9F):
        return chr(code)
    return match[0]
