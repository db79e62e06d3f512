"""Brings WGS84 degrees to metres of the Rijksdriehoek grid.

The polynomial of Schreutelkamp and Strang van Hees (2001); within some metres in the
Netherlands, far finer than any figure shows.
"""

from workbench.figures.drawing import Point

_LATITUDE, _LONGITUDE = 52.15517440, 5.38720621
_EAST, _NORTH = 155_000.0, 463_000.0
_TO_EAST = (
    (0, 1, 190_094.945),
    (1, 1, -11_832.228),
    (2, 1, -114.221),
    (0, 3, -32.391),
    (1, 0, -0.705),
    (3, 1, -2.340),
    (1, 3, -0.608),
    (0, 2, -0.008),
    (2, 3, 0.148),
)
_TO_NORTH = (
    (1, 0, 309_056.544),
    (0, 2, 3_638.893),
    (2, 0, 73.077),
    (1, 2, -157.984),
    (3, 0, 59.788),
    (0, 1, 0.433),
    (2, 2, -6.439),
    (1, 1, -0.032),
    (0, 4, 0.092),
    (1, 4, -0.054),
)


def to_rd(longitude: float, latitude: float) -> Point:
    """Return metres east and north."""
    north = 0.36 * (latitude - _LATITUDE)
    east = 0.36 * (longitude - _LONGITUDE)
    x = _EAST + sum(size * north**p * east**q for p, q, size in _TO_EAST)
    y = _NORTH + sum(size * north**p * east**q for p, q, size in _TO_NORTH)
    return round(x, 1), round(y, 1)
