"""Numbers the sentences of a letter, so that rules can cite them without its text.

The text itself is not shipped: of every sentence only its number, its section and the
SHA-256 of its words are kept. Whoever has the letter can make the index again with
`index_sentences` and compare.

How the text is cut up:

* everything up to and including the line with place and date is letterhead;
* a footnote starts with its number in `<sup>`; footnotes are numbered after the body;
* a paragraph that a page end or footnotes broke off goes on in the next paragraph;
* every bullet is one sentence, however many full stops it holds; "- a." is a measure;
* what follows the signature is annex, one sentence per paragraph or bullet;
* elsewhere a sentence ends at a full stop, question mark or colon at the end of a
  paragraph, or at a full stop before a capital, unless an abbreviation ends there.
"""

import hashlib
import re
from dataclasses import dataclass
from enum import StrEnum

_DATELINE = re.compile(r"^[A-Z][\w' -]+, \d{1,2} [a-z]+ \d{4}$")
_FOOTNOTE = re.compile(r"^<sup>(\d+)</sup>\s*(.*)$")
_MARKS = re.compile(r"<sup>\d+</sup>|[*_]{1,3}|^#+\s*")
_BULLET = re.compile(r"^-\s+")
_MEASURE = re.compile(r"^[a-e]\. ")
_END = re.compile(r"(?<=[.!?])\s+(?=[A-Z\u00c0-\u00de«])")
_ABBREVIATED = re.compile(r"\b(nr|jl|d\.d|[A-Z](\.[A-Z])*)\.$")
_SIGNED = re.compile(r"^De (Minister|Staatssecretaris) van ")


class SentenceKind(StrEnum):
    """Where in a letter a sentence stands."""

    BODY = "body"
    BULLET = "bullet"
    MEASURE = "measure"
    FOOTNOTE = "footnote"
    ANNEX = "annex"


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexedSentence:
    """One sentence, known by its number and the hash of its words.

    Attributes:
        heading: Heading it stands under; empty before the first one.
        sha256: Of the text with every run of white space made one space.
    """

    number: int
    kind: SentenceKind
    heading: str
    sha256: str


def sentence_sha256(text: str) -> str:
    """Return the hash by which a sentence is known, whatever its line breaks."""
    return hashlib.sha256(" ".join(text.split()).encode()).hexdigest()


def index_sentences(text: str) -> list[IndexedSentence]:
    """Return the sentences of a letter in Markdown: body, then footnotes, then annex."""
    order = {SentenceKind.FOOTNOTE: 1, SentenceKind.ANNEX: 2}
    ordered = sorted(split_sentences(text), key=lambda found: order.get(found[0], 0))
    return [
        IndexedSentence(
            number=number, kind=kind, heading=heading, sha256=sentence_sha256(sentence)
        )
        for number, (kind, heading, sentence) in enumerate(ordered, start=1)
    ]


def split_sentences(text: str) -> list[tuple[SentenceKind, str, str]]:
    """Return kind, heading and words of every sentence, in the order of the text."""
    found: list[tuple[SentenceKind, str, str]] = []
    heading, broken_off, is_signed = "", "", False
    for block in _after_letterhead(text):
        plain = _plain(block)
        if match := _FOOTNOTE.match(block):
            found.append((SentenceKind.FOOTNOTE, match[1], _plain(match[2])))
        elif block.startswith("#"):
            heading = plain
        elif is_signed or _BULLET.match(block):
            found += _listed(block, heading, is_annex=is_signed)
        elif _SIGNED.match(plain) and not broken_off:
            is_signed = True
        else:
            plain = f"{broken_off} {plain}".strip()
            broken_off = "" if plain.endswith((".", "!", "?", ":")) else plain
            whole = [] if broken_off else _cut(plain)
            found += [(SentenceKind.BODY, heading, sentence) for sentence in whole]
    return found


def _plain(block: str) -> str:
    return " ".join(_MARKS.sub("", block).split())


def _listed(
    block: str, heading: str, *, is_annex: bool
) -> list[tuple[SentenceKind, str, str]]:
    """Return one sentence per bullet; a block of the annex without bullets is one."""
    items = [_plain(_BULLET.sub("", item)) for item in re.split(r"\n(?=-\s)", block)]
    if is_annex:
        return [(SentenceKind.ANNEX, "", item) for item in items]
    return [
        (
            SentenceKind.MEASURE if _MEASURE.match(item) else SentenceKind.BULLET,
            heading,
            item,
        )
        for item in items
    ]


def _after_letterhead(text: str) -> list[str]:
    blocks = [block.strip() for block in re.split(r"\n\s*\n", text)]
    blocks = [block for block in blocks if block.strip("- ")]
    dated = [at for at, block in enumerate(blocks) if _DATELINE.match(block)]
    return blocks[dated[0] + 1 :] if dated else blocks


def _cut(paragraph: str) -> list[str]:
    sentences: list[str] = []
    for piece in _END.split(paragraph):
        if sentences and _ABBREVIATED.search(sentences[-1]):
            sentences[-1] += f" {piece}"
        else:
            sentences.append(piece)
    return sentences
