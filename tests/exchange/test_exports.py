"""The workbooks that leave the office show what is known and start no formula."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.exchange.office import open_book
from workbench.domain.case import Case, CaseSummary
from workbench.exchange.cells import CellKind
from workbench.exchange.exports import CaseExport, Provenance, write_case, write_case_list
from workbench.exchange.workbook_reader import read_bytes

DANGEROUS = st.builds(
    str.__add__,
    st.sampled_from(
        ["=", "+", "-", "@", "\t=", "\r=", "\n=", "＝", "|", "%", "'=", "#N/A"]
    ),
    st.text(max_size=30),
)


def values(data: bytes, sheet: str) -> list[list[object]]:
    return [[cell.value for cell in row] for row in open_book(data)[sheet].iter_rows()]


def test_a_case_has_a_sheet_for_every_side_of_it(an_export: CaseExport) -> None:
    book = open_book(write_case(an_export))

    assert book.sheetnames == [
        "Casus",
        "Verdeling",
        "Locaties",
        "Checklist",
        "Bevindingen",
        "Dossier",
        "Logboek",
        "Herkomst",
    ]
    assert all(sheet["A3"].value.startswith("VOORBEELD") for sheet in book)


def test_numbers_are_numbers_and_days_are_days(an_export: CaseExport) -> None:
    facts = {row[0]: row[1] for row in values(write_case(an_export), "Casus")}

    assert facts["Omvang vóór de wijziging (fte)"] == 1234.5
    assert facts["Wijziging (fte)"] == 150.05
    assert facts["Datum van de melding"] == datetime.fromisoformat("2024-06-03")
    assert facts["Gepland jaar"] == 2027


def test_the_division_shows_change_and_leaves_unknown_empty(an_export: CaseExport) -> None:
    rows = values(write_case(an_export), "Verdeling")[5:]

    assert rows == [
        ["Zuid-Holland", 1234.5, 1284.55, 50.05],
        ["Zeeland", None, 100, None],
        ["Totaal van deze provincies", None, 1384.55, None],
    ]


def test_the_checklist_shows_answer_source_and_what_is_open(an_export: CaseExport) -> None:
    first, second = values(write_case(an_export), "Checklist")[5:]

    assert first[:3] == ["Is het regionaal belang in beeld?", "beantwoord", "Ja"]
    assert first[4] == "=1+1 is geen formule"
    assert first[8] == "Kamerstuk 31 490, nr. 337, p. 3, zin 12"
    assert second[1:3] == ["nog te beantwoorden", None]


def test_the_list_keeps_the_order_and_marks_what_is_invented(
    summaries: Sequence[CaseSummary], provenance: Provenance
) -> None:
    rows = values(write_case_list(summaries, provenance), "Casussen")

    assert [row[0] for row in rows[5:]] == ["2024-0000", "2024-0001", "2024-0002"]
    assert [row[4] for row in rows[5:]] == [None, -46.5, -46.5]
    assert [row[9] for row in rows[5:]] == ["casus", "VOORBEELD", "casus"]
    assert str(rows[2][0]).startswith("In deze lijst staan VOORBEELDEN")


def test_an_empty_list_is_a_workbook_too(provenance: Provenance) -> None:
    rows = values(write_case_list([], provenance), "Casussen")

    assert rows[1][0] == "0 casussen"
    assert len(rows) == 5


@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(text=DANGEROUS)
def test_no_text_ever_becomes_a_formula(
    summaries: Sequence[CaseSummary], provenance: Provenance, text: str
) -> None:
    row = replace(summaries[0], title=text, service=text, handler=text, number=text)

    workbook = read_bytes(write_case_list([row], provenance))

    cells = workbook.sheets[0].cells
    assert not any(cell.formula for cell in cells.values())
    assert {cells[6, column].kind for column in (1, 2, 3, 9)} == {CellKind.TEXT}


def test_dangerous_text_carries_a_quote_prefix(
    summaries: Sequence[CaseSummary], provenance: Provenance
) -> None:
    titles = ("=1+1", "+1", "-1", "@SUM(1)", "\t=1", "\r=1")
    rows = [replace(summaries[0], title=title) for title in titles]

    sheet = open_book(write_case_list(rows, provenance))["Casussen"]

    assert all(sheet.cell(row, 2).quotePrefix for row in range(6, 6 + len(titles)))


def test_text_comes_back_as_it_was_but_for_what_no_cell_can_hold(
    a_case: Case, an_export: CaseExport
) -> None:
    odd = "a\x00b\x1f c_x000A_d\r\ne \ud83d\ude00 <script>& \ud800"

    workbook = read_bytes(
        write_case(replace(an_export, case=replace(a_case, intention=odd)))
    )

    cells = workbook.sheets[0].cells
    assert cells[11, 2].value == "ab c_x000A_d\ne  <script>& "


def test_the_same_case_on_the_same_day_gives_the_same_bytes(an_export: CaseExport) -> None:
    assert write_case(an_export) == write_case(an_export)
