"""Starts the program: the window, the demonstration or the self-test."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from workbench.app.contexts import build_context, local_now, user_name
from workbench.app.crashes import catch_bugs
from workbench.domain.errors import WorkbenchError
from workbench.paths import data_folder, store_file
from workbench.store.connection import Store
from workbench.store.opening import open_store
from workbench.ui.dutch import localise
from workbench.ui.explanations import explain
from workbench.ui.main_window import MainWindow
from workbench.ui.preferences import load_preferences
from workbench.ui.session import Session
from workbench.ui.start_failures import ask_way_on
from workbench.ui.theme import apply_theme
from workbench.usecases.backups import backup_daily
from workbench.usecases.registers import load_published
from workbench.usecases.sample_figures import load_sample_figures
from workbench.usecases.samples import load_samples

SAMPLES = "voorbeelddossiers.sqlite"
_CALM = 2000  # milliseconds after the first paint


def build_window(store: Path | None, *, samples: bool) -> tuple[QApplication, MainWindow]:
    """Return the application and its window on the store, not shown yet.

    Raises:
        WorkbenchError: The store or a rule cannot be used.
    """
    app = build_application()
    path = store or (data_folder() / SAMPLES if samples else store_file())
    opened = open_store(path, made_by=user_name(), clock=local_now)
    return app, window_on(opened, samples=samples)


def build_application() -> QApplication:
    """Return the one Qt application, Dutch and in the chosen look."""
    running = QApplication.instance()
    app = running if isinstance(running, QApplication) else QApplication(sys.argv[:1])
    app.setApplicationName("workbench")
    app.setApplicationDisplayName("Werkbank rijkswerkgelegenheid")
    localise(app)
    preferences = load_preferences()
    apply_theme(app, scheme=preferences.scheme, zoom=preferences.zoom)
    return app


def window_on(store: Store, *, samples: bool = False) -> MainWindow:
    """Return the window on an open store; an empty one gets the published figures."""
    context = build_context(store)
    if not store.read_only_reason:
        load_published(context)
        if samples:
            load_samples(context)
    return MainWindow(Session(context))


def run_window(store: Path | None, samples: bool) -> int:
    """Open the window and return the exit code when it closes."""
    app = build_application()
    catch_bugs(data_folder())
    path = store or (data_folder() / SAMPLES if samples else store_file())
    opened = _open_with_ways_on(path)
    if opened is None:
        return 1
    try:
        window = window_on(opened, samples=samples)
        window.show()
        QTimer.singleShot(_CALM, lambda: window.session.run(backup_daily))
        return app.exec()
    except WorkbenchError as error:
        print(_in_words(error), file=sys.stderr)
        return 1
    finally:
        opened.close()


def run_demo(out: Path) -> int:
    """Do the main job on the sample dossiers without a window."""
    from workbench.app.demo import run_demo as work  # noqa: PLC0415 - draws PDF

    try:
        return work(out)
    except WorkbenchError as error:
        print(_in_words(error), file=sys.stderr)
        return 1


def fill_with_samples(path: Path, scale: int) -> int:
    """Put the invented figures into a store; return 0, or 1 when it cannot be used."""
    try:
        store = open_store(path, made_by=user_name(), clock=local_now)
        try:
            load_sample_figures(build_context(store), scale)
        finally:
            store.close()
    except WorkbenchError as error:
        print(_in_words(error), file=sys.stderr)
        return 1
    return 0


def run_self_test() -> int:
    """Check that every part works on this device, and say so."""
    from workbench.app.self_test import check_device  # noqa: PLC0415 - loads everything

    return check_device(build_application())


def _open_with_ways_on(path: Path) -> Store | None:
    """Open the store; on a failure ask how to go on until it works or the user stops."""
    read_only = False
    while True:
        try:
            return open_store(
                path, made_by=user_name(), clock=local_now, allow_read_only=read_only
            )
        except WorkbenchError as error:
            way_on = ask_way_on(error, path)
            if way_on is None:
                return None
            path, read_only = way_on.path, way_on.read_only


def _in_words(error: WorkbenchError) -> str:
    words = explain(error)
    return f"{words.title}\n{words.happened}\n{words.do_now}"
