"""VOORBEELD letters for the tests of the store."""

from dataclasses import replace
from datetime import date

from workbench.domain.finding import LetterKind
from workbench.domain.letter import (
    LetterRecord,
    LetterValue,
    OwnText,
)
from workbench.domain.letter_remark import LetterRemark, RemarkKind
from workbench.store import letters, remarks
from workbench.store.connection import Store

CASE = "01900000-0000-7000-8000-000000000001"
AN_OWN_TEXT = OwnText(
    id="own-1", letter_id="letter-1", after="opening", position=1, text="Zelf getypt."
)

A_LETTER_VALUE = LetterValue(
    id="value-1", letter_id="letter-1", field="topic", position=1, value="VOORBEELD"
)

A_REMARK = LetterRemark(
    id="remark-1",
    letter_id="letter-1",
    block="advies-reden",
    kind=RemarkKind.QUESTION,
    text="Klopt dit?",
    author="A. Tester",
    made_on=date(2024, 6, 5),
)


def a_letter(**changes: object) -> LetterRecord:
    letter = LetterRecord(
        id="letter-1", case_id=CASE, kind=LetterKind.LOCATION_ADVICE, version=1
    )
    return replace(letter, **changes)  # type: ignore[arg-type]


def fill_letters(store: Store) -> None:
    """Write a draft with everything that belongs to it, in an open batch."""
    letters.insert_letter(store, a_letter())
    letters.save_own_text(store, AN_OWN_TEXT)
    letters.save_value(store, A_LETTER_VALUE)
    remarks.save_remark(store, A_REMARK)
