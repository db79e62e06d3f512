"""The intake form as data: what it asks and where, the same for writing and reading."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from workbench.domain.fte import Fte
from workbench.exchange import form_meta

TEMPLATE_ID = "casus-intake"
TEMPLATE_VERSION = "1"

CASE_SHEET = "Casus"
DIVISION_SHEET = "Verdeling"
LOCATION_SHEET = "Locaties"
CHECK_SHEET = form_meta.CHECK_SHEET
HELP_SHEET = form_meta.HELP_SHEET
META_SHEET = form_meta.META_SHEET

META_KEYS = (
    "template_id",
    "template_version",
    "case_id",
    "case_number",
    "ministry",
    "issued_on",
)
CHECKSUM = form_meta.CHECKSUM


EARLIEST, LATEST = date(2000, 1, 1), date(2100, 12, 31)
MOST_FTE = Fte.of(500_000)


class FieldKind(StrEnum):
    """What may be filled in."""

    TEXT = "text"
    LONG_TEXT = "long_text"
    CHOICE = "choice"
    FTE = "fte"
    DATE = "date"
    YEAR = "year"


LONGEST = {FieldKind.TEXT: 200, FieldKind.CHOICE: 200, FieldKind.LONG_TEXT: 4000}


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One thing the form asks.

    Attributes:
        label: Before the bracket stands what identifies it, within it unit and date.
        choices: Name of the list of choices; empty unless the kind is CHOICE.
        is_needed: An advice cannot do without it, though it may come later.
    """

    key: str
    label: str
    kind: FieldKind
    hint: str = ""
    choices: str = ""
    is_needed: bool = False

    @property
    def name(self) -> str:
        """The defined name of its cell in the workbook."""
        return f"intake_{self.key}"

    @property
    def short_label(self) -> str:
        """The label without what stands in brackets."""
        return self.label.split(" (")[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A group of fields under one heading."""

    title: str
    fields: tuple[Field, ...]


SECTIONS = (
    Section(
        title="Dienst en voornemen",
        fields=(
            Field(
                key="title",
                label="Korte titel van de casus",
                kind=FieldKind.TEXT,
                hint="Bijvoorbeeld: naam van de dienst en wat er verandert.",
                is_needed=True,
            ),
            Field(
                key="service",
                label="Dienst of organisatieonderdeel",
                kind=FieldKind.TEXT,
                hint="De volledige naam, zonder afkorting.",
                is_needed=True,
            ),
            Field(
                key="ministry",
                label="Ministerie",
                kind=FieldKind.CHOICE,
                hint="Kies uit de lijst. De lijst geldt op de peildag van de casus.",
                choices="ministerie",
                is_needed=True,
            ),
            Field(
                key="sector",
                label="Sector",
                kind=FieldKind.CHOICE,
                hint="Kies uit de lijst. Dit zijn de zes sectoren van de jaarlijkse brief.",
                choices="sector",
                is_needed=True,
            ),
            Field(
                key="occasion",
                label="Aanleiding",
                kind=FieldKind.CHOICE,
                hint="Kies uit de lijst wat de reden is van deze melding.",
                choices="aanleiding",
                is_needed=True,
            ),
            Field(
                key="intention",
                label="Voornemen",
                kind=FieldKind.LONG_TEXT,
                hint="Beschrijf in enkele zinnen wat u wilt veranderen en waarom.",
                is_needed=True,
            ),
        ),
    ),
    Section(
        title="Omvang en planning",
        fields=(
            Field(
                key="notice_on",
                label="Datum van de melding (dd-mm-jjjj)",
                kind=FieldKind.DATE,
                hint="De dag waarop u het voornemen aan BZK meldt.",
                is_needed=True,
            ),
            Field(
                key="figures_on",
                label="Peildatum van de cijfers (dd-mm-jjjj)",
                kind=FieldKind.DATE,
                hint="De dag waarop alle fte-cijfers in deze werkmap gelden.",
                is_needed=True,
            ),
            Field(
                key="fte_before",
                label="Omvang vóór de wijziging (fte, op de peildatum van de cijfers)",
                kind=FieldKind.FTE,
                hint="Hele dienst: ambtenaren en extern personeel samen.",
            ),
            Field(
                key="fte_after",
                label="Omvang na de wijziging (fte, in het geplande jaar)",
                kind=FieldKind.FTE,
                hint="Bij een nieuwe dienst of een nieuw onderdeel: de beoogde omvang.",
                is_needed=True,
            ),
            Field(
                key="planned_year",
                label="Gepland jaar (jjjj)",
                kind=FieldKind.YEAR,
                hint="Het jaar waarin de wijziging klaar is.",
                is_needed=True,
            ),
        ),
    ),
    Section(
        title="Contact",
        fields=(
            Field(
                key="contact",
                label="Contactpersoon (naam en functie)",
                kind=FieldKind.TEXT,
                hint="Bij wie wij terechtkunnen met vragen over deze werkmap.",
                is_needed=True,
            ),
            Field(
                key="their_reference",
                label="Uw kenmerk",
                kind=FieldKind.TEXT,
                hint="Het kenmerk van uw eigen brief of dossier.",
            ),
            Field(
                key="their_letter_on",
                label="Datum van uw brief (dd-mm-jjjj)",
                kind=FieldKind.DATE,
                hint="Alleen invullen als u ook een brief stuurt.",
            ),
        ),
    ),
)
FIELDS = tuple(field for section in SECTIONS for field in section.fields)
FIRST_SECTION_ROW = 5


def field_rows() -> dict[str, int]:
    """Return the row of every field on the sheet "Casus"."""
    rows, row = {}, FIRST_SECTION_ROW
    for section in SECTIONS:
        for number, field in enumerate(section.fields, start=row + 1):
            rows[field.key] = number
        row += len(section.fields) + 2
    return rows


DIVISION_HEADER_ROW = 5
DIVISION = (
    Field(key="province", label="Provincie", kind=FieldKind.CHOICE, choices="provincie"),
    Field(
        key="before",
        label="Fte vóór de wijziging (fte, op de peildatum van de cijfers)",
        kind=FieldKind.FTE,
    ),
    Field(
        key="after",
        label="Fte na de wijziging (fte, in het geplande jaar)",
        kind=FieldKind.FTE,
    ),
)
DIVISION_TOTAL = "Totaal"

LOCATION_HEADER_ROW = 5
LOCATION_ROWS = 8
LOCATIONS = (
    Field(key="name", label="Naam van de locatie", kind=FieldKind.TEXT),
    Field(key="municipality", label="Gemeente", kind=FieldKind.TEXT),
    Field(key="province", label="Provincie", kind=FieldKind.CHOICE, choices="provincie"),
    Field(key="fte", label="Fte op deze locatie (fte, gepland)", kind=FieldKind.FTE),
    Field(
        key="regional_interest",
        label="Regionaal belang (waarom deze regio)",
        kind=FieldKind.LONG_TEXT,
    ),
    Field(key="ready_on", label="Gereed op (dd-mm-jjjj)", kind=FieldKind.DATE),
)
