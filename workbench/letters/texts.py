"""Reads the text blocks of letters from `resources/letters/` and checks them.

A block is data: a section, a condition on findings, and a text with named facts in
braces. An office can lay its own files over the shipped ones, one file per kind.
"""

import hashlib
import re
import tomllib
from dataclasses import dataclass
from pathlib import Path

from workbench.domain.errors import RulesInvalidError
from workbench.domain.finding import LetterKind
from workbench.domain.letter import BlockKind
from workbench.letters.conditions import fault_in_condition

PLACEHOLDER = re.compile(r"\{([a-z][a-z0-9_.#-]*)\}", re.IGNORECASE)
_FORBIDDEN = re.compile(r"\b(besluit(en|t)?|beslist|bepaalt)\b", re.IGNORECASE)
_BUILDERS = frozenset({"distribution", "alternatives", "change_map"})
_REPEATS = frozenset({"", "principle", "location"})


@dataclass(frozen=True, slots=True, kw_only=True)
class TextBlock:
    """One generated block.

    Attributes:
        key: Address within the letter; "#" in it takes the number of a repeat.
        builder: Name of a table or figure that is built from facts; empty for text.
        repeat: "principle" or "location" when the block returns for each of them.
        heading: Heading of level 3 above the block; empty for none.
        is_item: Becomes an item of a list with its neighbours.
        when: Conditions that must all hold (`conditions.py`).
    """

    key: str
    section: str
    text: str
    kind: BlockKind
    rule: str
    when: tuple[str, ...]
    builder: str
    repeat: str
    heading: str
    is_bold: bool
    is_item: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterText:
    """All texts of one kind of letter.

    Attributes:
        sections: Key and title, in the order of the letter.
        verb: The verb of the kind, "adviseer" or "stel voor".
    """

    kind: LetterKind
    subject: str
    verb: str
    salutation: str
    closing: tuple[str, ...]
    sections: tuple[tuple[str, str], ...]
    blocks: tuple[TextBlock, ...]
    sha256: str
    content: bytes = b""

    def section_of(self, block_key: str) -> str:
        """Return the section a generated block belongs to, or "" for an unknown key."""
        plain = re.sub(r"-\d+$", "-#", block_key)
        for block in self.blocks:
            if block.key in (block_key, plain):
                return block.section
        return ""


def load_texts(folder: Path, override: Path | None = None) -> dict[LetterKind, LetterText]:
    """Return the texts of every kind, an office's own file taking the place of ours.

    Raises:
        RulesInvalidError: A file is no TOML, or an entry is wrong.
    """
    texts = {}
    for path in sorted(folder.glob("*.toml")):
        own = override / path.name if override else None
        chosen = own if own is not None and own.exists() else path
        text = read_text(chosen.read_bytes(), chosen)
        texts[text.kind] = text
    return texts


def read_text(raw: bytes, path: Path) -> LetterText:
    """Return the texts in a file.

    Raises:
        RulesInvalidError: Something in it is wrong.
    """
    try:
        table = tomllib.loads(raw.decode("utf-8"))
        sections = tuple((entry["key"], entry["title"]) for entry in table["section"])
        blocks = tuple(_block(path, entry, dict(sections)) for entry in table["block"])
        return LetterText(
            kind=LetterKind(table["kind"]),
            subject=table["subject"],
            verb=table["verb"],
            salutation=table["salutation"],
            closing=tuple(table["closing"]),
            sections=sections,
            blocks=blocks,
            sha256=hashlib.sha256(raw).hexdigest(),
            content=raw,
        )
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, KeyError, ValueError) as error:
        raise RulesInvalidError(path=path, entry="", detail=str(error)) from error


def _block(path: Path, entry: dict[str, object], sections: dict[str, str]) -> TextBlock:
    block = TextBlock(
        key=str(entry["key"]),
        section=str(entry["section"]),
        text=str(entry.get("text", "")).strip(),
        kind=BlockKind(str(entry.get("kind", "feit"))),
        rule=str(entry.get("rule", "")),
        when=_conditions(entry.get("when", [])),
        builder=str(entry.get("builder", "")),
        repeat=str(entry.get("repeat", "")),
        heading=str(entry.get("heading", "")),
        is_bold=bool(entry.get("bold", False)),
        is_item=bool(entry.get("item", False)),
    )
    if fault := _fault_in_block(block, sections):
        raise RulesInvalidError(path=path, entry=block.key, detail=fault)
    return block


def _conditions(listed: object) -> tuple[str, ...]:
    if not isinstance(listed, list):
        raise ValueError("'when' must be a list")
    return tuple(str(condition) for condition in listed)


def _fault_in_block(block: TextBlock, sections: dict[str, str]) -> str:
    if block.section not in sections:
        return f"onbekende sectie {block.section!r}"
    if block.repeat not in _REPEATS or (block.builder and block.builder not in _BUILDERS):
        return "onbekende herhaling of opbouw"
    if not block.text and not block.builder and not block.heading:
        return "de tekst is leeg"
    if forbidden := _FORBIDDEN.search(block.text):
        return f"verboden werkwoord {forbidden[0]!r}"
    if "{" in PLACEHOLDER.sub("", block.text):
        return "een accolade zonder geldig feit"
    return next(filter(None, map(fault_in_condition, block.when)), "")
