"""Makes the bar chart of a case: fte per province now and afterwards."""

from collections.abc import Sequence
from dataclasses import dataclass

from workbench.domain.case import Shift
from workbench.domain.fte import Fte
from workbench.domain.notation import UNKNOWN, write_change, write_fte, write_list
from workbench.domain.place import BY_CODE
from workbench.figures.colours import Colours
from workbench.figures.drawing import Anchor, Area, Drawing, Line, Shape, Text, rectangle
from workbench.figures.map_sheet import Caption
from workbench.figures.sheet import PAPER, Sheet

_TEXT_SIZE = 7.2
_NAMES = 27.0
_VALUES = 32.0
_BAR = 3.4
_PAIR = 10.0
_TOP = 8.0
_BORDER = 0.18


@dataclass(frozen=True, slots=True, kw_only=True)
class _Bar:
    """One bar: its province, when, how much and the words behind it."""

    province: str
    moment: str
    amount: Fte | None
    text: str
    top: float
    fill: str
    is_bold: bool


def before_after_bars(
    shifts: Sequence[Shift], caption: Caption, *, sheet: Sheet = PAPER
) -> Drawing:
    """Return two bars per province, in the order of `shifts`; unknown is a word, no bar."""
    colours, scale = sheet.colours, sheet.text_scale
    bars = [
        bar
        for number, shift in enumerate(shifts)
        for bar in _bars(shift, (_TOP + number * _PAIR) * scale, colours, scale)
    ]
    foot = (_TOP + len(shifts) * _PAIR) * scale
    axis = _NAMES * scale
    shapes: list[Shape] = _legend(sheet)
    for number, shift in enumerate(shifts):
        middle = (_TOP + number * _PAIR + _BAR + 1.3) * scale
        name = BY_CODE[shift.province].name
        shapes.append(_text(sheet, axis - 1.6 * scale, middle, name, anchor=Anchor.END))
    for bar in bars:
        shapes.extend(_draw_bar(bar, _per_hundredth(shifts, sheet), sheet))
    line = ((axis, _TOP * scale - 1.2), (axis, foot - 1.2))
    shapes.append(Line(points=line, colour=colours.outline, width=0.3))
    source = caption.source.strip().rstrip(".")
    return Drawing(
        title=caption.title,
        width=sheet.width,
        height=round(foot, 3),
        shapes=tuple(shapes),
        alt=_describe(shifts, caption),
        header=("Provincie", "Nu (fte)", "Straks (fte)", "Verandering (fte)"),
        rows=tuple(_row(shift) for shift in shifts),
        source=f"{source}." if source else "",
        is_number=(False, True, True, True),
        paper=colours.paper,
    )


def _bars(shift: Shift, top: float, colours: Colours, scale: float) -> tuple[_Bar, ...]:
    after = write_fte(shift.after)
    if shift.change is not None:
        after = f"{after} ({write_change(shift.change)})"
    return (
        _Bar(
            province=shift.province,
            moment="nu",
            amount=shift.before,
            text=write_fte(shift.before),
            top=top,
            fill=colours.steps[1],
            is_bold=False,
        ),
        _Bar(
            province=shift.province,
            moment="straks",
            amount=shift.after,
            text=after,
            top=top + (_BAR + 0.4) * scale,
            fill=colours.steps[3],
            is_bold=True,
        ),
    )


def _draw_bar(bar: _Bar, per_hundredth: float, sheet: Sheet) -> tuple[Shape, ...]:
    scale = sheet.text_scale
    axis = _NAMES * scale
    amount = 0 if bar.amount is None else bar.amount.hundredths
    length = round(amount * per_hundredth, 3)
    unit = "" if bar.amount is None else " fte"
    area = Area(
        rings=rectangle(axis, bar.top, length, _BAR * scale),
        fill=bar.fill,
        stroke=sheet.colours.outline,
        width=_BORDER,
        key=f"{bar.province}:{bar.moment}",
        label=f"{BY_CODE[bar.province].name}, {bar.moment}: {bar.text}{unit}",
    )
    words = _text(
        sheet,
        axis + length + 1.5 * scale,
        bar.top + 2.65 * scale,
        bar.text,
        is_bold=bar.is_bold,
    )
    return (area, words) if amount else (words,)


def _per_hundredth(shifts: Sequence[Shift], sheet: Sheet) -> float:
    """Return the millimetres of a hundredth fte, so that the longest bar just fits."""
    amounts = [
        amount.hundredths
        for shift in shifts
        for amount in (shift.before, shift.after)
        if amount is not None
    ]
    room = sheet.width - (_NAMES + _VALUES) * sheet.text_scale
    return room / max([*amounts, 1])


def _legend(sheet: Sheet) -> list[Shape]:
    scale, colours = sheet.text_scale, sheet.colours
    shapes: list[Shape] = []
    for start, name, fill in (
        (_NAMES, "nu", colours.steps[1]),
        (_NAMES + 15, "straks", colours.steps[3]),
    ):
        box = rectangle(start * scale, 1.0, 6 * scale, _BAR * scale)
        shapes.append(Area(rings=box, fill=fill, stroke=colours.outline, width=_BORDER))
        shapes.append(_text(sheet, (start + 7.4) * scale, 1.0 + 2.65 * scale, name))
    return shapes


def _text(
    sheet: Sheet,
    x: float,
    y: float,
    text: str,
    *,
    is_bold: bool = False,
    anchor: Anchor = Anchor.START,
) -> Text:
    return Text(
        x=round(x, 3),
        y=round(y, 3),
        text=text,
        size=_TEXT_SIZE * sheet.text_scale,
        is_bold=is_bold,
        colour=sheet.colours.ink,
        anchor=anchor,
    )


def _row(shift: Shift) -> tuple[str, ...]:
    return (
        BY_CODE[shift.province].name,
        write_fte(shift.before),
        write_fte(shift.after),
        write_change(shift.change),
    )


def _describe(shifts: Sequence[Shift], caption: Caption) -> str:
    """Say the chart aloud, province after province."""
    sentences = [f"Staafdiagram. {caption.subject} per provincie, nu en straks."]
    for shift in shifts:
        name = BY_CODE[shift.province].name
        if shift.before is None and shift.after is None:
            sentences.append(f"{name}: {UNKNOWN}.")
            continue
        parts = [f"nu {write_fte(shift.before)}", f"straks {write_fte(shift.after)}"]
        change = "" if shift.change is None else f" ({write_change(shift.change)})"
        sentences.append(f"{name}: {write_list(parts)}{change}.")
    return " ".join(sentences)
