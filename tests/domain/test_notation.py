"""How amounts, days and lists are written and read in Dutch."""

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.domain.fte import Fte, sum_fte
from workbench.domain.notation import (
    read_date,
    read_fte,
    write_change,
    write_date,
    write_fte,
    write_list,
    write_share,
)


@given(st.integers(-99_999_999_999, 99_999_999_999))
def test_a_written_amount_reads_back_exactly(hundredths: int) -> None:
    amount = Fte(hundredths)

    assert read_fte(write_fte(amount)) == amount


@given(st.dates(min_value=date(1000, 1, 1)))
def test_a_written_day_reads_back_exactly(day: date) -> None:
    assert read_date(write_date(day)) == day


@pytest.mark.parametrize("typed", ["", "veel", "1.2345", "12,345", "9" * 40, "1,2,3"])
def test_what_is_no_amount_is_refused(typed: str) -> None:
    with pytest.raises(ValueError, match=r"amount|large|decimals"):
        read_fte(typed)


@pytest.mark.parametrize("typed", ["31-02-2026", "8-5-24", "8 ma 2024", "morgen"])
def test_what_is_no_day_is_refused(typed: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        read_date(typed)


def test_unknown_is_never_nought() -> None:
    assert write_fte(None) == "onbekend"
    assert sum_fte([Fte.of(5), None]) is None


def test_a_change_shows_its_sign() -> None:
    assert [write_change(Fte.of(one)) for one in ("150", "-46.5", "0")] == [
        "+150",
        "−46,5",
        "0",
    ]


def test_a_share_is_rounded_once_at_the_end() -> None:
    assert write_share(Fraction(17527, 336270)) == "5,2%"


def test_a_list_reads_as_a_sentence() -> None:
    assert write_list(["a", "b", "c"]) == "a, b en c"
