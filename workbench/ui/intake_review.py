"""Shows what a workbook from a ministry would change, before anything is taken in."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from workbench.domain.case import Case
from workbench.ui.theme import set_look, theme
from workbench.ui.widgets.card import Card, Note
from workbench.ui.widgets.chip import Kind
from workbench.ui.widgets.labels import muted
from workbench.usecases.intakes import IntakePreview

_KEY = Qt.ItemDataRole.UserRole
_ROWS_SHOWN = 9
_SNUG = QHeaderView.ResizeMode.ResizeToContents


class IntakeReview(Card):
    """Findings and differences per cell; the user ticks what is to be taken in.

    The findings are those that the ministry could see on the sheet "Controles", and what
    no formula can see.

    Signals:
        accepted: The preview, and the keys of the differences that were ticked.
    """

    accepted = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._preview: IntakePreview | None = None
        self.verdict = Note()
        self.findings = _table(
            self.tr("Controles van de werkmap"),
            [
                self.tr("Soort"),
                self.tr("Cel"),
                self.tr("Gevonden"),
                self.tr("Verwacht"),
                self.tr("Wat er is"),
            ],
        )
        for column in range(2):
            self.findings.header().setSectionResizeMode(column, _SNUG)
        self.differences = _table(
            self.tr("Verschillen"),
            [self.tr("Gegeven"), self.tr("Cel"), self.tr("Nu"), self.tr("In de werkmap")],
        )
        self.remarks = muted("")
        self.take_in = QPushButton()
        self.drop = QPushButton(self.tr("Niet overnemen"))
        set_look(self.take_in, "primary")
        for widget in (self.verdict, self.findings, self.differences, self.remarks):
            self.content.addWidget(widget)
        buttons = QHBoxLayout()
        buttons.addWidget(self.take_in)
        buttons.addWidget(self.drop)
        buttons.addStretch()
        self.content.addLayout(buttons)
        self.differences.itemChanged.connect(lambda *_: self._count())
        self.take_in.clicked.connect(self._accept)
        self.drop.clicked.connect(self.clear)
        self.clear()

    @property
    def case_id(self) -> str:
        """The case the workbook is for; empty when none was read."""
        return self._preview.case_id if self._preview else ""

    def clear(self) -> None:
        """Forget what was read."""
        self._preview = None
        self.hide()

    def show_preview(self, preview: IntakePreview, case: Case) -> None:
        """Show what taking in this workbook would change."""
        self._preview = preview
        title = self.tr("{file} naast casus {number}")
        self.set_title(title.format(file=preview.file, number=case.number))
        self._show_findings(preview)
        self._show_differences(preview)
        remarks = [remark.message for remark in preview.reading.notes]
        self.remarks.setText("\n".join(remarks))
        self.remarks.setVisible(bool(remarks))
        self._say_verdict(preview)
        self._count()
        self.show()
        self.setFocus()

    def _say_verdict(self, preview: IntakePreview) -> None:
        faults = len(preview.reading.faults)
        if faults:
            words = self.tr(
                "Te herstellen: {faults}. Te vragen: {questions}. Laat de fouten verbeteren"
                " en lees de werkmap opnieuw in; er is niets gewijzigd."
            )
            questions = len(preview.reading.questions)
            told = words.format(faults=faults, questions=questions)
            self.verdict.show_note(Kind.FAULT, told)
        elif preview.differences and preview.reading.questions:
            words = self.tr(
                "Vink aan wat u wilt overnemen. Er is nog niets gewijzigd. Vragen voor het"
                " ministerie: {count}."
            )
            told = words.format(count=len(preview.reading.questions))
            self.verdict.show_note(Kind.INFO, told)
        elif preview.differences:
            words = self.tr("Vink aan wat u wilt overnemen. Er is nog niets gewijzigd.")
            self.verdict.show_note(Kind.INFO, words)
        else:
            words = self.tr(
                "De werkmap zegt hetzelfde als de casus; er is niets over te nemen."
            )
            self.verdict.show_note(Kind.GOOD, words)

    def _show_findings(self, preview: IntakePreview) -> None:
        self.findings.clear()
        reading = preview.reading
        kinds = ((self.tr("fout"), reading.faults), (self.tr("vraag"), reading.questions))
        for kind, found in kinds:
            for one in found:
                cell = f"{one.sheet}!{one.cell}" if one.cell else one.sheet
                _add(self.findings, [kind, cell, one.value, one.expected, one.message])
        self.findings.setVisible(self.findings.topLevelItemCount() > 0)
        _fit(self.findings)

    def _show_differences(self, preview: IntakePreview) -> None:
        self.differences.blockSignals(True)
        self.differences.clear()
        for one in preview.differences:
            item = _add(self.differences, [one.label, one.where, one.before, one.after])
            item.setData(0, _KEY, one.key)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(0, Qt.CheckState.Checked)
        self.differences.blockSignals(False)
        self.differences.setVisible(bool(preview.differences))
        _fit(self.differences)

    def _chosen(self) -> frozenset[str]:
        rows = range(self.differences.topLevelItemCount())
        items = [self.differences.topLevelItem(row) for row in rows]
        checked = Qt.CheckState.Checked
        return frozenset(
            str(item.data(0, _KEY))
            for item in items
            if item and item.checkState(0) == checked
        )

    def _count(self) -> None:
        count = len(self._chosen())
        has_faults = self._preview is not None and bool(self._preview.reading.faults)
        self.take_in.setText(self.tr("Overnemen ({count})").format(count=count))
        self.take_in.setEnabled(bool(count) and not has_faults)

    def _accept(self) -> None:
        if self._preview is not None:
            self.accepted.emit(self._preview, self._chosen())


def _table(name: str, heads: list[str]) -> QTreeWidget:
    table = QTreeWidget()
    table.setAccessibleName(name)
    table.setHeaderLabels(heads)
    table.setRootIsDecorated(False)
    table.setUniformRowHeights(True)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.header().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
    return table


def _add(table: QTreeWidget, row: list[str]) -> QTreeWidgetItem:
    item = QTreeWidgetItem(row)
    for column, text in enumerate(row):
        item.setToolTip(column, text)
    table.addTopLevelItem(item)
    return item


def _fit(table: QTreeWidget) -> None:
    rows = min(table.topLevelItemCount(), _ROWS_SHOWN)
    height = table.sizeHintForRow(0) if rows else 0
    table.setFixedHeight(
        table.header().sizeHint().height() + rows * height + theme().scaled(24)
    )
