"""A letter as values: blocks whose every number refers to a fact."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from workbench.domain.finding import LetterKind


class BlockKind(StrEnum):
    """What sort of statement a block makes (Woo 5.2; `domain.md` 9.9)."""

    FACT = "feit"
    FORECAST = "prognose"
    ALTERNATIVE = "alternatief"
    CONSEQUENCE = "gevolg"
    VIEW = "opvatting"


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A piece of running text.

    Attributes:
        fact: Key of the fact this text shows; empty for plain words.
        language: Of the text, such as "fy-NL"; empty for Dutch.
        note: What stands at the foot of the page about the words before it.
    """

    text: str
    fact: str = ""
    is_bold: bool = False
    language: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A heading in the body; level 1 is the subject and stands in the letterhead."""

    key: str
    text: str
    level: int = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """Running text, generated or the advisor's own.

    Attributes:
        rule: Key of the rule the sentence rests on; empty when none.
        is_own: Typed by the advisor; survives every regeneration.
    """

    key: str
    spans: tuple[Span, ...]
    kind: BlockKind = BlockKind.FACT
    rule: str = ""
    is_own: bool = False

    @property
    def text(self) -> str:
        return "".join(span.text for span in self.spans)


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """A numbered or bulleted list of paragraphs.

    Attributes:
        levels: How deep each item lies, from 0; empty when none lies deeper.
    """

    key: str
    items: tuple[Paragraph, ...]
    is_numbered: bool = False
    levels: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TableBlock:
    """A table with one header row; the first column heads its rows.

    Attributes:
        rows: A row has fewer cells where one covers several columns or rows.
        groups: Stands above the header; its cells cover columns that belong together.
        is_number: Per column, whether it is right-aligned.
        has_total: Whether the last row is a total.
    """

    key: str
    title: str
    header: tuple[str, ...]
    rows: tuple[tuple[Span, ...], ...]
    is_number: tuple[bool, ...]
    note: str = ""
    has_total: bool = False
    groups: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureBlock:
    """A figure with its spoken summary; `figure` is a `figures.drawing.Drawing`."""

    key: str
    title: str
    alt: str
    note: str
    figure: object


Block = Heading | Paragraph | Listing | TableBlock | FigureBlock


@dataclass(frozen=True, slots=True, kw_only=True)
class Sender:
    """The office as it stands in the right column and under the letter.

    Attributes:
        minister: Function of the signatory, such as "De minister van …".
        signatory: Name; a matter of data with first days.
        mandate: Who signs on behalf of the minister, line by line; empty for nobody.
        retention: How long the office keeps its letters; goes into the receipt.
        logo: SHA-256 of the office's own picture above its letters; empty for none.
        fonts: SHA-256 of its own regular, bold and italic; empty for those that come along.
    """

    organisation: str
    directorate: str
    visiting_address: tuple[str, ...]
    postal_address: tuple[str, ...]
    website: str
    contact: str
    contact_details: tuple[str, ...]
    return_address: str
    minister: str
    signatory: str
    mandate: tuple[str, ...] = ()
    retention: str = ""
    logo: str = ""
    fonts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """One letter, complete and independent of any drawing library.

    Attributes:
        reference: Ons kenmerk; empty while a draft.
        is_draft: Then every page says CONCEPT.
        is_sample: Then every page says VOORBEELD.
        written_on: The letter's date; for a draft the day of making.
        attachments: Titles, in order.
        document_name: Stands large above a note; empty for a letter.
        has_signature_field: There is a place in the file to sign it electronically.
        logo: PNG of the sender's own; empty for none.
        fonts: TrueType files of the sender's own: regular, bold and italic; or none.
    """

    kind: LetterKind
    subject: str
    reference: str
    is_draft: bool
    is_sample: bool
    written_on: date
    sender: Sender
    recipient: tuple[str, ...]
    salutation: str
    their_reference: str
    their_letter_on: date | None
    blocks: tuple[Block, ...]
    closing: tuple[str, ...]
    attachments: tuple[str, ...] = ()
    classification: str = ""
    classification_note: str = ""
    document_name: str = ""
    has_signature_field: bool = False
    logo: bytes = b""
    fonts: tuple[bytes, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnText:
    """The advisor's own paragraph, kept after the generated block it was typed behind.

    Attributes:
        after: Key of the block it follows, or takes the place of.
        text: With its live facts in braces (`live_text.py`).
        base: What it takes the place of, as it was generated then; `None` when it stands
            behind its block.
    """

    id: str
    letter_id: str
    after: str
    position: int
    text: str
    base: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterValue:
    """What was filled in for one letter, such as a question from Parliament.

    Attributes:
        field: Key of a field of the kind; a list has several values, by position.
    """

    id: str
    letter_id: str
    field: str
    position: int
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterSubject:
    """What a letter is about: a case, a yearly request, a record, or nothing but itself.

    Attributes:
        record: Key of the instrument and id of the record, as in "offers/0190…".
    """

    case_id: str | None = None
    request_id: str | None = None
    record: str = ""
    letter_id: str = ""


CONFIDENTIAL = "Departementaal vertrouwelijk"


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterRecord:
    """A letter as the store keeps it: a draft, or sealed for good.

    Attributes:
        classification: Empty, or `CONFIDENTIAL`; state secrets do not belong here.
        version: 1, 2, …; a later version refers to the one it replaces.
        file: SHA-256 of the sealed PDF; empty while a draft.
        number: Ons kenmerk, given at sealing.
        receipt: JSON of facts, answers, judgements, rule set and program version.
    """

    id: str
    case_id: str | None = None
    request_id: str | None = None
    kind: LetterKind
    version: int
    replaces: str | None = None
    written_on: date | None = None
    number: str = ""
    minister: str = ""
    signatory: str = ""
    classification: str = ""
    classified_until: date | None = None
    classified_by: str = ""
    file: str = ""
    receipt: str = ""
    sealed_at: str = ""
    checked: str = ""
    record: str = ""

    @property
    def is_sealed(self) -> bool:
        return self.file != ""

    @property
    def subject(self) -> LetterSubject:
        """What it is about; a letter on its own is about itself."""
        is_alone = not (self.case_id or self.request_id or self.record)
        return LetterSubject(
            case_id=self.case_id,
            request_id=self.request_id,
            record=self.record,
            letter_id=self.id if is_alone else "",
        )
