"""The line at the bottom: when it was saved, where the data are, and what is under way."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton, QStatusBar, QWidget

from workbench.ui.jobs import Jobs
from workbench.ui.theme import set_look, theme

_WHOLE = 1000


class StatusLine(QStatusBar):
    """Says in passing how things stand; nothing here asks for an answer."""

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self.saved = QLabel(self.tr("Alles is opgeslagen"))
        self.place = QLabel(self.tr("Gegevens staan alleen op deze computer"))
        self.work = QLabel()
        self.progress = QProgressBar()
        self.progress.setRange(0, 0)
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(self.tr("Er wordt aan gewerkt"))
        self.stop = QPushButton(self.tr("Stoppen"))
        self.stop.setToolTip(self.tr("Stop met lezen; er verandert niets"))
        set_look(self.stop, "plain")
        self.addWidget(self.saved)
        self.addWidget(self.place)
        self.addPermanentWidget(self.work)
        self.addPermanentWidget(self.progress)
        self.addPermanentWidget(self.stop)
        self._jobs = jobs
        self.stop.clicked.connect(jobs.stop)
        jobs.advanced.connect(self.show_progress)
        jobs.busy_changed.connect(self.show_work)
        self.show_work(0, "")

    def show_saved(self, clock: str) -> None:
        """Say when the last change was kept; `clock` as in "14.32"."""
        self.saved.setText(self.tr("Opgeslagen om {clock} uur").format(clock=clock))

    def show_read_only(self) -> None:
        self.saved.setText(self.tr("Alleen lezen: er wordt niets opgeslagen"))

    def show_progress(self, done: float) -> None:
        """Show the part that is done, from 0 to 1."""
        self.progress.setRange(0, _WHOLE)
        self.progress.setValue(round(done * _WHOLE))

    def show_work(self, count: int, title: str) -> None:
        """Show the newest of `count` jobs; none hides the bar."""
        words = title or self.tr("Bezig")
        if count > 1:
            words = self.tr("{title} (en nog {rest})").format(title=words, rest=count - 1)
        self.work.setText(f"{words} …" if count else "")
        self.work.setVisible(bool(count))
        self.place.setHidden(bool(count))  # a long title has its room
        self.progress.setVisible(bool(count))
        self.progress.setRange(0, 0)
        self.stop.setVisible(self._jobs.can_stop)
        self.progress.setFixedSize(theme().scaled(140), theme().scaled(12))
