"""What the font cannot show is named before anything is made."""

import pytest

from tests.letters.samples import letter_of, paragraph
from workbench.domain.errors import UnknownGlyphError
from workbench.letters.rendering import render_letter


@pytest.mark.parametrize(
    ("sign", "name"),
    [
        ("✓", "CHECK MARK"),
        ("漢", "CJK UNIFIED IDEOGRAPH-6F22"),
        ("😀", "GRINNING FACE"),
        ("\x07", "U+0007"),
        ("\x00", "U+0000"),
        ("\ud800", "U+D800"),
    ],
)
def test_an_unknown_character_is_named_with_the_text_around_it(
    sign: str, name: str
) -> None:
    letter = letter_of(paragraph(f"De provincie is akkoord {sign} met de komst."))

    with pytest.raises(UnknownGlyphError) as caught:
        render_letter(letter)

    assert caught.value.facts == {
        "character": sign,
        "name": name,
        "text": f"rovincie is akkoord {sign} met de komst.",
    }


@pytest.mark.parametrize("text", ["a\tb", "a\r\nb", "a\u202fb", "a\u2011b", "\ufeffab"])
def test_signs_that_only_steer_are_no_reason_to_refuse(text: str) -> None:
    assert render_letter(letter_of(paragraph(text))).pages == 1
