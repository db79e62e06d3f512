"""Lays out horizontal bars with their names left and their amounts at the end."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from workbench.figures.chart import BORDER, LINE_HEIGHT, TEXT_SIZE, words
from workbench.figures.drawing import Anchor, Area, Line, Shape, rectangle
from workbench.figures.lettering import break_text, text_width
from workbench.figures.sheet import Sheet

_BAR = 3.4
_BETWEEN = 0.4
_ROOM = 3.2
_WIDEST_NAMES = 0.36
_AIR = 1.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Rod:
    """One bar from zero.

    Attributes:
        size: On the axis; `None` for unknown, which is a word without a bar.
        start: Where it begins on the axis.
        text: At its end.
        label: What is said of it when it is pointed at.
    """

    key: str
    size: Fraction | None
    text: str
    label: str
    fill: str
    start: Fraction = Fraction(0)
    hatch: str | None = None
    is_bold: bool = False

    @property
    def end(self) -> Fraction:
        """Where it ends on the axis."""
        return self.start + (self.size or 0)

    @property
    def goes_left(self) -> bool:
        return self.size is not None and self.size < 0


@dataclass(frozen=True, slots=True, kw_only=True)
class BarRow:
    """The bars of one thing, below each other."""

    name: str
    rods: tuple[Rod, ...]
    is_bold: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RowFrame:
    """Where everything lies: the names, zero, and how long a bar of one is."""

    names: float
    zero: float
    per_one: float

    def at(self, number: Fraction) -> float:
        """Return where `number` lies."""
        return round(self.zero + float(number) * self.per_one, 3)


def frame_rows(rows: Sequence[BarRow], sheet: Sheet) -> RowFrame:
    """Return the frame in which the longest bar and every amount just fit."""
    size, air = TEXT_SIZE * sheet.text_scale, _AIR * sheet.text_scale
    widest = max((text_width(row.name, size) for row in rows), default=0.0)
    names = min(widest, sheet.width * _WIDEST_NAMES) + air
    rods = [rod for row in rows for rod in row.rods]
    before = max((text_width(r.text, size) + air for r in rods if r.goes_left), default=0.0)
    after = max(
        (text_width(r.text, size) + air for r in rods if not r.goes_left), default=0.0
    )
    ends = [float(end) for rod in rods for end in (rod.start, rod.end)]
    low, high = min([*ends, 0.0]), max([*ends, 0.0])
    room = max(sheet.width - names - before - after - 1.0, 1.0)
    per_one = room / ((high - low) or 1.0)
    return RowFrame(names=names, zero=names + before - low * per_one, per_one=per_one)


def draw_rows(
    rows: Sequence[BarRow], sheet: Sheet, *, top: float, is_linked: bool = False
) -> tuple[list[Shape], float]:
    """Return the shapes of all rows and how high the chart has become.

    Linked rows carry a thin line from the end of each bar to the next one.
    """
    frame, scale = frame_rows(rows, sheet), sheet.text_scale
    drawn: list[Shape] = []
    foot = top
    for number, row in enumerate(rows):
        if is_linked and number:
            x = frame.at(rows[number - 1].rods[-1].end)
            link = ((x, round(foot - 1.9 * scale, 3)), (x, round(foot + 0.2, 3)))
            drawn.append(Line(points=link, colour=sheet.colours.outline, width=0.2))
        row_shapes, foot = _draw_row(row, frame, sheet, foot)
        drawn.extend(row_shapes)
    line = ((frame.zero, round(top - 0.6 * scale, 3)), (frame.zero, round(foot - 1.0, 3)))
    zero = Line(points=line, colour=sheet.colours.outline, width=0.3)
    return [zero, *drawn] if rows else [], round(foot + 0.4, 3)


def _draw_row(
    row: BarRow, frame: RowFrame, sheet: Sheet, top: float
) -> tuple[list[Shape], float]:
    scale = sheet.text_scale
    step, line = (_BAR + _BETWEEN) * scale, LINE_HEIGHT * scale
    room = frame.names - _AIR * scale
    lines = break_text(row.name, room, TEXT_SIZE * scale, most=2)
    height = max(len(row.rods) * step, len(lines) * line)
    first = top + (height - len(lines) * line) / 2 + 0.72 * line
    shapes: list[Shape] = [
        words(sheet, room, first + at * line, text, is_bold=row.is_bold, anchor=Anchor.END)
        for at, text in enumerate(lines)
    ]
    at = top + (height - len(row.rods) * step) / 2
    for rod in row.rods:
        shapes.extend(_draw_rod(rod, frame, sheet, at))
        at += step
    return shapes, top + height + (_ROOM - _BETWEEN if len(row.rods) > 1 else 1.8) * scale


def _draw_rod(rod: Rod, frame: RowFrame, sheet: Sheet, top: float) -> list[Shape]:
    scale = sheet.text_scale
    left, right = sorted((frame.at(rod.start), frame.at(rod.end)))
    air = 1.1 * scale
    label = words(
        sheet,
        left - air if rod.goes_left else right + air,
        top + 2.65 * scale,
        rod.text,
        is_bold=rod.is_bold,
        anchor=Anchor.END if rod.goes_left else Anchor.START,
        colour=sheet.colours.muted if rod.size is None else "",
    )
    label = replace(label, halo=sheet.colours.paper)
    if not rod.size:
        return [label]
    area = Area(
        rings=rectangle(
            left, round(top, 3), round(right - left, 3), round(_BAR * scale, 3)
        ),
        fill=rod.fill,
        stroke=sheet.colours.outline,
        width=BORDER,
        hatch=rod.hatch,
        key=rod.key,
        label=rod.label,
    )
    return [area, label]
