"""Makes Qt itself speak Dutch: its dialogs, its numbers and its days."""

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

_BOOKS = ("qtbase", "qt_help")


def dutch() -> QLocale:
    """Return the way numbers and days are written in the Netherlands."""
    return QLocale(QLocale.Language.Dutch, QLocale.Country.Netherlands)


def localise(app: QApplication) -> None:
    """Give `app` Dutch dialogs and a Dutch way of writing; once is enough."""
    QLocale.setDefault(dutch())
    if any(kept.objectName() in _BOOKS for kept in app.findChildren(QTranslator)):
        return
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    for book in _BOOKS:
        translator = QTranslator(app)
        translator.setObjectName(book)
        if translator.load(dutch(), book, "_", folder):
            app.installTranslator(translator)
