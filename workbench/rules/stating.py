"""Turns what is known of a case into named facts that findings and letters refer to."""

from collections.abc import Iterable
from dataclasses import fields
from datetime import date

from workbench.domain.case import Case, Location
from workbench.domain.finding import Asked, AskState, Fact
from workbench.domain.fte import NO_FTE, Fte
from workbench.domain.notation import (
    UNKNOWN,
    read_date,
    write_about,
    write_change,
    write_date,
    write_euros,
    write_fte,
    write_list,
)
from workbench.domain.place import BY_CODE
from workbench.domain.rule import QuestionKind
from workbench.rules.books import Book
from workbench.rules.dividing import Division
from workbench.rules.labels import OCCASIONS, SECTORS

_FORM = "formulier Gegevens"
_COMPUTED = "berekend uit het formulier"
_DIRECTIONS = {True: "toename", False: "afname"}
_SKIPPED = {"id", "case_id", "position"}
_LOCATION_LABELS = {
    "name": "Locatie",
    "municipality": "Gemeente",
    "province": "Provincie",
    "region": "Regio",
    "fte": "Omvang (fte)",
    "is_preferred": "Voorkeur",
    "regional_interest": "Regionaal belang",
    "strengthening": "Versterkende werking",
    "labour_market": "Arbeidsmarkt",
    "staff": "Personeel",
    "access": "Toegankelijkheid",
    "housing": "Huisvesting",
    "ready_on": "Huisvesting gereed op",
    "costs": "Kosten",
    "cost_once": "Eenmalige kosten",
    "cost_yearly": "Structurele kosten per jaar",
}


def state_facts(
    case: Case,
    book: Book,
    division: Division,
    locations: tuple[Location, ...],
    ministry_name: str,
) -> dict[str, Fact]:
    """Return every fact but the answers, by key; numbers without unit, unknown as such."""
    stated = [
        *_case_facts(case, ministry_name),
        *_size_facts(case),
        *_division_facts(division, book.provinces("randstad")),
        *_shift_facts(case),
        *_setting_facts(book),
        *_location_facts(locations),
    ]
    return {fact.key: fact for fact in stated}


def answer_facts(asked: Iterable[Asked]) -> dict[str, Fact]:
    """Return the known answers to asked questions, with their grounds, as facts."""
    stated = [fact for one in asked for fact in _answer_facts(one)]
    return {fact.key: fact for fact in stated}


def _case_facts(case: Case, ministry_name: str) -> list[Fact]:
    body_or_sector = SECTORS[case.sector] if case.sector else UNKNOWN
    texts = {
        "number": ("Kenmerk", case.number),
        "title": ("Titel", case.title),
        "service": ("Dienst", case.service),
        "ministry": ("Ministerie", ministry_name or case.ministry or ""),
        "sector": ("Sector", body_or_sector),
        "occasion": ("Aanleiding", OCCASIONS[case.occasion] if case.occasion else ""),
        "intention": ("Voornemen", case.intention),
        "notice_on": ("Datum melding", write_date(case.notice_on)),
        "judged_on": ("Beoordelingsdatum", write_date(case.judged_on)),
        "judged_on_reason": ("Reden beoordelingsdatum", case.judged_on_reason),
        "figures_on": ("Peildatum cijfers", write_date(case.figures_on)),
        "planned_year": ("Voorgenomen jaar", str(case.planned_year or "")),
        "handler": ("Behandelaar", case.handler),
        "source": ("Bron", case.source),
    }
    return [
        Fact(key=f"case.{name}", label=label, text=text or UNKNOWN, origin=_FORM)
        for name, (label, text) in texts.items()
    ]


def _size_facts(case: Case) -> list[Fact]:
    change = case.change
    size = None if change is None else abs(change)
    direction = "wijziging"
    if case.occasion is not None and case.occasion.is_new:
        direction = "omvang"
    elif change is not None and change != NO_FTE:
        direction = _DIRECTIONS[change > NO_FTE]
    return [
        _fte("case.fte_before", "Omvang nu (fte)", case.fte_before, _FORM),
        _fte("case.fte_after", "Omvang straks (fte)", case.fte_after, _FORM),
        _change("case.change", "Wijziging (fte)", change),
        _fte("case.size", "Grootte van de wijziging (fte)", size),
        Fact(
            key="case.size_about",
            label="Grootte van de wijziging, afgerond",
            text=write_about(size),
            origin=_COMPUTED,
        ),
        Fact(key="case.direction", label="Richting", text=direction, origin=_COMPUTED),
    ]


