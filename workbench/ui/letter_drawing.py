"""Draws and checks a letter in a job: values in, values out."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from workbench.domain.letter import Letter
from workbench.letters.checking import check_pdf
from workbench.letters.rendering import render_letter
from workbench.usecases.sealing import UNCHECKED


def draw(letter: Letter, receipt: str = "") -> bytes:
    """Return the PDF of a letter, with its receipt inside if it is to carry one."""
    return render_letter(letter, receipt=receipt).pdf


def check(pdf: bytes) -> tuple[str, str]:
    """Return the outcome of the PDF check and its first findings, in words."""
    result = check_pdf(pdf)
    return result.outcome, "; ".join(result.findings[:3])


def write_verdict(outcome: str) -> str:
    """Return the outcome of the check as the user reads it."""
    if outcome == "valid":
        return QCoreApplication.translate("letter_drawing", "geldig")
    return UNCHECKED
