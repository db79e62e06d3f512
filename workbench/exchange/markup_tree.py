"""Reads the XML of a part as a tree, within limits: no DOCTYPE, no depth, no flood."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from xml.parsers import expat

from workbench.exchange.refusals import refusal

_DEEPEST = 120
_MOST_ELEMENTS = 400_000


@dataclass(slots=True)
class Element:
    """An element without its namespace; texts and elements stand in their order."""

    name: str
    attributes: dict[str, str]
    inside: list[Element | str] = field(default_factory=list)

    @property
    def children(self) -> Iterator[Element]:
        return (one for one in self.inside if isinstance(one, Element))

    def get(self, name: str) -> str:
        """Return an attribute, whatever its namespace; "" for none."""
        return self.attributes.get(name, "")

    def find(self, name: str) -> Element | None:
        """Return the first element below this one with that name."""
        return next(self.every(name), None)

    def every(self, name: str) -> Iterator[Element]:
        """Yield every element below this one with that name."""
        waiting = [self]
        while waiting:
            one = waiting.pop()
            if one.name == name:
                yield one
            waiting.extend(reversed(list(one.children)))

    @property
    def text(self) -> str:
        """All text below it."""
        return "".join(one if isinstance(one, str) else one.text for one in self.inside)


def read_tree(name: str, chunks: Iterable[bytes]) -> Element:
    """Return the root of the part `name`.

    Raises:
        WorkbookRefusedError: It is no XML, or asks too much.
    """
    builder = _Builder()
    try:
        for chunk in chunks:
            builder.parser.Parse(chunk, False)
        builder.parser.Parse(b"", True)
    except expat.ExpatError as error:
        raise refusal("xml-fout", f"{name}: {error}") from error
    return builder.root


class _Builder:
    """Grows the tree while expat reads."""

    def __init__(self) -> None:
        self.root = Element("", {})
        self._open = [self.root]
        self._count = 0
        self.parser = expat.ParserCreate(namespace_separator="}")
        self.parser.buffer_text = True
        self.parser.StartDoctypeDeclHandler = self._refuse
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._say

    def _refuse(self, *_declared: object) -> None:
        raise refusal("dtd-verboden")

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._count += 1
        if self._count > _MOST_ELEMENTS:
            raise refusal("te-groot-uitgepakt")
        if len(self._open) > _DEEPEST:
            raise refusal("te-diep")
        plain = {key.rpartition("}")[2]: value for key, value in attributes.items()}
        element = Element(name.rpartition("}")[2], plain)
        self._open[-1].inside.append(element)
        self._open.append(element)

    def _end(self, _name: str) -> None:
        self._open.pop()

    def _say(self, text: str) -> None:
        self._open[-1].inside.append(text)
