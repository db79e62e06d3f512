"""Leaves out the empty parts of a letter and refuses what cannot be made accessible."""

from collections.abc import Sequence
from dataclasses import replace

from workbench.domain.errors import LetterInvalidError
from workbench.domain.letter import (
    Block,
    FigureBlock,
    Heading,
    Letter,
    Listing,
    Paragraph,
    TableBlock,
)
from workbench.figures.drawing import Drawing
from workbench.letters.cell_places import place_cells

_HIGHEST, _LOWEST = 2, 6


def drop_empty(blocks: Sequence[Block]) -> list[Block]:
    """Return the blocks that say something; a heading with nothing below it goes too."""
    kept: list[Block] = []
    for block in reversed([_trim(block) for block in blocks]):
        if not _is_empty(block) and not (
            isinstance(block, Heading) and _is_childless(block, kept)
        ):
            kept.append(block)
    return kept[::-1]


def check_form(letter: Letter, blocks: Sequence[Block]) -> None:
    """Make sure that a screen reader can walk through the letter.

    Raises:
        LetterInvalidError: `detail` is subject_missing, heading_skips_level,
            table_without_header, table_uneven, figure_without_alt or figure_unknown;
            `block` is the key of the block.
    """
    if not letter.subject.strip():
        raise LetterInvalidError(letter="", detail="subject_missing", block="")
    level = 1
    for block in blocks:
        fault = ""
        if isinstance(block, Heading):
            is_allowed = _HIGHEST <= block.level <= min(level + 1, _LOWEST)
            fault = "" if is_allowed else "heading_skips_level"
            level = block.level
        elif isinstance(block, TableBlock):
            fault = _table_fault(block)
        elif isinstance(block, FigureBlock):
            fault = _figure_fault(block)
        if fault:
            raise LetterInvalidError(letter=letter.subject, detail=fault, block=block.key)


def _trim(block: Block) -> Block:
    if isinstance(block, Listing):
        return replace(block, items=tuple(i for i in block.items if i.text.strip()))
    return block


def _is_empty(block: Block) -> bool:
    if isinstance(block, Heading | Paragraph):
        return not block.text.strip()
    if isinstance(block, Listing):
        return not block.items
    return isinstance(block, TableBlock) and not block.rows


def _is_childless(heading: Heading, below: Sequence[Block]) -> bool:
    """Return whether the block under `heading`, the last of `below`, is not part of it."""
    if not below:
        return True
    following = below[-1]
    return isinstance(following, Heading) and following.level <= heading.level


def _table_fault(block: TableBlock) -> str:
    if not any(text.strip() for text in block.header):
        return "table_without_header"
    count = len(block.header)
    try:
        place_cells([block.groups] if block.groups else [], count)
        place_cells(block.rows, count)
    except ValueError:
        return "table_uneven"
    return "table_uneven" if len(block.is_number) != count else ""


def _figure_fault(block: FigureBlock) -> str:
    if not block.alt.strip():
        return "figure_without_alt"
    return "" if isinstance(block.figure, Drawing) else "figure_unknown"
