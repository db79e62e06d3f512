"""Gathers every fact a letter may name: of the case, the answers and the findings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from workbench.domain.answer import Answer
from workbench.domain.case import Case, Location
from workbench.domain.finding import Asked, AskState, Assessment, Fact, Finding
from workbench.domain.letter import LetterValue, OwnText
from workbench.domain.notation import UNKNOWN, write_date
from workbench.domain.rule import QuestionKind
from workbench.letters.texts import LetterField

_LABEL = re.compile(r"^(Principe \d|Maatregel [a-e]|Adviesbevoegdheid 2018|Arbeidsmarkt): ")


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """What a letter is made from.

    Attributes:
        case: And its assessment; `None` for a letter that is about something else.
        about: Facts of that something else.
        values: What was filled in for this letter.
        own_texts: The advisor's own paragraphs of this letter.
        attachments: Titles of what goes along.
    """

    case: Case | None = None
    assessment: Assessment | None = None
    about: tuple[Fact, ...] = ()
    values: tuple[LetterValue, ...] = ()
    locations: tuple[Location, ...] = ()
    own_texts: tuple[OwnText, ...] = ()
    attachments: tuple[str, ...] = ()

    @property
    def is_sample(self) -> bool:
        return self.case is not None and self.case.is_sample


def collect_facts(
    dossier: Dossier, fields: tuple[LetterField, ...] = ()
) -> dict[str, Fact]:
    """Return the facts by key, those of the assessment first.

    Args:
        fields: Of the kind of letter; what was filled in there becomes a fact too.
    """
    facts: dict[str, Fact] = {}
    added = [*dossier.about, *_filled_in(dossier.values, fields)]
    if dossier.assessment is not None:
        facts |= dossier.assessment.facts
        added += (fact for asked in dossier.assessment.asked for fact in _answered(asked))
        added += (fact for found in dossier.assessment.findings for fact in _found(found))
    added += _preferred(dossier.locations)
    return facts | {fact.key: fact for fact in added}


def _filled_in(
    values: tuple[LetterValue, ...], fields: tuple[LetterField, ...]
) -> Iterator[Fact]:
    origin = "ingevuld bij deze brief"
    for field in fields:
        mine = [one for one in values if one.field == field.key and one.value.strip()]
        if field.kind == "list":
            for number, one in enumerate(mine, start=1):
                key, label = f"letter.{field.key}.{one.id}", f"{field.label} {number}"
                yield Fact(key=key, text=one.value, label=label, origin=origin)
                yield Fact(key=f"{key}.number", text=str(number), label=label)
            continue
        text = mine[0].value if mine else UNKNOWN
        if mine and field.kind == "date":
            text = write_date(date.fromisoformat(text))
        yield Fact(key=f"letter.{field.key}", text=text, label=field.label, origin=origin)


def _answered(asked: Asked) -> Iterator[Fact]:
    answer = asked.answer
    if answer is None or asked.state is AskState.NOT_ASKED:
        return
    option = asked.question.option(answer.verdict)
    value = _shown(asked, answer)
    for part, text in (
        ("verdict", option.text if option else ""),
        ("explanation", answer.explanation),
        ("value", value),
        ("ground", answer.explanation or value),
        ("source", answer.source),
        ("judge", answer.name),
        ("day", write_date(answer.day)),
    ):
        if text:
            yield Fact(
                key=f"answer.{asked.question.key}.{part}",
                text=text,
                label=asked.question.text,
                origin=f"{answer.name}, {write_date(answer.day)}",
            )


def _shown(asked: Asked, answer: Answer) -> str:
    if asked.question.kind is QuestionKind.DATE and answer.value:
        return write_date(date.fromisoformat(answer.value))
    return answer.value


def _found(finding: Finding) -> Iterator[Fact]:
    plain = _LABEL.sub("", finding.statement, count=1)
    for key, text in (
        (f"finding.{finding.rule}", finding.statement),
        (f"finding.{finding.rule}.plain", plain[:1].upper() + plain[1:]),
        (finding.rule.replace("principle-", "principle.") + ".title", finding.title),
    ):
        origin = finding.source.title
        yield Fact(key=key, text=text, label=finding.title, origin=origin)


def _preferred(locations: tuple[Location, ...]) -> Iterator[Fact]:
    for place in locations:
        if place.is_preferred:
            yield Fact(
                key="location.preferred",
                text=place.name,
                label="Voorkeurslocatie",
                origin="vergelijking van locaties",
            )
