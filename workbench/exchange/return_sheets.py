"""Builds the workbook in which a ministry gives its fte per service and province."""

from openpyxl import Workbook
from openpyxl.packaging.custom import StringProperty
from openpyxl.worksheet.table import Table, TableStyleInfo
from openpyxl.worksheet.worksheet import Worksheet

from workbench.domain.notation import write_date
from workbench.domain.place import PROVINCES
from workbench.exchange import form_parts, sheets
from workbench.exchange import return_form as form
from workbench.exchange.form_meta import HELP_SHEET
from workbench.exchange.form_parts import CheckLine
from workbench.exchange.open_form import write_open_form
from workbench.exchange.return_checks import CHECKS
from workbench.exchange.return_form import ReturnLine, ReturnRequest
from workbench.exchange.return_sent import write_sent_lines
from workbench.exchange.sheets import Column
from workbench.exchange.wording import SECTORS

_TITLE = "Jaarlijkse opgave rijkswerkgelegenheid"
_WIDTHS = (38.0, 26.0, 18.0, 20.0, 20.0, 20.0, 16.0, 16.0, 16.0, 16.0, 44.0)
_NUMBER_NOTE = (
    "Fte naar standplaats, met hoogstens twee decimalen. Een lege cel betekent: niet "
    "bekend. Vul alleen 0 in als er werkelijk niemand werkt."
)
_NEW_NAME = "Deze naam staat niet in de lijst. Klopt de naam, dan mag hij blijven."
_HELP: form_parts.HelpParts = (
    (
        "Waarvoor is deze werkmap?",
        (
            "Met deze werkmap geeft u op hoeveel fte uw organisaties per provincie hebben.",
            "BZK gebruikt de cijfers voor adviezen over locaties.",
            "Zij komen ook in het jaarlijkse overzicht (Kamerstuk 31 490, nr. 337).",
        ),
    ),
    (
        "Hoe vult u de werkmap in?",
        (
            "Vul alleen de lichtgele cellen in. De andere cellen zijn vergrendeld.",
            "Tel naar standplaats. Geef rijksambtenaren en externen apart op.",
            "Gebruik een komma voor decimalen, zoals 1234,5. Laat de punt weg.",
            "Laat leeg wat u niet weet. Vul dan geen 0 in.",
            "Een prognose telt ambtenaren en externen samen, op 1 januari van dat jaar.",
            "Mist u een organisatie of provincie? Gebruik de lege regels onderaan.",
        ),
    ),
    (
        "Voordat u de werkmap terugstuurt",
        (
            "Kijk op het blad Controles. BZK voert dezelfde controles uit.",
            "Fouten moeten hersteld zijn. Bij een vraag helpt een korte toelichting.",
            "Sla op als xlsx of ods, zonder wachtwoord. Verander geen bladen en kolommen.",
        ),
    ),
)


def build_return(request: ReturnRequest) -> bytes:
    """Return the workbook as an xlsx file."""
    return sheets.save_workbook(make_return(request))


def build_open_return(request: ReturnRequest) -> bytes:
    """Return the workbook as an ods file."""
    known = form.HEADER_ROW + len(request.lines)

    def like(row: int) -> int:
        is_line = form.HEADER_ROW < row <= known
        return form.FIRST_ROW if is_line else min(row, form.FIRST_ROW + 1)

    return write_open_form(make_return(request), "opgave", {form.SHEET: like})


def make_return(request: ReturnRequest) -> Workbook:
    """Return the workbook as it is written in either form."""
    workbook = sheets.start_workbook(_TITLE, request.issued_on)
    day = write_date(request.reference_date)
    about = f"Ministerie van {request.ministry.name} · peildatum {day}"
    subtitle = f"{about} · naar standplaats"
    last = form.HEADER_ROW + len(request.lines) + form.SPARE_ROWS
    _write_lines(workbook, request, subtitle, last)
    checks = _check_lines(last, len(request.lines))
    form_parts.write_checks(workbook, subtitle, "Aantal regels", checks)
    contact = (("Vragen?", (request.office,)),) if request.office else ()
    form_parts.write_help(workbook, subtitle, (*_HELP, *contact))
    form_parts.write_lists(
        workbook,
        {
            "organisatie": request.organisations,
            "sector": tuple(SECTORS.values()),
            "provincie": tuple(one.name for one in PROVINCES),
        },
    )
    write_sent_lines(workbook, request.lines)
    form_parts.write_meta(workbook, form.describe_return(request))
    form_parts.protect(workbook)
    for sheet in workbook.worksheets:
        if sheet.sheet_state == "visible":
            sheets.set_print(sheet, about, is_landscape=sheet.title != HELP_SHEET)
            if request.is_sample:
                sheets.mark_sample(
                    sheet, min(sheet.max_column, form.NOTE), form.SAMPLE_TEXT
                )
    template = StringProperty(name="template_id", value=form.TEMPLATE_ID)
    workbook.custom_doc_props.append(template)
    return workbook


