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
_REPEATS = frozenset({"", "principle", "location", "finding"})
_FIELD_KINDS = frozenset({"text", "long", "date", "list"})
_ABOUT = re.compile(r"case|request|itself|record:[a-z_]+")
_RECORDS = re.compile(r"records:[a-z_]+")
_FACT_TABLE = re.compile(r"facts:[a-z_]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class TextBlock:
    """One generated block.

    Attributes:
        key: Address within the letter; "#" in it takes the number of a repeat.
        builder: Name of a table or figure that is built from facts; "facts:" and the
            first part of their keys for a table of facts; empty for text.
        repeat: "principle", "location" or "finding" when the block returns for each of
            them, "field:" and the key of a list that is filled in, or "records:" and the
            key of an instrument.
        heading: Heading of level 3 above the block; empty for none.
        is_item: Becomes an item of a list with its neighbours.
        needs_own: The advisor must write own text below it before sealing.
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
    needs_own: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterField:
    """Something that is filled in for one letter; it becomes the fact "letter.<key>".

    Attributes:
        kind: "text", "long", "date", or "list" for any number of texts.
    """

    key: str
    label: str
    kind: str = "text"
    hint: str = ""
    is_required: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterText:
    """All texts of one kind of letter.

    Attributes:
        title: What the kind is called, such as "Locatieadvies".
        name: The same inside a sentence, such as "het locatieadvies".
        about: What such a letter can be about: "case", "request", "itself", or "record:"
            and the key of an instrument.
        follows: It follows from the findings, and open ones stop its sealing.
        recipient: Fixed addressee; empty for that of the case or request.
        signed_by: "minister" or "handler".
        document_name: Stands large above a note; empty for a letter.
        sections: Key and title, in the order of the letter; no title is no heading.
        verb: The verb of the kind, "adviseer" or "stel voor".
    """

    kind: LetterKind
    title: str
    name: str
    about: tuple[str, ...]
    follows: bool
    recipient: tuple[str, ...]
    signed_by: str
    document_name: str
    fields: tuple[LetterField, ...]
    subject: str
    verb: str
    salutation: str
    closing: tuple[str, ...]
    sections: tuple[tuple[str, str], ...]
    blocks: tuple[TextBlock, ...]
    sha256: str
    content: bytes = b""

    def field(self, key: str) -> LetterField:
        """Return a field; a `LookupError` when there is none."""
        for field in self.fields:
            if field.key == key:
                return field
        raise LookupError(key)

    def section_of(self, block_key: str) -> str:
        """Return the section a generated block belongs to, or "" for an unknown key."""
        block = self.block(block_key)
        return block.section if block else ""

    def block(self, made_key: str) -> TextBlock | None:
        """Return the text block that a generated block was made of."""
        for block in self.blocks:
            if block.key == made_key or _has_shape(block.key, made_key):
                return block
        return None


def _has_shape(key: str, made: str) -> bool:
    head, mark, tail = key.partition("#")
    return bool(mark) and made.startswith(head) and made.endswith(tail)


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
        fields = tuple(_field(path, entry) for entry in table.get("field", []))
        known = _Known(dict(sections), frozenset(one.key for one in fields))
        blocks = tuple(_block(path, entry, known) for entry in table["block"])
        return LetterText(
            kind=LetterKind(table["kind"]),
            title=table["title"],
            name=table["name"],
            about=_about(path, table.get("about", ["case"])),
            follows=bool(table.get("follows", False)),
            recipient=tuple(table.get("recipient", ())),
            signed_by=table.get("signed_by", "minister"),
            document_name=table.get("document_name", ""),
            fields=fields,
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


@dataclass(frozen=True, slots=True)
class _Known:
    """What blocks of one file can refer to."""

    sections: dict[str, str]
    fields: frozenset[str]


def _about(path: Path, listed: list[str]) -> tuple[str, ...]:
    if not listed or not all(map(_ABOUT.fullmatch, listed)):
        raise RulesInvalidError(path=path, entry="about", detail="onbekend onderwerp")
    return tuple(listed)


def _field(path: Path, entry: dict[str, object]) -> LetterField:
    field = LetterField(
        key=str(entry["key"]),
        label=str(entry["label"]),
        kind=str(entry.get("kind", "text")),
        hint=str(entry.get("hint", "")),
        is_required=bool(entry.get("required", True)),
    )
    if field.kind not in _FIELD_KINDS:
        detail = f"onbekend soort veld {field.kind!r}"
        raise RulesInvalidError(path=path, entry=field.key, detail=detail)
    return field


def _block(path: Path, entry: dict[str, object], known: _Known) -> TextBlock:
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
        needs_own=bool(entry.get("needs_own", False)),
    )
    if fault := _fault_in_block(block, known):
        raise RulesInvalidError(path=path, entry=block.key, detail=fault)
    return block


def _conditions(listed: object) -> tuple[str, ...]:
    if not isinstance(listed, list):
        raise ValueError("'when' must be a list")
    return tuple(str(condition) for condition in listed)


def _fault_in_block(block: TextBlock, known: _Known) -> str:
    if block.section not in known.sections:
        return f"onbekende sectie {block.section!r}"
    topic, mark, field = block.repeat.partition(":")
    is_repeat = field in known.fields if mark else block.repeat in _REPEATS
    if _RECORDS.fullmatch(block.repeat):
        topic, is_repeat = "field", True
    if (mark and topic != "field") or not is_repeat:
        return f"onbekende herhaling {block.repeat!r}"
    is_table = _FACT_TABLE.fullmatch(block.builder)
    if block.builder and block.builder not in _BUILDERS and not is_table:
        return f"onbekende opbouw {block.builder!r}"
    if not block.text and not block.builder and not block.heading:
        return "de tekst is leeg"
    if forbidden := _FORBIDDEN.search(block.text):
        return f"verboden werkwoord {forbidden[0]!r}"
    if "{" in PLACEHOLDER.sub("", block.text):
        return "een accolade zonder geldig feit"
    return next(filter(None, map(fault_in_condition, block.when)), "")
