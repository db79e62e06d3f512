"""A place for an electronic signature, made beforehand so that signing changes no tag."""

from typing import Any

from reportlab.pdfbase import pdfdoc

from workbench.letters.signature_name import FIELD
from workbench.letters.structure import Element
from workbench.letters.tagged_canvas import TaggedCanvas

_SPOKEN = "Elektronische handtekening van de ondertekenaar"
_LOCKED_PRINT = 132


def add_signature_field(canvas: TaggedCanvas, parent: Element) -> None:
    """Put an empty field without a size on the page that is open."""
    document: Any = canvas.pen._doc
    box = pdfdoc.PDFArray([0, 0, 0, 0])
    looks = pdfdoc.PDFStream(
        dictionary=pdfdoc.PDFDictionary(
            {
                "Type": pdfdoc.PDFName("XObject"),
                "Subtype": pdfdoc.PDFName("Form"),
                "BBox": box,
            }
        ),
        content=b"",
        filters=[pdfdoc.PDFZCompress],
    )
    field = {
        "Subtype": pdfdoc.PDFName("Widget"),
        "FT": pdfdoc.PDFName("Sig"),
        "T": pdfdoc.PDFString(FIELD),
        "TU": pdfdoc.PDFString(_SPOKEN),
        "F": _LOCKED_PRINT,
        "Rect": box,
        "P": pdfdoc.PDFObjectReference(f"Page{canvas.pen.getPageNumber()}"),
        "AP": pdfdoc.PDFDictionary({"N": document.Reference(looks, "signature-looks")}),
    }
    reference = canvas.annotate(Element("Form", parent), field)
    form = {"Fields": pdfdoc.PDFArray([reference]), "SigFlags": 1}
    document.Catalog.AcroForm = pdfdoc.PDFDictionary(form)