def _write_lines(
    workbook: Workbook, request: ReturnRequest, subtitle: str, last: int
) -> None:
    sheet = workbook.create_sheet(form.SHEET)
    sheets.write_title(sheet, _TITLE, subtitle, form.NOTE)
    form_parts.write_instruction(sheet, "Vul de lichtgele cellen in. Leeg is niet bekend.")
    titles = form.headers(request.reference_date)
    columns = [
        Column(title=title, width=width, is_number=form.BEFORE <= number < form.NOTE)
        for number, (title, width) in enumerate(zip(titles, _WIDTHS, strict=True), start=1)
    ]
    sheets.write_header(sheet, form.HEADER_ROW, columns)
    for column in form.INPUTS:
        sheets.add_note(sheet.cell(form.HEADER_ROW, column), _NUMBER_NOTE)
    for row in range(form.FIRST_ROW, last + 1):
        at = row - form.FIRST_ROW
        line = request.lines[at] if at < len(request.lines) else None
        _write_line(sheet, row, line)
    _write_rules(workbook, sheet, last)
    table = Table(displayName="opgave", ref=f"A{form.HEADER_ROW}:K{last}")
    table.tableStyleInfo = TableStyleInfo(name="TableStyleLight1", showRowStripes=False)
    sheet.add_table(table)
    sheet.freeze_panes = sheet.cell(form.FIRST_ROW, form.BEFORE)
    sheet.print_title_rows = f"1:{form.HEADER_ROW}"


def _write_line(sheet: Worksheet, row: int, line: ReturnLine | None) -> None:
    for column in range(1, form.NOTE + 1):
        cell = sheet.cell(row, column)
        is_key = column < form.BEFORE
        if column == form.BEFORE or (is_key and line is not None):
            cell.font, cell.alignment = sheets.font(), sheets.aligned()
        else:
            sheets.open_for_input(cell)
        if form.BEFORE <= column < form.NOTE:
            cell.number_format = sheets.FTE_FORMAT
            cell.alignment = sheets.numeric("center")
    if line is not None:
        for column, value in enumerate(form.write_sent(line), start=1):
            sheets.put(sheet.cell(row, column), value)
    sheet.row_dimensions[row].height = 20


def _write_rules(workbook: Workbook, sheet: Worksheet, last: int) -> None:
    first = form.FIRST_ROW
    for letter, name in zip("ABC", ("organisatie", "sector", "provincie"), strict=True):
        cells = f"{letter}{first}:{letter}{last}"
        rule = form_parts.choose_from(name)
        if name == "organisatie":
            rule = form_parts.propose_from(name, _NEW_NAME)
        form_parts.add_rule(sheet, rule, cells, name.capitalize())
        form_parts.define(
            workbook, f"opgave_{name}", sheet, form_parts.span(letter, first, last)
        )
    amounts = form_parts.amounts_rule()
    form_parts.add_rule(sheet, amounts, f"E{first}:J{last}", "Fte", _NUMBER_NOTE)
    form_parts.colour_wrong(sheet, f"E{first}:J{last}", f"E{first}")
    length = form_parts.keep_between("textLength", 0, 2000, "Hoogstens 2000 tekens.")
    form_parts.add_rule(sheet, length, f"K{first}:K{last}", "Toelichting")


def _check_lines(last: int, lines: int) -> list[CheckLine]:
    end = max(lines, 1) + 1
    cells = {
        letter: f"{form.SHEET}!${letter.upper()}${form.FIRST_ROW}:${letter.upper()}${last}"
        for letter in "abcdefghijk"
    }
    cells |= {
        f"s{letter}": f"{form.SENT_SHEET}!${letter.upper()}$2:${letter.upper()}${end}"
        for letter in "abcd"
    }
    return [
        CheckLine(one.kind, one.title, one.advice, "=" + one.formula.format(**cells))
        for one in CHECKS
    ]
