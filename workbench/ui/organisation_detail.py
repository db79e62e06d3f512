"""Shows one organisation: its facts, names, parents and succession, each to be changed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workbench.domain.notation import write_date
from workbench.domain.organisation import LineageKind, Organisation, ParentPeriod
from workbench.ui.calm_combo import Choice
from workbench.ui.entry_form import EntryForm
from workbench.ui.field_values import FieldKind, FieldSpec
from workbench.ui.icons import put_icon
from workbench.ui.lineage_lines import LineageLines
from workbench.ui.theme import set_look
from workbench.ui.widgets.card import Card
from workbench.ui.widgets.labels import body
from workbench.usecases.fields import SECTORS
from workbench.usecases.organisation_changes import LINEAGE_WORDS, is_agency
from workbench.usecases.organisations import KINDS, LineageRow


class OrganisationDetail(QWidget):
    """Says what the user wants changed of the organisation it shows.

    Signals:
        filled: Name of a fact and its new value.
        renamed: The new name and its first day, by name of the field.
        moved: The label of the new parent and the first day.
        ended: The last day.
        linked: The kind, direction, label of the other, day, note and source.
        unlinked: Id of a step of succession.
    """

    filled = Signal(str, object)
    renamed = Signal(object)
    moved = Signal(object)
    ended = Signal(object)
    linked = Signal(object)
    unlinked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key = ""
        self.facts = EntryForm(self._fact_specs())
        self.names = body("")
        self.renaming = EntryForm(
            self._dated("name", self.tr("Nieuwe naam")),
            self.tr("Voeg naam toe vanaf datum"),
            folds=True,
        )
        self.parents = body("")
        self.moving = EntryForm(
            self._dated("parent", self.tr("Ministerie of organisatie")),
            self.tr("Verplaats vanaf datum"),
            picture="arrow-right",
            folds=True,
        )
        self.steps = LineageLines()
        self.linking = EntryForm(
            self._link_specs(), self.tr("Leg opvolging vast"), folds=True
        )
        self.ending = EntryForm(
            [FieldSpec(name="day", label=self.tr("Laatste dag"), kind=FieldKind.DATE)],
            self.tr("Beëindig na deze dag"),
            picture="x",
            folds=True,
        )
        self._card = Card("")
        self._build()
        self._connect()

    def show_organisation(
        self,
        one: Organisation,
        name: str,
        steps: Sequence[LineageRow],
        parents: Mapping[str, str],
    ) -> None:
        """Show an organisation; `parents` gives the name behind each key."""
        is_other = one.id != self._key
        self._key = one.id
        self._card.set_title(name)
        facts = {
            "kind": one.kind,
            "sector": one.sector,
            "is_public_task": one.is_public_task,
            "tooi": one.tooi,
            "source": one.source,
        }
        self.facts.show_entry(one.id, facts, _fact_choices(self))
        self.facts.lines["is_public_task"].setVisible(is_agency(one))
        periods = [(held.name, held.valid_from, held.valid_until) for held in one.names]
        self.names.setText(self._lines(periods))
        above = [
            (self._above(held, parents), held.valid_from, held.valid_until)
            for held in one.parents
        ]
        self.parents.setText(
            self._lines(above) or self.tr("Niet bekend waar dit bij hoort.")
        )
        self.steps.show_steps(steps)
        if is_other:
            self.begin()

    def begin(self) -> None:
        """Empty the forms in which something is added."""
        self.renaming.begin({"name": ""})
        self.moving.begin({"parent": ""})
        self.ending.begin({})
        kinds: list[Choice] = [(kind, word) for kind, word in LINEAGE_WORDS.items()]
        ways: list[Choice] = [
            (True, self.tr("ging over in")),
            (False, self.tr("kwam voort uit")),
        ]
        start = {"kind": LineageKind.RENAMED, "is_before": True}
        texts = {"other": "", "note": "", "source": ""}
        self.linking.begin(start | texts, {"kind": kinds, "is_before": ways})

    def settle(self) -> None:
        """Say now what was typed in a fact."""
        self.facts.settle()

    def allow_writing(self, may_write: bool) -> None:
        for form in (self.facts, self.renaming, self.moving, self.linking, self.ending):
            form.allow_writing(may_write)
        self.steps.allow_writing(may_write)

    def _above(self, held: ParentPeriod, parents: Mapping[str, str]) -> str:
        key = held.organisation or held.ministry
        return parents.get(key, held.ministry or self.tr("onbekend"))

    def _lines(self, periods: Sequence[tuple[str, date | None, date | None]]) -> str:
        return "\n".join(
            f"{words}: {self._period(first, last)}" for words, first, last in periods
        )

    def _period(self, first: date | None, last: date | None) -> str:
        if first and last:
            words = self.tr("{first} tot en met {last}")
        elif first:
            words = self.tr("vanaf {first}")
        elif last:
            words = self.tr("tot en met {last}")
        else:
            words = self.tr("altijd, voor zover bekend")
        return words.format(first=write_date(first), last=write_date(last))

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self._card.content.addWidget(self.facts)
        column.addWidget(self._card)
        for title, parts in (
            (self.tr("Namen"), (self.names, self.renaming)),
            (self.tr("Hoort bij"), (self.parents, self.moving)),
            (self.tr("Herkomst en opvolging"), (self.steps, self.linking)),
            (self.tr("Einde"), (self.ending,)),
        ):
            card = Card(title)
            for part in parts:
                card.content.addWidget(part)
            column.addWidget(card)
        put_icon(self.ending.button, "x", "fault")
        set_look(self.ending.button, "danger")

    def _connect(self) -> None:
        self.facts.filled.connect(self.filled)
        self.renaming.submitted.connect(self.renamed)
        self.moving.submitted.connect(self.moved)
        self.linking.submitted.connect(self.linked)
        self.ending.submitted.connect(self.ended)
        self.steps.removed.connect(self.unlinked)

    def _dated(self, name: str, label: str) -> list[FieldSpec]:
        return [
            FieldSpec(name=name, label=label, is_wide=True),
            FieldSpec(
                name="day",
                label=self.tr("Geldt vanaf"),
                kind=FieldKind.DATE,
                is_wide=True,
            ),
        ]

    def _fact_specs(self) -> list[FieldSpec]:
        choice = FieldKind.CHOICE
        return [
            FieldSpec(name="kind", label=self.tr("Soort"), kind=choice),
            FieldSpec(name="sector", label=self.tr("Sector"), kind=choice),
            FieldSpec(name="tooi", label=self.tr("TOOI-code")),
            FieldSpec(
                name="is_public_task",
                label=self.tr("Voert een publieke taak uit"),
                kind=choice,
            ),
            FieldSpec(name="source", label=self.tr("Bron"), is_wide=True),
        ]

    def _link_specs(self) -> list[FieldSpec]:
        return [
            FieldSpec(name="is_before", label=self.tr("Wat"), kind=FieldKind.CHOICE),
            FieldSpec(name="kind", label=self.tr("Hoe"), kind=FieldKind.CHOICE),
            FieldSpec(name="other", label=self.tr("Andere organisatie"), is_wide=True),
            FieldSpec(name="day", label=self.tr("Vanaf"), kind=FieldKind.DATE),
            FieldSpec(name="source", label=self.tr("Bron")),
            FieldSpec(name="note", label=self.tr("Toelichting"), is_wide=True),
        ]


def _fact_choices(detail: OrganisationDetail) -> dict[str, list[Choice]]:
    return {
        "kind": [(kind, word) for kind, word in KINDS.items()],
        "sector": [(sector, word) for sector, word in SECTORS.items()],
        "is_public_task": [
            (None, detail.tr("Onbekend")),
            (True, detail.tr("Ja")),
            (False, detail.tr("Nee")),
        ],
    }
