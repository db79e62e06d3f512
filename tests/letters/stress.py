"""Letters that try to break the form: long, odd, empty and hostile content."""

from dataclasses import fields, replace
from typing import Any

from tests.letters.samples import (
    ADVICE,
    DRAFT,
    FIGURE,
    LIST,
    SENDER,
    TABLE,
    letter_of,
    nameless,
    paragraph,
    row,
)
from workbench.domain.letter import (
    Block,
    FigureBlock,
    Heading,
    Letter,
    Paragraph,
    Span,
    TableBlock,
)

LONG_WORD = "Rijkswerkgelegenheidsspreidingsadvies" * 6
LONG_NAME = (
    "Interdepartementale Voorbeelddienst voor de Coördinatie van de Spreiding van "
    "Rijkswerkgelegenheid over de Provincies en de Openbare Lichamen"
)
HOSTILE = "<script>alert('&amp;')</script> & <b>vet</b> \\(haak) %PDF endstream ]]> {x}"
SENTENCE = (
    "De dienst onderzoekt drie locaties, waarvan er één buiten de Randstad ligt, en legt "
    "per locatie vast wat de komst voor de regio betekent. "
)


def with_text_everywhere(text: str) -> Letter:
    """Return the sample with `text` in every field that is shown."""
    names = (field.name for field in fields(SENDER))
    lines = ("visiting_address", "postal_address", "contact_details")
    shown: dict[str, Any] = {n: (text,) if n in lines else text for n in names}
    sender = replace(SENDER, **shown)
    blocks = (
        Heading(key="h", text=text),
        Paragraph(key="p", spans=(Span(text=text), Span(text=text, is_bold=True))),
        replace(LIST, items=(paragraph(text),)),
        replace(TABLE, title=text, header=(text,) * 4, rows=(row(*[text] * 4),), note=text),
        replace(FIGURE, title=text, alt=text, note=text),
    )
    return replace(
        letter_of(*blocks),
        subject=text,
        reference=text,
        sender=sender,
        recipient=(text,),
        salutation=text,
        their_reference=text,
        closing=(text,),
        attachments=(text,),
        classification=text,
        classification_note=text,
    )


def long_table(rows: int, words: int = 1) -> TableBlock:
    """Return a table with a total, of which each row takes more lines by `words`."""
    lines = tuple(
        row(f"Dienst {number}", SENTENCE * words, f"{number}.000,5", f"−{number}")
        for number in range(1, rows + 1)
    )
    return replace(
        TABLE,
        header=("Dienst", "Toelichting", "Omvang in fte", "Verschil"),
        rows=(*lines, row("Totaal", "", "1", "−1")),
        is_number=(False, False, True, True),
    )


def every_letter() -> Letter:
    """Return a letter with all of Latin-1 and Latin Extended-A, in three typefaces."""
    signs = [chr(code) for code in (*range(0xA1, 0x180), *range(0x218, 0x21C))]
    text = " ".join(sign for sign in signs if sign != "\u00ad") + " € “ ” ‘ ’ … – — ≥ ≤ →"
    return letter_of(
        paragraph(text),
        Paragraph(key="bold", spans=(Span(text=text, is_bold=True),)),
        Heading(key="h2", text="Kop"),
        Heading(key="h3", text=text, level=3),
        paragraph("Slot."),
    )


def _chapters(count: int) -> Letter:
    blocks: list[Block] = []
    for number in range(1, count + 1):
        blocks += [
            Heading(key=f"h{number}", text=f"Principe {number}"),
            paragraph(SENTENCE * (1 + number % 9), f"p{number}"),
        ]
    return letter_of(*blocks)


STRESS: dict[str, Letter] = {
    "sample": ADVICE,
    "draft": DRAFT,
    "one line": nameless(),
    "forty principles": _chapters(40),
    "long names": with_text_everywhere(LONG_NAME),
    "long words": letter_of(
        paragraph(LONG_WORD), replace(LIST, items=(paragraph(LONG_WORD),))
    ),
    "script everywhere": with_text_everywhere(HOSTILE),
    "table over three pages": letter_of(long_table(60)),
    "rows longer than a page": letter_of(long_table(3, words=60)),
    "paragraph over three pages": letter_of(paragraph(SENTENCE * 90)),
    "every letter": every_letter(),
    "address of twelve lines": replace(ADVICE, recipient=("Voorbeeld",) * 12),
    "table of figures only": letter_of(
        replace(TABLE, header=("a", "b"), rows=(row("1", "2"),), is_number=(True, True))
    ),
    "empty cells": letter_of(replace(TABLE, rows=(row("", "", "", ""),) * 3, note="")),
    "figure alone": letter_of(
        FigureBlock(key="f", title="", alt="x", note="", figure=FIGURE.figure)
    ),
}
