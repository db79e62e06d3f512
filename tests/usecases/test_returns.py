"""Who is asked for a yearly return, and about which figures."""

from datetime import date

import pytest

from workbench.domain.errors import FactInvalidError
from workbench.domain.place import PROVINCES
from workbench.usecases.context import Context
from workbench.usecases.organisations import members_of
from workbench.usecases.returns import (
    build_return_for,
    prepare_return,
    return_ministries,
    return_years,
)
from workbench.usecases.sample_figures import load_sample_figures


@pytest.mark.parametrize(
    ("today", "first"), [(date(2026, 3, 1), 2026), (date(2026, 11, 24), 2027)]
)
def test_the_round_that_is_up_comes_first(today: date, first: int) -> None:
    assert return_years(today)[0] == first


def test_every_figure_of_a_year_earlier_gets_a_line(context: Context) -> None:
    load_sample_figures(context)
    members = members_of(context, "IenW", date(2026, 1, 1))

    request = prepare_return(context, "IenW", 2026)

    assert request.is_sample
    assert len(request.lines) == len(members) * len(PROVINCES)
    assert all(line.before is not None for line in request.lines)
    assert set(request.organisations) == {line.organisation for line in request.lines}


def test_a_ministry_without_services_gets_empty_lines_to_fill(context: Context) -> None:
    ministry = return_ministries(context, 2027)[0].key

    assert prepare_return(context, ministry, 2027).lines == ()
    assert build_return_for(context, ministry, 2027)


def test_a_ministry_that_does_not_exist_then_cannot_be_asked(context: Context) -> None:
    with pytest.raises(FactInvalidError):
        prepare_return(context, "VenW", 2027)
