"""The invented figures: marked, the same every time, and of every sort there is."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import count
from pathlib import Path

import pytest

from workbench.__main__ import main
from workbench.app.contexts import build_context, local_now
from workbench.domain.adjustment import AdjustmentKind
from workbench.domain.delivery import FteValue, Staff
from workbench.domain.fte import Fte
from workbench.domain.organisation import LineageKind, Sector
from workbench.domain.place import BY_CODE
from workbench.store import adjustments, deliveries, methods, organisations
from workbench.store.opening import open_memory, open_store
from workbench.store.values import list_values, values_known
from workbench.usecases.context import Context
from workbench.usecases.registers import load_published, published_values
from workbench.usecases.sample_figures import AFTER, load_sample_figures
from workbench.usecases.sample_services import MARK, YEARS, invent_history
from workbench.usecases.undoing import undo


@pytest.fixture(scope="module")
def filled() -> Iterator[Context]:
    """A context that tests only read from; making it takes seconds."""
    moments = count()

    def clock() -> datetime:
        return datetime(2026, 11, 23, tzinfo=UTC) + timedelta(milliseconds=next(moments))

    store = open_memory(clock, MARK)
    context = build_context(store, now=clock, user=MARK)
    load_sample_figures(context)
    yield context
    store.close()


def by_place(values: list[FteValue]) -> dict[str, int]:
    sums: dict[str, int] = defaultdict(int)
    for value in values:
        sums[value.place] += 0 if value.value is None else value.value.hundredths
    return sums


def test_there_are_36000_positions_in_ten_years_and_six_sectors(filled: Context) -> None:
    known = [one for one in values_known(filled.store) if one.horizon is None]

    positions = {(one.reference_date, one.place, one.organisation) for one in known}
    assert len(positions) == 36_000
    assert {one.place for one in known} == set(BY_CODE)
    assert {one.sector for one in known} == set(Sector)
    assert {one.staff for one in known} == set(Staff)


def test_everything_says_that_it_is_invented(filled: Context) -> None:
    assert all(one.is_sample for one in deliveries.list_deliveries(filled.store))
    assert all(one.is_sample for one in adjustments.list_adjustments(filled.store))
    titles = [one.title for one in deliveries.list_deliveries(filled.store)]
    titles += [one.title for one in methods.list_methods(filled.store)]
    for organisation in organisations.list_organisations(filled.store):
        assert organisation.is_sample
        titles += [one.name for one in organisation.names]
    assert all(title.startswith(MARK) for title in titles)


def test_one_seed_always_gives_the_same() -> None:
    assert invent_history(1, 7, ["BZK"]) == invent_history(1, 7, ["BZK"])
    assert invent_history(1, 7, ["BZK"]) != invent_history(1, 8, ["BZK"])


def test_zuid_holland_is_the_largest_in_every_year(filled: Context) -> None:
    for year in YEARS:
        sums = by_place(values_known(filled.store, reference_date=date(year, 1, 1)))
        assert max(sums, key=lambda place: sums[place]) == "PV28"


def test_published_figures_are_neither_replaced_nor_changed(context: Context) -> None:
    load_published(context)
    before = published_values(context)

    load_sample_figures(context)

    sampled = [pair for pair in published_values(context) if not pair[1].is_sample]
    assert sampled == before
    known = values_known(context.store)
    assert all(value in known for value, _ in before)


def test_corrections_say_why_and_fill_in_what_was_missing(filled: Context) -> None:
    day, then = date(2019, 1, 1), date(2019, 6, 1)

    published = values_known(filled.store, on=then, reference_date=day)
    known = values_known(filled.store, reference_date=day)

    assert any(one.value is None for one in published)
    assert all(one.value is not None for one in known)
    reasons = [one.reason for one in deliveries.list_deliveries(filled.store)]
    assert sum(bool(reason) for reason in reasons) == 3


def test_the_year_before_the_method_changed_is_restated(filled: Context) -> None:
    (restated,) = (
        one
        for one in deliveries.list_deliveries(filled.store)
        if one.method == AFTER.key and one.reason
    )

    values = list_values(filled.store, restated.id)

    assert {one.reference_date for one in values} == {date(2024, 1, 1)}
    assert len({(one.place, one.organisation) for one in values}) == 12 * 300


def test_services_merge_and_split_without_gaining_or_losing_fte() -> None:
    history = invent_history(1, 337, ["BZK"])

    kinds = [one.kind for one in history.lineage]
    assert kinds.count(LineageKind.MERGED) == kinds.count(LineageKind.SPLIT) == 4
    for line in history.lineage:
        before = {one.organisation for one in history.years[line.day.year - 1]}
        after = {one.organisation for one in history.years[line.day.year]}
        assert line.before in before - after
        assert line.after in after - before


def test_moves_are_of_fifty_fte_or_more_and_cross_a_border(filled: Context) -> None:
    causes = adjustments.list_adjustments(filled.store)

    moves = [one for one in causes if one.kind is AdjustmentKind.MOVE]
    assert len(moves) == 8
    assert all(one.amount is not None and one.amount >= Fte.of(50) for one in moves)
    assert all(one.from_place != one.to_place for one in moves)
    assert [one.amount for one in causes if one not in moves] == [Fte.of(53), None]


def test_forecasts_run_to_four_years_ahead(filled: Context) -> None:
    ahead = {one.horizon for one in values_known(filled.store) if one.horizon}

    assert ahead == {2027, 2028, 2029, 2030}


def test_no_figure_is_negative(filled: Context) -> None:
    known = values_known(filled.store)

    assert min(one.value.hundredths for one in known if one.value is not None) >= 0


def test_loading_again_changes_nothing_until_it_was_undone(context: Context) -> None:
    load_sample_figures(context)
    load_sample_figures(context)
    number = len(deliveries.list_deliveries(context.store))

    undo(context)

    assert values_known(context.store) == []
    assert organisations.list_organisations(context.store) == []
    load_sample_figures(context)
    assert len(deliveries.list_deliveries(context.store)) == 2 * number


def test_the_command_fills_a_store(tmp_path: Path) -> None:
    path = tmp_path / "voorbeeld.sqlite"

    assert main(["sample-figures", "--store", str(path)]) == 0

    store = open_store(path, made_by=MARK, clock=local_now)
    for delivery in deliveries.list_deliveries(store)[:2]:
        deliveries.verify_delivery(store, delivery.id)
    assert len(organisations.list_organisations(store)) == 306
    store.close()


@pytest.mark.parametrize("words", [["--scale", "0"], ["--scale", "41"], []])
def test_the_command_wants_a_store_and_a_scale_that_fits(words: list[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(["sample-figures", *words])
