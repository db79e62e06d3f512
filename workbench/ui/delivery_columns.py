"""Says what stands in each column of the tables of a delivery."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from workbench.domain.delivery import BenchmarkValue, FteValue, Statement
from workbench.domain.fte import Fte
from workbench.domain.notation import write_change, write_date, write_fte
from workbench.store.replacing import Replacement
from workbench.ui.figure_words import write_unit
from workbench.ui.rows_panel import Column
from workbench.usecases.figure_names import FigureNames, how_counted, write_moment_of

Line = FteValue | BenchmarkValue | Statement
Names = Callable[[], FigureNames]


def value_columns(names: Names) -> list[Column]:
    """Return the columns of what is in a delivery; `names` are asked when painting."""

    def place(line: Line) -> str:
        code = line.province if isinstance(line, Statement) else line.place
        return names().place(code)

    def subject(line: Line) -> str:
        return _subject(line, names())

    return [
        Column(title=_tr("Peildatum"), text=_moment, sort=_moment_order, width=180),
        Column(title=_tr("Gebied"), text=place, width=150),
        Column(title=_tr("Waarover"), text=subject),
        Column(title=_tr("Hoe geteld"), text=_how, width=190),
        Column(title=_tr("Cijfer"), text=_amount, sort=_order, is_number=True, width=130),
        Column(title=_tr("Cel"), text=_cell, width=170),
    ]


def replacement_columns(names: Names) -> list[Column]:
    """Return the columns of what one delivery changed in another."""

    def subject(one: Replacement) -> str:
        return names().subject(one.before)

    return [
        Column(
            title=_tr("Peildatum"),
            text=lambda one: write_moment_of(one.before),
            sort=lambda one: one.before.reference_date,
            width=150,
        ),
        Column(title=_tr("Waarover"), text=subject),
        Column(
            title=_tr("Was, in fte"),
            text=lambda one: write_given(one.before.value),
            sort=lambda one: _fte_order(one.before.value),
            is_number=True,
            width=110,
        ),
        Column(
            title=_tr("Werd, in fte"),
            text=lambda one: write_given(one.value),
            sort=lambda one: _fte_order(one.value),
            is_number=True,
            width=110,
        ),
        Column(title=_tr("Verandering"), text=_change, is_number=True, width=110),
        Column(title=_tr("Cel eerst"), text=lambda one: one.before.cell, width=130),
        Column(title=_tr("Cel daarna"), text=lambda one: one.cell, width=130),
        Column(title=_tr("Andere levering"), text=lambda one: one.other.title, width=190),
    ]


def write_given(amount: Fte | None) -> str:
    """Return an amount; what was not delivered is never 0."""
    return _tr("niet ingevuld") if amount is None else write_fte(amount)


def _moment(line: Line) -> str:
    if isinstance(line, FteValue):
        return write_moment_of(line)
    if isinstance(line, BenchmarkValue):
        return write_date(line.reference_date)
    return " – ".join(filter(None, (line.reference_date, line.until))) or line.published


def _moment_order(line: Line) -> str:
    return str(line.reference_date)


def _subject(line: Line, names: FigureNames) -> str:
    if isinstance(line, BenchmarkValue):
        return line.measure
    if isinstance(line, Statement):
        return f"{names.sector(line.sector)}: “{line.wording}”"
    if line.organisation:
        return f"{names.organisation(line.organisation)}, {names.sector(line.sector)}"
    return names.sector(line.sector)


def _how(line: Line) -> str:
    if isinstance(line, FteValue):
        return ", ".join(how_counted(line)) or _tr("standplaats, alle fte")
    if isinstance(line, BenchmarkValue):
        return ""
    return _tr("uitspraak, telt nergens mee")


def _amount(line: Line) -> str:
    if isinstance(line, FteValue):
        return write_given(line.value)
    if isinstance(line, BenchmarkValue):
        return write_given(None if line.value is None else Fte.of(line.value))
    unit = write_unit(line.unit)
    return f"{line.value.replace('.', ',')} {unit}".strip()


def _order(line: Line) -> int:
    if isinstance(line, FteValue):
        return _fte_order(line.value)
    if isinstance(line, BenchmarkValue) and line.value is not None:
        return line.value * 100
    return _fte_order(None)


def _cell(line: Line) -> str:
    return "" if isinstance(line, Statement) else line.cell


def _change(one: Replacement) -> str:
    if one.value is None or one.before.value is None:
        return ""
    return write_change(one.value - one.before.value) if one.is_changed else "0"


def _fte_order(amount: Fte | None) -> int:
    return -(10**15) if amount is None else amount.hundredths


def _tr(text: str) -> str:
    return QCoreApplication.translate("delivery_columns", text)
