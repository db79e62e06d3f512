"""Lists the facts that are still unknown, and whether sealing waits for them."""

from collections.abc import Iterator

from workbench.domain.finding import Basis, Finding, Weight
from workbench.domain.fte import NO_FTE
from workbench.domain.notation import write_change
from workbench.rules.labels import FIELDS
from workbench.rules.situations import Situation
from workbench.rules.wording import find


def find_needed(situation: Situation) -> list[Finding]:
    """Return one open finding per unknown fact; it blocks while a letter may be due."""
    is_due = "due" in situation.holds
    findings = [
        _lacking(situation, field, Weight.BLOCKS if is_due else Weight.INFORMS)
        for field in _needed(situation)
    ]
    wanted = [_lacking(situation, field, Weight.INFORMS) for field in _wanted(situation)]
    return findings + wanted


def division_field(situation: Situation) -> str:
    """Return where the division over provinces is filled in for this case."""
    by_location = situation.is_new and not situation.division.is_given
    return "tab:locaties" if by_location else "field:shifts"


def _needed(situation: Situation) -> Iterator[str]:
    case = situation.case
    is_2018 = "advice-2018" in situation.book.rules
    known = {
        "field:occasion": case.occasion is not None,
        "field:service": bool(case.service),
        "field:ministry": bool(case.ministry),
    }
    if not is_2018:
        known["field:sector"] = case.sector is not None
        known["field:body"] = situation.body is not None or case.sector is None
    if not is_2018 and not situation.is_housing:
        known["field:fte_before"] = situation.is_new or case.fte_before is not None
        known["field:fte_after"] = case.fte_after is not None
    if is_2018 or not situation.is_housing:
        known["field:figures_on"] = case.figures_on is not None
        known[division_field(situation)] = situation.division.is_known
    yield from (field for field, is_known in known.items() if not is_known)


def _wanted(situation: Situation) -> Iterator[str]:
    case = situation.case
    if not case.intention:
        yield "field:intention"
    if case.notice_on is None:
        yield "field:notice_on"
    if "advice-2018" in situation.book.rules and not situation.is_housing:
        if case.fte_before is None and not situation.is_new:
            yield "field:fte_before"
        if case.fte_after is None:
            yield "field:fte_after"


def _lacking(situation: Situation, field: str, weight: Weight) -> Finding:
    residual = situation.division.residual
    is_partial = field == "field:shifts" and residual != NO_FTE
    return find(
        situation,
        "facts",
        "open-division" if is_partial else "open",
        local={"label": FIELDS[field], "residual": write_change(residual)},
        weight=weight,
        goes_to=field,
    )


def blocks(finding: Finding) -> bool:
    """Whether a letter cannot be sealed while this finding stands."""
    return finding.basis is Basis.OPEN and finding.weight is Weight.BLOCKS
