"""Published reference data come out as published."""

from datetime import date

import pytest

from workbench.domain.fte import Fte
from workbench.domain.place import BY_CODE
from workbench.rules.reference import (
    load_published_fte,
    load_published_statements,
    load_regions,
    ministries_on,
    ministry_name,
)


@pytest.mark.parametrize(
    ("day", "count"),
    [
        (date(2023, 6, 1), 12),
        (date(2024, 7, 1), 12),
        (date(2024, 7, 2), 15),
        (date(2026, 2, 22), 15),
        (date(2026, 2, 23), 12),
    ],
)
def test_ministries_follow_the_day(day: date, count: int) -> None:
    assert len(ministries_on(day)) == count


def test_ministry_keeps_its_key_under_another_name() -> None:
    assert ministry_name("EZK", date(2023, 1, 1)) == "Economische Zaken en Klimaat"
    assert ministry_name("EZK", date(2025, 1, 1)) == ""
    assert ministry_name("EZ", date(2025, 1, 1)) == "Economische Zaken"


def test_published_amounts_pass_their_control_totals() -> None:
    amounts = load_published_fte()
    limburg = {one.sector: one.fte for one in amounts if one.place == "Limburg"}
    national = {
        one.reference_date.year: one.fte for one in amounts if one.place == "Nederland"
    }

    parts = sum(fte.hundredths for sector, fte in limburg.items() if sector != "totaal")
    assert Fte(parts) == limburg["totaal"] == Fte.of(12691)
    assert national[2024] - national[2023] == Fte.of(17527)


def test_every_published_value_has_a_source() -> None:
    statements = load_published_statements()

    assert {one.kind for one in statements} == {"rounded", "change", "forecast"}
    assert all(one.wording and one.source != "idem" for one in statements)
    assert all(one.source for one in load_published_fte())


def test_forty_regions_lie_in_known_provinces() -> None:
    regions = load_regions()

    assert len(regions) == 40
    assert {region.province for region in regions} == set(BY_CODE)
