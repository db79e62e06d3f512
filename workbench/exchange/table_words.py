"""Knows the words with which tables name places, sectors, organisations and staff.

A word means something or it is unknown: near misses are suggestions for the user, who
decides; what was decided before comes in as `learned`.
"""

import difflib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from workbench.domain.delivery import ALL_SECTORS, WHOLE_COUNTRY, Notion, Staff
from workbench.domain.place import PROVINCES, find_province
from workbench.exchange.wording import SECTOR_ALIASES, SECTORS, fold_words

SKIPPED = "-"
TOTAL = "totaal"
_ENOUGH_ALIKE = 0.6
_BRACKETED = re.compile(r"^(.+?)\s*\(([^()]+)\)$")
_PREFIX = re.compile(
    r"^(provincie|prov\.?|sector|corop(-?gebied|-?regio)?)\s+", re.IGNORECASE
)
_TOTALS = (
    "totaal",
    "totalen",
    "eindtotaal",
    "generaal totaal",
    "totaal generaal",
    "som",
    "totaal fte",
)


class WordKind(StrEnum):
    """What a word in a table can name; the store keeps learned words under it."""

    PLACE = "place"
    SECTOR = "sector"
    ORGANISATION = "organisation"
    STAFF = "staff"
    NOTION = "notion"
    MEASURE = "measure"


