"""Tests of the environment that a start makes, on real folders and without a network."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import environment
import pytest
from trouble import Trouble


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory, project: Path) -> Path:
    """Return a copy of the program in a folder with a blank; its environment is costly."""
    folder = tmp_path_factory.mktemp("map") / "een werkbank"
    ignored = shutil.ignore_patterns("__pycache__")
    shutil.copytree(project / "workbench", folder / "workbench", ignore=ignored)
    (folder / "packaging").mkdir()
    return folder


@pytest.fixture
def copy(folder: Path) -> Path:
    """Return that copy while it needs no package at all."""
    for name in ("requirements.txt", "requirements-dev.txt"):
        (folder / "packaging" / name).write_text("# nothing\n", encoding="utf-8")
    return folder


def test_a_start_makes_the_program_a_command(copy: Path) -> None:
    ready = environment.provide(copy, for_tests=False)

    suffix = ".cmd" if sys.platform == "win32" else ""
    command = ready.python.parent / f"workbench{suffix}"
    said = subprocess.check_output([command, "--version"], text=True, cwd=copy.parent)
    assert said.startswith("workbench ")


def test_a_second_start_changes_nothing(copy: Path) -> None:
    ready = environment.provide(copy, for_tests=True)
    before = _times(ready.folder)

    environment.provide(copy, for_tests=True)

    assert _times(ready.folder) == before


def test_a_changed_list_is_installed_again(copy: Path) -> None:
    ready = environment.provide(copy, for_tests=False)
    stamp = ready.stamp(for_tests=False).read_text(encoding="utf-8")
    (copy / "packaging" / "requirements.txt").write_text("# less\n", encoding="utf-8")

    environment.provide(copy, for_tests=False)

    assert ready.stamp(for_tests=False).read_text(encoding="utf-8") != stamp


def test_a_broken_environment_is_made_again(copy: Path) -> None:
    ready = environment.provide(copy, for_tests=False)
    ready.python.unlink()
    left_over = ready.folder / "over.txt"
    left_over.touch()

    environment.provide(copy, for_tests=False)

    assert ready.python.exists()
    assert not left_over.exists()


def test_a_folder_of_someone_else_is_left_alone(tmp_path: Path, copy: Path) -> None:
    shutil.copytree(copy / "packaging", tmp_path / "packaging")
    note = tmp_path / ".venv" / "aantekening.txt"
    note.parent.mkdir()
    note.write_text("van mij", encoding="utf-8")

    with pytest.raises(Trouble, match="niet van de werkbank"):
        environment.provide(tmp_path, for_tests=False)

    assert note.read_text(encoding="utf-8") == "van mij"


def test_a_package_that_cannot_be_had_is_explained(
    copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_CONFIG_FILE", os.devnull)
    line = f"bestaat-niet==1.0 --hash=sha256:{'0' * 64}\n"
    (copy / "packaging" / "requirements.txt").write_text(line, encoding="utf-8")

    with pytest.raises(Trouble, match="Een pakket is niet te krijgen"):
        environment.provide(copy, for_tests=False)

    stamp = environment.Environment(project=copy).stamp(for_tests=False)
    assert not stamp.exists() or "bestaat-niet" not in stamp.read_text(encoding="utf-8")


def _times(folder: Path) -> dict[Path, int]:
    return {path: path.lstat().st_mtime_ns for path in folder.rglob("*")}
