"""Files that belong to a case."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptFile:
    """A file as the store keeps it, under the SHA-256 of its content; size in bytes."""

    sha256: str
    name: str
    media_type: str
    size: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """A kept file added to a case under a title.

    Attributes:
        goes_along: Whether it is sent with the letter and named under it.
    """

    id: str
    case_id: str
    file: KeptFile
    title: str
    added_on: date
    note: str = ""
    goes_along: bool = False
