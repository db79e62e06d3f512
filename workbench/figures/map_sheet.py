"""Puts a map together: provinces, labels, legend, words and table; not what they mean."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from workbench.domain.notation import write_list
from workbench.domain.place import PROVINCES
from workbench.figures.chart import end_sentence
from workbench.figures.drawing import Drawing
from workbench.figures.geography import CREDIT, map_height, outlines
from workbench.figures.map_legend import draw_legend
from workbench.figures.map_shapes import Shade, Shown, draw_places
from workbench.figures.sheet import Sheet

__all__ = ["Caption", "Shade", "Shown", "credit_map", "draw_map", "say_classes"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Caption:
    """The words around a figure.

    Attributes:
        subject: What the values are, with unit and reference date; heads the legend.
        source: Whence the values come, without the credit of the map.
    """

    title: str
    subject: str
    source: str


def draw_map(
    provinces: Mapping[str, Shown],
    legend: tuple[Shade, ...],
    caption: Caption,
    sheet: Sheet,
    message: Sequence[str] = (),
) -> Drawing:
    """Return the map of all twelve provinces; `legend` is drawn complete.

    `message` holds the sentences that sum the map up, before every value is told.
    """
    drawn = outlines(sheet.width)
    opening = f"Kaart van Nederland. {caption.subject} per provincie."
    return Drawing(
        title=caption.title,
        width=sheet.width,
        height=map_height(sheet.width),
        shapes=(
            *draw_places(drawn, provinces, sheet),
            *draw_legend(legend, caption.subject, sheet),
        ),
        alt=" ".join([opening, *message, *say_classes(provinces, legend)]),
        header=("Provincie", caption.subject, "Klasse"),
        rows=tuple(_row(province.name, provinces[province.code]) for province in PROVINCES),
        source=credit_map(caption.source),
        is_number=(False, True, False),
        paper=sheet.colours.paper,
    )


def credit_map(source: str, credit: str = CREDIT) -> str:
    """Return the source line of a map: that of the values, and of the outlines."""
    return " ".join(part for part in (end_sentence(source), f"{credit}.") if part)


def say_classes(provinces: Mapping[str, Shown], legend: Sequence[Shade]) -> list[str]:
    """Say class after class in the order of `legend`, with every value."""
    sentences: list[str] = []
    for shade in legend:
        named = [
            province.name
            if provinces[province.code].text in ("", shade.name)
            else f"{province.name} ({provinces[province.code].text})"
            for province in PROVINCES
            if provinces[province.code].shade.name == shade.name
        ]
        if named:
            start = shade.name[0].upper() + shade.name[1:]
            sentences.append(f"{start}: {write_list(named)}.")
    return sentences


def _row(name: str, shown: Shown) -> tuple[str, ...]:
    return name, shown.text or "–", shown.shade.name
