"""Does what a ministry does: fills in unlocked cells, and saves with LibreOffice."""

import io
import shutil
import subprocess
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, TypeAlias

import openpyxl

Book: TypeAlias = Any  # openpyxl tells no types


def open_book(data: bytes) -> Book:
    return openpyxl.load_workbook(io.BytesIO(data))


def save_book(book: Book) -> bytes:
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def changed(data: bytes, change: Callable[[Book], object]) -> bytes:
    """Return the workbook after someone changed it and saved it again."""
    book = open_book(data)
    change(book)
    return save_book(book)


def filled_like_a_ministry(blank: bytes) -> bytes:
    """Return the blank intake filled in with an invented notice."""
    book = open_book(blank)
    answers = {
        "intake_title": "Nieuwe dienst Voorbeeld",
        "intake_service": "Dienst Voorbeeld",
        "intake_ministry": "Ministerie van Defensie",
        "intake_sector": "Defensie",
        "intake_occasion": "Nieuwe dienst",
        "intake_intention": "Een VOORBEELD van een voornemen.",
        "intake_notice_on": date(2024, 9, 2),
        "intake_figures_on": date(2024, 1, 1),
        "intake_fte_after": 812.25,
        "intake_planned_year": 2028,
    }
    for name, answer in answers.items():
        sheet, cell = book.defined_names[name].attr_text.split("!")
        book[sheet][cell.replace("$", "")] = answer
    book["Verdeling"]["C7"] = 812.25
    book["Locaties"].cell(7, 1, "Leeuwarden Zuid")
    book["Locaties"].cell(7, 3, "Fryslân")
    return save_book(book)


def convert(folder: Path, form: str, names: list[str]) -> None:
    """Have one LibreOffice save files in another form, in the folder `out`."""
    office = shutil.which("soffice") or "soffice"
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    out = ("--outdir", str(folder / "out"))
    subprocess.run(
        [office, profile, "--headless", "--convert-to", form, *out, *names],
        check=True,
        capture_output=True,
        timeout=120,
    )
