"""The structure tree of a tagged PDF: what a screen reader walks through."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

ROOT_NAME = "StructTreeRoot"
_CELLS = ("TH", "TD")  # a row keeps its width


class Element:
    """One structure element: a paragraph, heading, cell, figure.

    Elements stand in the tree in the order they are made in, which is the reading order.

    Attributes:
        alt: Spoken instead of a figure.
        attributes: PDF dictionary such as `<</O/Table/Scope/Row>>`; empty for none.
        language: Of its text, such as "fy-NL"; empty for that of the letter.
        identifier: By which it is found, such as "noot-1"; only a note needs one.
        kids: What is read, in order: elements, what is drawn for it (page from 0 and
            marked-content number), and annotations (page and name).
    """

    def __init__(
        self,
        tag: str,
        parent: Element | None = None,
        *,
        alt: str = "",
        attributes: str = "",
        language: str = "",
        identifier: str = "",
    ) -> None:
        self.tag = tag
        self.identifier = identifier
        self.alt = alt
        self.attributes = attributes
        self.language = language
        self.parent = parent
        self.kids: list[Kid] = []
        if parent is not None:
            parent.adopt(self)

    @property
    def children(self) -> list[Element]:
        return [kid for kid in self.kids if isinstance(kid, Element)]

    def adopt(self, child: Element) -> None:
        """Add `child` as the last one."""
        child.parent = self
        self.kids.append(child)

    def walk(self) -> Iterator[Element]:
        """Yield all elements below this one, in reading order."""
        for child in self.children:
            yield child
            yield from child.walk()

    def has_content(self) -> bool:
        """Return whether anything was drawn for it; a cell counts even when empty."""
        if self.tag in _CELLS:
            return True
        return any(not isinstance(kid, Element) or kid.has_content() for kid in self.kids)


Kid = Element | tuple[int, int] | tuple[int, str]


def prune(root: Element) -> None:
    """Drop what nothing was drawn for."""
    root.kids = [
        kid for kid in root.kids if not isinstance(kid, Element) or kid.has_content()
    ]
    for child in root.children:
        prune(child)


def write_tree(
    root: Element,
    pages: Sequence[int],
    marked: Sequence[Sequence[Element]],
    annotated: Mapping[int, Element],
    reserve: Callable[[str], int],
) -> dict[str, bytes]:
    """Return the PDF objects of the tree by the names that `reserve` numbered.

    Args:
        pages: Object number of every page.
        marked: Per page the element of each marked-content number.
        annotated: The element of each annotation, by its key in the parent tree.
        reserve: Gives a named object its number.
    """
    numbers = {id(root): reserve(ROOT_NAME)}
    named: list[tuple[str, Element]] = []
    for index, element in enumerate(root.walk()):
        name = f"Element{index}"
        numbers[id(element)] = reserve(name)
        named.append((name, element))
    objects = {
        name: _write_element(element, numbers, pages, reserve) for name, element in named
    }
    objects[ROOT_NAME] = _write_root(root, numbers, marked, annotated)
    return objects


def write_text(text: str) -> str:
    """Return a PDF text string that holds any character."""
    return f"<FEFF{text.encode('utf-16-be', 'replace').hex().upper()}>"


def _write_element(
    element: Element,
    numbers: dict[int, int],
    pages: Sequence[int],
    reserve: Callable[[str], int],
) -> bytes:
    parts = [f"<</S/{element.tag}/P {numbers[id(element.parent)]} 0 R"]
    if element.alt:
        parts.append(f"/Alt{write_text(element.alt)}")
    if element.identifier:
        parts.append(f"/ID({element.identifier})")
    if element.language:
        parts.append(f"/Lang({element.language})")
    if element.attributes:
        parts.append(f"/A{element.attributes}")
    drawn = (kid for kid in element.kids if not isinstance(kid, Element))
    home = next((page for page, mark in drawn if isinstance(mark, int)), None)
    if home is not None:
        parts.append(f"/Pg {pages[home]} 0 R")
    kids = " ".join(_write_kid(kid, home, numbers, pages, reserve) for kid in element.kids)
    return f"{''.join(parts)}/K[{kids}]>>".encode("ascii")


def _write_kid(
    kid: Kid,
    home: int | None,
    numbers: dict[int, int],
    pages: Sequence[int],
    reserve: Callable[[str], int],
) -> str:
    if isinstance(kid, Element):
        return f"{numbers[id(kid)]} 0 R"
    page, mark = kid
    if isinstance(mark, str):
        return f"<</Type/OBJR/Pg {pages[page]} 0 R/Obj {reserve(mark)} 0 R>>"
    if page == home:
        return str(mark)
    return f"<</Type/MCR/Pg {pages[page]} 0 R/MCID {mark}>>"


def _write_root(
    root: Element,
    numbers: dict[int, int],
    marked: Sequence[Sequence[Element]],
    annotated: Mapping[int, Element],
) -> bytes:
    kids = " ".join(f"{numbers[id(child)]} 0 R" for child in root.children)
    entries = []
    for key, elements in enumerate(marked):
        refs = " ".join(f"{numbers[id(element)]} 0 R" for element in elements)
        entries.append(f"{key}[{refs}]")
    for key, element in sorted(annotated.items()):
        entries.append(f"{key} {numbers[id(element)]} 0 R")
    known = sorted(
        (one.identifier, numbers[id(one)]) for one in root.walk() if one.identifier
    )
    names = " ".join(f"({name}) {number} 0 R" for name, number in known)
    found = f"/IDTree<</Names[{names}]>>" if names else ""
    following = max([len(marked), *(key + 1 for key in annotated)])
    return (
        f"<</Type/StructTreeRoot/K[{kids}]/ParentTree<</Nums[{' '.join(entries)}]>>"
        f"/ParentTreeNextKey {following}{found}>>"
    ).encode("ascii")
