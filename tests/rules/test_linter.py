"""The shipped rules keep their own house rules: sources, units, words and names."""

import re
from collections.abc import Iterator
from datetime import date

import pytest

from workbench.domain.case import Case, Location
from workbench.domain.finding import Outcome
from workbench.domain.rule import Dated, QuestionKind, RuleSet
from workbench.rules.assessing import assess
from workbench.rules.conditions import CONDITIONS, names_of
from workbench.rules.covering import LETTER_SECTIONS, CoverageRow, coverage
from workbench.rules.instruments import load_instruments
from workbench.rules.judging import find_judged
from workbench.rules.wording import LOCAL_FIELDS, fields_of, outcome_of
from workbench.ui.navigation import destinations

_FORBIDDEN = re.compile(
    r"\b(besluit(en)?|beslist|beslissen|beslissing|bepaalt de (locatie|plaats)"
    r"|wijst .* aan|legt .* op|verplicht)\b",
    re.IGNORECASE,
)
_PERIODS = (date(2018, 1, 1), date(2020, 2, 20), date(2024, 5, 7), date(2024, 5, 8))
_DAYS = (*_PERIODS, date(2024, 12, 20), date(2030, 1, 1))
_GROUNDS = {"", "primary_process", "governance", "fluctuating", "statutory"}


def _entries(rules: RuleSet) -> Iterator[tuple[str, Dated]]:
    for kind in ("frameworks", "rules", "settings", "lists", "bodies", "questions"):
        for entry in getattr(rules, kind):
            yield kind, entry


def _texts(rules: RuleSet) -> Iterator[str]:
    for rule in rules.rules:
        yield from (rule.title, rule.text, *rule.says.values())
    for question in rules.questions:
        yield from (question.text, question.guidance)
        yield from (option.text for option in question.options)
    yield from (title for _, title in rules.steps)


@pytest.fixture(scope="module")
def rows(rules: RuleSet) -> list[CoverageRow]:
    return coverage(rules)


def test_every_entry_says_where_it_is_written(rules: RuleSet) -> None:
    for _, entry in _entries(rules):
        assert entry.source.title
        is_arranged = entry.source.document == "werkwijze"
        assert not is_arranged or "werkafspraak" in entry.source.note, entry.key


def test_key_stands_once_per_period(rules: RuleSet) -> None:
    for day in _DAYS:
        held = [(kind, one.key) for kind, one in _entries(rules) if one.holds_on(day)]
        assert len(held) == len(set(held)), day


def test_exactly_one_framework_holds_from_2018(rules: RuleSet) -> None:
    for day in _DAYS:
        assert len([one for one in rules.frameworks if one.holds_on(day)]) == 1


def test_question_for_a_number_has_a_unit(rules: RuleSet) -> None:
    for question in rules.questions:
        assert (question.kind is QuestionKind.NUMBER) == bool(question.unit)
    assert all(setting.unit for setting in rules.settings)


def test_question_helps_to_judge_a_rule_and_belongs_to_a_step(rules: RuleSet) -> None:
    steps = {key for key, _ in rules.steps}
    for question in rules.questions:
        held = {rule.key for rule in rules.rules if rule.holds_on(question.valid_from)}
        assert question.step in steps
        assert question.rule in held
        assert bool(question.options) == (question.kind is QuestionKind.CHOICE)


def test_condition_names_are_known_and_look_back_only(rules: RuleSet) -> None:
    for day in _DAYS:
        earlier: dict[str, set[str]] = {}
        for question in (one for one in rules.questions if one.holds_on(day)):
            for name in names_of(question):
                key, _, verdict = name.removeprefix("answer:").partition("=")
                assert name in CONDITIONS or verdict in earlier[key], question.key
            earlier[question.key] = {option.key for option in question.options}


def test_no_sentence_lets_bzk_decide_for_another_minister_s31(rules: RuleSet) -> None:
    for text in _texts(rules):
        assert not _FORBIDDEN.search(text), text


@pytest.mark.parametrize(
    "text", ["De minister van BZK besluit tot Assen.", "BZK wijst Assen aan."]
)
def test_forbidden_verbs_would_be_seen(text: str) -> None:
    assert _FORBIDDEN.search(text)


def test_sentences_name_known_facts_only(rules: RuleSet) -> None:
    fixed = {"list.randstad", "list.de-vries"} | LOCAL_FIELDS
    for rule in rules.rules:
        day = rule.valid_from
        case = Case(id="c", number="", title="", judged_on=day)
        known = set(assess(case, [], rules, day).facts) | fixed
        known |= {f"answer.{q.key}" for q in rules.questions if q.holds_on(day)}
        for sentence in rule.says.values():
            assert set(fields_of(sentence)) <= known, f"{rule.key}: {sentence}"


def test_sentences_are_named_after_an_outcome(rules: RuleSet) -> None:
    for rule in rules.rules:
        for says in rule.says:
            assert outcome_of(says) in Outcome


def test_every_verdict_of_a_judged_rule_has_a_sentence(rules: RuleSet) -> None:
    assert find_judged.__doc__
    for question in rules.questions:
        rule = next(
            one
            for one in rules.rules
            if one.key == question.rule and one.holds_on(question.valid_from)
        )
        worded = {says.partition("-")[2] for says in rule.says}
        verdicts = {option.key for option in question.options}
        if rule.key != "labour-scan" and verdicts & worded:
            follow_ups = {"bound"}
            assert verdicts <= worded | follow_ups, question.key


def test_bodies_have_known_grounds_and_departments_and_prisons_have_none(
    rules: RuleSet,
) -> None:
    grounds = {body.key: body.ground for body in rules.bodies}
    assert set(grounds.values()) == _GROUNDS
    assert grounds["kerndepartement"] == grounds["dji"] == ""


def test_every_normative_sentence_is_covered_or_excused(rows: list[CoverageRow]) -> None:
    for row in rows:
        assert not row.is_normative or bool(row.covered_by) != bool(row.reason), row.number


def test_every_cited_sentence_exists(rules: RuleSet, rows: list[CoverageRow]) -> None:
    numbers = {row.number for row in rows}
    assert numbers == set(range(1, 118))
    for instrument in load_instruments().values():
        assert set(instrument.source.sentences) <= numbers, instrument.key
    for _, entry in _entries(rules):
        if entry.source.document == "kst-31490-337":
            assert set(entry.source.sentences) <= numbers, entry.key


def test_everything_that_covers_exists(rules: RuleSet, rows: list[CoverageRow]) -> None:
    known = {f"{kind[:-1]}:{one.key}" for kind, one in _entries(rules)}
    known |= {f"body:{body.key}" for body in rules.bodies}
    known |= {f"letter:{section}" for section in LETTER_SECTIONS}
    known |= {f"instrument:{key}" for key in load_instruments()}
    known |= {f"page:{place.key}" for place in destinations()}
    assert {key for row in rows for key in row.covered_by} <= known


def test_every_entry_is_dutch_words_and_no_template_slips_through(rules: RuleSet) -> None:
    place = Location(id="l", case_id="c", position=1, name="VOORBEELD")
    case = Case(id="c", number="", title="", judged_on=date(2024, 6, 1))
    found = assess(case, [], rules, date(2024, 6, 1), locations=[place]).findings
    assert all("{" not in finding.statement for finding in found)
