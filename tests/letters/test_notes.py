"""Notes stand at the foot of the page that refers to them; lists lie inside lists."""

import re
from io import BytesIO

import pikepdf
import pytest
from check_pdf import check
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.letters.samples import letter_of, paragraph
from tests.letters.test_links import spoken
from workbench.domain.letter import Block, OwnText, Paragraph, Span
from workbench.letters.own_text import own_blocks
from workbench.letters.rendering import render_letter

FILL = "Deze zin vult de bladzijde tot bijna aan het einde van het papier. "


def own(text: str) -> tuple[Block, ...]:
    return own_blocks(OwnText(id="o", letter_id="l", after="", position=1, text=text), {})


def tags(pdf: bytes, tag: str) -> list[pikepdf.Dictionary]:
    with pikepdf.open(BytesIO(pdf)) as file:
        return [
            one
            for one in file.objects
            if isinstance(one, pikepdf.Dictionary) and one.get("/S") == f"/{tag}"
        ]


def page_texts(pdf: bytes) -> list[str]:
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    return [page.get_textpage().get_text_range() for page in document]


NOTED = own(
    f"{FILL * 30}Hier[noot: De eerste noot.] en daar.[noot: De tweede noot.] {FILL * 30}"
)


@pytest.mark.parametrize("flavour", ["2a", "ua1"])
def test_letters_with_notes_pass_the_validators(flavour: str) -> None:
    pdf = render_letter(letter_of(*NOTED)).pdf

    assert check(pdf, flavour).failures == ()
    assert check(render_letter(letter_of(*NOTED), receipt="{}").pdf, "3a").failures == ()


def test_a_note_is_read_behind_its_reference() -> None:
    whole = spoken(render_letter(letter_of(*NOTED)).pdf)

    assert re.search(r"Hier ?¹ ?¹ De eerste noot\. ?en daar\. ?² ?² De tweede noot", whole)


@given(st.integers(0, 60), st.integers(1, 12))
@settings(max_examples=20, deadline=None)
def test_a_note_stands_on_the_page_that_refers_to_it(before: int, length: int) -> None:
    noted = Paragraph(
        key="n",
        spans=(Span(text="KENWOORD"), Span(text="", note=f"NOOTTEKST {FILL * length}")),
    )
    fill = [paragraph(FILL, f"p{number}") for number in range(before)]

    pages = page_texts(render_letter(letter_of(*fill, noted, paragraph(FILL, "q"))).pdf)

    (here,) = [page for page in pages if "KENWOORD" in page]
    assert "NOOTTEKST" in here


NESTED = """- een
  - een punt daaronder
    - nog dieper
  - en nog een
- twee"""


@pytest.mark.parametrize("flavour", ["2a", "ua1"])
@pytest.mark.parametrize(
    "text", [NESTED, NESTED.replace("- ", "1. ")], ids=["bullets", "1"]
)
def test_lists_inside_lists_pass_the_validators(text: str, flavour: str) -> None:
    pdf = render_letter(letter_of(*own(text))).pdf

    assert check(pdf, flavour).failures == ()
    assert len(tags(pdf, "LI")) >= 5
    assert "een punt daaronder" in spoken(pdf)


def test_a_list_inside_a_list_is_read_in_its_place() -> None:
    whole = spoken(render_letter(letter_of(*own(NESTED))).pdf)

    order = ["een punt daaronder", "nog dieper", "en nog een", "twee"]
    assert [whole.index(words) for words in order] == sorted(map(whole.index, order))
    assert re.search(r"– ?een punt daaronder ?· ?nog dieper ?– ?en nog een", whole)
