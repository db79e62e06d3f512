"""Every letter of the stress set is PDF/A-2a and PDF/UA-1 in one file, says veraPDF."""

import pytest
from check_pdf import check, check_syntax

from tests.letters.samples import ADVICE
from tests.letters.stress import STRESS
from workbench.domain.letter import Letter
from workbench.letters.checking import check_pdf
from workbench.letters.rendering import render_letter


@pytest.mark.parametrize("flavour", ["2a", "ua1"])
@pytest.mark.parametrize("letter", STRESS.values(), ids=STRESS)
def test_verapdf_accepts_every_letter(letter: Letter, flavour: str) -> None:
    assert check(render_letter(letter).pdf, flavour).failures == ()


@pytest.mark.parametrize("letter", STRESS.values(), ids=STRESS)
def test_the_program_itself_comes_to_the_same_verdict(letter: Letter) -> None:
    assert check_pdf(render_letter(letter).pdf).findings == ()


@pytest.mark.parametrize("letter", STRESS.values(), ids=STRESS)
def test_the_syntax_is_clean(letter: Letter) -> None:
    assert check_syntax(render_letter(letter).pdf).failures == ()


def test_verapdf_would_have_seen_a_fault() -> None:
    spoilt = render_letter(ADVICE).pdf.replace(b"/Marked true", b"/Marked null")

    assert not check(spoilt, "2a").is_compliant
