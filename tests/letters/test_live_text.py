"""Own text with live facts: what is bound stays bound while the words change."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.domain.finding import Fact
from workbench.letters.live_text import (
    bind,
    facts_in,
    read_live,
    retype,
    show_live,
    write_live,
)

FACTS = {
    one.key: one
    for one in (
        Fact(key="case.size", text="150", label="Omvang"),
        Fact(key="case.day", text="8 mei 2024", label="Melding"),
        Fact(key="case.unknown", text="onbekend", label="Raming"),
    )
}
STORED = "Op {case.day} ging het om {case.size} fte, {=12} keer."


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Op 8 mei 2024 ging het om 150 fte, 12 keer.", STORED),
        (
            "Wij schreven op 8 mei 2024 dat het ging om 150 fte, wel 12 keer!",
            "Wij schreven op {case.day} dat het ging om {case.size} fte, wel {=12} keer!",
        ),
        (
            "Op 8 mei 2024 ging het om 160 fte, 12 keer.",
            "Op {case.day} ging het om 160 fte, {=12} keer.",
        ),
        (
            "Op 8 mei 2024 ging het om 1500 fte, 12 keer.",
            "Op {case.day} ging het om 1500 fte, {=12} keer.",
        ),
        ("Het ging om 150 fte.", "Het ging om {case.size} fte."),
        ("", ""),
    ],
    ids=["same", "words", "typed-over", "digit-behind", "cut", "emptied"],
)
def test_typing_keeps_what_still_stands_whole(typed: str, kept: str) -> None:
    assert retype(STORED, FACTS, typed) == kept


@pytest.mark.parametrize(
    ("text", "found", "fact", "bound"),
    [
        ("150 van 150 fte", "150", "case.size", "{case.size} van {case.size} fte"),
        ("1500, 2.150 en 150,5", "150", "case.size", "1500, 2.150 en 150,5"),
        ("op 8 mei 2024.", "8 mei 2024", "case.day", "op {case.day}."),
        ("in 3 stappen", "3", "", "in {=3} stappen"),
        ("{=3} van 3", "3", "case.size", "{=3} van {case.size}"),
    ],
)
def test_a_number_is_bound_wherever_it_stands_alone(
    text: str, found: str, fact: str, bound: str
) -> None:
    assert bind(text, found, fact) == bound


def test_an_unknown_fact_says_so() -> None:
    assert show_live("Raming: {case.unknown}.", FACTS) == "Raming: [nog onbekend: Raming]."
    assert facts_in(STORED) == ("case.day", "case.size")


@given(st.text(alphabet="ab {}=.1\n", max_size=60), st.text(alphabet="ab 1.", max_size=60))
def test_whatever_is_typed_is_what_is_seen(stored: str, typed: str) -> None:
    kept = retype(stored, FACTS, typed)

    assert show_live(kept, FACTS) == typed
    assert write_live(read_live(stored)) == stored
