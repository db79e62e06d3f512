"""Takes a pivot table out as a workbook."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path

from workbench.domain.pivot import PivotTable
from workbench.exchange.tables_out import TableSheet, write_tables
from workbench.usecases.context import Context
from workbench.usecases.saving import save_bytes

Row = tuple[str | Decimal | None, ...]
_SOURCE = "Fte-register van de werkbank; de leveringen staan bij elke cel in het venster."


def export_pivot(
    context: Context,
    shown: tuple[tuple[str, ...], Sequence[Row]],
    table: PivotTable,
    path: Path,
) -> Path:
    """Write the rows as they are shown to `path`, with what a reader must know."""
    header, rows = shown
    sheet = TableSheet(
        title="Tabel",
        header=header,
        rows=tuple(rows),
        notes=table.notes,
        source=_SOURCE,
        is_number=(False, *(True for _ in header[1:])),
        is_sample=any(note.startswith("VOORBEELD") for note in table.notes),
    )
    return save_bytes(path, write_tables([sheet], context.today()))
