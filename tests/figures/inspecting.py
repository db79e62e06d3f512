"""Looks into a drawing: what is written where, and whether it keeps to the sheet."""

from workbench.figures.drawing import Anchor, Area, Drawing, Line, Text, corners
from workbench.figures.lettering import text_width

Box = tuple[float, float, float, float]
_MM_PER_POINT = 25.4 / 72


def texts(drawing: Drawing) -> list[str]:
    """Return every text in drawing order."""
    return [shape.text for shape in drawing.shapes if isinstance(shape, Text)]


def area(drawing: Drawing, key: str) -> Area:
    """Return the area with this key."""
    return next(area for area in drawing.keyed_areas if area.key == key)


def text_box(text: Text) -> Box:
    """Return left, top, right and bottom of the letters, rather too wide."""
    width = text_width(text.text, text.size)
    shift = {Anchor.START: 0.0, Anchor.MIDDLE: 0.5, Anchor.END: 1.0}[text.anchor]
    left = text.x - width * shift
    height = text.size * _MM_PER_POINT
    return left, text.y - height * 0.75, left + width, text.y + height * 0.22


def overlap(one: Box, other: Box, tolerance: float = 0.3) -> bool:
    """Return whether two boxes share more than a sliver."""
    return (
        min(one[2], other[2]) - max(one[0], other[0]) > tolerance
        and min(one[3], other[3]) - max(one[1], other[1]) > tolerance
    )


def outside(drawing: Drawing, slack: float = 0.1) -> list[str]:
    """Return what does not lie on the sheet."""
    found: list[str] = []
    for shape in drawing.shapes:
        if isinstance(shape, Text):
            box, name = text_box(shape), shape.text
        elif isinstance(shape, Line):
            box, name = corners((shape.points,)), "line"
        else:
            box, name = corners(shape.rings), shape.key or "area"
        left, top, right, bottom = box
        if (
            min(left, top) < -slack
            or right > drawing.width + slack
            or bottom > drawing.height + slack
        ):
            found.append(f"{name} {tuple(round(edge, 2) for edge in box)}")
    return found


def assert_sound(drawing: Drawing) -> None:
    """Check what holds for every figure."""
    keys = [area.key for area in drawing.keyed_areas]
    assert outside(drawing) == []
    assert len(keys) == len(set(keys))
    assert all(area.label for area in drawing.keyed_areas)
    assert {len(row) for row in drawing.rows} <= {len(drawing.header)}
    assert len(drawing.is_number) == len(drawing.header)
    assert drawing.title
    assert drawing.alt.endswith(".")
