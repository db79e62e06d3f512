"""Reads a draft that comes back from a ministry: its changes and comments per paragraph."""

from __future__ import annotations

from dataclasses import dataclass, field

from workbench.domain.errors import WorkbookRefusedError
from workbench.exchange.markup_tree import Element, read_tree
from workbench.exchange.package import MOST_BYTES, Package
from workbench.exchange.refusals import refusal
from workbench.exchange.worker import limits_for, run_limited

IDENTITY = "werkbank-brief"
_NAME, _FIXED = "blok_", "vast_"
_MOST_SPACES = 200
_OPEN_SIGNS = {"s": " ", "tab": "\t", "line-break": "\n"}
_WORD_SIGNS = {"br": "\n", "cr": "\n", "tab": "\t"}
_WORD_MARKS = ("bookmarkStart", "bookmarkEnd", "commentReference", "del", "moveFrom")


@dataclass(frozen=True, slots=True, kw_only=True)
class Comment:
    """What someone said in the margin."""

    author: str
    day: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnedBlock:
    """A paragraph as it came back.

    Attributes:
        name: Of the block or fixed line; "" for a paragraph that was put in.
        after: Name of the block above it, unless it is a block itself.
        text: With all changes taken in.
        authors: Of recorded changes in it.
    """

    name: str
    after: str
    text: str
    comments: tuple[Comment, ...] = ()
    authors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnedText:
    """A document that came back.

    Attributes:
        identity: What went out with it; "" when that was lost.
    """

    identity: str
    blocks: tuple[ReturnedBlock, ...]


@dataclass(slots=True)
class _Grown:
    """A paragraph that is being read."""

    name: str = ""
    after: str = ""
    text: list[str] = field(default_factory=list)
    comments: list[Comment] = field(default_factory=list)
    authors: list[str] = field(default_factory=list)
    is_list: bool = False


def read_returned(data: bytes, file: str) -> ReturnedText:
    """Return what an .odt or .docx says, read in a limited process.

    Raises:
        WorkbookRefusedError: With the file's name; it is no such document, or unsafe.
    """
    try:
        if len(data) > MOST_BYTES:
            raise refusal("te-groot")
        if not data.startswith(b"PK"):
            raise refusal("geen-tekst")
        return run_limited(read_bytes, data, limits_for(len(data)))
    except WorkbookRefusedError as error:
        raise WorkbookRefusedError(**(error.facts | {"file": file})) from error


def read_bytes(data: bytes) -> ReturnedText:
    """Return what an .odt or .docx says; runs in the limited process."""
    package = Package(data)
    if "word/document.xml" in package:
        return _Word(package).read()
    if "content.xml" in package:
        return _Open(package).read()
    raise refusal("geen-tekst")


