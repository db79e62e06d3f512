"""Finds the part of a figure that a mouse or an arrow key means."""

from collections.abc import Sequence
from math import hypot

from PySide6.QtCore import QPointF

from workbench.figures.drawing import Area, corners
from workbench.ui.figure_painter import area_path

_SIDEWAYS_COSTS = 2.0


def find_key(areas: Sequence[Area], at: QPointF, reach: float) -> str:
    """Return the key of the area at a point, the topmost one; empty for none.

    A small area, such as a marker hard to hit exactly, is found within `reach`.
    """
    for area in reversed(areas):
        if area_path(area).contains(at):
            return area.key
    found: list[tuple[float, str]] = []
    for area in areas:
        left, top, right, bottom = corners(area.rings)
        x, y = _middle(area)
        distance = hypot(at.x() - x, at.y() - y)
        if max(right - left, bottom - top) < reach * 2 and distance < reach:
            found.append((distance, area.key))
    return min(found)[1] if found else ""


def find_neighbour(areas: Sequence[Area], start: Area, across: int, down: int) -> str:
    """Return the nearest area that lies more in this direction than beside it."""
    x, y = _middle(start)
    costs: list[tuple[float, str]] = []
    for area in areas:
        other_x, other_y = _middle(area)
        ahead = (other_x - x) * across + (other_y - y) * down
        beside = (other_x - x) * down - (other_y - y) * across
        if ahead > abs(beside) / _SIDEWAYS_COSTS and area.key != start.key:
            costs.append((hypot(ahead, beside * _SIDEWAYS_COSTS), area.key))
    return min(costs)[1] if costs else ""


def _middle(area: Area) -> tuple[float, float]:
    """Return the middle of the largest ring: islands do not pull it out to sea."""
    left, top, right, bottom = corners((max(area.rings, key=len),))
    return (left + right) / 2, (top + bottom) / 2
