"""Makes the bridge between two dates: from before to after, cause by cause.

The bars stand on the change, which begins at zero, so that a small cause beside a large
total keeps its true length. What is not explained is hatched and named.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from workbench.domain.fte import NO_FTE, Fte, sum_fte
from workbench.domain.notation import UNKNOWN, write_change, write_fte
from workbench.figures.amounts import say_unknown, size_of
from workbench.figures.bar_rows import BarRow, Rod, draw_rows
from workbench.figures.chart import end_sentence
from workbench.figures.drawing import Drawing
from workbench.figures.map_sheet import Caption
from workbench.figures.sheet import PAPER, Sheet

UNEXPLAINED = "Niet verklaard"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cause:
    """One part of the difference between two dates.

    Attributes:
        amount: `None` when its size is unknown, as of a re-allocation not published.
        is_open: It explains nothing yet: unexplained, or not split; drawn with hatching.
    """

    key: str
    name: str
    amount: Fte | None
    is_open: bool = False


def waterfall(
    before: Fte | None,
    after: Fte | None,
    causes: Sequence[Cause],
    caption: Caption,
    *,
    moments: tuple[str, str] = ("Begin", "Eind"),
    sheet: Sheet = PAPER,
) -> Drawing:
    """Return the bridge from `before` to `after`, in the order of `causes`.

    What the known causes leave of the difference is added as a cause of its own, so that
    the bars always add up to what they claim.
    """
    parts = (*causes, *_rest(before, after, causes))
    total = None if before is None or after is None else after - before
    shapes, height = draw_rows(
        _rows(parts, (before, after), total, moments, sheet), sheet, top=1.0, is_linked=True
    )
    return Drawing(
        title=caption.title,
        width=sheet.width,
        height=height,
        shapes=tuple(shapes),
        alt=_describe(parts, (before, after), total, moments, caption),
        header=("Onderdeel", "Verandering (fte)", "Stand (fte)"),
        rows=(
            (moments[0], "–", write_fte(before)),
            *((part.name, write_change(part.amount), "–") for part in parts),
            ("Totaal verschil", write_change(total), "–"),
            (moments[1], "–", write_fte(after)),
        ),
        source=end_sentence(caption.source),
        is_number=(False, True, True),
        paper=sheet.colours.paper,
    )


def _rest(
    before: Fte | None, after: Fte | None, causes: Sequence[Cause]
) -> tuple[Cause, ...]:
    if before is None or after is None:
        return ()
    known = sum_fte([part.amount for part in causes if part.amount is not None])
    rest = after - before - (known or NO_FTE)
    if rest == NO_FTE:
        return ()
    return (Cause(key="niet-verklaard", name=UNEXPLAINED, amount=rest, is_open=True),)


def _rows(
    parts: Sequence[Cause],
    sides: tuple[Fte | None, Fte | None],
    total: Fte | None,
    moments: tuple[str, str],
    sheet: Sheet,
) -> list[BarRow]:
    rows = [_side(moments[0], sides[0], NO_FTE)]
    at = NO_FTE
    for part in parts:
        rows.append(BarRow(name=part.name, rods=(_rod(part, at, sheet),)))
        at = at + (part.amount or NO_FTE)
    difference = Rod(
        key="totaal",
        size=None if total is None else size_of(total),
        text=write_change(total),
        label=f"Totaal verschil: {write_change(total)} fte",
        fill=sheet.colours.muted,
        is_bold=True,
    )
    rows.append(BarRow(name="Totaal verschil", rods=(difference,), is_bold=True))
    return [*rows, _side(moments[1], sides[1], at)]


def _side(moment: str, amount: Fte | None, at: Fte) -> BarRow:
    """Return the row of a date: a number at the place where its bridge head lies."""
    rod = Rod(
        key="",
        size=None if amount is None else Fraction(0),
        start=size_of(at),
        text=UNKNOWN if amount is None else f"{write_fte(amount)} fte",
        label="",
        fill="",
        is_bold=True,
    )
    return BarRow(name=moment, rods=(rod,), is_bold=True)


def _rod(part: Cause, start: Fte, sheet: Sheet) -> Rod:
    colours = sheet.colours
    fill = colours.increase if (part.amount or NO_FTE) > NO_FTE else colours.decrease
    unit = "" if part.amount is None else " fte"
    return Rod(
        key=part.key,
        size=None if part.amount is None else size_of(part.amount),
        start=size_of(start),
        text=write_change(part.amount),
        label=f"{part.name}: {write_change(part.amount)}{unit}",
        fill=colours.unknown if part.is_open else fill,
        hatch=colours.hatch if part.is_open else None,
    )


def _describe(
    parts: Sequence[Cause],
    sides: tuple[Fte | None, Fte | None],
    total: Fte | None,
    moments: tuple[str, str],
    caption: Caption,
) -> str:
    """Say the total first, then the largest cause, what stays open, and every part."""
    first, second = (
        f"{moment}: {write_fte(amount)}"
        for moment, amount in zip(moments, sides, strict=True)
    )
    sentences = [f"Watervaldiagram. {caption.subject}.", f"{first}; {second}."]
    sentences.append(f"Het totale verschil is {write_change(total)}.")
    known = [part for part in parts if part.amount is not None and not part.is_open]
    if known:
        most = max(known, key=lambda part: abs(part.amount or NO_FTE))
        told = f"{most.name} ({write_change(most.amount)})"
        sentences.append(f"De grootste verklaring: {told}.")
    sentences.extend(
        f"Nog open: {part.name} ({write_change(part.amount)})."
        for part in parts
        if part.is_open and part.amount is not None
    )
    sentences.extend(say_unknown([part.name for part in parts if part.amount is None]))
    told = "; ".join(f"{part.name} {write_change(part.amount)}" for part in parts)
    return " ".join([*sentences, *([f"Alle onderdelen: {told}."] if told else [])])
