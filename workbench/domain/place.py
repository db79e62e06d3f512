"""The twelve provinces and their codes.

Source: TOOI rwc_provincies_compleet, ISO 3166-2 and NUTS 2024 (`domain.md` 5.1). Which
provinces form the Randstad or fall under the motie-De Vries is dated data in
`resources/rules/`, never a constant here.
"""

import unicodedata
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Province:
    """One province.

    Attributes:
        code: CBS code, PV20 to PV31.
        aliases: Other names and abbreviations met in ministries' workbooks.
    """

    code: str
    name: str
    iso: str
    nuts: str
    aliases: tuple[str, ...]

    @property
    def tooi(self) -> str:
        """The TOOI identifier."""
        return f"https://identifier.overheid.nl/tooi/id/provincie/{self.code.lower()}"


def _province(code: str, name: str, iso: str, nuts: str, *aliases: str) -> Province:
    return Province(code=code, name=name, iso=iso, nuts=nuts, aliases=aliases)


PROVINCES = (
    _province("PV20", "Groningen", "NL-GR", "NL11", "GR"),
    _province("PV21", "Fryslân", "NL-FR", "NL12", "FR", "Friesland", "Frl"),
    _province("PV22", "Drenthe", "NL-DR", "NL13", "DR"),
    _province("PV23", "Overijssel", "NL-OV", "NL21", "OV"),
    _province("PV24", "Flevoland", "NL-FL", "NL23", "FL"),
    _province("PV25", "Gelderland", "NL-GE", "NL22", "GLD", "GE"),
    _province("PV26", "Utrecht", "NL-UT", "NL35", "UT"),
    _province("PV27", "Noord-Holland", "NL-NH", "NL32", "NH", "N-Holland"),
    _province("PV28", "Zuid-Holland", "NL-ZH", "NL36", "ZH", "Z-Holland"),
    _province("PV29", "Zeeland", "NL-ZE", "NL34", "ZL", "ZE"),
    _province("PV30", "Noord-Brabant", "NL-NB", "NL41", "NB", "N-Brabant", "Brabant"),
    _province("PV31", "Limburg", "NL-LI", "NL42", "LB", "LI"),
)
BY_CODE = {province.code: province for province in PROVINCES}


def fold(name: str) -> str:
    """Return `name` without case, accents, spaces and hyphens, for comparing names."""
    plain = unicodedata.normalize("NFKD", name).casefold()
    return "".join(sign for sign in plain if sign.isalpha())


_BY_NAME = {
    fold(name): province
    for province in PROVINCES
    for name in (province.name, province.code, province.iso, *province.aliases)
}


def find_province(name: str) -> Province | None:
    """Return the province that `name` means by name, code or alias; never by guessing."""
    return BY_CODE.get(name.strip().upper()) or _BY_NAME.get(fold(name))
