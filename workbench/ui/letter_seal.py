"""Asks for the data under the letter before it is sealed for good."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from workbench.ui.field_line import FieldLine
from workbench.ui.field_values import FieldKind, FieldSpec
from workbench.ui.theme import set_look, theme
from workbench.ui.widgets.card import Note
from workbench.ui.widgets.chip import Kind
from workbench.ui.widgets.labels import body
from workbench.usecases.sealing import Adoption


def tr(text: str) -> str:
    """Return `text` in the user's language."""
    return QCoreApplication.translate("letter_seal", text)


class LetterSeal(QDialog):
    """Shows number, date and signatory with what is still to be confirmed about them.

    Signals:
        confirmed: The `Adoption` the user agrees with.
    """

    confirmed = Signal(object)

    def __init__(
        self,
        proposal: Adoption,
        notes: Mapping[str, str],
        name: str,
        parent: QWidget | None = None,
        *,
        count: int = 1,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        words = tr("{count} brieven vaststellen") if count > 1 else tr("Brief vaststellen")
        self.setWindowTitle(words.format(count=count))
        self._values: dict[str, object] = {
            "number": proposal.number,
            "written_on": proposal.written_on,
            "minister": proposal.minister,
            "signatory": proposal.signatory,
        }
        self.lines = {spec.name: FieldLine(spec) for spec in _specs(notes)}
        self.receipt = QCheckBox(tr("De brief draagt een ontvangstbewijs (PDF/A-3a)"))
        self.receipt.setToolTip(
            tr(
                "Een bijlage in de PDF met de feiten, antwoorden en bevindingen waarop de"
                " brief rust. Wie de brief krijgt, kan die bijlage lezen."
            )
        )
        self.signature = QCheckBox(tr("Plaats voor een elektronische handtekening"))
        self.seal = QPushButton(tr("Vaststellen"))
        self.cancel = QPushButton(tr("Annuleren"))
        self._build(name)
        self.lines["number"].setVisible(count == 1)
        self.receipt.setVisible(count == 1)
        for field, line in self.lines.items():
            line.show_value(self._values[field])
            line.filled.connect(self._take)
        self.seal.clicked.connect(self._confirm)
        self.cancel.clicked.connect(self.reject)

    def _build(self, name: str) -> None:
        layout = QVBoxLayout(self)
        layout.setSpacing(theme().scaled(10))
        words = tr(
            "Na vaststellen verandert {name} niet meer. De PDF wordt bewaard met een "
            "SHA-256 en een bewijs van alle gegevens en regels waarop zij rust. Wijzigt er "
            "later iets, dan maakt u een nieuwe versie die naar deze verwijst."
        )
        layout.addWidget(body(words.format(name=name)))
        for line in self.lines.values():
            layout.addWidget(line)
        layout.addWidget(self.receipt)
        layout.addWidget(self.signature)
        note = Note(Kind.ATTENTION, parent=self)
        layout.addWidget(note)
        note.show_note(Kind.ATTENTION, tr("Vaststellen kan niet ongedaan worden gemaakt."))
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.cancel)
        set_look(self.seal, "primary")
        self.seal.setDefault(True)
        row.addWidget(self.seal)
        layout.addLayout(row)
        self.setMinimumWidth(theme().scaled(460))

    def _take(self, name: str, value: object) -> None:
        self._values[name] = value

    def _confirm(self) -> None:
        for line in self.lines.values():
            line.settle()
        for name, line in self.lines.items():
            if line.fault or not self._values[name]:
                line.show_fault(line.fault or tr("Dit is nodig voor het vaststellen."))
                line.editor.setFocus(Qt.FocusReason.OtherFocusReason)
                return
        day = self._values["written_on"]
        assert day is not None
        self.accept()
        self.confirmed.emit(
            Adoption(
                number=str(self._values["number"]),
                written_on=day,  # type: ignore[arg-type]  # a date field holds a date
                minister=str(self._values["minister"]),
                signatory=str(self._values["signatory"]),
                carries_receipt=self.receipt.isChecked(),
                has_signature_field=self.signature.isChecked(),
            )
        )


def _specs(notes: Mapping[str, str]) -> tuple[FieldSpec, ...]:
    def hint(name: str) -> str:
        return (
            tr("Te bevestigen: {note}.").format(note=notes[name]) if notes.get(name) else ""
        )

    return (
        FieldSpec(name="number", label=tr("Ons kenmerk")),
        FieldSpec(name="written_on", label=tr("Datum van de brief"), kind=FieldKind.DATE),
        FieldSpec(
            name="minister", label=tr("Functie van de ondertekenaar"), hint=hint("minister")
        ),
        FieldSpec(
            name="signatory", label=tr("Naam van de ondertekenaar"), hint=hint("signatory")
        ),
    )
