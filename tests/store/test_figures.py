"""Sums of the register: exact, of one slice, and unknown as soon as a part is."""

from collections import defaultdict
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.store.samples import ME, a_delivery, a_value
from workbench.domain.delivery import FteValue, Notion, Staff
from workbench.domain.fte import Fte
from workbench.domain.slice import Detail, Level, Slice
from workbench.store import deliveries, values
from workbench.store.connection import Store
from workbench.store.figures import (
    BY_ORGANISATION,
    BY_PLACE,
    BY_SECTOR,
    Chosen,
    Sum,
    find_origins,
    list_moments,
    methods_of_days,
    sum_figures,
)
from workbench.store.journal import Clock
from workbench.store.opening import open_memory
from workbench.store.undoing import redo, undo

DAY = date(2024, 1, 1)
SERVICES = Slice(detail=Detail.ORGANISATIONS)


def deliver(store: Store, *found: FteValue, key: str = "d1", on: date = DAY) -> None:
    with store.batch(f"Levering {key}", made_by=ME):
        given = a_delivery(id=key, delivered_on=on, method=f"methode {key}")
        deliveries.insert_delivery(store, given, found)


def a_service(amount: str | None, **changes: object) -> FteValue:
    known = {"organisation": "a", "sector": "dji"} | changes
    return a_value(amount, **known)


def amounts(found: list[Sum]) -> dict[tuple[str, ...], Fte | None]:
    return {(one.place, one.sector, one.organisation): one.amount for one in found}


def expected(known: list[FteValue]) -> dict[tuple[date, str], Fte | None]:
    """Return the sums per date and place, the slow and obvious way."""
    positions: dict[tuple[date, str], dict[str, list[FteValue]]] = defaultdict(
        lambda: defaultdict(list)
    )
    for one in known:
        positions[one.reference_date, one.place][one.organisation].append(one)
    sums: dict[tuple[date, str], Fte | None] = {}
    for key, services in positions.items():
        parts = [part for told in services.values() for part in told]
        is_whole = all(
            {one.staff for one in told} in ({Staff.BOTH}, {Staff.CIVIL, Staff.EXTERNAL})
            for told in services.values()
        )
        filled = [one.value.hundredths for one in parts if one.value is not None]
        is_known = is_whole and len(filled) == len(parts)
        sums[key] = Fte(sum(filled)) if is_known else None
    return sums


drawn_values = st.lists(
    st.builds(
        a_service,
        st.none() | st.integers(0, 99).map(str),
        organisation=st.sampled_from("abc"),
        place=st.sampled_from(["PV20", "PV21"]),
        reference_date=st.sampled_from([DAY, date(2025, 1, 1)]),
        staff=st.sampled_from(Staff),
    ),
    max_size=8,
    unique_by=lambda one: (one.organisation, one.place, one.reference_date, one.staff),
)


def without_mixes(found: list[FteValue]) -> list[FteValue]:
    """Return the values, each whole or in parts and never both."""
    seen = {
        (one.organisation, one.place, one.reference_date)
        for one in found
        if one.staff is Staff.BOTH
    }
    return [
        one
        for one in found
        if one.staff is Staff.BOTH
        or (one.organisation, one.place, one.reference_date) not in seen
    ]


