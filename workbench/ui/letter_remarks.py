"""Remarks under a paragraph of a draft, and the dialog that asks for a new one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from workbench.domain.letter_remark import LetterRemark, RemarkKind
from workbench.domain.notation import write_date
from workbench.ui.calm_combo import CalmCombo
from workbench.ui.growing_edit import GrowingEdit
from workbench.ui.theme import set_look, theme
from workbench.ui.widgets.labelled_field import LabelledField
from workbench.ui.widgets.labels import body


def tr(text: str) -> str:
    """Return `text` in the user's language."""
    return QCoreApplication.translate("letter_remarks", text)


class RemarkLines(QWidget):
    """The open remarks on one paragraph; each is settled with its own button.

    Signals:
        settled: Id of a remark.
        accepted: Id of a proposed text that is taken over.
    """

    settled = Signal(str)
    accepted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.accepts: list[QPushButton] = []
        self.buttons: list[QPushButton] = []
        self._shown: tuple[LetterRemark, ...] = ()
        self._lines: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(12, 0, 0, 0)
        self._column.setSpacing(2)
        self.hide()

    def show_remarks(self, remarks: Sequence[LetterRemark]) -> None:
        """Show what is not settled yet."""
        wanted = tuple(one for one in remarks if one.settled_on is None)
        if wanted == self._shown:
            return
        self._shown = wanted
        for line in self._lines:
            line.hide()
            line.deleteLater()
        self.buttons, self.accepts = [], []
        self._lines = [self._make_line(one) for one in wanted]
        for line in self._lines:
            self._column.addWidget(line)
        self.setVisible(bool(wanted))

    def _make_line(self, remark: LetterRemark) -> QWidget:
        words = tr("{kind} van {author}, {day}: {text}").format(
            kind=str(remark.kind).capitalize(),
            author=remark.author,
            day=write_date(remark.made_on),
            text=remark.text,
        )
        settle = QPushButton(tr("Afdoen"))
        set_look(settle, "link")
        settle.setAccessibleName(tr("Afdoen: {text}").format(text=remark.text[:60]))
        settle.clicked.connect(lambda _=False: self.settled.emit(remark.id))
        self.buttons.append(settle)
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(body(words), 1)
        if remark.kind in (RemarkKind.PROPOSAL, RemarkKind.ADDITION):
            accept = QPushButton(tr("Overnemen"))
            set_look(accept, "link")
            name = tr("Overnemen: {text}").format(text=remark.text[:60])
            accept.setAccessibleName(name)
            accept.clicked.connect(lambda _=False: self.accepted.emit(remark.id))
            self.accepts.append(accept)
            row.addWidget(accept, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(settle, 0, Qt.AlignmentFlag.AlignTop)
        return line


class RemarkDialog(QDialog):
    """Asks what is to be said of a paragraph.

    Signals:
        written: A `RemarkKind` and the text.
    """

    written = Signal(object, str)

    def __init__(self, about: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Opmerking bij een alinea"))
        self.kind = CalmCombo()
        kinds = (RemarkKind.COMMENT, RemarkKind.QUESTION)
        self.kind.show_choices([(one, str(one).capitalize()) for one in kinds], kinds[0])
        self.text = GrowingEdit(fewest=3)
        self.keep = QPushButton(tr("Toevoegen"))
        cancel = QPushButton(tr("Annuleren"))
        set_look(self.keep, "primary")
        self.keep.setDefault(True)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(cancel)
        row.addWidget(self.keep)
        column = QVBoxLayout(self)
        column.addWidget(body(tr("Bij: {about}").format(about=about)))
        column.addWidget(LabelledField(tr("Soort"), self.kind))
        column.addWidget(LabelledField(tr("Wat is er te zeggen of te vragen?"), self.text))
        hint = tr("De brief wordt pas vastgesteld als elke opmerking is afgedaan.")
        column.addWidget(body(hint))
        column.addLayout(row)
        self.setMinimumWidth(theme().scaled(440))
        cancel.clicked.connect(self.reject)
        self.keep.clicked.connect(self._keep)

    def _keep(self) -> None:
        text = self.text.toPlainText().strip()
        if not text:
            self.text.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        kind = self.kind.value
        self.accept()
        self.written.emit(kind, text)
