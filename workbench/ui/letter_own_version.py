"""Says that generated text changed under an own version, and asks which stays."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from workbench.domain.finding import Fact
from workbench.letters.compose import Generated
from workbench.letters.differences import compare_words, merge
from workbench.letters.live_text import show_live
from workbench.ui.flow_row import FlowRow
from workbench.ui.letter_runs import runs_html, runs_words
from workbench.ui.theme import set_look
from workbench.ui.widgets.card import Note
from workbench.ui.widgets.chip import Kind
from workbench.ui.widgets.labels import small
from workbench.usecases.letter_editing import KEEP_MINE, TAKE_GENERATED, TAKE_MERGED


def tr(text: str) -> str:
    """Return `text` in the user's language."""
    return QCoreApplication.translate("letter_own_version", text)


class OwnVersion(QWidget):
    """Three texts: generated then, generated now, and the advisor's own.

    Signals:
        chosen: `KEEP_MINE`, `TAKE_GENERATED` or `TAKE_MERGED`.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.note = Note(Kind.ATTENTION, parent=self)
        self.then_now = _text()
        self.now_mine = _text()
        self._then_label = small(tr("Gegenereerd: toen en nu"))
        self._mine_label = small(tr("Nu gegenereerd en uw versie"))
        self.merged = QPushButton(tr("Beide wijzigingen samenvoegen"))
        self.mine = QPushButton(tr("Mijn versie houden"))
        self.generated = QPushButton(tr("Gegenereerde tekst nemen"))
        row = FlowRow()
        for button, choice in (
            (self.merged, TAKE_MERGED),
            (self.mine, KEEP_MINE),
            (self.generated, TAKE_GENERATED),
        ):
            set_look(button, "link")
            button.clicked.connect(lambda _=False, choice=choice: self.chosen.emit(choice))
            row.add(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for widget in (
            self.note,
            self._then_label,
            self.then_now,
            self._mine_label,
            self.now_mine,
            row,
        ):
            column.addWidget(widget)
        self.hide()

    def show_generated(self, found: Generated | None, facts: Mapping[str, Fact]) -> None:
        """Show what changed; hides when nothing did."""
        self.setVisible(found is not None and found.is_changed)
        if found is None or not found.is_changed:
            return
        base = show_live(found.own.base or "", facts)
        now, mine = show_live(found.now, facts), show_live(found.own.text, facts)
        words = tr("De gegenereerde tekst is gewijzigd sinds u uw eigen versie schreef.")
        if not found.now:
            words = tr("Deze alinea zou nu niet meer in de brief komen.")
        self.note.show_note(Kind.ATTENTION, words)
        for label, runs in (
            (self.then_now, compare_words(base, now)),
            (self.now_mine, compare_words(now, mine)),
        ):
            label.setText(runs_html(runs))
            label.setAccessibleName(runs_words(runs))
        can_merge = merge(found.own.base or "", found.own.text, found.now) is not None
        self.merged.setVisible(bool(found.now) and can_merge)


def _text() -> QLabel:
    label = QLabel()
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.RichText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
