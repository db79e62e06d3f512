"""Why a file from outside is not taken in, with the words a window shows for it."""

from collections.abc import Iterable

from workbench.domain.errors import WorkbookRefusedError

_SAVE_AS_XLSX = "Open het bestand in Excel of LibreOffice en sla het op als xlsx."
_SEND_AGAIN = "Vraag de afzender om het bestand opnieuw op te slaan en te sturen."
_USE_OUR_TEMPLATE = (
    "Maak de intakewerkmap van deze casus opnieuw en laat die invullen, of kies het "
    "juiste bestand."
)

# Code → what happened, what to do now; `{detail}` stands for the fact of that name.
REFUSALS: dict[str, tuple[str, str]] = {
    "leeg": ("Het bestand is leeg.", _SEND_AGAIN),
    "wachtwoord": (
        "Het bestand is met een wachtwoord beveiligd.",
        "Vraag de afzender om het bestand zonder wachtwoord te sturen.",
    ),
    "drm": (
        "Het bestand is beveiligd met een gebruiksrecht (vertrouwelijkheidslabel).",
        "Vraag de afzender om een kopie zonder deze beveiliging.",
    ),
    "xls": ("Dit is een werkmap in het oude formaat xls.", _SAVE_AS_XLSX),
    "xlsb": ("Dit is een binaire werkmap (xlsb).", _SAVE_AS_XLSX),
    "pdf": (
        "Dit is een pdf en geen werkmap.",
        "Vraag de afzender om de ingevulde werkmap zelf (xlsx).",
    ),
    "html": ("Dit is een webpagina en geen werkmap.", _SAVE_AS_XLSX),
    "xml": ("Dit is een los XML-bestand en geen werkmap.", _SAVE_AS_XLSX),
    "onbekend": (
        "Dit soort bestand wordt niet herkend.",
        "Kies een werkmap (xlsx of ods) of een tabel als csv.",
    ),
    "tekst-onleesbaar": (
        "Het tekstbestand bevat tekens die in een tabel niet horen.",
        "Sla de tabel opnieuw op als “CSV UTF-8” of als xlsx.",
    ),
    "geen-kolommen": (
        "Dit is een tekstbestand zonder kolommen.",
        "Kies een werkmap (xlsx of ods) of een tabel als csv.",
    ),
    "open-aanhalingsteken": (
        "In het csv-bestand klopt een aanhalingsteken niet ({detail}).",
        "Herstel die regel of sla de tabel opnieuw op als “CSV UTF-8” of als xlsx.",
    ),
    "veld-te-lang": (
        "Het csv-bestand heeft een veld dat veel te lang is ({detail}).",
        "Waarschijnlijk ontbreekt er een aanhalingsteken. Sla de tabel opnieuw op.",
    ),
    "herhaling-te-groot": (
        "Het bestand herhaalt een gevulde cel ongewoon vaak. Het is daarom niet geopend.",
        "Vertrouw dit bestand niet zonder navraag. " + _SEND_AGAIN,
    ),
    "te-groot": (
        "Het bestand is groter dan 20 MB.",
        "Vraag de afzender om alleen de ingevulde werkmap, zonder extra bladen.",
    ),
    "te-groot-uitgepakt": (
        "Het bestand wordt bij het openen te groot. Het is daarom niet geopend.",
        "Vertrouw dit bestand niet zonder navraag. " + _SEND_AGAIN,
    ),
    "te-veel-onderdelen": ("Het bestand bestaat uit te veel onderdelen.", _SEND_AGAIN),
    "te-veel-cellen": (
        "De werkmap heeft meer gevulde cellen dan het programma inleest.",
        "Vraag de afzender om alleen de ingevulde werkmap, zonder extra bladen.",
    ),
    "zip-beschadigd": ("Het bestand is onvolledig of beschadigd.", _SEND_AGAIN),
    "zip-versleuteld": (
        "Het bestand is versleuteld.",
        "Vraag de afzender om het bestand zonder versleuteling te sturen.",
    ),
    "dubbel-onderdeel": (
        "Het bestand bevat hetzelfde onderdeel twee keer. Niet te zien is welk geldt.",
        _SEND_AGAIN,
    ),
    "onderdeel-ontbreekt": ("Een onderdeel van de werkmap ontbreekt.", _SEND_AGAIN),
    "dtd-verboden": (
        "Het bestand bevat XML die in een werkmap niet hoort (DOCTYPE).",
        "Vertrouw dit bestand niet zonder navraag. " + _SEND_AGAIN,
    ),
    "xml-fout": ("De inhoud van de werkmap is beschadigd.", _SEND_AGAIN),
    "te-diep": ("De inhoud van de werkmap is ongewoon opgebouwd.", _SEND_AGAIN),
    "cel-buiten-bereik": (
        "Een gevulde cel ligt ver buiten het gebied van een gewone werkmap.",
        "Verwijder de cellen ver onder of rechts van de tabel en sla opnieuw op.",
    ),
    "dubbele-cel": (
        "Dezelfde cel komt twee keer voor. Niet te zien is welke waarde geldt.",
        _SEND_AGAIN,
    ),
    "dubbele-bladnaam": ("Twee bladen hebben dezelfde naam.", _SEND_AGAIN),
    "samenvoeging-te-groot": (
        "Een samenvoeging van cellen beslaat een te groot gebied.",
        "Hef de samengevoegde cellen op en sla opnieuw op.",
    ),
    "geen-tekst": (
        "Dit bestand is geen tekstdocument (odt of docx).",
        "Open het in LibreOffice of Word en sla het op als odt of docx.",
    ),
    "geen-brief": (
        "In dit document staan geen alinea's van deze brief.",
        "Kies het document dat u voor deze brief heeft verstuurd.",
    ),
    "andere-brief": (
        "Dit document hoort bij een andere brief.",
        "Open de brief waarvoor u het document heeft verstuurd en lees het daar in.",
    ),
    "geen-werkmap": (
        "Dit bestand is geen werkmap.",
        "Kies een werkmap (xlsx of ods) of een tabel als csv.",
    ),
    "geen-bladen": ("De werkmap bevat geen bladen met cellen.", _SEND_AGAIN),
    "lezer-gestopt": (
        "Het inlezen is onverwacht gestopt. Uw gegevens zijn niet veranderd.",
        _SEND_AGAIN,
    ),
    "te-veel-geheugen": (
        "Het inlezen vroeg te veel geheugen en is gestopt.",
        "Vertrouw dit bestand niet zonder navraag. " + _SEND_AGAIN,
    ),
    "te-lang": (
        "Het inlezen duurde te lang en is gestopt.",
        "Vertrouw dit bestand niet zonder navraag. " + _SEND_AGAIN,
    ),
    "vreemd-sjabloon": (
        "Deze werkmap is niet door dit programma gemaakt, of is een ander soort werkmap.",
        _USE_OUR_TEMPLATE,
    ),
    "andere-versie": (
        "Deze werkmap is gemaakt met een andere versie van het sjabloon.",
        _USE_OUR_TEMPLATE,
    ),
    "andere-casus": (
        "Deze werkmap hoort bij een andere casus: {detail}.",
        _USE_OUR_TEMPLATE,
    ),
    "ander-ministerie": (
        "Deze werkmap is voor een ander ministerie gemaakt: {detail}.",
        _USE_OUR_TEMPLATE,
    ),
    "kenmerk-gewijzigd": (
        "De verborgen gegevens over de herkomst van deze werkmap zijn gewijzigd.",
        _USE_OUR_TEMPLATE,
    ),
    "blad-ontbreekt": (
        "Het blad {detail} hoort in deze werkmap, maar ontbreekt of heet anders.",
        "Zet het blad terug onder de oorspronkelijke naam, of vul de werkmap opnieuw in.",
    ),
}


def refusal(code: str, detail: str = "") -> WorkbookRefusedError:
    """Return the error for `code`; who knows the file's name adds it."""
    return WorkbookRefusedError(file="", code=code, detail=detail[:200])


def refuse_doubles(names: Iterable[str]) -> None:
    """Refuse a workbook in which two sheets have one name."""
    seen: set[str] = set()
    for name in names:
        folded = name.strip().casefold()
        if folded in seen:
            raise refusal("dubbele-bladnaam", name)
        seen.add(folded)
