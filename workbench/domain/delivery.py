"""Deliveries of figures: what an organisation handed over, and when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from workbench.domain.fte import Fte

WHOLE_COUNTRY = "NL"
ALL_SECTORS = "totaal"


class Notion(StrEnum):
    """Where somebody's fte is counted; the three are never summed together.

    The yearly letters count by duty station (31 490 nr. 337 and nr. 272).
    """

    DUTY_STATION = "standplaats"
    PLACE_OF_WORK = "plaats van tewerkstelling"
    HOME = "thuis"


class Staff(StrEnum):
    """Whom a value counts; `BOTH` when the source does not tell them apart."""

    CIVIL = "rijksambtenaren"
    EXTERNAL = "externen"
    BOTH = "rijksambtenaren en externen"


class ValueKind(StrEnum):
    """How exact a value is."""

    EXACT = "exact"
    ROUNDED = "afgerond"
    DERIVED = "afgeleid"


@dataclass(frozen=True, slots=True, kw_only=True)
class FteValue:
    """One fte figure of a delivery.

    Attributes:
        reference_date: Day the figure is about; of a forecast the day it starts from.
        place: Code of a province or a NUTS-3 (COROP) region, or "NL" for the country.
        sector: Key of a sector, or "totaal".
        organisation: Key of the organisation; empty for a total.
        horizon: Year a forecast is about; `None` for an actual figure.
        value: `None` when it was delivered as unknown; never 0 for that.
        cell: Where it stood in the source, such as "Blad1!C7".
    """

    reference_date: date
    place: str
    sector: str
    organisation: str = ""
    notion: Notion = Notion.DUTY_STATION
    staff: Staff = Staff.BOTH
    horizon: int | None = None
    kind: ValueKind = ValueKind.EXACT
    value: Fte | None
    cell: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BenchmarkValue:
    """A figure that shares of fte are held against, such as inhabitants or jobs.

    Attributes:
        measure: What is counted, as the source calls it: "inwoners", "banen".
        place: Code of a province or NUTS-3 region, or "NL".
    """

    measure: str
    reference_date: date
    place: str
    value: int | None
    cell: str = ""


class StatementKind(StrEnum):
    """Why a published figure is not an fte value."""

    ROUNDED = "rounded"
    CHANGE = "change"
    FORECAST = "forecast"


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """A published figure that can be cited but never summed.

    Attributes:
        published: Day or month of publication, as far as known.
        reference_date: Day or year it starts from, as published; may be empty.
        until: Day or year it runs to; empty for a single moment.
        unit: Such as "fte", "procent" or "arbeidsplaatsen".
        value: The number as written by the source, with a decimal point; may be empty.
        bound: "", "at_least", "at_most" or "about".
        wording: The words of the source around the figure.
    """

    kind: StatementKind
    published: str = ""
    reference_date: str = ""
    until: str = ""
    province: str
    sector: str
    unit: str
    value: str
    bound: str = ""
    wording: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """One delivery of figures; never edited, a correction is a newer delivery.

    Attributes:
        method: Key of the counting method, as far as known.
        reason: Why it corrects an earlier delivery; empty when it corrects none.
        file: SHA-256 of the kept file it came in, or `None`.
        is_sample: Made up for demonstration; says so wherever it is shown.
        row_count: Number of values and statements together.
        sha256: Over values and statements, in order.
        is_withdrawn: Taken back by an undo; it counts no longer but is kept.
    """

    id: str
    title: str
    delivered_by: str
    delivered_on: date
    method: str = ""
    source: str = ""
    reason: str = ""
    file: str | None = None
    is_sample: bool = False
    row_count: int = 0
    sha256: str = ""
    is_withdrawn: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Method:
    """One way of counting; years counted in two ways are not compared as they are.

    Attributes:
        key: What deliveries refer to.
        from_date: First reference date it is used for; `None` when before any figure.
        note: What changed, in one or two sentences for under a figure.
    """

    key: str
    title: str
    from_date: date | None = None
    note: str = ""
    source: str = ""
