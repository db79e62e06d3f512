"""Keeps the folder `.venv` beside the program in step with the pinned requirements.

A stamp in the folder says for what it was made ready. While that is still true, a start
neither installs anything nor uses the network.
"""

import hashlib
import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from trouble import Trouble

_RUN = ("requirements.txt",)
_TEST = ("requirements.txt", "requirements-dev.txt")
_PROBE = (
    "import importlib.util, json, sys, sysconfig;"
    "print(json.dumps([list(sys.version_info[:2]), bool(importlib.util.find_spec('pip')),"
    "sysconfig.get_path('purelib'), sysconfig.get_path('scripts')]))"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Environment:
    """The virtual environment of one copy of the project."""

    project: Path

    @property
    def folder(self) -> Path:
        return self.project / ".venv"

    @property
    def python(self) -> Path:
        windows = sys.platform == "win32"
        return self.folder.joinpath(
            *(("Scripts", "python.exe") if windows else ("bin", "python"))
        )

    def stamp(self, *, for_tests: bool) -> Path:
        return self.folder / ("ready-for-tests.json" if for_tests else "ready.json")


def provide(project: Path, *, for_tests: bool) -> Environment:
    """Return an environment in which everything that is pinned is installed.

    Raises:
        Trouble: The folder cannot be written, or the packages cannot be had.
    """
    environment = Environment(project=project)
    stamp = environment.stamp(for_tests=for_tests)
    wanted = _describe(project, for_tests=for_tests)
    about = _probe(environment)
    if about is not None and _read(stamp) == wanted:
        return environment
    if about is None:
        _create(environment)
        about = _probe(environment)
        if about is None:
            raise Trouble(
                f"De map {environment.folder} werkt niet. Verwijder die en start opnieuw."
            )
    _install(environment, _TEST if for_tests else _RUN)
    _add_project(environment, site=Path(about[2]), scripts=Path(about[3]))
    stamp.write_text(wanted, encoding="utf-8")
    return environment


def _describe(project: Path, *, for_tests: bool) -> str:
    """Return what the environment is made for; any difference makes it ready anew."""
    lists = [project / "packaging" / name for name in (_TEST if for_tests else _RUN)]
    return json.dumps(
        {
            "folder": str(project),
            "python": list(sys.version_info[:2]),
            "requirements": [
                hashlib.sha256(path.read_bytes()).hexdigest() for path in lists
            ],
        }
    )


def _read(stamp: Path) -> str:
    return stamp.read_text(encoding="utf-8") if stamp.exists() else ""


def _probe(environment: Environment) -> list[Any] | None:
    """Ask the environment's Python about itself; `None` if it must be made again."""
    try:
        said = subprocess.run(
            [environment.python, "-I", "-c", _PROBE],
            capture_output=True,
            encoding="utf-8",
            check=True,
        ).stdout
    except (OSError, subprocess.CalledProcessError):
        return None
    about: list[Any] = json.loads(said)
    return about if about[:2] == [list(sys.version_info[:2]), True] else None


def _create(environment: Environment) -> None:
    folder = environment.folder
    if folder.exists() and any(folder.iterdir()):
        if not (folder / "pyvenv.cfg").exists():
            raise Trouble(
                f"De map {folder} is niet van de werkbank. Verplaats die en start opnieuw."
            )
        print(
            "De map .venv past niet bij deze Python en wordt opnieuw gemaakt ...",
            flush=True,
        )
    try:
        if folder.exists():
            shutil.rmtree(folder)
        done = subprocess.run(
            [sys.executable, "-m", "venv", folder],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
            check=False,
        )
    except OSError as error:
        raise Trouble(
            f"De map {folder} kan niet worden gemaakt: {error.strerror}."
        ) from error
    if done.returncode != 0:
        raise Trouble(
            f"De map {folder} kan niet worden gemaakt:\n\n{_last_lines(done.stdout)}"
        )


def _install(environment: Environment, lists: tuple[str, ...]) -> None:
    """Let pip install what the lists pin, and nothing that they do not name."""
    print("De onderdelen worden geïnstalleerd; dat is eenmalig ...", flush=True)
    files = [environment.project / "packaging" / name for name in lists]
    done = subprocess.run(
        [
            *(environment.python, "-m", "pip", "install", "--quiet", "--no-input"),
            *("--require-hashes", "--no-deps", "--only-binary=:all:"),
            *("--disable-pip-version-check", "--retries", "2", "--progress-bar", "off"),
            *(word for file in files for word in ("--requirement", file)),
        ],
        env={**os.environ, "PIP_ROOT_USER_ACTION": "ignore"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    if done.returncode != 0:
        raise Trouble(_explain(done.stdout))


def _explain(said: str) -> str:
    """Say in Dutch why pip stopped, with its own last words below."""
    reasons = {
        "THESE PACKAGES DO NOT MATCH THE HASHES": "Een pakket wijkt af van het vastgelegde"
        " pakket; er is niets van geïnstalleerd. Meld dit aan de beheerder.",
        "No space left": "De schijf is vol. Maak ruimte en start opnieuw.",
        "Permission denied": "De map van de werkbank mag niet worden beschreven.",
        "No matching distribution": "Een pakket is niet te krijgen: er is geen"
        " netwerk, of er is geen pakket voor dit soort computer.",
        "Max retries": "Er is geen netwerk. Maak verbinding en start opnieuw.",
    }
    known = (reason for sign, reason in reasons.items() if sign in said)
    first = next(known, "De onderdelen zijn niet geïnstalleerd.")
    return f"{first}\n\npip meldt:\n\n{_last_lines(said)}"


def _last_lines(said: str) -> str:
    return "\n".join(f"  {line}" for line in said.strip().splitlines()[-6:])


def _add_project(environment: Environment, *, site: Path, scripts: Path) -> None:
    """Make the program itself importable, and `workbench` a command, from where it lies."""
    project, python = environment.project, environment.python
    (site / "werkbank.pth").write_text(f"{project}\n", encoding="utf-8")
    if sys.platform == "win32":
        text = f'@"{python}" -m workbench %*\r\n'
        (scripts / "workbench.cmd").write_text(text, encoding="utf-8", newline="")
        return
    command = scripts / "workbench"
    command.write_text(f'#!/bin/sh\nexec "{python}" -m workbench "$@"\n', encoding="utf-8")
    command.chmod(0o755)
