"""The help of the program: a list of subjects, and the text of the chosen one."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtWidgets import (
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QSplitter,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from workbench.paths import resource
from workbench.ui.page import frame_page
from workbench.ui.theme import theme

_PATH = Qt.ItemDataRole.UserRole


class HelpPage(QWidget):
    """Shows the subjects in order; the search field keeps those that hold a word."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.search = QLineEdit()
        self.subjects = QListWidget()
        self.text = QTextBrowser()
        self._words: dict[str, str] = {}
        self._build()
        for path in sorted(resource("help").glob("*.md")):
            self._add(path)
        self.subjects.currentItemChanged.connect(self._show)
        self.search.textChanged.connect(self._find)
        self.text.anchorClicked.connect(self._follow)
        self.subjects.setCurrentRow(0)

    def open_subject(self, name: str) -> bool:
        """Show the subject in the file `name`; whether there is one."""
        for row in range(self.subjects.count()):
            item = self.subjects.item(row)
            if Path(str(item.data(_PATH))).stem == name:
                self.subjects.setCurrentItem(item)
                return True
        return False

    def _build(self) -> None:
        frame = frame_page(self, self.tr("Help"), scrolls=False)
        self.search.setPlaceholderText(self.tr("Zoek in de help"))
        self.search.setAccessibleName(self.tr("Zoeken in de help"))
        self.search.setClearButtonEnabled(True)
        self.subjects.setAccessibleName(self.tr("Onderwerpen"))
        self.text.setAccessibleName(self.tr("Tekst van het onderwerp"))
        self.text.setOpenLinks(False)
        self.text.document().setDocumentMargin(20)
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.search)
        column.addWidget(self.subjects, 1)
        splitter = QSplitter()
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(side)
        splitter.addWidget(self.text)
        splitter.setStretchFactor(1, 1)
        width = theme().scaled(240)
        splitter.setSizes([width, width * 3])
        frame.content.addWidget(splitter, 1)

    def _add(self, path: Path) -> None:
        words = path.read_text(encoding="utf-8")
        self._words[str(path)] = words
        item = QListWidgetItem(words.partition("\n")[0].removeprefix("# "))
        item.setData(_PATH, str(path))
        self.subjects.addItem(item)

    def _show(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.text.setMarkdown(self._words[str(item.data(_PATH))])

    def _find(self, text: str) -> None:
        first: QListWidgetItem | None = None
        for row in range(self.subjects.count()):
            item = self.subjects.item(row)
            is_found = text.casefold() in self._words[str(item.data(_PATH))].casefold()
            item.setHidden(not is_found)
            first = item if first is None and is_found else first
        if first is not None:
            self.subjects.setCurrentItem(first)

    def _follow(self, address: QUrl) -> None:
        self.open_subject(Path(address.path()).stem)
