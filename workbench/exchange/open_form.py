"""Writes a fill-in workbook as ods, the open format of the government.

LibreOffice made the templates once (packaging/make_forms.py): they hold what only it writes
well, such as styles, choices and protection. Here they get the cells of a workbook that was
built for Excel, so that both forms of a workbook say the same.
"""

import io
import zipfile
from collections.abc import Callable, Mapping
from xml.etree import ElementTree as ET

from openpyxl import Workbook

from workbench.exchange.open_form_names import OFFICE, TABLE, read_part, write_part
from workbench.exchange.open_form_settings import write_settings
from workbench.exchange.open_form_sheet import SheetFiller
from workbench.paths import resource

FOOTER = "VOETTEKST"
SAMPLE = "VOORBEELD"
_ZIP_DAY = (1980, 1, 1, 0, 0, 0)
_KIND = "application/vnd.oasis.opendocument.spreadsheet"
_META = """<?xml version="1.0" encoding="UTF-8"?>
<office:document-meta xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0"
 xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.3"><office:meta>
<meta:generator>Werkbank rijkswerkgelegenheid</meta:generator>
<meta:creation-date>{day}T12:00:00</meta:creation-date><dc:title>{title}</dc:title>
<dc:language>nl-NL</dc:language></office:meta></office:document-meta>
"""
_MANIFEST = """<?xml version="1.0" encoding="UTF-8"?>
<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
 manifest:version="1.3"><manifest:file-entry manifest:full-path="/" manifest:version="1.3"
 manifest:media-type="{kind}"/>{parts}</manifest:manifest>
"""

# Row of the workbook → row of the template that it looks like.
Likeness = Mapping[str, Callable[[int], int]]


def write_open_form(workbook: Workbook, template: str, likeness: Likeness) -> bytes:
    """Return the workbook as an ods file.

    Args:
        template: Name of the template in `resources/forms`, without ".ods".
        likeness: For sheets with more rows than their template, which row each is like.
    """
    path = resource("forms", f"{template}.ods")
    with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as given:
        content = read_part(given.read("content.xml"))
        styles = given.read("styles.xml").decode("utf-8")
    _fill(content.root, workbook, likeness)
    parts = {
        "content.xml": write_part(content),
        "styles.xml": _fill_styles(styles, workbook).encode("utf-8"),
        "meta.xml": _meta(workbook).encode("utf-8"),
        "settings.xml": write_settings(workbook).encode("utf-8"),
    }
    return _pack(parts)


def _fill(root: ET.Element, workbook: Workbook, likeness: Likeness) -> None:
    body = root.find(f"{OFFICE}body/{OFFICE}spreadsheet")
    assert body is not None
    tables = {table.get(f"{TABLE}name"): table for table in body.iter(f"{TABLE}table")}
    for sheet in workbook.worksheets:
        like = likeness.get(sheet.title, _same)
        SheetFiller(tables[sheet.title], sheet, like).fill()
    _fill_names(body, workbook)
    ranges = {
        table.displayName: f"{sheet.title}.{table.ref.replace(':', f':{sheet.title}.')}"
        for sheet in workbook.worksheets
        for table in sheet.tables.values()
    }
    for one in body.iter(f"{TABLE}database-range"):
        target = ranges.get(one.get(f"{TABLE}name", ""))
        if target:
            one.set(f"{TABLE}target-range-address", target)


def _same(row: int) -> int:
    return row


def _fill_names(body: ET.Element, workbook: Workbook) -> None:
    """Let every name of the whole workbook stand for the cells it has now."""
    known = body.find(f"{TABLE}named-expressions")
    assert known is not None
    known.clear()
    for name, defined in workbook.defined_names.items():
        sheet, _, cells = defined.attr_text.partition("!")
        first, _, last = cells.partition(":")
        address = f"${sheet}.{first}" + (f":.{last}" if last else "")
        attributes = {
            f"{TABLE}name": name,
            f"{TABLE}base-cell-address": f"${sheet}.$A$1",
            f"{TABLE}cell-range-address": address,
        }
        ET.SubElement(known, f"{TABLE}named-range", attributes)


def _fill_styles(styles: str, workbook: Workbook) -> str:
    """Put the footer of the printed pages in; only a sample says so above them."""
    sheet = workbook.worksheets[0]
    footer = str(sheet.oddFooter.left.text or "").replace("&&", "&")
    filled = styles.replace(FOOTER, _escape(footer))
    return filled if sheet.oddHeader.center.text else filled.replace(SAMPLE, "")


def _escape(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")


def _meta(workbook: Workbook) -> str:
    day = workbook.properties.created
    return _META.format(
        day=f"{day:%Y-%m-%d}", title=_escape(str(workbook.properties.title))
    )


def _pack(parts: Mapping[str, bytes]) -> bytes:
    entries = "".join(
        f'<manifest:file-entry manifest:full-path="{name}" manifest:media-type="text/xml"/>'
        for name in parts
    )
    manifest = _MANIFEST.format(kind=_KIND, parts=entries).encode("utf-8")
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as packed:
        packed.writestr(_entry("mimetype", zipfile.ZIP_STORED), _KIND)
        for name, part in (*parts.items(), ("META-INF/manifest.xml", manifest)):
            packed.writestr(_entry(name, zipfile.ZIP_DEFLATED), part)
    return stream.getvalue()


def _entry(name: str, method: int) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _ZIP_DAY)
    entry.compress_type = method
    entry.external_attr = 0o644 << 16
    return entry
