"""Makes bar charts: a ranking, before beside after, and changes to both sides of zero.

Bars always begin at zero. An unknown amount is a word and never a bar.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from workbench.domain.case import Shift
from workbench.domain.fte import Fte
from workbench.domain.notation import UNKNOWN, write_list
from workbench.domain.place import BY_CODE
from workbench.figures.amounts import (
    Amount,
    say_extremes,
    say_unknown,
    size_of,
    write_amount,
    write_delta,
    write_difference,
    write_whole,
    write_whole_delta,
)
from workbench.figures.bar_rows import BarRow, Rod, draw_rows
from workbench.figures.chart import TEXT_SIZE, end_sentence, key_box
from workbench.figures.drawing import Drawing, Shape
from workbench.figures.lettering import text_width
from workbench.figures.map_sheet import Caption
from workbench.figures.sheet import PAPER, Sheet

_LEGEND = 7.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One bar: fte, or a share of one."""

    key: str
    name: str
    amount: Amount | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two bars of one thing: before and after."""

    key: str
    name: str
    before: Amount | None
    after: Amount | None

    @property
    def change(self) -> Amount | None:
        """What came, or went; `None` while one side is unknown."""
        if isinstance(self.before, Fte) and isinstance(self.after, Fte):
            return self.after - self.before
        if isinstance(self.before, Fraction) and isinstance(self.after, Fraction):
            return self.after - self.before
        return None


def before_after_bars(
    shifts: Sequence[Shift], caption: Caption, *, sheet: Sheet = PAPER
) -> Drawing:
    """Return two bars per province of a case, in the order of `shifts`."""
    pairs = [
        Pair(
            key=shift.province,
            name=BY_CODE[shift.province].name,
            before=shift.before,
            after=shift.after,
        )
        for shift in shifts
    ]
    return paired_bars(pairs, caption, sheet=sheet)


def paired_bars(
    pairs: Sequence[Pair],
    caption: Caption,
    *,
    moments: tuple[str, str] = ("nu", "straks"),
    what: str = "provincie",
    sheet: Sheet = PAPER,
) -> Drawing:
    """Return two bars per thing in the order of `pairs`; keys are such as "PV22:nu".

    `what` is the singular of the things; it heads their column.
    """
    pale, strong = sheet.colours.steps[1], sheet.colours.steps[3]
    rows = [_paired_row(pair, moments, (pale, strong)) for pair in pairs]
    unit = _unit([side for pair in pairs for side in (pair.before, pair.after)])
    shapes, height = draw_rows(rows, sheet, top=_LEGEND * sheet.text_scale)
    return Drawing(
        title=caption.title,
        width=sheet.width,
        height=height,
        shapes=(*_legend(moments, (pale, strong), sheet), *shapes),
        alt=_describe_pairs(pairs, caption, moments, what),
        header=(
            what.capitalize(),
            *(f"{moment[:1].upper()}{moment[1:]}{unit}" for moment in moments),
            f"Verandering{unit}",
        ),
        rows=tuple(_cells(pair) for pair in pairs),
        source=end_sentence(caption.source),
        is_number=(False, True, True, True),
        paper=sheet.colours.paper,
    )


def ranked_bars(
    bars: Sequence[Bar],
    caption: Caption,
    *,
    what: str = "provincie",
    sheet: Sheet = PAPER,
) -> Drawing:
    """Return one bar per thing, the largest first and what is unknown last."""
    ranked = sorted(bars, key=_rank)
    fill = sheet.colours.steps[3]
    rows = [
        BarRow(
            name=bar.name,
            rods=(_single(bar, fill, write_amount(bar.amount), write_whole(bar.amount)),),
        )
        for bar in ranked
    ]
    opening = f"Staafdiagram. {caption.subject} per {what}, van hoog naar laag."
    return _chart(rows, ranked, caption, opening, what, sheet)


def diverging_bars(
    bars: Sequence[Bar],
    caption: Caption,
    *,
    what: str = "provincie",
    sheet: Sheet = PAPER,
) -> Drawing:
    """Return changes: growth to the right of zero, decline to the left; largest first."""
    ranked = sorted(bars, key=_rank)
    up, down = sheet.colours.increase, sheet.colours.decrease
    rows = [
        BarRow(
            name=bar.name,
            rods=(
                _single(
                    bar,
                    down if bar.amount is not None and size_of(bar.amount) < 0 else up,
                    write_delta(bar.amount),
                    write_whole_delta(bar.amount),
                ),
            ),
        )
        for bar in ranked
    ]
    known = [size_of(bar.amount) for bar in bars if bar.amount is not None]
    counts = [
        f"{sum(number > 0 for number in known)} keer een toename",
        f"{sum(number < 0 for number in known)} keer een afname",
    ]
    opening = f"Staafdiagram. {caption.subject} per {what}: {write_list(counts)}."
    return _chart(rows, ranked, caption, opening, what, sheet, write=write_whole_delta)


def _chart(
    rows: Sequence[BarRow],
    bars: Sequence[Bar],
    caption: Caption,
    opening: str,
    what: str,
    sheet: Sheet,
    *,
    write: Callable[[Amount | None], str] = write_whole,
) -> Drawing:
    shapes, height = draw_rows(rows, sheet, top=1.0)
    told = [
        f"{row.name} {row.rods[0].text}" for row in rows if row.rods[0].size is not None
    ]
    named = [(bar.name, bar.amount) for bar in bars]
    every = [f"Alle waarden: {'; '.join(told)}."] if told else []
    unclear = say_unknown(bar.name for bar in bars if bar.amount is None)
    return Drawing(
        title=caption.title,
        width=sheet.width,
        height=height,
        shapes=tuple(shapes),
        alt=" ".join([opening, *say_extremes(named, write=write), *unclear, *every]),
        header=(what.capitalize(), caption.subject),
        rows=tuple((row.name, row.rods[0].text) for row in rows),
        source=end_sentence(caption.source),
        is_number=(False, True),
        paper=sheet.colours.paper,
    )


def _single(bar: Bar, fill: str, text: str, spoken: str) -> Rod:
    return Rod(
        key=bar.key,
        size=None if bar.amount is None else size_of(bar.amount),
        text=text,
        label=f"{bar.name}: {spoken}",
        fill=fill,
    )


def _rod(pair: Pair, moment: str, amount: Amount | None, fill: str, text: str) -> Rod:
    unit = " fte" if isinstance(amount, Fte) else ""
    return Rod(
        key=f"{pair.key}:{moment}",
        size=None if amount is None else size_of(amount),
        text=text,
        label=f"{pair.name}, {moment}: {text}{unit}",
        fill=fill,
        is_bold=text != write_amount(amount),
    )


def _paired_row(pair: Pair, moments: tuple[str, str], fills: tuple[str, str]) -> BarRow:
    before = _rod(pair, moments[0], pair.before, fills[0], write_amount(pair.before))
    after = _rod(pair, moments[1], pair.after, fills[1], _with_change(pair))
    return BarRow(name=pair.name, rods=(before, after))


def _with_change(pair: Pair) -> str:
    after = write_amount(pair.after)
    return after if pair.change is None else f"{after} ({write_difference(pair.change)})"


def _cells(pair: Pair) -> tuple[str, ...]:
    change = write_difference(pair.change)
    return pair.name, write_amount(pair.before), write_amount(pair.after), change


def _legend(moments: tuple[str, str], fills: tuple[str, str], sheet: Sheet) -> list[Shape]:
    left, shapes = 0.2, list[Shape]()
    for moment, fill in zip(moments, fills, strict=True):
        shapes.extend(key_box(sheet, left, 0.6, moment, fill))
        left += 11.4 * sheet.text_scale + text_width(moment, TEXT_SIZE * sheet.text_scale)
    return shapes


def _unit(amounts: Sequence[Amount | None]) -> str:
    return "" if any(isinstance(amount, Fraction) for amount in amounts) else " (fte)"


def _rank(bar: Bar) -> tuple[bool, Fraction, str]:
    """Return a sorting key: the largest first, then unknown, then by name."""
    if bar.amount is None:
        return True, Fraction(0), bar.name
    return False, -size_of(bar.amount), bar.name


def _describe_pairs(
    pairs: Sequence[Pair], caption: Caption, moments: tuple[str, str], what: str
) -> str:
    """Say the message first, and then every pair of bars."""
    first, second = moments
    sentences = [f"Staafdiagram. {caption.subject} per {what}, {first} en {second}."]
    changes = [(pair.name, pair.change) for pair in pairs if pair.change is not None]
    if len(changes) > 1:
        name, most = max(changes, key=lambda change: abs(size_of(change[1])))
        sentences.append(f"De grootste verandering: {name} met {write_difference(most)}.")
    unclear = [pair.name for pair in pairs if pair.before is None or pair.after is None]
    sentences.extend(say_unknown(unclear))
    for pair in pairs:
        if pair.before is None and pair.after is None:
            sentences.append(f"{pair.name}: {UNKNOWN}.")
            continue
        parts = [
            f"{first} {write_amount(pair.before)}",
            f"{second} {write_amount(pair.after)}",
        ]
        change = "" if pair.change is None else f" ({write_difference(pair.change)})"
        sentences.append(f"{pair.name}: {write_list(parts)}{change}.")
    return " ".join(sentences)
