"""Makes a map of the COROP regions, once the user has loaded their official outlines."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from functools import lru_cache
from itertools import pairwise

from workbench.domain.notation import UNKNOWN, write_list, write_share
from workbench.figures.amounts import Amount, say_extremes
from workbench.figures.chart import round_numbers
from workbench.figures.drawing import Drawing, Point, Ring, corners
from workbench.figures.geography import Outline
from workbench.figures.lettering import text_width
from workbench.figures.map_legend import draw_legend_band
from workbench.figures.map_shades import (
    Measure,
    change_shades,
    measure_edge,
    show_value,
    unknown_shade,
    write_edge,
    write_measure,
)
from workbench.figures.map_shapes import TEXT_SIZE, Shade, Shown, draw_places
from workbench.figures.map_sheet import Caption, credit_map
from workbench.figures.region_geometry import RegionGeometry
from workbench.figures.sheet import PAPER, Sheet

_MARGIN = 1.0
_CLASSES = 5
_SMALLER = 0.86
_CREDIT = "Kaart: gebiedsindelingen uit het ingelezen bestand"


def region_map(
    values: Mapping[str, Fraction | None],
    caption: Caption,
    geometry: RegionGeometry,
    *,
    measure: Measure = Measure.SHARE,
    credit: str = _CREDIT,
    sheet: Sheet = PAPER,
) -> Drawing:
    """Return the map of shares, growth or differences per region, by NUTS-3 code.

    Shares are mostly small here, so their five classes are equally wide and follow the
    highest value; a region too small for its words keeps them in the table.
    """
    shades, unknown = _shades(values, measure, sheet), unknown_shade(sheet.colours)
    shown = {
        region.code: _show(values.get(region.code), values, measure, shades, unknown)
        for region in geometry.regions
    }
    drawn, height = _outlines(geometry, sheet.width)
    smaller = replace(sheet, text_scale=sheet.text_scale * _SMALLER)
    fitted = {
        outline.code: _fit(outline, shown[outline.code], smaller) for outline in drawn
    }
    legend = (*shades, unknown)
    band, top = draw_legend_band(legend, caption.subject, sheet)
    names = [(region.name, values.get(region.code)) for region in geometry.regions]
    return Drawing(
        title=caption.title,
        width=sheet.width,
        height=round(top + height, 3),
        shapes=(*band, *draw_places(drawn, fitted, smaller, at=(0.0, top))),
        alt=_describe(names, shown, geometry, legend, caption, measure),
        header=("Regio", caption.subject, "Klasse"),
        rows=tuple(_row(region.name, shown[region.code]) for region in geometry.regions),
        source=credit_map(caption.source, credit.strip().rstrip(".")),
        is_number=(False, True, False),
        paper=sheet.colours.paper,
    )


def _row(name: str, shown: Shown) -> tuple[str, ...]:
    return name, shown.text, shown.shade.name


def _step(values: Mapping[str, Fraction | None]) -> Fraction:
    """Return how wide each of the five classes of shares is, as a share of one."""
    highest = max((value for value in values.values() if value is not None), default=0)
    numbers = round_numbers(Fraction(0), Fraction(highest) * 100, _CLASSES)
    return (numbers[1] - numbers[0]) / 100


def _shades(
    values: Mapping[str, Fraction | None], measure: Measure, sheet: Sheet
) -> tuple[Shade, ...]:
    if measure is not Measure.SHARE:
        return change_shades(measure, measure_edge(measure, None), sheet.colours)
    step = _step(values)
    edges = [write_edge(step * number) for number in range(_CLASSES + 1)]
    names = [f"{low} tot {high}%" for low, high in pairwise(edges)]
    names[-1] = f"{edges[-2]} tot en met {edges[-1]}%"
    return tuple(
        Shade(name=name, fill=fill)
        for name, fill in zip(names, sheet.colours.steps, strict=True)
    )


def _show(
    value: Fraction | None,
    values: Mapping[str, Fraction | None],
    measure: Measure,
    shades: tuple[Shade, ...],
    unknown: Shade,
) -> Shown:
    if value is None or measure is not Measure.SHARE:
        return show_value(value, measure, None, shades, unknown)
    at = min(int(value // _step(values)), _CLASSES - 1)
    return Shown(shade=shades[max(at, 0)], text=write_share(value))


@lru_cache(maxsize=8)
def _outlines(geometry: RegionGeometry, width: float) -> tuple[tuple[Outline, ...], float]:
    """Return the regions on a map of `width` millimetres, and its height."""
    every = [ring for region in geometry.regions for ring in region.rings]
    left, low, right, high = corners(every)
    scale = width / max(right - left, 1.0)

    def place(at: Point) -> Point:
        x, y = (at[0] - left) * scale, (high - at[1]) * scale
        return round(x, 3), round(y + _MARGIN, 3)

    outlines: list[Outline] = []
    for region in geometry.regions:
        rings = tuple(tuple(place(at) for at in ring) for ring in region.rings)
        outlines.append(
            Outline(
                code=region.code,
                rings=rings,
                label=_middle(max(rings, key=lambda ring: abs(_twice_area(ring)))),
                name=(),
                full_name=region.name,
            )
        )
    return tuple(outlines), round((high - low) * scale + 2 * _MARGIN, 3)


def _twice_area(ring: Ring) -> float:
    pairs = zip(ring, (*ring[1:], ring[0]), strict=True)
    return sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairs)


def _middle(ring: Ring) -> Point:
    """Return the centre of gravity of a ring."""
    area = _twice_area(ring)
    x = y = 0.0
    for (x1, y1), (x2, y2) in zip(ring, (*ring[1:], ring[0]), strict=True):
        part = x1 * y2 - x2 * y1
        x += (x1 + x2) * part
        y += (y1 + y2) * part
    if not area:
        return ring[0]
    return round(x / (3 * area), 3), round(y / (3 * area), 3)


def _fit(outline: Outline, shown: Shown, sheet: Sheet) -> Shown:
    """Leave out words that are wider than the region, but keep them when pointed at."""
    largest = max(outline.rings, key=lambda ring: abs(_twice_area(ring)))
    left, _, right, _ = corners((largest,))
    room = text_width(shown.text, TEXT_SIZE * sheet.text_scale)
    fits = room < (right - left) and shown.text != UNKNOWN
    return replace(shown, text=shown.text if fits else "", exact=shown.text)


def _describe(
    names: Sequence[tuple[str, Amount | None]],
    shown: Mapping[str, Shown],
    geometry: RegionGeometry,
    legend: Sequence[Shade],
    caption: Caption,
    measure: Measure,
) -> str:
    """Say the extremes first, then class after class, then what the file lacks."""

    def write(amount: Amount | None) -> str:
        return write_measure(amount if isinstance(amount, Fraction) else None, measure)

    sentences = [f"Kaart van de COROP-regio's. {caption.subject} per regio."]
    sentences.extend(say_extremes(names, write=write))
    for shade in legend:
        named = [
            region.name
            if shown[region.code].text == shade.name
            else f"{region.name} ({shown[region.code].text})"
            for region in geometry.regions
            if shown[region.code].shade is shade
        ]
        if named:
            start = shade.name[0].upper() + shade.name[1:]
            sentences.append(f"{start}: {write_list(named)}.")
    if geometry.missing:
        missing = write_list(list(geometry.missing))
        sentences.append(f"Niet op de kaart, omdat het bestand ze mist: {missing}.")
    return " ".join(sentences)
