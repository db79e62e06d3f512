"""An overview of records as a PDF: what the screen says, per region or ministry."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from workbench.domain.finding import LetterKind
from workbench.domain.instrument import InstrumentField
from workbench.domain.letter import (
    Block,
    Letter,
    Paragraph,
    Span,
    TableBlock,
)
from workbench.domain.notation import write_date
from workbench.rules.instruments import load_instruments
from workbench.usecases.context import Context
from workbench.usecases.letterheads import dress
from workbench.usecases.offices import sender_on
from workbench.usecases.record_lines import RecordLine, list_lines

_MOST_COLUMNS = 5
_NOWHERE = "Niet genoemd"


def overview(
    context: Context, key: str, ids: Sequence[str], by: str = "", case_id: str = ""
) -> Letter:
    """Return the shown records as a document.

    Args:
        by: Name of the field that divides the overview; "" for one table.
    """
    instrument = load_instruments()[key]
    lines = {one.record.id: one for one in list_lines(context, key, case_id)}
    shown = [lines[one] for one in ids if one in lines]
    columns = [one for one in instrument.fields if one.column and one.name != by]
    # an overview is nobody's letter: no minister stands under it
    sender = replace(sender_on(context, context.today()), minister="", signatory="")
    count = "1 regel" if len(shown) == 1 else f"{len(shown)} regels"
    words = f"{instrument.about} Stand op {write_date(context.today())}: {count}."
    letter = Letter(
        kind=LetterKind.NOTE,
        subject=f"Overzicht {instrument.name.lower()}",
        reference="",
        is_draft=False,
        is_sample=any("VOORBEELD" in one.title for one in shown),
        written_on=context.today(),
        sender=sender,
        recipient=(sender.organisation,),
        salutation="",
        their_reference="",
        their_letter_on=None,
        blocks=tuple(_blocks(shown, columns[:_MOST_COLUMNS], by, words)),
        closing=(),
        document_name="Overzicht",
    )
    return dress(context, letter)


def _blocks(
    lines: Sequence[RecordLine],
    columns: Sequence[InstrumentField],
    by: str,
    words: str,
) -> list[Block]:
    made: list[Block] = [Paragraph(key="about", spans=(Span(text=words),))]
    if not by:
        return [*made, *_table("all", "Alle regels", lines, columns)]
    in_order = sorted(lines, key=lambda one: one.texts[by].casefold() or "~")
    for number, (name, inside) in enumerate(groupby(in_order, lambda one: one.texts[by])):
        made.extend(_table(f"t{number}", name or _NOWHERE, list(inside), columns))
    return made


def _table(
    key: str, title: str, lines: Sequence[RecordLine], columns: Sequence[InstrumentField]
) -> list[Block]:
    if not lines:
        return []
    rows = tuple(
        tuple(Span(text=line.texts[field.name] or "onbekend") for field in columns)
        for line in lines
    )
    return [
        TableBlock(
            key=key,
            title=title,
            header=tuple(field.label for field in columns),
            rows=rows,
            is_number=tuple(field.kind in ("fte", "change", "number") for field in columns),
        )
    ]
