"""How evenly government work is spread, held against a benchmark such as inhabitants.

Shares are of the whole and add up to one. Only the Theil index needs a logarithm and is
a float; everything else is exact.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from math import log

from workbench.domain.fte import Fte

Shares = Mapping[str, Fraction]


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexWords:
    """What an index is called, what it says, and how it is calculated."""

    key: str
    name: str
    meaning: str
    formula: str


INDEX_WORDS = {
    one.key: one
    for one in (
        IndexWords(
            key="quotient",
            name="Locatiequotiënt (LQ)",
            meaning="Boven 1 heeft een provincie meer rijkswerk dan haar aandeel in de"
            " vergelijkingsmaat, onder 1 minder.",
            formula="LQ = aandeel in de fte / aandeel in de vergelijkingsmaat",
        ),
        IndexWords(
            key="dissimilarity",
            name="Dissimilariteit (D)",
            meaning="Het deel van alle fte dat van provincie zou moeten wisselen om de"
            " verdeling van de vergelijkingsmaat te volgen.",
            formula="D = ½ × som van |aandeel fte − aandeel maat|",
        ),
        IndexWords(
            key="theil",
            name="Theil-index",
            meaning="Hoe ver de verdeling afwijkt van de vergelijkingsmaat, te splitsen in"
            " een verschil tussen Randstad en de rest en verschillen daarbinnen.",
            formula="T = som van aandeel fte × ln(aandeel fte / aandeel maat)",
        ),
        IndexWords(
            key="gini",
            name="Gini-coëfficiënt",
            meaning="0 als elke provincie precies haar aandeel in de maat heeft, en dichter"
            " bij 1 naarmate de fte meer in enkele provincies zitten.",
            formula="G = 1 − tweemaal de oppervlakte onder de Lorenzcurve, geordend op LQ",
        ),
        IndexWords(
            key="concentration",
            name="Concentratie (HHI)",
            meaning="De kans dat twee willekeurige fte in dezelfde provincie zitten; zonder"
            " vergelijkingsmaat.",
            formula="HHI = som van de kwadraten van de aandelen in de fte",
        ),
    )
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Theil:
    """The index and its two exact parts: `total` is `between` plus `within`."""

    total: float
    between: float
    within: float


@dataclass(frozen=True, slots=True, kw_only=True)
class SpreadMeasures:
    """All indices of one date; each is `None` while something it needs is unknown.

    Attributes:
        missing: Codes of the places whose fte or benchmark is unknown.
    """

    quotients: Mapping[str, Fraction] = field(default_factory=dict)
    dissimilarity: Fraction | None = None
    theil: Theil | None = None
    gini: Fraction | None = None
    concentration: Fraction | None = None
    missing: tuple[str, ...] = ()


def location_quotients(shares: Shares, benchmark: Shares) -> dict[str, Fraction]:
    """Return per place its share divided by its share of the benchmark.

    Raises:
        ValueError: A share of the benchmark is not positive.
    """
    _need_positive(benchmark)
    return {place: share / benchmark[place] for place, share in shares.items()}


def dissimilarity(shares: Shares, benchmark: Shares) -> Fraction:
    """Return half the sum of the absolute differences between shares."""
    gaps = (abs(share - benchmark[place]) for place, share in shares.items())
    return sum(gaps, Fraction(0)) / 2


def theil(shares: Shares, benchmark: Shares, groups: Mapping[str, str]) -> Theil:
    """Return the index, split between and within the groups that places belong to.

    A share of 0 adds nothing (0 × ln 0 = 0).

    Raises:
        ValueError: A share of the benchmark is not positive.
    """
    _need_positive(benchmark)
    total = sum(_part(share, benchmark[place]) for place, share in shares.items())
    in_group: dict[str, Fraction] = {}
    of_group: dict[str, Fraction] = {}
    for place, share in shares.items():
        group = groups[place]
        in_group[group] = in_group.get(group, Fraction(0)) + share
        of_group[group] = of_group.get(group, Fraction(0)) + benchmark[place]
    between = sum(_part(in_group[group], of_group[group]) for group in in_group)
    within = sum(
        _part(share, benchmark[place] * in_group[groups[place]] / of_group[groups[place]])
        for place, share in shares.items()
        if share
    )
    return Theil(total=total, between=between, within=within)


def gini(shares: Shares, benchmark: Shares) -> Fraction:
    """Return the Gini coefficient of the Lorenz curve, ordered by quotient.

    Raises:
        ValueError: A share of the benchmark is not positive.
    """
    quotients = location_quotients(shares, benchmark)
    area, reached = Fraction(0), Fraction(0)
    for place in sorted(shares, key=lambda one: (quotients[one], one)):
        area += benchmark[place] * (2 * reached + shares[place])
        reached += shares[place]
    return 1 - area


def concentration(shares: Shares) -> Fraction:
    """Return the sum of the squares (Herfindahl-Hirschman)."""
    return sum((share * share for share in shares.values()), Fraction(0))


def measure_spread(
    amounts: Mapping[str, Fte | None],
    benchmark: Mapping[str, int | None],
    randstad: frozenset[str],
) -> SpreadMeasures:
    """Return all indices for the places in `amounts`.

    Without any benchmark only the concentration can be told.
    """
    unknown = [place for place, amount in amounts.items() if amount is None]
    without = [place for place in amounts if not benchmark.get(place)]
    missing = tuple(dict.fromkeys((*unknown, *(without if benchmark else ()))))
    known = {place: one.hundredths for place, one in amounts.items() if one is not None}
    whole = sum(known.values())
    if unknown or not whole:
        return SpreadMeasures(missing=missing)
    shares = {place: Fraction(one, whole) for place, one in known.items()}
    if without:
        return SpreadMeasures(concentration=concentration(shares), missing=missing)
    counts = {place: benchmark[place] or 0 for place in amounts}
    measure = {
        place: Fraction(count, sum(counts.values())) for place, count in counts.items()
    }
    groups = {place: str(place in randstad) for place in amounts}
    return SpreadMeasures(
        quotients=location_quotients(shares, measure),
        dissimilarity=dissimilarity(shares, measure),
        theil=theil(shares, measure, groups),
        gini=gini(shares, measure),
        concentration=concentration(shares),
    )


def _part(share: Fraction, against: Fraction) -> float:
    return float(share) * log(share / against) if share else 0.0


def _need_positive(benchmark: Shares) -> None:
    if any(share <= 0 for share in benchmark.values()):
        raise ValueError("every share of the benchmark is more than 0")
