"""The program from outside: the demonstration, the self-test and a quick first window."""

import subprocess
import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from workbench import __version__
from workbench.app.demo import run_demo
from workbench.app.self_test import check_device
from workbench.letters.checking import check_pdf

PROJECT = Path(__file__).resolve().parents[2]
FIRST_WINDOW = """
import sys
from pathlib import Path
from workbench.app.starting import build_window
app, window = build_window(Path(sys.argv[1]), samples=False)
window.show()
app.processEvents()
heavy = {"reportlab", "openpyxl", "PIL", "sqlite_utils", "pypdfium2", "page"}
print(sorted(heavy & set(sys.modules)))
window.close()
window.session.context.store.close()
"""


def run(*words: str) -> str:
    command = [sys.executable, *words]
    return subprocess.run(
        command, cwd=PROJECT, check=True, capture_output=True, text=True, timeout=120
    ).stdout


def test_the_demo_writes_letters_and_workbooks(tmp_path: Path) -> None:
    said: list[str] = []

    run_demo(tmp_path, said.append)

    letters = sorted(tmp_path.glob("brief-*.pdf"))
    assert len(letters) == 2
    assert {check_pdf(letter.read_bytes()).outcome for letter in letters} == {"valid"}
    assert len(list(tmp_path.glob("casus-*.xlsx"))) == 3
    assert len(list(tmp_path.glob("intake-*.xlsx"))) == 3
    assert (tmp_path / "casuslijst.xlsx").exists()
    assert any("2018" in line for line in said)


def test_the_self_test_says_that_everything_works(qapp: QApplication) -> None:
    said: list[str] = []

    failed = check_device(qapp, said.append)

    assert failed == 0, said
    assert said[-1] == "Alles werkt."


def test_the_version_is_told_without_starting_anything() -> None:
    assert __version__ in run("-m", "workbench", "--version")


def test_the_first_window_loads_no_heavy_library(tmp_path: Path) -> None:
    store = tmp_path / "dossiers.sqlite"
    run("-c", FIRST_WINDOW, str(store))  # makes the store

    assert run("-c", FIRST_WINDOW, str(store)).strip() == "[]"
