"""The ways of counting that sources tell of, and the office's own."""

from datetime import date

import pytest

from workbench.domain.errors import FactInvalidError
from workbench.usecases.context import Context
from workbench.usecases.methods import (
    add_method,
    change_method,
    list_methods,
    remove_method,
)
from workbench.usecases.registers import load_published


def test_the_announced_review_is_no_fact(context: Context) -> None:
    rows = {row.method.key: row for row in list_methods(context)}

    review = rows["herziening-2025"].method
    assert review.from_date == date(2025, 1, 1)
    assert "te bevestigen" in review.title
    assert "te bevestigen" in review.note
    assert rows["uniform"].method.from_date is None


def test_published_figures_refer_to_a_known_method(context: Context) -> None:
    load_published(context)

    used = {row.method.key: row.used for row in list_methods(context)}

    assert used["zoals gepubliceerd"] > 0


def test_an_office_adds_its_own_method_once(context: Context) -> None:
    key, _ = add_method(context, "VOORBEELD Telling 2027", date(2027, 1, 1), note="Anders")

    assert key == "voorbeeld-telling-2027"
    with pytest.raises(FactInvalidError):
        add_method(context, "voorbeeld telling 2027")
    with pytest.raises(FactInvalidError):
        add_method(context, "  ")


def test_the_first_date_can_be_confirmed_and_taken_back(context: Context) -> None:
    change_method(context, "uniform", "from_date", date(2021, 1, 1))
    changed = next(row for row in list_methods(context) if row.method.key == "uniform")
    assert (changed.method.from_date, changed.is_shipped) == (date(2021, 1, 1), False)

    remove_method(context, "uniform")

    back = next(row for row in list_methods(context) if row.method.key == "uniform")
    assert (back.method.from_date, back.is_shipped) == (None, True)
