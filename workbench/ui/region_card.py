"""What is known of the regions of a case: profile, fitting chances, contacts, hubs."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from workbench.domain.notation import write_date
from workbench.ui.page import clear_layout
from workbench.ui.session import Session
from workbench.ui.theme import set_look
from workbench.ui.widgets.card import Card
from workbench.ui.widgets.labels import body, heading, muted
from workbench.usecases.record_words import region_names
from workbench.usecases.regions import RegionView, view_regions

_MOST = 5


class RegionCard(Card):
    """Shows what the instruments say of the provinces of a case.

    Signals:
        wanted: A record is asked for, as "record:opportunities/ID".
    """

    wanted = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.set_title(self.tr("Regio"))
        self._session = session
        self._rows = QVBoxLayout()
        self._rows.setSpacing(5)
        self.content.addLayout(self._rows)
        self.buttons: list[QPushButton] = []
        self._shown: RegionView | None = None

    def show_case(self, case_id: str, province: str | None = None) -> None:
        """Show the regions of a case, or one province only."""
        chosen = (province,) if province else ()
        view = self._session.read(view_regions, case_id, chosen)
        if view == self._shown:
            return
        self._shown = view
        self.buttons = []
        clear_layout(self._rows)
        self._show_profiles(view)
        self._show_matches(view)
        self._show_people(view)

    def _show_profiles(self, view: RegionView) -> None:
        self._rows.addWidget(heading(self.tr("Profiel en ambitie")))
        names = self._session.read(region_names)
        for one in view.profiles[:_MOST]:
            region = one.text("region")
            given = one.values["given_on"]
            words = self.tr("{region}, {day} ({source})").format(
                region=names.get(region, region),
                day=write_date(given),  # type: ignore[arg-type]  # a date by its kind
                source=one.text("source"),
            )
            self._link(words, f"record:profiles/{one.id}")
            said = one.text("qualities") or one.text("ambitions")
            if said:
                self._rows.addWidget(body(said))
        if view.without_profile:
            words = self.tr(
                "Nog geen profiel van {names}: de vergelijking van locaties is onvolledig."
            )
            names_of = ", ".join(view.without_profile)
            self._rows.addWidget(muted(words.format(names=names_of)))

    def _show_matches(self, view: RegionView) -> None:
        self._rows.addWidget(heading(self.tr("Passende kansen, behoeften en opgaven")))
        for match in view.matches[:_MOST]:
            record = match.record
            self._link(record.text("title"), f"record:opportunities/{record.id}")
            self._rows.addWidget(muted("; ".join(match.reasons)))
        if not view.matches:
            self._rows.addWidget(muted(self.tr("Geen bekend.")))

    def _show_people(self, view: RegionView) -> None:
        self._rows.addWidget(heading(self.tr("Netwerken en rijkshubs")))
        told = [
            f"{name}: {contact or self.tr('contact onbekend')}"
            for name, contact in view.contacts
        ]
        told += [
            self.tr("{name} (rijkshub, nooit een standplaats)").format(name=hub.name)
            for hub in view.hubs
        ]
        self._rows.addWidget(muted("\n".join(told) or self.tr("Geen bekend.")))

    def _link(self, words: str, target: str) -> None:
        button = QPushButton(words)
        set_look(button, "link")
        button.setToolTip(words)
        button.setMinimumWidth(1)  # long titles never widen the column
        button.clicked.connect(lambda: self.wanted.emit(target))
        self.buttons.append(button)
        self._rows.addWidget(button)
