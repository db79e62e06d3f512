"""Long Dutch words are cut where the language allows it, and still read as one word."""

import pytest
from check_pdf import check
from hypothesis import given
from hypothesis import strategies as st

from tests.letters.samples import letter_of, paragraph
from tests.letters.test_links import spoken
from workbench.letters.font_set import shipped_fonts
from workbench.letters.fonts import load_faces
from workbench.letters.hyphenation import break_points
from workbench.letters.lines import break_lines
from workbench.letters.rendering import render_letter

WORD = "rijkswerkgelegenheidsspreiding"
TEXT = " ".join(f"De {WORD} {'en de ' * n}rest." for n in range(10))
FACE = load_faces(shipped_fonts()).regular


@pytest.mark.parametrize(
    ("word", "halves"),
    [
        ("verantwoordelijkheid", "verantwoordelijk-heid"),
        ("(verantwoordelijkheid),", "(verantwoordelijk-heid),"),
        ("kort", ""),
        ("BZK-advies", ""),
        ("NEDERLAND", ""),
        ("https://voorbeeld.nl", ""),
    ],
)
def test_a_word_is_cut_where_dutch_allows_it(word: str, halves: str) -> None:
    points = break_points(word)

    assert halves == (f"{word[: points[0]]}-{word[points[0] :]}" if points else "")


@given(st.text(alphabet="abcdeëïoprst()., ", max_size=200), st.integers(60, 300))
def test_lines_say_what_was_given_however_they_are_cut(text: str, width: int) -> None:
    lines = break_lines([(FACE, text)], 10, width, hyphenates=True)

    pieces = [piece for line in lines for piece in line.pieces]
    said = "".join(words for face, words in pieces if not face.is_hyphen)
    assert said.split() == text.split()
    assert all(line.width <= width + 0.01 or " " not in text for line in lines)


@pytest.mark.parametrize("flavour", ["2a", "ua1"])
def test_a_letter_with_cut_words_passes_the_validators(flavour: str) -> None:
    pdf = render_hyphenated()

    assert check(pdf, flavour).failures == ()


def test_a_cut_word_is_read_whole() -> None:
    assert spoken(render_hyphenated()).count(WORD) == 10


def render_hyphenated() -> bytes:
    """Return a letter in which at least one word is cut."""
    lines = break_lines([(FACE, TEXT)], 9.9, 360, hyphenates=True)
    assert any(face.is_hyphen for line in lines for face, _ in line.pieces)

    return render_letter(letter_of(paragraph(TEXT))).pdf
