"""Dutch names of fields and codes, as facts and findings show them."""

from workbench.domain.case import Occasion
from workbench.domain.organisation import Sector

OCCASIONS = {
    Occasion.SIZE_CHANGE: "wijziging van de omvang",
    Occasion.RELOCATION: "verplaatsing",
    Occasion.NEW_SERVICE: "nieuwe dienst",
    Occasion.NEW_UNIT: "nieuw organisatieonderdeel",
    Occasion.MASTERPLAN: "nieuw masterplan",
    Occasion.CHANGE_REQUEST: "verzoek tot wijziging van een masterplan",
}
SECTORS = {
    Sector.MINISTRIES: "ministeries",
    Sector.POLICE: "Nationale Politie",
    Sector.JUDICIARY: "Rechtspraak",
    Sector.PRISONS: "Dienst Justitiële Inrichtingen",
    Sector.DEFENCE: "Defensie",
    Sector.AGENCIES: "zelfstandige bestuursorganen",
}
GROUNDS = {
    "primary_process": "primair proces",
    "governance": "complex bestuurlijk proces",
    "fluctuating": "wisselend zaakaanbod",
    "statutory": "wet- en regelgeving",
}
FIELDS = {
    "field:occasion": "de aanleiding",
    "field:service": "de naam van de dienst",
    "field:ministry": "het ministerie",
    "field:sector": "de sector",
    "field:body": "de soort dienst",
    "field:fte_before": "de omvang nu (fte)",
    "field:fte_after": "de omvang straks (fte)",
    "field:figures_on": "de peildatum van de cijfers",
    "field:shifts": "de verdeling over provincies (fte)",
    "field:notice_on": "de datum van de melding",
    "field:intention": "een omschrijving van het voornemen",
    "tab:locaties": "een voorkeurslocatie met provincie",
}
