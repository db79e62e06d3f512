"""What makes Excel ask to repair a workbook, each as a search through the XML of a file."""

import io
import posixpath
import re
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from tests.exchange.dirty import MAIN, OFFICE, PACKAGE
from workbench.exchange.cells import Area, read_address, read_area

_PROMPTS = {"prompt": 255, "error": 255, "promptTitle": 32, "errorTitle": 32}
_FUNCTION = re.compile(r"([A-Z][A-Z0-9._]*)\(")
# Known since Excel 2007; a younger function needs a prefix in the file.
_FUNCTIONS = frozenset(
    (
        "ABS",
        "AND",
        "COUNT",
        "COUNTA",
        "COUNTIF",
        "COUNTIFS",
        "SUMIFS",
        "IF",
        "IFERROR",
        "INT",
        "ISERROR",
    )
) | {"ISNUMBER", "ISTEXT", "LEN", "N", "NOT", "OR", "ROUND", "SUM", "SUMPRODUCT", "TRIM"}
_QUOTED = re.compile(r'"[^"]*"')
_RELATION = f"{{{OFFICE}}}id"


@dataclass(frozen=True, slots=True)
class Part:
    """One part of XML, with where its relations point to."""

    name: str
    root: Element
    relations: dict[str, tuple[str, str]]

    def all(self, tag: str) -> list[Element]:
        return list(self.root.iter(f"{{{MAIN}}}{tag}"))


class Parts:
    """The parts of a workbook, by kind."""

    def __init__(self, data: bytes) -> None:
        self.zip = zipfile.ZipFile(io.BytesIO(data))
        self.names = self.zip.namelist()
        self.book = self.part("xl/workbook.xml")
        self.styles = self.part("xl/styles.xml")
        listed = self.book.all("sheet")
        self.sheets = [
            self.part(self.book.relations[one.attrib[_RELATION]][1]) for one in listed
        ]
        self.titles = [one.attrib["name"] for one in listed]

    def part(self, name: str) -> Part:
        return Part(name, ElementTree.fromstring(self.zip.read(name)), self._related(name))

    def related(self, part: Part, kind: str) -> list[str]:
        return [target for found, target in part.relations.values() if found == kind]

    def _related(self, name: str) -> dict[str, tuple[str, str]]:
        folder, base = posixpath.split(name)
        path = posixpath.join(folder, "_rels", f"{base}.rels")
        if path not in self.names:
            return {}
        return {
            one.attrib["Id"]: (
                one.attrib["Type"].rpartition("/")[2],
                posixpath.normpath(posixpath.join("/", folder, one.attrib["Target"]))[1:],
            )
            for one in ElementTree.fromstring(self.zip.read(path))
            if one.get("TargetMode") != "External"
        }


def _packaging(parts: Parts) -> Iterator[str]:
    types = ElementTree.fromstring(parts.zip.read("[Content_Types].xml"))
    named = {one.get("PartName", "")[1:] for one in types} - {""}
    endings = {one.get("Extension", "").lower() for one in types} - {"", "xml"}
    for name in parts.names:
        known = name in named or name.rpartition(".")[2] in endings
        if not known and name != "[Content_Types].xml":
            yield f"{name} has no content type"
    yield from (f"{name} is not there" for name in named - set(parts.names))
    for part in (parts.book, *parts.sheets):
        missing = {target for _, target in part.relations.values()} - set(parts.names)
        yield from (f"{part.name} points to {name}" for name in missing)
    yield from _doubles(name.casefold() for name in parts.names)
    if f"{PACKAGE}/relationships" not in parts.zip.read("_rels/.rels").decode():
        yield "no relations"


def _names_of_sheets(parts: Parts) -> Iterator[str]:
    yield from _doubles(title.casefold() for title in parts.titles)
    for title in parts.titles:
        if not 1 <= len(title) <= 31 or re.search(r"[\[\]:*?/\\]|^'|'$", title):
            yield title
    if not any(one.get("state") in (None, "visible") for one in parts.book.all("sheet")):
        yield "no sheet to see"


def _names(parts: Parts) -> Iterator[str]:
    names = [(one.get("localSheetId"), one.attrib["name"]) for one in _named(parts)]
    yield from _doubles((sheet, name.casefold()) for sheet, name in names)
    for one in _named(parts):
        for target in re.findall(r"('(?:[^']|'')+'|[\w.]+)!", one.text or ""):
            if target.strip("'").replace("''", "'") not in parts.titles:
                yield f"{one.attrib['name']} points to {target}"
        if "#REF!" in (one.text or ""):
            yield f"{one.attrib['name']} points nowhere"


def _named(parts: Parts) -> list[Element]:
    return parts.book.all("definedName")


