"""A letter that is dropped on the window is replayed on the page of letters."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from pytestqt.qtbot import QtBot

from tests.usecases.test_replaying import sealed
from workbench.ui.letter_seal import LetterSeal
from workbench.ui.main_window import MainWindow
from workbench.usecases.letters import compose_draft
from workbench.usecases.samples import load_samples
from workbench.usecases.sealing import propose_adoption


@pytest.fixture
def letter(window: MainWindow) -> bytes:
    context = window.session.context
    case_id = load_samples(context)[0][1]
    return sealed(context, case_id, carries=True)[0].pdf


def drop(window: MainWindow, path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    left, plain = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    action = Qt.DropAction.CopyAction
    window.dropEvent(QDropEvent(QPointF(9, 9), action, data, left, plain))


def verdict_of(qtbot: QtBot, window: MainWindow) -> str:
    note = window.pages.letters().verdict
    qtbot.waitUntil(lambda: bool(note.text), timeout=20_000)
    return note.text


def test_a_dropped_letter_is_the_same(
    qtbot: QtBot, window: MainWindow, letter: bytes, tmp_path: Path
) -> None:
    (tmp_path / "brief.pdf").write_bytes(letter)

    drop(window, tmp_path / "brief.pdf")

    assert verdict_of(qtbot, window).startswith("brief.pdf: gelijk.")


def test_an_altered_letter_says_where(
    qtbot: QtBot, window: MainWindow, letter: bytes, tmp_path: Path
) -> None:
    (tmp_path / "anders.pdf").write_bytes(letter[:-2] + b"X" + letter[-1:])

    drop(window, tmp_path / "anders.pdf")

    told = verdict_of(qtbot, window)
    assert told.startswith("anders.pdf: verschilt.")
    assert f"byte {len(letter) - 1:,}".replace(",", ".") in told


def test_the_receipt_goes_along_only_when_asked(qtbot: QtBot, window: MainWindow) -> None:
    context = window.session.context
    draft = compose_draft(context, load_samples(context)[0][1])
    assert draft is not None
    dialog = LetterSeal(propose_adoption(context, draft), {}, draft.text.name, window)
    qtbot.addWidget(dialog)

    with qtbot.waitSignal(dialog.confirmed) as first:
        dialog.seal.click()
    dialog.receipt.setChecked(True)
    with qtbot.waitSignal(dialog.confirmed) as second:
        dialog.seal.click()

    assert [one.args[0].carries_receipt for one in (first, second)] == [False, True]
