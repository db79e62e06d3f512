"""Describes a figure once, for paper, screen and SVG alike.

Lengths are millimetres from the top left corner, y downwards; letters are in points.
Nobody who draws a `Drawing` has to clip, measure or choose: hatching comes as lines.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from math import ceil, cos, floor, pi, sin

Point = tuple[float, float]
Ring = tuple[Point, ...]
Segment = tuple[Point, Point]
Dash = tuple[float, float]

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
    """An open line through points.

    Attributes:
        dash: Lengths of dash and gap; `None` for an unbroken line.
    """

    points: tuple[Point, ...]
    colour: str
    width: float = 0.2
    dash: Dash | None = None


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


def disc(x: float, y: float, radius: float, corners: int = 40) -> tuple[Ring, ...]:
    """Return the rings of a circle around (x, y), as a shape with many corners."""
    return (_around(x, y, radius, corners, turn=0.0),)


class Marker(StrEnum):
    """The shape of a point in a chart, so that lines differ without colour."""

    DISC = "rondje"
    SQUARE = "vierkantje"
    TRIANGLE = "driehoekje"
    DIAMOND = "ruitje"
    TURNED = "omgekeerd driehoekje"
    CROSS = "kruisje"


def marker_rings(marker: Marker, x: float, y: float, radius: float) -> tuple[Ring, ...]:
    """Return the rings of a marker around (x, y); all shapes look equally large."""
    if marker is Marker.CROSS:
        return (_cross_ring(x, y, radius * 1.15, radius * 0.4),)
    corners, size, turn = {
        Marker.DISC: (24, 1.0, 0.0),
        Marker.SQUARE: (4, 1.22, pi / 4),
        Marker.TRIANGLE: (3, 1.38, -pi / 2),
        Marker.DIAMOND: (4, 1.3, 0.0),
        Marker.TURNED: (3, 1.38, pi / 2),
    }[marker]
    return (_around(x, y, radius * size, corners, turn),)


def place_of(key: str) -> str:
    """Return the place in the key of an area: "PV22" of both "PV22" and "PV22:nu"."""
    return key.partition(":")[0]


def _around(x: float, y: float, radius: float, corners: int, turn: float) -> Ring:
    angles = (turn + 2 * pi * number / corners for number in range(corners))
    return tuple(
        (round(x + radius * cos(angle), 3), round(y + radius * sin(angle), 3))
        for angle in angles
    )


def _cross_ring(x: float, y: float, arm: float, half: float) -> Ring:
    corner = ((half, arm), (half, half), (arm, half))
    quarters = ((1, 1), (1, -1), (-1, -1), (-1, 1))
    points: list[Point] = []
    for across, down in quarters:
        ordered = corner if across * down > 0 else corner[::-1]
        points.extend((x + across * dx, y + down * dy) for dx, dy in ordered)
    return tuple((round(px, 3), round(py, 3)) for px, py in points)


@lru_cache(maxsize=256)
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