@settings(
    max_examples=80,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(made=st.lists(drawn_values, min_size=1, max_size=4))
def test_sums_are_those_of_plain_arithmetic_on_every_day(
    clock: Clock, made: list[list[FteValue]]
) -> None:
    store = open_memory(clock)
    for number, told in enumerate(made):
        later = DAY + timedelta(days=number * 7 % 5)
        deliver(store, *without_mixes(told), key=f"d{number}", on=later)
    undo(store, ME)
    if len(made) % 2:
        redo(store, ME)

    for on in (None, DAY, DAY + timedelta(days=2)):
        asked = Slice(detail=Detail.ORGANISATIONS, known_on=on)
        found = sum_figures(store, asked, by={BY_PLACE})
        wanted = expected(values.values_known(store, on=on))
        assert {(one.reference_date, one.place): one.amount for one in found} == wanted
    store.close()


def test_one_part_of_one_service_does_not_make_up_for_another(store: Store) -> None:
    deliver(
        store,
        a_service("10", organisation="a", staff=Staff.CIVIL),
        a_service("5", organisation="b", staff=Staff.EXTERNAL),
    )

    (whole,) = sum_figures(store, SERVICES)

    assert whole.known == Fte.of(15)
    assert whole.amount is None


def test_an_unknown_figure_makes_the_sum_unknown_and_is_counted(store: Store) -> None:
    deliver(store, a_service("10"), a_service(None, organisation="b"))

    (whole,) = sum_figures(store, SERVICES)

    assert (whole.amount, whole.known, whole.unknown) == (None, Fte.of(10), 1)


def test_totals_sectors_and_services_are_never_added_together(store: Store) -> None:
    deliver(
        store,
        a_value("100"),
        a_value("60", sector="dji"),
        a_service("20"),
        a_value("1000", place="NL"),
        a_value("7", place="NL111"),
        a_value("9", notion=Notion.HOME),
        a_value("8", horizon=2028),
    )

    found = {
        (detail, level): [one.amount for one in sum_figures(store, asked)]
        for detail in Detail
        for level in Level
        for asked in [Slice(detail=detail, level=level)]
    }

    assert found.pop((Detail.TOTALS, Level.PROVINCE)) == [Fte.of(100)]
    assert found.pop((Detail.TOTALS, Level.COUNTRY)) == [Fte.of(1000)]
    assert found.pop((Detail.TOTALS, Level.REGION)) == [Fte.of(7)]
    assert found.pop((Detail.SECTORS, Level.PROVINCE)) == [Fte.of(60)]
    assert found.pop((Detail.ORGANISATIONS, Level.PROVINCE)) == [Fte.of(20)]
    assert not any(found.values())


def test_sums_are_grouped_and_chosen_as_asked(store: Store) -> None:
    deliver(
        store,
        a_service("1"),
        a_service("2", organisation="b", sector="zbo"),
        a_service("4", place="PV21"),
        a_service("8", reference_date=date(2025, 1, 1)),
    )

    by_sector = sum_figures(store, SERVICES, by={BY_SECTOR}, chosen=Chosen(days=[DAY]))
    in_place = sum_figures(store, SERVICES, by={BY_ORGANISATION},
        chosen=Chosen(places=["PV20"], sectors=["dji"]))  # fmt: skip
    without = sum_figures(store, SERVICES, chosen=Chosen(days=[DAY], parts=["a"]))

    assert amounts(by_sector) == {("", "dji", ""): Fte.of(5), ("", "zbo", ""): Fte.of(2)}
    assert [one.amount for one in in_place] == [Fte.of(1), Fte.of(8)]
    assert amounts(without) == {("", "", ""): Fte.of(2)}


def test_a_sum_tells_what_it_rests_on(store: Store) -> None:
    deliver(store, a_service("1", cell="Blad1!C7"))
    deliver(store, a_service("2", cell="Blad1!D9"), key="d2", on=date(2024, 9, 1))

    ((now, newer),) = find_origins(store, SERVICES, Chosen(days=[DAY], places=["PV20"]))
    then = Slice(detail=Detail.ORGANISATIONS, known_on=date(2024, 3, 1))
    ((before, older),) = find_origins(store, then, Chosen(organisations=["a"]))

    assert (now.cell, newer.id) == ("Blad1!D9", "d2")
    assert (before.cell, older.id) == ("Blad1!C7", "d1")
    assert methods_of_days(store, then) == {DAY: {"methode d1": DAY}}


def test_the_register_tells_which_dates_it_has(store: Store) -> None:
    deliver(store, a_value("100"), a_service("20"), a_value("30", horizon=2028))

    assert list_moments(store) == [(DAY, None, False), (DAY, 2028, False)]
    assert list_moments(store, date(2020, 1, 1)) == []


@pytest.mark.parametrize(
    "chosen", [Chosen(places=["PV22"]), Chosen(places=["PV22"], sectors=["dji"])]
)
def test_a_card_reads_by_index_and_never_everything(store: Store, chosen: Chosen) -> None:
    asked: list[str] = []
    store.connection.set_trace_callback(asked.append)
    sum_figures(store, SERVICES, by={BY_ORGANISATION}, chosen=chosen)
    store.connection.set_trace_callback(None)

    plan = [
        row["detail"]
        for sql in asked
        if "fte_series" in sql
        for row in store.query(f"explain query plan {sql}")
    ]

    assert any("SEARCH x USING INDEX fte_series_by_place" in step for step in plan)
    assert any("SEARCH f USING PRIMARY KEY (set_number=? AND series=?)" in s for s in plan)
    assert not [step for step in plan if step in ("SCAN f", "SCAN x", "SCAN s")]
