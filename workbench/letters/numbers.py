"""Writes numbers and colours as they stand in a PDF."""

from functools import lru_cache


def write_points(value: float) -> str:
    """Return a length with no more decimals than a printer can show."""
    text = f"{value:.3f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


@lru_cache(maxsize=200)
def write_colour(colour: str) -> str:
    """Return a colour such as "#1C4A78" as its three parts."""
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return " ".join(write_points(part) for part in parts)
