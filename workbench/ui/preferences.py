"""Keeps how this user wants to see the window; beside the store, never in it."""

from __future__ import annotations

from dataclasses import dataclass, field, fields, replace

from PySide6.QtCore import QByteArray, QSettings

from workbench.paths import data_folder
from workbench.ui.theme import LARGEST_ZOOM, SCHEMES, SMALLEST_ZOOM

_FILE = "venster.ini"


@dataclass(frozen=True, slots=True, kw_only=True)
class Preferences:
    """The look and the last state of the window.

    Attributes:
        scheme: "system", "light" or "dark".
        zoom: Percent, 100 to 200.
        user_name: Name for the journal; empty for the name the device knows.
        last_case: Id of the case that was shown last.
    """

    scheme: str = "system"
    zoom: int = SMALLEST_ZOOM
    user_name: str = ""
    last_case: str = ""
    geometry: bytes = b""
    splitter: bytes = field(default=b"")


def load_preferences() -> Preferences:
    """Return what was kept; what is absent or unusable is as at the first start."""
    kept = _settings()
    scheme = str(kept.value("scheme", "system"))
    zoom = str(kept.value("zoom", SMALLEST_ZOOM))
    return Preferences(
        scheme=scheme if scheme in SCHEMES else "system",
        zoom=min(max(int(zoom), SMALLEST_ZOOM), LARGEST_ZOOM)
        if zoom.isdigit()
        else SMALLEST_ZOOM,
        user_name=str(kept.value("user_name", "")),
        last_case=str(kept.value("last_case", "")),
        geometry=_bytes(kept.value("geometry")),
        splitter=_bytes(kept.value("splitter")),
    )


def keep_preferences(**changes: str | int | bytes) -> Preferences:
    """Keep these values, leave the others, and return all of them."""
    known = {one.name for one in fields(Preferences)}
    kept = _settings()
    for name, value in changes.items():
        if name not in known:
            raise ValueError(f"no preference: {name!r}")
        kept.setValue(name, QByteArray(value) if isinstance(value, bytes) else value)
    kept.sync()
    return replace(load_preferences())


def _settings() -> QSettings:
    folder = data_folder()
    folder.mkdir(parents=True, exist_ok=True)
    return QSettings(str(folder / _FILE), QSettings.Format.IniFormat)


def _bytes(value: object) -> bytes:
    return bytes(value.data()) if isinstance(value, QByteArray) else b""
