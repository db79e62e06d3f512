"""Reads the outlines of the COROP regions from an official GeoJSON file of the user.

The file comes from outside: its size, depth, number of features and points are limited,
and whatever is odd is refused rather than drawn. RD metres are taken as they are, WGS84 is
brought to RD metres by the usual approximation (a few metres wide of the mark at most).
"""

import csv
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from workbench.domain.errors import GeometryRefusedError
from workbench.domain.place import fold
from workbench.figures.drawing import Point, Ring
from workbench.figures.rijksdriehoek import to_rd
from workbench.paths import resource

LARGEST_FILE = 24 * 1024 * 1024
MOST_FEATURES = 2_000
MOST_POINTS = 400_000
_GRID = 150.0  # metres; finer than a figure in a letter can show
_RD = (-20_000.0, 280_000.0, 320_000.0, 660_000.0)
_DEGREES = (2.5, 50.0, 8.0, 54.5)
_SUFFIX = re.compile(r"\s*\((cr|corop)\)\s*$", re.IGNORECASE)
_NAMES = ("statnaam", "naam", "name", "NUTS_NAME")


@dataclass(frozen=True, slots=True, kw_only=True)
class Region:
    """One region: its NUTS-3 code, its official name and its outline in RD metres."""

    code: str
    name: str
    rings: tuple[Ring, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RegionGeometry:
    """The regions of one file, and what of it could not be used.

    Attributes:
        unmatched: Names in the file that are no COROP region of the list.
        missing: Names of the list that are not in the file.
    """

    regions: tuple[Region, ...]
    unmatched: tuple[str, ...]
    missing: tuple[str, ...]


def read_geometry(data: bytes, file: str = "") -> RegionGeometry:
    """Return the regions of a GeoJSON file; `file` is its name, for the error.

    Raises:
        GeometryRefusedError: Too large or too deep, no GeoJSON, other coordinates than RD
            or WGS84, or not one name that is known.
    """
    features = _features(data, file)
    known = region_names()
    found: dict[str, list[Ring]] = {}
    unmatched: list[str] = []
    left = MOST_POINTS
    for feature in features:
        name = _name(feature, file)
        rings = list(_rings(feature.get("geometry"), file, left))
        left -= sum(len(ring) for ring in rings)
        code = known.get(_fold(name))
        if code is None:
            unmatched.append(name)
        else:
            found.setdefault(code, []).extend(rings)
    if not found:
        raise GeometryRefusedError(file=file, detail="geometry_no_names")
    names = official_names()
    regions = (
        Region(code=code, name=names[code], rings=_simple(rings))
        for code, rings in found.items()
    )
    return RegionGeometry(
        regions=tuple(sorted(regions, key=lambda region: region.code)),
        unmatched=tuple(sorted(set(unmatched))),
        missing=tuple(name for code, name in names.items() if code not in found),
    )


@cache
def official_names() -> dict[str, str]:
    """Return the names of the 40 regions by NUTS-3 code, in the order of the list."""
    path = resource("reference", "nuts3_nl_2024.csv")
    with path.open(encoding="utf-8", newline="") as lines:
        return {row["nuts3"]: row["name"] for row in csv.DictReader(lines)}


@cache
def region_names() -> dict[str, str]:
    """Return the NUTS-3 codes by folded name."""
    return {_fold(name): code for code, name in official_names().items()}


def _fold(name: str) -> str:
    return fold(_SUFFIX.sub("", name)).replace("fryslan", "friesland")


def _features(data: bytes, file: str) -> list[dict[str, Any]]:
    if len(data) > LARGEST_FILE:
        raise GeometryRefusedError(file=file, detail="geometry_too_large")
    try:
        content = json.loads(data.decode("utf-8-sig"), parse_constant=_refuse)
    except (ValueError, RecursionError) as error:
        raise GeometryRefusedError(file=file, detail="geometry_no_geojson") from error
    features = content.get("features") if isinstance(content, dict) else None
    if not isinstance(features, list) or not features:
        raise GeometryRefusedError(file=file, detail="geometry_no_geojson")
    if len(features) > MOST_FEATURES:
        raise GeometryRefusedError(file=file, detail="geometry_too_large")
    if not all(isinstance(feature, dict) for feature in features):
        raise GeometryRefusedError(file=file, detail="geometry_no_geojson")
    return features


def _refuse(word: str) -> float:
    raise ValueError(f"no number: {word}")


def _name(feature: dict[str, Any], file: str) -> str:
    properties = feature.get("properties")
    if not isinstance(properties, dict):
        raise GeometryRefusedError(file=file, detail="geometry_no_names")
    named = (properties.get(key) for key in _NAMES)
    return next((name for name in named if isinstance(name, str) and name.strip()), "?")


def _rings(geometry: object, file: str, left: int) -> Iterator[Ring]:
    kind = geometry.get("type") if isinstance(geometry, dict) else None
    parts = geometry.get("coordinates") if isinstance(geometry, dict) else None
    polygons = [parts] if kind == "Polygon" else parts if kind == "MultiPolygon" else None
    if not isinstance(polygons, list):
        raise GeometryRefusedError(file=file, detail="geometry_no_areas")
    for polygon in polygons:
        for ring in polygon if isinstance(polygon, list) else [None]:
            if not isinstance(ring, list) or len(ring) < 4:
                raise GeometryRefusedError(file=file, detail="geometry_no_areas")
            left -= len(ring)
            if left < 0:
                raise GeometryRefusedError(file=file, detail="geometry_too_large")
            yield tuple(_point(at, file) for at in ring)


def _point(at: object, file: str) -> Point:
    if not isinstance(at, list) or len(at) < 2:
        raise GeometryRefusedError(file=file, detail="geometry_no_areas")
    x, y = at[0], at[1]
    if not isinstance(x, int | float) or not isinstance(y, int | float):
        raise GeometryRefusedError(file=file, detail="geometry_no_areas")
    if _lies_in(x, y, _RD):
        return float(x), float(y)
    if _lies_in(x, y, _DEGREES):
        return to_rd(x, y)
    raise GeometryRefusedError(file=file, detail="geometry_elsewhere")


def _lies_in(x: float, y: float, box: tuple[float, float, float, float]) -> bool:
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]


def _simple(rings: list[Ring]) -> tuple[Ring, ...]:
    """Return rings on a grid, so that neighbours keep the same border; slivers go."""
    simple: list[Ring] = []
    for ring in rings:
        points: list[Point] = []
        for x, y in ring:
            at = (round(x / _GRID) * _GRID, round(y / _GRID) * _GRID)
            if not points or points[-1] != at:
                points.append(at)
        if points and points[0] == points[-1]:
            points.pop()
        if len(points) > 2:
            simple.append(tuple(points))
    return tuple(simple) or tuple(rings[:1])
