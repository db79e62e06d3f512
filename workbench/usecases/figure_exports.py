"""Takes numbers and pictures of figures out of the window, and region borders in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from workbench.domain.office import OfficeSetting
from workbench.exchange.tables_out import TableSheet, write_tables
from workbench.figures.drawing import Drawing
from workbench.figures.region_geometry import RegionGeometry, read_geometry
from workbench.store import files, settings
from workbench.usecases.context import Change, Context
from workbench.usecases.saving import read_bytes, save_bytes

_GEOMETRY = "region-geometry"
_SAMPLE = "VOORBEELD"


def export_drawing(
    context: Context, drawing: Drawing, path: Path, notes: Sequence[str] = ()
) -> Path:
    """Keep the numbers of a figure as a workbook, as its table shows them."""
    said = (drawing.title, drawing.source, *notes)
    sheet = TableSheet(
        title=drawing.title,
        header=drawing.header,
        rows=drawing.rows,
        notes=tuple(notes),
        source=drawing.source,
        is_number=drawing.is_number,
        is_sample=any(_SAMPLE in text for text in said),
    )
    return save_bytes(path, write_tables([sheet], context.today()))


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownTable:
    """A table as the window shows it."""

    title: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def export_tables(
    context: Context, tables: Sequence[ShownTable], notes: Sequence[str], path: Path
) -> Path:
    """Keep tables of the window as a workbook, each with the notes that belong to them."""
    sheets = [
        TableSheet(
            title=table.title,
            header=table.header,
            rows=table.rows,
            notes=tuple(notes),
            source="Fte-register van de werkbank",
            is_sample=any(_SAMPLE in note for note in notes),
        )
        for table in tables
    ]
    return save_bytes(path, write_tables(sheets, context.today()))


def keep_picture(_context: Context, picture: bytes, path: Path) -> Path:
    """Keep the bytes of a picture where the user wants it."""
    return save_bytes(path, picture)


def keep_geometry(context: Context, path: Path) -> Change:
    """Keep a file with the borders of the COROP regions, for maps.

    Raises:
        GeometryRefusedError: It is no such file.
    """
    data = read_bytes(path)
    read_geometry(data, path.name)
    with context.batch(f"Regiogrenzen ingelezen uit {path.name}"):
        sha256 = files.keep_file(
            context.store, data, name=path.name, media_type="application/geo+json"
        )
        settings.save_setting(
            context.store,
            OfficeSetting(
                id=context.new_id(),
                key=_GEOMETRY,
                valid_from=context.today(),
                value=sha256,
                source=path.name,
            ),
        )
    return Change(everything=True)


def load_geometry(context: Context) -> RegionGeometry | None:
    """Return the borders that were kept last, or `None`."""
    kept = [one for one in settings.list_settings(context.store) if one.key == _GEOMETRY]
    if not kept:
        return None
    newest = max(kept, key=lambda one: (one.valid_from, one.id))
    return read_geometry(files.read_file(context.store, newest.value), newest.source)
