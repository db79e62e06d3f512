"""Asks what leaves a letter before it is public: blocks with a ground, and names."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from workbench.domain.letter import BlockKind
from workbench.letters.public_version import GROUNDS, Passage, Redaction
from workbench.ui.calm_combo import CalmCombo
from workbench.ui.theme import set_look, theme
from workbench.ui.widgets.card import Card, Note
from workbench.ui.widgets.chip import Chip, Kind
from workbench.ui.widgets.labelled_field import LabelledField
from workbench.ui.widgets.labels import body
from workbench.usecases.publishing import Publishable

_LONGEST = 110


def tr(text: str) -> str:
    """Return `text` in the user's language."""
    return QCoreApplication.translate("public_dialog", text)


class PublicDialog(QDialog):
    """Nothing is left out by itself: the user chooses, the program removes.

    Signals:
        confirmed: A `Redaction`.
    """

    confirmed = Signal(object)

    def __init__(self, found: Publishable, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Openbare versie maken"))
        self.names: dict[str, QCheckBox] = {}
        self.blocks: dict[str, tuple[QCheckBox, CalmCombo]] = {}
        self.name = QLineEdit()
        self.add = QPushButton(tr("Naam toevoegen"))
        self.make = QPushButton(tr("Openbare versie maken"))
        self._names = QVBoxLayout()
        self._build(found)
        for name in found.names:
            self._add_name(name, is_chosen=False)
        self.add.clicked.connect(self._take_name)
        self.name.returnPressed.connect(self._take_name)
        self.make.clicked.connect(self._confirm)

    @property
    def redaction(self) -> Redaction:
        """What is chosen now."""
        return Redaction(
            names=tuple(name for name, box in self.names.items() if box.isChecked()),
            blocks={
                key: str(ground.value)
                for key, (box, ground) in self.blocks.items()
                if box.isChecked()
            },
        )

    def _build(self, found: Publishable) -> None:
        inside = QWidget()
        inside.setObjectName("page")
        column = QVBoxLayout(inside)
        column.addWidget(self._names_card())
        column.addWidget(self._blocks_card(found.passages))
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidget(inside)
        set_look(self.make, "primary")
        cancel = QPushButton(tr("Annuleren"))
        cancel.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(cancel)
        row.addWidget(self.make)
        layout = QVBoxLayout(self)
        words = tr(
            "Wat u weglaat, zit niet meer in het nieuwe bestand: niet in de tekst, niet"
            " eronder en niet in de metagegevens. De vastgestelde brief blijft zoals hij"
            " is."
        )
        layout.addWidget(body(words))
        layout.addWidget(scroll, 1)
        layout.addLayout(row)
        self.resize(theme().scaled(860), theme().scaled(640))

    def _names_card(self) -> Card:
        card = Card(tr("Namen van personen"))
        card.content.addWidget(
            body(tr("Ook in zinnen en tabellen wordt de naam vervangen."))
        )
        card.content.addLayout(self._names)
        row = QHBoxLayout()
        field = LabelledField(tr("Een andere naam in de brief"), self.name)
        row.addWidget(field, 1)
        row.addWidget(self.add, 0, Qt.AlignmentFlag.AlignBottom)
        card.content.addLayout(row)
        return card

    def _blocks_card(self, passages: tuple[Passage, ...]) -> Card:
        card = Card(tr("Onderdelen"))
        note = Note(Kind.INFO, parent=card)
        words = tr(
            "Feiten, prognoses, alternatieven en gevolgen zijn geen persoonlijke"
            " beleidsopvatting (Woo, artikel 5.2). Alleen een opvatting kan dat zijn."
        )
        card.content.addWidget(note)
        note.show_note(Kind.INFO, words)
        grid = QGridLayout()
        grid.setColumnStretch(0, 1)
        for row, one in enumerate(passages):
            self._add_block(grid, row, one)
        card.content.addLayout(grid)
        return card

    def _add_block(self, grid: QGridLayout, row: int, passage: Passage) -> None:
        text = " ".join(passage.text.split())
        short = text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
        box = QCheckBox()
        box.setAccessibleName(tr("Weglaten: {text}").format(text=short))
        box.setToolTip(text)
        ground = CalmCombo()
        ground.setAccessibleName(tr("Grond voor: {text}").format(text=short))
        is_view = passage.kind is BlockKind.VIEW
        offered = GROUNDS if is_view else GROUNDS[:-1]
        ground.show_choices([(one, one) for one in offered], offered[-1 if is_view else 0])
        ground.setEnabled(False)
        box.toggled.connect(ground.setEnabled)
        chip = Chip()
        chip.show_status(str(passage.kind), Kind.ATTENTION if is_view else Kind.NEUTRAL)
        line = QHBoxLayout()
        line.addWidget(box)
        line.addWidget(body(short), 1)
        grid.addLayout(line, row, 0)
        grid.addWidget(chip, row, 1)
        grid.addWidget(ground, row, 2)
        self.blocks[passage.key] = (box, ground)

    def _take_name(self) -> None:
        name = " ".join(self.name.text().split())
        if name:
            self._add_name(name, is_chosen=True)
            self.name.clear()

    def _add_name(self, name: str, *, is_chosen: bool) -> None:
        if name not in self.names:
            box = QCheckBox(name)
            self.names[name] = box
            self._names.addWidget(box)
        self.names[name].setChecked(is_chosen)

    def _confirm(self) -> None:
        redaction = self.redaction
        self.accept()
        self.confirmed.emit(redaction)
