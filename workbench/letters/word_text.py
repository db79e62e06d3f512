"""Writes a draft as a Word document, with its changes recorded from the start."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import count
from xml.sax.saxutils import escape, quoteattr

from workbench.domain.letter import Letter, Span, TableBlock
from workbench.letters.cell_places import Placed, columns_of, place_cells, rows_of
from workbench.letters.open_text import IDENTITY
from workbench.letters.outgoing import Line, list_lines, pack

_MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_W = f'xmlns:w="{_MAIN}"'
_STYLE_NAMES = {
    "heading1": "Kop1",
    "heading2": "Kop2",
    "heading3": "Kop3",
    "mark": "Let-op",
    "sender": "Afzender",
    "note": "Noot",
    "caption": "Tabelkop",
}
_WHOLE = "<w:trPr><w:cantSplit/></w:trPr>"
_LISTS = {"bullet": "1", "number": "2"}
_TYPES = {
    "word/document.xml": f"{_WORD}.document.main+xml",
    "word/styles.xml": f"{_WORD}.styles+xml",
    "word/numbering.xml": f"{_WORD}.numbering+xml",
    "word/settings.xml": f"{_WORD}.settings+xml",
    "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    "docProps/custom.xml": (
        "application/vnd.openxmlformats-officedocument.custom-properties+xml"
    ),
}
_DOCUMENT_RELATIONS = ("styles", "numbering", "settings")


def write_word_text(letter: Letter, identity: str) -> bytes:
    """Return the draft as a .docx file; the same letter gives the same bytes.

    Args:
        identity: Comes back with the document, so that it is known again.
    """
    numbers = count(1)
    body = "".join(_line(line, numbers) for line in list_lines(letter))
    return pack(
        {
            "[Content_Types].xml": _types(),
            "_rels/.rels": _relations(
                (f"{_OFFICE}/relationships/officeDocument", "word/document.xml"),
                (f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
                (f"{_OFFICE}/relationships/custom-properties", "docProps/custom.xml"),
            ),
            "word/document.xml": (
                f"<w:document {_W}><w:body>{body}<w:sectPr>"
                '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1417" w:right="1417"'
                ' w:bottom="1417" w:left="1417" w:header="708" w:footer="708"'
                ' w:gutter="0"/></w:sectPr></w:body></w:document>'
            ),
            "word/styles.xml": _styles(),
            "word/numbering.xml": _numbering(),
            "word/settings.xml": f"<w:settings {_W}><w:trackRevisions/></w:settings>",
            "word/_rels/document.xml.rels": _relations(
                *(
                    (f"{_OFFICE}/relationships/{name}", f"{name}.xml")
                    for name in _DOCUMENT_RELATIONS
                )
            ),
            "docProps/core.xml": _core(" ".join(letter.subject.split())),
            "docProps/custom.xml": _custom(identity),
        }
    )


def _line(line: Line, numbers: Iterable[int]) -> str:
    if line.table is not None:
        return _table(line.table)
    number = next(iter(numbers))
    inside = (
        f'<w:bookmarkStart w:id="{number}" w:name={quoteattr(line.name)}/>'
        f'{_runs(line.runs)}<w:bookmarkEnd w:id="{number}"/>'
    )
    return f"<w:p>{_properties(line.style)}{inside}</w:p>"


def _properties(style: str) -> str:
    if style in _LISTS:
        numbering = f'<w:ilvl w:val="0"/><w:numId w:val="{_LISTS[style]}"/>'
        return f"<w:pPr><w:numPr>{numbering}</w:numPr></w:pPr>"
    name = _STYLE_NAMES.get(style)
    return f'<w:pPr><w:pStyle w:val="{name}"/></w:pPr>' if name else ""


def _runs(runs: Iterable[Span]) -> str:
    return "".join(
        f"<w:r>{'<w:rPr><w:b/></w:rPr>' if one.is_bold else ''}{_text(one.text)}</w:r>"
        for one in runs
    )


def _text(text: str) -> str:
    lines = (f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in text.split("\n"))
    return "<w:br/>".join(lines)


def _table(block: TableBlock) -> str:
    edge = '<w:{} w:val="single" w:sz="4" w:space="0" w:color="999999"/>'
    edges = "".join(edge.format(side) for side in ("top", "bottom", "insideH"))
    grid = "<w:gridCol/>" * len(block.header)
    count = len(block.header)
    columns = zip(block.header, block.is_number, strict=True)
    head = "".join(_cell(text, is_bold=True, is_number=n) for text, n in columns)
    above = place_cells([block.groups], count) if block.groups else []
    groups = "".join(_row(row, count, (False,) * count) for row in above)
    rows = "".join(
        _row(row, count, block.is_number) for row in place_cells(block.rows, count)
    )
    return (
        '<w:tbl><w:tblPr><w:tblW w:w="5000" w:type="pct"/>'
        f"<w:tblBorders>{edges}</w:tblBorders></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{groups}"
        f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{head}</w:tr>{rows}</w:tbl>"
    )


def _row(row: Placed, count: int, is_number: Sequence[bool]) -> str:
    """Return a row; below a cell that covers more rows stands one that goes on."""
    made, column = "", 0
    for begins, cell in [*row, (count, Span(text=""))]:
        made += "<w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc>" * (begins - column)
        if begins < count:
            made += _cell(cell.text, is_number=is_number[begins], spans=_spans(cell))
        column = begins + columns_of(cell)
    return f"<w:tr>{_WHOLE}{made}</w:tr>"


def _spans(cell: Span) -> str:
    wide = f'<w:gridSpan w:val="{columns_of(cell)}"/>' if columns_of(cell) > 1 else ""
    return wide + ('<w:vMerge w:val="restart"/>' if rows_of(cell) > 1 else "")


def _cell(
    text: str, *, is_number: bool = False, is_bold: bool = False, spans: str = ""
) -> str:
    place = '<w:pPr><w:jc w:val="right"/></w:pPr>' if is_number else ""
    runs = _runs((Span(text=text, is_bold=is_bold),))
    return f"<w:tc><w:tcPr>{spans}</w:tcPr><w:p>{place}{runs}</w:p></w:tc>"


def _types() -> str:
    parts = "".join(
        f'<Override PartName="/{name}" ContentType="{kind}"/>'
        for name, kind in _TYPES.items()
    )
    return (
        f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels"'
        ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{parts}</Types>'
    )


def _relations(*known: tuple[str, str]) -> str:
    inside = "".join(
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(known, start=1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{inside}</Relationships>'


def _styles() -> str:
    def style(name: str, shown: str, inside: str, level: str = "") -> str:
        outline = f'<w:pPr><w:outlineLvl w:val="{level}"/></w:pPr>' if level else ""
        return (
            f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{shown}"/>'
            f'<w:basedOn w:val="Standaard"/>{outline}<w:rPr>{inside}</w:rPr></w:style>'
        )

    return (
        f'<w:styles {_W}><w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="22"/>'
        '<w:lang w:val="nl-NL"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>'
        '<w:spacing w:after="140"/></w:pPr></w:pPrDefault></w:docDefaults>'
        '<w:style w:type="paragraph" w:default="1" w:styleId="Standaard">'
        '<w:name w:val="Normal"/></w:style>'
        + style("Kop1", "heading 1", '<w:b/><w:sz w:val="28"/>', "0")
        + style("Kop2", "heading 2", '<w:b/><w:sz w:val="24"/>', "1")
        + style("Kop3", "heading 3", "<w:b/><w:i/>", "2")
        + style("Let-op", "Let op", '<w:b/><w:color w:val="9B1C12"/>')
        + style("Afzender", "Afzender", '<w:b/><w:color w:val="1C4A78"/>')
        + style("Noot", "Noot", '<w:sz w:val="18"/>')
        + '<w:style w:type="paragraph" w:styleId="Tabelkop"><w:name w:val="Tabelkop"/>'
        '<w:basedOn w:val="Standaard"/><w:pPr><w:keepNext/></w:pPr><w:rPr><w:b/></w:rPr>'
        "</w:style>" + "</w:styles>"
    )


def _numbering() -> str:
    def levels(form: str, text: str) -> str:
        return (
            f'<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
            f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/><w:pPr>'
            '<w:ind w:left="567" w:hanging="283"/></w:pPr></w:lvl>'
        )

    kinds = (levels("bullet", "•"), levels("decimal", "%1."))
    made = "".join(
        f'<w:abstractNum w:abstractNumId="{n}">{level}</w:abstractNum>'
        for n, level in enumerate(kinds, start=1)
    )
    used = "".join(
        f'<w:num w:numId="{n}"><w:abstractNumId w:val="{n}"/></w:num>' for n in (1, 2)
    )
    return f"<w:numbering {_W}>{made}{used}</w:numbering>"


def _core(title: str) -> str:
    return (
        f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties"'
        f' xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{escape(title)}</dc:title>'
        "<dc:language>nl-NL</dc:language></cp:coreProperties>"
    )


def _custom(identity: str) -> str:
    return (
        f'<Properties xmlns="{_OFFICE}/custom-properties"'
        f' xmlns:vt="{_OFFICE}/docPropsVTypes"><property'
        ' fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2"'
        f' name="{IDENTITY}"><vt:lpwstr>{escape(identity)}</vt:lpwstr></property>'
        "</Properties>"
    )
