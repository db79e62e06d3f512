"""Asks a ministry for its yearly fte: who is asked, about what, and in which workbook."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from pathlib import Path

from workbench.domain.dates import year_before
from workbench.domain.delivery import ALL_SECTORS, Notion
from workbench.domain.errors import FactInvalidError
from workbench.domain.fte import Fte, sum_fte
from workbench.domain.organisation import Ministry, Sector
from workbench.domain.place import PROVINCES
from workbench.exchange.return_form import ReturnLine, ReturnRequest
from workbench.exchange.wording import SECTORS
from workbench.store import values
from workbench.usecases.cases import ministries_on
from workbench.usecases.context import Context
from workbench.usecases.figure_files import FigureFile
from workbench.usecases.offices import contact_line
from workbench.usecases.organisations import OrganisationRow, members_of
from workbench.usecases.saving import save_bytes

_LAST_MONTH_OF_THIS_ROUND = 8


def return_years(today: date) -> list[int]:
    """Return the years a return can be about, the one that is up first.

    Figures of 1 January come in from March to May; from September the next round is up.
    """
    ahead = 1 if today.month > _LAST_MONTH_OF_THIS_ROUND else 0
    first = today.year + ahead
    return [first, first - 1, first + 1]


def return_ministries(context: Context, year: int) -> list[Ministry]:
    """Return the ministries that exist on the reference date, in the usual order."""
    return ministries_on(context, date(year, 1, 1))


def prepare_return(context: Context, ministry: str, year: int) -> ReturnRequest:
    """Return what one ministry is asked about 1 January of a year.

    Raises:
        FactInvalidError: There is no such ministry on that day.
    """
    day = date(year, 1, 1)
    found = [one for one in return_ministries(context, year) if one.key == ministry]
    if not found:
        raise FactInvalidError(
            field="Ministerie", value=ministry, expected=f"een ministerie in {year}"
        )
    members = _members(context, ministry, day)
    return ReturnRequest(
        ministry=found[0],
        reference_date=day,
        issued_on=context.today(),
        lines=tuple(_lines(context, members, day)),
        organisations=tuple(one.name for one in members),
        office=contact_line(context),
        is_sample=any(_is_sample(one) for one in members),
    )


def write_return(context: Context, ministry: str, year: int, path: Path) -> Path:
    """Write the workbook of a yearly return to `path`.

    Raises:
        FactInvalidError: There is no such ministry on that day.
    """
    request = prepare_return(context, ministry, year)
    # openpyxl is heavy: it is loaded when a workbook is made
    from workbench.exchange.return_sheets import build_return  # noqa: PLC0415

    return save_bytes(path, build_return(request))


def write_marked_return(context: Context, source: FigureFile, path: Path) -> Path:
    """Write what a ministry returned, with every finding marked at its cell, to `path`.

    Raises:
        LookupError: The file is no yearly return.
    """
    if source.returned is None:
        raise LookupError(source.file)
    from workbench.exchange.return_marking import mark_return  # noqa: PLC0415

    marked = mark_return(source.book, source.returned, source.findings, context.today())
    return save_bytes(path, marked)


def _members(context: Context, ministry: str, day: date) -> list[OrganisationRow]:
    """Return whom to ask about; invented services only where there are no real ones."""
    members = members_of(context, ministry, day)
    return [one for one in members if not _is_sample(one)] or members


def _lines(context: Context, members: list[OrganisationRow], day: date) -> list[ReturnLine]:
    """Return a line for each figure of a year earlier; without any, one per province."""
    known: defaultdict[str, dict[tuple[str, str], list[Fte | None]]] = defaultdict(dict)
    for one in values.values_known(context.store, reference_date=year_before(day)):
        if one.notion is Notion.DUTY_STATION and one.horizon is None:
            at = (one.sector, one.place)
            known[one.organisation].setdefault(at, []).append(one.value)
    lines: list[ReturnLine] = []
    for member in members:
        own = known[member.key]
        sectors = {sector for sector, _ in own} or {_sector(member)}
        lines += [
            ReturnLine(
                organisation=member.name,
                sector=SECTORS[Sector(sector)],
                province=province.name,
                before=sum_fte(own.get((sector, province.code), [None])),
            )
            for sector in sorted(sectors - {ALL_SECTORS})
            for province in PROVINCES
            if not own or (sector, province.code) in own
        ]
    return lines


def _sector(member: OrganisationRow) -> str:
    return str(member.organisation.sector) if member.organisation else ALL_SECTORS


def _is_sample(member: OrganisationRow) -> bool:
    return member.organisation is not None and member.organisation.is_sample
