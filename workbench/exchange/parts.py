"""Reads the small parts of a workbook: relations, sheet list, texts and number formats."""

import posixpath
import re
from dataclasses import dataclass, field

from workbench.exchange.markup import (
    RELATION_ID,
    Attributes,
    MarkupReader,
    decode_escapes,
    main_names,
    relation_names,
)
from workbench.exchange.package import Package
from workbench.exchange.refusals import refusal

_TRUE = ("1", "true", "on")
_MOST_NAMES = 5_000
_DATE_FORMATS = frozenset((*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)))
_ELAPSED = re.compile(r"\[(h+|m+|s+)\]", re.IGNORECASE)
_NOT_CODE = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.|_.|\*.', re.DOTALL)
_GENERAL = ("general", "standard", "standaard")


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """Where one part points to; `kind` is the last word of its type."""

    kind: str
    target: str
    is_external: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetEntry:
    """One line of the sheet list."""

    name: str
    state: str
    relation: str


@dataclass(slots=True, kw_only=True)
class Outline:
    """What the workbook part tells before any sheet is read."""

    sheets: list[SheetEntry] = field(default_factory=list)
    names: dict[str, str] = field(default_factory=dict)
    uses_1904: bool = False
    is_strict: bool = False


def is_true(value: str | None) -> bool:
    return value in _TRUE


def read_relations(package: Package, part: str) -> dict[str, Relation]:
    """Return the relations of a part by their id; external ones are never followed."""
    folder, name = posixpath.split(part)
    path = posixpath.join(folder, "_rels", f"{name}.rels")
    found: dict[str, Relation] = {}
    if path not in package:
        return found

    def start(element: str, attributes: Attributes) -> None:
        if element == "Relationship":
            found[attributes.get("Id", "")] = Relation(
                kind=attributes.get("Type", "").rsplit("/", 1)[-1],
                target=_resolve(folder, attributes.get("Target", "")),
                is_external=attributes.get("TargetMode") == "External",
            )

    known = relation_names("Relationships", "Relationship")
    MarkupReader(known, start, _ignore_end).read(path, package.chunks(path))
    return found


def read_outline(package: Package, part: str) -> Outline:
    """Return the sheets, names and settings of the workbook part."""
    outline = Outline()
    roots: list[str] = []
    naming: list[str] = []

    def start(element: str, attributes: Attributes) -> None:
        roots.append(element) if not roots else None
        if element == "workbookPr":
            outline.uses_1904 = is_true(attributes.get("date1904"))
        elif element == "sheet":
            outline.sheets.append(_sheet_entry(attributes))
        elif element == "definedName":
            is_local = "localSheetId" in attributes
            naming.append("" if is_local else attributes.get("name", ""))

    def end(element: str, text: str) -> None:
        if element == "definedName" and naming[-1] and len(outline.names) < _MOST_NAMES:
            outline.names[naming[-1]] = text

    elements = ("workbook", "workbookPr", "sheets", "sheet", "definedNames", "definedName")
    reader = MarkupReader(main_names(*elements), start, end, frozenset(("definedName",)))
    reader.read(part, package.chunks(part))
    if roots[:1] != ["workbook"]:
        raise refusal("geen-werkmap")
    outline.is_strict = reader.is_strict
    return outline


def read_texts(package: Package, part: str) -> list[str]:
    """Return the shared texts in their order."""
    texts: list[str] = []
    pieces: list[str] = []

    def start(element: str, _attributes: Attributes) -> None:
        if element == "si":
            pieces.clear()

    def end(element: str, text: str) -> None:
        if element == "t":
            pieces.append(text)
        elif element == "si":
            texts.append(decode_escapes("".join(pieces)))

    known = main_names("sst", "si", "r", "t")
    MarkupReader(known, start, end, frozenset("t")).read(part, package.chunks(part))
    return texts


def read_date_styles(package: Package, part: str) -> list[bool]:
    """Return for every cell style whether it shows a number as a date."""
    codes: dict[str, str] = {}
    styles: list[str] = []
    inside: list[str] = []

    def start(element: str, attributes: Attributes) -> None:
        inside.append(element)
        if element == "numFmt":
            codes[attributes.get("numFmtId", "")] = attributes.get("formatCode", "")
        elif element == "xf" and "cellXfs" in inside:
            styles.append(attributes.get("numFmtId", "0"))

    def end(_element: str, _text: str) -> None:
        inside.pop()

    known = main_names("styleSheet", "numFmts", "numFmt", "cellXfs", "xf")
    MarkupReader(known, start, end).read(part, package.chunks(part))
    is_date = {key: shows_date(codes.get(key), key) for key in set(styles)}
    return [is_date[key] for key in styles]


def shows_date(code: str | None, key: str = "") -> bool:
    """Whether a number format shows a day; an elapsed time is no day."""
    if code is None:
        return key.isascii() and key.isdigit() and int(key[:6]) in _DATE_FORMATS
    first = code.split(";")[0]
    if _ELAPSED.search(first) or first.casefold() in _GENERAL:
        return False
    return any(sign in "dmyhs" for sign in _NOT_CODE.sub("", first).casefold())


def _sheet_entry(attributes: Attributes) -> SheetEntry:
    relation = next((attributes[key] for key in RELATION_ID if key in attributes), "")
    return SheetEntry(
        name=attributes.get("name", ""),
        state=attributes.get("state", "visible"),
        relation=relation,
    )


def _resolve(folder: str, target: str) -> str:
    plain = target.replace("\\", "/")
    if plain.startswith("/"):
        return plain.lstrip("/")
    return posixpath.normpath(posixpath.join(folder, plain))


def _ignore_end(_element: str, _text: str) -> None:
    """Relations have no text."""
