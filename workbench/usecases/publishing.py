"""Makes and keeps the public version of a sealed letter."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from workbench.domain.errors import LetterInvalidError, LetterNotReadyError
from workbench.domain.letter import Letter, LetterRecord
from workbench.letters.public_version import (
    Passage,
    Redaction,
    left_behind,
    list_names,
    list_passages,
    publish,
)
from workbench.usecases.attachments import keep_attachment
from workbench.usecases.context import Change, Context
from workbench.usecases.saving import save_bytes
from workbench.usecases.touched import letter_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Publishable:
    """A sealed letter with what can be left out of it."""

    record: LetterRecord
    letter: Letter
    passages: tuple[Passage, ...]
    names: tuple[str, ...]


def open_for_publishing(context: Context, record: LetterRecord) -> Publishable:
    """Return a sealed letter as values, with its blocks and the names around it.

    Raises:
        LetterNotReadyError: The letter can no longer be made from its receipt.
    """
    letter = letter_of(context, record)
    if letter is None:
        lacking = ["regels, tekst of ontvangstbewijs van toen zijn hier niet bewaard"]
        raise LetterNotReadyError(case=record.number, missing=lacking)
    text = context.texts.get(record.kind)
    return Publishable(
        record=record,
        letter=letter,
        passages=tuple(list_passages(letter, text)),
        names=tuple(list_names(letter)),
    )


def publish_letter(
    context: Context,
    found: Publishable,
    redaction: Redaction,
    render: Callable[[Letter], bytes],
    path: Path,
) -> tuple[Path, Change]:
    """Write the public version to `path`; the case keeps it as an attachment.

    Raises:
        LetterInvalidError: A name is still in it; nothing was written.
    """
    public = publish(found.letter, redaction)
    if left := left_behind(public, redaction.names):
        detail = f"nog te lezen: {', '.join(left)}"
        raise LetterInvalidError(letter=public.subject, detail=detail)
    pdf = render(public)
    save_bytes(path, pdf)
    if found.record.case_id is None:
        return path, Change()
    _, change = keep_attachment(context, found.record.case_id, path.name, pdf)
    return path, change
