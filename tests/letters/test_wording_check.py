"""Remarks on the advisor's own text: loose numbers, verbs, and plain language."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.domain.finding import Fact
from workbench.letters.wording_check import (
    MOST_WORDS,
    RemarkKind,
    check_wording,
    facts_for,
)

FACTS = {
    one.key: one
    for one in (
        Fact(key="case.change", text="+150", label="Verandering"),
        Fact(key="case.size", text="150", label="Omvang van de wijziging"),
        Fact(key="case.day", text="8 mei 2024", label="Melding"),
        Fact(key="case.after", text="1.250,5", label="Omvang straks"),
    )
}


def kinds(text: str) -> list[tuple[str, str]]:
    return [(str(one.kind), one.found) for one in check_wording(text, FACTS)]


@pytest.mark.parametrize(
    "text",
    [
        "De dienst groeit met {case.after} fte.",
        "De melding is van {case.day}, en {=12} keer besproken.",
        "Zie Kamerstuk 31 490 nr. 337 en principe 2.",
        "Dit staat in bijlage 1.",
        "1. Eerst dit.\n2. Dan dat.",
        "Geen enkel getal.",
    ],
)
def test_what_is_bound_free_or_names_a_document_is_not_loose(text: str) -> None:
    assert kinds(text) == []


@pytest.mark.parametrize(
    ("found", "keys"),
    [
        ("150", ["case.change", "case.size"]),
        ("8 mei 2024", ["case.day"]),
        ("1.250,5", ["case.after"]),
        ("151", []),
    ],
)
def test_a_number_can_be_bound_to_the_facts_that_say_it(
    found: str, keys: list[str]
) -> None:
    assert [one.key for one in facts_for(found, FACTS)] == keys


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("De dienst groeit met 150 fte.", "150"),
        ("Het gaat om 1.250 fte.", "1.250"),
        ("De melding is van 8 mei 2024.", "8 mei 2024"),
        ("In 2031 is het klaar.", "2031"),
        ("Dat is 12,5 procent.", "12,5"),
    ],
)
def test_any_other_number_is_loose(text: str, found: str) -> None:
    assert kinds(text) == [("los getal", found)]


@pytest.mark.parametrize(
    ("text", "kind", "found"),
    [
        ("Ruim {case.after} fte erbij.", "afronding", "Ruim 1.250,5"),
        ("Hierbij besluit ik tot Assen.", "werkwoord", "besluit"),
        ("De locatie wordt door ons gekozen.", "lijdende vorm", "wordt door ons gekozen"),
        ("Het advies werd verstuurd.", "lijdende vorm", "werd verstuurd"),
        ("Inzake de locatie schrijf ik u.", "moeilijk woord", "Inzake"),
        ("Dit is ten behoeve van de regio.", "moeilijk woord", "ten behoeve van"),
    ],
)
def test_words_that_could_be_better_are_pointed_out(
    text: str, kind: str, found: str
) -> None:
    assert kinds(text) == [(kind, found)]


def test_a_long_sentence_is_counted() -> None:
    long = "woord " * (MOST_WORDS + 1)

    (remark,) = check_wording(f"Een korte zin. {long.strip()}.", {})

    assert remark.kind is RemarkKind.LONG
    assert remark.advice.startswith(f"De zin telt {MOST_WORDS + 1} woorden")


def test_a_number_with_a_point_does_not_end_a_sentence() -> None:
    half = "woord " * (MOST_WORDS // 2)

    assert kinds(f"{half}{{=1.250,5}} {half.strip()}.") == []


@given(st.text(max_size=400))
def test_any_text_gives_remarks_on_words_that_stand_in_it(text: str) -> None:
    for one in check_wording(text, FACTS):
        assert one.advice
        if one.kind is RemarkKind.LOOSE_NUMBER:
            assert one.found in text
