"""Turns the bytes of a fuzzer into a file: one byte says which part the others replace.

The bytes of a zip are hard to change usefully. So a fuzzer changes the XML of one part, and
the part is packed with good ones around it. Its last choice is a file as it stands.
"""

import random
import re
from collections.abc import Callable, Mapping

from tests.exchange import dirty, dirty_tables
from tests.exchange.dirty import pack

_VALUE = re.compile(rb'(?<==")[^"<>]*(?=")|(?<=>)[^<>]+(?=<)')
_ELEMENT = re.compile(rb"<[\w:]+[^<>]*/>|<([\w:]+)\b[^<>]*(?<!/)>.*?</\1>", re.DOTALL)
_NUMBER = re.compile(rb"[+-]?[\d.]+")
_NUMBERS = (
    *("", "0", "-1", "1", "2", "60", "61", "99999999", "9" * 41, "1E308", "1e-4000", "NaN"),
    *("2958465.99999999", "2957003.99999999", "1048576", "20001", "\u0663", "0.5"),
)
_WORDS = (
    *("XFD1048576", "A0", "A1:XFD9", "B2", "true", "s", "b", "d", "e", "str", "inlineStr"),
    *(
        "float",
        "date",
        "string",
        "filter",
        "general",
        "9999-12-31T23:59:59.999999",
        "12:00",
    ),
    *(
        "0001-01-01",
        "2024-02-30",
        "2024-W01-1+14:00",
        "_xD800_",
        "_x0000_",
        "yyyy",
        "[h]:mm",
    ),
    *("'a''b'.$C$3", "External", "..", "%00"),
)

_TEXTS = f"<sst {dirty.SPACES}><si><t>Utrecht</t></si><si><r><t>fte</t></r></si></sst>"
_CELLS = (
    '<cols><col min="2" max="3" hidden="1"/></cols><sheetData><row r="1" hidden="1">'
    '<c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>a_x000A_b</t></is></c>'
    '<c r="C1" s="1"><v>46387.5</v></c></row><row r="2"><c><f>1+1</f><v>2</v></c>'
    '<c t="b"><v>1</v></c><c t="e"><v>#REF!</v></c><c t="d"><v>2026-12-31T12:00</v></c>'
    '<c t="str"><f>B1</f></c></row></sheetData><mergeCells><mergeCell ref="A2:C3"/>'
)
_SHEET = f"<worksheet {dirty.SPACES}>{_CELLS}</mergeCells></worksheet>"
_BOOK = dirty.workbook_xml(
    '<workbookPr date1904="0"/>',
    extra='<definedNames><definedName name="punt">Opgave!$B$2</definedName></definedNames>',
)
_ODS_ROWS = (
    '<table:table-column table:number-columns-repeated="2" table:visibility="collapse"/>'
    '<table:table-row table:number-rows-repeated="3" table:visibility="filter">'
    '<table:table-cell table:number-columns-repeated="4" office:value-type="float" '
    'office:value="1.5" table:formula="of:=1+1"><text:p>1<text:s text:c="3"/>5</text:p>'
    '</table:table-cell><table:table-cell office:value-type="date" '
    'office:date-value="2026-12-31T12:00:00" table:number-rows-spanned="2"/>'
    '<table:table-cell office:value-type="boolean" office:boolean-value="true"/>'
    "</table:table-row>"
)
_NAMED = (
    '<table:named-expressions><table:named-range table:name="plaats" '
    'table:cell-range-address="$Opgave.$A$1:.B2"/></table:named-expressions>'
)
_MANIFEST = '<m:manifest xmlns:m="urn:m"/>'

_XLSX: Mapping[str, str | bytes] = dirty.parts(texts=_TEXTS, sheet=_SHEET, workbook=_BOOK)
_ODS: Mapping[str, str | bytes] = {
    "mimetype": dirty_tables.KIND,
    "META-INF/manifest.xml": _MANIFEST,
    "content.xml": dirty_tables.content_xml(_ODS_ROWS, after=_NAMED),
}
_WHOLE: tuple[bytes, ...] = (
    dirty_tables.flat(_ODS_ROWS),
    dirty_tables.CSV.encode(),
    "provincie,fte\r\n'Fryslân','1,5'\r\n".encode("utf-16"),
    dirty.ole("")[:8] + "EncryptedPackage".encode("utf-16-le"),
    dirty.book(),
    dirty_tables.ods(),
)


def _in(parts: Mapping[str, str | bytes], name: str) -> Callable[[bytes], bytes]:
    return lambda given: pack({**parts, name: given}, method=0)


_MAKERS: tuple[Callable[[bytes], bytes], ...] = (
    *(_in(_XLSX, name) for name in _XLSX),
    *(_in(_ODS, name) for name in _ODS),
    bytes,
)
SEEDS: tuple[bytes, ...] = (
    *(
        bytes([number]) + (part if isinstance(part, bytes) else part.encode())
        for number, part in enumerate((*_XLSX.values(), *_ODS.values()))
    ),
    *(bytes([len(_MAKERS) - 1]) + whole for whole in _WHOLE),
)
# The names, values and texts in the seeds, as a fuzzer's list of words.
WORDS = "".join(
    f'"{word}"\n'
    for word in sorted(
        set(
            re.findall(
                r"[\w:.-]{2,40}", " ".join(map(str, (*_XLSX.values(), *_ODS.values())))
            )
        )
    )
    if word.isascii()
)


def file_of(given: bytes) -> bytes:
    """Return the file that the bytes of the fuzzer stand for."""
    choice, content = given[:1] or b"\0", given[1:]
    return _MAKERS[choice[0] % len(_MAKERS)](content)


def change(given: bytes, chance: random.Random, mutate: Callable[[bytes], bytes]) -> bytes:
    """Return the bytes with values or one element changed; the XML stays in one piece."""
    kind = chance.randrange(6)
    if kind < 2:
        return _VALUE.sub(lambda here: _odd(here[0], chance), given)
    places = list((_VALUE if kind < 4 else _ELEMENT).finditer(given))
    if not places:
        return mutate(given)
    here = chance.choice(places)
    start, end = here.span()
    if kind < 4:
        new = re.sub(rb'[<>"]', b"", mutate(here[0]))
    else:
        new = here[0] * 2 if kind == 4 else b""
        if chance.random() < 0.5:
            new = chance.choice(places)[0]
    return given[:start] + new + given[end:]


def _odd(value: bytes, chance: random.Random) -> bytes:
    """Return now and then something odd of the same sort, else the value itself."""
    if chance.random() < 0.85:
        return value
    is_number = _NUMBER.fullmatch(value) and chance.random() < 0.8
    return chance.choice(_NUMBERS if is_number else _WORDS).encode()
