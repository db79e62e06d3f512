"""The sheet "Toelichting" of the intake workbook: how to fill it in and what follows."""

from openpyxl import Workbook

from workbench.exchange import form_parts
from workbench.exchange.intake import IntakeRequest

_PARTS = (
    (
        "Waarvoor is deze werkmap?",
        (
            (
                "Met deze werkmap meldt u een voornemen bij het ministerie van "
                "Binnenlandse Zaken en Koninkrijksrelaties (BZK). BZK gebruikt uw gegevens "
                "om te bepalen of een locatieadvies of een voorstel nodig is, en om dat "
                "voor te bereiden."
            ),
            "De werkmap hoort bij één casus. Gebruik haar niet voor een andere casus.",
        ),
    ),
    (
        "Hoe vult u de werkmap in?",
        (
            "Vul alleen de lichtgele cellen in. De andere cellen zijn vergrendeld.",
            (
                "Laat een cel leeg als u het antwoord nog niet weet. Vul dan geen 0 in: "
                "0 betekent dat het er werkelijk nul zijn."
            ),
            (
                "Fte: ambtenaren en extern personeel samen. Gebruik een komma voor "
                "decimalen, zoals 1234,5. Laat de punt weg."
            ),
            "Datums: dag, maand en een jaar van vier cijfers, zoals 8-5-2024.",
            (
                "Alle fte-cijfers van vóór de wijziging gelden op de peildatum die u op "
                "het blad Casus invult."
            ),
            "Verander geen namen van bladen en kolommen. Voeg geen bladen toe.",
        ),
    ),
    (
        "Welke bladen zijn er?",
        (
            "Casus: wat u wilt veranderen, waarom, hoeveel fte en wanneer.",
            "Verdeling: de fte per provincie, vóór en na de wijziging.",
            "Locaties: de locaties die u vergelijkt, met per locatie het regionaal belang.",
            "Controles: wat de werkmap zelf telt. U hoeft daar niets in te vullen.",
        ),
    ),
    (
        "Voordat u de werkmap terugstuurt",
        (
            (
                "Kijk op het blad Controles. Staat er ergens geen 0, kijk dan wat u kunt "
                "doen. BZK voert dezelfde controles uit."
            ),
            "Een fout moet hersteld zijn. Een vraag mag blijven staan.",
            (
                "Een formule ziet niet alles. Tekst zoals 1.234 kan twee dingen betekenen. "
                "Daar vraagt BZK naar."
            ),
        ),
    ),
    (
        "Wat gebeurt er daarna?",
        (
            "Sla de werkmap op als xlsx, zonder wachtwoord, en stuur haar terug naar BZK.",
            (
                "BZK controleert elke cel. Klopt er iets niet, dan krijgt u een lijst met "
                "het blad, de cel en de vraag."
            ),
            "Wat u invult, wordt met datum en bron vastgelegd bij de casus.",
        ),
    ),
)


def write_help(workbook: Workbook, request: IntakeRequest, subtitle: str) -> None:
    """Write the sheet."""
    contact = (("Vragen?", (request.office,)),) if request.office else ()
    form_parts.write_help(workbook, subtitle, (*_PARTS, *contact))
