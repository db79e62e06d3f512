"""The structure tree of a tagged PDF: what a screen reader walks through."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

ROOT_NAME = "StructTreeRoot"
_CELLS = ("TH", "TD")  # a row keeps its width


class Element:
    """One structure element: a paragraph, heading, cell, figure.

    Elements stand in the tree in the order they are made in, which is the reading order.

    Attributes:
        alt: Spoken instead of a figure.
        attributes: PDF dictionary such as `<</O/Table/Scope/Row>>`; empty for none.
        content: Page number (from 0) and marked-content number of what is drawn for it.
    """

    def __init__(
        self,
        tag: str,
        parent: Element | None = None,
        *,
        alt: str = "",
        attributes: str = "",
    ) -> None:
        self.tag = tag
        self.alt = alt
        self.attributes = attributes
        self.parent = parent
        self.children: list[Element] = []
        self.content: list[tuple[int, int]] = []
        if parent is not None:
            parent.adopt(self)

    def adopt(self, child: Element) -> None:
        """Add `child` as the last one."""
        child.parent = self
        self.children.append(child)

    def walk(self) -> Iterator[Element]:
        """Yield all elements below this one, in reading order."""
        for child in self.children:
            yield child
            yield from child.walk()

    def has_content(self) -> bool:
        """Return whether anything was drawn for it; a cell counts even when empty."""
        if self.content or self.tag in _CELLS:
            return True
        return any(child.has_content() for child in self.children)


def prune(root: Element) -> None:
    """Drop what nothing was drawn for."""
    root.children = [child for child in root.children if child.has_content()]
    for child in root.children:
        prune(child)


def write_tree(
    root: Element,
    pages: Sequence[int],
    marked: Sequence[Sequence[Element]],
    reserve: Callable[[str], int],
) -> dict[str, bytes]:
    """Return the PDF objects of the tree by the names that `reserve` numbered.

    Args:
        pages: Object number of every page.
        marked: Per page the element of each marked-content number.
        reserve: Gives a named object its number.
    """
    numbers = {id(root): reserve(ROOT_NAME)}
    named: list[tuple[str, Element]] = []
    for index, element in enumerate(root.walk()):
        name = f"Element{index}"
        numbers[id(element)] = reserve(name)
        named.append((name, element))
    objects = {name: _write_element(element, numbers, pages) for name, element in named}
    objects[ROOT_NAME] = _write_root(root, numbers, marked)
    return objects


def write_text(text: str) -> str:
    """Return a PDF text string that holds any character."""
    return f"<FEFF{text.encode('utf-16-be', 'replace').hex().upper()}>"


def _write_element(
    element: Element, numbers: dict[int, int], pages: Sequence[int]
) -> bytes:
    parts = [f"<</S/{element.tag}/P {numbers[id(element.parent)]} 0 R"]
    if element.alt:
        parts.append(f"/Alt{write_text(element.alt)}")
    if element.attributes:
        parts.append(f"/A{element.attributes}")
    kids = []
    home = element.content[0][0] if element.content else None
    if home is not None:
        parts.append(f"/Pg {pages[home]} 0 R")
    for page, number in element.content:
        if page == home:
            kids.append(str(number))
        else:
            kids.append(f"<</Type/MCR/Pg {pages[page]} 0 R/MCID {number}>>")
    kids.extend(f"{numbers[id(child)]} 0 R" for child in element.children)
    return f"{''.join(parts)}/K[{' '.join(kids)}]>>".encode("ascii")


def _write_root(
    root: Element, numbers: dict[int, int], marked: Sequence[Sequence[Element]]
) -> bytes:
    kids = " ".join(f"{numbers[id(child)]} 0 R" for child in root.children)
    entries = []
    for key, elements in enumerate(marked):
        refs = " ".join(f"{numbers[id(element)]} 0 R" for element in elements)
        entries.append(f"{key}[{refs}]")
    return (
        f"<</Type/StructTreeRoot/K[{kids}]/ParentTree<</Nums[{' '.join(entries)}]>>"
        f"/ParentTreeNextKey {len(marked)}>>"
    ).encode("ascii")
