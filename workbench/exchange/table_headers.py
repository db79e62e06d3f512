"""Reads the words above a column and the title above a table."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from workbench.domain.delivery import WHOLE_COUNTRY
from workbench.domain.notation import MONTHS, read_date
from workbench.exchange.cells import ReadCell
from workbench.exchange.normalising import clean
from workbench.exchange.table_form import UNIT, Use
from workbench.exchange.table_words import SKIPPED, Vocabulary, WordKind, fold_word

FIRST_YEAR, LAST_YEAR = 1990, 2100
TOTAL = "total"
_DIMENSION_WORDS = {
    Use.PLACE: "provincie provincies regio corop coropgebied coropregio coropplusgebied "
    "plaats gebied provinciecode regiocode nuts nuts3 land",
    Use.SECTOR: "sector sectoren sectornaam",
    Use.ORGANISATION: "organisatie onderdeel organisatieonderdeel dienst ministerie "
    "dienstonderdeel uitvoeringsorganisatie organisaties diensten",
    Use.STAFF: "personeel personeelssoort soortpersoneel",
    Use.NOTION: "locatiebegrip plaatsbegrip telplaats",
    Use.REFERENCE_DATE: "peildatum datum jaar peiljaar peildata jaren",
    Use.HORIZON: "prognosejaar horizon prognosevoor",
    Use.MEASURE: "maat grootheid",
    Use.VALUE: "fte ftes aantalfte aantalftes aantal waarde bezetting bezettinginfte "
    "aantalinfte aantallen fteaantal value",
    Use.IGNORED: "aandeel aandelen groei verschil verandering toename afname mutatie bron "
    "source toelichting opmerking opmerkingen sharepct procent percentage delta nr nummer "
    "vorigelevering personen koppen aantalmedewerkers medewerkers aandeelinprocenten rang",
}
_USES = {word: use for use, words in _DIMENSION_WORDS.items() for word in words.split()}
_KINDS = (
    (Use.SECTOR, WordKind.SECTOR),
    (Use.PLACE, WordKind.PLACE),
    (Use.STAFF, WordKind.STAFF),
    (Use.NOTION, WordKind.NOTION),
    (Use.MEASURE, WordKind.MEASURE),
    (Use.ORGANISATION, WordKind.ORGANISATION),
)
_MONTH = "|".join(MONTHS)
_DAY = re.compile(
    rf"\b\d{{1,2}} (?:{_MONTH}) \d{{4}}\b|\b\d{{1,2}}[-/.]\d{{1,2}}[-/.]\d{{4}}\b"
    r"|\b\d{4}-\d{2}-\d{2}\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b(?:19|20)\d{2}\b")
_FORECAST = re.compile(r"\b(prognose|raming|verwachting|forecast)\b", re.IGNORECASE)
_THOUSAND = re.compile(r"\(?\b(?:[x×*] ?1[. ]?000|duizend(?:tallen)?)\b\)?|[×*] ?1[. ]?000")
_FTE = re.compile(r"\(?\b(?:in |aantal )?fte(?:['’]?s)?\b\)?", re.IGNORECASE)
_FILLERS = re.compile(
    r"\b(?:stand|per|op|peildatum|voor|in|jaar|de|het|aantal)\b", re.IGNORECASE
)
_PARTS = re.compile(r"\s+[-–/|]\s+|\n|:\s|;\s|\\|(?<=\w)/(?=\w)")
_NOTION_HINTS = ("plaats van tewerkstelling", "standplaats")
_TITLE_WORD = re.compile(r"[^\s,.;:()]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """What the words above a column mean, as far as known.

    Attributes:
        fixed: Use → code; `TOTAL` when it is the whole of something yet to be seen.
        is_unknown: There are words, but they mean nothing here.
    """

    use: Use | None = None
    fixed: Mapping[str, str] = field(default_factory=dict)
    is_unknown: bool = False

    @property
    def is_known(self) -> bool:
        return self.use is not None or bool(self.fixed)


def read_heading(cell: ReadCell | None, vocabulary: Vocabulary) -> Heading:
    """Return what one header cell means."""
    value = cell.value if cell else None
    if isinstance(value, date):
        return Heading(fixed={Use.REFERENCE_DATE: _iso(value)})
    if is_year(value):
        return Heading(fixed={Use.REFERENCE_DATE: f"{value}-01-01"})
    if not isinstance(value, str) or clean(value) == "":
        return Heading(is_unknown=value is not None and value != "")
    return _read_words(clean(value), vocabulary)


def join_headings(parts: Sequence[Heading]) -> Heading:
    """Return what header cells above each other mean together."""
    fixed: dict[str, str] = {}
    for part in parts:
        fixed.update(part.fixed)
    uses = [part.use for part in parts if part.use is not None]
    use = next((one for one in (Use.IGNORED, *uses) if one in uses), None)
    if fixed and use not in (None, Use.VALUE, Use.IGNORED):
        use = next((one for one in uses if one is Use.VALUE), None)
    return Heading(use=use, fixed=fixed, is_unknown=any(part.is_unknown for part in parts))


def read_title(lines: Sequence[str], vocabulary: Vocabulary) -> dict[str, str]:
    """Return what the text above a table says of all of it; only what is certain."""
    text = " ".join(clean(line) for line in lines)
    found: dict[str, str] = {}
    days = {day for match in _DAY.findall(text) if (day := _day(match))}
    if len(days) == 1:
        found[Use.REFERENCE_DATE] = days.pop()
    if _THOUSAND.search(text.casefold()):
        found[UNIT] = "1000"
    notions = [hint for hint in _NOTION_HINTS if hint in text.casefold()]
    if len(notions) == 1:
        found[Use.NOTION] = notions[0]
    places = set(_names_in(text, WordKind.PLACE, vocabulary))
    if len(places) == 1:
        found[Use.PLACE] = places.pop()
    measures = set(_names_in(text, WordKind.MEASURE, vocabulary))
    if len(measures) == 1 and "fte" not in text.casefold():
        found[Use.MEASURE] = measures.pop()
    return found


def read_sheet_name(name: str) -> dict[str, str]:
    """Return the date when a sheet is called after one, such as "2023"."""
    plain = clean(name)
    if _YEAR.fullmatch(plain):
        return {Use.REFERENCE_DATE: f"{plain}-01-01"}
    day = _day(plain) if _DAY.fullmatch(plain) else ""
    return {Use.REFERENCE_DATE: day} if day else {}


def is_year(value: object) -> bool:
    """Whether a number or text is written as a year."""
    if isinstance(value, str):
        return _YEAR.fullmatch(value.strip()) is not None
    is_whole = isinstance(value, int) or (isinstance(value, float) and value.is_integer())
    if isinstance(value, bool) or not is_whole or not isinstance(value, int | float):
        return False
    return FIRST_YEAR <= value <= LAST_YEAR


def _read_words(text: str, vocabulary: Vocabulary) -> Heading:
    folded = fold_word(text)
    if "%" in text or _USES.get(folded) is Use.IGNORED:
        return Heading(use=Use.IGNORED)
    if folded in _USES:
        return Heading(use=_USES[folded])
    if meant := _meaning(text, vocabulary):
        return Heading(fixed=meant)
    parts = [part for part in _PARTS.split(text) if part.strip()]
    if len(parts) > 1:
        return _join_all([_read_words(part.strip(), vocabulary) for part in parts])
    return _read_dated(text, vocabulary)


def _join_all(parts: list[Heading]) -> Heading:
    """Two names of dimensions, as in a corner cell, name no column."""
    names = [part for part in parts if part.use not in (None, Use.VALUE, Use.IGNORED)]
    if len(names) > 1 or any(not part.is_known for part in parts):
        return Heading(is_unknown=True)
    return join_headings(parts)


def _read_dated(text: str, vocabulary: Vocabulary) -> Heading:
    """Read words with a date, a unit or both around them, such as "Defensie 2023 (fte)"."""
    fixed: dict[str, str] = {}
    rest = text
    if _THOUSAND.search(rest.casefold()):
        fixed[UNIT] = "1000"
        rest = _THOUSAND.sub(" ", rest.casefold())
    is_forecast = bool(_FORECAST.search(rest))
    rest = _FORECAST.sub(" ", rest)
    when, rest = _take_date(rest)
    if is_forecast and not when:
        return Heading(is_unknown=True)
    if when:
        fixed |= {Use.HORIZON: when[:4]} if is_forecast else {Use.REFERENCE_DATE: when}
    has_fte = bool(_FTE.search(rest))
    rest = _FTE.sub(" ", rest).strip(" ()-,")
    if rest and (meant := _meaning(rest, vocabulary)):
        return Heading(fixed=fixed | meant)
    if _FILLERS.sub("", rest).strip(" ()-,"):
        return Heading(is_unknown=True)
    is_value = has_fte or UNIT in fixed
    return Heading(use=Use.VALUE if is_value else None, fixed=fixed)


def _take_date(text: str) -> tuple[str, str]:
    """Return the ISO day in a text, if there is exactly one, and the text without it."""
    for form in (_DAY, _YEAR):
        found = form.findall(text)
        if len(found) == 1:
            day = _day(found[0]) if form is _DAY else f"{found[0]}-01-01"
            return day, form.sub(" ", text)
    return "", text


def _meaning(text: str, vocabulary: Vocabulary) -> dict[str, str]:
    found = {
        use: code
        for use, kind in _KINDS
        if (code := vocabulary.find(kind, text)) is not None
    }
    if found.get(Use.PLACE) == WHOLE_COUNTRY and Use.SECTOR in found:
        return {TOTAL: "1"}
    first = next(iter(found.items()), None)
    if first is None or first[1] == SKIPPED:
        return {}
    return {first[0]: first[1]}


def _names_in(text: str, kind: WordKind, vocabulary: Vocabulary) -> list[str]:
    """Return the codes of whole names in a text; abbreviations say too little there."""
    words = [word for word in _TITLE_WORD.findall(text) if len(word) > 4]
    codes = [vocabulary.find(kind, word) for word in words]
    return [code for code in codes if code and code != SKIPPED]


def _day(text: str) -> str:
    try:
        return read_date(text.strip()).isoformat()
    except ValueError:
        return ""


def _iso(value: date) -> str:
    day = value.date() if isinstance(value, datetime) else value
    return day.isoformat()
