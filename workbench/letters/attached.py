"""Finds the receipt that a letter of this program carries."""

import re
import zlib

NAME = "ontvangstbewijs.json"
_STREAM = re.compile(
    rb"<<(?:(?!endobj).)*?/Type /EmbeddedFile(?:(?!endobj).)*?>>\s*stream\r?\n", re.DOTALL
)
_END = b"endstream"
_MOST = 20_000_000


def read_attached(pdf: bytes) -> str:
    """Return the receipt in a letter as it was written; empty when it carries none.

    Only the form in which this program writes is looked for; nothing else is parsed.
    """
    match = _STREAM.search(pdf)
    if match is None:
        return ""
    packed = pdf[match.end() : pdf.find(_END, match.end())]
    try:
        return zlib.decompressobj().decompress(packed, _MOST).decode("utf-8")
    except (zlib.error, UnicodeDecodeError):
        return ""


def carries_receipt(pdf: bytes) -> bool:
    """Whether a letter was made with a receipt inside, and so is PDF/A-3a."""
    return b"<pdfaid:part>3<" in pdf
