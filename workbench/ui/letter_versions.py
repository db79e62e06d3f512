"""The draft and the sealed letters of a case, and what one can do with each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from workbench.domain.finding import LetterKind
from workbench.domain.letter import LetterRecord
from workbench.domain.notation import write_date
from workbench.letters.texts import LetterText
from workbench.ui.calm_combo import CalmCombo, Choice
from workbench.ui.flow_row import FlowRow
from workbench.ui.icons import put_icon
from workbench.ui.letter_drawing import write_verdict
from workbench.ui.theme import set_look

DRAFT = ""


def kind_choices(kinds: Sequence[LetterText], *, has_case: bool) -> list[Choice]:
    """Return the choices of a kind; of a case the letter that follows comes first."""
    words = "Advies of voorstel dat uit de toets volgt"
    follows = QCoreApplication.translate("letter_versions", words)
    first: list[Choice] = [(None, follows)] if has_case else []
    return [*first, *((one.kind, one.title) for one in kinds if not one.follows)]


def of_kind(
    records: Sequence[LetterRecord],
    kind: LetterKind | None,
    texts: Mapping[LetterKind, LetterText],
) -> list[LetterRecord]:
    """Return the letters of a kind; without one, those that follow from a case."""
    if kind is None:
        return [one for one in records if texts[one.kind].follows]
    return [one for one in records if one.kind is kind]


class LetterVersions(QWidget):
    """A choice between the draft and the sealed letters, with their buttons.

    Signals:
        chosen: Id of a sealed letter, or `DRAFT`.
        seal_wanted: The draft is to be sealed.
        save_wanted: What is shown is to be kept as a file.
        open_wanted: What is shown is to be opened in another program.
        new_wanted: A new version of the shown sealed letter is to begin.
        compare_wanted: Two versions are to be shown beside each other.
        kind_chosen: A `LetterKind`, or `None` for the letter that follows from the case.
    """

    kind_chosen = Signal(object)
    compare_wanted = Signal()

    chosen = Signal(str)
    seal_wanted = Signal()
    save_wanted = Signal()
    open_wanted = Signal()
    new_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind = CalmCombo()
        self.choice = CalmCombo()
        self.compare = QPushButton(self.tr("Vergelijken …"))
        self.send = QPushButton(self.tr("Voor commentaar …"))
        self.take = QPushButton(self.tr("Reactie inlezen …"))
        self.seal = QPushButton(self.tr("Vaststellen…"))
        self.save = QPushButton(self.tr("PDF bewaren als…"))
        self.open = QPushButton(self.tr("Openen"))
        self.begin = QPushButton(self.tr("Nieuwe versie"))
        self.proof = QLabel()
        self._build()
        self.choice.activated.connect(
            lambda: self.chosen.emit(str(self.choice.value or ""))
        )
        self.kind.activated.connect(lambda: self.kind_chosen.emit(self.kind.value))
        self.compare.clicked.connect(self.compare_wanted)
        self.seal.clicked.connect(self.seal_wanted)
        self.save.clicked.connect(self.save_wanted)
        self.open.clicked.connect(self.open_wanted)
        self.begin.clicked.connect(self.new_wanted)

    def show_kinds(self, kinds: list[Choice], shown: object) -> None:
        """Offer the kinds of letter; a single one needs no choice."""
        self.kind.show_choices(kinds, shown)
        self.kind.setVisible(len(kinds) > 1)

    def show_versions(
        self, records: list[LetterRecord], shown: str, *, has_draft: bool, is_ready: bool
    ) -> None:
        """Show the versions; `shown` is the one on the screen."""
        sealed = [record for record in records if record.is_sealed]
        drafts: list[Choice] = [(DRAFT, self.tr("Concept"))] if has_draft else []
        choices = [*drafts, *((record.id, self._line(record)) for record in sealed)]
        self.choice.show_choices(choices, shown)
        self.choice.setVisible(bool(sealed))
        record = next((one for one in sealed if one.id == shown), None)
        has_page = has_draft or record is not None
        self.seal.setVisible(record is None and has_draft)
        self.seal.setEnabled(is_ready)
        why = self.tr("Eerst is nog nodig wat hieronder staat.")
        self.seal.setToolTip("" if is_ready else why)
        self.seal.setAccessibleDescription("" if is_ready else why)
        self.save.setEnabled(has_page)
        self.open.setEnabled(has_page)
        self.compare.setVisible(bool(sealed))
        self.send.setVisible(record is None and has_draft)
        self.take.setVisible(record is None and has_draft)
        has_open = any(not one.is_sealed for one in records)
        self.begin.setVisible(record is not None and not has_open)
        self.proof.setText(self._proof(record) if record else "")
        self.proof.setVisible(record is not None)

    def _build(self) -> None:
        self.kind.setAccessibleName(self.tr("Soort brief"))
        self.choice.setAccessibleName(self.tr("Versie van de brief"))
        put_icon(self.compare, "copy", "accent")
        put_icon(self.send, "upload", "accent")
        put_icon(self.take, "download", "accent")
        self.send.setToolTip(self.tr("Als odt of docx, voor opmerkingen en wijzigingen"))
        set_look(self.seal, "primary")
        set_look(self.proof, "small")
        self.proof.setWordWrap(True)
        self.proof.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        put_icon(self.seal, "check", "on_primary")
        put_icon(self.save, "save", "accent")
        put_icon(self.open, "file-text", "accent")
        put_icon(self.begin, "plus", "accent")
        row = FlowRow()
        for button in (
            self.seal,
            self.begin,
            self.save,
            self.open,
            self.compare,
            self.send,
            self.take,
        ):
            row.add(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 8, 16, 4)
        layout.addWidget(self.kind)
        layout.addWidget(self.choice)
        layout.addWidget(row)
        layout.addWidget(self.proof)

    def _line(self, record: LetterRecord) -> str:
        words = self.tr("Versie {version} · {number} · {day} · SHA-256 {short}…")
        return words.format(
            version=record.version,
            number=record.number,
            day=write_date(record.written_on),
            short=record.file[:8],
        )

    def _proof(self, record: LetterRecord) -> str:
        words = self.tr(
            "Vastgesteld als {number} op {day} door {signatory}. Controle op PDF/A en "
            "PDF/UA-1: {checked}. SHA-256: {sha256}"
        )
        return words.format(
            number=record.number,
            day=write_date(record.written_on),
            signatory=record.signatory,
            checked=write_verdict(record.checked),
            sha256=record.file,
        )
