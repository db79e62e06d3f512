"""Makes data for the clipboard that may outlive Python."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QStringListModel


def new_clipboard_data() -> QMimeData:
    """Return empty data, made by Qt itself.

    Qt lets go of its clipboard after Python has ended. Data that Python made would then
    call back into Python, and the program would end with a crash.
    """
    model = QStringListModel([""])
    data = model.mimeData([model.index(0)])
    for kind in data.formats():
        data.removeFormat(kind)
    return data
