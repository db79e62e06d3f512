"""Figures come in as one delivery: looked at first, taken in whole, taken back whole."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from tests.exchange.tables import Rows
from tests.usecases.figure_tables import (
    CAME_ON,
    FACTS,
    LONG,
    look_at,
    open_rows,
    plan_of,
    take_in,
)
from workbench.analysis.checks import CheckKind, DifferenceKind, Outcome
from workbench.domain.errors import FactInvalidError, FigureTwiceError
from workbench.domain.fte import Fte
from workbench.domain.organisation import Sector
from workbench.exchange.table_words import SKIPPED, WordKind
from workbench.store import benchmarks, learning, organisations, values
from workbench.usecases.context import Context
from workbench.usecases.deliveries import delivery_file, list_deliveries, open_delivery
from workbench.usecases.figure_files import NOTHING_DECIDED, decide, decide_new
from workbench.usecases.figure_imports import missing_facts, take_in_figures
from workbench.usecases.figure_previews import preview_figures
from workbench.usecases.figure_signals import UnlikelyKind
from workbench.usecases.undoing import redo, undo

LATER = date(2026, 9, 1)
CORRECTED: Rows = [*LONG[:1], ["Drenthe", "Defensie", Decimal("2050.5")], *LONG[2:]]
SERVICES: Rows = [
    ["Organisatie", "Provincie", "Fte"],
    ["VOORBEELD Dienst Dijken", "Zeeland", Decimal("120.5")],
]
CORRECTION = replace(FACTS, reason="VOORBEELD dubbeltelling")


def known(context: Context, on: date | None = None) -> dict[tuple[str, str], Fte | None]:
    found = values.values_known(context.store, on=on, reference_date=date(2025, 1, 1))
    return {(one.place, one.sector): one.value for one in found}


def test_a_table_comes_in_with_its_cells_and_its_file(context: Context) -> None:
    delivery = take_in(context, LONG)

    content = open_delivery(context, delivery.id)

    assert [one.cell for one in content.values] == ["Sheet!C2", "Sheet!C3", "Sheet!C4"]
    assert content.values[2].value is None
    assert delivery_file(context, delivery)[0] == "cijfers.xlsx"


def test_a_correction_keeps_what_was_published_then(context: Context) -> None:
    take_in(context, LONG)

    later = take_in(context, CORRECTED, CORRECTION, came_on=LATER)

    assert known(context, CAME_ON)["PV22", "defensie"] == Fte.of(2100)
    assert known(context)["PV22", "defensie"] == Fte.of("2050.5")
    replaced = open_delivery(context, later.id).replaced
    assert [one.before.value for one in replaced if one.is_changed] == [Fte.of(2100)]


def test_a_correction_without_a_reason_is_refused(context: Context) -> None:
    take_in(context, LONG)

    with pytest.raises(FactInvalidError):
        take_in(context, CORRECTED, came_on=LATER)

    assert known(context)["PV22", "defensie"] == Fte.of(2100)
    assert not values.values_known(context.store, on=None, reference_date=LATER)


def test_the_preview_tells_new_changed_gone_and_same(context: Context) -> None:
    take_in(context, [*LONG, ["Zeeland", "Politie", 40]])

    preview = look_at(context, [*CORRECTED, ["Utrecht", "Politie", 7]], LATER)

    kinds = {(one.value.place, one.value.sector): one.kind for one in preview.differences}
    assert kinds == {
        ("PV22", "defensie"): DifferenceKind.CHANGED,
        ("PV22", "nationale_politie"): DifferenceKind.SAME,
        ("PV29", "defensie"): DifferenceKind.SAME,
        ("PV29", "nationale_politie"): DifferenceKind.GONE,
        ("PV26", "nationale_politie"): DifferenceKind.NEW,
    }


def test_one_undo_takes_everything_back_and_redo_brings_it(context: Context) -> None:
    source = open_rows(context, SERVICES)
    text = "VOORBEELD Dienst Dijken"
    decided = decide_new(context, NOTHING_DECIDED, [text], Sector.MINISTRIES)
    plan = plan_of(context, source, decided)
    take_in_figures(context, preview_figures(context, plan, CAME_ON), FACTS)

    undo(context)

    assert organisations.list_organisations(context.store) == []
    assert known(context) == {}
    assert not open_rows(context, SERVICES).learned
    redo(context)
    assert known(context) == {("PV29", "ministeries"): Fte.of("120.5")}


def test_an_unknown_word_is_asked_once(context: Context) -> None:
    rows: Rows = [*LONG, ["Noorderland", "Defensie", 5]]
    plan = plan_of(context, open_rows(context, rows))
    (asked,) = plan.readings[0].unknown_words
    decided = decide(NOTHING_DECIDED, asked.kind, asked.text, "PV20")
    plan = plan_of(context, open_rows(context, rows), decided)
    take_in_figures(context, preview_figures(context, plan, CAME_ON), FACTS)

    again = plan_of(context, open_rows(context, rows))

    assert (asked.kind, asked.cell) == (WordKind.PLACE, "Sheet!A5")
    assert again.is_complete
    assert known(context)["PV20", "defensie"] == Fte.of(5)


def test_a_row_that_is_left_out_gives_no_figure(context: Context) -> None:
    decided = decide(NOTHING_DECIDED, WordKind.PLACE, "Buitenland", SKIPPED)

    plan = plan_of(context, open_rows(context, [*LONG, ["Buitenland", "DJI", 9]]), decided)

    assert plan.is_complete
    assert len(plan.values) == 3


def test_a_new_organisation_needs_a_sector(context: Context) -> None:
    with pytest.raises(FactInvalidError):
        decide_new(context, NOTHING_DECIDED, ["VOORBEELD Dienst"], None)


def test_the_columns_of_a_sender_are_remembered(context: Context) -> None:
    take_in(context, LONG)
    recipes = learning.list_synonyms(context.store)

    source = open_rows(context, CORRECTED)

    assert source.learned == {0}
    assert source.layouts[0].missing == ("reference_date",)
    assert recipes == {}


def test_a_sum_that_is_not_right_needs_a_reason(context: Context) -> None:
    rows: Rows = [["Provincie", "1-1-2024"], ["Drenthe", 7], ["Nederland", 353798]]
    preview = look_at(context, rows)

    assert [(one.kind, one.outcome) for one in preview.checks] == [
        (CheckKind.PROVINCES, Outcome.UNKNOWN),
        (CheckKind.CONTROL, Outcome.DIFFERS),
    ]
    assert missing_facts(preview, FACTS).keys() == {"accepted"}
    accepted = replace(FACTS, accepted="VOORBEELD afgerond")
    delivery, _ = take_in_figures(context, preview, accepted)
    assert delivery.reason.endswith("VOORBEELD afgerond")


def test_a_figure_that_stands_twice_leaves_the_store_as_it_was(context: Context) -> None:
    preview = look_at(context, [*LONG, LONG[1]])

    with pytest.raises(FigureTwiceError):
        take_in_figures(context, preview, FACTS)

    assert [check.cells for check in preview.doubles] == [("Sheet!C2", "Sheet!C5")]
    assert list_deliveries(context) == []
    assert not open_rows(context, LONG).learned


def test_an_open_question_leaves_the_store_as_it_was(context: Context) -> None:
    preview = look_at(context, [*LONG, ["Noorderland", "Defensie", 5]])

    with pytest.raises(FactInvalidError):
        take_in_figures(context, preview, FACTS)

    assert list_deliveries(context) == []


def test_inhabitants_come_in_by_the_same_way(context: Context) -> None:
    rows: Rows = [["Provincie", "Inwoners"], ["Drenthe", 502051], ["Zeeland", 391124]]

    take_in(context, rows)

    (found,) = benchmarks.list_benchmarks(context.store)
    assert benchmarks.load_benchmark(context.store, found) == {
        "PV22": 502051,
        "PV29": 391124,
    }


def test_a_delivery_of_before_a_later_one_is_told_to_be_overtaken(
    context: Context,
) -> None:
    take_in(context, LONG, came_on=LATER)

    assert look_at(context, CORRECTED, CAME_ON).is_overtaken
    assert not look_at(context, CORRECTED, date(2026, 10, 1)).is_overtaken


def test_a_large_change_in_a_year_is_a_question(context: Context) -> None:
    take_in(context, [[*LONG[0], "Peildatum"], [*LONG[1], date(2024, 1, 1)]])

    preview = look_at(context, [*LONG[:1], ["Drenthe", "Defensie", 1500]], LATER)

    (asked,) = preview.unlikely
    assert (asked.kind, asked.before) == (UnlikelyKind.JUMP, Fte.of(2100))
