"""Asks the little that is known of a possible case; only the title is needed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from workbench.ui.theme import set_look, theme
from workbench.ui.widgets.labelled_field import LabelledField
from workbench.ui.widgets.labels import heading, muted
from workbench.usecases.cases import Signal


class NewSignalDialog(QDialog):
    """A small form; what is noted here is never typed again."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Nieuw signaal"))
        self.title = QLineEdit()
        self.service = QLineEdit()
        self.source = QLineEdit()
        self.intention = QPlainTextEdit()
        self.note = QPushButton(self.tr("Signaal noteren"))
        self.cancel = QPushButton(self.tr("Annuleren"))
        self._title_field = LabelledField(self.tr("Titel (verplicht)"), self.title)
        self._build()
        self.note.clicked.connect(self._check)
        self.cancel.clicked.connect(self.reject)

    def signal(self) -> Signal:
        """Return what was filled in."""
        return Signal(
            title=self.title.text().strip(),
            service=self.service.text().strip(),
            source=self.source.text().strip(),
            intention=self.intention.toPlainText().strip(),
        )

    def _build(self) -> None:
        self.intention.setTabChangesFocus(True)
        self.intention.setFixedHeight(theme().scaled(96))
        set_look(self.note, "primary")
        self.note.setDefault(True)
        intro = self.tr(
            "Een signaal is een mogelijke casus waarvan de omvang nog niet bekend hoeft te"
            " zijn. Met één toets (F4) maakt u er later een casus van."
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 18, 22, 16)
        column.setSpacing(12)
        column.addWidget(heading(self.tr("Nieuw signaal")))
        column.addWidget(muted(intro))
        column.addWidget(self._title_field)
        column.addWidget(LabelledField(self.tr("Dienst of onderdeel"), self.service))
        column.addWidget(
            LabelledField(
                self.tr("Bron"),
                self.source,
                explanation=self.tr("Waar het signaal vandaan komt."),
            )
        )
        column.addWidget(LabelledField(self.tr("Voornemen"), self.intention))
        buttons = QHBoxLayout()
        buttons.addStretch()
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.note)
        column.addLayout(buttons)
        self.resize(theme().scaled(540), self.sizeHint().height())

    def _check(self) -> None:
        if self.title.text().strip():
            self.accept()
            return
        self._title_field.set_error(self.tr("Geef het signaal een korte titel."))
        self.title.setFocus()
