"""Which sentence of the letter is covered by what, and the other way round."""

from __future__ import annotations

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QTabWidget, QWidget

from workbench.ui.page import frame_page
from workbench.ui.rows_panel import Column, RowsPanel
from workbench.ui.session import Session
from workbench.ui.widgets.card import Card, Note
from workbench.ui.widgets.chip import Kind
from workbench.ui.widgets.labels import body
from workbench.usecases.coverage import CoverageRow, covering_names, sentence_coverage


class CoveragePage(QWidget):
    """Proves that no normative sentence was forgotten.

    The letter itself is not shipped: a sentence is known by its number, its heading, the
    SHA-256 of its words and a description in our own words.
    """

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names = session.read(covering_names)
        self._session = session
        self._is_stale = True
        self.by_sentence = RowsPanel(self.tr("Per zin"), self._sentence_columns())
        self.by_rule = RowsPanel(
            self.tr("Per regel, vraag of alinea"), self._rule_columns()
        )
        self.verdict = Note()
        self.detail = Card(self.tr("Gekozen zin"))
        self._detail_words = body("")
        self.tabs = QTabWidget()
        self._build()
        self.by_sentence.pointed.connect(self._show_detail)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_stale:
            self.reload()

    def reload(self) -> None:
        """Read the coverage; it changes with the version of the program only."""
        self._is_stale = False
        rows = self._session.read(sentence_coverage)
        self.by_sentence.show_rows(rows)
        turned: dict[str, list[CoverageRow]] = {}
        for row in rows:
            for key in row.covered_by:
                turned.setdefault(key, []).append(row)
        self.by_rule.show_rows([(key, tuple(turned[key])) for key in sorted(turned)])
        self._tell_verdict(rows)

    def _build(self) -> None:
        intro = self.tr(
            "Kamerstuk 31 490, nr. 337 (8 mei 2024), zin voor zin. De brief zelf staat niet"
            " in dit programma: een zin is te herkennen aan nummer, kop en SHA-256."
        )
        frame = frame_page(self, self.tr("Dekking"), intro, scrolls=False)
        self.tabs.setDocumentMode(True)
        self.tabs.setAccessibleName(self.tr("Dekking"))
        for panel, name in (
            (self.by_sentence, self.tr("Per zin")),
            (self.by_rule, self.tr("Per regel, vraag of alinea")),
        ):
            panel.setContentsMargins(0, 12, 0, 0)
            self.tabs.addTab(panel, name)
        self.detail.content.addWidget(self._detail_words)
        self._show_detail(None)
        frame.content.addWidget(self.verdict)
        frame.content.addWidget(self.tabs, 1)
        frame.content.addWidget(self.detail)
        self.tabs.currentChanged.connect(lambda at: self.detail.setVisible(at == 0))

    def _tell_verdict(self, rows: list[CoverageRow]) -> None:
        norms = [row for row in rows if row.is_normative]
        bare = [row for row in norms if not row.covered_by and not row.reason]
        left_out = [row for row in norms if not row.covered_by and row.reason]
        words = self.tr(
            "{all} zinnen, waarvan {norms} iets vragen of toestaan. Daarvan zijn {covered}"
            " gedekt en {left} met een reden niet gedekt; {bare} zijn vergeten."
        ).format(
            all=len(rows),
            norms=len(norms),
            covered=len(norms) - len(bare) - len(left_out),
            left=len(left_out),
            bare=len(bare),
        )
        self.verdict.show_note(Kind.FAULT if bare else Kind.GOOD, words)

    def _sentence_columns(self) -> list[Column]:
        return [
            Column(
                title=self.tr("Zin"),
                text=lambda row: str(row.number),
                sort=lambda row: row.number,
                is_number=True,
                width=60,
            ),
            Column(title=self.tr("Kop"), text=lambda row: row.heading, width=220),
            Column(title=self.tr("Waarover"), text=lambda row: row.about),
            Column(title=self.tr("Vraagt iets"), text=self._yes_or_no, width=100),
            Column(title=self.tr("Gedekt door"), text=self._covers),
        ]

    def _rule_columns(self) -> list[Column]:
        return [
            Column(
                title=self.tr("Onderdeel"),
                text=lambda pair: self._names.get(pair[0], pair[0]),
                width=420,
            ),
            Column(
                title=self.tr("Dekt zin"),
                text=lambda pair: ", ".join(str(row.number) for row in pair[1]),
                width=160,
            ),
            Column(
                title=self.tr("Waarover"),
                text=lambda pair: "; ".join(row.about for row in pair[1]),
            ),
        ]

    def _yes_or_no(self, row: CoverageRow) -> str:
        return self.tr("ja") if row.is_normative else self.tr("nee")

    def _covers(self, row: CoverageRow) -> str:
        if row.covered_by:
            return ", ".join(self._names.get(key, key) for key in row.covered_by)
        return (
            self.tr("niet gedekt: {reason}").format(reason=row.reason)
            if row.reason
            else "–"
        )

    def _show_detail(self, row: CoverageRow | None) -> None:
        if row is None:
            self._detail_words.setText(self.tr("Kies een zin om alles ervan te zien."))
            return
        words = self.tr("Zin {number}: {about}\nGedekt door: {covers}\nSHA-256: {sha256}")
        self._detail_words.setText(
            words.format(
                number=row.number,
                about=row.about,
                covers=self._covers(row),
                sha256=row.sha256,
            )
        )
