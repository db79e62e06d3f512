"""Makes the ods templates in resources/forms with LibreOffice, from our own workbooks.

    python packaging/make_forms.py

To be run again whenever the look or the rules of a fill-in workbook change; a test says so.
"""

import shutil
import subprocess
import sys
import tempfile
from datetime import date
from pathlib import Path

from openpyxl import Workbook

PROJECT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(PROJECT))

from workbench.domain.case import Case, Occasion  # noqa: E402
from workbench.domain.organisation import Ministry  # noqa: E402
from workbench.exchange import sheets  # noqa: E402
from workbench.exchange.intake import IntakeRequest  # noqa: E402
from workbench.exchange.intake_sheets import make_intake  # noqa: E402
from workbench.exchange.open_form import FOOTER  # noqa: E402
from workbench.exchange.return_form import ReturnLine, ReturnRequest  # noqa: E402
from workbench.exchange.return_sheets import make_return  # noqa: E402

_MINISTRY = Ministry(
    key="VOORBEELD",
    tooi="",
    name="VOORBEELD",
    valid_from=None,
    valid_until=None,
    successor="",
    source="",
)
_DAY = date(2027, 1, 1)


def patterns() -> dict[str, Workbook]:
    """Return a workbook of each kind with one of every sort of row, all of it invented."""
    line = ReturnLine(organisation="VOORBEELD", sector="Defensie", province="Drenthe")
    request = ReturnRequest(
        ministry=_MINISTRY,
        reference_date=_DAY,
        issued_on=_DAY,
        lines=(line,),
        organisations=("VOORBEELD",),
        office="VOORBEELD",
        is_sample=True,
    )
    case = Case(
        id="voorbeeld",
        number="VOORBEELD",
        title="VOORBEELD",
        occasion=Occasion.NEW_SERVICE,
        judged_on=_DAY,
        is_sample=True,
    )
    intake = IntakeRequest(
        ministry="VOORBEELD", ministries=(_MINISTRY,), issued_on=_DAY, office="VOORBEELD"
    )
    return {"opgave": make_return(request), "intake": make_intake(intake, case)}


def make_template(name: str, workbook: Workbook, folder: Path) -> Path:
    """Have LibreOffice make a template in `folder` and return its path."""
    for sheet in workbook.worksheets:
        if sheet.sheet_state == "visible":
            sheet.oddFooter.left.text = FOOTER
    source = folder / f"{name}.xlsx"
    source.write_bytes(sheets.save_workbook(workbook))
    office = shutil.which("soffice") or "soffice"
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    words = [office, profile, "--headless", "--convert-to", "ods", "--outdir", str(folder)]
    subprocess.run([*words, str(source)], check=True, capture_output=True)
    return folder / f"{name}.ods"


def main() -> int:
    target = PROJECT / "resources" / "forms"
    target.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        for name, workbook in patterns().items():
            made = make_template(name, workbook, Path(folder))
            shutil.copyfile(made, target / made.name)
            print(target / made.name)
    return 0


if __name__ == "__main__":
    sys.exit(main())
