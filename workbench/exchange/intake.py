"""Makes the intake workbook that a ministry fills in for one case."""

from dataclasses import dataclass
from datetime import date

from workbench.domain.case import Case, Location
from workbench.domain.organisation import Ministry
from workbench.exchange.intake_form import META_KEYS, TEMPLATE_ID, TEMPLATE_VERSION


@dataclass(frozen=True, slots=True, kw_only=True)
class IntakeRequest:
    """To whom an intake workbook goes, and what may be chosen in it.

    Attributes:
        ministry: Key of the ministry that receives it; empty when not known.
        ministries: Those that exist on the day of the case, in the order to show.
        issued_on: Day on which it is handed out.
        office: Who asks, with a way to reach them, for the sheet "Toelichting".
        contact: Known contact person at the ministry; may be empty.
        locations: Alternatives that are known already.
    """

    ministry: str
    ministries: tuple[Ministry, ...]
    issued_on: date
    office: str = ""
    contact: str = ""
    locations: tuple[Location, ...] = ()


def write_intake(
    request: IntakeRequest, case: Case | None, *, is_open: bool = False
) -> bytes:
    """Return the workbook as xlsx, or ods if it is to be open, with what is known."""
    # openpyxl is heavy: it is loaded when a workbook is made
    from workbench.exchange.intake_sheets import (  # noqa: PLC0415
        build_intake,
        build_open_intake,
    )

    build = build_open_intake if is_open else build_intake
    return build(request, case)


def describe_issue(request: IntakeRequest, case: Case | None) -> dict[str, str]:
    """Return what the hidden sheet tells of this issue, without its checksum."""
    values = (
        TEMPLATE_ID,
        TEMPLATE_VERSION,
        case.id if case else "",
        case.number if case else "",
        request.ministry,
        request.issued_on.isoformat(),
    )
    return dict(zip(META_KEYS, values, strict=True))
