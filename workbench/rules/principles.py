"""The five principles and the room that is left, as findings.

Limited room never takes a case out of scope: the principles follow whatever it says.
"""

from workbench.domain.finding import Finding
from workbench.domain.fte import NO_FTE, Fte
from workbench.domain.notation import write_list
from workbench.rules.judging import find_judged
from workbench.rules.labels import FIELDS, GROUNDS
from workbench.rules.needing import division_field
from workbench.rules.situations import Situation
from workbench.rules.thresholds import lacking_size
from workbench.rules.wording import find


def find_room(situation: Situation) -> list[Finding]:
    """Return whether the room is limited, by which ground, and who judged so."""
    if "limited-room" not in situation.book.rules:
        return []
    rule, is_due, body = "limited-room", "due" in situation.holds, situation.body
    if body is None:
        field = "field:body" if situation.case.sector else "field:sector"
        local = {"label": FIELDS[field]}
        opened = find(situation, rule, "open-facts", local=local, goes_to=field)
        return [opened] if is_due else []
    local = {"body": body.name, "ground": GROUNDS.get(body.ground, "")}
    if body.ground and is_due:
        return [find_judged(situation, rule, local=local)]
    says = "noted" if body.ground else "not_limited"
    return [find(situation, rule, says, local=local, goes_to="field:body")]


def find_principles(situation: Situation, interest: list[Finding]) -> list[Finding]:
    """Return the principles in order.

    Args:
        interest: The finding on the regional interest per location, on which principle 2
            rests; empty when there are no locations.
    """
    return [
        find_judged(situation, "principle-1"),
        _principle_2(situation, interest),
        _principle_3(situation),
        _principle_4(situation),
        *_strengthening(situation),
        _principle_5(situation),
    ]


def _principle_2(situation: Situation, interest: list[Finding]) -> Finding:
    missing = nameless_interest(situation)
    if not interest or not missing:
        return find_judged(situation, "principle-2")
    local = {"names": missing}
    return find(
        situation, "principle-2", "open-locations", local=local, goes_to="tab:locaties"
    )


def nameless_interest(situation: Situation) -> str:
    """Return the locations whose regional interest is empty, in words."""
    return name_locations(
        situation,
        [not location.regional_interest.strip() for location in situation.locations],
    )


def name_locations(situation: Situation, marked: list[bool]) -> str:
    """Return the names of the marked locations, in words; nameless ones by number."""
    from_one = enumerate(situation.locations, start=1)
    names = [location.name or f"locatie {number}" for number, location in from_one]
    chosen = [name for name, is_it in zip(names, marked, strict=True) if is_it]
    return write_list(chosen)


def _principle_3(situation: Situation) -> Finding:
    rule, division = "principle-3", situation.division
    if situation.case.change is None:
        return _unknown(situation, rule, lacking_size(situation))
    if "shrinks" not in situation.holds:
        return find(situation, rule, "noted", because=("case.change",))
    if not division.is_known:
        return _unknown(situation, rule, division_field(situation))
    outside = division.decrease(situation.randstad)
    return _placed(situation, rule, outside, division.decrease(frozenset()))


def _principle_4(situation: Situation) -> Finding:
    rule, division = "principle-4", situation.division
    if situation.case.change is None:
        return _unknown(situation, rule, lacking_size(situation))
    if not division.is_known:
        return _unknown(situation, rule, division_field(situation))
    whole = division.increase(frozenset())
    if whole == NO_FTE:
        return find(situation, rule, "noted", because=("case.change",))
    return _placed(situation, rule, whole - division.increase(situation.randstad), whole)


def _placed(situation: Situation, rule: str, against: Fte, whole: Fte) -> Finding:
    """Return a finding by how much of the `whole` lies where it is not wanted.

    Wholly where it is wanted is computed; anything else is "in beginsel" and judged.
    """
    because = ("list.randstad", "case.randstad_change", "case.outside_change")
    if against == NO_FTE:
        return find(situation, rule, "in_line", because=because, goes_to="field:shifts")
    is_larger_part = against > whole - against
    open_says = "open" if is_larger_part else "open-mixed"
    return find_judged(situation, rule, open_says=open_says, because=because)


def _strengthening(situation: Situation) -> list[Finding]:
    if "grows" not in situation.holds:
        return []
    return [find_judged(situation, "strengthening")]


def _principle_5(situation: Situation) -> Finding:
    if "grows" in situation.holds:
        return find_judged(situation, "principle-5")
    if not situation.division.is_known:
        return _unknown(situation, "principle-5", division_field(situation))
    return find(situation, "principle-5", "noted", because=("case.change",))


def _unknown(situation: Situation, rule: str, field: str) -> Finding:
    return find(
        situation, rule, "open-facts", local={"label": FIELDS[field]}, goes_to=field
    )
