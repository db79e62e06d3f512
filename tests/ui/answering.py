"""Answers what the window asks, as the user of a test would."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from workbench.ui.window_actions import Ask, WindowActions


class SavesHere(WindowActions):
    """Keeps every file in one folder, under the name that is proposed."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def ask_save(self, parent: QWidget, title: str, name: str, kind: str) -> Path | None:
        return self._folder / name


class SaysYes(WindowActions):
    """Answers every question with yes and remembers it; keeps files in `folder`."""

    def __init__(self) -> None:
        self.asked: list[Ask] = []
        self.folder: Path | None = None
        self.opens: list[Path] = []
        self.texts: list[str] = []

    def ask_open(self, parent: QWidget, title: str, kind: str) -> Path | None:
        return self.opens.pop(0) if self.opens else None

    def ask_save(self, parent: QWidget, title: str, name: str, kind: str) -> Path | None:
        return self.folder / name if self.folder else None

    def ask_folder(self, parent: QWidget, title: str) -> Path | None:
        return self.folder

    def ask_text(self, parent: QWidget, title: str, label: str) -> str | None:
        return self.texts.pop(0) if self.texts else None

    def confirm(self, parent: QWidget, ask: Ask) -> bool:
        self.asked.append(ask)
        return True
