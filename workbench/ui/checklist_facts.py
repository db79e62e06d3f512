"""The first step of the checklist: the facts of the case."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workbench.domain.case import Case
from workbench.domain.organisation import Ministry
from workbench.domain.rule import Body
from workbench.ui import facts_words
from workbench.ui.calm_combo import Choice
from workbench.ui.facts_words import Group
from workbench.ui.field_grid import FieldGrid
from workbench.ui.field_line import FieldLine
from workbench.ui.shifts_table import ShiftsTable
from workbench.ui.widgets.card import Card
from workbench.ui.widgets.labels import muted

_REASON = "judged_on_reason"


class FactsForm(QWidget):
    """Shows the facts and says which one changed; unknown stays unknown.

    Signals:
        filled: Name of the fact, its new value, and the reason for another reference day.
        shifted: A `ShiftEdit` of the division over provinces.
    """

    filled = Signal(str, object, str)
    shifted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines: dict[str, FieldLine] = {}
        self.shifts = ShiftsTable()
        self._case: Case | None = None
        self._wanted_day: date | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        for group in facts_words.groups():
            layout.addWidget(self._make_card(group))
        self.shifts.edited.connect(self.shifted)

    def show_facts(
        self, case: Case, ministries: list[Ministry], bodies: tuple[Body, ...]
    ) -> None:
        """Show the facts, without disturbing a field that is being typed in."""
        is_other = self._case is None or self._case.id != case.id
        self._case = case
        choices = {
            "ministry": _ministry_choices(case, ministries),
            "sector": facts_words.sector_choices(),
            "body": facts_words.body_choices(bodies, case),
            "occasion": facts_words.occasion_choices(),
        }
        for name, line in self.lines.items():
            value = getattr(case, name)
            if name in choices:
                line.show_choice(choices[name], value)
            elif is_other:
                line.reset(value)
            elif name != "judged_on" or self._wanted_day is None:
                line.show_value(value)
        for name, label in facts_words.labels(case).items():
            self.lines[name].set_label(label)
        if is_other:
            self._wanted_day = None
        self._show_reason()
        self.shifts.show_case(case)

    def settle(self) -> None:
        """Say now what was typed."""
        for line in self.lines.values():
            line.settle()

    def go_to(self, name: str) -> bool:
        """Put the keyboard in a field; `False` when the form has no such field."""
        if name == "shifts":
            self.shifts.view.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        if name not in self.lines:
            return False
        self.lines[name].editor.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _make_card(self, group: Group) -> Card:
        card = Card(group.title)
        made = [FieldLine(spec) for spec in group.fields]
        for line in made:
            line.filled.connect(self._fill)
            self.lines[line.spec.name] = line
        card.content.addWidget(FieldGrid(made))
        if group.key == "size":
            card.content.addWidget(
                muted(
                    self.tr(
                        "Verdeling per provincie, in fte. Typ in de kolommen Nu en "
                        "Voornemen; leeg is onbekend."
                    )
                )
            )
            card.content.addWidget(self.shifts)
        return card

    def _fill(self, name: str, value: object) -> None:
        assert self._case is not None
        if name == "judged_on":
            self._take_day(value)
        elif name == _REASON and self._wanted_day is not None:
            self._give_reason(str(value))
        else:
            self.filled.emit(name, value, "")

    def _take_day(self, value: object) -> None:
        assert self._case is not None
        day = self.lines["judged_on"]
        if not isinstance(value, date):
            day.show_fault(self.tr("De toetsdatum kan niet leeg zijn."))
            return
        day.show_fault("")
        self._wanted_day = None
        self.lines[_REASON].show_fault("")
        if value in (self._case.notice_on, self._case.judged_on):
            self.filled.emit("judged_on", value, "")
            self._show_reason()
            return
        self._wanted_day = value
        self._show_reason()
        self.lines[_REASON].show_fault(
            self.tr("Vul in waarom van de datum van de melding wordt afgeweken.")
        )
        self.lines[_REASON].editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _give_reason(self, reason: str) -> None:
        if not reason:
            return
        day, self._wanted_day = self._wanted_day, None
        self.lines[_REASON].show_fault("")
        self.filled.emit("judged_on", day, reason)

    def _show_reason(self) -> None:
        assert self._case is not None
        differs = self._case.judged_on != self._case.notice_on
        self.lines[_REASON].setVisible(differs or self._wanted_day is not None)


def _ministry_choices(case: Case, ministries: list[Ministry]) -> list[Choice]:
    choices: list[Choice] = [(one.key, one.name) for one in ministries]
    if case.ministry is not None and case.ministry not in {one.key for one in ministries}:
        choices.append((case.ministry, case.ministry))
    return [(None, facts_words.tr("Onbekend")), *choices]
