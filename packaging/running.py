"""Runs what `start.py` was asked for, once the system and the environment are ready."""

import os
import subprocess
from pathlib import Path

import environment
import system_packages
from trouble import Trouble

_PROJECT = Path(__file__).resolve().parent.parent

# What CI runs, in this order; pytest is last, so that its summary closes the output.
_LINT_IMPORTS = (
    "import sys; from importlinter.cli import lint_imports_command as c; sys.exit(c())"
)
_CHECKS = (
    ("ruff check", ("-m", "ruff", "check", "--no-cache", ".")),
    ("ruff format", ("-m", "ruff", "format", "--no-cache", "--check", ".")),
    ("mypy", ("-m", "mypy")),
    ("lint-imports", ("-c", _LINT_IMPORTS, "--no-cache")),
    ("pytest", ("-m", "pytest")),
)


def run(*, for_tests: bool) -> int:
    """Make everything ready, then open the workbench or run the checks."""
    try:
        system_packages.provide(for_tests=for_tests)
        ready = environment.provide(_PROJECT, for_tests=for_tests)
        return _check(ready) if for_tests else _open(ready)
    except Trouble as trouble:
        print(trouble, flush=True)
        return 2
    except KeyboardInterrupt:
        print("Gestopt.", flush=True)
        return 130


def _open(ready: environment.Environment) -> int:
    """Open the window with the samples; without a screen, walk through them on paper."""
    if system_packages.has_screen():
        return _call(ready, ("-m", "workbench", "--samples"))
    out = _PROJECT / "uitvoer"
    print(
        f"Er is geen scherm. De voorbeelddossiers worden uitgewerkt in {out} ...",
        flush=True,
    )
    return _call(ready, ("-m", "workbench", "demo", "--out", str(out)))


def _check(ready: environment.Environment) -> int:
    """Run every check, also after one that fails, and return 1 if any did."""
    failed: list[str] = []
    for name, words in _CHECKS:
        if name == "pytest" and failed:
            print(f"\nMislukt tot hier: {', '.join(failed)}.", flush=True)
        print(f"\n== {name} ==", flush=True)
        code = _call(ready, words)
        if code != 0:
            failed.append(name)
        if code not in (0, 1):  # a crash says nothing of its own
            print(f"{name} stopte met code {code}.", flush=True)
    return 1 if failed else 0


def _call(ready: environment.Environment, words: tuple[str, ...]) -> int:
    headless = {} if system_packages.has_screen() else {"QT_QPA_PLATFORM": "offscreen"}
    if words[:2] == ("-m", "pytest"):
        headless = {"QT_QPA_PLATFORM": "offscreen"}
    command = [str(ready.python), *words]
    return subprocess.call(command, cwd=_PROJECT, env={**os.environ, **headless})