def _tables(parts: Parts) -> Iterator[str]:
    tables = [
        (sheet, parts.part(name).root)
        for sheet in parts.sheets
        for name in parts.related(sheet, "table")
    ]
    yield from _doubles(root.attrib["id"] for _, root in tables)
    yield from _doubles(root.attrib["displayName"].casefold() for _, root in tables)
    for sheet, root in tables:
        titles = [one.attrib["name"] for one in root.iter(f"{{{MAIN}}}tableColumn")]
        yield from _doubles(title.casefold() for title in titles)
        area = read_area(root.attrib["ref"])
        assert area is not None
        texts = _texts_of_row(sheet, area[0])[area[1] - 1 : area[3]]
        if texts != titles:
            yield f"{root.attrib['displayName']}: {texts} is not {titles}"


def _texts_of_row(sheet: Part, row: int) -> list[str]:
    found = next(one for one in sheet.all("row") if one.get("r") == str(row))
    return ["".join(cell.itertext()) for cell in found]


def _validations(parts: Parts) -> Iterator[str]:
    known = {one.attrib["name"] for one in _named(parts)}
    for sheet in parts.sheets:
        for rule in sheet.all("dataValidation"):
            for name, longest in _PROMPTS.items():
                if len(rule.get(name, "")) > longest:
                    yield f"{sheet.name} {rule.get('sqref')}: {name}"
            for formula in (one.text or "" for one in rule):
                is_name = rule.get("type") != "list" or formula in known
                if not is_name or len(formula) > 255 or formula.startswith("="):
                    yield f"{sheet.name} {rule.get('sqref')}: {formula}"


def _cells(parts: Parts) -> Iterator[str]:
    styles = len(next(iter(parts.styles.all("cellXfs"))))
    for sheet in parts.sheets:
        places = [read_address(cell.attrib["r"]) for cell in sheet.all("c")]
        if None in places or places != sorted({place for place in places if place}):
            yield f"{sheet.name}: cells out of order"
        for cell in sheet.all("c"):
            is_shared = cell.get("t") == "s" and "xl/sharedStrings.xml" not in parts.names
            is_long = len("".join(cell.itertext())) > 32_767
            if int(cell.get("s", "0")) >= styles or is_shared or is_long:
                yield f"{sheet.name} {cell.get('r')}"


def _formulas(parts: Parts) -> Iterator[str]:
    for sheet in parts.sheets:
        for one in (*sheet.all("f"), *sheet.all("formula")):
            text = one.text or ""
            strange = set(_FUNCTION.findall(_QUOTED.sub("", text))) - _FUNCTIONS
            if text.startswith("=") or not 0 < len(text) <= 8_192 or strange:
                yield f"{sheet.name}: {text[:80]} {strange}"


def _merges(parts: Parts) -> Iterator[str]:
    for sheet in parts.sheets:
        areas = [read_area(one.attrib["ref"]) for one in sheet.all("mergeCell")]
        known = [area for area in areas if area]
        for number, one in enumerate(known):
            if any(_overlap(one, other) for other in known[:number]):
                yield f"{sheet.name}: {one}"


def _overlap(one: Area, other: Area) -> bool:
    apart = one[2] < other[0] or other[2] < one[0] or one[3] < other[1] or other[3] < one[1]
    return not apart


def _looks(parts: Parts) -> Iterator[str]:
    looks = [len(found) for found in parts.styles.all("dxfs")]
    for sheet in parts.sheets:
        for rule in sheet.all("cfRule"):
            if int(rule.get("dxfId", "0")) >= sum(looks):
                yield f"{sheet.name}: {rule.get('dxfId')}"


def _notes(parts: Parts) -> Iterator[str]:
    for sheet in parts.sheets:
        drawings = {one.get(_RELATION) for one in sheet.all("legacyDrawing")}
        drawn = [key for key in drawings if key in sheet.relations]
        notes = parts.related(sheet, "comments")
        if len(notes) != len(drawn) or len(drawn) != len(drawings):
            yield f"{sheet.name}: {len(notes)} notes, {len(drawn)} drawings"
        for name in notes:
            places = [one.attrib["ref"] for one in parts.part(name).all("comment")]
            yield from _doubles(places)


def _links(parts: Parts) -> Iterator[str]:
    for sheet in parts.sheets:
        for link in sheet.all("hyperlink"):
            title, mark, place = link.get("location", "").rpartition("!")
            is_inside = mark and title.strip("'") in parts.titles and read_address(place)
            if not is_inside and link.get(_RELATION) not in sheet.relations:
                yield f"{sheet.name} {link.get('ref')}"


def _doubles(found: Iterator[object] | list[str]) -> Iterator[str]:
    counts = Counter(found)
    yield from (f"{one} is there twice" for one, count in counts.items() if count > 1)


RULES: dict[str, Callable[[Parts], Iterator[str]]] = {
    "packaging": _packaging,
    "names of sheets": _names_of_sheets,
    "names": _names,
    "tables": _tables,
    "validations": _validations,
    "cells": _cells,
    "formulas": _formulas,
    "merged cells": _merges,
    "looks": _looks,
    "notes": _notes,
    "links": _links,
}
