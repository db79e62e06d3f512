"""The names of the sheets that every outgoing workbook has, and its checksum."""

import hashlib
from collections.abc import Mapping, Sequence

LIST_SHEET = "Lijsten"
META_SHEET = "_meta"
HELP_SHEET = "Toelichting"
CHECK_SHEET = "Controles"
CHECKSUM = "checksum"
TEMPLATE = "template_id"
VERSION = "template_version"


def sum_meta(meta: Mapping[str, str], keys: Sequence[str]) -> str:
    """Return the checksum over the values of the hidden sheet."""
    lines = "\n".join(f"{key}={meta.get(key, '')}" for key in keys)
    return "sha256:" + hashlib.sha256(lines.encode("utf-8")).hexdigest()