_WORDS: dict[WordKind, dict[str, tuple[str, ...]]] = {
    WordKind.PLACE: {
        WHOLE_COUNTRY: (
            *_TOTALS,
            "Nederland",
            "NL",
            "Totaal Nederland",
            "Totaal NL",
            "Nederland totaal",
            "Heel Nederland",
            "Landelijk",
            "Landelijk totaal",
            "Rijk",
            "Alle provincies",
            "Totaal provincies",
        ),
        SKIPPED: (
            "Randstad",
            "Totaal Randstad",
            "Buiten de Randstad",
            "Buiten Randstad",
            "Niet-Randstad",
            "Overig Nederland",
            "Rest van Nederland",
            "Noord-Nederland",
            "Oost-Nederland",
            "Zuid-Nederland",
            "West-Nederland",
        ),
    },
    WordKind.SECTOR: {
        ALL_SECTORS: (*_TOTALS, "Alle sectoren", "Totaal sectoren", "Sectoren totaal"),
        "ministeries": ("Ministerie", "Departementen"),
        "nationale_politie": ("Politie",),
        "dji": ("Justitie", "Justitiële inrichtingen", "Gevangenissen"),
        "zbo": ("Zelfstandig bestuursorgaan", "zbo's", "Bestuursorgaan"),
        "rechtspraak": ("Rechterlijke macht", "De Rechtspraak"),
    },
    WordKind.STAFF: {
        Staff.CIVIL: (
            "Rijksambtenaar",
            "Ambtenaren",
            "Ambtelijk",
            "Ambtelijk personeel",
            "Intern",
            "Internen",
            "Exclusief externen",
            "Excl. externen",
        ),
        Staff.EXTERNAL: ("Extern", "Externe inhuur", "Inhuur", "Extern personeel"),
        Staff.BOTH: (
            *_TOTALS,
            "Ambtenaren en externen",
            "Intern en extern",
            "Inclusief externen",
            "Incl. externen",
        ),
    },
    WordKind.NOTION: {
        Notion.PLACE_OF_WORK: ("Tewerkstelling", "Tewerkstellingsplaats"),
        Notion.HOME: ("Thuiswerk", "Thuiswerken", "Thuiswerkplek"),
    },
    WordKind.ORGANISATION: {TOTAL: _TOTALS},
    WordKind.MEASURE: {
        "inwoners": ("Aantal inwoners", "Inwoneraantal", "Inwonertal", "Bevolking"),
        "banen": ("Aantal banen", "Totaal aantal banen", "Totaal banen"),
    },
}
_NAMES: dict[WordKind, dict[str, str]] = {
    WordKind.PLACE: {p.code: p.name for p in PROVINCES} | {WHOLE_COUNTRY: "Nederland"},
    WordKind.SECTOR: {str(key): name for key, name in SECTORS.items()}
    | {ALL_SECTORS: "Alle sectoren samen"},
    WordKind.STAFF: {str(one): str(one) for one in Staff},
    WordKind.NOTION: {str(one): str(one) for one in Notion},
    WordKind.MEASURE: {"inwoners": "inwoners", "banen": "banen"},
    WordKind.ORGANISATION: {},
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """What an unknown word may mean; `name` is shown, `target` is learned."""

    target: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """All words that mean something in a table, folded.

    Attributes:
        words: Folded word → code, per kind; `SKIPPED` for what is left out.
        names: Code → name to show, per kind.
        sectors_of: Organisation → its sector, for tables without a column of sectors.
    """

    words: Mapping[WordKind, Mapping[str, str]]
    names: Mapping[WordKind, Mapping[str, str]]
    sectors_of: Mapping[str, str] = field(default_factory=dict)

    def find(self, kind: WordKind, text: str) -> str | None:
        """Return the code that `text` means, `SKIPPED`, or `None`; never by guessing."""
        known = self.words[kind]
        folded = fold_word(text)
        if folded in known:
            return known[folded]
        if kind is WordKind.ORGANISATION:
            return None
        bare = _PREFIX.sub("", text.strip())
        match = _BRACKETED.match(bare)
        if match is None:
            return known.get(fold_word(bare))
        outside, inside = (known.get(fold_word(part)) for part in match.groups())
        is_same = inside == outside or fold_word(match[2]) in ("pv", "prov", "provincie")
        return outside if is_same else None

    def suggest(self, kind: WordKind, text: str, most: int = 3) -> tuple[Suggestion, ...]:
        """Return what `text` looks like, the most alike first."""
        alike = difflib.get_close_matches(
            fold_word(text), list(self.words[kind]), n=most * 3, cutoff=_ENOUGH_ALIKE
        )
        targets = dict.fromkeys(self.words[kind][word] for word in alike)
        targets.pop(SKIPPED, None)
        return tuple(
            Suggestion(target=target, name=self.names[kind].get(target, target))
            for target in list(targets)[:most]
        )


def build_vocabulary(
    *,
    regions: Mapping[str, str] | None = None,
    organisations: Iterable[tuple[str, str]] = (),
    sectors_of: Mapping[str, str] | None = None,
    learned: Mapping[tuple[str, str], str] | None = None,
) -> Vocabulary:
    """Return the words of the office with those of the register and those learned.

    Args:
        regions: NUTS-3 code → name.
        organisations: (name, id); a name of two organisations means neither.
        sectors_of: Organisation id → sector.
        learned: (kind, folded word) → code, or `SKIPPED`; goes before all others.
    """
    words = {kind: _usual_words(kind) for kind in WordKind}
    names = {kind: dict(of_kind) for kind, of_kind in _NAMES.items()}
    for code, name in (regions or {}).items():
        for word in (code, name):
            words[WordKind.PLACE].setdefault(fold_word(word), code)
        names[WordKind.PLACE].setdefault(code, name)
    doubles: set[str] = set()
    for name, identifier in organisations:
        folded = fold_word(name)
        if words[WordKind.ORGANISATION].setdefault(folded, identifier) != identifier:
            doubles.add(folded)
        names[WordKind.ORGANISATION].setdefault(identifier, name)
    for folded in doubles:
        del words[WordKind.ORGANISATION][folded]
    for (kind, folded), target in (learned or {}).items():
        words[WordKind(kind)][folded] = target
    return Vocabulary(words=words, names=names, sectors_of=sectors_of or {})


def fold_word(text: str) -> str:
    """Return a word without case, accents, spaces and signs, as learned words are kept."""
    return fold_words(text).replace(" ", "")


def _usual_words(kind: WordKind) -> dict[str, str]:
    known: dict[str, str] = {}
    for target, name in _NAMES[kind].items():
        known[fold_word(name)] = known[fold_word(target)] = target
    for target, words in _WORDS[kind].items():
        known.update({fold_word(word): target for word in words})
    if kind is WordKind.SECTOR:
        known.update({word: str(sector) for word, sector in SECTOR_ALIASES.items()})
    if kind is WordKind.PLACE:
        for province in PROVINCES:
            for word in (province.iso, province.nuts, *province.aliases):
                found = find_province(word) or province
                known.setdefault(fold_word(word), found.code)
    return known
