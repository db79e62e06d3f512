"""Writes our own formulas as OpenFormula; they are few and all of one style."""

import re

_REFERENCE = re.compile(
    r"(?:([A-Za-z_]+)!)?(\$?[A-Z]{1,3}\$?[0-9]+)(?::(\$?[A-Z]{1,3}\$?[0-9]+))?(?![A-Za-z0-9(])"
)
_TEXT = re.compile(r'("(?:[^"]|"")*")')


def write_open_formula(formula: str) -> str:
    """Return a formula of Excel, with "=" before it, as OpenFormula."""
    pieces = _TEXT.split(formula)
    changed = [
        piece if number % 2 else _REFERENCE.sub(_reference, piece.replace(",", ";"))
        for number, piece in enumerate(pieces)
    ]
    return "of:" + "".join(changed)


def _reference(match: re.Match[str]) -> str:
    sheet, first, last = match.groups()
    start = f"${sheet}.{first}" if sheet else f".{first}"
    return f"[{start}{f':.{last}' if last else ''}]"
