"""Says where the program's own files lie and where the user's data belongs."""

import os
import sys
from pathlib import Path

_APPLICATION = "werkbank-rijkswerkgelegenheid"


def program_folder() -> Path:
    """Return the folder that holds `resources/` and `db/`."""
    frozen = getattr(sys, "_MEIPASS", None)
    return Path(frozen) if frozen else Path(__file__).resolve().parent.parent


def resource(*parts: str) -> Path:
    """Return the path of a shipped file below `resources/`."""
    return program_folder().joinpath("resources", *parts)


def migrations_folder() -> Path:
    """Return the folder with the numbered SQL files."""
    return program_folder() / "db" / "migrations"


def data_folder() -> Path:
    """Return the user's own, non-roaming data folder; it may not exist yet.

    A file `portable.txt` beside the program moves it to a folder `data` there
    (`desktop.md` 5: never roaming, never a share).
    """
    beside = Path(sys.executable).parent if hasattr(sys, "_MEIPASS") else program_folder()
    if (beside / "portable.txt").exists():
        return beside / "data"
    if sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA", Path.home() / "AppData" / "Local"))
    elif sys.platform == "darwin":
        base = Path.home() / "Library" / "Application Support"
    else:
        base = Path(os.environ.get("XDG_DATA_HOME", Path.home() / ".local" / "share"))
    return base / _APPLICATION


def store_file() -> Path:
    """Return the path of the case store of this user."""
    return data_folder() / "dossiers.sqlite"
