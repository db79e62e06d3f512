"""Describes a figure once, for paper, screen and SVG alike.

Lengths are millimetres from the top left corner, y downwards; letters are in points.
Nobody who draws a `Drawing` has to clip, measure or choose: hatching comes as lines.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from math import ceil, floor

Point = tuple[float, float]
Ring = tuple[Point, ...]
Segment = tuple[Point, Point]

MM_PER_POINT = 25.4 / 72
HATCH_STEP = 1.9
HATCH_WIDTH = 0.2
HALO_WIDTH = 0.9


class Anchor(StrEnum):
    """Which part of a text stands on its point; the words are those of SVG."""

    START = "start"
    MIDDLE = "middle"
    END = "end"


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """A filled shape; overlapping rings leave holes (even-odd).

    Attributes:
        fill: Colour as in "#1C4A78", or `None`.
        stroke: Colour of the outline, or `None`.
        width: Of the outline.
        hatch: Colour of the slanted lines of "onbekend", or `None`.
        key: Name that can be pointed at, such as "PV22"; empty for a legend box.
        label: What is said of it when it is pointed at.
    """

    rings: tuple[Ring, ...]
    fill: str | None = None
    stroke: str | None = None
    width: float = 0.2
    hatch: str | None = None
    key: str = ""
    label: str = ""

    @property
    def hatch_lines(self) -> tuple[Segment, ...]:
        """The hatching, already cut off at the edge; empty without `hatch`."""
        return _hatch(self.rings) if self.hatch else ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """An open line through points."""

    points: tuple[Point, ...]
    colour: str
    width: float = 0.2


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """One line of text.

    Attributes:
        y: Of the line the letters stand on.
        size: In points.
        halo: Colour of a soft edge of `HALO_WIDTH`, which keeps the text legible where it
            crosses a border; `None` for none.
    """

    x: float
    y: float
    text: str
    size: float = 8.0
    is_bold: bool = False
    colour: str = "#1B1B1B"
    anchor: Anchor = Anchor.START
    halo: str | None = None


Shape = Area | Line | Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """A figure with everything that is said about it.

    Title, note and table are not among the shapes: a letter and a window set them in their
    own type. `figures.svg.write_svg` adds title and source for a picture on its own.

    Attributes:
        alt: The figure as one would describe it over the telephone.
        header: Of the table that holds the same values.
        rows: Of that table, as shown to the reader.
        is_number: Per column, whether it is right-aligned; may be empty.
        source: Whence the values and the outlines come.
        paper: Colour the figure was made for.
    """

    title: str
    width: float
    height: float
    shapes: tuple[Shape, ...]
    alt: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    source: str
    is_number: tuple[bool, ...] = ()
    paper: str = "#FFFFFF"

    @property
    def keyed_areas(self) -> tuple[Area, ...]:
        """The areas that can be pointed at, in drawing order."""
        return tuple(
            shape for shape in self.shapes if isinstance(shape, Area) and shape.key
        )


def rectangle(x: float, y: float, width: float, height: float) -> tuple[Ring, ...]:
    """Return the rings of an upright rectangle with (x, y) as its top left corner."""
    return (((x, y), (x + width, y), (x + width, y + height), (x, y + height)),)


@lru_cache(maxsize=64)
def _hatch(rings: tuple[Ring, ...]) -> tuple[Segment, ...]:
    crossings: dict[int, list[Point]] = {}
    for ring in rings:
        for start, end in zip(ring, (*ring[1:], ring[0]), strict=True):
            _cross(start, end, crossings)
    segments: list[Segment] = []
    for points in crossings.values():
        points.sort()
        segments.extend(zip(points[::2], points[1::2], strict=False))
    return tuple(segments)


def _cross(start: Point, end: Point, crossings: dict[int, list[Point]]) -> None:
    """Note where an edge meets the lines x + y = n * HATCH_STEP.

    An edge has its low end but not its high one, so that a shared corner counts once.
    """
    low, high = sorted((sum(start), sum(end)))
    for number in range(ceil(low / HATCH_STEP), floor(high / HATCH_STEP) + 1):
        level = number * HATCH_STEP
        if not low <= level < high:
            continue
        part = (level - sum(start)) / (sum(end) - sum(start))
        x = start[0] + part * (end[0] - start[0])
        crossings.setdefault(number, []).append((round(x, 3), round(level - x, 3)))


def corners(rings: Sequence[Ring]) -> tuple[float, float, float, float]:
    """Return left, top, right and bottom of the smallest upright box around `rings`."""
    xs = [x for ring in rings for x, _ in ring]
    ys = [y for ring in rings for _, y in ring]
    return min(xs), min(ys), max(xs), max(ys)
