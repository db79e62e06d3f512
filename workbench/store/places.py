"""Refuses folders where a store is not safe: network drives and synchronised folders."""

import os
import sys
from pathlib import Path

from workbench.domain.errors import StoreOnShareError
from workbench.paths import store_file

_SYNCHRONISED = ("OneDrive", "OneDriveCommercial", "OneDriveConsumer")
_NETWORK_TYPES = frozenset(
    (
        "nfs",
        "nfs4",
        "cifs",
        "smb3",
        "smbfs",
        "fuse.sshfs",
        "afs",
        "9p",
        "davfs",
        "fuse.davfs",
    )
)
_DRIVE_REMOTE = 4
_MOUNTS = Path("/proc/mounts")


def refuse_share(store: Path, mounts: Path = _MOUNTS) -> None:
    """Raise `StoreOnShareError` when the folder of `store` is no local folder.

    Its reason is "network" or "synchronised".
    """
    reason = _find_reason(store.absolute(), mounts)
    if reason:
        raise StoreOnShareError(
            path=str(store), reason=reason, suggestion=str(store_file())
        )


def _find_reason(store: Path, mounts: Path) -> str:
    if str(store).startswith(("\\\\", "//")) and not str(store).startswith("\\\\?\\C:"):
        return "network"
    for name in _SYNCHRONISED:
        folder = os.environ.get(name)
        if folder and store.is_relative_to(Path(folder)):
            return "synchronised"
    if _is_remote_drive(store) or _network_type(store, mounts):
        return "network"
    return ""


if sys.platform == "win32":
    import ctypes

    def _is_remote_drive(store: Path) -> bool:
        return bool(ctypes.windll.kernel32.GetDriveTypeW(store.anchor) == _DRIVE_REMOTE)

else:

    def _is_remote_drive(store: Path) -> bool:
        return False


def _network_type(store: Path, mounts: Path) -> str:
    """Return the type of the network file system that holds `store`; empty if none."""
    if not mounts.exists():
        return ""
    resolved = store.resolve()
    nearest, found = -1, ""
    for line in mounts.read_text(encoding="utf-8", errors="replace").splitlines():
        _, point, kind, *_ = line.split(" ")
        folder = Path(point.replace("\\040", " "))
        if resolved.is_relative_to(folder) and len(folder.parts) >= nearest:
            nearest, found = len(folder.parts), kind
    return found if found in _NETWORK_TYPES else ""
