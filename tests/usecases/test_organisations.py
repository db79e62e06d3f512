"""Organisations as they were on a day, and what a user does with them."""

from datetime import date

import pytest

from workbench.domain.errors import FactInvalidError
from workbench.domain.organisation import Lineage, LineageKind, OrganisationKind, Sector
from workbench.usecases.context import Context
from workbench.usecases.organisation_changes import (
    NewOrganisation,
    add_organisation,
    change_organisation,
    end_organisation,
    move_organisation,
    record_lineage,
    remove_lineage,
    rename_organisation,
)
from workbench.usecases.organisations import (
    find_organisations,
    list_lineage,
    list_organisations,
    load_organisation,
    members_of,
    read_organisations,
)
from workbench.usecases.undoing import undo

TODAY = date(2026, 11, 23)
EARLIER = date(2021, 1, 1)


def add(context: Context, name: str, **given: object) -> str:
    facts = {"ministry": "BZK"} | given
    key, _ = add_organisation(context, NewOrganisation(name=name, **facts))  # type: ignore[arg-type]
    return key


@pytest.fixture
def service(context: Context) -> str:
    return add(context, "VOORBEELD Dienst Archief", valid_from=date(2020, 1, 1))


def test_the_tree_is_told_flat_from_ministry_to_unit(
    context: Context, service: str
) -> None:
    add(context, "VOORBEELD Team Zuid", ministry="", parent=service)
    add(context, "VOORBEELD Dienst Beeld")

    rows = list_organisations(context, TODAY)

    at = next(number for number, row in enumerate(rows) if row.key == "BZK")
    assert [(row.level, row.name) for row in rows[at + 1 : at + 4]] == [
        (1, "VOORBEELD Dienst Archief"),
        (2, "VOORBEELD Team Zuid"),
        (1, "VOORBEELD Dienst Beeld"),
    ]
    assert rows[at + 2].ministry == "BZK"


def test_what_belongs_nowhere_comes_last(context: Context) -> None:
    key = add(context, "VOORBEELD Los bureau", ministry="")

    last = list_organisations(context, TODAY)[-1]

    assert (last.key, last.ministry, last.above) == (key, "", ())


def test_a_new_name_leaves_the_earlier_one_for_earlier_days(
    context: Context, service: str
) -> None:
    rename_organisation(context, service, "VOORBEELD Archiefdienst", date(2024, 7, 1))

    one = load_organisation(context, service)
    assert one.name_on(date(2024, 6, 30)) == "VOORBEELD Dienst Archief"
    assert one.name_on(date(2024, 7, 1)) == "VOORBEELD Archiefdienst"
    assert len(one.names) == 2


def test_a_name_between_two_others_ends_where_the_next_begins(
    context: Context, service: str
) -> None:
    rename_organisation(context, service, "VOORBEELD Derde", date(2025, 1, 1))
    rename_organisation(context, service, "VOORBEELD Tweede", date(2023, 1, 1))

    names = load_organisation(context, service).names

    assert [(one.valid_from, one.valid_until) for one in names] == [
        (date(2020, 1, 1), date(2022, 12, 31)),
        (date(2023, 1, 1), date(2024, 12, 31)),
        (date(2025, 1, 1), None),
    ]


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("", date(2024, 1, 1)),
        ("VOORBEELD Anders", None),
        ("VOORBEELD Anders", date(2019, 1, 1)),
        ("VOORBEELD Anders", date(2020, 1, 1)),
        ("VOORBEELD Dienst Archief", date(2024, 1, 1)),
    ],
)
def test_a_name_that_cannot_be_is_refused(
    context: Context, service: str, name: str, day: date | None
) -> None:
    with pytest.raises(FactInvalidError):
        rename_organisation(context, service, name, day)

    assert len(load_organisation(context, service).names) == 1


def test_undo_takes_a_name_back(context: Context, service: str) -> None:
    rename_organisation(context, service, "VOORBEELD Archiefdienst", date(2024, 7, 1))

    undo(context)

    assert load_organisation(context, service).names[-1].valid_until is None
    assert len(load_organisation(context, service).names) == 1


