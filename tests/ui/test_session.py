"""While a job has the store, the window neither writes nor loses what it shows."""

from threading import Event, current_thread, main_thread

from pytestqt.qtbot import QtBot

from workbench.domain.errors import NothingToUndoError, StoreBusyError, WorkbenchError
from workbench.ui.session import Session
from workbench.usecases.cases import Signal, find_cases, note_signal
from workbench.usecases.context import Change, Context
from workbench.usecases.undoing import undo

SIGNAL = Signal(title="VOORBEELD groei")


def test_a_job_that_borrowed_the_store_announces_what_it_changed(
    qtbot: QtBot, session: Session
) -> None:
    told: list[object] = []
    threads: list[bool] = []
    session.changed.connect(told.append)

    def work(context: Context) -> Change:
        threads.append(current_thread() is main_thread())
        return note_signal(context, SIGNAL)[-1]

    session.hand_over(work, told.append, title="Cijfers overnemen")
    qtbot.waitUntil(lambda: len(told) == 2)

    assert threads == [False]
    assert told[0] == told[1]
    assert session.read(find_cases)[0].title == SIGNAL.title


def test_a_write_is_refused_with_a_message_while_a_job_has_the_store(
    qtbot: QtBot, session: Session
) -> None:
    let_go, refused, ended = Event(), list[WorkbenchError](), list[object]()
    session.failed.connect(refused.append)
    session.hand_over(lambda _context: let_go.wait(5), ended.append, title="Inlezen")

    assert session.run(note_signal, SIGNAL) is None
    let_go.set()
    qtbot.waitUntil(lambda: bool(ended))

    assert isinstance(refused[0], StoreBusyError)
    assert refused[0].facts["action"] == "Inlezen"
    assert session.run(note_signal, SIGNAL) is not None


def test_a_read_waits_until_the_job_gives_the_store_back(
    qtbot: QtBot, session: Session
) -> None:
    ended: list[object] = []
    session.hand_over(lambda c: note_signal(c, SIGNAL), ended.append, title="Inlezen")
    session.jobs.wait()

    assert len(session.read(find_cases)) == 1
    qtbot.waitUntil(lambda: bool(ended))


def test_a_refused_job_gives_the_store_back(qtbot: QtBot, session: Session) -> None:
    refused: list[WorkbenchError] = []
    session.failed.connect(refused.append)

    session.hand_over(undo, lambda _change: None, title="Terugnemen")
    qtbot.waitUntil(lambda: bool(refused))

    assert isinstance(refused[0], NothingToUndoError)
    assert session.run(note_signal, SIGNAL) is not None
