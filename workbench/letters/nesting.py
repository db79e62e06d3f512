"""Keeps count of lists inside lists, with the label of every item."""

from __future__ import annotations

from workbench.letters.structure import Element

_BULLETS = "•–·"
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


class Nest:
    """The lists that are open, from the outer to the inner one.

    Attributes:
        depth: Of the item that was made last; never more than one below the item above.
    """

    def __init__(self, parent: Element, attributes: str, *, is_numbered: bool) -> None:
        self._attributes = attributes
        self._is_numbered = is_numbered
        self._lists = [Element("L", parent, attributes=attributes)]
        self._counts = [0]
        self._item: Element | None = None

    @property
    def depth(self) -> int:
        return len(self._lists) - 1

    def next(self, level: int) -> tuple[Element, str]:
        """Return the element and label of the next item."""
        while level < self.depth:
            self._lists.pop()
            self._counts.pop()
        if level > self.depth and self._item is not None:
            body = next(one for one in self._item.children if one.tag == "LBody")
            self._lists.append(Element("L", body, attributes=self._attributes))
            self._counts.append(0)
        self._counts[-1] += 1
        self._item = Element("LI", self._lists[-1])
        return self._item, self._label(self._counts[-1])

    def _label(self, number: int) -> str:
        if not self._is_numbered:
            return _BULLETS[min(self.depth, len(_BULLETS) - 1)]
        if self.depth == 1 and number <= len(_LETTERS):
            return f"{_LETTERS[number - 1]}."
        return f"{number}."
