"""Shows one delivery: what it tells of itself, its figures, and what it changed."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QTabWidget, QVBoxLayout, QWidget

from workbench.domain.delivery import Delivery
from workbench.domain.errors import StoreBusyError, WorkbenchError
from workbench.domain.notation import write_date
from workbench.ui.delivery_columns import replacement_columns, value_columns
from workbench.ui.icons import put_icon
from workbench.ui.import_flow import AGAIN
from workbench.ui.long_table import LongTable
from workbench.ui.session import Session
from workbench.ui.theme import theme
from workbench.ui.widgets.card import Note
from workbench.ui.widgets.chip import Kind
from workbench.ui.widgets.labels import body, heading, muted
from workbench.ui.window_actions import WORKBOOKS, WindowActions, folder_for_viewing
from workbench.usecases.deliveries import DeliveryContent, delivery_file, open_delivery
from workbench.usecases.delivery_exports import export_delivery
from workbench.usecases.figure_names import FigureNames, figure_names
from workbench.usecases.saving import free_name, save_bytes

# What is read at once on the window's thread; more is read by a job.
_FEW = 3_000


class DeliveryDetail(QWidget):
    """A large delivery is read aside; the one asked for last is the one that is shown.

    Signals:
        shown: A delivery is there to look at; carries its id.
        told: Something worked; carries what, for a passing message.
    """

    shown = Signal(str)
    told = Signal(str)

    def __init__(
        self, session: Session, actions: WindowActions, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._actions = actions
        self._wanted: Delivery | None = None
        self._is_reading = False
        self._content: DeliveryContent | None = None
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(AGAIN)
        self._later.timeout.connect(self._show_wanted)
        self._names = FigureNames(organisations={}, regions={})
        self.title = heading("")
        self.facts = body("")
        self.state = Note()
        self.open = QPushButton(self.tr("Open het bestand"))
        self.export = QPushButton(self.tr("Bewaren als werkmap …"))
        self.values = LongTable(
            self.tr("Cijfers van de levering"), value_columns(self._get_names)
        )
        self.replaced = LongTable(
            self.tr("Wat deze levering verving"), replacement_columns(self._get_names)
        )
        self.replaced_by = LongTable(
            self.tr("Waardoor zij is vervangen"), replacement_columns(self._get_names)
        )
        self.tabs = QTabWidget()
        self._build()
        self.open.clicked.connect(self._open_file)
        self.export.clicked.connect(self._export)
        self.clear()

    @property
    def content(self) -> DeliveryContent | None:
        """What is shown now."""
        return self._content

    def clear(self) -> None:
        """Say that no delivery is chosen."""
        self._wanted = self._content = None
        self.title.setText(self.tr("Kies een levering"))
        self.facts.setText(self.tr("Van de gekozen levering ziet u hier alle cijfers."))
        self.state.show_note(Kind.INFO, "")
        for widget in (self.open, self.export, self.tabs):
            widget.hide()

    def show_delivery(self, delivery: Delivery) -> None:
        """Show a delivery, at once or as soon as it is read."""
        self._wanted = delivery
        if delivery.row_count <= _FEW:
            self._show(self._session.read(open_delivery, delivery.id))
        elif not self._is_reading:
            self._read_aside(delivery)

    def _read_aside(self, delivery: Delivery) -> None:
        self._is_reading = True
        self._session.hand_over(
            lambda context: open_delivery(context, delivery.id),
            self._take,
            title=self.tr("De levering wordt geopend"),
            failed=self._wait_or_tell,
        )

    def _wait_or_tell(self, error: WorkbenchError) -> None:
        """Wait for another job that has the store; other refusals are told."""
        self._is_reading = False
        if isinstance(error, StoreBusyError):
            self._later.start()
        else:
            self._session.failed.emit(error)

    def _show_wanted(self) -> None:
        if self._wanted is not None:
            self.show_delivery(self._wanted)

    def _take(self, content: DeliveryContent) -> None:
        self._is_reading = False
        if self._wanted is None or self._wanted.id == content.delivery.id:
            self._show(content)
        else:
            self.show_delivery(self._wanted)

    def _show(self, content: DeliveryContent) -> None:
        self._content = content
        self._names = self._session.read(figure_names)
        delivery = content.delivery
        self.title.setText(delivery.title)
        self.facts.setText(self._say_facts(content))
        self._tell_state(delivery)
        self.open.setVisible(bool(content.file))
        self.open.setToolTip(content.file)
        lines = (*content.values, *content.benchmarks, *content.statements)
        self.values.show_rows(lines)
        self.replaced.show_rows(content.replaced)
        self.replaced_by.show_rows(content.replaced_by)
        for number, (name, count) in enumerate(
            (
                (self.tr("Cijfers ({count})"), len(lines)),
                (self.tr("Verving ({count})"), len(content.replaced)),
                (self.tr("Vervangen door ({count})"), len(content.replaced_by)),
            )
        ):
            self.tabs.setTabText(number, name.format(count=count))
        self.export.show()
        self.tabs.show()
        self.shown.emit(delivery.id)

    def _say_facts(self, content: DeliveryContent) -> str:
        delivery = content.delivery
        lines = [
            self.tr("Geleverd door {by}, binnengekomen op {day}.").format(
                by=delivery.delivered_by, day=write_date(delivery.delivered_on)
            ),
            self.tr("Bron: {source}").format(
                source=delivery.source or self.tr("niet genoemd")
            ),
        ]
        if content.method:
            lines.append(self.tr("Telmethode: {method}").format(method=content.method))
        if delivery.reason:
            lines.append(self.tr("Reden: {reason}").format(reason=delivery.reason))
        if content.file:
            words = self.tr("Bestand: {file} (SHA-256 {start}…)")
            start = (delivery.file or "")[:12]
            lines.append(words.format(file=content.file, start=start))
        return "\n".join(lines)

    def _tell_state(self, delivery: Delivery) -> None:
        if delivery.is_withdrawn:
            words = self.tr("Deze levering is teruggenomen: haar cijfers tellen niet mee.")
            self.state.show_note(Kind.ATTENTION, words)
        elif delivery.is_sample:
            words = self.tr("VOORBEELD: deze cijfers zijn verzonnen.")
            self.state.show_note(Kind.ATTENTION, words)
        else:
            self.state.show_note(Kind.INFO, "")

    def _build(self) -> None:
        put_icon(self.open, "folder-open", "accent")
        put_icon(self.export, "file-spreadsheet", "accent")
        self.tabs.setDocumentMode(True)
        self.tabs.setAccessibleName(self.tr("De levering"))
        for table in (self.values, self.replaced, self.replaced_by):
            table.setContentsMargins(0, 8, 0, 0)
            table.setMinimumHeight(theme().scaled(150))
            self.tabs.addTab(table, "")
        self.facts.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        words = self.tr(
            "Een cijfer dat is vervangen, blijft bewaard: zo blijft te zien wat toen is"
            " gepubliceerd en wat nu bekend is."
        )
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.export)
        head.addWidget(self.open)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.facts)
        column.addWidget(self.state)
        column.addWidget(self.tabs, 1)
        column.addWidget(muted(words))

    def _get_names(self) -> FigureNames:
        return self._names

    def _open_file(self) -> None:
        if self._content is None:
            return
        found = self._session.run(delivery_file, self._content.delivery)
        if found is not None:
            path = free_name(folder_for_viewing() / Path(found[0]).name)
            self._session.run(lambda _context: save_bytes(path, found[1]))
            self._actions.open_file(path)

    def _export(self) -> None:
        """Keep the figures where the user wants them; many take a while."""
        content, names = self._content, self._names
        if content is None:
            return
        proposed = f"levering-{content.delivery.delivered_on.isoformat()}.xlsx"
        title = self.tr("Levering bewaren als werkmap")
        path = self._actions.ask_save(self, title, proposed, WORKBOOKS)
        if path is None:
            return
        today = self._session.context.today()
        words = self.tr("De werkmap {name} is bewaard.").format(name=path.name)
        self._session.jobs.start(
            lambda: export_delivery(content, names, today, path),
            lambda _kept: self.told.emit(words),
            title=self.tr("De levering wordt als werkmap bewaard"),
        )
