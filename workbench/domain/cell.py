"""A cell of a table that covers more than its own place."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.domain.letter import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell(Span):
    """A cell of a table that covers more than one column or row."""

    columns: int = 1
    rows: int = 1
