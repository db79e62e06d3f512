"""The outlines of the twelve provinces, in millimetres on paper.

The file holds RD metres, so nothing is projected while the program runs. Outlines: Natural
Earth, public domain; the border of Vijfheerenlanden was added by hand.
"""

import json
from dataclasses import dataclass
from functools import cache

from workbench.domain.place import BY_CODE
from workbench.figures.drawing import Point, Ring
from workbench.paths import resource

CREDIT = "Kaart: Natural Earth"

_MARGIN = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """One province on the map.

    Attributes:
        label: Where the middle of its label stands.
        name: As it fits on the map: one line, or two.
        short: As it fits on a small map.
    """

    code: str
    rings: tuple[Ring, ...]
    label: Point
    name: tuple[str, ...]
    full_name: str
    short: str = ""


@cache
def outlines(width: float) -> tuple[Outline, ...]:
    """Return the provinces on a map of `width` millimetres, north at the top."""
    content = _read()
    left, _, right, top = content["bbox"]
    scale = width / (right - left)

    def place(at: list[float]) -> Point:
        x, y = (at[0] - left) * scale, (top - at[1]) * scale
        return round(x, 3), round(y + _MARGIN, 3)

    return tuple(
        Outline(
            code=feature["id"],
            rings=tuple(
                tuple(place(at) for at in ring)
                for polygon in feature["geometry"]["coordinates"]
                for ring in polygon
            ),
            label=place(feature["properties"]["label"]),
            name=tuple(
                feature["properties"].get("naam2") or (BY_CODE[feature["id"]].name,)
            ),
            full_name=BY_CODE[feature["id"]].name,
            short=feature["properties"]["afk"],
        )
        for feature in content["features"]
    )


@cache
def map_height(width: float) -> float:
    """Return the height that goes with `width`, in millimetres."""
    box: list[float] = _read()["bbox"]
    left, bottom, right, top = box
    return round(width * (top - bottom) / (right - left) + 2 * _MARGIN, 3)


# The shape of a GeoJSON file cannot be said in types without repeating it.
@cache
def _read() -> dict:  # type: ignore[type-arg]
    path = resource("figures", "provinces_rd.json")
    content: dict = json.loads(path.read_text(encoding="utf-8"))  # type: ignore[type-arg]
    return content
