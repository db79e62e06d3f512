"""Holds the shape of the tree: short pieces that say what they are for."""

import ast
import re
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path

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
# They limit, kill, mount or fuzz for real, which not every computer can; CI can.
_NEED_ONE_PLATFORM = {"test_crashes.py", "test_opening.py", "test_worker.py"}
_NEED_ONE_PLATFORM |= {"test_fuzzing.py"}
_SWITCHED_OFF = re.compile(r"\bpytest\.(?:mark\.)?(?:skip|xfail|importorskip)\w*")
# Work of a job ends here; what went wrong is raised again on the window's thread.
_HANDS_ON = "workbench/ui/jobs.py"
_ADDRESS = re.compile(r"https?://([\w.-]+)")
# Addresses in code that name a thing and are never visited: namespaces and the like.
_NAME = re.compile(
    r"(^|\.)(w3\.org|purl\.org|aiim\.org|adobe\.com|openxmlformats\.org|microsoft\.com"
    r"|oasis-open\.org|nationaalarchief\.nl|verapdf\.org|iso\.org|npes\.org|invalid"
    r"|purl\.oclc\.org|openoffice\.org|identifier\.overheid\.nl|example\.(?:com|org)|voorbeeld\.nl)$"
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


def _offenders(
    paths: Iterable[Path], find: Callable[[Path], Iterable[object]]
) -> dict[str, list[object]]:
    """Return by file what `find` objects to; files without objection are left out."""
    found = {path.relative_to(_PROJECT).as_posix(): list(find(path)) for path in paths}
    return {name: objections for name, objections in found.items() if objections}


@cache
def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


@cache
def _nodes(path: Path) -> list[ast.AST]:
    return list(ast.walk(ast.parse(_read(path))))


def _matches(pattern: re.Pattern[str]) -> Callable[[Path], Iterable[object]]:
    return lambda path: pattern.findall(_read(path))


def _long_functions(path: Path) -> Iterator[str]:
    """Yield the functions over their limit; decorators are not counted."""
    for node in _nodes(path):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            lines = (node.end_lineno or node.lineno) - node.lineno + 1
            limit = _LONGEST_TEST if node.name.startswith("test_") else _LONGEST_FUNCTION
            if lines > limit:
                yield f"{node.name}: {lines} lines"


def _poor_opening(path: Path) -> Iterator[str]:
    first_line = (ast.get_docstring(ast.parse(_read(path))) or "").partition("\n")[0]
    if not re.search(r"\w.*[.:?]$", first_line):
        yield first_line or "nothing"


def _broad_catches(path: Path) -> Iterator[str]:
    """Yield what is caught without its name, unless it is raised again at the end."""
    for node in _nodes(path):
        if isinstance(node, ast.ExceptHandler):
            caught = ast.unparse(node.type) if node.type else "everything"
            cleans_up = caught == "BaseException" and isinstance(node.body[-1], ast.Raise)
            if caught in {"everything", "Exception", "BaseException"} and not cleans_up:
                yield f"line {node.lineno}: {caught}"


def _imports(path: Path) -> Iterator[str]:
    for node in _nodes(path):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield (node.module or "").partition(".")[0]


def test_every_module_fits_in_its_limit() -> None:
    def too_long(path: Path) -> list[int]:
        lines = len(_read(path).splitlines())
        return [lines] if lines > _LONGEST_MODULE else []

    assert _offenders(_MODULES, too_long) == {}


def test_every_function_fits_in_its_limit() -> None:
    assert _offenders(_MODULES, _long_functions) == {}


def test_every_module_opens_with_a_sentence_that_says_what_it_is_for() -> None:
    assert _offenders(_MODULES, _poor_opening) == {}


def test_no_error_is_caught_without_its_name() -> None:
    paths = [path for path in _MODULES if not path.match(_HANDS_ON)]

    assert _offenders(paths, _broad_catches) == {}


def test_no_test_is_switched_off() -> None:
    paths = [path for path in _MODULES if path.name not in _NEED_ONE_PLATFORM]

    assert _offenders(paths, _matches(_SWITCHED_OFF)) == {}


def test_no_file_leaves_work_open() -> None:
    assert _offenders(_TEXTS, _matches(_OPEN_ENDS)) == {}


def test_no_file_names_a_place_on_one_machine() -> None:
    assert _offenders(_TEXTS, _matches(_MACHINE_PATH)) == {}


def test_no_file_names_a_package_registry() -> None:
    assert _offenders(_TEXTS, _matches(_REGISTRY)) == {}


def test_no_code_holds_an_address_to_visit() -> None:
    def foreign(path: Path) -> list[str]:
        return [host for host in _ADDRESS.findall(_read(path)) if not _NAME.search(host)]

    assert _offenders(_MODULES, foreign) == {}


def test_the_values_need_the_standard_library_only() -> None:
    allowed = sys.stdlib_module_names | {"workbench"}
    values = [path for path in _MODULES if path.match("workbench/domain/*.py")]

    assert _offenders(values, lambda path: set(_imports(path)) - allowed) == {}


def test_the_top_level_holds_what_was_agreed() -> None:
    agreed = {"pyproject.toml", "workbench", "resources", "db", "tests", "packaging"}
    agreed |= {"README.md", "CHANGELOG.md", "LICENSE"}

    found = {path.relative_to(_PROJECT).parts[0] for path in _FILES}

    assert {name for name in found if not name.startswith(".")} <= agreed
