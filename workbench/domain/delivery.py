"""Deliveries of figures: what an organisation handed over, and when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from workbench.domain.fte import Fte

WHOLE_COUNTRY = "NL"
ALL_SECTORS = "totaal"


@dataclass(frozen=True, slots=True, kw_only=True)
class FteValue:
    """One fte figure of a delivery.

    Attributes:
        province: Code of a province, or "NL" for the whole country.
        sector: Key of a sector, or "totaal".
        organisation: Name of the service or body; empty for a total.
        notion: Which notion of fte, such as "bezetting" or "formatie".
        staff: Kind of staff, such as "ambtenaren" or "totaal".
        value: `None` when it was delivered as unknown; never 0 for that.
        cell: Where it stood in the source, such as "Blad1!C7".
    """

    reference_date: date
    province: str
    sector: str
    organisation: str = ""
    notion: str = ""
    staff: str = ""
    value: Fte | None
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
        method: Version of the counting method, as far as known.
        file: SHA-256 of the kept file it came in, or `None`.
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
    file: str | None = None
    row_count: int = 0
    sha256: str = ""
    is_withdrawn: bool = False
