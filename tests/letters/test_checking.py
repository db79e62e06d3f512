"""The program can tell a valid letter from a spoilt one."""

import sys
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.letters.samples import ADVICE, TABLE, letter_of, paragraph, row
from workbench.domain.letter import Heading
from workbench.letters.checking import check_pdf
from workbench.letters.font_set import shipped_fonts
from workbench.letters.fonts import load_faces
from workbench.letters.rendering import render_letter
from workbench.letters.spelling import spell

_SIGNS = load_faces(shipped_fonts()).bold.signs
# a loose accent may make a letter, once joined, that the font lacks: that is refused
TEXTS = st.text(st.sampled_from(sorted(_SIGNS)), max_size=60).filter(
    lambda text: _SIGNS.issuperset(spell(text))
)


def test_a_letter_is_valid() -> None:
    assert check_pdf(render_letter(ADVICE).pdf).outcome == "valid"


def test_a_spoilt_letter_is_invalid_and_says_why() -> None:
    spoilt = render_letter(ADVICE).pdf.replace(b"/Marked true", b"/Marked null")

    checked = check_pdf(spoilt)

    assert checked.outcome == "invalid"
    assert any("Marked" in finding for finding in checked.findings)


def test_what_is_no_pdf_is_invalid() -> None:
    assert check_pdf(b"geen pdf").outcome == "invalid"


def test_without_the_checker_the_letter_goes_unchecked(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "page", None)  # how Python marks what cannot load

    assert check_pdf(b"").outcome == "unchecked"


@settings(max_examples=25, deadline=None)
@given(TEXTS, TEXTS, st.lists(st.tuples(TEXTS, TEXTS, TEXTS, TEXTS), max_size=5))
def test_any_text_makes_a_valid_letter(
    text: str, heading: str, rows: list[tuple[str, str, str, str]]
) -> None:
    table = replace(
        TABLE,
        title=heading,
        header=("a", text, "c", "d"),
        rows=tuple(row(*cells) for cells in rows),
    )
    letter = letter_of(Heading(key="h", text=heading), paragraph(text), table)

    assert check_pdf(render_letter(letter).pdf).findings == ()
