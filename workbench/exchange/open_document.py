"""Reads an OpenDocument spreadsheet, packed or flat, into neutral cells, within limits."""

from collections.abc import Iterable

from workbench.exchange.cells import ReadNote, ReadWorkbook
from workbench.exchange.markup import MarkupReader, names_in
from workbench.exchange.open_sheet_reader import OFFICE, STYLE, TABLE, TEXT, OpenWalk
from workbench.exchange.package import Package
from workbench.exchange.refusals import refusal, refuse_doubles

_CONTENT, _MANIFEST = "content.xml", "META-INF/manifest.xml"
_ELEMENTS = {
    **names_in(
        OFFICE,
        "document",
        "document-content",
        "automatic-styles",
        "styles",
        "body",
        "spreadsheet",
    ),
    **names_in(STYLE, "style", "table-properties"),
    **names_in(
        TABLE,
        "table",
        "table-source",
        "table-columns",
        "table-column-group",
        "table-header-columns",
        "table-column",
        "table-rows",
        "table-row-group",
        "table-header-rows",
        "table-row",
        "table-cell",
        "covered-table-cell",
        "named-expressions",
        "named-range",
        "dde-links",
    ),
    **names_in(TEXT, "p", "span", "a", "s", "tab", "line-break"),
}


def is_open_document(package: Package) -> bool:
    """Whether a zip is an OpenDocument file, of whatever sort."""
    if "mimetype" in package:
        return b"opendocument" in b"".join(package.chunks("mimetype"))[:100]
    return _CONTENT in package and _MANIFEST in package


def read_open_document(package: Package) -> ReadWorkbook:
    """Return the workbook in the zip.

    Raises:
        WorkbookRefusedError: With a code of `REFUSALS`.
    """
    if _MANIFEST in package:
        manifest = b"".join(package.chunks(_MANIFEST))
        if b"encryption-data" in manifest or b"encrypted-package" in manifest:
            raise refusal("wachtwoord")
    if "mimetype" in package:
        kind = b"".join(package.chunks("mimetype"))[:100]
        if b"spreadsheet" not in kind:
            raise refusal("geen-werkmap")
    has_macros = "Basic/script-lc.xml" in package
    return _read(_CONTENT, package.chunks(_CONTENT), "ods", has_macros=has_macros)


def read_flat_document(data: bytes) -> ReadWorkbook:
    """Return the workbook in one XML file.

    Raises:
        WorkbookRefusedError: With a code of `REFUSALS`.
    """
    has_macros = b"<ooo:library-embedded" in data or b"<script:module" in data
    return _read("fods", [data], "fods", has_macros=has_macros)


def _read(
    name: str, chunks: Iterable[bytes], form: str, *, has_macros: bool
) -> ReadWorkbook:
    walk = OpenWalk()
    reader = MarkupReader(_ELEMENTS, walk.start, walk.end, frozenset("p"))
    walk.add_text = reader.add_text
    reader.read(name, chunks)
    if not walk.is_spreadsheet:
        raise refusal("geen-werkmap")
    if not walk.sheets:
        raise refusal("geen-bladen")
    refuse_doubles(sheet.name for sheet in walk.sheets)
    texts = {
        "macros": (
            has_macros,
            "De werkmap bevat macro's. Die zijn niet uitgevoerd en niet overgenomen.",
        ),
        "externe-koppelingen": (
            walk.has_links,
            "De werkmap verwijst naar andere bestanden. Die zijn niet geopend.",
        ),
    }
    notes = [
        ReadNote(code=code, text=text) for code, (holds, text) in texts.items() if holds
    ]
    return ReadWorkbook(
        sheets=tuple(walk.sheets),
        notes=(*notes, *walk.notes),
        names=walk.names,
        format=form,
    )
