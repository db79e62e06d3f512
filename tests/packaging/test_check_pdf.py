"""Tests that the checker of PDF tells good from bad, also beside a running window."""

import io

import check_pdf
import pikepdf
import pytest
from pytestqt.qtbot import QtBot
from reportlab.pdfgen.canvas import Canvas


@pytest.fixture(scope="module")
def plain_pdf() -> bytes:
    """Return a sound PDF that was never meant for an archive or a screen reader."""
    file = io.BytesIO()
    canvas = Canvas(file, invariant=1)
    canvas.drawString(100, 700, "Zonder structuur")
    canvas.save()
    return file.getvalue()


@pytest.mark.parametrize(("flavour", "clause"), [("2a", "6.7.2.2-1"), ("ua1", "7.1-11")])
def test_a_plain_pdf_fails_with_the_clause_it_breaks(
    qtbot: QtBot, plain_pdf: bytes, flavour: str, clause: str
) -> None:
    verdict = check_pdf.check(plain_pdf, flavour)

    assert not verdict.is_compliant
    assert clause in {failure.partition(" ")[0] for failure in verdict.failures}


def test_a_file_that_is_no_pdf_fails() -> None:
    verdict = check_pdf.check(b"geen pdf", "2a")

    assert not verdict.is_compliant
    assert verdict.failures[0].startswith("unreadable")


def test_sound_syntax_passes(plain_pdf: bytes) -> None:
    assert check_pdf.check_syntax(plain_pdf) == check_pdf.Verdict(is_compliant=True)


def test_a_damaged_table_of_objects_is_seen(plain_pdf: bytes) -> None:
    damaged = plain_pdf.replace(b"startxref\n", b"startxref\n9")

    verdict = check_pdf.check_syntax(damaged)

    assert not verdict.is_compliant
    assert verdict.failures


def test_the_profiles_are_whole() -> None:
    """An empty profile would let every file pass."""
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        file = io.BytesIO()
        pdf.save(file)

    assert not check_pdf.check(file.getvalue(), "1b").is_compliant
