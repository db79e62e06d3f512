"""The head of a case: number, title, status, progress, and what can be made of it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from workbench.domain.case import Case, Stage
from workbench.domain.finding import Assessment
from workbench.ui.case_steps import case_steps
from workbench.ui.icons import put_icon
from workbench.ui.stage_words import STAGE_CHIPS
from workbench.ui.text_keeper import TextKeeper
from workbench.ui.theme import set_look
from workbench.ui.widgets.chip import Chip, Kind
from workbench.ui.widgets.labels import muted, title
from workbench.ui.widgets.step_bar import StepBar
from workbench.usecases.fields import STAGES


class CaseHeader(QWidget):
    """Shows the case that is open and lets its title and status be changed.

    Signals:
        renamed: Another title was typed.
        stage_chosen: Another status was chosen.
        promoted: The signal is to become a case.
        excel_asked, letter_asked: The button was pressed.
    """

    renamed = Signal(str)
    stage_chosen = Signal(Stage)
    promoted = Signal()
    excel_asked = Signal()
    letter_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.number = muted("")
        self.title = title("")
        self.rename = QToolButton()
        self.editor = QLineEdit()
        self._keeper = TextKeeper(self.editor)
        self.stage = Chip()
        self.sample = Chip("VOORBEELD", Kind.ATTENTION)
        self.change_stage = QPushButton(self.tr("Status"))
        self.promote = QPushButton(self.tr("Maak casus"))
        self.excel = QPushButton(self.tr("Excel"))
        self.letter = QPushButton(self.tr("Brief"))
        self.steps = StepBar()
        self._dress()
        self._lay_out()
        self._connect()

    def show_case(self, case: Case, assessment: Assessment, *, is_sealed: bool) -> None:
        """Show a case; a title that is being typed stays."""
        is_signal = case.stage is Stage.SIGNAL
        parts = [f"{self.tr('Signaal') if is_signal else self.tr('Casus')} {case.number}"]
        self.number.setText(
            "  ·  ".join([*parts, case.service or self.tr("dienst onbekend")])
        )
        self.title.setText(case.title)
        self._keeper.show_text(case.title)
        self.stage.show_status(STAGES[case.stage], STAGE_CHIPS[case.stage])
        self.sample.setVisible(case.is_sample)
        self.promote.setVisible(case.stage is Stage.SIGNAL)
        self.steps.show_steps(*case_steps(case, assessment, is_sealed=is_sealed))
        for action in self.change_stage.menu().actions():
            action.setChecked(action.data() == case.stage.value)

    def close_editor(self) -> None:
        """Show the title as it is kept."""
        self.editor.hide()
        self.title.show()
        self.rename.show()

    def edit_title(self) -> None:
        """Let the title be typed in place."""
        self._keeper.reset(self.title.text())
        self.title.hide()
        self.rename.hide()
        self.editor.show()
        self.editor.setFocus()
        self.editor.selectAll()

    def allow_writing(self, can_write: bool) -> None:
        for widget in (self.rename, self.change_stage, self.promote):
            widget.setEnabled(can_write)

    def _dress(self) -> None:
        set_look(self.rename, "plain")
        put_icon(self.rename, "pencil", "accent")
        self.rename.setAccessibleName(self.tr("Titel wijzigen"))
        self.rename.setToolTip(self.tr("Titel wijzigen (F2)"))
        self.rename.setMinimumSize(30, 30)
        self.editor.setAccessibleName(self.tr("Titel van de casus"))
        self.editor.hide()
        put_icon(self.promote, "arrow-right", "on_primary")
        set_look(self.promote, "primary")
        self.promote.setToolTip(self.tr("Maak van dit signaal een casus (F4)"))
        put_icon(self.excel, "file-spreadsheet", "accent")
        self.excel.setToolTip(self.tr("Deze casus als werkmap bewaren (Ctrl+E)"))
        put_icon(self.letter, "file-text", "accent")
        self.letter.setToolTip(self.tr("Naar de brief (Ctrl+B)"))
        self.change_stage.setToolTip(self.tr("Status van de casus wijzigen"))
        self.change_stage.setAccessibleName(self.tr("Status wijzigen"))
        menu = QMenu(self.change_stage)
        for stage in Stage:
            action = QAction(STAGES[stage], menu, checkable=True)
            action.setData(stage.value)
            menu.addAction(action)
        self.change_stage.setMenu(menu)

    def _lay_out(self) -> None:
        bottom, middle = Qt.AlignmentFlag.AlignBottom, Qt.AlignmentFlag.AlignVCenter
        words = QHBoxLayout()
        words.setSpacing(6)
        words.addWidget(self.title, 1)
        words.addWidget(self.editor, 1)
        words.addWidget(self.rename, 0, middle)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.stage, 0, middle)
        buttons.addWidget(self.sample, 0, middle)
        buttons.addWidget(self.change_stage)
        buttons.addStretch()
        for button in (self.promote, self.excel, self.letter):
            buttons.addWidget(button, 0, bottom)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.number)
        column.addLayout(words)
        column.addLayout(buttons)
        column.addSpacing(4)
        column.addWidget(self.steps)

    def _connect(self) -> None:
        self.rename.clicked.connect(self.edit_title)
        self._keeper.settled.connect(self.renamed)
        self.editor.editingFinished.connect(self.close_editor)
        self.change_stage.menu().triggered.connect(self._choose_stage)
        self.promote.clicked.connect(self.promoted)
        self.excel.clicked.connect(self.excel_asked)
        self.letter.clicked.connect(self.letter_asked)

    def _choose_stage(self, action: QAction) -> None:
        self.stage_chosen.emit(Stage(str(action.data())))
