"""The comparison of places of a case: scores, what follows, and its effects in words."""

from __future__ import annotations

from dataclasses import dataclass, replace

from workbench.analysis.weighing import Criterion, Tipping, Weighing, weigh
from workbench.domain.case import Location, Stage
from workbench.domain.errors import FactInvalidError
from workbench.domain.fte import sum_fte
from workbench.domain.instrument import Record
from workbench.domain.notation import (
    UNKNOWN,
    write_change,
    write_date,
    write_euros,
    write_fte,
    write_list,
    write_share,
)
from workbench.domain.place import BY_CODE
from workbench.rules.instruments import load_instruments
from workbench.store import cases, locations, records
from workbench.usecases.context import Change, Context
from workbench.usecases.record_checks import check_record
from workbench.usecases.record_lists import records_of
from workbench.usecases.regions import touched_by, without_profile

_SCORES, _CRITERIA = "scores", "criteria"
_ENDED = (Stage.WITHDRAWN, Stage.SIGNAL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Places, criteria and scores of a case, and what follows from them.

    Attributes:
        scores: By (criterion, place).
        effects: Per place the effects in words, in the order of `EFFECTS`.
        lines: What follows without weights; `weighed`: with them. Whole sentences.
    """

    places: tuple[Location, ...]
    criteria: tuple[Criterion, ...]
    scores: dict[tuple[str, str], int]
    effects: tuple[tuple[str, ...], ...]
    weighing: Weighing
    lines: tuple[str, ...]
    weighed: tuple[str, ...]


EFFECTS = (
    "Locatie",
    "Omvang (fte)",
    "Eenmalig",
    "Structureel per jaar",
    "Gereed",
    "Personeel",
    "Dienstverlening",
    "Andere casussen in de provincie",
)


def compare(context: Context, case_id: str) -> Comparison:
    """Return the comparison as it stands now."""
    places = tuple(locations.list_locations(context.store, case_id))
    criteria = tuple(
        Criterion(key=one.id, name=one.text("name"), weight=_number(one, "weight"))
        for one in records_of(context, _CRITERIA, case_id)
    )
    scores = {
        (one.text("criterion_id"), one.text("location_id")): number
        for one in records_of(context, _SCORES, case_id)
        if (number := _number(one, "score")) is not None
    }
    found = weigh([place.id for place in places], criteria, scores)
    names = {place.id: place.name for place in places}
    named = {one.key: one.name for one in criteria}
    return Comparison(
        places=places,
        criteria=criteria,
        scores=scores,
        effects=tuple(_effects(context, case_id, place) for place in places),
        weighing=found,
        lines=(*_profile_lines(context, case_id), *_plain_lines(found, names)),
        weighed=tuple(_weighed_lines(found, names, named)),
    )


def score_place(
    context: Context, case_id: str, criterion: str, place: str, score: int | None
) -> Change:
    """Keep how well a place does on a criterion; `None` takes the score away.

    Raises:
        FactInvalidError: Below 0 or above 100.
    """
    instrument = load_instruments()[_SCORES]
    case = cases.load_case(context.store, case_id)
    kept = _score_of(context, case_id, criterion, place)
    if score is None:
        if kept is None:
            return Change()
        with context.batch(f"{case.number}: score weggehaald"):
            records.remove_record(context.store, instrument, kept.id)
        return Change.of(case_id)
    if not 0 <= score <= 100:
        raise FactInvalidError(
            field="Score", value=str(score), expected="een getal van 0 tot en met 100"
        )
    values = {"criterion_id": criterion, "location_id": place, "score": score, "why": ""}
    record = Record(
        id=kept.id if kept else context.new_id(),
        instrument=_SCORES,
        case_id=case_id,
        values=values if kept is None else dict(kept.values) | {"score": score},
    )
    if kept is not None and kept.values == record.values:
        return Change()
    check_record(context, replace(record), {"score"})
    with context.batch(f"{case.number}: score gewijzigd"):
        records.save_record(context.store, instrument, record)
    return Change.of(case_id)


def _score_of(context: Context, case_id: str, criterion: str, place: str) -> Record | None:
    for one in records_of(context, _SCORES, case_id):
        if (one.text("criterion_id"), one.text("location_id")) == (criterion, place):
            return one
    return None


def _effects(context: Context, case_id: str, place: Location) -> tuple[str, ...]:
    return (
        place.name,
        write_fte(place.fte),
        write_euros(place.cost_once),
        write_euros(place.cost_yearly),
        write_date(place.ready_on) if place.ready_on else UNKNOWN,
        place.staff or UNKNOWN,
        place.access or UNKNOWN,
        _together(context, case_id, place),
    )


def _together(context: Context, case_id: str, place: Location) -> str:
    """Return what other cases do in the province: the cumulative effect."""
    if place.province is None:
        return UNKNOWN
    found = []
    for summary in cases.find_cases(context.store):
        touches = place.province in summary.provinces and summary.id != case_id
        if touches and summary.stage not in _ENDED:
            case = cases.load_case(context.store, summary.id)
            found += [
                (case.number, shift.change)
                for shift in case.shifts
                if shift.province == place.province
            ]
    if not found:
        return "geen bekend"
    total = write_change(sum_fte([change for _, change in found]))
    numbers = write_list([number for number, _ in found])
    return f"{total} fte in {BY_CODE[place.province].name} ({numbers})"


def _profile_lines(context: Context, case_id: str) -> list[str]:
    """Say that a comparison without the profile of a region is incomplete."""
    case = cases.load_case(context.store, case_id)
    lacking = without_profile(context, touched_by(context, case))
    if not lacking:
        return []
    return [f"Onvolledig: er is nog geen regioprofiel van {write_list(lacking)}."]


def _plain_lines(found: Weighing, names: dict[str, str]) -> list[str]:
    if not found.better:
        return ["Zonder gewichten is geen locatie op alle criteria beter dan een andere."]
    return [
        f"{names[better]} is op geen criterium slechter dan {names[worse]}, en op ten"
        " minste één beter."
        for better, worse in found.better
    ]


def _weighed_lines(
    found: Weighing, names: dict[str, str], criteria: dict[str, str]
) -> list[str]:
    if all(total is None for _, total in found.totals):
        return [
            "Nog geen totaal: geef elk criterium een gewicht en elke locatie een score."
        ]
    told = []
    lacking = [names[place] for place, total in found.totals if total is None]
    if lacking:
        told.append(f"Geen totaal voor {write_list(lacking)}: er ontbreekt een score.")
    if not found.first:
        return [*told, "Er staat niet één locatie bovenaan."]
    told.append(f"Met deze gewichten staat {names[found.first]} bovenaan.")
    told += [_tipping_line(one, names, criteria) for one in found.tippings]
    if found.firm:
        firm = write_list([f"“{criteria[key]}”" for key in found.firm])
        told.append(f"Een ander gewicht voor {firm} geeft geen andere eerste plaats.")
    return told


def _tipping_line(one: Tipping, names: dict[str, str], criteria: dict[str, str]) -> str:
    direction = "meer" if one.is_above else "minder"
    return (
        f"Weegt “{criteria[one.criterion]}” {direction} dan {write_share(one.at)} mee (nu"
        f" {write_share(one.now)}), dan komt {names[one.winner]} bovenaan."
    )


def _number(record: Record, name: str) -> int | None:
    value = record.values.get(name)
    return value if isinstance(value, int) else None
