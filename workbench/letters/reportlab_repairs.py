"""Repairs of ReportLab 5.1 that PDF/A needs; importing this module applies them.

ReportLab is used by this package only, so the repairs reach nobody else. The checkers in
the tests say when a release makes one of them superfluous.
"""

from collections.abc import Sequence
from typing import Any

from reportlab import rl_config
from reportlab.pdfbase import pdfdoc, ttfonts

_BLOCK = 100
_write_stream = pdfdoc.PDFStream.format


def _write_stream_with_line_end(stream: Any, document: Any) -> bytes:
    """Put a line end before `endstream` (PDF/A-2 6.1.7.1); 5.1 writes none.

    It is CR LF: after content that happens to end in CR, as one letter in forty does, a
    lone LF would be taken together with it and the content seem a byte short.
    """
    written: bytes = _write_stream(stream, document)
    return written.removesuffix(b"endstream\n") + b"\r\nendstream\n"


def _write_unicode_map(_name: str, subset: Sequence[int]) -> str:
    """Leave out unused codes, which 5.1 maps to U+0000, and keep blocks within 100."""
    pairs = [(code, sign) for code, sign in enumerate(subset) if sign > 0]
    lines = [
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap",
        "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def",
        "/CMapName /Adobe-Identity-UCS def /CMapType 2 def",
        "1 begincodespacerange <00> <FF> endcodespacerange",
    ]
    for start in range(0, len(pairs), _BLOCK):
        block = pairs[start : start + _BLOCK]
        lines.append(f"{len(block)} beginbfchar")
        lines += [
            f"<{code:02X}> <{chr(sign).encode('utf-16-be').hex().upper()}>"
            for code, sign in block
        ]
        lines.append("endbfchar")
    lines.append("endcmap CMapName currentdict /CMap defineresource pop end end")
    return "\n".join(lines)


pdfdoc.PDFStream.format = _write_stream_with_line_end
ttfonts.makeToUnicodeCMap = _write_unicode_map
# binary streams: a settings file of ReportLab on this computer must not change the bytes
rl_config.useA85 = 0
rl_config.pdfMultiLine = 0
rl_config.pdfComments = 0
