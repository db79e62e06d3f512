"""Asks which ministry is asked for its yearly fte, and keeps the workbook for it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from workbench.ui.calm_combo import CalmCombo
from workbench.ui.icons import put_icon
from workbench.ui.session import Session
from workbench.ui.widgets.card import Card
from workbench.ui.widgets.labels import muted
from workbench.ui.window_actions import WORKBOOKS, WindowActions
from workbench.usecases.returns import return_ministries, return_years, write_return


class ReturnCard(Card):
    """One ministry and one year: that is all a yearly return needs to be made.

    Signals:
        told: The workbook was kept; carries that, for a passing message.
    """

    told = Signal(str)

    def __init__(
        self, session: Session, actions: WindowActions, parent: QWidget | None = None
    ) -> None:
        super().__init__("", parent)
        self.set_title(self.tr("De jaarlijkse opgave van fte"))
        self._session = session
        self._actions = actions
        self.ministry = CalmCombo()
        self.year = CalmCombo()
        self.write = QPushButton(self.tr("Opgavewerkmap maken …"))
        self._build()
        years = return_years(session.context.today())
        named = [(one, self.tr("1 januari {year}").format(year=one)) for one in years]
        self.year.show_choices(named, years[0])
        self.reload()
        self.year.activated.connect(lambda _at: self.reload())
        self.write.clicked.connect(self._save)

    def reload(self) -> None:
        """Offer the ministries that exist on the chosen day."""
        found = self._session.read(return_ministries, self._year())
        choices: list[tuple[object, str]] = [(one.key, one.name) for one in found]
        known = [key for key, _ in choices]
        kept = self.ministry.value if self.ministry.value in known else None
        self.ministry.show_choices(choices, kept or next(iter(known), None))
        self.write.setEnabled(bool(choices))

    def _year(self) -> int:
        year = self.year.value
        assert isinstance(year, int)
        return year

    def _build(self) -> None:
        put_icon(self.write, "file-spreadsheet", "accent")
        row = QHBoxLayout()
        for words, field in (
            (self.tr("Ministerie"), self.ministry),
            (self.tr("Peildatum"), self.year),
        ):
            label = QLabel(words)
            label.setBuddy(field)
            field.setAccessibleName(words)
            row.addWidget(label)
            row.addWidget(field, 2 if field is self.ministry else 1)
        words = self.tr(
            "Een werkmap met de diensten van het ministerie, de cijfers van een jaar"
            " eerder en een prognose voor vier jaar. Het ministerie ziet er dezelfde"
            " controles in die de werkbank uitvoert als de werkmap terugkomt."
        )
        self.content.addWidget(muted(words))
        self.content.addLayout(row)
        self.content.addWidget(self.write, 0, Qt.AlignmentFlag.AlignLeft)

    def _save(self) -> None:
        ministry, year = str(self.ministry.value), self._year()
        title = self.tr("Opgavewerkmap bewaren")
        name = f"opgave-{ministry.casefold()}-{year}.xlsx"
        path = self._actions.ask_save(self, title, name, WORKBOOKS)
        if path is None:
            return
        if self._session.run(write_return, ministry, year, path) is not None:
            words = self.tr("De werkmap {name} is bewaard.")
            self.told.emit(words.format(name=path.name))
