"""Addresses lead somewhere, and words of another language are said in it."""

import re
import subprocess
import tempfile
from io import BytesIO

import pikepdf
import pytest
from check_pdf import check

from tests.letters.samples import letter_of
from workbench.domain.letter import OwnText, Paragraph, Span
from workbench.letters.own_text import own_blocks
from workbench.letters.rendering import render_letter

ADDRESS = "https://www.voorbeeld.nl/" + "/".join(f"deel-{n}" for n in range(30))
FILL = "Deze zin vult de bladzijde tot bijna aan het einde van het papier. " * 90


def own(text: str) -> tuple[Paragraph, ...]:
    made = own_blocks(OwnText(id="o", letter_id="l", after="", position=1, text=text), {})
    return tuple(one for one in made if isinstance(one, Paragraph))


def spoken(pdf: bytes) -> str:
    """Return what a reader of the structure says, on one line."""
    with tempfile.NamedTemporaryFile(suffix=".pdf") as file:
        file.write(pdf)
        file.flush()
        command = ["pdfinfo", "-struct-text", file.name]
        told = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    words = re.findall(r'^ *"(.*)"$', told, re.MULTILINE)
    return "".join(words)


def links(pdf: bytes) -> list[tuple[str, str]]:
    with pikepdf.open(BytesIO(pdf)) as file:
        return [
            (str(one.A.URI), str(one.Contents))
            for page in file.pages
            for one in page.get("/Annots", [])
        ]


@pytest.mark.parametrize("flavour", ["2a", "ua1"])
def test_links_over_lines_and_pages_pass_the_validators(flavour: str) -> None:
    pdf = render_letter(letter_of(*own(f"{FILL} Zie {ADDRESS} voor meer. {FILL}"))).pdf

    assert check(pdf, flavour).failures == ()
    assert {address for address, _ in links(pdf)} == {ADDRESS}
    assert len(links(pdf)) > 1


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("Zie www.voorbeeld.nl.", "https://www.voorbeeld.nl"),
        ("Zie (https://voorbeeld.nl/a).", "https://voorbeeld.nl/a"),
        ("Mail a.voorbeeld@voorbeeld.nl!", "mailto:a.voorbeeld@voorbeeld.nl"),
    ],
)
def test_an_address_leads_where_it_says(text: str, address: str) -> None:
    pdf = render_letter(letter_of(*own(text))).pdf

    assert links(pdf) == [(address, address)]
    assert text in spoken(pdf)


@pytest.mark.parametrize("flavour", ["2a", "ua1"])
def test_words_of_another_language_say_so(flavour: str) -> None:
    text = "De provincie [fy: Fryslân] heeft een [en: hub] in Drachten."
    pdf = render_letter(letter_of(*own(text))).pdf

    with pikepdf.open(BytesIO(pdf)) as file:
        found = [str(one.Lang) for one in file.objects if _is_span(one)]
    assert found == ["fy-NL", "en-GB"]
    assert check(pdf, flavour).failures == ()
    assert "De provincie Fryslân heeft een hub in Drachten." in spoken(pdf)


def _is_span(thing: object) -> bool:
    return isinstance(thing, pikepdf.Dictionary) and thing.get("/S") == "/Span"


def test_a_bold_language_span_keeps_its_words_apart() -> None:
    spans = (
        Span(text="Dit is "),
        Span(text="Frysk", language="fy-NL", is_bold=True),
        Span(text=" en dit niet."),
    )
    pdf = render_letter(letter_of(Paragraph(key="p", spans=spans))).pdf

    assert "Dit is Frysk en dit niet." in spoken(pdf)
