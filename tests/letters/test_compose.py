"""How findings and texts become the values of a letter."""

import tomllib
from pathlib import Path

import pytest

from workbench.domain.errors import RulesInvalidError
from workbench.domain.finding import LetterKind
from workbench.letters.texts import load_texts
from workbench.paths import resource

GOOD = """
kind = "proposal"
title = "Voorstel"
name = "het voorstel"
verb = "stel voor"
subject = "Voorstel {case.title}"
salutation = "Geachte heer, mevrouw,"
closing = ["Hoogachtend,"]
section = [{ key = "vervolg", title = "Vervolg" }]
[[block]]
key = "slot"
section = "vervolg"
when = ["finding:measure-b=due"]
text = "Ik hoor graag van u over {case.service}."
"""


def test_every_kind_has_texts() -> None:
    texts = load_texts(resource("letters"))

    assert set(texts) == set(LetterKind)


@pytest.mark.parametrize(
    "name", sorted(path.name for path in resource("letters").glob("*.toml"))
)
def test_block_keys_are_used_once(name: str) -> None:
    table = tomllib.loads(resource("letters", name).read_text(encoding="utf-8"))

    keys = [block["key"] for block in table["block"]]

    assert len(keys) == len(set(keys))


def test_s07_a_proposal_never_says_advice() -> None:
    text = load_texts(resource("letters"))[LetterKind.PROPOSAL]

    words = " ".join([text.subject, *(block.text for block in text.blocks)]).lower()

    assert "advies" not in words
    assert "adviseer" not in words


def test_s06_an_advice_never_says_proposal() -> None:
    text = load_texts(resource("letters"))[LetterKind.LOCATION_ADVICE]

    words = " ".join([text.subject, *(block.text for block in text.blocks)]).lower()

    assert "stel voor" not in words
    assert "voorstel" not in words


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Ik hoor graag", "Ik besluit hierover en hoor graag"),
        ("finding:measure-b=due", "finding:measure-b=misschien"),
        ("finding:measure-b=due", "als het regent"),
        ('section = "vervolg"\nwhen', 'section = "slotakkoord"\nwhen'),
        ("{case.service}", "{case service}"),
        ("Ik hoor graag van u over {case.service}.", ""),
        ('kind = "proposal"', 'kind = "besluit"'),
        ("[[block]]", "[[block"),
    ],
)
def test_a_wrong_text_is_named_when_it_is_read(tmp_path: Path, old: str, new: str) -> None:
    (tmp_path / "proposal.toml").write_text(GOOD.replace(old, new), encoding="utf-8")

    with pytest.raises(RulesInvalidError) as caught:
        load_texts(tmp_path)

    assert caught.value.facts["path"] == tmp_path / "proposal.toml"


def test_an_office_can_lay_its_own_text_over_ours(tmp_path: Path) -> None:
    (tmp_path / "proposal.toml").write_text(GOOD, encoding="utf-8")

    texts = load_texts(resource("letters"), tmp_path)

    assert [block.key for block in texts[LetterKind.PROPOSAL].blocks] == ["slot"]
    assert len(texts[LetterKind.LOCATION_ADVICE].blocks) > 40
