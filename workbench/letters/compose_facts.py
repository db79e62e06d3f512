"""Gathers every fact a letter may name: of the case, the answers and the findings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from workbench.domain.answer import Answer
from workbench.domain.case import Case, Location
from workbench.domain.finding import Asked, AskState, Assessment, Fact, Finding
from workbench.domain.letter import OwnText
from workbench.domain.notation import write_date
from workbench.domain.rule import QuestionKind

_LABEL = re.compile(r"^(Principe \d|Maatregel [a-e]|Adviesbevoegdheid 2018|Arbeidsmarkt): ")


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """What a letter is made from.

    Attributes:
        own_texts: The advisor's own paragraphs of this letter.
        attachments: Titles of what goes along.
    """

    case: Case
    assessment: Assessment
    locations: tuple[Location, ...] = ()
    own_texts: tuple[OwnText, ...] = ()
    attachments: tuple[str, ...] = ()


def collect_facts(dossier: Dossier) -> dict[str, Fact]:
    """Return the facts by key, those of the assessment first."""
    added = [
        *(fact for asked in dossier.assessment.asked for fact in _answered(asked)),
        *(fact for found in dossier.assessment.findings for fact in _found(found)),
        *_preferred(dossier.locations),
    ]
    return dossier.assessment.facts | {fact.key: fact for fact in added}


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
