"""The program ends in peace, also with something of its own on the clipboard."""

import subprocess
import sys

COPY_AND_END = """
from PySide6.QtWidgets import QApplication
from workbench.ui.clipboard import new_clipboard_data

app = QApplication([])
data = new_clipboard_data()
data.setText("Drenthe")
app.clipboard().setMimeData(data)
print(app.clipboard().text(), app.clipboard().mimeData().formats())
"""


def test_a_program_with_a_table_on_the_clipboard_ends_without_a_crash() -> None:
    done = subprocess.run(
        [sys.executable, "-c", COPY_AND_END],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )

    assert (done.returncode, done.stdout.strip()) == (0, "Drenthe ['text/plain']")
