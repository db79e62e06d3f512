"""Known causes of differences, and the moves that Parliament is told of."""

from datetime import date

import pytest

from workbench.domain.adjustment import AdjustmentKind
from workbench.domain.errors import FactInvalidError
from workbench.domain.fte import Fte
from workbench.usecases.adjustments import (
    NewAdjustment,
    add_adjustment,
    change_adjustment,
    known_causes,
    list_adjustments,
    real_changes,
    remove_adjustment,
)
from workbench.usecases.context import Context
from workbench.usecases.moves import report_threshold, reported_moves
from workbench.usecases.undoing import undo

CLEANING = "herindeling-rijksschoonmaak-2022"


def move(context: Context, amount: str | None, day: date = date(2025, 7, 1)) -> str:
    new = NewAdjustment(
        kind=AdjustmentKind.MOVE,
        day=day,
        organisation="VOORBEELD Dienst",
        from_place="PV28",
        to_place="PV22",
        amount=None if amount is None else Fte.of(amount),
    )
    return add_adjustment(context, new)[0]


def test_fryslan_2022_is_shipped_with_what_was_published(context: Context) -> None:
    rows = {row.adjustment.id: row for row in list_adjustments(context)}
    real = real_changes()[0]

    cause = rows[CLEANING].adjustment
    assert (cause.kind, cause.from_place) == (AdjustmentKind.REALLOCATION, "PV21")
    assert cause.amount is None
    assert (real.place, real.change, real.until) == (
        "PV21",
        Fte.of(-99),
        date(2022, 1, 1),
    )


def test_fifty_counts_and_less_does_not(context: Context) -> None:
    for amount in ("50", "49.99", "120"):
        move(context, amount)

    found = reported_moves(context, date(2025, 1, 1), date(2026, 1, 1))

    assert [one.amount for one in found.moves] == [Fte.of(50), Fte.of(120)]
    assert found.total == Fte.of(170)


def test_a_move_counts_in_one_period(context: Context) -> None:
    move(context, "60", date(2025, 1, 1))

    before = reported_moves(context, date(2024, 1, 1), date(2025, 1, 1))
    after = reported_moves(context, date(2025, 1, 1), date(2026, 1, 1))

    assert (len(before.moves), len(after.moves)) == (1, 0)


def test_the_threshold_is_a_dated_rule_with_a_source(context: Context) -> None:
    threshold = report_threshold(context, date(2026, 1, 1))

    assert (threshold.value, threshold.source.document) == (50, "kst-31490-272")
    with pytest.raises(FactInvalidError):
        report_threshold(context, date(1999, 1, 1))


def test_an_amount_that_was_not_published_is_told_apart(context: Context) -> None:
    move(context, None)

    found = reported_moves(context, date(2025, 1, 1), date(2026, 1, 1))

    assert (found.moves, found.unknown) == ((), 1)


@pytest.mark.parametrize(
    "given",
    [
        {"day": None},
        {"to_place": ""},
        {"to_place": "PV28"},
        {"to_place": "PV99"},
        {"amount": Fte.of(-1)},
        {"kind": AdjustmentKind.SCOPE, "from_place": "", "to_place": ""},
    ],
)
def test_a_cause_that_cannot_be_is_refused(
    context: Context, given: dict[str, object]
) -> None:
    facts: dict[str, object] = {
        "kind": AdjustmentKind.MOVE,
        "day": date(2025, 7, 1),
        "from_place": "PV28",
        "to_place": "PV22",
        "amount": Fte.of(60),
    }

    with pytest.raises(FactInvalidError):
        add_adjustment(context, NewAdjustment(**facts | given))  # type: ignore[arg-type]

    assert [one.id for one in known_causes(context)] == [CLEANING]


def test_a_shipped_cause_can_be_filled_in_and_restored(context: Context) -> None:
    change_adjustment(context, CLEANING, "amount", Fte.of(12))
    assert known_causes(context)[0].amount == Fte.of(12)

    remove_adjustment(context, CLEANING)

    assert known_causes(context)[0].amount is None


def test_undo_takes_a_move_back(context: Context) -> None:
    move(context, "60")

    undo(context)

    assert [one.id for one in known_causes(context)] == [CLEANING]
