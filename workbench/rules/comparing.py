"""What follows from the comparison of locations: the regional interest, and signals."""

from workbench.domain.finding import Finding
from workbench.domain.place import fold
from workbench.rules.principles import name_locations, nameless_interest
from workbench.rules.situations import Situation
from workbench.rules.wording import find

_TAB = "tab:locaties"


def find_interest(situation: Situation) -> list[Finding]:
    """Return whether every compared location has its regional interest written down."""
    if not situation.locations:
        return []
    missing = nameless_interest(situation)
    says, local = ("open" if missing else "in_line"), {"names": missing}
    because = tuple(
        f"location.{number}.regional_interest"
        for number, location in enumerate(situation.locations, start=1)
        if location.regional_interest.strip()
    )
    return [
        find(
            situation,
            "regional-interest",
            says,
            local=local,
            because=because,
            goes_to=_TAB,
        )
    ]


def find_alternatives(situation: Situation) -> list[Finding]:
    """Return what is asked of the comparison when fte come somewhere; signals at most."""
    places, rules = situation.locations, situation.book.rules
    if "grows" not in situation.holds or "alternatives-three" not in rules:
        return []
    vital = situation.book.vital_regions()
    asked_for = situation.book.settings["alternatives"].value
    outside = [place.province for place in places if place.province is not None]
    met = {
        "alternatives-three": len(places) >= asked_for,
        "alternatives-outside-randstad": bool(set(outside) - situation.randstad),
        "alternatives-vital-region": any(fold(place.region) in vital for place in places),
    }
    local = {"count": str(len(places))}
    return [
        find(situation, rule, "in_line" if is_met else "signal", local=local, goes_to=_TAB)
        for rule, is_met in met.items()
        if rule in rules
    ]


def find_gaps(situation: Situation) -> list[Finding]:
    """Return signals about rows that are incomplete, or housing that comes too late."""
    incomplete = name_locations(
        situation,
        [
            not (place.province and place.access.strip() and place.staff.strip())
            for place in situation.locations
        ],
    )
    year = situation.case.planned_year
    late = name_locations(
        situation,
        [
            year is not None and place.ready_on is not None and place.ready_on.year > year
            for place in situation.locations
        ],
    )
    named = {"locations-complete": incomplete, "housing-late": late}
    return [
        find(situation, rule, "signal", local={"names": names}, goes_to=_TAB)
        for rule, names in named.items()
        if names and rule in situation.book.rules
    ]
