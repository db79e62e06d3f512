"""Tells about a bug of the program, and keeps a report without any field contents."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from workbench.ui.theme import set_look, theme
from workbench.ui.widgets.labels import Picture, body, heading, small
from workbench.ui.window_actions import TEXTS, WindowActions

_WIDTH = 560


class BugDialog(QDialog):
    """Says that it is the program's fault, what is safe, and where the report is."""

    def __init__(
        self,
        report: str,
        path: Path,
        actions: WindowActions | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._report = report
        self._path = path
        self._actions = actions or WindowActions()
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Fout in het programma"))
        self.text = QPlainTextEdit(report)
        self.keep = QPushButton(self.tr("Rapport bewaren …"))
        self.copy = QPushButton(self.tr("Rapport kopiëren"))
        self.closing = QPushButton(self.tr("Verder werken"))
        self._build()
        self.keep.clicked.connect(self._keep)
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self._report))
        self.closing.clicked.connect(self.accept)

    def _build(self) -> None:
        self.text.setReadOnly(True)
        self.text.setAccessibleName(self.tr("Rapport"))
        self.text.setTabChangesFocus(True)
        fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        fixed.setPointSizeF(self.font().pointSizeF() * 0.9)
        self.text.setFont(fixed)
        set_look(self.closing, "primary")
        self.closing.setDefault(True)
        head = QHBoxLayout()
        head.addWidget(Picture("circle-alert", "fault", size=24))
        head.addWidget(heading(self.tr("Er ging iets mis in het programma")), 1)
        words = self.tr(
            "Dit ligt niet aan u. Alles wat u daarvoor hebt ingevuld, is bewaard; alleen de"
            " laatste handeling is misschien niet uitgevoerd. Blijft het misgaan, start de"
            " werkbank dan opnieuw en geef het rapport aan de beheerder."
        )
        safe = self.tr(
            "Het rapport bevat geen gegevens uit uw dossiers. Het staat in {path}."
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(10)
        column.addLayout(head)
        column.addWidget(body(words))
        column.addWidget(self.text, 1)
        column.addWidget(small(safe.format(path=self._path)))
        buttons = QHBoxLayout()
        buttons.addWidget(self.keep)
        buttons.addWidget(self.copy)
        buttons.addStretch()
        buttons.addWidget(self.closing)
        column.addLayout(buttons)
        self.resize(theme().scaled(_WIDTH), theme().scaled(420))

    def _keep(self) -> None:
        title = self.tr("Rapport bewaren")
        target = self._actions.ask_save(self, title, self._path.name, TEXTS)
        if target is not None:
            target.write_text(self._report, encoding="utf-8")


def show_bug(report: str, path: Path) -> None:
    """Show the dialog over the window, without stopping what is under way."""
    parent = QApplication.activeWindow()
    already = [one for one in QApplication.topLevelWidgets() if isinstance(one, BugDialog)]
    if any(one.isVisible() for one in already):
        return  # a bug that repeats must not bury the screen under dialogs
    BugDialog(report, path, parent=parent).open()
