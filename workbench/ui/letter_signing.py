"""Leads from a sealed letter to a signed one, and from any PDF to its signatures."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from workbench.domain.letter import LetterRecord
from workbench.letters.signing import (
    SignatureFound,
    describe,
    sign_with_file,
    sign_with_token,
)
from workbench.ui.session import Session
from workbench.ui.signing_dialog import SigningDialog, SignWith
from workbench.ui.widgets.chip import Kind
from workbench.ui.window_actions import CERTIFICATES, LETTERS, Ask, WindowActions
from workbench.usecases.letters import read_sealed
from workbench.usecases.saving import read_bytes
from workbench.usecases.signing import check_signatures, keep_signed


class LetterSigning(QObject):
    """Asks, signs or checks aside, and says what came of it.

    Signals:
        told: How to say it (`Kind`) and the words.
    """

    told = Signal(object, str)

    def __init__(self, session: Session, actions: WindowActions, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._actions = actions
        self._over = parent
        self.dialog: SigningDialog | None = None

    def ask(self, record: LetterRecord) -> None:
        """Ask with what this letter is signed."""
        self.dialog = SigningDialog(self._actions, self._over)
        self.dialog.confirmed.connect(partial(self._sign, record))
        self.dialog.open()

    def check(self) -> None:
        """Ask which PDF is to be checked, and against which root."""
        path = self._actions.ask_open(self._over, self.tr("PDF kiezen"), LETTERS)
        if path is None:
            return
        wants_root = Ask(
            title=self.tr("Een wortelcertificaat kiezen?"),
            text=self.tr(
                "Daarmee gaat de werkbank na of de handtekening te vertrouwen is."
            ),
            yes=self.tr("Kiezen …"),
            no=self.tr("Zonder"),
        )
        root = None
        if self._actions.confirm(self._over, wants_root):
            title = self.tr("Wortelcertificaat kiezen")
            root = self._actions.ask_open(self._over, title, CERTIFICATES)
        self._session.jobs.start(
            lambda: check_signatures(path, root),
            partial(self._tell, path.name),
            title=self.tr("Handtekening nagaan"),
        )

    def _sign(self, record: LetterRecord, means: SignWith) -> None:
        found = self._session.run(read_sealed, record.id)
        if found is None:
            return
        pdf, now = found[1], self._session.context.now()

        def work() -> bytes:
            if means.token:
                return sign_with_token(pdf, means.path, means.token, means.secret, now)
            return sign_with_file(pdf, read_bytes(means.path), means.secret, now)

        title = self.tr("Ondertekenen")
        self._session.jobs.start(work, partial(self._keep, record), title=title)

    def _keep(self, record: LetterRecord, signed: bytes) -> None:
        title = self.tr("Ondertekende brief bewaren")
        name = f"{record.number}-ondertekend.pdf"
        path = self._actions.ask_save(self._over, title, name, LETTERS)
        kept = path and self._session.run(keep_signed, record, signed, path)
        if kept:
            words = self.tr("De ondertekende brief staat in {path}.")
            self.told.emit(Kind.GOOD, words.format(path=kept[0]))

    def _tell(self, name: str, found: list[SignatureFound]) -> None:
        if not found:
            words = self.tr("{name} heeft geen handtekening.").format(name=name)
            self.told.emit(Kind.ATTENTION, words)
            return
        is_good = all(one.is_intact and one.covers_all for one in found)
        kind = Kind.GOOD if is_good else Kind.FAULT
        self.told.emit(kind, "\n".join([f"{name}:", *describe(found)]))
