"""Plain rows are read without the parser, and read the same as with it."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.exchange.dirty import SPACES, book, sheet_xml
from workbench.domain.errors import WorkbookRefusedError
from workbench.exchange.cells import ReadSheet, column_letters
from workbench.exchange.workbook_reader import read_bytes

_TEXTS = f"<sst {SPACES}><si><t>een</t></si><si><t>twee</t></si><si><t/></si></sst>"
_PARSED = "<!-- all of it goes to the parser -->"
_TEXT = st.text(
    st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="<&\ufffe\uffff"),
    min_size=1,
    max_size=8,
)
_NUMBER = st.one_of(
    st.integers(-10, 60_000).map(str),
    st.floats(0, 1e6).map(repr),
    st.sampled_from(["1E+400", "007", "45000.5", "12_0", " 5 ", "NaN", "-0"]),
)
_CONTENT = st.one_of(
    _NUMBER.map(lambda text: f"><v>{text}</v></c>"),
    _NUMBER.map(lambda text: f' s="1"><v>{text}</v></c>'),
    st.integers(0, 5).map(lambda at: f' t="s"><v>{at}</v></c>'),
    _TEXT.map(lambda text: f' t="str"><v>{text}</v></c>'),
    st.sampled_from(
        [
            "/>",
            ' s="1"/>',
            ' t="b"><v>1</v></c>',
            ' t="e"><v>#REF!</v></c>',
            "></c>",
            "><v></v></c>",
            "><f>1+1</f><v>2</v></c>",
            ' t="inlineStr"><is><t>a</t></is></c>',
            ' t="str"><v>a&amp;b</v></c>',
            ' t="str"><v>a&#38;lt;b</v></c>',
            ' t="inlineStr"><is><t xml:space="preserve"> a\n&amp;lt;_x000A_</t></is></c>',
            ' t="inlineStr"><is><t></t></is></c>',
            ' t="inlineStr"><v>1</v></c>',
            ' t="n"><is><t>1</t></is></c>',
            ' t="n"></c>',
            '><f aca="false">A1&gt;2</f><v>3</v></c>',
            ' t="str"><f>A1</f><v></v></c>',
            ' t="e"><f>A1</f><v>#N/A</v></c>',
            ' t="str"><v><![CDATA[</row>]]></v></c>',
            ' t="str"><v>]]></v></c>',
        ]
    ),
)
_ROW = st.tuples(
    st.integers(1, 4),
    st.sampled_from(["", ' hidden="1"', ' spans="1:5"', ' x:a="1"', ' y:a="1"', " "]),
    st.dictionaries(st.integers(1, 6), _CONTENT, max_size=5),
)


def workbook(rows: str, columns: str = "") -> bytes:
    sheet = sheet_xml(rows, before=columns)
    sheet = sheet.replace("<worksheet ", '<worksheet xmlns:x="urn:x" ', 1)
    return book(sheet=sheet, texts=_TEXTS)


def written(rows: list[tuple[int, str, dict[int, str]]]) -> str:
    number, lines = 0, []
    for step, attributes, cells in rows:
        number += step
        inside = "".join(
            f'<c r="{column_letters(column)}{number}"{rest}'
            for column, rest in sorted(cells.items())
        )
        start = f'<row r="{number}"{attributes}'
        lines.append(f"{start}>{inside}</row>" if cells else f"{start}/>")
    return "\n".join(lines)


def outcome(rows: str, columns: str = "") -> object:
    try:
        found = read_bytes(workbook(rows, columns))
    except WorkbookRefusedError as refused:
        return refused.facts["code"]
    return [dict(sheet.cells) for sheet in found.sheets], found.notes


@settings(max_examples=400, deadline=None)
@given(st.lists(_ROW, max_size=6), st.booleans())
def test_rows_are_the_same_with_and_without_the_parser(
    rows: list[tuple[int, str, dict[int, str]]], hides: bool
) -> None:
    columns = '<cols><col min="2" max="3" hidden="1"/></cols>' if hides else ""
    text = written(rows)

    assert outcome(text, columns) == outcome(_PARSED + text, columns)


@settings(max_examples=300, deadline=None)
@given(st.lists(_ROW, min_size=1, max_size=4), st.data())
def test_damaged_rows_are_refused_or_read_the_same(
    rows: list[tuple[int, str, dict[int, str]]], data: st.DataObject
) -> None:
    text = written(rows)
    at = data.draw(st.integers(0, len(text) - 1))
    sign = data.draw(st.sampled_from(["", "<", ">", '"', "</row>", "<row>", "<v>", "1"]))
    damaged = text[:at] + sign + text[at + 1 :]

    assert outcome(damaged) == outcome(_PARSED + damaged)


def test_a_large_sheet_is_whole_over_its_blocks() -> None:
    rows = "".join(
        f'<row r="{row}"><c r="A{row}"><v>{row}</v></c>'
        f'<c r="B{row}" t="s"><v>1</v></c></row>'
        for row in range(1, 30_001)
    )

    (sheet,) = read_bytes(workbook(rows)).sheets

    assert isinstance(sheet, ReadSheet)
    assert len(sheet.cells) == 60_000
    assert [sheet.cells[row, 1].value for row in (1, 17_345, 30_000)] == [1, 17_345, 30_000]
