"""What is said of a paragraph of a draft, and must be settled before it is sealed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class RemarkKind(StrEnum):
    """What is said of a paragraph: each must be settled before the letter is sealed."""

    COMMENT = "opmerking"
    QUESTION = "vraag"
    PROPOSAL = "voorstel"
    ADDITION = "aanvulling"


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterRemark:
    """Something said of one paragraph of a draft, by an advisor or a ministry.

    Attributes:
        block: Key of the block it is about.
    """

    id: str
    letter_id: str
    block: str
    kind: RemarkKind
    text: str
    author: str
    made_on: date
    settled_on: date | None = None
    settled_by: str = ""
