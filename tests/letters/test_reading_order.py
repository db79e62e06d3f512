"""A screen reader hears the whole letter, once, in order and in words."""

import subprocess
from pathlib import Path

import pytest

from tests.letters.reading import Read, read
from tests.letters.samples import ADVICE, DRAFT, letter_of, paragraph
from tests.letters.stress import SENTENCE, long_table
from workbench.letters.rendering import render_letter


@pytest.fixture(scope="module")
def draft() -> Read:
    return read(render_letter(DRAFT).pdf)


def test_the_letterhead_is_read_from_stamp_to_subject(draft: Read) -> None:
    texts = [node.text for node in draft.nodes if node.text]

    assert texts[:2] == ["CONCEPT", "VOORBEELD"]
    assert texts.index("Betreft") + 1 == texts.index(DRAFT.subject)
    assert texts.index(DRAFT.subject) < texts.index(DRAFT.salutation)
    assert texts[-1] == "Regioprofiel Groningen"


def test_the_subject_is_the_only_first_heading(draft: Read) -> None:
    assert draft.texts("H1") == [DRAFT.subject]
    assert draft.texts("H2")[:2] == ["Advies", "Aanleiding"]
    assert "Regionaal belang" in draft.texts("H3")


def test_words_stay_apart_over_the_end_of_a_line(draft: Read) -> None:
    assert "In deze brief leest u mijn advies over de plaats daarvan" in draft.whole


def test_a_cell_says_what_it_belongs_to(draft: Read) -> None:
    heads = [node for node in draft.nodes if node.tag == "TH"]

    assert [node.attributes["/Scope"] for node in heads[:5]] == ["/Column"] * 4 + ["/Row"]
    assert draft.texts("Caption") == ["Tabel 1. Omvang van de dienst per provincie in fte"]


def test_a_figure_is_described_and_its_names_are_read_once(draft: Read) -> None:
    (figure,) = [node for node in draft.nodes if node.tag == "Figure"]

    assert figure.alt.startswith("Staafdiagram: Zuid-Holland 78")
    assert figure.text.split() == ["Zuid-Holland", "78", "Groningen", "31", "Zeeland", "12"]
    assert "/BBox" in figure.attributes


def test_a_list_has_numbers_and_bodies(draft: Read) -> None:
    assert draft.texts("Lbl")[:3] == ["1.", "2.", "3."]
    assert draft.texts("LBody")[2].startswith("Meld een afwijking")


def test_every_page_says_that_it_is_a_draft_and_made_up(draft: Read) -> None:
    assert len(draft.artifacts) == 2
    assert {"CONCEPT", "VOORBEELD", "Pagina 2 van 2"} <= set(draft.artifacts[1])
    assert "DEPARTEMENTAAL VERTROUWELIJK" in draft.artifacts[0]


def test_a_final_letter_says_no_concept() -> None:
    said = read(render_letter(ADVICE).pdf)

    assert "CONCEPT" not in said.whole
    assert all("CONCEPT" not in page for page in said.artifacts)


def test_a_header_that_returns_is_read_once() -> None:
    said = read(render_letter(letter_of(long_table(60))).pdf)

    assert said.texts("TH").count("Toelichting") == 1
    assert all("Toelichting" in page for page in said.artifacts[1:])
    assert said.texts("TD")[0] == SENTENCE.strip()


def test_a_paragraph_over_pages_stays_one_paragraph() -> None:
    text = (SENTENCE * 90).strip()

    said = read(render_letter(letter_of(paragraph(text))).pdf)

    (node,) = [node for node in said.nodes if node.text == text]
    assert len(node.pages) == 4


def test_poppler_reads_the_same_words(tmp_path: Path) -> None:
    file = tmp_path / "brief.pdf"
    file.write_bytes(render_letter(ADVICE).pdf)

    command = ["pdfinfo", "-struct-text", str(file)]
    told = subprocess.run(command, capture_output=True, check=True, encoding="utf-8").stdout

    assert '"Op 15 mei 2024 meldde u dat de Dienst Voorbeeld met 150' in told
    assert told.index("Dienst Voorbeeld t.a.v.") < told.index("H1") < told.index("Vervolg")
