"""Checks on this device that every part of the program works, and says so in words."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtWidgets import QApplication

from workbench import __version__
from workbench.app.contexts import build_context, local_now
from workbench.app.demo import checked, drawn
from workbench.app.starting import window_on
from workbench.domain.errors import WorkbenchError
from workbench.exchange.reading import read_workbook
from workbench.store.connection import Store
from workbench.store.opening import open_store
from workbench.ui.explanations import explain
from workbench.usecases.backups import make_backup
from workbench.usecases.context import Context
from workbench.usecases.letters import compose_draft
from workbench.usecases.samples import load_samples
from workbench.usecases.workbooks import export_case

Check = tuple[str, Callable[[], str]]


def check_device(app: QApplication, say: Callable[[str], None] = print) -> int:
    """Try every part on a store of its own; return the number of parts that failed."""
    say(f"Werkbank rijkswerkgelegenheid {__version__}: zelftest")
    failed = 0
    with tempfile.TemporaryDirectory() as folder:
        store = open_store(
            Path(folder) / "zelftest.sqlite", made_by="zelftest", clock=local_now
        )
        try:
            for title, check in _checks(app, store, Path(folder)):
                failed += _tried(title, check, say)
        finally:
            store.close()
    say("Alles werkt." if not failed else f"{failed} onderdelen werken niet.")
    return min(failed, 1)


def _tried(title: str, check: Callable[[], str], say: Callable[[str], None]) -> int:
    try:
        outcome = check()
    except WorkbenchError as error:
        say(f"  niet goed  {title}: {explain(error).happened}")
        return 1
    say(f"  goed       {title}{outcome and ': '}{outcome}")
    return 0


def _checks(app: QApplication, store: Store, folder: Path) -> Iterator[Check]:
    context = build_context(store, user="zelftest")
    case_ids: list[str] = []

    def samples() -> str:
        loaded, _ = load_samples(context)
        case_ids.extend(loaded)
        return f"{len(loaded)} voorbeelddossiers"

    def letters() -> str:
        drafts = filter(None, (compose_draft(context, case_id) for case_id in case_ids))
        outcomes = {checked(drawn(draft.letter))[0] for draft in drafts}
        return ", ".join(sorted(outcomes))

    yield "regels en dossiers", samples
    yield "brief en PDF-controle", letters
    yield "Excel uit en in", lambda: _round_trip(context, case_ids[-1], folder)
    yield "reservekopie", lambda: make_backup(context).name
    yield "venster", lambda: _window(app, store)


def _round_trip(context: Context, case_id: str, folder: Path) -> str:
    path = export_case(context, case_id, folder / "casus.xlsx")
    return f"{len(read_workbook(path.read_bytes(), path.name).sheets)} bladen"


def _window(app: QApplication, store: Store) -> str:
    window = window_on(store)
    window.show()
    app.processEvents()
    title = window.windowTitle()
    window.close()
    return title
