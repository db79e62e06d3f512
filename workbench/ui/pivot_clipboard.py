"""Puts a pivot table on the clipboard: as text with tabs, and as a table with borders."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QMimeData, Qt

from workbench.domain.notation import MINUS
from workbench.ui.clipboard import new_clipboard_data
from workbench.ui.pivot_model import CellRole, PivotModel
from workbench.ui.pivot_words import value_of

_HTML = (
    '<html xmlns:x="urn:schemas-microsoft-com:office:excel">'
    '<head><meta charset="utf-8"></head><body>'
    '<table border="1" cellspacing="0" cellpadding="4">{rows}</table>{notes}</body></html>'
)


def copy_cells(model: PivotModel, rows: Sequence[int], columns: Sequence[int]) -> QMimeData:
    """Return cells with their heads; numbers stay numbers in a spreadsheet."""
    heads = [_head(model, one, Qt.Orientation.Horizontal) for one in columns]
    lines = ["\t".join(["", *heads])]
    cells = "".join(f"<th>{escape(text)}</th>" for text in ["", *heads])
    parts = [f"<tr>{cells}</tr>"]
    for row in rows:
        head = _head(model, row, Qt.Orientation.Vertical)
        shown = [str(model.index(row, column).data()) for column in columns]
        plain = [text.replace(MINUS, "-") for text in shown]
        lines.append("\t".join([head, *plain]))
        cells = "".join(
            _cell(model, row, column, text)
            for column, text in zip(columns, shown, strict=True)
        )
        parts.append(f"<tr><th>{escape(head)}</th>{cells}</tr>")
    copied = new_clipboard_data()
    copied.setText("\r\n".join(lines))
    notes = "".join(f"<p>{escape(note)}</p>" for note in _notes(model))
    copied.setHtml(_HTML.format(rows="".join(parts), notes=notes))
    return copied


def _head(model: PivotModel, section: int, side: Qt.Orientation) -> str:
    return str(model.headerData(section, side)).replace("\t", " ").replace("\n", " ")


def _cell(model: PivotModel, row: int, column: int, text: str) -> str:
    table = model.table
    assert table is not None
    at_row, at_column = model.index(row, column).data(CellRole)
    value = value_of(table.cell(at_row, at_column), table)
    number = "" if value is None else f' x:num="{float(value)!r}"'
    return f'<td align="right"{number}>{escape(text)}</td>'


def _notes(model: PivotModel) -> tuple[str, ...]:
    return model.table.notes if model.table else ()
