"""Holds the shape of the tree: short pieces that say what they are for."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

_PROJECT = Path(__file__).resolve().parent.parent

# House style, "Shape".
_LONGEST_MODULE = 300
_LONGEST_FUNCTION = 40
_LONGEST_TEST = 25

_TEXT_ENDINGS = {
    *("", ".cfg", ".cmd", ".css", ".csv", ".ini", ".json", ".md", ".py", ".sh", ".sql"),
    *(".svg", ".toml", ".ts", ".txt", ".xml", ".yml"),
}

# The words are put together here, so that this file does not hold what it forbids.
_OPEN_ENDS = re.compile(r"\b(" + "|".join(("TO" + "DO", "FIX" + "ME", "XX" + "X")) + r")\b")
_MACHINE_PATH = re.compile(r"(?<![\w.~}/])/(?:home|Users|root|work|tmp|opt|mnt)/[\w.-]+")
_REGISTRY = re.compile(
    r"files\.python" + r"hosted|pypi\.(?:org|python)|index" + r"-url|find" + r"-links"
    r"|registry\.npm|deb\.debian|proxy\.golang|conda\.anaconda|ghcr\.io|/simp" + r"le/"
)
_ADDRESS = re.compile(r"https?://([\w.-]+)")
# Addresses that name a thing and are never visited: namespaces, and what a letter cites.
_NAMES_ONLY = re.compile(
    r"(^|\.)(w3\.org|purl\.org|aiim\.org|adobe\.com|openxmlformats\.org|microsoft\.com"
    r"|oasis-open\.org|nationaalarchief\.nl|verapdf\.org|scripts\.sil\.org|sil\.org"
    r"|overheid\.nl|officielebekendmakingen\.nl|rijksoverheid\.nl|rijksfinancien\.nl"
    r"|cbs\.nl|tweedekamer\.nl|europa\.eu|lucide\.dev|iso\.org|npes\.org"
    r"|voorbeeld\.(?:nl|invalid)|example\.(?:com|invalid|org)|invalid)$"
)


def _tracked() -> list[Path]:
    """Return what git keeps or would keep, so that what a build leaves does not count."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    said = subprocess.run(command, cwd=_PROJECT, capture_output=True, check=True).stdout
    names = said.decode("utf-8").rstrip("\0").split("\0")
    return sorted(path for name in names if (path := _PROJECT / name).is_file())


_FILES = _tracked()
_MODULES = [path for path in _FILES if path.suffix == ".py"]
_TEXTS = [
    path for path in _FILES if path.suffix in _TEXT_ENDINGS and path.name != "LICENSE"
]


def _name(path: Path) -> str:
    return path.relative_to(_PROJECT).as_posix()


each_module = pytest.mark.parametrize("path", _MODULES, ids=_name)
each_text = pytest.mark.parametrize("path", _TEXTS, ids=_name)


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def _functions(path: Path) -> Iterator[tuple[str, int]]:
    """Yield each function's name and length: from its `def`, decorators not counted."""
    for node in ast.walk(ast.parse(_read(path))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node.name, (node.end_lineno or node.lineno) - node.lineno + 1


def _imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(_read(path))):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield (node.module or "").partition(".")[0]


@each_module
def test_a_module_fits_in_its_limit(path: Path) -> None:
    assert len(_read(path).splitlines()) <= _LONGEST_MODULE


@each_module
def test_a_function_fits_in_its_limit(path: Path) -> None:
    def limit(name: str) -> int:
        return _LONGEST_TEST if name.startswith("test_") else _LONGEST_FUNCTION

    too_long = {name: lines for name, lines in _functions(path) if lines > limit(name)}

    assert too_long == {}


@each_module
def test_a_module_opens_with_one_sentence_that_says_what_it_is_for(path: Path) -> None:
    first_line = (ast.get_docstring(ast.parse(_read(path))) or "").partition("\n")[0]

    assert re.search(r"\w.*[.:]$", first_line), first_line


@each_module
def test_no_error_is_caught_without_its_name(path: Path) -> None:
    caught = [
        node.lineno
        for node in ast.walk(ast.parse(_read(path)))
        if isinstance(node, ast.ExceptHandler)
        and (node.type is None or ast.unparse(node.type) in {"Exception", "BaseException"})
    ]

    assert caught == []


@each_module
def test_no_test_is_switched_off(path: Path) -> None:
    off = re.findall(r"\bpytest\.(?:mark\.)?(?:skip|xfail|importorskip)\w*", _read(path))

    assert off == []


@each_text
def test_no_file_leaves_work_open(path: Path) -> None:
    assert _OPEN_ENDS.findall(_read(path)) == []


@each_text
def test_no_file_names_a_place_on_one_machine(path: Path) -> None:
    assert _MACHINE_PATH.findall(_read(path)) == []


@each_text
def test_no_file_names_a_place_to_download_from(path: Path) -> None:
    text = _read(path)
    foreign = [host for host in _ADDRESS.findall(text) if not _NAMES_ONLY.search(host)]

    assert _REGISTRY.findall(text) + foreign == []


@pytest.mark.parametrize(
    "path", [path for path in _MODULES if "workbench/domain" in path.as_posix()], ids=_name
)
def test_the_values_need_the_standard_library_only(path: Path) -> None:
    assert set(_imports(path)) <= sys.stdlib_module_names | {"workbench"}


def test_the_top_level_holds_what_was_agreed() -> None:
    agreed = {"pyproject.toml", "workbench", "resources", "db", "tests", "packaging"}
    agreed |= {"README.md", "CHANGELOG.md", "LICENSE"}

    found = {path.relative_to(_PROJECT).parts[0] for path in _FILES}

    assert {name for name in found if not name.startswith(".")} <= agreed
