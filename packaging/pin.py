"""Writes the two requirement files: every package at one version, every wheel by its hash.

Run `python packaging/pin.py` after a change of the dependencies in pyproject.toml. pip
says what it would install for each Python and platform; pip itself judges markers by the
Python it runs on, so what a marker adds or drops elsewhere is worked out here.
"""

import json
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

_FOLDER = Path(__file__).resolve().parent
_PYTHONS = ("3.11", "3.12", "3.13", "3.14")
_HEAD = "# Written by packaging/pin.py: {what}. Change pyproject.toml, then run it again.\n"

# sqlite-utils names pip, which every virtual environment already has.
_LEFT_OUT = frozenset({"pip"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Platform:
    """A kind of computer for which wheels are pinned.

    Attributes:
        tags: The wheel tags that it takes.
        markers: What its Python answers to the questions of a marker.
    """

    tags: tuple[str, ...]
    markers: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pin:
    """One wheel that pip would take for one Python on one platform."""

    name: str
    version: str
    sha256: str
    needs: tuple[str, ...]


Target = tuple[str, str]


def _linux(machine: str, newest: int) -> Platform:
    tags = [f"manylinux_2_{minor}_{machine}" for minor in range(newest, 16, -1)]
    markers = {"sys_platform": "linux", "platform_system": "Linux", "os_name": "posix"}
    return Platform(
        tags=(*tags, f"manylinux2014_{machine}"),
        markers=markers | {"platform_machine": machine},
    )


_PLATFORMS = {
    "linux": _linux("x86_64", 34),
    "linux-arm": _linux("aarch64", 39),
    "windows": Platform(
        tags=("win_amd64",),
        markers={
            "sys_platform": "win32",
            "platform_system": "Windows",
            "os_name": "nt",
            "platform_machine": "AMD64",
        },
    ),
    "mac": Platform(
        tags=tuple(
            f"macosx_{major}_0_{chip}"
            for major in (15, 14, 13, 12, 11)
            for chip in ("arm64", "universal2")
        ),
        markers={
            "sys_platform": "darwin",
            "platform_system": "Darwin",
            "os_name": "posix",
            "platform_machine": "arm64",
        },
    ),
}


def main() -> int:
    """Resolve for every Python and platform, and write both files."""
    project = tomllib.loads((_FOLDER.parent / "pyproject.toml").read_text("utf-8"))[
        "project"
    ]
    run = list(project["dependencies"])
    dev = list(project["optional-dependencies"]["dev"])
    solved: dict[Target, dict[str, Pin]] = {}
    agreed: dict[str, str] = {}
    for platform in _PLATFORMS:
        for python in _PYTHONS:
            print(f"{platform} {python}", flush=True)
            pins = _resolve((platform, python), run + dev, agreed)
            solved[platform, python] = pins
            agreed |= {
                pin.name: pin.version for pin in pins.values() if not _is_split(pin.name)
            }
    needed = {at: _closure(pins, run, at) for at, pins in solved.items()}
    added = {at: _closure(pins, run + dev, at) - needed[at] for at, pins in solved.items()}
    _write("requirements.txt", "what the program needs", solved, needed)
    _write("requirements-dev.txt", "what its tests need besides", solved, added)
    return 0


def _is_split(name: str) -> bool:
    """Whether its version may differ by Python: by its own marker, or its wheels do."""
    return name in {"pyside6-essentials", "shiboken6", "atheris"}


def _resolve(at: Target, wanted: list[str], agreed: Mapping[str, str]) -> dict[str, Pin]:
    """Return what pip would install, asking again until no marker misses anything."""
    roots = {str(Requirement(text)) for text in wanted if _applies(text, at)}
    roots = {text.partition(";")[0] for text in roots}
    while True:
        pins = _ask_pip(at, sorted(roots), agreed)
        missing = {
            text.partition(";")[0].strip()
            for pin in pins.values()
            for text in pin.needs
            if _applies(text, at) and _name(text) not in pins
        }
        if not missing:
            return pins
        roots |= missing


def _ask_pip(at: Target, roots: list[str], agreed: Mapping[str, str]) -> dict[str, Pin]:
    platform, python = at
    with tempfile.TemporaryDirectory() as folder:
        limits = Path(folder, "limits.txt")
        limits.write_text(
            "".join(f"{name}=={version}\n" for name, version in agreed.items()), "utf-8"
        )
        report = Path(folder, "report.json")
        tags = [word for tag in _PLATFORMS[platform].tags for word in ("--platform", tag)]
        subprocess.run(
            [
                *(sys.executable, "-m", "pip", "install", "--dry-run", "--quiet"),
                *("--ignore-installed", "--only-binary=:all:", "--target", folder),
                *("--report", str(report), "--constraint", str(limits)),
                *("--python-version", python, *tags, *roots),
            ],
            check=True,
        )
        found = json.loads(report.read_text("utf-8"))["install"]
    return {pin.name: pin for pin in map(_read_pin, found)}


def _read_pin(found: Mapping[str, Any]) -> Pin:
    about = found["metadata"]
    return Pin(
        name=canonicalize_name(about["name"]),
        version=about["version"],
        sha256=found["download_info"]["archive_info"]["hashes"]["sha256"],
        needs=tuple(about.get("requires_dist", ())),
    )


def _name(requirement: str) -> str:
    return canonicalize_name(Requirement(requirement).name)


def _applies(requirement: str, at: Target, extras: Iterable[str] = ("",)) -> bool:
    platform, python = at
    answers = {"python_version": python, "python_full_version": f"{python}.9"}
    answers |= {"implementation_name": "cpython", **_PLATFORMS[platform].markers}
    answers["platform_python_implementation"] = "CPython"
    marker = Requirement(requirement).marker
    return marker is None or any(
        marker.evaluate(answers | {"extra": extra}) for extra in extras
    )


def _closure(pins: Mapping[str, Pin], roots: Iterable[str], at: Target) -> set[str]:
    """Return the names that the roots need there, directly or by way of another."""
    found: set[str] = set()
    todo = [(_name(text), Requirement(text).extras) for text in roots if _applies(text, at)]
    while todo:
        name, extras = todo.pop()
        if name in found:
            continue
        found.add(name)
        needs = [text for text in pins[name].needs if _applies(text, at, {"", *extras})]
        todo += [(_name(text), Requirement(text).extras) for text in needs]
    return found - _LEFT_OUT


def _write(
    file: str,
    what: str,
    solved: Mapping[Target, Mapping[str, Pin]],
    chosen: Mapping[Target, set[str]],
) -> None:
    places: dict[tuple[str, str], set[Target]] = {}
    hashes: dict[tuple[str, str], set[str]] = {}
    for at, names in chosen.items():
        for pin in (solved[at][name] for name in names):
            places.setdefault((pin.name, pin.version), set()).add(at)
            hashes.setdefault((pin.name, pin.version), set()).add(pin.sha256)
    lines = [_HEAD.format(what=what)]
    for name, version in sorted(places):
        marker = _marker(places[name, version])
        shown = "".join(
            f" \\\n    --hash=sha256:{h}" for h in sorted(hashes[name, version])
        )
        lines.append(f"{name}=={version}{marker}{shown}\n")
    (_FOLDER / file).write_text("".join(lines), "utf-8", newline="\n")


def _marker(places: set[Target]) -> str:
    """Return the marker that is true in these places only; they must form a rectangle."""
    platforms = {platform for platform, _ in places}
    pythons = {python for _, python in places}
    if places != {(platform, python) for platform in platforms for python in pythons}:
        raise ValueError(f"no single marker for {sorted(places)}")
    parts = []
    if platforms != set(_PLATFORMS):
        parts.append(" or ".join(sorted({_place(platforms, one) for one in platforms})))
    if pythons != set(_PYTHONS):
        parts.append(_python_marker(pythons))
    if len(parts) > 1:
        parts = [f"({part})" for part in parts]
    return f" ; {' and '.join(parts)}" if parts else ""


def _place(platforms: set[str], one: str) -> str:
    """Return what is true on this platform: its machine counts if its twin is left out."""
    markers = _PLATFORMS[one].markers
    system = f'sys_platform == "{markers["sys_platform"]}"'
    twins = {
        name
        for name, other in _PLATFORMS.items()
        if other.markers["sys_platform"] == markers["sys_platform"]
    }
    if twins <= platforms:
        return system
    return f'{system} and platform_machine == "{markers["platform_machine"]}"'


def _python_marker(pythons: set[str]) -> str:
    """Return a bound for these Pythons: the oldest ones up to some version, or the rest."""
    count = len(pythons)
    if pythons == set(_PYTHONS[:count]):
        return f'python_version < "{_PYTHONS[count]}"'
    if pythons == set(_PYTHONS[-count:]):
        return f'python_version >= "{_PYTHONS[-count]}"'
    raise ValueError(f"no single bound for {sorted(pythons)}")


if __name__ == "__main__":
    sys.exit(main())
