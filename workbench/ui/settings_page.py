"""What the user and the office can set: the look, the sender of letters, and copies."""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QPushButton,
    QSpinBox,
    QWidget,
)

from workbench.store.backups import Backup
from workbench.ui.calm_combo import CalmCombo
from workbench.ui.letterhead_card import LetterheadCard
from workbench.ui.moments import write_moment, write_size
from workbench.ui.page import frame_page
from workbench.ui.preferences import keep_preferences, load_preferences
from workbench.ui.session import Session
from workbench.ui.text_keeper import TextKeeper
from workbench.ui.theme import set_look, theme
from workbench.ui.widgets.card import Card
from workbench.ui.widgets.date_edit import DateEdit
from workbench.ui.widgets.labelled_field import LabelledField
from workbench.ui.widgets.labels import muted
from workbench.ui.window_actions import STORES, Ask, WindowActions
from workbench.usecases.backups import list_backups, make_backup, restore_backup
from workbench.usecases.context import Change
from workbench.usecases.offices import change_office, office_values

_STEP = 10
_SMALLEST, _LARGEST = 100, 200
_LINES = frozenset({"visiting_address", "postal_address", "contact_details", "mandate"})
_ROLE = 256


class SettingsPage(QWidget):
    """Shows three cards: the look, this office, and copies of the store.

    Signals:
        told: Something worked; carries what, for a passing message.
    """

    told = Signal(str)

    def __init__(
        self, session: Session, actions: WindowActions, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._actions = actions
        self.scheme = CalmCombo()
        self.zoom = QSpinBox()
        self.valid_from = DateEdit()
        self.office: dict[str, QLineEdit | QPlainTextEdit] = {}
        self._keepers: dict[str, TextKeeper] = {}
        self._office_fields: dict[str, LabelledField] = {}
        self.copies = QListWidget()
        self.make_copy = QPushButton(self.tr("Nu een reservekopie maken"))
        self.put_back = QPushButton(self.tr("Gekozen kopie terugzetten …"))
        self.other_copy = QPushButton(self.tr("Een ander bestand terugzetten …"))
        frame = frame_page(self, self.tr("Instellingen"))
        frame.content.addWidget(self._look_card())
        frame.content.addWidget(self._office_card())
        self.letterhead = LetterheadCard(session, actions, self._day)
        self.letterhead.told.connect(self.told)
        frame.content.addWidget(self.letterhead)
        frame.content.addWidget(self._copies_card())
        frame.content.addStretch()
        session.changed.connect(self._follow)
        self.reload()

    def reload(self) -> None:
        """Show what holds now, without announcing anything."""
        self.letterhead.reload()
        for value in self._session.read(office_values, self._day()):
            self._keepers[value.key].show_text(value.text)
            self._office_fields[value.key].setToolTip(value.note)
        self._show_copies()

    def _day(self) -> date:
        return self.valid_from.day or self._session.context.today()

    def _look_card(self) -> Card:
        card = Card(self.tr("Weergave"))
        kept = load_preferences()
        choices = [
            ("system", self.tr("Zoals het systeem")),
            ("light", self.tr("Licht")),
            ("dark", self.tr("Donker")),
        ]
        self.scheme.show_choices(choices, kept.scheme)
        self.zoom.setRange(_SMALLEST, _LARGEST)
        self.zoom.setSingleStep(_STEP)
        self.zoom.setSuffix(" %")
        self.zoom.setValue(kept.zoom)
        self.scheme.activated.connect(self._set_scheme)
        self.zoom.editingFinished.connect(self._set_zoom)
        row = QHBoxLayout()
        row.addWidget(LabelledField(self.tr("Kleuren"), self.scheme))
        row.addWidget(LabelledField(self.tr("Grootte van letters en knoppen"), self.zoom))
        row.addStretch(1)
        card.content.addLayout(row)
        return card

    def _set_scheme(self) -> None:
        scheme = str(self.scheme.value)
        keep_preferences(scheme=scheme)
        theme().set_scheme(scheme)

    def _set_zoom(self) -> None:
        keep_preferences(zoom=self.zoom.value())
        theme().set_zoom(self.zoom.value())

    def _office_card(self) -> Card:
        card = Card(self.tr("Dit kantoor op brieven"))
        card.content.addWidget(
            muted(
                self.tr(
                    "Wat u hier invult, geldt vanaf de dag hieronder. Brieven van eerdere"
                    " dagen houden hun eigen gegevens."
                )
            )
        )
        today = self._session.context.today()
        self.valid_from.show_day(today)
        self.valid_from.committed.connect(lambda _day: self.reload())
        card.content.addWidget(LabelledField(self.tr("Geldt vanaf"), self.valid_from))
        for value in self._session.read(office_values, today):
            field = QPlainTextEdit() if value.key in _LINES else QLineEdit()
            self.office[value.key] = field
            labelled = LabelledField(value.label, field, explanation=value.note)
            self._office_fields[value.key] = labelled
            self._keep_typed(value.key, field)
            card.content.addWidget(labelled)
        return card

    def _keep_typed(self, key: str, field: QLineEdit | QPlainTextEdit) -> None:
        if isinstance(field, QPlainTextEdit):
            field.setTabChangesFocus(True)
            field.setFixedHeight(theme().scaled(70))
        keeper = TextKeeper(field)
        keeper.settled.connect(partial(self._change_office, key))
        self._keepers[key] = keeper

    def _change_office(self, key: str, text: str) -> None:
        day = self.valid_from.day or self._session.context.today()
        shown = {one.key: one.text for one in self._session.read(office_values, day)}
        if shown[key] != text.strip():
            self._session.run(change_office, key, text.strip(), day)

    def _copies_card(self) -> Card:
        card = Card(self.tr("Reservekopieën"))
        folder = self._session.context.backups
        words = self.tr(
            "Elke dag maakt de werkbank één kopie; elke kopie wordt nagekeken. Bewaard"
            " blijven de 10 nieuwste, één per dag (14 dagen) en één per maand (12 maanden)."
            " Map: {folder}"
        )
        card.content.addWidget(muted(words.format(folder=folder)))
        self.copies.setAccessibleName(self.tr("Reservekopieën"))
        self.copies.setMinimumHeight(theme().scaled(140))
        self.copies.currentRowChanged.connect(
            lambda row: self.put_back.setEnabled(row >= 0)
        )
        card.content.addWidget(self.copies)
        row = QHBoxLayout()
        set_look(self.put_back, "danger")
        self.make_copy.clicked.connect(self._make_copy)
        self.put_back.clicked.connect(self._put_chosen_back)
        self.other_copy.clicked.connect(self._put_other_back)
        for button in (self.make_copy, self.put_back, self.other_copy):
            row.addWidget(button)
        row.addStretch(1)
        card.content.addLayout(row)
        return card

    def _show_copies(self) -> None:
        self.copies.clear()
        for backup in self._session.read(list_backups):
            item = QListWidgetItem(self._describe(backup))
            item.setData(_ROLE, str(backup.path))
            self.copies.addItem(item)
        self.put_back.setEnabled(False)

    def _describe(self, backup: Backup) -> str:
        words = f"{write_moment(backup.made_at)} · {write_size(backup.size)}"
        return (
            self.tr("{words} · vóór een nieuwe versie").format(words=words)
            if (backup.is_kept)
            else words
        )

    def _make_copy(self) -> None:
        path = self._session.run(make_backup)
        if path is not None:
            self._show_copies()
            self.told.emit(
                self.tr("Reservekopie gemaakt en nagekeken: {name}").format(name=path.name)
            )

    def _put_chosen_back(self) -> None:
        item = self.copies.currentItem()
        if item is not None:
            self._put_back(Path(str(item.data(_ROLE))))

    def _put_other_back(self) -> None:
        title = self.tr("Reservekopie kiezen")
        path = self._actions.ask_open(self, title, STORES)
        if path is not None:
            self._put_back(path)

    def _put_back(self, path: Path) -> None:
        ask = Ask(
            title=self.tr("Deze kopie terugzetten?"),
            text=self.tr(
                "De dossiers worden zoals in {name}. Het bestand van nu blijft ernaast"
                " bewaard, onder een andere naam."
            ).format(name=path.name),
            yes=self.tr("Terugzetten"),
        )
        if not self._actions.confirm(self, ask):
            return
        if self._session.run(restore_backup, path, self._session.adopt) is not None:
            self.told.emit(self.tr("Reservekopie teruggezet"))

    def _follow(self, change: Change) -> None:
        if change.everything:
            self.reload()