def _division_facts(division: Division, randstad: frozenset[str]) -> list[Fact]:
    elsewhere = frozenset(BY_CODE) - randstad
    sums = (
        ("decrease_inside", "Afname in de Randstad", division.decrease(elsewhere)),
        ("decrease_outside", "Afname buiten de Randstad", division.decrease(randstad)),
        ("increase_inside", "Toename in de Randstad", division.increase(elsewhere)),
        ("increase_outside", "Toename buiten de Randstad", division.increase(randstad)),
    )
    inside, outside = division.net(randstad), division.net(elsewhere)
    return [
        _fte("case.moved", "Over provinciegrenzen (fte)", division.moved),
        _change("case.randstad_change", "Wijziging Randstad (fte)", inside),
        _change("case.outside_change", "Wijziging buiten Randstad (fte)", outside),
        *(
            _fte(f"case.{name}", f"{label} (fte)", amount if division.is_known else None)
            for name, label, amount in sums
        ),
    ]


def _shift_facts(case: Case) -> list[Fact]:
    stated: list[Fact] = []
    for shift in case.shifts:
        name = BY_CODE[shift.province].name
        key = f"shift.{shift.province}"
        stated += [
            Fact(key=f"{key}.name", label="Provincie", text=name, origin=_FORM),
            _fte(f"{key}.before", f"{name}, nu (fte)", shift.before, _FORM),
            _fte(f"{key}.after", f"{name}, straks (fte)", shift.after, _FORM),
            _change(f"{key}.change", f"{name}, wijziging (fte)", shift.change),
        ]
    return stated


def _setting_facts(book: Book) -> list[Fact]:
    stated = [
        Fact(
            key=f"setting.{key}",
            label=f"{setting.title} ({setting.unit})",
            text=write_fte(Fte.of(setting.value)),
            origin=setting.source.title,
        )
        for key, setting in book.settings.items()
    ]
    for key in ("randstad", "de-vries"):
        listed = book.lists[key]
        names = sorted(BY_CODE[code].name for code in listed.provinces)
        text, origin = write_list(names), listed.source.title
        stated.append(Fact(key=f"list.{key}", label=listed.title, text=text, origin=origin))
    return stated


def _location_facts(locations: tuple[Location, ...]) -> list[Fact]:
    stated: list[Fact] = []
    for number, location in enumerate(locations, start=1):
        for name in (one.name for one in fields(Location) if one.name not in _SKIPPED):
            text = _written(name, getattr(location, name))
            label, origin = _LOCATION_LABELS[name], "vergelijking van locaties"
            key = f"location.{number}.{name}"
            stated.append(Fact(key=key, label=label, text=text, origin=origin))
    return stated


def _written(name: str, value: object) -> str:
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, Fte):
        return write_fte(value)
    if isinstance(value, date):
        return write_date(value)
    if isinstance(value, int):
        return write_euros(value)
    if name == "province" and isinstance(value, str) and value in BY_CODE:
        return BY_CODE[value].name
    return str(value) if value else UNKNOWN


def _answer_facts(asked: Asked) -> list[Fact]:
    answer, question = asked.answer, asked.question
    if answer is None or asked.state is not AskState.ANSWERED:
        return []
    option = question.option(answer.verdict)
    text = option.text if option else answer.value
    if question.kind is QuestionKind.DATE:
        text = write_date(read_date(answer.value))
    key, label, origin = f"answer.{question.key}", question.text, "antwoord in de checklist"
    parts = {"": text, ".explanation": answer.explanation, ".source": answer.source}
    return [
        Fact(key=f"{key}{part}", label=label, text=written, origin=origin)
        for part, written in parts.items()
        if written
    ]


def _fte(key: str, label: str, amount: Fte | None, origin: str = _COMPUTED) -> Fact:
    return Fact(key=key, label=label, text=write_fte(amount), origin=origin)


def _change(key: str, label: str, amount: Fte | None) -> Fact:
    return Fact(key=key, label=label, text=write_change(amount), origin=_COMPUTED)
