"""Shows two versions of a letter beside each other, with the words that differ."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from workbench.domain.letter import Letter, LetterRecord
from workbench.domain.notation import write_date
from workbench.letters.comparing import Pair, compare_letters
from workbench.letters.differences import Change, Run
from workbench.ui.calm_combo import CalmCombo
from workbench.ui.letter_runs import runs_html, runs_words
from workbench.ui.session import Session
from workbench.ui.theme import theme
from workbench.ui.widgets.labelled_field import LabelledField
from workbench.ui.widgets.labels import heading, small
from workbench.usecases.letters import Draft
from workbench.usecases.touched import letter_of


def tr(text: str) -> str:
    """Return `text` in the user's language."""
    return QCoreApplication.translate("letter_compare", text)


class LetterCompare(QDialog):
    """Two choices on top, rows below; what is the same can be left out."""

    def __init__(
        self,
        session: Session,
        records: Sequence[LetterRecord],
        draft: Draft | None,
        shown: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Versies vergelijken"))
        self._letters: dict[str, Letter] = {}
        names: list[tuple[object, str]] = []
        if draft is not None:
            self._letters[""] = draft.letter
            names.append(("", tr("Concept zoals het nu zou zijn")))
        for record in records:
            letter = session.read(letter_of, record) if record.is_sealed else None
            if letter is not None:
                self._letters[record.id] = letter
                names.append((record.id, _name(record)))
        self.left, self.right = CalmCombo(), CalmCombo()
        self.only = QCheckBox(tr("Alleen wat verschilt"))
        self.only.setChecked(True)
        self.count = small("")
        self._rows = QWidget()
        self._scroll = QScrollArea()
        self._build()
        sealed = [key for key in self._letters if key]
        old = shown if shown in sealed else (sealed[0] if sealed else "")
        new = "" if "" in self._letters else (sealed[0] if sealed else "")
        self.left.show_choices(names, old)
        self.right.show_choices(names, new)
        for choice in (self.left, self.right):
            choice.activated.connect(lambda _at: self.show_pairs())
        self.only.toggled.connect(lambda _on: self.show_pairs())
        self.show_pairs()

    @property
    def pairs(self) -> list[Pair]:
        """The rows as they are compared now."""
        left = self._letters.get(str(self.left.value or ""))
        right = self._letters.get(str(self.right.value or ""))
        return compare_letters(left, right) if left and right else []

    def show_pairs(self) -> None:
        """Compare again."""
        pairs = self.pairs
        different = [one for one in pairs if one.change is not Change.SAME]
        words = tr("{count} van {all} alinea's verschillen.")
        self.count.setText(words.format(count=len(different), all=len(pairs)))
        rows = QWidget()
        rows.setObjectName("page")
        grid = QGridLayout(rows)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        grid.addWidget(heading(self.left.currentText()), 0, 0)
        grid.addWidget(heading(self.right.currentText()), 0, 1)
        for row, pair in enumerate(different if self.only.isChecked() else pairs, start=1):
            left, right = _sides(pair)
            grid.addWidget(left, row, 0)
            grid.addWidget(right, row, 1)
        grid.setRowStretch(len(pairs) + 1, 1)
        self._scroll.setWidget(rows)

    def _build(self) -> None:
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        choices = QHBoxLayout()
        choices.addWidget(LabelledField(tr("Links"), self.left), 1)
        choices.addWidget(LabelledField(tr("Rechts"), self.right), 1)
        foot = QHBoxLayout()
        close = QPushButton(tr("Sluiten"))
        close.clicked.connect(self.close)
        foot.addWidget(self.only)
        foot.addWidget(self.count, 1)
        foot.addWidget(close)
        column = QVBoxLayout(self)
        column.addLayout(choices)
        column.addWidget(self._scroll, 1)
        column.addLayout(foot)
        self.resize(theme().scaled(900), theme().scaled(620))


def _sides(pair: Pair) -> tuple[QLabel, QLabel]:
    if not pair.runs:
        runs = (
            (Run(change=pair.change, text=pair.left),),
            (Run(change=pair.change, text=pair.right),),
        )
        return _text(runs[0] if pair.left else ()), _text(runs[1] if pair.right else ())
    left = tuple(one for one in pair.runs if one.change is not Change.ADDED)
    right = tuple(one for one in pair.runs if one.change is not Change.REMOVED)
    return _text(left), _text(right)


def _text(runs: tuple[Run, ...]) -> QLabel:
    label = QLabel(runs_html(runs) or escape("—"))
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.RichText)
    label.setAlignment(Qt.AlignmentFlag.AlignTop)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    label.setAccessibleName(runs_words(runs) or tr("staat hier niet"))
    return label


def _name(record: LetterRecord) -> str:
    words = tr("Versie {version}: {number}, {day}")
    return words.format(
        version=record.version, number=record.number, day=write_date(record.written_on)
    )
