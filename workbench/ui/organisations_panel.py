"""The register of organisations: ministry, service and unit, as on the chosen day."""

from __future__ import annotations

from datetime import date
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QWidget

from workbench.domain.organisation import Lineage, OrganisationKind, Sector
from workbench.ui.calm_combo import Choice
from workbench.ui.entry_form import EntryForm
from workbench.ui.field_values import FieldKind, FieldSpec
from workbench.ui.organisation_detail import OrganisationDetail
from workbench.ui.register_frame import RegisterFrame
from workbench.ui.rows_panel import Column
from workbench.ui.session import Session
from workbench.ui.widgets.card import Card, Note
from workbench.ui.widgets.chip import Kind
from workbench.usecases import organisation_changes as changes
from workbench.usecases.fields import SECTORS
from workbench.usecases.organisation_changes import NewOrganisation
from workbench.usecases.organisations import (
    KINDS,
    OrganisationRow,
    list_lineage,
    read_organisations,
)

_INDENT = "\N{EM SPACE}"


class OrganisationsPanel(QWidget):
    """Shows the tree as rows; the actions work on the row that is current."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._day = session.context.today()
        self._parents: dict[str, tuple[str, str]] = {}
        self._known: dict[str, str] = {}
        self._names: dict[str, str] = {}
        self.frame = RegisterFrame(
            self.tr("Organisaties"),
            self._columns(),
            lambda row: row.key,
            intro=self.tr(
                "Ministeries met hun diensten en onderdelen op de gekozen dag. Een nieuwe"
                " naam of plaats geldt vanaf een datum; wat eerder gold, blijft staan."
            ),
            add=self.tr("Organisatie toevoegen"),
        )
        self.new = EntryForm(self._new_specs(), self.tr("Toevoegen"), cancels=True)
        self.adding = Card(self.tr("Nieuwe organisatie"))
        self.ministry = Note(Kind.INFO)
        self.detail = OrganisationDetail()
        self._build()
        self._connect()

    def show_day(self, day: date) -> None:
        """Show the organisations of `day`."""
        self._day = day
        book = self._session.read(read_organisations, day)
        self._parents, self._known = book.parents(), book.choices()
        self._names = {key: label for label, key in self._known.items()}
        self._names |= {
            ministry: label for label, (ministry, _) in self._parents.items() if ministry
        }
        for form in (self.new, self.detail.moving):
            form.offer("parent", self._parents)
        self.detail.linking.offer("other", self._known)
        may_write = not self._session.is_read_only
        self.frame.add.setEnabled(may_write)
        self.new.allow_writing(may_write)
        self.detail.allow_writing(may_write)
        self.frame.show_rows(book.rows)

    def settle(self) -> None:
        """Keep now what was typed."""
        self.detail.settle()

    def _build(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.frame)
        self.adding.content.addWidget(self.new)
        self.adding.hide()
        for part in (self.adding, self.ministry, self.detail):
            self.frame.details.addWidget(part)
        self.frame.details.addStretch(1)

    def _connect(self) -> None:
        self.frame.pointed.connect(self._show)
        self.frame.add_asked.connect(self._begin)
        self.new.submitted.connect(self._add)
        self.new.cancelled.connect(self._cancel)
        self.detail.filled.connect(self._fill)
        self.detail.renamed.connect(self._rename)
        self.detail.moved.connect(self._move)
        self.detail.ended.connect(self._end)
        self.detail.linked.connect(self._link)
        self.detail.unlinked.connect(self._unlink)

    def _show(self, row: OrganisationRow | None) -> None:
        one = row.organisation if row else None
        is_adding = not self.adding.isHidden()
        self.detail.setVisible(one is not None and not is_adding)
        words = self.tr(
            "Dit is een ministerie. De ministeries met hun tijdvakken staan op het tabblad"
            " Ministeries; hier voegt u er diensten aan toe."
        )
        is_ministry = row is not None and one is None and not is_adding
        self.ministry.show_note(Kind.INFO, words if is_ministry else "")
        if row is None or one is None:
            return
        steps = self._session.read(list_lineage, one.id)
        self.detail.show_organisation(one, row.name, steps, self._names)

    def _begin(self) -> None:
        row = self.frame.current
        kinds: list[Choice] = [(kind, word) for kind, word in KINDS.items()]
        sectors: list[Choice] = [(sector, word) for sector, word in SECTORS.items()]
        start = {
            "kind": OrganisationKind.EXECUTIVE,
            "sector": Sector.MINISTRIES,
            "parent": row.label if row is not None else "",
        }
        texts = {"name": "", "source": ""}
        self.new.begin(start | texts, {"kind": kinds, "sector": sectors})
        self.adding.show()
        self._show(row)
        self.frame.show_details()

    def _cancel(self) -> None:
        self.adding.hide()
        self._show(self.frame.current)
        self.frame.add.setFocus()

    def _add(self, values: dict[str, Any]) -> None:
        parent = self._parent(self.new, values)
        if parent is None:
            return
        ministry, above = parent
        new = NewOrganisation(
            name=values["name"],
            kind=values["kind"],
            sector=values["sector"],
            ministry=ministry,
            parent=above,
            valid_from=values["valid_from"],
            source=values["source"],
        )
        done = self._session.run(changes.add_organisation, new)
        if done is not None:
            self.adding.hide()
            self.frame.choose(done[0])
            self._show(self.frame.current)
            self.frame.panel.table.setFocus()

    def _parent(self, form: EntryForm, values: dict[str, Any]) -> tuple[str, str] | None:
        """Return the ministry or organisation that was named; `None` when not found."""
        label = values["parent"]
        if label and label not in self._parents:
            line = form.lines["parent"]
            line.show_fault(self.tr("Kies een ministerie of organisatie uit de lijst."))
            line.editor.setFocus()
            return None
        return self._parents.get(label, ("", ""))

    def _fill(self, name: str, value: object) -> None:
        row = self.frame.current
        if row is not None and row.organisation is not None:
            self._session.run(changes.change_organisation, row.key, name, value)
            self._show(self.frame.current)

    def _rename(self, values: dict[str, Any]) -> None:
        key, name, day = self._key(), values["name"], values["day"]
        if self._session.run(changes.rename_organisation, key, name, day):
            self.detail.renaming.clear()

    def _move(self, values: dict[str, Any]) -> None:
        parent = self._parent(self.detail.moving, values)
        if parent is None:
            return
        done = self._session.run(
            changes.move_organisation,
            self._key(),
            values["day"],
            ministry=parent[0],
            parent=parent[1],
        )
        if done is not None:
            self.detail.moving.clear()

    def _end(self, values: dict[str, Any]) -> None:
        if self._session.run(changes.end_organisation, self._key(), values["day"]):
            self.detail.ending.clear()

    def _link(self, values: dict[str, Any]) -> None:
        form, other = self.detail.linking, self._known.get(values["other"])
        for name, is_lacking in (("other", other is None), ("day", values["day"] is None)):
            if is_lacking:
                words = self.tr("Kies een organisatie uit de lijst.")
                dated = self.tr("Typ de eerste dag van de nieuwe situatie.")
                form.lines[name].show_fault(words if name == "other" else dated)
                form.lines[name].editor.setFocus()
                return
        pair = (self._key(), other or "")
        before, after = pair if values["is_before"] else pair[::-1]
        step = Lineage(
            id="",
            kind=values["kind"],
            before=before,
            after=after,
            day=values["day"],
            note=values["note"],
            source=values["source"],
        )
        if self._session.run(changes.record_lineage, step):
            form.clear()

    def _unlink(self, lineage_id: str) -> None:
        self._session.run(changes.remove_lineage, lineage_id)

    def _key(self) -> str:
        return str(self.frame.current.key)

    def _new_specs(self) -> list[FieldSpec]:
        choice = FieldKind.CHOICE
        return [
            FieldSpec(name="name", label=self.tr("Naam"), is_wide=True),
            FieldSpec(name="parent", label=self.tr("Hoort bij"), is_wide=True),
            FieldSpec(name="kind", label=self.tr("Soort"), kind=choice),
            FieldSpec(name="sector", label=self.tr("Sector"), kind=choice),
            FieldSpec(
                name="valid_from", label=self.tr("Bestaat vanaf"), kind=FieldKind.DATE
            ),
            FieldSpec(name="source", label=self.tr("Bron"), is_wide=True),
        ]

    def _columns(self) -> list[Column]:
        return [
            Column(
                title=self.tr("Naam"),
                text=lambda row: _INDENT * row.level + row.name,
                sort=lambda row: row.name.casefold(),
                width=310,
            ),
            Column(title=self.tr("Soort"), text=self._kind, width=190),
            Column(title=self.tr("Sector"), text=_sector, width=120),
            Column(
                title=self.tr("Hoort bij"),
                text=lambda row: " › ".join(row.above),
                width=240,
            ),
            Column(
                title=self.tr("Andere namen"),
                text=lambda row: "; ".join(row.other_names),
            ),
        ]

    def _kind(self, row: OrganisationRow) -> str:
        one = row.organisation
        return KINDS[one.kind].partition(" (")[0] if one else self.tr("Ministerie")


def _sector(row: OrganisationRow) -> str:
    return SECTORS[row.organisation.sector] if row.organisation else ""
