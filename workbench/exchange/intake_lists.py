"""The choices of the intake workbook and the rules that its cells carry."""

from collections.abc import Sequence

from openpyxl import Workbook
from openpyxl.utils.datetime import to_excel
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from workbench.domain.organisation import Ministry
from workbench.domain.place import PROVINCES
from workbench.exchange import form_parts
from workbench.exchange import intake_form as form
from workbench.exchange.wording import OCCASIONS, SECTORS


def ministry_label(ministry: Ministry) -> str:
    """Return what the list shows of a ministry."""
    return ministry.name


def write_lists(workbook: Workbook, ministries: Sequence[Ministry]) -> None:
    """Write the choices on a hidden sheet, each list under its own name."""
    form_parts.write_lists(
        workbook,
        {
            "ministerie": [ministry_label(each) for each in ministries],
            "sector": list(SECTORS.values()),
            "aanleiding": list(OCCASIONS.values()),
            "provincie": [province.name for province in PROVINCES],
        },
    )


def add_validation(sheet: Worksheet, field: form.Field, cells: str) -> None:
    """Let Excel help at the cells; reading checks everything again."""
    form_parts.add_rule(sheet, _validation(field), cells, field.short_label, field.hint)


def _validation(field: form.Field) -> DataValidation:
    between = form_parts.keep_between
    kind = field.kind
    if kind is form.FieldKind.CHOICE:
        return form_parts.choose_from(field.choices)
    if kind is form.FieldKind.FTE:
        error = "Vul een aantal fte in: een getal van 0 of hoger."
        return between("decimal", 0, int(form.MOST_FTE.amount), error)
    if kind is form.FieldKind.DATE:
        earliest, latest = int(to_excel(form.EARLIEST)), int(to_excel(form.LATEST))
        return between("date", earliest, latest, "Vul een datum in, zoals 8-5-2024.")
    if kind is form.FieldKind.YEAR:
        earliest, latest = form.EARLIEST.year, form.LATEST.year
        return between("whole", earliest, latest, "Vul een jaar in, zoals 2027.")
    longest = form.LONGEST[kind]
    return between("textLength", 0, longest, f"Gebruik hoogstens {longest} tekens.")
