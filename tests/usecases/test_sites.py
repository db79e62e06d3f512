"""Places with dates: the hubs that sources name, and the office's own."""

from datetime import date

import pytest

from workbench.domain.errors import FactInvalidError
from workbench.domain.site import SiteKind
from workbench.usecases.context import Context
from workbench.usecases.sites import (
    NewSite,
    add_site,
    change_site,
    duty_stations,
    list_sites,
    remove_site,
)
from workbench.usecases.undoing import undo

TODAY = date(2026, 11, 23)


def names(context: Context, day: date | None = None) -> set[str]:
    return {row.site.name for row in list_sites(context, day)}


def test_known_hubs_come_with_a_source_and_only_known_dates(context: Context) -> None:
    rows = {row.site.municipality: row for row in list_sites(context)}

    assert set(rows) == {
        *("Amsterdam", "Assen", "Eindhoven", "Leiden", "Middelburg", "Utrecht")
    }
    assert rows["Middelburg"].site.valid_from == date(2025, 12, 1)
    assert rows["Assen"].site.valid_from is None
    assert all(row.is_shipped and "https://" in row.site.source for row in rows.values())


def test_a_hub_counts_from_its_opening(context: Context) -> None:
    hub = "Rijksontmoetingsplein Middelburg"

    assert hub not in names(context, date(2025, 11, 30))
    assert hub in names(context, date(2025, 12, 1))


def test_a_hub_is_never_a_duty_station(context: Context) -> None:
    new = NewSite(kind=SiteKind.OFFICE, name="VOORBEELD Kantoor", province="PV22")
    key, _ = add_site(context, new)

    assert [site.id for site in duty_stations(context, TODAY)] == [key]


def test_a_changed_hub_returns_as_it_came_when_removed(context: Context) -> None:
    change_site(context, "hub-assen", "valid_from", date(2023, 1, 1))
    changed = next(row for row in list_sites(context) if row.site.id == "hub-assen")

    remove_site(context, "hub-assen")

    back = next(row for row in list_sites(context) if row.site.id == "hub-assen")
    assert (changed.is_shipped, changed.has_original) == (False, True)
    assert (back.is_shipped, back.site.valid_from) == (True, None)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("name", " "),
        ("province", "PV99"),
        ("region", "NL411"),
        ("capacity", "veel"),
        ("valid_until", date(2019, 1, 1)),
    ],
)
def test_what_cannot_be_is_refused(context: Context, field: str, value: object) -> None:
    new = NewSite(
        kind=SiteKind.OFFICE,
        name="VOORBEELD Kantoor",
        province="PV22",
        valid_from=date(2020, 1, 1),
    )
    key, _ = add_site(context, new)

    with pytest.raises(FactInvalidError):
        change_site(context, key, field, value)


def test_places_are_read_as_typed_and_undone(context: Context) -> None:
    change_site(context, "hub-assen", "capacity", "1.200")
    row = next(row for row in list_sites(context) if row.site.id == "hub-assen")
    assert row.site.capacity == 1200

    undo(context)

    assert all(row.is_shipped for row in list_sites(context))
