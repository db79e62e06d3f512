"""The letter of a case: its text, its pages, and the seal."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from workbench.domain.case import CaseId
from workbench.domain.fte import Fte
from workbench.domain.letter import Paragraph
from workbench.ui.letter_blocks import LetterBlocks
from workbench.ui.letter_own_text import LetterOwnText
from workbench.ui.letter_seal import LetterSeal
from workbench.ui.letter_tab import LetterTab
from workbench.ui.session import Session
from workbench.ui.theme import apply_theme
from workbench.usecases.cases import Signal, change_fact, note_signal
from workbench.usecases.checklist import Reply, answer_question
from workbench.usecases.letters import compose_draft, list_letters
from workbench.usecases.samples import load_samples

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
ADVICE = 1
Shown = Callable[[CaseId], LetterTab]


@pytest.fixture
def show(qapp: QApplication, session: Session) -> Iterator[Shown]:
    apply_theme(qapp, scheme="light")
    tab = LetterTab(session)

    def show_case(case_id: CaseId) -> LetterTab:
        tab.resize(1100, 800)
        tab.show()
        tab.show_case(case_id)
        return tab

    yield show_case
    while session.jobs.is_busy:  # the outcome of a job may start another
        session.jobs.wait()
        qapp.processEvents()
    shiboken6.delete(tab)


@pytest.fixture
def ready(session: Session) -> CaseId:
    """A case whose letter lacks nothing."""
    return load_samples(session.context)[0][ADVICE]


def first_paragraph(blocks: LetterBlocks) -> str:
    return next(
        key for key, one in blocks.blocks.items() if isinstance(one.block, Paragraph)
    )


def write_below(tab: LetterTab, text: str) -> LetterOwnText:
    """Write own text below the first paragraph, as a user does."""
    blocks = tab.frame.blocks
    key = first_paragraph(blocks)
    blocks.blocks[key].write.click()
    own = blocks.own_texts[f"new-{key}"]
    own.editor.setPlainText(text)
    own.settle()
    return own


def sealed(qtbot: QtBot, tab: LetterTab) -> LetterTab:
    """Seal what is shown."""
    tab.frame.versions.seal.click()
    assert isinstance(tab.sealing.dialog, LetterSeal)
    with qtbot.waitSignal(tab.sealed, timeout=20_000):
        tab.sealing.dialog.seal.click()
    return tab


def test_the_pages_are_those_of_the_letter(
    qtbot: QtBot, show: Shown, ready: CaseId
) -> None:
    tab = show(ready)

    qtbot.waitUntil(lambda: bool(tab.frame.preview.sheets), timeout=20_000)
    qtbot.waitUntil(lambda: tab.frame.preview.sheets[0].has_picture, timeout=20_000)

    assert tab.frame.preview.pdf.startswith(b"%PDF")


def test_what_is_lacking_blocks_sealing_and_leads_on(
    qtbot: QtBot, show: Shown, a_case: CaseId
) -> None:
    tab = show(a_case)
    assert not tab.frame.versions.seal.isEnabled()

    with qtbot.waitSignal(tab.wants) as asked:
        tab.frame.missing.buttons[0].click()

    assert asked.args is not None
    assert asked.args[0].partition(":")[0] in ("field", "question", "tab")


def test_signals_do_not_block_sealing(show: Shown, session: Session, ready: CaseId) -> None:
    draft = compose_draft(session.context, ready)
    assert draft is not None
    assert draft.missing == ()

    tab = show(ready)

    assert tab.frame.versions.seal.isEnabled()


def test_no_letter_yet_says_why_and_leads_on(
    qtbot: QtBot, show: Shown, session: Session
) -> None:
    signal, _ = note_signal(session.context, Signal(title="VOORBEELD Nog niets bekend"))
    tab = show(signal)
    assert tab.frame.reason.isVisible()

    with qtbot.waitSignal(tab.wants) as asked:
        tab.frame.go_on.click()

    assert asked.args is not None
    assert asked.args[0] != ""


def test_own_text_stays_where_it_is_when_the_facts_change(
    show: Shown, session: Session, a_case: CaseId
) -> None:
    blocks = show(a_case).frame.blocks
    key = next(
        key for key, one in blocks.blocks.items() if isinstance(one.block, Paragraph)
    )
    blocks.blocks[key].write.click()
    own = blocks.own_texts[f"new-{key}"]
    own.editor.setPlainText("Mijn eigen alinea.")
    own.settle()

    session.run(change_fact, a_case, "fte_after", Fte.of(990))

    assert list(blocks.own_texts.values()) == [own]
    assert own.editor.toPlainText() == "Mijn eigen alinea."
    assert any("990" in one.text.text() for one in blocks.blocks.values())


def test_a_loose_number_is_bound_to_a_fact_and_follows_it(
    show: Shown, session: Session, a_case: CaseId
) -> None:
    session.run(change_fact, a_case, "fte_after", Fte.of(991))
    tab = show(a_case)
    own = write_below(tab, "De dienst telt straks 991 fte, dat is 3 meer.")
    next(b for b in own.numbers.buttons if b.accessibleName() == "Laat vrij (3)").click()
    bind = next(b for b in own.numbers.buttons if "straks (fte)" in b.text())
    bind.click()

    session.run(change_fact, a_case, "fte_after", Fte.of(995))

    assert own.editor.toPlainText() == "De dienst telt straks 995 fte, dat is 3 meer."
    assert own.numbers.buttons == []


def test_half_typed_own_text_survives_a_change(
    show: Shown, session: Session, a_case: CaseId
) -> None:
    blocks = show(a_case).frame.blocks
    key = next(
        key for key, one in blocks.blocks.items() if isinstance(one.block, Paragraph)
    )
    blocks.blocks[key].write.click()
    blocks.own_texts[f"new-{key}"].editor.setPlainText("Nog niet af")

    session.run(answer_question, a_case, "p1", Reply(verdict="term"))

    assert blocks.own_texts[f"new-{key}"].editor.toPlainText() == "Nog niet af"


def test_an_emptied_own_text_goes_away(
    show: Shown, session: Session, a_case: CaseId
) -> None:
    blocks = show(a_case).frame.blocks
    key = next(
        key for key, one in blocks.blocks.items() if isinstance(one.block, Paragraph)
    )
    blocks.blocks[key].write.click()
    own = blocks.own_texts[f"new-{key}"]
    own.editor.setPlainText("Toch niet.")
    own.settle()

    own.remove.click()

    assert blocks.own_texts == {}


def test_why_names_facts_and_rule(show: Shown, ready: CaseId) -> None:
    tab = show(ready)
    block = tab.frame.blocks.blocks["drempel-a"]

    block.ask.click()

    assert tab.dialogs.why is not None
    assert tab.dialogs.why.isVisible()
    tab.dialogs.why.close()


def test_sealing_asks_who_signs(show: Shown, session: Session, ready: CaseId) -> None:
    tab = show(ready)
    tab.frame.versions.seal.click()
    dialog = tab.sealing.dialog
    assert isinstance(dialog, LetterSeal)
    name = dialog.lines["signatory"].editor
    assert isinstance(name, QLineEdit)
    name.clear()

    dialog.seal.click()

    assert dialog.lines["signatory"].fault != ""
    assert list_letters(session.context, ready) == []
    dialog.reject()


def test_a_sealed_letter_shows_its_proof_and_cannot_be_changed(
    qtbot: QtBot, show: Shown, session: Session, ready: CaseId
) -> None:
    tab = sealed(qtbot, show(ready))

    (record,) = list_letters(session.context, ready)
    assert record.file in tab.frame.outcome.text
    assert record.file in tab.frame.versions.proof.text()
    assert not tab.frame.text.isVisible()
    assert not tab.frame.versions.seal.isVisible()


def test_a_new_version_refers_to_the_sealed_one(
    qtbot: QtBot, show: Shown, session: Session, ready: CaseId
) -> None:
    tab = sealed(qtbot, show(ready))

    tab.frame.versions.begin.click()

    newest, oldest = list_letters(session.context, ready)
    assert newest.replaces == oldest.id
    assert tab.frame.text.isVisible()


def test_the_pdf_is_kept_where_the_user_wants(
    qtbot: QtBot, show: Shown, ready: CaseId, tmp_path: Path
) -> None:
    tab = sealed(qtbot, show(ready))
    qtbot.waitUntil(lambda: bool(tab.frame.preview.pdf), timeout=20_000)
    target = tmp_path / "brief.pdf"
    tab.files.ask_place = lambda _parent, _name: target

    tab.frame.versions.save.click()

    assert target.read_bytes() == tab.frame.preview.pdf
