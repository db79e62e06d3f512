"""The namespaces of OpenDocument, and parts as they are read and written again."""

import io
from dataclasses import dataclass
from xml.etree import ElementTree as ET

_URN = "urn:oasis:names:tc:opendocument:xmlns:"
OFFICE = f"{{{_URN}office:1.0}}"
TABLE = f"{{{_URN}table:1.0}}"
TEXT = f"{{{_URN}text:1.0}}"
CALC = "{urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0}"


@dataclass(frozen=True, slots=True)
class Part:
    """One XML part of a template that comes with the program.

    Attributes:
        spaces: Prefix → namespace as declared; formulas use prefixes in their text.
    """

    root: ET.Element
    spaces: dict[str, str]


def read_part(data: bytes) -> Part:
    """Return a part of our own template; never one from outside."""
    spaces: dict[str, str] = {}
    root: ET.Element | None = None
    for event, found in ET.iterparse(io.BytesIO(data), events=("start-ns", "end")):
        if event == "start-ns":
            spaces[found[0]] = found[1]
        else:
            root = found
    assert root is not None
    return Part(root, spaces)


def write_part(part: Part) -> bytes:
    """Return the part with every namespace declared, used or not."""
    for prefix, space in part.spaces.items():
        ET.register_namespace(prefix, space)
    text = ET.tostring(part.root, encoding="unicode")
    end = text.index(">")
    missing = "".join(
        f' xmlns:{prefix}="{space}"'
        for prefix, space in part.spaces.items()
        if f" xmlns:{prefix}=" not in text[:end]
    )
    head = '<?xml version="1.0" encoding="UTF-8"?>\n'
    return f"{head}{text[:end]}{missing}{text[end:]}".encode()
