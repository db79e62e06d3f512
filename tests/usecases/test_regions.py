"""What is known of a region reaches the case that touches it."""

from datetime import date

from tests.usecases.records_help import add, add_chance
from workbench.domain.case import CaseId
from workbench.usecases.cards import ministry_card
from workbench.usecases.cases import load_case
from workbench.usecases.context import Context
from workbench.usecases.locations import add_location, change_location
from workbench.usecases.record_facts import effect_of
from workbench.usecases.record_lists import records_of
from workbench.usecases.record_networks import contacts_for, membership_on
from workbench.usecases.regions import find_matches, overdue_talks, view_regions
from workbench.usecases.sites import duty_stations


def test_a_matching_chance_tells_why_it_matches_s11(
    context: Context, a_case: CaseId
) -> None:
    add_chance(context, ministry="IenW")
    add_chance(context, title="VOORBEELD Elders", province="PV31", themes="visserij")

    found = find_matches(context, load_case(context, a_case))

    assert [one.record.text("title") for one in found] == [
        "VOORBEELD Vergunningen digitaal"
    ]
    assert found[0].reasons == (
        "zelfde provincie (Zuid-Holland)",
        "zelfde ministerie (IenW)",
        "zelfde woorden: vergunningen",
    )


def test_a_chance_that_ended_matches_nothing_s11(context: Context, a_case: CaseId) -> None:
    add_chance(context, valid_until=date(2026, 1, 1))
    add_chance(context, state="benut")

    assert find_matches(context, load_case(context, a_case)) == []


def test_a_region_without_a_profile_is_told_s28(context: Context, a_case: CaseId) -> None:
    assert view_regions(context, a_case).without_profile == ("Zuid-Holland",)

    add(
        context,
        "profiles",
        {"region": "PV28", "given_on": date(2026, 1, 1), "source": "VOORBEELD"},
    )

    view = view_regions(context, a_case)
    assert view.without_profile == ()
    assert view.profiles[0].values["given_on"] == date(2026, 1, 1)


def test_the_profile_of_a_vital_region_serves_its_province_s28(
    context: Context, a_case: CaseId
) -> None:
    values: dict[str, object] = {
        "region": "vital-twente",
        "given_on": date(2026, 1, 1),
        "source": "VOORBEELD",
    }
    add(context, "profiles", values)

    assert view_regions(context, a_case, ["PV23"]).without_profile == ()


def test_a_network_counts_its_members_on_a_day_s24(context: Context) -> None:
    on_the_letter = membership_on(context, "srn", date(2024, 5, 8))
    later = membership_on(context, "srn", date(2024, 5, 22))

    assert (on_the_letter.counted, later.counted) == (21, 22)
    assert membership_on(context, "srn", date(2024, 5, 7)).counted is None


def test_members_by_name_have_their_own_days_s24(context: Context) -> None:
    values: dict[str, object] = {
        "network_id": "srn",
        "organisation": "VOORBEELD Dienst",
        "valid_from": date(2024, 5, 10),
        "contact": "VOORBEELD C. Contact",
    }
    add(context, "network_members", values)

    assert membership_on(context, "srn", date(2024, 5, 8)).members == ()
    assert len(membership_on(context, "srn", date(2024, 5, 22)).members) == 1


def test_a_case_in_the_north_proposes_the_contacts_of_its_network_s24(
    context: Context, a_case: CaseId
) -> None:
    assert contacts_for(context, a_case) == []
    place, _ = add_location(context, a_case, "Assen")
    change_location(context, a_case, place, "province", "PV22")

    assert [name for name, _ in contacts_for(context, a_case)] == [
        "Samenwerking Rijk Noord (SRN)"
    ]


def test_a_hub_is_shown_near_the_case_and_is_never_a_duty_station_s25(
    context: Context, a_case: CaseId
) -> None:
    hubs = view_regions(context, a_case).hubs

    assert [hub.name for hub in hubs] == ["Rijkshub Leiden"]
    assert not set(hubs) & set(duty_stations(context, context.today()))


def test_ministers_without_a_talk_in_a_year_are_listed_s10(context: Context) -> None:
    values: dict[str, object] = {"ministry": "IenW", "state": "gehouden"}
    add(context, "talks", values | {"held_on": date(2024, 1, 1)})
    assert overdue_talks(context) == ["Infrastructuur en Waterstaat"]

    add(context, "talks", values | {"held_on": date(2026, 9, 1)})

    assert overdue_talks(context) == []


def test_the_card_of_a_ministry_shows_its_own_plan_and_talks_s01(context: Context) -> None:
    plan: dict[str, object] = {
        "ministry": "IenW",
        "given_on": date(2026, 3, 1),
        "outcome": "niet opportuun",
        "reason": "VOORBEELD reden",
        "state": "loopt",
    }
    add(context, "ministry_plans", plan)

    told = ministry_card(context, "IenW").plans

    assert len(told) == 1
    assert "VOORBEELD reden" in told[0]


def test_the_effect_of_requests_is_unknown_while_one_is_s09(context: Context) -> None:
    assert records_of(context, "change_requests") == []
    assert effect_of(context, "masterplan-pv22") == "0"
