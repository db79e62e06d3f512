"""Reads the pages of a PDF as pictures and text; runs in jobs, away from the window."""

from __future__ import annotations

from dataclasses import dataclass
from threading import Lock

import pypdfium2
from PySide6.QtGui import QImage

# PDFium is one library for the whole program and not made for two threads at once
_one_at_a_time = Lock()


@dataclass(frozen=True, slots=True, kw_only=True)
class PageSize:
    """Width and height of a page in points."""

    width: float
    height: float


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenedPdf:
    """A PDF with what a viewer needs to know before it draws a page."""

    pdf: bytes
    sizes: tuple[PageSize, ...]


def open_pdf(pdf: bytes) -> OpenedPdf:
    """Return the sizes of the pages of a PDF in memory."""
    with _one_at_a_time:
        document = pypdfium2.PdfDocument(pdf)
        sizes = tuple(
            PageSize(width=width, height=height)
            for width, height in (document.get_page_size(n) for n in range(len(document)))
        )
        document.close()
    return OpenedPdf(pdf=pdf, sizes=sizes)


def draw_page(pdf: bytes, number: int, scale: float) -> QImage:
    """Return page `number`, counted from 0, at `scale` pixels per point."""
    with _one_at_a_time:
        document = pypdfium2.PdfDocument(pdf)
        bitmap = document[number].render(scale=scale, prefer_bgrx=True)
        image = QImage(
            bytes(bitmap.buffer),
            bitmap.width,
            bitmap.height,
            bitmap.stride,
            QImage.Format.Format_RGB32,
        ).copy()
        document.close()
    return image


def read_text(pdf: bytes) -> str:
    """Return the text of all pages, for copying."""
    with _one_at_a_time:
        document = pypdfium2.PdfDocument(pdf)
        pages = [page.get_textpage().get_text_range() for page in document]
        document.close()
    return "\n\n".join(page.replace("\r\n", "\n") for page in pages)