def test_undo_takes_an_added_organisation_back(context: Context, service: str) -> None:
    undo(context)

    assert not find_organisations(context, "Archief")
    with pytest.raises(FactInvalidError):
        load_organisation(context, service)


def test_it_belongs_to_another_ministry_from_a_day(context: Context, service: str) -> None:
    move_organisation(context, service, date(2024, 7, 2), ministry="VRO")

    assert [row.key for row in members_of(context, "BZK", EARLIER)] == [service]
    assert [row.key for row in members_of(context, "VRO", date(2025, 1, 1))] == [service]
    assert not members_of(context, "BZK", date(2025, 1, 1))


def test_a_ministry_keeps_its_services_under_its_next_name(context: Context) -> None:
    key = add(context, "VOORBEELD Dienst Gewas", ministry="LNV")

    assert [row.key for row in members_of(context, "LVVN", TODAY)] == [key]
    assert [row.key for row in members_of(context, "LNV", TODAY)] == [key]
    assert [row.key for row in members_of(context, "LNV", EARLIER)] == [key]


def test_a_ministry_that_returned_has_its_services_all_along(context: Context) -> None:
    key = add(context, "VOORBEELD Dienst Handel", ministry="EZK")

    for name, day in (("EZK", EARLIER), ("EZ", date(2025, 1, 1)), ("EZK", TODAY)):
        assert [row.key for row in members_of(context, name, day)] == [key]


def test_a_ministry_without_a_known_successor_leaves_its_services_alone(
    context: Context,
) -> None:
    key = add(context, "VOORBEELD Dienst Klimaat", ministry="KGG")

    assert not members_of(context, "KGG", TODAY)
    assert list_organisations(context, TODAY)[-1].key == key


def test_nothing_belongs_below_itself(context: Context, service: str) -> None:
    unit = add(context, "VOORBEELD Team Zuid", ministry="", parent=service)

    with pytest.raises(FactInvalidError):
        move_organisation(context, service, TODAY, parent=unit)


def test_only_a_zbo_has_a_public_task(context: Context, service: str) -> None:
    change_organisation(context, service, "is_public_task", True)
    assert load_organisation(context, service).is_public_task is None

    change_organisation(context, service, "sector", Sector.AGENCIES)
    change_organisation(context, service, "is_public_task", True)

    assert load_organisation(context, service).is_public_task is True


def test_a_tooi_address_is_kept_as_its_code(context: Context, service: str) -> None:
    address = "https://identifier.overheid.nl/tooi/id/oorg/oorg10001"

    change_organisation(context, service, "tooi", address)

    assert load_organisation(context, service).tooi == "oorg10001"
    with pytest.raises(FactInvalidError):
        change_organisation(context, service, "tooi", "geen code!")


def test_the_same_name_stands_once_under_one_ministry(
    context: Context, service: str
) -> None:
    with pytest.raises(FactInvalidError):
        add(context, "voorbeeld  dienst archief")

    assert add(context, "VOORBEELD Dienst Archief", ministry="OCW") != service


def test_an_ended_organisation_is_still_found(context: Context, service: str) -> None:
    end_organisation(context, service, date(2025, 12, 31))

    assert not members_of(context, "BZK", TODAY)
    assert find_organisations(context, "archief")[0].organisation.id == service
    assert any(
        "tot en met" in label for label in read_organisations(context, TODAY).choices()
    )


def test_a_merger_is_kept_with_its_reason(context: Context, service: str) -> None:
    other = add(context, "VOORBEELD Dienst Erfgoed", kind=OrganisationKind.INSPECTORATE)
    step = Lineage(
        id="",
        kind=LineageKind.MERGED,
        before=service,
        after=other,
        day=date(2026, 1, 1),
        note="VOORBEELD samen verder",
        source="VOORBEELD besluit",
    )
    record_lineage(context, step)

    rows = list_lineage(context, other)

    assert (rows[0].before, rows[0].after) == (
        "VOORBEELD Dienst Archief",
        "VOORBEELD Dienst Erfgoed",
    )
    with pytest.raises(FactInvalidError):
        record_lineage(context, step)
    remove_lineage(context, rows[0].lineage.id)
    assert not list_lineage(context)
