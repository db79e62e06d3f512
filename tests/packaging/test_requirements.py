"""Tests that what gets installed is pinned, complete, and free to be shared."""

import re
import tomllib
from importlib import metadata
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

_LISTS = ("requirements.txt", "requirements-dev.txt")

# Signs of a licence that a program under EUPL-1.2 may be shipped with.
_ALLOWED = re.compile(
    r"LGPL|GNU Lesser|MPL|Mozilla|\bMIT|BSD|Apache|PSF|Python Software Foundation|HPND"
    r"|ISC|Unlicense|Zlib|EUPL|CC0|Public Domain",
    re.IGNORECASE,
)
# Its metadata name no licence; its LICENSE file is the Apache License 2.0.
_KNOWN_WITHOUT_METADATA = {"sqlite-fts4"}


def _entries(file: Path) -> list[str]:
    """Return the entries of a requirement file, each on one line, without its hashes."""
    text = file.read_text(encoding="utf-8").replace("\\\n", " ")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def _pins(project: Path, *names: str) -> dict[str, Requirement]:
    """Return what is pinned for the Python that runs here."""
    lines = [line for name in names for line in _entries(project / "packaging" / name)]
    wanted = [Requirement(line.partition("--hash")[0].strip()) for line in lines]
    here = [pin for pin in wanted if pin.marker is None or pin.marker.evaluate()]
    return {canonicalize_name(pin.name): pin for pin in here}


@pytest.mark.parametrize("name", _LISTS)
def test_every_entry_is_one_version_with_hashes(project: Path, name: str) -> None:
    entry = re.compile(r"[a-z0-9-]+==[\w.]+( ; [^#:]+)?( +--hash=sha256:[0-9a-f]{64})+")

    wrong = [
        line for line in _entries(project / "packaging" / name) if not entry.fullmatch(line)
    ]

    assert wrong == []


def test_both_lines_of_qt_are_pinned(project: Path) -> None:
    lines = _entries(project / "packaging" / "requirements.txt")

    versions = {
        (pin.specifier.contains("6.11.3"), str(pin.marker))
        for line in lines
        if (pin := Requirement(line.partition("--hash")[0].strip())).name.startswith(
            "pyside6"
        )
    }

    assert versions == {
        (True, 'python_version < "3.12"'),
        (False, 'python_version >= "3.12"'),
    }


@pytest.mark.parametrize("extra", ["", "dev"])
def test_the_pins_satisfy_what_the_project_asks_for(project: Path, extra: str) -> None:
    about = tomllib.loads((project / "pyproject.toml").read_text("utf-8"))["project"]
    asked = about["optional-dependencies"][extra] if extra else about["dependencies"]
    pins = _pins(project, *(_LISTS if extra else _LISTS[:1]))

    unmet = [
        wish
        for wish in map(Requirement, asked)
        if (wish.marker is None or wish.marker.evaluate())
        and not wish.specifier.contains(_version(pins, wish.name))
    ]

    assert unmet == []


@pytest.mark.parametrize("names", [_LISTS[:1], _LISTS], ids=["run", "tests"])
def test_nothing_that_a_package_needs_is_left_out(
    project: Path, names: tuple[str, ...]
) -> None:
    pins = _pins(project, *names)

    missing = {
        wish.name
        for name in pins
        for text in metadata.requires(name) or []
        if (wish := Requirement(text)).marker is None or wish.marker.evaluate({"extra": ""})
        if canonicalize_name(wish.name) not in pins
    }

    assert missing <= {"pip"}


def test_every_shipped_package_may_be_shared_under_the_licence(project: Path) -> None:
    refused = {
        name: licence
        for name in _pins(project, "requirements.txt")
        if not _ALLOWED.search(licence := _licence(name))
    }

    assert set(refused) <= _KNOWN_WITHOUT_METADATA, refused


def _version(pins: dict[str, Requirement], name: str) -> str:
    return str(pins[canonicalize_name(name)].specifier).removeprefix("==")


def _licence(name: str) -> str:
    """Return all that a package's metadata say of its licence."""
    about = metadata.metadata(name)
    classes = [c for c in about.get_all("Classifier", []) if c.startswith("License")]
    named = [*about.get_all("License-Expression", []), *about.get_all("License", [])]
    return " ".join([*named, *classes])
