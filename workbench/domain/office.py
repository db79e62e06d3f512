"""What the office itself decides and can change, each with a first day."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeSetting:
    """One value of the office's own data or working arrangements.

    Attributes:
        key: Such as "signatory" or "cumulation-months".
        valid_from: First day; it holds until the next one with the same key.
    """

    id: str
    key: str
    valid_from: date
    value: str
    source: str = ""
    note: str = ""
