"""Writes the differences between two texts, for eyes and for a screen reader."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from PySide6.QtCore import QCoreApplication

from workbench.letters.differences import Change, Run
from workbench.ui.theme import current_palette


def tr(text: str) -> str:
    """Return `text` in the user's language."""
    return QCoreApplication.translate("letter_runs", text)


def runs_html(runs: Iterable[Run]) -> str:
    """Return the runs with signs, lines and colour: never by colour alone."""
    return "".join(_html(run) for run in runs).replace("\n", "<br>")


def runs_words(runs: Iterable[Run]) -> str:
    """Return the runs as a screen reader says them."""
    words = {
        Change.REMOVED: tr("[weg: {text}]"),
        Change.ADDED: tr("[nieuw: {text}]"),
        Change.SAME: "{text}",
    }
    return "".join(words[run.change].format(text=run.text) for run in runs)


def _html(run: Run) -> str:
    text, colours = escape(run.text), current_palette()
    if run.change is Change.SAME or not run.text.strip():
        return text
    if run.change is Change.REMOVED:
        return f'<s style="color:{colours.fault}">[−{text}−]</s>'
    return f'<u style="color:{colours.good}">[+{text}+]</u>'
