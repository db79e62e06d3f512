"""Shows for every sentence of the letter what covers it, and the other way round."""

import tomllib
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from workbench.domain.errors import RulesInvalidError
from workbench.domain.rule import Citation, RuleSet
from workbench.rules.entries import Entry, Table
from workbench.rules.instruments import load_instruments
from workbench.rules.loading import rules_folder
from workbench.rules.sentences import SentenceKind

LETTER_SECTIONS = (
    *("aanleiding", "wijziging", "drempel", "cijfers", "regio"),
    *("alternatieven", "arbeidsmarkt", "principes", "advies", "vervolg"),
)
_INDEX = "sentences-31490-337.toml"
_COVERAGE = "coverage.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverageRow:
    """One sentence of the letter and what covers it.

    Attributes:
        about: What it is about, in our own words; the sentence itself is not shipped.
        is_normative: Whether it asks or allows something, so that it must be covered.
        covered_by: Such as "rule:measure-a", "question:p1" or "letter:drempel".
        reason: Why it is deliberately not covered; empty when it is.
    """

    number: int
    kind: SentenceKind
    heading: str
    about: str
    sha256: str
    is_normative: bool
    covered_by: tuple[str, ...] = ()
    reason: str = ""


def coverage(rules: RuleSet, folder: Path | None = None) -> list[CoverageRow]:
    """Return every sentence in the order of its number.

    Raises:
        RulesInvalidError: The index or the coverage file is wrong.
    """
    where = folder or rules_folder()
    document, sentences = _read(where / _INDEX)
    other, remarks = _read(where / _COVERAGE)
    if other != document:
        raise RulesInvalidError(
            path=str(where / _COVERAGE), entry=other, detail="another document"
        )
    cited = citing_entries(rules, document)
    reasons: dict[int, str] = {}
    for remark in remarks:
        number = remark.number("number")
        reasons[number] = remark.text("not_covered", "")
        cited[number] += [key for key in remark.texts("covers") if key not in cited[number]]
        remark.finish()
    return [
        _row(entry, cited[entry.number("number")], reasons.get(entry.number("number"), ""))
        for entry in sentences
    ]


def citing_entries(rules: RuleSet, document: str) -> dict[int, list[str]]:
    """Return per sentence the entries of any period that cite it, each once."""
    kinds = {
        "framework": rules.frameworks,
        "rule": rules.rules,
        "setting": rules.settings,
        "list": rules.lists,
        "body": rules.bodies,
        "question": rules.questions,
    }
    cited: dict[int, list[str]] = defaultdict(list)
    for kind, entries in kinds.items():
        for entry in entries:
            _note(cited, f"{kind}:{entry.key}", entry.source, document)
    for instrument in load_instruments().values():
        _note(cited, f"instrument:{instrument.key}", instrument.source, document)
    return cited


def sentences_of(rows: list[CoverageRow], key: str) -> list[CoverageRow]:
    """Return the sentences that `key`, such as "rule:measure-a", covers."""
    return [row for row in rows if key in row.covered_by]


def covering_keys(rows: list[CoverageRow]) -> list[str]:
    """Return everything that covers a sentence, by name, for the view the other way."""
    return sorted({key for row in rows for key in row.covered_by})


def _note(cited: dict[int, list[str]], key: str, source: Citation, document: str) -> None:
    for number in source.sentences if source.document == document else ():
        if key not in cited[number]:
            cited[number].append(key)


def _row(entry: Entry, covered_by: list[str], reason: str) -> CoverageRow:
    row = CoverageRow(
        number=entry.number("number"),
        kind=SentenceKind(entry.text("kind")),
        heading=entry.text("heading"),
        about=entry.text("about"),
        sha256=entry.text("sha256"),
        is_normative=entry.flag("normative", False),
        covered_by=tuple(covered_by),
        reason=reason,
    )
    entry.finish()
    return row


def _read(path: Path) -> tuple[str, list[Entry]]:
    try:
        tables: Table = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise RulesInvalidError(path=str(path), entry="", detail=str(error)) from error
    listed = cast("list[Table]", tables.get("sentence", []))
    entries = [Entry(path, {"key": f"zin {one.get('number')}", **one}) for one in listed]
    return str(tables.get("document", "")), entries
