"""The colours of figures on paper and on a dark screen, and how legible they are.

One hue in five steps that stay at least 12 apart in lightness under simulated colour
blindness and in grey print (`look.md` 2).
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Colours:
    """One set of colours that belong together.

    Attributes:
        steps: From the lowest class to the highest.
        increase: Of a change upwards; blue against orange survives colour blindness.
        rest: Of a province that is no part of what is shown.
        falls: From the largest fall to the smallest.
        rises: From the smallest rise to the largest.
        lines: Of lines in one chart; a marker tells them apart as well.
        grid: Of the faint lines behind a chart.
    """

    paper: str
    ink: str
    muted: str
    outline: str
    steps: tuple[str, str, str, str, str]
    increase: str
    decrease: str
    unchanged: str
    rest: str
    unknown: str
    hatch: str
    falls: tuple[str, str]
    rises: tuple[str, str]
    lines: tuple[str, ...]
    grid: str


ON_PAPER = Colours(
    paper="#FFFFFF",
    ink="#1B1B1B",
    muted="#4A4A4A",
    outline="#5F6B76",
    steps=("#EDF3F9", "#BBD3E8", "#7EACD3", "#3A76AE", "#123C69"),
    increase="#2B6CA8",
    decrease="#F2B077",
    unchanged="#D9D9D9",
    rest="#F7F7F5",
    unknown="#E9E9E9",
    hatch="#8C8C8C",
    falls=("#DB7F33", "#F8DCC0"),
    rises=("#A9CBE8", "#1F5688"),
    lines=("#1F5688", "#B4540A", "#0F7B6C", "#7A3E8E", "#5A5A5A", "#A3195B"),
    grid="#DDE2E7",
)
IN_THE_DARK = Colours(
    paper="#1C2229",
    ink="#E8ECF0",
    muted="#AAB5C0",
    outline="#8793A0",
    steps=("#243240", "#2C4A66", "#3D6C96", "#6BA2D2", "#BFDDF7"),
    increase="#74AEE3",
    decrease="#A9570F",
    unchanged="#4A5460",
    rest="#262D36",
    unknown="#303840",
    hatch="#76828F",
    falls=("#F0A35E", "#6B3F14"),
    rises=("#2F567A", "#8CC0EE"),
    lines=("#7DB6EC", "#F0A35E", "#58C7B3", "#CBA0DC", "#B8C0C8", "#F08CB4"),
    grid="#343D47",
)


def luminance(colour: str) -> float:
    """Return the relative luminance of "#RRGGBB" (WCAG 2.2)."""
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, from 1 to 21 (WCAG 2.2)."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def legible_on(background: str) -> str:
    """Return black or white, whichever is easier to read on `background`."""
    return max(("#1B1B1B", "#FFFFFF"), key=lambda ink: contrast(ink, background))


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4
