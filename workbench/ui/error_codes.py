"""Puts the short codes that errors carry as facts into words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

_CODES = {
    "header": "het begin van het bestand klopt niet",
    "steps": "er staat geen enkele bekende stap van het gegevensmodel in",
    "quick_check": "de eigen controle van de database vond een fout",
    "journal": "de keten van het logboek klopt niet",
    "rows": "de gegevens passen niet bij het logboek",
    "triggers": "de bewaking van het logboek ontbreekt of is gewijzigd",
    "file": "een bewaard bestand is niet meer zoals het was",
    "delivery": "een bewaarde levering is niet meer zoals zij was",
    "share": "netwerkmap",
    "unc": "netwerkmap",
    "remote": "netwerkmap",
    "network": "netwerkmap",
    "synchronised": "map die met een andere plek wordt gelijkgehouden",
    "onedrive": "map die met een andere plek wordt gelijkgehouden",
    "folder": "de map is alleen te lezen",
    "in_use": "een ander programma heeft het bestand open",
    "newer": "het bestand is van een nieuwere versie",
    "subject_missing": "het onderwerp ontbreekt",
    "heading_skips_level": "een kop slaat een niveau over",
    "table_without_header": "een tabel heeft geen kopregel",
    "table_uneven": "een tabel heeft rijen van ongelijke lengte",
    "figure_without_alt": "een figuur heeft geen beschrijving",
    "figure_unknown": "een figuur is niet te tekenen",
    "letterhead_too_long": "het briefhoofd past niet op de eerste bladzijde",
    "column_too_long": "de kolom met gegevens rechts past niet op de bladzijde",
    "geometry_too_large": "het is te groot of heeft te veel punten",
    "geometry_no_geojson": "het is geen GeoJSON met gebieden",
    "geometry_no_names": "er staat geen enkele naam van een COROP-regio in",
    "geometry_no_areas": "een gebied heeft geen geldige omtrek",
    "geometry_elsewhere": "de coördinaten zijn geen RD-meters en geen graden in Nederland",
    "signing_not_installed": "het onderdeel voor handtekeningen is hier niet geïnstalleerd",
    "signing_no_field": "deze brief heeft geen plaats voor een handtekening",
    "signing_signed_already": "deze brief is al ondertekend",
    "signing_wrong_passphrase": "het wachtwoord past niet, of dit is geen certificaat",
    "signing_no_key": "in het certificaatbestand zit geen sleutel om mee te ondertekenen",
    "signing_not_valid_now": "het certificaat is vandaag niet geldig",
    "signing_token": "de kaart of het token geeft geen toegang; controleer naam en pincode",
    "signing_unreadable": "het bestand is geen leesbare pdf",
    "signing_no_root": "het wortelcertificaat is niet te lezen",
    "logo_too_large": "het logo is groter dan 4.000 beeldpunten",
    "logo_unreadable": "het bestand is geen leesbare PNG of JPEG",
    "fonts_incomplete": "de map heeft geen gewone, vette en cursieve letter (.ttf)",
    "font_restricted": "dit lettertype mag niet in een PDF worden opgenomen",
    "font_lacks": "het lettertype kent niet alle letters die brieven nodig hebben",
    "font_unreadable": "het lettertype is niet te lezen",
}


def code_in_words(text: str) -> str:
    """Return the words for a code such as "journal: batch 3"; other text stays."""
    code, colon, rest = text.partition(":")
    first, _, subject = code.strip().partition(" ")
    words = _CODES.get(code.strip()) or _CODES.get(first)
    if words is None or (first not in _CODES and not colon):
        return text
    said = QCoreApplication.translate("explanations", words)
    detail = rest.strip() or subject
    return f"{said} ({detail})" if detail else said
