"""Seals the letters of a whole yearly round: planned, drawn aside, then kept together."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from workbench.domain.errors import ReadingStoppedError
from workbench.domain.finding import LetterKind
from workbench.domain.letter import Letter
from workbench.exchange.watching import Watch
from workbench.usecases.context import Change, Context
from workbench.usecases.drawing import SealedPdf, draw_final
from workbench.usecases.letter_subjects import about_request
from workbench.usecases.letters import Draft, draft_letter, letters_about
from workbench.usecases.requests import list_round
from workbench.usecases.saving import free_name, save_bytes
from workbench.usecases.sealing import (
    Adoption,
    final_letter,
    propose_adoption,
    seal_letter,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """One letter of a batch, complete but not drawn yet."""

    draft: Draft
    adoption: Adoption
    letter: Letter
    receipt: str


def drafts_of_round(context: Context, year: int) -> list[Draft]:
    """Return the letters of a round that are not sealed yet, by ministry."""
    return list(_unsealed(context, year))


def plan_batch(
    context: Context, drafts: Sequence[Draft], under: Adoption
) -> tuple[Planned, ...]:
    """Return the letters with the data under them; every letter gets its own number.

    Raises:
        LetterNotReadyError: One of them lacks something; it is named.
    """
    planned: list[Planned] = []
    for draft in drafts:
        taken = [one.adoption.number for one in planned]
        number = propose_adoption(context, draft, taken).number
        adoption = replace(under, number=number)
        letter, receipt = final_letter(context, draft, adoption)
        planned.append(
            Planned(draft=draft, adoption=adoption, letter=letter, receipt=receipt)
        )
    return tuple(planned)


def draw_batch(
    planned: Sequence[Planned],
    render: Callable[[Letter], bytes],
    check: Callable[[bytes], tuple[str, str]],
    watch: Watch,
) -> list[tuple[Planned, SealedPdf]]:
    """Draw and check the letters one by one; runs aside and touches no store.

    Raises:
        LetterInvalidError: One did not pass the check.
        ReadingStoppedError: The user stopped it; nothing is kept.
    """
    drawn = []
    for done, one in enumerate(planned, start=1):
        if watch.is_stopped:
            raise ReadingStoppedError
        drawn.append((one, draw_final(one.letter, render, check)))
        watch.say(done / len(planned))
    return drawn


def keep_batch(
    context: Context, drawn: Sequence[tuple[Planned, SealedPdf]], folder: Path
) -> tuple[list[Path], Change]:
    """Write the letters to `folder` and seal each of them.

    Raises:
        FileUnwritableError: The folder takes no files; the letters before it are sealed.
    """
    paths = []
    for one, made in drawn:
        name = f"{one.adoption.number} {one.letter.recipient[0]}.pdf".replace("/", "-")
        paths.append(save_bytes(free_name(folder / name), made.pdf))
        seal_letter(context, one.draft, one.adoption, made, one.receipt)
    return paths, Change(everything=True)


def _unsealed(context: Context, year: int) -> Iterator[Draft]:
    for row in list_round(context, year):
        if row.request is None:
            continue
        subject = about_request(row.request.id)
        draft = draft_letter(context, subject, LetterKind.FIGURES_REQUEST)
        kept = letters_about(context, subject)
        is_done = bool(kept) and all(one.is_sealed for one in kept)
        if draft is not None and not is_done:
            yield draft
