"""The letter is cut into sentences that keep their number, and each says what covers it."""

from pathlib import Path

import pytest

from workbench.domain.errors import RulesInvalidError
from workbench.domain.rule import RuleSet
from workbench.rules.covering import coverage, covering_keys, sentences_of
from workbench.rules.sentences import (
    SentenceKind,
    index_sentences,
    sentence_sha256,
    split_sentences,
)

_LETTER = """Briefhoofd dat niet meetelt

Utrecht, 1 mei 2030

Dit is zin een<sup>1</sup>. Dit is nr. 2 van H.M. Voorbeeld. Deze zin breekt af en

<sup>1</sup> Eerste noot

loopt door op de volgende bladzijde.

#### *Tweede kop*

Er zijn punten:

- een punt; met meer;
- nog een punt.

- a. Maatregel: dit. En dat.

De Minister van Voorbeelden,
V. Voorbeeld

Titel van de kaart

-  < 5%
-  > 20%
"""


def test_sentences_are_cut_as_documented() -> None:
    kinds = [(kind, text) for kind, _, text in split_sentences(_LETTER)]

    assert [text for kind, text in kinds if kind is SentenceKind.BODY] == [
        "Dit is zin een.",
        "Dit is nr. 2 van H.M. Voorbeeld.",
        "Deze zin breekt af en loopt door op de volgende bladzijde.",
        "Er zijn punten:",
    ]
    assert (SentenceKind.MEASURE, "a. Maatregel: dit. En dat.") in kinds
    assert (SentenceKind.BULLET, "een punt; met meer;") in kinds
    assert [text for kind, text in kinds if kind is SentenceKind.ANNEX] == [
        "Titel van de kaart",
        "< 5%",
        "> 20%",
    ]


def test_footnotes_are_numbered_after_the_body() -> None:
    index = index_sentences(_LETTER)

    assert [one.number for one in index] == list(range(1, 12))
    assert index[7].kind is SentenceKind.FOOTNOTE
    assert index[4].heading == "Tweede kop"


def test_hash_does_not_see_line_breaks() -> None:
    assert sentence_sha256("een  twee\ndrie") == sentence_sha256("een twee drie")


def test_coverage_reads_both_ways(rules: RuleSet) -> None:
    rows = coverage(rules)

    assert len(rows) == 117
    assert "rule:measure-a" in rows[54].covered_by
    assert 55 in [row.number for row in sentences_of(rows, "rule:measure-a")]
    assert "letter:drempel" in covering_keys(rows)
    assert all(len(row.sha256) == 64 and row.about for row in rows)


def test_coverage_of_another_document_is_refused(rules: RuleSet, tmp_path: Path) -> None:
    for name, document in {"sentences-31490-337": "a", "coverage": "b"}.items():
        text = f'document = "{document}"\n'
        (tmp_path / f"{name}.toml").write_text(text, encoding="utf-8")

    with pytest.raises(RulesInvalidError):
        coverage(rules, tmp_path)
