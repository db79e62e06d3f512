"""Reads a whole workbook into neutral cells; follows nothing and calculates nothing."""

from workbench.exchange.cells import ReadNote, ReadSheet, ReadWorkbook, SheetState
from workbench.exchange.package import Package
from workbench.exchange.parts import (
    Outline,
    Relation,
    SheetEntry,
    read_date_styles,
    read_outline,
    read_relations,
    read_texts,
)
from workbench.exchange.refusals import refusal
from workbench.exchange.sheet_reader import SheetContent, Surroundings, read_sheet

_MOST_CELLS = 600_000
_USUAL_PLACES = ("xl/workbook.xml", "workbook.xml")


def read_bytes(data: bytes) -> ReadWorkbook:
    """Return the workbook in `data`; to be called in the limited worker only.

    Raises:
        WorkbookRefusedError: With a code of `REFUSALS`.
    """
    package = Package(data)
    part = _find_workbook(package)
    outline = read_outline(package, part)
    relations = read_relations(package, part)
    notes = _file_notes(outline, relations)
    sheets = _read_sheets(package, outline, relations, notes)
    if not sheets:
        raise refusal("geen-bladen")
    return ReadWorkbook(sheets=tuple(sheets), notes=tuple(notes), names=outline.names)


def _find_workbook(package: Package) -> str:
    if "mimetype" in package and _is_open_document(package):
        raise refusal("ods")
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


def _is_open_document(package: Package) -> bool:
    return b"opendocument" in b"".join(package.chunks("mimetype"))[:100]


def _read_sheets(
    package: Package,
    outline: Outline,
    relations: dict[str, Relation],
    notes: list[ReadNote],
) -> list[ReadSheet]:
    kinds = {relation.kind: relation.target for relation in relations.values()}
    texts, styles = kinds.get("sharedStrings", ""), kinds.get("styles", "")
    shared = read_texts(package, texts) if texts in package else []
    date_styles = read_date_styles(package, styles) if styles in package else []
    sheets: list[ReadSheet] = []
    cells_left = _MOST_CELLS
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
        )
        content = read_sheet(package, relation.target, around)
        cells_left -= len(content.cells)
        notes.extend(_sheet_notes(entry.name, content))
        sheets.append(_sheet(entry, content))
    _refuse_doubles(sheets)
    return sheets


def _sheet(entry: SheetEntry, content: SheetContent) -> ReadSheet:
    is_known = entry.state in tuple(SheetState)
    return ReadSheet(
        name=entry.name,
        state=SheetState(entry.state) if is_known else SheetState.VISIBLE,
        cells=content.cells,
        merged=content.merged,
    )


def _refuse_doubles(sheets: list[ReadSheet]) -> None:
    seen: set[str] = set()
    for sheet in sheets:
        folded = sheet.name.strip().casefold()
        if folded in seen:
            raise refusal("dubbele-bladnaam", sheet.name)
        seen.add(folded)


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
