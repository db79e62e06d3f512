"""Deliveries replace each other per figure, and can be read as of any day."""

from collections.abc import Iterable
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.store.samples import ME, a_delivery, a_value
from workbench.domain.delivery import Delivery, FteValue, Staff
from workbench.domain.errors import FigureTwiceError
from workbench.domain.fte import Fte
from workbench.store import deliveries, values
from workbench.store.connection import Store
from workbench.store.journal import Clock
from workbench.store.opening import open_memory
from workbench.store.undoing import redo, undo

Delivered = tuple[Delivery, list[FteValue]]
KINDS = ([Staff.BOTH], [Staff.CIVIL], [Staff.CIVIL, Staff.EXTERNAL])
_FIRST = date(2024, 1, 1)


def deliver(store: Store, delivered: Delivered) -> None:
    with store.batch(f"Levering {delivered[0].id}", made_by=ME):
        deliveries.insert_delivery(store, *delivered)


def cell_of(value: FteValue) -> tuple[object, ...]:
    return value.reference_date, value.horizon, value.place


def replaces(newer: FteValue, older: FteValue) -> bool:
    mixes = Staff.BOTH in (newer.staff, older.staff)
    return cell_of(newer) == cell_of(older) and (newer.staff == older.staff or mixes)


def known(made: Iterable[Delivered], on: date | None) -> set[tuple[object, ...]]:
    """Return what counts, the slow and obvious way."""
    seen = sorted(
        (one for one in made if on is None or one[0].delivered_on <= on),
        key=lambda one: (one[0].delivered_on, one[0].id),
    )
    left: list[FteValue] = []
    for _, found in seen:
        left = [old for old in left if not any(replaces(new, old) for new in found)]
        left += found
    return {(*cell_of(one), one.staff, one.value) for one in left}


@st.composite
def drawn(draw: st.DrawFn) -> list[Delivered]:
    made: list[Delivered] = []
    for number in range(draw(st.integers(1, 4))):
        cells = draw(
            st.dictionaries(
                st.tuples(
                    st.sampled_from([2023, 2024]),
                    st.sampled_from([None, 2028]),
                    st.sampled_from(["PV20", "PV21", "NL"]),
                ),
                st.sampled_from(
                    [[Staff.BOTH], [Staff.CIVIL], [Staff.CIVIL, Staff.EXTERNAL]]
                ),
                max_size=5,
            )
        )
        found = [
            a_value(
                reference_date=date(year, 1, 1), horizon=horizon, place=place, staff=staff,
                value=draw(st.none() | st.integers(0, 9999).map(Fte)),
            )
            for (year, horizon, place), kinds in cells.items()
            for staff in kinds
        ]  # fmt: skip
        day = _FIRST + timedelta(days=draw(st.integers(0, 3)))
        made.append((a_delivery(id=f"d{number}", delivered_on=day), found))
    return made


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(made=drawn())
def test_the_newest_delivery_counts_on_every_day(
    clock: Clock, made: list[Delivered]
) -> None:
    store = open_memory(clock)
    for one in made:
        deliver(store, one)

    for on in (None, *(_FIRST + timedelta(days=offset) for offset in range(-1, 4))):
        found = values.values_known(store, on=on)
        assert {(*cell_of(one), one.staff, one.value) for one in found} == known(made, on)
    store.close()


@settings(
    max_examples=30,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(made=drawn())
def test_taking_a_delivery_back_brings_the_earlier_figures_again(
    clock: Clock, made: list[Delivered]
) -> None:
    store = open_memory(clock)
    for one in made:
        deliver(store, one)

    undo(store, ME)
    without = values.values_known(store)
    redo(store, ME)
    again = values.values_known(store)

    assert {(*cell_of(one), one.staff, one.value) for one in without} == known(
        made[:-1], None
    )
    assert {(*cell_of(one), one.staff, one.value) for one in again} == known(made, None)
    store.close()


def test_an_older_delivery_that_comes_late_replaces_nothing(store: Store) -> None:
    deliver(store, (a_delivery(id="new", delivered_on=date(2024, 9, 1)), [a_value("11")]))
    deliver(store, (a_delivery(id="old", delivered_on=date(2024, 2, 1)), [a_value("10")]))

    assert values.values_known(store) == [a_value("11")]
    assert values.values_known(store, on=date(2024, 3, 1)) == [a_value("10")]


@pytest.mark.parametrize("staff", [Staff.BOTH, Staff.EXTERNAL])
def test_a_figure_stands_in_a_delivery_once(store: Store, staff: Staff) -> None:
    both = [a_value(cell="Blad1!C7"), a_value(cell="Blad1!D9", staff=staff)]

    with pytest.raises(FigureTwiceError) as refusal:
        deliver(store, (a_delivery(), both))

    assert refusal.value.facts == {"cell": "Blad1!D9", "other": "Blad1!C7"}
    assert deliveries.list_deliveries(store) == []
