"""A letter has the form of a letter, and always the same bytes."""

import os
import subprocess
import sys
from dataclasses import replace
from datetime import date
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from tests.letters.reading import read
from tests.letters.samples import ADVICE, DRAFT, letter_of, paragraph
from tests.letters.stress import LONG_WORD, SENTENCE, STRESS, with_text_everywhere
from workbench.domain.errors import LetterInvalidError
from workbench.domain.letter import Letter
from workbench.letters.font_set import shipped_fonts
from workbench.letters.rendering import render_letter

MM = 72 / 25.4
ROOT = Path(__file__).parents[2]
HASH = (
    "from hashlib import sha256;"
    "from tests.letters.samples import ADVICE;"
    "from workbench.letters.rendering import render_letter;"
    "print(sha256(render_letter(ADVICE).pdf).hexdigest())"
)


@pytest.mark.parametrize("seed", ["0", "4242"])
def test_another_process_makes_the_same_bytes(seed: str) -> None:
    environment = os.environ | {"PYTHONHASHSEED": seed, "SOURCE_DATE_EPOCH": seed}

    told = subprocess.run(
        [sys.executable, "-c", HASH],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        check=True,
        encoding="utf-8",
    )

    assert told.stdout.strip() == sha256(render_letter(ADVICE).pdf).hexdigest()


def test_two_letters_that_differ_get_another_identity() -> None:
    files = [ADVICE, replace(ADVICE, written_on=date(2024, 6, 4))]

    identities = []
    for letter in files:
        with pikepdf.open(BytesIO(render_letter(letter).pdf)) as file:
            identities.append(bytes(file.trailer.ID[0]))

    assert identities[0] != identities[1]


def test_the_file_declares_itself() -> None:
    with pikepdf.open(BytesIO(render_letter(DRAFT).pdf)) as file:
        packet = file.open_metadata()

        assert str(file.Root.Lang) == "nl-NL"
        assert bool(file.Root.ViewerPreferences.DisplayDocTitle)
        assert packet["dc:title"] == f"Concept, Voorbeeld: {DRAFT.subject}"
        assert (packet["pdfaid:part"], packet["pdfaid:conformance"]) == ("2", "A")
        assert packet["pdfuaid:part"] == "1"
        assert str(file.docinfo.CreationDate) == "D:20240603000000+00'00'"


def test_headings_are_in_the_outline() -> None:
    with (
        pikepdf.open(BytesIO(render_letter(ADVICE).pdf)) as file,
        file.open_outline() as tree,
    ):
        (subject,) = tree.root

        assert subject.title == ADVICE.subject
        assert [item.title for item in subject.children][:2] == ["Advies", "Aanleiding"]
        assert [item.title for item in subject.children[3].children][
            1
        ] == "Regionaal belang"


@pytest.mark.parametrize("letter", STRESS.values(), ids=STRESS)
def test_every_font_is_embedded(letter: Letter) -> None:
    fonts = read(render_letter(letter).pdf).fonts

    assert fonts
    assert all("FiraSans" in name and is_embedded for name, is_embedded in fonts)


def test_it_is_known_on_which_page_a_block_starts() -> None:
    made = render_letter(ADVICE)

    assert made.pages == 2
    assert (made.block_pages["opening"], made.block_pages["next"]) == (1, 2)


def test_the_signature_stays_with_the_last_paragraph() -> None:
    for lines in range(20, 32):
        blocks = (paragraph(SENTENCE * lines, "long"), paragraph(SENTENCE, "last"))
        said = read(render_letter(letter_of(*blocks)).pdf)

        pages = [node.pages for node in said.nodes if node.text.startswith(SENTENCE[:30])]
        (name,) = [node.pages for node in said.nodes if node.text == "V.O.O.R. Beeld"]
        assert max(pages[-1]) == max(name)


@pytest.mark.parametrize("text", [LONG_WORD[:200], "Voorbeeld " * 12])
def test_nothing_runs_off_the_paper(text: str) -> None:
    file = pypdfium2.PdfDocument(render_letter(with_text_everywhere(text)).pdf)

    for page in file:
        words = page.get_textpage()
        for index in range(words.count_rects()):
            left, bottom, right, top = words.get_rect(index)
            assert 27 * MM < left < right < 203 * MM
            assert 4 * MM < bottom < top < 292 * MM
    file.close()


def test_a_letterhead_that_leaves_no_room_is_refused() -> None:
    with pytest.raises(LetterInvalidError, match="too_long"):
        render_letter(replace(ADVICE, subject=SENTENCE * 40))


def test_a_font_that_cannot_be_read_is_refused(tmp_path: Path) -> None:
    fonts = replace(shipped_fonts(), bold=tmp_path / "Eigen.ttf")

    with pytest.raises(LetterInvalidError, match="font_unreadable"):
        render_letter(ADVICE, fonts=fonts)


def test_the_fonts_of_a_letter_can_be_named_in_its_receipt() -> None:
    prints = shipped_fonts().fingerprints()

    assert set(prints) == {
        "FiraSans-Regular.ttf",
        "FiraSans-Bold.ttf",
        "FiraSans-Italic.ttf",
    }
    assert all(len(value) == 64 for value in prints.values())


def test_the_drawing_library_waits_until_a_letter_is_made() -> None:
    code = "import sys, workbench.letters.font_set, workbench.letters.checking; "

    told = subprocess.run(
        [sys.executable, "-c", code + "print('reportlab' in sys.modules)"],
        cwd=ROOT,
        capture_output=True,
        check=True,
        encoding="utf-8",
    )

    assert told.stdout.strip() == "False"
