"""Asks a ministry for its yearly fte: who is asked, about what, and in which workbook."""

from __future__ import annotations

from collections import defaultdict
from datetime import date

from workbench.domain.dates import year_before
from workbench.domain.delivery import ALL_SECTORS, Notion, Staff
from workbench.domain.errors import FactInvalidError
from workbench.domain.fte import Fte, sum_fte
from workbench.domain.organisation import Ministry, Sector
from workbench.domain.place import PROVINCES
from workbench.exchange.return_form import FORECAST_YEARS, ReturnLine, ReturnRequest
from workbench.exchange.wording import SECTORS
from workbench.store import values
from workbench.usecases.cases import ministries_on
from workbench.usecases.context import Context
from workbench.usecases.offices import contact_line
from workbench.usecases.organisations import OrganisationRow, members_of

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


def build_return_for(
    context: Context, ministry: str, year: int, *, is_open: bool = False
) -> bytes:
    """Return the workbook of a yearly return, as ods if it is to be open and else as xlsx.

    Raises:
        FactInvalidError: There is no such ministry on that day.
    """
    request = prepare_return(context, ministry, year)
    # openpyxl is heavy: it is loaded when a workbook is made
    from workbench.exchange.return_sheets import (  # noqa: PLC0415
        build_open_return,
        build_return,
    )

    return build_open_return(request) if is_open else build_return(request)


def _members(context: Context, ministry: str, day: date) -> list[OrganisationRow]:
    """Return whom to ask about; invented services only where there are no real ones."""
    members = members_of(context, ministry, day)
    return [one for one in members if not _is_sample(one)] or members


def _lines(context: Context, members: list[OrganisationRow], day: date) -> list[ReturnLine]:
    """Return a line for each figure of now and of a year earlier.

    Of a service without any there is a line per province.
    """
    before = _known(context, year_before(day))
    now = _known(context, day)
    lines: list[ReturnLine] = []
    for member in members:
        told = {at[1:] for at in (*before, *now) if at[0] == member.key}
        sectors = {sector for sector, _ in told} or {_sector(member)}
        lines += [
            ReturnLine(
                organisation=member.name,
                sector=SECTORS[Sector(sector)],
                province=province.name,
                before=_whole(before.get((member.key, sector, province.code), {})),
                amounts=_amounts(now.get((member.key, sector, province.code), {}), day),
            )
            for sector in sorted(sectors - {ALL_SECTORS})
            for province in PROVINCES
            if not told or (sector, province.code) in told
        ]
    return lines


_Line = tuple[str, str, str]
_Part = tuple[Staff, int | None]


def _known(context: Context, day: date) -> dict[_Line, dict[_Part, Fte | None]]:
    """Return what is known of a reference date by service, sector and province."""
    found: defaultdict[_Line, dict[_Part, Fte | None]] = defaultdict(dict)
    for one in values.values_known(context.store, reference_date=day):
        if one.notion is Notion.DUTY_STATION:
            line = (one.organisation, one.sector, one.place)
            found[line][one.staff, one.horizon] = one.value
    return found


def _whole(parts: dict[_Part, Fte | None]) -> Fte | None:
    """Return civil servants and externals together; a told total goes before a sum."""
    actual = {staff: value for (staff, horizon), value in parts.items() if horizon is None}
    if actual.get(Staff.BOTH) is not None:
        return actual[Staff.BOTH]
    return sum_fte(list(actual.values())) if actual else None


def _amounts(parts: dict[_Part, Fte | None], day: date) -> tuple[Fte | None, ...]:
    years = range(day.year + 1, day.year + 1 + FORECAST_YEARS)
    return (
        parts.get((Staff.CIVIL, None)),
        parts.get((Staff.EXTERNAL, None)),
        *(parts.get((Staff.BOTH, year)) for year in years),
    )


def _sector(member: OrganisationRow) -> str:
    return str(member.organisation.sector) if member.organisation else ALL_SECTORS


def _is_sample(member: OrganisationRow) -> bool:
    return member.organisation is not None and member.organisation.is_sample
