"""Keeps a report of a bug without any field contents, and shows that it is there."""

from __future__ import annotations

import faulthandler
import platform
import sys
import traceback
from datetime import datetime
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QtMsgType, qInstallMessageHandler, qVersion

from workbench import __version__
from workbench.ui.error_dialog import show_bug

_LOGS = "logboek"
_KEPT = 20


def catch_bugs(folder: Path) -> None:
    """Write every bug to a file in `folder` and tell the user; nothing is swallowed."""
    logs = folder / _LOGS
    logs.mkdir(parents=True, exist_ok=True)
    faulthandler.enable((logs / "harde-fouten.txt").open("a", encoding="utf-8"))

    def on_bug(
        kind: type[BaseException], bug: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, bug, trace)
            return
        report = write_report(kind, trace)
        path = _keep(logs, report)
        sys.stderr.write(report)
        show_bug(report, path)

    sys.excepthook = on_bug
    qInstallMessageHandler(_write_message)


def write_report(kind: type[BaseException], trace: TracebackType | None) -> str:
    """Return class, place and versions; never a value a user typed."""
    places = [
        f"  {Path(frame.filename).name}:{frame.lineno} in {frame.name}"
        for frame in traceback.extract_tb(trace)
    ]
    lines = [
        f"Werkbank {__version__}, Python {platform.python_version()}, Qt {qVersion()}",
        f"Systeem: {platform.platform()}",
        f"Moment: {datetime.now().astimezone().isoformat(timespec='seconds')}",
        f"Fout: {kind.__name__}",
        "Plaats:",
        *places,
    ]
    return "\n".join(lines) + "\n"


def _keep(logs: Path, report: str) -> Path:
    moment = datetime.now().astimezone().strftime("%Y%m%d-%H%M%S-%f")
    path = logs / f"fout-{moment}.txt"
    path.write_text(report, encoding="utf-8")
    for old in sorted(logs.glob("fout-*.txt"))[:-_KEPT]:
        old.unlink(missing_ok=True)
    return path


def _write_message(kind: QtMsgType, _context: object, text: str) -> None:
    if kind in (QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg):
        sys.stderr.write(text + "\n")
