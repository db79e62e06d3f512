"""Asks with what a letter is signed: a file with a key, or a card."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from workbench.ui.calm_combo import CalmCombo
from workbench.ui.theme import set_look, theme
from workbench.ui.widgets.labelled_field import LabelledField
from workbench.ui.widgets.labels import body
from workbench.ui.window_actions import KEYS, WindowActions

FILE, TOKEN = "file", "token"


def tr(text: str) -> str:
    """Return `text` in the user's language."""
    return QCoreApplication.translate("signing_dialog", text)


@dataclass(frozen=True, slots=True, kw_only=True)
class SignWith:
    """What the user chose; the secret is nowhere kept.

    Attributes:
        path: Of the file with the key, or of the library of the card.
        token: Name of the card; empty for a file.
    """

    path: Path
    secret: str
    token: str = ""


class SigningDialog(QDialog):
    """Keeps nothing of what is typed.

    Signals:
        confirmed: A `SignWith`.
    """

    confirmed = Signal(object)

    def __init__(self, actions: WindowActions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Brief ondertekenen"))
        self._actions = actions
        self.means = CalmCombo()
        self.means.show_choices(
            [(FILE, tr("Certificaatbestand (.p12, .pfx)")), (TOKEN, tr("Kaart of token"))],
            FILE,
        )
        self.path = QLineEdit()
        self.choose = QPushButton(tr("Bestand kiezen …"))
        self.token = QLineEdit()
        self.secret = QLineEdit()
        self.secret.setEchoMode(QLineEdit.EchoMode.Password)
        self.sign = QPushButton(tr("Ondertekenen"))
        self._path_field = LabelledField("", self.path)
        self._token_field = LabelledField(tr("Naam van de kaart"), self.token)
        self._secret_field = LabelledField("", self.secret)
        self._build()
        self._follow()

    def _build(self) -> None:
        words = tr(
            "Dit wordt een geavanceerde elektronische handtekening. Er gaat niets over het"
            " netwerk, en het wachtwoord wordt nergens bewaard. De vastgestelde brief"
            " blijft zoals hij is; de ondertekende is een tweede bestand."
        )
        cancel = QPushButton(tr("Annuleren"))
        set_look(self.sign, "primary")
        self.sign.setDefault(True)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(cancel)
        row.addWidget(self.sign)
        place = QHBoxLayout()
        place.addWidget(self._path_field, 1)
        place.addWidget(self.choose, 0, Qt.AlignmentFlag.AlignBottom)
        column = QVBoxLayout(self)
        column.addWidget(body(words))
        column.addWidget(LabelledField(tr("Ondertekenen met"), self.means))
        column.addLayout(place)
        column.addWidget(self._token_field)
        column.addWidget(self._secret_field)
        column.addLayout(row)
        self.setMinimumWidth(theme().scaled(480))
        self.means.activated.connect(lambda _at: self._follow())
        self.choose.clicked.connect(self._choose)
        cancel.clicked.connect(self.reject)
        self.sign.clicked.connect(self._confirm)

    def _follow(self) -> None:
        is_card = self.means.value == TOKEN
        self._path_field.set_label(
            tr("Bibliotheek van de kaart (.dll, .so)") if is_card else tr("Bestand")
        )
        self._secret_field.set_label(tr("Pincode") if is_card else tr("Wachtwoord"))
        self._token_field.setVisible(is_card)

    def _choose(self) -> None:
        path = self._actions.ask_open(self, tr("Bestand kiezen"), KEYS)
        if path is not None:
            self.path.setText(str(path))

    def _confirm(self) -> None:
        if not self.path.text().strip():
            self.path.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        is_card = self.means.value == TOKEN
        chosen = SignWith(
            path=Path(self.path.text().strip()),
            secret=self.secret.text(),
            token=self.token.text().strip() if is_card else "",
        )
        self.secret.clear()
        self.accept()
        self.confirmed.emit(chosen)
