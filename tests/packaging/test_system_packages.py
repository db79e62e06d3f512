"""Tests of the look at the system: what is there is never asked for."""

from pathlib import Path

import pytest
import system_packages
from trouble import Trouble


def test_nothing_is_missing_where_these_tests_run() -> None:
    assert system_packages.find_missing(for_tests=True) == []


@pytest.mark.parametrize(
    ("environment", "expected"),
    [({"DISPLAY": ":0"}, True), ({"WAYLAND_DISPLAY": "wayland-0"}, True), ({}, False)],
)
def test_a_screen_is_known_by_its_variable(
    environment: dict[str, str], *, expected: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.platform", "linux")

    assert system_packages.has_screen(environment) is expected


def test_a_missing_tool_is_asked_for_by_its_package(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr("sys.platform", "linux")

    missing = system_packages.find_missing(for_tests=True)

    assert missing[-5:] == [
        "qpdf",
        "poppler-utils",
        "libreoffice-calc-nogui",
        "libreoffice-writer-nogui",
        "xvfb",
    ]


def test_another_system_gets_words_instead_of_a_command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr("sys.platform", "linux")

    with pytest.raises(Trouble, match="met het pakketbeheer van het systeem"):
        system_packages.provide(for_tests=True)
