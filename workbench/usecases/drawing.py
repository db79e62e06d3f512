"""Draws and checks a final letter; runs aside from the window and touches no store."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass

from workbench.domain.errors import LetterInvalidError
from workbench.domain.letter import Letter


@dataclass(frozen=True, slots=True, kw_only=True)
class SealedPdf:
    """What the drawing of a final letter gives back."""

    pdf: bytes
    outcome: str
    detail: str


def draw_final(
    letter: Letter,
    render: Callable[[Letter], bytes],
    check: Callable[[bytes], tuple[str, str]],
) -> SealedPdf:
    """Draw and check a final letter.

    Raises:
        LetterInvalidError: The check found a fault; nothing may be sealed.
    """
    pdf = render(letter)
    outcome, detail = check(pdf)
    if outcome == "invalid":
        raise LetterInvalidError(letter=letter.subject, detail=detail)
    return SealedPdf(pdf=pdf, outcome=outcome, detail=detail)


def sha256_of(pdf: bytes) -> str:
    """Return the SHA-256 that stands under a sealed letter."""
    return hashlib.sha256(pdf).hexdigest()
