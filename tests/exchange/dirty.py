"""Builds small workbooks with one thing wrong, as they are met in the wild."""

import io
import zipfile

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SPACES = f'xmlns="{MAIN}" xmlns:r="{OFFICE}"'
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
ROWS = (
    '<row r="1"><c r="A1" t="inlineStr"><is><t>provincie</t></is></c>'
    '<c r="B1" t="inlineStr"><is><t>fte</t></is></c></row>'
    '<row r="2"><c r="A2" t="inlineStr"><is><t>Utrecht</t></is></c>'
    '<c r="B2"><v>12.5</v></c></row>'
)
STYLES = (
    f'<styleSheet {SPACES}><numFmts count="1"><numFmt numFmtId="164" '
    'formatCode="[$-413]d\\ mmmm\\ yyyy"/></numFmts><cellXfs count="3"><xf/>'
    '<xf numFmtId="14"/><xf numFmtId="164"/></cellXfs></styleSheet>'
)


def sheet_xml(rows: str = ROWS, before: str = "", after: str = "") -> str:
    return f"<worksheet {SPACES}>{before}<sheetData>{rows}</sheetData>{after}</worksheet>"


def workbook_xml(settings: str = "", sheets: str = "", extra: str = "") -> str:
    listed = sheets or '<sheet name="Opgave" sheetId="1" r:id="rId1"/>'
    return f"<workbook {SPACES}>{settings}<sheets>{listed}</sheets>{extra}</workbook>"


def relations_xml(*relations: tuple[str, str, str], mode: str = "") -> str:
    lines = "".join(
        f'<Relationship Id="{key}" Type="{OFFICE}/{kind}" Target="{target}"{mode}/>'
        for key, kind, target in relations
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{lines}</Relationships>'


def parts(**changes: str | bytes) -> dict[str, str | bytes]:
    """Return the parts of a workbook; `sheet`, `workbook`, `relations`, … replace one."""
    base: dict[str, str | bytes] = {
        "_rels/.rels": relations_xml(("rId1", "officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": changes.get("workbook", workbook_xml()),
        "xl/_rels/workbook.xml.rels": changes.get(
            "relations",
            relations_xml(
                ("rId1", "worksheet", "worksheets/sheet1.xml"),
                ("rId2", "styles", "styles.xml"),
                ("rId3", "sharedStrings", "sharedStrings.xml"),
            ),
        ),
        "xl/worksheets/sheet1.xml": changes.get("sheet", sheet_xml()),
        "xl/styles.xml": changes.get("styles", STYLES),
    }
    if "texts" in changes:
        base["xl/sharedStrings.xml"] = changes["texts"]
    return base


def pack(
    content: dict[str, str | bytes],
    *doubles: tuple[str, str],
    method: int = zipfile.ZIP_DEFLATED,
) -> bytes:
    """Return the parts as a zip; `doubles` are added with a name that exists already."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", method) as archive:
        for name, part in (*content.items(), *doubles):
            archive.writestr(name, part)
    return stream.getvalue()


def book(**changes: str | bytes) -> bytes:
    return pack(parts(**changes))


def cell_sheet(cell: str) -> str:
    return sheet_xml(f'<row r="1">{cell}</row>')


def strict(data: bytes) -> bytes:
    """Return the workbook in the strict form of the standard."""
    stream = io.BytesIO()
    source = zipfile.ZipFile(io.BytesIO(data))
    with zipfile.ZipFile(stream, "w") as archive:
        for name in source.namelist():
            text = source.read(name).decode("utf-8")
            text = text.replace(MAIN, "http://purl.oclc.org/ooxml/spreadsheetml/main")
            office = "http://purl.oclc.org/ooxml/officeDocument/relationships"
            archive.writestr(name, text.replace(OFFICE, office))
    return stream.getvalue()


def ole(mark: str) -> bytes:
    """Return the start of an old container file that holds a stream named `mark`."""
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504 + mark.encode("utf-16-le")


def bomb() -> bytes:
    """Return a small zip whose sheet unpacks to far more than the limit."""
    stream = io.BytesIO()
    content = parts()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, part in content.items():
            if "sheet1" not in name:
                archive.writestr(name, part)
        with archive.open("xl/worksheets/sheet1.xml", "w") as sheet:
            sheet.write(f"<worksheet {SPACES}><sheetData>".encode())
            for _ in range(160):
                sheet.write(b" " * 1_000_000)
            sheet.write(b"</sheetData></worksheet>")
    return stream.getvalue()


def lying_bomb() -> bytes:
    """Return the bomb with a directory that says that its sheet is small."""
    data = bytearray(bomb())
    entry = data.rfind(b"PK\x01\x02")
    data[entry + 24 : entry + 28] = (1000).to_bytes(4, "little")
    return bytes(data)
