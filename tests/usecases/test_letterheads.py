"""The office's own logo and fonts on its letters."""

import io
from datetime import date
from pathlib import Path

import pytest
from check_pdf import check
from PIL import Image

from tests.letters.reading import read
from tests.usecases.test_letter_editing import advice, drafted, seal
from workbench.app.demo import drawn
from workbench.domain.case import CaseId
from workbench.domain.errors import LetterheadInvalidError
from workbench.domain.finding import LetterKind
from workbench.letters.letterhead import check_fonts, check_logo
from workbench.paths import resource
from workbench.usecases.context import Context
from workbench.usecases.letter_subjects import about_case
from workbench.usecases.letterheads import clear_letterhead, set_fonts, set_logo
from workbench.usecases.letters import letters_about, read_sealed
from workbench.usecases.offices import change_office
from workbench.usecases.replaying import Verdict, replay_letter
from workbench.usecases.samples import load_samples

EVER = date(2020, 1, 1)


@pytest.fixture
def case_id(context: Context) -> CaseId:
    return load_samples(context)[0][1]


@pytest.fixture
def logo(tmp_path: Path) -> Path:
    """A VOORBEELD logo with a transparent background."""
    path = tmp_path / "voorbeeld.png"
    Image.new("RGBA", (120, 300), (28, 74, 120, 128)).save(path)
    return path


@pytest.mark.parametrize("flavour", ["2a", "ua1"])
def test_a_letter_with_an_own_logo_and_fonts_passes_the_validators(
    context: Context, case_id: CaseId, logo: Path, flavour: str
) -> None:
    set_logo(context, logo, EVER)
    set_fonts(context, resource("fonts"), EVER)

    pdf = drawn(advice(context, case_id).letter)

    figures = [node.alt for node in read(pdf).nodes if node.tag == "Figure"]
    assert figures[0].startswith("Logo: ")
    assert check(pdf, flavour).failures == ()
    assert any("eigen" in name or "Fira" in name for name, _ in read(pdf).fonts)


def test_a_sealed_letter_keeps_the_letterhead_it_had(
    context: Context, case_id: CaseId, logo: Path
) -> None:
    set_logo(context, logo, EVER)
    sealed = seal(context, advice(context, case_id))
    clear_letterhead(context, EVER)

    _, pdf = read_sealed(context, sealed)

    assert advice(context, case_id).letter.logo == b""
    assert replay_letter(context, pdf, drawn).verdict is Verdict.SAME


def picture(size: tuple[int, int], form: str) -> bytes:
    kept = io.BytesIO()
    Image.new("RGB", size).save(kept, form)
    return kept.getvalue()


@pytest.mark.parametrize(
    "raw",
    [b"", b"<svg/>", picture((10, 10), "GIF"), picture((5000, 2), "PNG")],
    ids=["empty", "svg", "gif", "too-large"],
)
def test_what_cannot_be_a_logo_is_refused(raw: bytes) -> None:
    with pytest.raises(LetterheadInvalidError):
        check_logo(raw)


def test_a_jpeg_becomes_a_plain_picture() -> None:
    kept = Image.open(io.BytesIO(check_logo(picture((30, 20), "JPEG"))))

    assert (kept.format, kept.mode, kept.size) == ("PNG", "RGB", (30, 20))


def test_fonts_without_the_three_styles_are_refused() -> None:
    one = resource("fonts", "FiraSans-Bold.ttf").read_bytes()

    with pytest.raises(LetterheadInvalidError) as caught:
        check_fonts([one, b"no font"])

    assert caught.value.facts["detail"] == "fonts_incomplete"


def test_the_office_decides_mandate_number_and_retention(
    context: Context, case_id: CaseId
) -> None:
    for key, text in (
        ("mandate", "de directeur Voorbeeld"),
        ("number_form", "VB-{jaar}-{volgnummer}-{soort}"),
        ("retention", "10 jaar (VOORBEELD)"),
    ):
        change_office(context, key, text, EVER)
    draft = advice(context, case_id)
    assert "namens deze, de directeur Voorbeeld" in " ".join(
        read(drawn(draft.letter)).whole.split()
    )

    record, _ = read_sealed(context, seal(context, draft))

    assert record.number == f"VB-{context.today().year}-001-B"
    assert "10 jaar (VOORBEELD)" in record.receipt
    seal(context, drafted(context, about_case(case_id), LetterKind.RECEIPT))
    numbers = {one.number[-6:] for one in letters_about(context, about_case(case_id))}
    assert numbers == {"-001-B", "-001-O"}
