"""The days on which records come back, for a calendar program."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from workbench.rules.instruments import load_instruments
from workbench.usecases.calendars import CalendarDay
from workbench.usecases.context import Context
from workbench.usecases.record_lines import list_lines


def days_of(
    context: Context, key: str, ids: Sequence[str], case_id: str = ""
) -> list[CalendarDay]:
    """Return the days of the shown records that are not closed, the earliest first."""
    instrument = load_instruments()[key]
    found = []
    for line in list_lines(context, key, case_id):
        for field in instrument.fields:
            day = line.record.values.get(field.name)
            is_open = line.record.id in ids and not line.is_closed
            if field.returns and is_open and isinstance(day, date):
                found.append(
                    CalendarDay(
                        key=f"{line.record.id}-{field.name}",
                        day=day,
                        name=field.returns.format(title=line.title),
                        note=instrument.name,
                    )
                )
    return sorted(found, key=lambda one: (one.day, one.name))
