"""Every kind of letter, short, long, empty and extreme, passes the strictest validators."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

import pytest
from check_pdf import check, check_syntax

from tests.letters.samples import SENDER
from tests.letters.stress import HOSTILE, LONG_NAME, LONG_WORD, SENTENCE
from workbench.domain.case import Case, Location, Occasion, Shift
from workbench.domain.finding import Fact, LetterKind
from workbench.domain.fte import Fte
from workbench.domain.letter import CONFIDENTIAL, LetterValue, OwnText
from workbench.letters.compose import Issue, compose_letter
from workbench.letters.compose_facts import Dossier
from workbench.letters.rendering import render_letter
from workbench.letters.texts import PLACEHOLDER, LetterText, load_texts
from workbench.paths import resource
from workbench.rules.assessing import assess
from workbench.rules.instruments import load_instruments
from workbench.rules.loading import load_rules

TEXTS = load_texts(resource("letters"))
RULES = load_rules()
DAY = date(2026, 10, 1)
ISSUE = Issue(
    written_on=DAY,
    sender=SENDER,
    recipient=("VOORBEELD Ministerie", "Postbus 1"),
    reference="VOORBEELD-1",
    is_draft=False,
)
EMPTY = Case(id="c", number="2026-0001", title="VOORBEELD", judged_on=DAY, is_sample=True)
SHORT = replace(
    EMPTY,
    service="VOORBEELD Dienst",
    ministry="bzk",
    occasion=Occasion.SIZE_CHANGE,
    intention="De dienst groeit in Assen.",
    notice_on=DAY,
    figures_on=DAY,
    fte_before=Fte.of(900),
    fte_after=Fte.of(1050),
    shifts=(Shift(province="PV22", before=Fte.of(900), after=Fte.of(1050)),),
    handler="A. Voorbeeld",
)
ODD = f"{HOSTILE} {LONG_WORD} Şűțħ ĳ € — “’”\u00a0\u00ad einde"
EXTREME = replace(
    SHORT,
    title=LONG_NAME,
    service=LONG_NAME,
    intention=ODD,
    their_reference="kenmerk " * 8,
    shifts=tuple(
        Shift(province=f"PV{number}", before=Fte.of("0.01"), after=Fte.of("99999.99"))
        for number in range(20, 32)
    ),
)


def location(number: int, text: str) -> Location:
    return Location(
        id=f"l{number}",
        case_id="c",
        position=number,
        name=f"VOORBEELD {number}",
        province="PV22",
        fte=Fte.of(number),
        is_preferred=number == 1,
        regional_interest=text,
        strengthening=text,
        costs=text,
    )


def values(text: LetterText, words: str, count: int) -> tuple[LetterValue, ...]:
    filled = []
    for field in text.fields:
        many = count if field.kind == "list" else 1
        value = DAY.isoformat() if field.kind == "date" else words
        filled += [
            LetterValue(
                id=f"{field.key}{number}",
                letter_id="x",
                field=field.key,
                position=number,
                value=value,
            )
            for number in range(many)
        ]
    return tuple(filled)


def own_texts(text: LetterText, words: str) -> tuple[OwnText, ...]:
    return tuple(
        OwnText(id=f"o{number}", letter_id="x", after=block.key, position=1, text=words)
        for number, block in enumerate(text.blocks)
    )


def dossier(case: Case, text: LetterText, words: str, count: int) -> Dossier:
    places = tuple(location(number, words) for number in range(1, count + 1))
    about = ("ministry", "year", "reference_date", "forecast_year", "due_on", "contact")
    return Dossier(
        case=case,
        assessment=assess(case, [], RULES, DAY, locations=list(places)),
        about=(
            *(
                Fact(key=f"request.{name}", text=words or "onbekend", label=name)
                for name in about
            ),
            *record_facts(text, words, count),
        ),
        values=values(text, words, count) if words else (),
        locations=places,
        own_texts=own_texts(text, words) if count > 1 else (),
        attachments=(words,) * count if words else (),
    )


def record_facts(text: LetterText, words: str, count: int) -> Iterator[Fact]:
    """Yield every fact of records that the blocks of a kind name, and a table of fte."""
    for block in text.blocks:
        for key in PLACEHOLDER.findall(block.text):
            head, _, rest = key.partition(".")
            numbers = [f"r{n}" for n in range(count)] if "#" in key else [""]
            if head in RECORDS and words:
                for number in numbers:
                    fact = key.replace("#", number)
                    yield Fact(key=fact, text=words, label=rest)
    if words:
        heading, title = "Provincie|Fte", "Fte per provincie"
        yield Fact(key="ministry_fte", label=title, text=heading, origin=words)
        for place in range(12):
            yield Fact(key=f"ministry_fte.{place}", label=f"Plaats {place}", text="1")


RECORDS = frozenset({"record", "masterplan", "change_request", *load_instruments()})
SHAPES: dict[str, Callable[[LetterText], Dossier]] = {
    "empty": lambda text: dossier(EMPTY, text, "", 0),
    "short": lambda text: dossier(SHORT, text, "VOORBEELD", 1),
    "long": lambda text: dossier(
        SHORT, text, f"{SENTENCE * 6}\n\n- {SENTENCE}\n- {SENTENCE}\n\n1. Een\n2. Twee", 12
    ),
    "extreme": lambda text: dossier(EXTREME, text, ODD, 3),
}


def issue(shape: str) -> Issue:
    if shape != "extreme":
        return ISSUE
    note = "tot 1 januari 2030, vastgesteld door de secretaris-generaal"
    return replace(ISSUE, classification=CONFIDENTIAL, classification_note=note)


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("kind", LetterKind)
def test_every_letter_passes_every_validator(kind: LetterKind, shape: str) -> None:
    text = TEXTS[kind]
    letter = compose_letter(text, SHAPES[shape](text), issue(shape)).letter
    plain = render_letter(letter).pdf
    carried = render_letter(letter, receipt='{"VOORBEELD": 1}').pdf

    assert check(plain, "2a").failures == ()
    assert check(plain, "ua1").failures == ()
    assert check(carried, "3a").failures == ()
    assert check(carried, "ua1").failures == ()
    assert check_syntax(carried).failures == ()
