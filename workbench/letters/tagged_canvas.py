"""Draws on PDF pages so that everything is either tagged or an artifact."""

import calendar
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from hashlib import sha256
from io import BytesIO
from typing import Any

from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from workbench.letters import reportlab_repairs as _repairs  # noqa: F401  applies them
from workbench.letters.attaching import attach_receipt
from workbench.letters.fonts import Face
from workbench.letters.lines import TextLine
from workbench.letters.structure import ROOT_NAME, Element, prune, write_tree
from workbench.letters.style import BLACK, Style
from workbench.letters.text_operators import TextOperators
from workbench.letters.xmp import CREATOR, LANGUAGE, PRODUCER, Metadata, write_xmp
from workbench.paths import resource

Box = tuple[float, float, float, float]
_FIRST_ANNOTATION = 100_000  # keys of pages come before it
_INTENT = "sRGB IEC61966-2.1"


class TaggedCanvas:
    """A PDF in the making; lengths are points from the top left corner of the page.

    Drawing outside `mark` and `artifact` is refused: both standards want every mark on the
    paper to be one or the other.

    Attributes:
        pen: ReportLab's own canvas, for drawings; its origin is the bottom left corner.
    """

    def __init__(self, size: tuple[float, float], first: Face, metadata: Metadata) -> None:
        self._target = BytesIO()
        # without `initialFontName` Helvetica is asked for, and it is not embedded
        self.pen: Any = Canvas(
            self._target,
            pagesize=size,
            pdfVersion=(1, 7),
            lang=LANGUAGE,
            pageCompression=1,
            invariant=1,
            initialFontName=first.name,
        )
        self._height = size[1]
        self._metadata = metadata
        self._marked: list[list[Element]] = [[]]
        self._open = ""
        self._fill = BLACK
        self._bookmarks = 0
        self._annotated: dict[int, Element] = {}
        self._set_day()

    def _set_day(self) -> None:
        """Stamp the letter's date: `invariant` alone means 1 January 2000."""
        stamp = self.pen._doc._timeStamp
        stamp.t = calendar.timegm(self._metadata.day.timetuple())
        stamp.lt = time.gmtime(stamp.t)
        stamp.YMDhms = tuple(stamp.lt)[:6]
        stamp.dhh = stamp.dmm = 0

    @contextmanager
    def mark(self, element: Element) -> Iterator[None]:
        """Make what is drawn inside the content of `element`."""
        numbers = self._marked[-1]
        element.kids.append((len(self._marked) - 1, len(numbers)))
        numbers.append(element)
        with self._marking(element.tag, f"<</MCID {len(numbers) - 1}>> BDC"):
            yield

    @contextmanager
    def artifact(self, kind: str = "Layout") -> Iterator[None]:
        """Make what is drawn inside mere decoration or repetition."""
        with self._marking("Artifact", f"<</Type/{kind}>> BDC"):
            yield

    @contextmanager
    def _marking(self, tag: str, operator: str) -> Iterator[None]:
        if self._open:
            raise ValueError(f"{tag} inside {self._open}: marked content does not nest")
        self._open = tag
        self.pen._code.append(f"/{tag} {operator}")
        yield
        self.pen._code.append("EMC")
        self._open = ""

    def write(
        self,
        lines: Sequence[TextLine],
        style: Style,
        place: tuple[float, float],
        width: float = 0.0,
    ) -> None:
        """Set `lines` with the first baseline at `place`; figures end `width` from it."""
        self._require_marking()
        left, baseline = place
        text = TextOperators(self.pen, style.size)
        if style.colour != self._fill:  # unless the page has it already
            text.colour(style.colour)
            self._fill = style.colour
        for line in lines:
            shift = width - line.width if style.is_figure else 0.0
            text.move_to(left + shift, self._height - baseline)
            for face, piece in line.pieces:
                if style.is_figure:
                    text.write_figure(face, piece)
                else:
                    text.write(face, piece)
            baseline += style.leading
        text.finish()

    def rule(
        self,
        start: tuple[float, float],
        end: tuple[float, float],
        width: float,
        colour: str = BLACK,
    ) -> None:
        """Draw a straight line as an artifact."""
        with self.artifact():
            self.pen.setStrokeColor(colour)
            self.pen.setLineWidth(width)
            self.pen.line(start[0], self._height - start[1], end[0], self._height - end[1])

    def frame(self, corner: tuple[float, float], size: tuple[float, float]) -> None:
        """Draw a rectangle with its upper left corner at `corner`, as an artifact."""
        width, height = size
        with self.artifact():
            self.pen.setStrokeColor(BLACK)
            self.pen.setLineWidth(0.9)
            bottom = self._height - corner[1] - height
            self.pen.roundRect(corner[0], bottom, width, height, 1.5)

    def flip(self, y: float) -> float:
        """Return the distance from the bottom of the page, as `pen` wants it."""
        return self._height - y

    def bookmark(self, title: str, level: int, y: float) -> None:
        """Add a heading to the outline, leading to `y` on this page."""
        self._bookmarks += 1
        key = f"bookmark{self._bookmarks}"
        self.pen.bookmarkPage(key, fit="XYZ", left=0, top=self.flip(y), zoom=0)
        self.pen.addOutlineEntry(title, key, level)

    def annotate(self, element: Element, annotation: dict[str, Any]) -> Any:
        """Put an annotation of `element` on this page; return its reference."""
        key = _FIRST_ANNOTATION + len(self._annotated)
        self._annotated[key] = element
        whole = {"Type": pdfdoc.PDFName("Annot"), "F": 4, "StructParent": key}
        self.pen._addAnnotation(pdfdoc.PDFDictionary(whole | annotation))
        reference = self.pen._annotationrefs[-1]
        element.kids.append((len(self._marked) - 1, str(reference.name)))
        return reference

    def link(self, element: Element, address: str, box: Box, spoken: str) -> None:
        """Make a box on this page lead to an address."""
        left, top, right, bottom = box
        corners = [left, self._height - bottom, right, self._height - top]
        action = {
            "S": pdfdoc.PDFName("URI"),
            "URI": pdfdoc.PDFString(address),
            "Type": pdfdoc.PDFName("Action"),
        }
        annotation = {
            "Subtype": pdfdoc.PDFName("Link"),
            "Rect": pdfdoc.PDFArray(corners),
            "Border": pdfdoc.PDFArray([0, 0, 0]),
            "Contents": pdfdoc.PDFString(spoken),
            "A": pdfdoc.PDFDictionary(action),
        }
        self.annotate(element, annotation)

    def end_page(self) -> None:
        """Close this page; the next drawing falls on a new one."""
        self.pen.showPage()
        page = self.pen._doc.Pages.pages[-1]
        page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
        page.StructParents = len(self._marked) - 1
        page.Tabs = pdfdoc.PDFName("S")  # tab order follows the structure
        self._marked.append([])
        self._fill = BLACK

    def finish(self, root: Element, receipt: bytes = b"") -> bytes:
        """Write tree, metadata, intent and receipt, if any, and return the file."""
        document = self.pen._doc
        self._write_tree(root)
        self._declare()
        if receipt:
            attach_receipt(document, receipt)
        content = b"".join(page.stream.encode("latin-1") for page in document.Pages.pages)
        seed = repr(self._metadata).encode("utf-8") + content + receipt
        identity = sha256(seed).hexdigest()[:32].upper().encode("ascii")
        document._ID = b"\n[<" + identity + b"><" + identity + b">]\n"
        document.SaveToFile(self._target, self.pen)
        return self._target.getvalue()

    def _require_marking(self) -> None:
        if not self._open:
            raise ValueError("drawn outside marked content")

    def _write_tree(self, root: Element) -> None:
        document = self.pen._doc
        numbers = document.idToObjectNumberAndVersion

        def reserve(name: str) -> int:
            if name not in numbers:  # an annotation has its number already
                document.Reference(b"", name)
            return int(numbers[name][0])

        prune(root)
        pages = [int(numbers[f"Page{i}"][0]) for i in range(1, len(self._marked))]
        objects = write_tree(root, pages, self._marked[:-1], self._annotated, reserve)
        document.idToObject.update(objects)
        document.Catalog.StructTreeRoot = pdfdoc.PDFObjectReference(ROOT_NAME)

    def _declare(self) -> None:
        catalog = self.pen._doc.Catalog
        catalog.MarkInfo = pdfdoc.PDFDictionary({"Marked": "true"})
        self.pen.setViewerPreference("DisplayDocTitle", "true")
        profile = pdfdoc.PDFStream(
            dictionary=pdfdoc.PDFDictionary({"N": 3}),
            content=resource("fonts", "srgb.icc").read_bytes(),
            filters=[pdfdoc.PDFZCompress],
        )
        intent = {
            "Type": pdfdoc.PDFName("OutputIntent"),
            "S": pdfdoc.PDFName("GTS_PDFA1"),
            "DestOutputProfile": self.pen._doc.Reference(profile, "profile"),
            "OutputConditionIdentifier": pdfdoc.PDFString(_INTENT),
            "Info": pdfdoc.PDFString(_INTENT),
        }
        catalog.__NoDefault__ = [*catalog.__NoDefault__, "OutputIntents"]
        catalog.OutputIntents = pdfdoc.PDFArray([pdfdoc.PDFDictionary(intent)])
        packet = write_xmp(self._metadata)
        catalog.Metadata = pdfdoc.XMP(creator=lambda _document: packet)
        self.pen.setTitle(self._metadata.title)
        self.pen.setAuthor(self._metadata.author)
        self.pen.setSubject(self._metadata.subject)
        self.pen.setKeywords(self._metadata.keywords)
        self.pen.setCreator(CREATOR)
        self.pen.setProducer(PRODUCER)
