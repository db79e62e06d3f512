"""Everything the window asks of the device around it: files, viewers and yes or no.

Tests give the window another one, so that no dialog has to be clicked away.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QInputDialog, QMessageBox, QWidget

from workbench.paths import data_folder

WORKBOOKS = "workbooks"
FORMS = "forms"
INTAKES = "intakes"
TABLES = "tables"
LETTERS = "letters"
PICTURES = "pictures"
KEYS = "keys"
CERTIFICATES = "certificates"
STORES = "stores"
ANY_FILE = "any"
TEXTS = "texts"
CALENDARS = "calendars"
_OPENED = "geopend"


def tr(text: str) -> str:
    """Return `text` in the user's language."""
    return QCoreApplication.translate("window_actions", text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """A question with two ways on; `yes` and `no` are the words on the buttons."""

    title: str
    text: str
    yes: str
    no: str = "Annuleren"


class WindowActions:
    """The real dialogs of the device."""

    def ask_save(self, parent: QWidget, title: str, name: str, kind: str) -> Path | None:
        """Ask where to keep a file, with `name` proposed; `None` when cancelled."""
        chosen, form = QFileDialog.getSaveFileName(
            parent, title, str(documents_folder() / name), _filters()[kind]
        )
        return _with_suffix(Path(chosen), form) if chosen else None

    def ask_open(self, parent: QWidget, title: str, kind: str) -> Path | None:
        """Ask for a file; `None` when cancelled."""
        chosen, _ = QFileDialog.getOpenFileName(
            parent, title, str(documents_folder()), _filters()[kind]
        )
        return Path(chosen) if chosen else None

    def ask_folder(self, parent: QWidget, title: str) -> Path | None:
        """Ask for a folder; `None` when cancelled."""
        chosen = QFileDialog.getExistingDirectory(parent, title, str(documents_folder()))
        return Path(chosen) if chosen else None

    def ask_text(self, parent: QWidget, title: str, label: str) -> str | None:
        """Ask for a line of text; `None` when cancelled."""
        text, is_given = QInputDialog.getText(parent, title, label)
        return text if is_given else None

    def confirm(self, parent: QWidget, ask: Ask) -> bool:
        """Ask, with the careful way out as the default."""
        box = QMessageBox(parent)
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle(ask.title)
        box.setText(ask.title)
        box.setInformativeText(ask.text)
        yes = box.addButton(ask.yes, QMessageBox.ButtonRole.AcceptRole)
        no = box.addButton(ask.no, QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(no)
        box.setEscapeButton(no)
        box.exec()
        return box.clickedButton() is yes

    def open_file(self, path: Path) -> bool:
        """Show a file in the program the device has for it; whether there is one."""
        return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def _with_suffix(path: Path, form: str) -> Path:
    """Return the path with the suffix of the form that was chosen, if it has another."""
    suffixes = re.findall(r"\*(\.\w+)", form)
    if not suffixes or path.suffix.casefold() in suffixes:
        return path
    is_other_form = f"*{path.suffix.casefold()}" in "".join(_filters().values())
    return path.with_suffix(suffixes[0]) if is_other_form else Path(f"{path}{suffixes[0]}")


def folder_for_viewing() -> Path:
    """Return the folder for copies that a viewer may hold open; made when absent."""
    folder = data_folder() / _OPENED
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def documents_folder() -> Path:
    """Return where a user expects files that leave the program."""
    place = QStandardPaths.StandardLocation.DocumentsLocation
    return Path(QStandardPaths.writableLocation(place) or Path.home())


def _filters() -> dict[str, str]:
    return {
        WORKBOOKS: tr("Werkmappen (*.xlsx)"),
        FORMS: ";;".join((tr("Excel-werkmap (*.xlsx)"), tr("OpenDocument (*.ods)"))),
        INTAKES: tr("Ingevulde werkmappen (*.xlsx *.xlsm *.ods *.fods)"),
        TABLES: tr("Tabellen (*.xlsx *.xlsm *.ods *.fods *.csv)"),
        LETTERS: tr("Brieven (*.pdf)"),
        PICTURES: tr("Afbeeldingen (*.png *.jpg *.jpeg)"),
        KEYS: tr("Certificaten en bibliotheken (*.p12 *.pfx *.dll *.so)"),
        CERTIFICATES: tr("Certificaten (*.pem *.cer *.crt)"),
        STORES: tr("Dossierbestanden (*.sqlite)"),
        CALENDARS: tr("Agenda's (*.ics)"),
        TEXTS: tr("Tekstbestanden (*.txt)"),
        ANY_FILE: tr("Alle bestanden (*)"),
    }
