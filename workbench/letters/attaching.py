"""Puts the receipt into a PDF/A-3 file, as data that belongs to the whole document."""

from typing import Any

from reportlab.pdfbase import pdfdoc

from workbench.letters.attached import NAME

_ABOUT = "Feiten, antwoorden, bevindingen en versies waarop deze brief rust"


def attach_receipt(document: Any, receipt: bytes) -> None:
    """Attach the receipt to ReportLab's document."""
    file = pdfdoc.PDFStream(
        dictionary=pdfdoc.PDFDictionary(
            {
                "Type": pdfdoc.PDFName("EmbeddedFile"),
                "Subtype": "/application#2Fjson",  # a slash in a name is written so
                "Params": pdfdoc.PDFDictionary(
                    {
                        "ModDate": pdfdoc.PDFDate(ts=document._timeStamp),
                        "Size": len(receipt),
                    }
                ),
            }
        ),
        content=receipt,
        filters=[pdfdoc.PDFZCompress],
    )
    held = document.Reference(file, "receipt")
    about = {
        "Type": pdfdoc.PDFName("Filespec"),
        "F": pdfdoc.PDFString(NAME),
        "UF": pdfdoc.PDFString(NAME),
        "Desc": pdfdoc.PDFString(_ABOUT),
        "AFRelationship": pdfdoc.PDFName("Data"),
        "EF": pdfdoc.PDFDictionary({"F": held, "UF": held}),
    }
    named = document.Reference(pdfdoc.PDFDictionary(about), "receipt-file")
    names = pdfdoc.PDFArray([pdfdoc.PDFString(NAME), named])
    catalog = document.Catalog
    catalog.Names = pdfdoc.PDFDictionary(
        {"EmbeddedFiles": pdfdoc.PDFDictionary({"Names": names})}
    )
    catalog.__NoDefault__ = [*catalog.__NoDefault__, "AF"]
    catalog.AF = pdfdoc.PDFArray([named])
