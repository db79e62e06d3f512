"""Makes keys for rows: UUID version 7, which sort by the moment they were made."""

import secrets
import uuid
from datetime import datetime


def make_id(moment: datetime) -> str:
    """Return a new key as text (RFC 9562; `uuid.uuid7` exists from Python 3.14)."""
    milliseconds = int(moment.timestamp() * 1000) & ((1 << 48) - 1)
    number = milliseconds << 80 | 0x7 << 76 | secrets.randbits(12) << 64
    return str(uuid.UUID(int=number | 0b10 << 62 | secrets.randbits(62)))
