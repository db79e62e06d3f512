"""Empty parts are left out; what cannot be made accessible is refused."""

from dataclasses import replace

import pytest

from tests.letters.reading import read
from tests.letters.samples import (
    ADVICE,
    FIGURE,
    LIST,
    TABLE,
    letter_of,
    nameless,
    paragraph,
)
from workbench.domain.errors import LetterInvalidError
from workbench.domain.letter import Block, Heading
from workbench.letters.rendering import render_letter
from workbench.letters.well_formed import drop_empty

TEXT = paragraph("Tekst.")


def _heading(level: int, text: str = "Kop") -> Heading:
    return Heading(key=f"h{level}", text=text, level=level)


@pytest.mark.parametrize(
    ("block", "detail"),
    [
        (_heading(3), "heading_skips_level"),
        (_heading(1), "heading_skips_level"),
        (replace(TABLE, header=("", " ", "", "")), "table_without_header"),
        (replace(TABLE, header=()), "table_without_header"),
        (replace(TABLE, header=("Een", "Twee")), "table_uneven"),
        (replace(TABLE, is_number=(True,)), "table_uneven"),
        (replace(FIGURE, alt=" "), "figure_without_alt"),
        (replace(FIGURE, figure="kaart.png"), "figure_unknown"),
    ],
)
def test_an_inaccessible_block_is_refused(block: Block, detail: str) -> None:
    with pytest.raises(LetterInvalidError) as caught:
        render_letter(letter_of(block, TEXT))

    assert caught.value.facts["detail"] == detail
    assert caught.value.facts["block"] == block.key


def test_a_letter_without_a_subject_is_refused() -> None:
    with pytest.raises(LetterInvalidError, match="subject_missing"):
        render_letter(replace(ADVICE, subject=" "))


def test_a_heading_with_nothing_below_it_is_left_out() -> None:
    blocks: list[Block] = [
        _heading(2),
        _heading(3),
        _heading(2, "Advies"),
        TEXT,
        _heading(2),
    ]

    assert drop_empty(blocks) == [_heading(2, "Advies"), TEXT]


def test_a_heading_stays_for_the_sake_of_what_is_under_its_subheading() -> None:
    blocks: list[Block] = [_heading(2), _heading(3), TEXT]

    assert drop_empty(blocks) == blocks


def test_empty_blocks_are_left_out() -> None:
    blocks: list[Block] = [
        paragraph(" "),
        replace(LIST, items=(paragraph(""),)),
        replace(TABLE, rows=()),
        _heading(2, ""),
    ]

    assert drop_empty(blocks) == []


def test_an_empty_field_leaves_no_label_behind() -> None:
    said = read(render_letter(nameless()).pdf)

    assert [node.text for node in said.nodes if node.text] == [
        "Datum",
        "3 juni 2024",
        "Betreft",
        "Locatieadvies over de groei van de Dienst Voorbeeld",
        "Akkoord.",
    ]
