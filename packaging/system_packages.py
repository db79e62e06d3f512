"""Looks whether the system has what Qt and the tests need, and adds it where it may.

On Debian and Ubuntu as root missing packages are installed; elsewhere the one command
that does it is shown. What is there already is never asked of the package manager.
"""

import ctypes
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from trouble import Trouble

# Package name on Debian and Ubuntu: the library it brings. Measured from a bare Debian 12.
_QT = {
    "libglib2.0-0": "libglib-2.0.so.0",
    "libgl1": "libGL.so.1",
    "libegl1": "libEGL.so.1",
    "libxkbcommon0": "libxkbcommon.so.0",
    "libdbus-1-3": "libdbus-1.so.3",
    "libfontconfig1": "libfontconfig.so.1",
    "libgssapi-krb5-2": "libgssapi_krb5.so.2",
}
_WINDOW = {
    "libxcb-cursor0": "libxcb-cursor.so.0",
    "libxcb-icccm4": "libxcb-icccm.so.4",
    "libxcb-keysyms1": "libxcb-keysyms.so.1",
    "libxcb-shape0": "libxcb-shape.so.0",
    "libxcb-xkb1": "libxcb-xkb.so.1",
    "libxkbcommon-x11-0": "libxkbcommon-x11.so.0",
}
# Package name: the command it brings, or behind a slash the library beside that command.
_TEST_TOOLS = {
    "qpdf": "qpdf",
    "poppler-utils": "pdftoppm",
    "libreoffice-calc-nogui": "soffice",
    "libreoffice-writer-nogui": "soffice/libswlo.so",
    "xvfb": "Xvfb",
}


def has_screen(environment: Mapping[str, str] = os.environ) -> bool:
    """Whether a window can be shown; Windows and macOS always have a screen."""
    if not sys.platform.startswith("linux"):
        return True
    return bool(environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"))


def provide(*, for_tests: bool) -> None:
    """See to it that the system has what is needed.

    Raises:
        Trouble: Something is missing that cannot be added from here.
    """
    missing = find_missing(for_tests=for_tests)
    if not missing:
        return
    if not is_debian():
        raise Trouble(
            "Op dit systeem ontbreekt: " + ", ".join(missing) + ".\n"
            "Installeer dit met het pakketbeheer van het systeem en start dan opnieuw.\n"
            "(Dit zijn de namen die Debian en Ubuntu gebruiken.)"
        )
    if os.geteuid() != 0:
        raise Trouble(
            "Er ontbreken systeempakketten. Voer deze opdracht uit en start opnieuw:\n\n"
            f"  sudo apt-get install --no-install-recommends {' '.join(missing)}\n"
        )
    install(missing)


def find_missing(*, for_tests: bool) -> list[str]:
    """Return the names of the packages to add, as Debian and Ubuntu call them."""
    missing = [] if importlib.util.find_spec("ensurepip") else [_venv_package()]
    if not sys.platform.startswith("linux"):
        return missing
    libraries = _QT | (_WINDOW if for_tests or has_screen() else {})
    missing += [name for name, library in libraries.items() if not _loads(library)]
    if for_tests:
        missing += [name for name, tool in _TEST_TOOLS.items() if not _has_tool(tool)]
    return missing


def is_debian() -> bool:
    return Path("/etc/debian_version").exists() and shutil.which("apt-get") is not None


def install(packages: Sequence[str]) -> None:
    """Install the packages with apt; needs root.

    Raises:
        Trouble: The package manager refused or could not reach its source.
    """
    print(
        "Systeempakketten worden geïnstalleerd: " + ", ".join(packages) + " ...", flush=True
    )
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    add = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages]
    _run(["apt-get", "update", "-qq"], quiet)
    done = _run(add, quiet)
    if done.returncode != 0:
        raise Trouble(
            "De systeempakketten zijn niet geïnstalleerd. Het pakketbeheer meldt:\n\n"
            + "\n".join(f"  {line}" for line in done.stdout.strip().splitlines()[-5:])
            + "\n\nControleer de netwerkverbinding en voer zo nodig zelf uit:\n\n"
            f"  apt-get update && {' '.join(add)}\n"
        )


def _run(
    command: Sequence[str], environment: Mapping[str, str]
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        check=False,
    )


def _has_tool(tool: str) -> bool:
    command, _, library = tool.partition("/")
    found = shutil.which(command)
    return found is not None and (Path(found).resolve().parent / library).exists()


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _venv_package() -> str:
    """Name the package with `ensurepip`; Debian's own Python has it under its version."""
    return f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
