"""A file gets the suffix of the form that was chosen in the dialog."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget

from workbench.ui.window_actions import FORMS, WORKBOOKS, WindowActions


@pytest.mark.parametrize(
    ("typed", "form", "kept"),
    [
        ("opgave.xlsx", "Excel-werkmap (*.xlsx)", "opgave.xlsx"),
        ("opgave.xlsx", "OpenDocument (*.ods)", "opgave.ods"),
        ("opgave", "OpenDocument (*.ods)", "opgave.ods"),
        ("opgave v1.2", "Excel-werkmap (*.xlsx)", "opgave v1.2.xlsx"),
        ("OPGAVE.ODS", "OpenDocument (*.ods)", "OPGAVE.ODS"),
    ],
)
def test_the_chosen_form_decides_the_suffix(
    typed: str, form: str, kept: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    answer = (str(tmp_path / typed), form)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_given: answer)
    parent: QWidget = None  # type: ignore[assignment]  # the dialog is answered above

    assert WindowActions().ask_save(parent, "Bewaren", "x.xlsx", FORMS) == tmp_path / kept


def test_cancelling_keeps_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_given: ("", ""))
    parent: QWidget = None  # type: ignore[assignment]

    assert WindowActions().ask_save(parent, "Bewaren", "x.xlsx", WORKBOOKS) is None