class _Reader:
    """What both kinds share: paragraphs that grow and are known by name."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._blocks: list[_Grown] = []
        self._begun: dict[str, _Grown] = {}
        self._open: list[str] = []  # names of blocks that go on in the next paragraph
        self._now = _Grown()
        self._last = ""

    def tree(self, name: str) -> Element:
        return read_tree(name, self._package.chunks(name))

    def begin(self) -> None:
        """Begin a paragraph; one that a block runs on into belongs to it."""
        if self._open:
            self._now = self._begun[self._open[-1]]
            self._now.text.append("\n")
        else:
            self._now = _Grown(after=self._last)
            self._blocks.append(self._now)

    def enter(self, name: str) -> None:
        if not name.startswith((_NAME, _FIXED)):
            return
        if name not in self._begun:
            self._begun[name] = self._now
            self._now.name = self._now.name or name
        self._open.append(name)
        if name.startswith(_NAME):
            self._last = name

    def leave(self, name: str) -> None:
        if name in self._open:
            self._open.remove(name)

    def blocks(self) -> tuple[ReturnedBlock, ...]:
        return tuple(
            ReturnedBlock(
                name=one.name,
                after="" if one.name.startswith(_NAME) else one.after,
                text="".join(one.text).strip(),
                comments=tuple(one.comments),
                authors=tuple(dict.fromkeys(filter(None, one.authors))),
            )
            for one in self._blocks
            if one.name or "".join(one.text).strip() or one.comments
        )


class _Open(_Reader):
    """OpenDocument text."""

    def read(self) -> ReturnedText:
        root = self.tree("content.xml")
        body = root.find("text")
        if body is None:
            raise refusal("geen-tekst")
        self._authors = {
            one.get("id"): (one.find("creator") or Element("", {})).text
            for one in body.every("changed-region")
        }
        self._walk(body)
        identity = ""
        if "meta.xml" in self._package:
            for one in self.tree("meta.xml").every("user-defined"):
                identity = one.text if one.get("name") == IDENTITY else identity
        return ReturnedText(identity=identity, blocks=self.blocks())

    def _walk(self, element: Element) -> None:
        for one in element.children:
            if one.name in ("p", "h"):
                self.begin()
                self._inside(one)
            elif one.name in ("list", "list-item", "section"):
                self._walk(one)

    def _inside(self, element: Element) -> None:
        for one in element.inside:
            if isinstance(one, str):
                self._now.text.append(one)
            elif one.name in _OPEN_SIGNS:
                times = one.get("c")
                count = min(int(times), _MOST_SPACES) if times.isdigit() else 1
                self._now.text.append(_OPEN_SIGNS[one.name] * count)
            elif not self._mark(one) and one.name not in ("note", "frame"):
                self._inside(one)

    def _mark(self, one: Element) -> bool:
        """Take a mark that has no text of its own; return whether it was one."""
        if one.name == "annotation":
            self._now.comments.append(_open_comment(one))
        elif one.name in ("bookmark-start", "bookmark"):
            self.enter(one.get("name"))
        elif one.name in ("change-start", "change"):
            self._now.authors.append(self._authors.get(one.get("change-id"), ""))
        if one.name in ("bookmark-end", "bookmark"):
            self.leave(one.get("name"))
        return one.name.startswith(("annotation", "bookmark", "change"))


def _open_comment(element: Element) -> Comment:
    creator, day = element.find("creator"), element.find("date")
    texts = [one.text for one in element.every("p")]
    return Comment(
        author=creator.text if creator else "",
        day=(day.text if day else "")[:10],
        text="\n".join(texts).strip(),
    )


class _Word(_Reader):
    """A Word document."""

    def read(self) -> ReturnedText:
        self._comments = self._read_comments()
        self._marks: dict[str, str] = {}
        body = self.tree("word/document.xml").find("body")
        if body is None:
            raise refusal("geen-tekst")
        self._walk(body)
        identity = ""
        if "docProps/custom.xml" in self._package:
            for one in self.tree("docProps/custom.xml").every("property"):
                identity = one.text if one.get("name") == IDENTITY else identity
        return ReturnedText(identity=identity.strip(), blocks=self.blocks())

    def _read_comments(self) -> dict[str, Comment]:
        if "word/comments.xml" not in self._package:
            return {}
        return {
            one.get("id"): Comment(
                author=one.get("author"),
                day=one.get("date")[:10],
                text="\n".join(part.text for part in one.every("p")).strip(),
            )
            for one in self.tree("word/comments.xml").every("comment")
        }

    def _walk(self, element: Element) -> None:
        for one in element.children:
            if one.name == "p":
                self.begin()
                self._inside(one)
            elif one.name in ("sdt", "sdtContent", "ins"):
                self._walk(one)
            else:
                self._mark(one)  # Word puts a mark between paragraphs too

    def _inside(self, element: Element) -> None:
        for one in element.children:
            if one.name == "t":
                self._now.text.append(one.text)
            elif one.name in _WORD_SIGNS:
                self._now.text.append(_WORD_SIGNS[one.name])
            elif not self._mark(one) and one.name not in ("pPr", "rPr", "drawing"):
                self._inside(one)

    def _mark(self, one: Element) -> bool:
        """Take a mark, or text that was taken out; return whether it was one."""
        if one.name == "bookmarkStart":
            self._marks[one.get("id")] = one.get("name")
            self.enter(one.get("name"))
        elif one.name == "bookmarkEnd":
            self.leave(self._marks.get(one.get("id"), ""))
        elif one.name == "commentReference" and one.get("id") in self._comments:
            self._now.comments.append(self._comments[one.get("id")])
        elif one.name in ("ins", "moveTo", "del", "moveFrom"):
            self._now.authors.append(one.get("author"))
        return one.name in _WORD_MARKS
