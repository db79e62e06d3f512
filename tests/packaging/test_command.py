"""Tests of the command `workbench` and of the words that `start.py` understands."""

import subprocess
import sys
from pathlib import Path

import pytest
import start

import workbench
from workbench.__main__ import main


def test_the_version_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        main(["--version"])

    assert stop.value.code == 0
    assert capsys.readouterr().out == f"workbench {workbench.__version__}\n"


def test_the_version_is_told_without_loading_the_program(project: Path) -> None:
    look = (
        "import sys, contextlib\n"
        "from workbench.__main__ import main\n"
        "with contextlib.suppress(SystemExit): main(['--version'])\n"
        "print([n for n in sys.modules if n.startswith(('PySide6', 'workbench.'))])"
    )

    said = subprocess.check_output([sys.executable, "-c", look], cwd=project, text=True)

    assert said.splitlines()[-1] == "['workbench.__main__']"


def test_an_unknown_word_stops_the_command(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        main(["--onzin"])

    assert stop.value.code == 2
    assert "--onzin" in capsys.readouterr().err


def test_start_explains_itself_when_it_does_not_understand(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert start.main(["onzin"]) == 2

    assert "python3 packaging/start.py [test]" in capsys.readouterr().out
