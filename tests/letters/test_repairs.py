"""The repairs of ReportLab hold for content that is easy to misread."""

import pytest
from reportlab.pdfbase import pdfdoc, ttfonts

from workbench.letters import reportlab_repairs


@pytest.mark.parametrize("ending", [b"", b"\r", b"\n", b"\r\n"])
def test_a_stream_ends_in_a_line_end_of_its_own(ending: bytes) -> None:
    assert reportlab_repairs.__doc__
    content = b"inhoud" + ending
    document = pdfdoc.PDFDocument()

    written = pdfdoc.PDFStream(content=content).format(document)

    assert f"/Length {len(content)}".encode() in written
    assert written.endswith(b"stream\n" + content + b"\r\nendstream\n")


def test_an_unused_code_is_mapped_to_nothing() -> None:
    unicode_map = ttfonts.makeToUnicodeCMap("Font", [0, 0x41, *range(0x100, 0x196)])

    assert "<0000>" not in unicode_map
    assert unicode_map.count("100 beginbfchar") == 1
    assert "<01> <0041>" in unicode_map
