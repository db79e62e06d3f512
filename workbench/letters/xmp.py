"""The metadata packet that declares a letter to be PDF/A-2a or 3a, and PDF/UA-1."""

from dataclasses import dataclass
from datetime import date
from xml.sax.saxutils import escape

PRODUCER = "ReportLab PDF Library"
CREATOR = "Werkbank rijkswerkgelegenheid"
LANGUAGE = "nl-NL"


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """What a file says of itself; XMP and Info are both written from it.

    Both must agree to the letter (PDF/A-2 6.7.3), and the day is the letter's, so that the
    same letter gives the same bytes on any day.

    Attributes:
        part: Of PDF/A: 2, or 3 when a file is attached.
    """

    title: str
    author: str
    subject: str
    keywords: str
    day: date
    part: int = 2


# PDF/A allows only the properties it knows: pdfuaid needs an extension schema
_PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaid:part>{part}</pdfaid:part>
<pdfaid:conformance>A</pdfaid:conformance>
<pdfuaid:part>1</pdfuaid:part>
<pdf:Producer>{producer}</pdf:Producer>
<pdf:Keywords>{keywords}</pdf:Keywords>
<xmp:CreatorTool>{creator}</xmp:CreatorTool>
<xmp:CreateDate>{when}</xmp:CreateDate>
<xmp:ModifyDate>{when}</xmp:ModifyDate>
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt>
</dc:description>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 the file conforms to</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""


def write_xmp(metadata: Metadata) -> bytes:
    """Return the packet; every value is escaped."""
    return _PACKET.format(
        part=metadata.part,
        producer=PRODUCER,
        creator=CREATOR,
        language=LANGUAGE,
        when=f"{metadata.day.isoformat()}T00:00:00+00:00",
        title=_write(metadata.title),
        subject=_write(metadata.subject),
        author=_write(metadata.author),
        keywords=_write(metadata.keywords),
    ).encode("utf-8")


def _write(text: str) -> str:
    """Return `text` escaped; simple readers end the stream at its own keyword."""
    return escape(text).replace("endstream", "&#101;ndstream")
