"""The window's work on letters: fields, remarks, own versions, versions, public copies."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from pytestqt.qtbot import QtBot

from tests.exchange.test_returned_text import change
from tests.letters.certificates import PASSPHRASE, make_identity
from tests.letters.reading import read
from tests.letters.samples import ADVICE
from tests.ui.answering import SaysYes
from tests.usecases.test_letter_editing import seal
from workbench.domain.case import CaseId
from workbench.domain.finding import LetterKind
from workbench.domain.letter import CONFIDENTIAL
from workbench.letters.open_text import write_open_text
from workbench.ui.calm_combo import CalmCombo
from workbench.ui.letter_drawing import draw
from workbench.ui.letter_tab import LetterTab
from workbench.ui.letters_page import LettersPage
from workbench.ui.main_window import MainWindow
from workbench.usecases.cases import change_fact
from workbench.usecases.letters import compose_draft
from workbench.usecases.replaying import Verdict, replay_letter
from workbench.usecases.samples import load_samples

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
KEY = "aanleiding-verantwoordelijkheid"


@pytest.fixture
def case_id(window: MainWindow) -> CaseId:
    return load_samples(window.session.context)[0][1]


@pytest.fixture
def tab(window: MainWindow, case_id: CaseId) -> LetterTab:
    """The letter of a case that lacks nothing."""
    window.open_case(case_id)
    case = window.pages.cases().case
    case.open_letter()
    return case.letter


@pytest.fixture
def page(window: MainWindow) -> LettersPage:
    window.show_page("letters")
    return window.pages.letters()


def seal_advice(
    window: MainWindow, case_id: CaseId, *, has_signature_field: bool = False
) -> None:
    draft = compose_draft(window.session.context, case_id)
    assert draft is not None
    seal(window.session.context, draft, has_signature_field=has_signature_field)


def test_every_kind_about_a_case_can_be_chosen(tab: LetterTab) -> None:
    for kind in (LetterKind.RECEIPT, LetterKind.INFORMATION, LetterKind.NOTE):
        tab.frame.versions.kind.choose(kind)

        assert tab.draft is not None
        assert tab.draft.kind is kind
        assert tab.frame.text.isVisible()


def test_fields_make_the_questions_of_an_answer(tab: LetterTab) -> None:
    tab.frame.versions.kind.choose(LetterKind.PARLIAMENT)
    for words in ("Kent u het bericht?", "Wat gaat u doen?"):
        line = tab.frame.fields.lines["questions/"]
        assert isinstance(line.editor, QPlainTextEdit)
        line.editor.setPlainText(words)
        line.settle()

    lists = [key for key in tab.frame.fields.lines if key.startswith("questions/")]
    shown = [one.text.text() for one in tab.frame.blocks.blocks.values()]
    assert len(lists) == 3
    assert {"Vraag 1", "Antwoord 1", "Vraag 2", "Antwoord 2"} <= set(shown)


def test_a_remark_is_made_and_settled(tab: LetterTab) -> None:
    block = tab.frame.blocks.blocks[KEY]
    block.say.click()
    dialog = tab.dialogs.remark
    assert dialog is not None
    dialog.text.setPlainText("Klopt dit?")
    dialog.keep.click()
    assert not tab.frame.versions.seal.isEnabled()

    block.remarks.buttons[0].click()

    assert tab.frame.versions.seal.isEnabled()
    assert not block.remarks.isVisible()


def test_an_own_version_takes_the_place_of_a_paragraph(tab: LetterTab) -> None:
    blocks = tab.frame.blocks
    blocks.blocks[KEY].redo.click()
    (own,) = blocks.own_texts.values()
    own.editor.setPlainText("Zo schrijf ik het zelf.")
    own.settle()
    assert KEY not in blocks.blocks

    own.remove.click()

    assert KEY in blocks.blocks
    assert blocks.own_texts == {}


def test_changed_text_under_an_own_version_is_shown_with_both_sides(
    qtbot: QtBot, tab: LetterTab, window: MainWindow, case_id: CaseId
) -> None:
    blocks = tab.frame.blocks
    blocks.blocks["wijziging-voornemen"].redo.click()
    (own,) = blocks.own_texts.values()
    own.editor.setPlainText("Zo schrijf ik het zelf.")
    own.settle()
    assert not own.version.isVisible()

    window.session.run(change_fact, case_id, "intention", "")

    qtbot.waitUntil(own.version.isVisible)
    assert "[nieuw: Zo schrijf ik het zelf.]" in own.version.now_mine.accessibleName()
    own.version.mine.click()
    assert not own.version.isVisible()


def test_a_classification_stands_on_the_letter(tab: LetterTab) -> None:
    marks = tab.frame.marks
    marks.toggle.click()
    assert isinstance(marks.level.editor, CalmCombo)
    marks.level.editor.choose(CONFIDENTIAL)

    assert tab.draft is not None
    assert tab.draft.letter.classification == CONFIDENTIAL
    assert not tab.frame.versions.seal.isEnabled()


def test_versions_are_compared_beside_each_other(
    tab: LetterTab, window: MainWindow, case_id: CaseId
) -> None:
    seal_advice(window, case_id)
    window.session.run(change_fact, case_id, "intention", "Een ander voornemen.")
    tab.reload()

    assert "Een ander voornemen." in tab.frame.since.text
    tab.frame.versions.compare.click()
    dialog = tab.dialogs.compared
    assert dialog is not None
    assert any("Een ander voornemen." in one.right for one in dialog.pairs)
    dialog.close()


def test_a_letter_about_no_case_is_begun_on_the_page_of_letters(page: LettersPage) -> None:
    page.begin.click()

    assert page.editor.isVisible()
    assert page.editor.draft is not None
    assert page.editor.draft.kind is LetterKind.PARLIAMENT
    page.back.click()
    assert page.rows.isVisible()


def test_a_public_version_is_made_of_a_sealed_letter(
    window: MainWindow, case_id: CaseId, answers: SaysYes, tmp_path: Path
) -> None:
    seal_advice(window, case_id)
    window.show_page("letters")
    page = window.pages.letters()
    page.rows.table.selectRow(0)
    answers.folder = tmp_path

    page.public.click()
    dialog = page.publishing.dialog
    assert dialog is not None
    dialog.name.setText("Vergunningen")
    dialog.add.click()
    dialog.blocks[KEY][0].setChecked(True)
    dialog.make.click()

    (public,) = tmp_path.glob("*-openbaar.pdf")
    whole = read(public.read_bytes()).whole
    assert "Vergunningen" not in whole
    assert "[Weggelaten op grond van" in whole


@pytest.mark.parametrize("kind", ["odt", "docx"])
def test_a_draft_goes_out_for_comments_and_they_come_back(
    qtbot: QtBot, tab: LetterTab, tmp_path: Path, kind: str
) -> None:
    path = tmp_path / f"concept.{kind}"
    tab.comments.ask_place = lambda _parent, _name: path
    tab.comments.ask_file = lambda _parent: path
    tab.frame.versions.send.click()
    old, new = "Iedere minister gaat zelf", "Elke minister gaat zelf"
    part = "content.xml" if kind == "odt" else "word/document.xml"
    path.write_bytes(change(path.read_bytes(), part, old, new))

    with qtbot.waitSignal(tab.comments.told, timeout=20_000):
        tab.frame.versions.take.click()

    block = tab.frame.blocks.blocks[KEY]
    qtbot.waitUntil(block.remarks.isVisible)
    block.remarks.accepts[0].click()
    assert tab.draft is not None
    assert [own.text[:23] for own in tab.draft.own_texts] == [new]
    assert tab.draft.missing == ()


def test_a_document_of_another_letter_is_refused(
    qtbot: QtBot, tab: LetterTab, window: MainWindow, tmp_path: Path
) -> None:
    path = tmp_path / "ander.odt"
    path.write_bytes(write_open_text(ADVICE, "een andere brief"))
    tab.comments.ask_file = lambda _parent: path

    with qtbot.waitSignal(window.session.failed, timeout=20_000) as failed:
        tab.frame.versions.take.click()

    assert failed.args is not None
    assert failed.args[0].facts["code"] == "geen-brief"


@pytest.fixture
def signed(
    qtbot: QtBot, window: MainWindow, case_id: CaseId, answers: SaysYes, tmp_path: Path
) -> Path:
    """A letter signed in the window, beside the root of its certificate."""
    seal_advice(window, case_id, has_signature_field=True)
    identity = make_identity(years=20)
    (tmp_path / "sleutel.p12").write_bytes(identity.pkcs12)
    (tmp_path / "wortel.pem").write_bytes(identity.root)
    window.show_page("letters")
    page = window.pages.letters()
    page.rows.table.selectRow(0)
    answers.folder = tmp_path
    page.sign.click()
    dialog = page.signing.dialog
    assert dialog is not None
    dialog.path.setText(str(tmp_path / "sleutel.p12"))
    dialog.secret.setText(PASSPHRASE)
    with qtbot.waitSignal(page.signing.told, timeout=20_000):
        dialog.sign.click()
    return next(tmp_path.glob("*-ondertekend.pdf"))


def test_a_signed_letter_is_checked_against_a_root(
    qtbot: QtBot, window: MainWindow, answers: SaysYes, signed: Path
) -> None:
    page = window.pages.letters()
    answers.opens = [signed, signed.parent / "wortel.pem"]

    with qtbot.waitSignal(page.signing.told, timeout=20_000) as told:
        page.check.click()

    assert told.args is not None
    assert "ongewijzigd" in told.args[1]
    assert "leidt naar het gekozen wortelcertificaat" in told.args[1]


def test_the_letter_below_a_signature_is_replayed(window: MainWindow, signed: Path) -> None:
    replay = replay_letter(window.session.context, signed.read_bytes(), draw)

    assert replay.verdict is Verdict.SAME
    assert replay.letter.endswith("(ondertekend)")


def test_text_pasted_from_word_keeps_its_lists(qapp: QApplication, tab: LetterTab) -> None:
    blocks = tab.frame.blocks
    blocks.blocks[KEY].write.click()
    editor = blocks.own_texts[f"new-{KEY}"].editor
    copied = QMimeData()
    copied.setHtml("<p>Drie punten:</p><ul><li>een</li><li>twee</li></ul>")
    qapp.clipboard().setMimeData(copied)

    editor.paste()
    editor.selectAll()
    editor.copy()

    assert editor.toPlainText() == "Drie punten:\n\n- een\n- twee"
    assert "<li>een</li>" in qapp.clipboard().mimeData().html()
