"""A letter with its receipt inside is PDF/A-3a and PDF/UA-1, and the receipt comes out."""

import pytest
from check_pdf import check, check_syntax

from tests.letters.samples import ADVICE
from workbench.letters.attached import carries_receipt, read_attached
from workbench.letters.checking import check_pdf
from workbench.letters.rendering import render_letter

RECEIPT = '{"form": 2, "case": "VOORBEELD Frysl\u00e2n"}'


@pytest.fixture(scope="module")
def carried() -> bytes:
    return render_letter(ADVICE, receipt=RECEIPT).pdf


@pytest.mark.parametrize("flavour", ["3a", "ua1"])
def test_verapdf_accepts_a_letter_with_its_receipt(carried: bytes, flavour: str) -> None:
    assert check(carried, flavour).failures == ()


def test_the_program_itself_comes_to_the_same_verdict(carried: bytes) -> None:
    assert check_pdf(carried).findings == ()
    assert check_syntax(carried).failures == ()


def test_the_receipt_comes_out_as_it_went_in(carried: bytes) -> None:
    assert read_attached(carried) == RECEIPT
    assert carries_receipt(carried)


def test_a_letter_without_receipt_stays_as_it_was(carried: bytes) -> None:
    plain = render_letter(ADVICE).pdf

    assert read_attached(plain) == ""
    assert not carries_receipt(plain)
    assert check(plain, "2a").failures == ()
    assert not check(carried, "2a").is_compliant


def test_equal_receipts_give_equal_bytes(carried: bytes) -> None:
    assert render_letter(ADVICE, receipt=RECEIPT).pdf == carried


@pytest.mark.parametrize(
    "spoilt",
    [
        b"",
        b"<</Type /EmbeddedFile>> stream\nno zlib\nendstream",
        b"<< /Type /EmbeddedFile /Length 3 >>\nstream\n",
    ],
    ids=["empty", "no-zlib", "no-end"],
)
def test_a_spoilt_file_carries_nothing(spoilt: bytes) -> None:
    assert read_attached(spoilt) == ""
