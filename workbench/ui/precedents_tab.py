"""Earlier cases that are alike, and what would turn this one: to look at, never applied."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from workbench.ui.icons import put_icon
from workbench.ui.page import scrolling
from workbench.ui.rows_panel import Column, RowsPanel
from workbench.ui.session import Session
from workbench.ui.simple_table import SimpleTable
from workbench.ui.theme import set_look, theme
from workbench.ui.widgets.card import Card, Note
from workbench.ui.widgets.chip import Kind
from workbench.ui.widgets.labels import body, muted
from workbench.usecases.context import Change
from workbench.usecases.precedents import Likeness, find_precedents, find_turns


class PrecedentsTab(QWidget):
    """Lists cases that are alike with the differences, and the other side of the outcome.

    Signals:
        wanted: Another case is asked for, as "case:ID".
        wants: Where something is filled in at this case, such as "dossier:precedents".
    """

    wanted = Signal(str)
    wants = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._case_id = ""
        self._is_stale = False
        self.rows = RowsPanel(self.tr("Vergelijkbare casussen"), self._columns())
        self.differences = SimpleTable(
            (self.tr("Feit"), self.tr("Deze casus"), self.tr("De andere")),
            frozenset({0, 1, 2}),
        )
        self.same = muted("")
        self.reason = Note()
        self.give_reason = QPushButton(self.tr("Reden vastleggen"))
        self.open = QPushButton(self.tr("Open deze casus"))
        self.turns = body("")
        self._build()
        self.rows.pointed.connect(self._show_one)
        self.rows.chosen.connect(lambda one: self.wanted.emit(f"case:{one.case.id}"))
        self.open.clicked.connect(self._open)
        self.give_reason.clicked.connect(lambda: self.wants.emit("dossier:precedents"))
        session.changed.connect(self._follow)

    def show_case(self, case_id: str) -> None:
        self._case_id = case_id
        self._follow(Change.of(case_id))

    def go_to(self, target: str) -> bool:
        return target == "tab:vergelijkbaar"

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_stale:
            self.reload()

    def reload(self) -> None:
        """Compare again with every other case."""
        self._is_stale = False
        self.rows.show_rows(self._session.read(find_precedents, self._case_id))
        self.rows.choose_first()
        self._show_one(self.rows.current)
        turns = self._session.read(find_turns, self._case_id)
        nothing = self.tr("Geen enkel feit, en geen paar feiten, keert de uitkomst.")
        told = [f"Was het {' en '.join(one.changes)}, dan: {one.then}" for one in turns]
        self.turns.setText("\n".join(told) or nothing)

    def _follow(self, change: Change) -> None:
        if self._case_id and (change.everything or change.touches(self._case_id)):
            self._is_stale = True
            if self.isVisible():
                self.reload()

    def _show_one(self, one: Likeness | None) -> None:
        self.open.setEnabled(one is not None)
        self.differences.show_rows(list(one.different) if one else [])
        self.differences.setVisible(bool(one and one.different))
        same = (
            self.tr("Gelijk: {labels}.").format(labels=", ".join(one.same)) if one else ""
        )
        self.same.setText(same)
        needs = one is not None and one.needs_reason
        self.reason.show_note(
            Kind.ATTENTION if needs else Kind.INFO,
            self.tr(
                "Gelijke gevallen, ander advies. Leg vast waarom het verschil terecht is;"
                " zonder reden kan de brief niet worden vastgesteld."
            )
            if needs
            else "",
        )
        self.give_reason.setVisible(needs)

    def _open(self) -> None:
        if self.rows.current is not None:
            self.wanted.emit(f"case:{self.rows.current.case.id}")

    def _build(self) -> None:
        for button, image in ((self.open, "arrow-right"), (self.give_reason, "pencil")):
            put_icon(button, image, "accent")
            set_look(button, "quiet")
        inside = QWidget()
        inside.setObjectName("page")
        column = QVBoxLayout(inside)
        column.setSpacing(14)
        column.addWidget(self._alike())
        column.addWidget(self._turning())
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 8, 0, 0)
        outer.addWidget(scrolling(inside))

    def _alike(self) -> Card:
        alike = Card(self.tr("Eerdere casussen die hierop lijken"))
        alike.content.addWidget(
            muted(
                self.tr(
                    "Vergeleken op aanleiding, sector, organisatie, richting, omvang en"
                    " plaats. Het programma past een eerdere casus nooit zelf toe."
                )
            )
        )
        self.rows.setMinimumHeight(theme().scaled(230))
        alike.content.addWidget(self.rows)
        alike.content.addWidget(self.same)
        alike.content.addWidget(self.differences)
        alike.content.addWidget(self.reason)
        row = QHBoxLayout()
        row.addWidget(self.open)
        row.addWidget(self.give_reason)
        row.addStretch(1)
        alike.content.addLayout(row)
        return alike

    def _turning(self) -> Card:
        turning = Card(self.tr("Wat de uitkomst zou keren"))
        turning.content.addWidget(
            muted(
                self.tr(
                    "Het kleinste aantal feiten dat, als het anders lag, tot een andere"
                    " uitkomst leidt. Elke mogelijkheid is echt getoetst."
                )
            )
        )
        turning.content.addWidget(self.turns)
        return turning

    def _columns(self) -> list[Column]:
        return [
            Column(title=self.tr("Kenmerk"), text=lambda one: one.case.number, width=110),
            Column(title=self.tr("Casus"), text=lambda one: one.case.title),
            Column(
                title=self.tr("Gelijke feiten"),
                text=lambda one: str(len(one.same)),
                is_number=True,
                width=120,
            ),
            Column(
                title=self.tr("Advies"), text=lambda one: one.advice or "geen", width=180
            ),
        ]
