"""Reads a whole workbook into neutral cells; follows nothing and calculates nothing."""

from workbench.exchange.cells import (
    MOST_STREAMED,
    ReadNote,
    ReadSheet,
    ReadWorkbook,
    SheetState,
)
from workbench.exchange.open_document import (
    is_open_document,
    read_flat_document,
    read_open_document,
)
from workbench.exchange.package import Package, check_kind
from workbench.exchange.parts import (
    Outline,
    Relation,
    SheetEntry,
    read_date_styles,
    read_outline,
    read_relations,
    read_texts,
)
from workbench.exchange.refusals import refusal, refuse_doubles
from workbench.exchange.sheet_parts import SheetContent, Surroundings, Tell
from workbench.exchange.sheet_reader import read_sheet
from workbench.exchange.text_reader import read_text_table

_USUAL_PLACES = ("xl/workbook.xml", "workbook.xml")


def read_bytes(data: bytes, tell: Tell | None = None) -> ReadWorkbook:
    """Return the workbook in `data`; to be called in the limited worker only.

    Args:
        tell: Gets the cells of a workbook of Excel in blocks; the workbook that is
            returned then holds only those after the last block.

    Raises:
        WorkbookRefusedError: With a code of `REFUSALS`.
    """
    kind = check_kind(data)
    if kind == "csv":
        return read_text_table(data)
    if kind == "fods":
        return read_flat_document(data)
    package = Package(data)
    if is_open_document(package):
        return read_open_document(package)
    part = _find_workbook(package)
    outline = read_outline(package, part)
    relations = read_relations(package, part)
    notes = _file_notes(outline, relations)
    sheets = _read_sheets(package, outline, relations, notes, tell)
    if not sheets:
        raise refusal("geen-bladen")
    has_macros = any(note.code == "macros" for note in notes)
    return ReadWorkbook(
        sheets=tuple(sheets),
        notes=tuple(notes),
        names=outline.names,
        format="xlsm" if has_macros else "xlsx",
    )


def _find_workbook(package: Package) -> str:
    candidates = [
        relation.target
        for relation in read_relations(package, "").values()
        if relation.kind == "officeDocument" and not relation.is_external
    ]
    part = next((c for c in (*candidates, *_USUAL_PLACES) if c in package), None)
    if part is None:
        raise refusal("geen-werkmap")
    if part.lower().endswith(".bin"):
        raise refusal("xlsb")
    return part


def _read_sheets(
    package: Package,
    outline: Outline,
    relations: dict[str, Relation],
    notes: list[ReadNote],
    tell: Tell | None,
) -> list[ReadSheet]:
    kinds = {relation.kind: relation.target for relation in relations.values()}
    texts, styles = kinds.get("sharedStrings", ""), kinds.get("styles", "")
    shared = read_texts(package, texts) if texts in package else []
    date_styles = read_date_styles(package, styles) if styles in package else []
    sheets: list[ReadSheet] = []
    cells_left = MOST_STREAMED
    for entry in outline.sheets:
        relation = relations.get(entry.relation)
        if relation is None or relation.kind != "worksheet" or relation.is_external:
            kind = relation.kind if relation else "leeg"
            notes.append(
                ReadNote(
                    code="blad-overgeslagen",
                    text=f"Blad “{entry.name}” ({kind}) is niet gelezen.",
                )
            )
            continue
        around = Surroundings(
            texts=shared,
            date_styles=date_styles,
            uses_1904=outline.uses_1904,
            cells_left=cells_left,
            number=len(sheets),
            tell=tell,
        )
        content = read_sheet(package, relation.target, around)
        cells_left -= content.filled
        notes.extend(_sheet_notes(entry.name, content))
        sheets.append(_sheet(entry, content))
    refuse_doubles(sheet.name for sheet in sheets)
    return sheets


def _sheet(entry: SheetEntry, content: SheetContent) -> ReadSheet:
    is_known = entry.state in tuple(SheetState)
    return ReadSheet(
        name=entry.name,
        state=SheetState(entry.state) if is_known else SheetState.VISIBLE,
        cells=content.cells,
        merged=content.merged,
    )


def _file_notes(outline: Outline, relations: dict[str, Relation]) -> list[ReadNote]:
    kinds = [relation.kind.lower() for relation in relations.values()]
    texts = {
        "macros": (
            any("vba" in kind or "macro" in kind for kind in kinds),
            "De werkmap bevat macro's. Die zijn niet uitgevoerd en niet overgenomen.",
        ),
        "externe-koppelingen": (
            "externallink" in kinds,
            "De werkmap verwijst naar andere bestanden. Die zijn niet geopend.",
        ),
        "strict": (outline.is_strict, "De werkmap heeft het formaat Strict Open XML."),
        "1904": (
            outline.uses_1904,
            "De werkmap telt datums vanaf 1904. De datums zijn zo gelezen.",
        ),
    }
    return [
        ReadNote(code=code, text=text) for code, (holds, text) in texts.items() if holds
    ]


def _sheet_notes(name: str, content: SheetContent) -> list[ReadNote]:
    rows, columns = content.hidden_rows, content.hidden_columns
    texts = {
        "verborgen-rijen": (
            rows > 0,
            f"Blad “{name}” heeft verborgen rijen ({rows}). Die zijn meegelezen.",
        ),
        "verborgen-kolommen": (
            columns > 0,
            f"Blad “{name}” heeft verborgen kolommen ({columns}). Die zijn meegelezen.",
        ),
        "rijvolgorde": (
            content.is_out_of_order,
            f"Op blad “{name}” staan de rijen in het bestand niet op volgorde.",
        ),
        "samenvoegingen": (
            content.has_more_merges,
            f"Blad “{name}” heeft zeer veel samengevoegde cellen.",
        ),
    }
    return [
        ReadNote(code=code, text=text) for code, (holds, text) in texts.items() if holds
    ]
