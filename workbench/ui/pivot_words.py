"""Says the cells and heads of a pivot table in Dutch."""

from __future__ import annotations

from fractions import Fraction

from PySide6.QtCore import QCoreApplication

from workbench.domain.fte import Fte
from workbench.domain.notation import write_fte, write_number, write_share
from workbench.domain.pivot import (
    Dimension,
    Measure,
    PivotCell,
    PivotQuestion,
    PivotRow,
    PivotTable,
)

NOTHING = "–"


def write_cell(cell: PivotCell, table: PivotTable) -> str:
    """Return what stands in a cell; an unknown sum is never a number."""
    if not cell.count:
        return NOTHING
    if cell.amount is None:
        return _unknown(cell)
    if table.question.measure is Measure.FTE:
        return write_number(cell.amount.amount, table.decimals)
    return _compared(cell, table)


def value_of(cell: PivotCell, table: PivotTable) -> Fraction | None:
    """Return the exact value of a cell: fte, a share of one, or a change in fte."""
    amount = cell.amount
    if amount is None:
        return None
    if table.question.measure is Measure.FTE:
        return Fraction(amount.hundredths, 100)
    if table.question.measure is Measure.SHARE:
        whole = cell.share_of.amount if cell.share_of else None
        return (
            Fraction(amount.hundredths, whole.hundredths)
            if whole and whole.hundredths
            else None
        )
    before = cell.before.amount if cell.before else None
    return None if before is None else Fraction((amount - before).hundredths, 100)


def explain_value(cell: PivotCell, table: PivotTable) -> str:
    """Return a cell in a whole sentence, with the lower bound of an unknown sum."""
    if not cell.count:
        return _tr("Hierover zijn geen cijfers aangeleverd.")
    if cell.amount is None:
        words = _tr(
            "Niet ingevuld: {unknown} van {count} cijfers. Wat wel is ingevuld, telt op tot"
            " {known} fte; de omvang is dus ten minste {known} fte."
        )
        return words.format(
            unknown=write_count(cell.unknown),
            count=write_count(cell.count),
            known=write_fte(cell.known),
        )
    if table.question.measure is Measure.CHANGE:
        return _explain_change(cell)
    if table.question.measure is Measure.SHARE and cell.share_of is not None:
        words = _tr("{known} fte van {whole} fte in deze tabel.")
        whole = cell.share_of
        told = write_fte(whole.known) if whole.amount else _unknown(whole)
        return words.format(known=write_fte(cell.known), whole=told)
    words = _tr("{known} fte, opgeteld uit {count} cijfers.")
    if cell.count == 1:
        words = _tr("{known} fte, één cijfer.")
    return words.format(known=write_fte(cell.known), count=write_count(cell.count))


def write_head(head: PivotRow, dimensions: tuple[Dimension, ...], table: PivotTable) -> str:
    """Return the words above a column or before a row."""
    if not head.is_total:
        parts = [
            table.name(one, key) for one, key in zip(dimensions, head.key, strict=True)
        ]
        return " · ".join(parts) or _measure_words(table.question)
    if head.day:
        day = table.name(Dimension.DAY, head.day)
        return _tr("Totaal {day}").format(day=day)
    return _tr("Totaal")


def write_dimension(dimension: Dimension) -> str:
    """Return the name of a dimension at the start of a sentence."""
    return {
        Dimension.DAY: _tr("Peildatum"),
        Dimension.PLACE: _tr("Gebied"),
        Dimension.RANDSTAD: _tr("Randstad"),
        Dimension.SECTOR: _tr("Sector"),
        Dimension.MINISTRY: _tr("Ministerie"),
        Dimension.ORGANISATION: _tr("Organisatie"),
        Dimension.DELIVERY: _tr("Bronlevering"),
        Dimension.METHOD: _tr("Telmethode"),
    }[dimension]


def _measure_words(question: PivotQuestion) -> str:
    return {
        Measure.FTE: _tr("Fte"),
        Measure.SHARE: _tr("Aandeel"),
        Measure.CHANGE: _tr("Verandering, in fte"),
    }[question.measure]


def _compared(cell: PivotCell, table: PivotTable) -> str:
    value = value_of(cell, table)
    if table.question.measure is Measure.SHARE:
        if value is None and cell.share_of is not None and cell.share_of.unknown:
            return _unknown(cell.share_of)
        return NOTHING if value is None else write_share(value)
    before = cell.before
    if before is None or not before.count:
        return NOTHING
    if before.amount is None or cell.amount is None:
        return _unknown(before)
    change = cell.amount - before.amount
    text = write_number(change.amount, table.decimals)
    return f"+{text}" if change > Fte(0) else text


def _explain_change(cell: PivotCell) -> str:
    before = cell.before
    if before is None or not before.count:
        words = _tr("{now} fte; er is geen cijfer van een eerdere peildatum.")
        return words.format(now=write_fte(cell.amount))
    if before.amount is None:
        words = _tr("Op de vorige peildatum is {unknown} van {count} niet ingevuld.")
        return words.format(unknown=before.unknown, count=before.count)
    words = _tr("Van {before} naar {now} fte sinds de vorige peildatum.")
    return words.format(before=write_fte(before.amount), now=write_fte(cell.amount))


def _unknown(cell: PivotCell) -> str:
    words = _tr("onbekend ({unknown} van {count} niet ingevuld)")
    return words.format(unknown=write_count(cell.unknown), count=write_count(cell.count))


def write_count(number: int) -> str:
    """Return a number of things, as in "4.200"."""
    return f"{number:,}".replace(",", ".")


def _tr(text: str) -> str:
    return QCoreApplication.translate("PivotWords", text)
