"""Gives every error the user can act on its words: what happened, and what to do now."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from workbench.domain import errors
from workbench.domain.errors import WorkbenchError
from workbench.ui.error_codes import code_in_words


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """Words for one error."""

    title: str
    happened: str
    do_now: str


_CODED = {"detail", "reason"}


def tr(text: str) -> str:
    """Return `text` in the user's language."""
    return QCoreApplication.translate("explanations", text)


def explain(error: WorkbenchError) -> Explanation:
    """Return the words for `error`.

    Raises:
        KeyError: The class has no words yet; a test keeps that from happening.
    """
    if isinstance(error, errors.WorkbookRefusedError):
        return _explain_refusal(error)
    title, happened, do_now = _WORDS[type(error)]
    facts = {name: _as_text(value) for name, value in error.facts.items()}
    facts |= {name: code_in_words(facts[name]) for name in _CODED & facts.keys()}
    return Explanation(
        title=tr(title),
        happened=tr(happened).format_map(_Lenient(facts)),
        do_now=tr(do_now).format_map(_Lenient(facts)),
    )


class _Lenient(dict[str, str]):
    """Leaves out a fact that was not given, rather than failing over an error message."""

    def __missing__(self, key: str) -> str:
        return tr("onbekend")


def _as_text(value: object) -> str:
    if isinstance(value, list | tuple):
        return "; ".join(str(item) for item in value)
    return str(value)


def _explain_refusal(error: WorkbenchError) -> Explanation:
    from workbench.exchange.refusals import REFUSALS  # noqa: PLC0415 - only when needed

    happened, do_now = REFUSALS[str(error.facts["code"])]
    facts = _Lenient({name: _as_text(value) for name, value in error.facts.items()})
    return Explanation(
        title=tr("Dit bestand is niet ingelezen"),
        happened="{file}: {words}".format(
            file=facts["file"], words=tr(happened).format_map(facts)
        ),
        do_now=tr(do_now).format_map(facts)
        + " "
        + tr("Er is niets in uw dossiers gewijzigd."),
    )


_Words = tuple[str, str, str]
_WORDS: dict[type[WorkbenchError], _Words] = {
    errors.StoreDamagedError: (
        "Het dossierbestand is beschadigd",
        "Het bestand {path} is niet heel: {detail}. Er is niets in gewijzigd.",
        "Zet een reservekopie terug. Het beschadigde bestand blijft ernaast bewaard.",
    ),
    errors.ReadingStoppedError: (
        "Het lezen is gestopt",
        "Het bestand is niet gelezen en er is niets gewijzigd.",
        "Lees het bestand opnieuw in als u het toch wilt gebruiken.",
    ),
    errors.StoreBusyError: (
        "De werkbank is nog bezig",
        "Dit loopt nog: {action}. Zolang dat duurt, wordt er niets anders bewaard.",
        "Wacht tot de balk onderin weg is en doe het dan opnieuw.",
    ),
    errors.FigureTwiceError: (
        "Een cijfer staat er twee keer in",
        "Hetzelfde cijfer staat in {cell} en in {other}. De levering is niet bewaard.",
        "Haal er een van weg, of laat die kolom of rij weg, en lees opnieuw in.",
    ),
    errors.StoreNotOursError: (
        "Dit is geen dossierbestand van de werkbank",
        "Het bestand {path} is door een ander programma gemaakt.",
        "Kies een ander bestand, of begin met een nieuw dossierbestand.",
    ),
    errors.StoreTooNewError: (
        "Het dossierbestand is van een nieuwere versie",
        "Het bestand {path} kent stap {step}, die deze versie van de werkbank niet kent.",
        "Werk de werkbank bij. Tot die tijd kunt u de dossiers lezen, maar niet wijzigen.",
    ),
    errors.StoreReadOnlyError: (
        "De dossiers zijn alleen te lezen",
        "In {path} kan niet worden geschreven: {reason}.",
        "Kies een map waarin u mag schrijven, of vraag de beheerder om rechten.",
    ),
    errors.StoreFullError: (
        "De schijf is vol",
        "Er is geen ruimte meer voor {path}. Alleen uw laatste wijziging is niet bewaard.",
        "Maak ruimte vrij op de schijf en voer de wijziging opnieuw in.",
    ),
    errors.StoreInUseError: (
        "De dossiers zijn al geopend",
        "Het bestand {path} is in gebruik bij {holder}.",
        "Ga naar het andere venster. U kunt de dossiers hier wel lezen.",
    ),
    errors.StoreOnShareError: (
        "Deze map is niet veilig voor de dossiers",
        "{path} staat op een netwerk ({reason}). Wijzigingen kunnen daar verloren gaan.",
        "Zet de dossiers op deze computer, bijvoorbeeld in {suggestion}.",
    ),
    errors.StoreWriteFailedError: (
        "De wijziging is niet bewaard",
        "Schrijven in {path} lukte niet: {detail}. De dossiers zijn zoals daarvoor.",
        "Probeer het opnieuw. Blijft het misgaan, maak dan elders een reservekopie.",
    ),
    errors.BackupFailedError: (
        "De reservekopie is niet gelukt",
        "De kopie {path} kon niet worden gemaakt of gecontroleerd: {detail}.",
        "Kies een andere map met genoeg ruimte. De dossiers zelf zijn niet gewijzigd.",
    ),
    errors.UndoConflictError: (
        "Latere handelingen bouwen hierop voort",
        "“{action}” kan niet alleen ongedaan worden gemaakt. Daarna kwam: {later}.",
        "Maak ook de latere handelingen ongedaan, of laat alles zoals het is.",
    ),
    errors.UndoFinalError: (
        "Dit kan niet ongedaan worden gemaakt",
        "“{action}” is definitief. Een vastgestelde brief verandert nooit.",
        "Maak een nieuwe versie van de brief als er iets moet wijzigen.",
    ),
    errors.NothingToUndoError: (
        "Er is niets ongedaan te maken of opnieuw te doen",
        "Er is geen handeling die daarvoor in aanmerking komt.",
        "U kunt gewoon verdergaan.",
    ),
    errors.CaseNotFoundError: (
        "Deze casus bestaat niet (meer)",
        "De casus {case} staat niet in de dossiers.",
        "Kies een casus uit de lijst.",
    ),
    errors.CaseClosedError: (
        "Deze casus is afgesloten",
        "De gegevens van casus {case} zijn bewijs en kunnen niet meer wijzigen.",
        "Heropen de casus bij de status, of begin een nieuwe casus.",
    ),
    errors.FactInvalidError: (
        "Deze waarde kan niet worden gelezen",
        "Bij {field} staat “{value}”.",
        "Verwacht wordt: {expected}.",
    ),
    errors.ReasonMissingError: (
        "Er is een reden nodig",
        "De wijziging van {field} vraagt om een reden, zodat later te volgen is waarom.",
        "Vul de reden in en probeer het opnieuw.",
    ),
    errors.RulesInvalidError: (
        "Een regel- of tekstbestand klopt niet",
        "In {path} is onderdeel {entry} niet bruikbaar: {detail}.",
        "Herstel dit bestand of installeer de werkbank opnieuw.",
    ),
    errors.LetterNotReadyError: (
        "De brief kan nog niet worden vastgesteld",
        "Voor casus {case} staat nog open: {missing}.",
        "Beantwoord de vragen hierboven. Elke regel brengt u naar de juiste plek.",
    ),
    errors.LetterInvalidError: (
        "De brief voldoet niet aan de vormeisen",
        "Bij {letter} vond de controle: {detail}.",
        "Pas de brief aan. Er is niets vastgesteld.",
    ),
    errors.LetterheadInvalidError: (
        "Dit logo of lettertype kan niet op brieven",
        "De controle vond: {detail}.",
        "Kies een ander bestand. Er is niets gewijzigd.",
    ),
    errors.SigningError: (
        "Ondertekenen of nagaan lukt niet",
        "{detail}.",
        "Er is niets gewijzigd. Herstel dit en probeer het opnieuw.",
    ),
    errors.UnknownGlyphError: (
        "De letter van de brief kent een teken niet",
        "Het teken “{character}” ({name}) staat in: {text}.",
        "Vervang het teken door een ander teken.",
    ),
    errors.WorkbookFaultyError: (
        "De werkmap bevat cellen die niet kloppen",
        "In {file} zijn deze cellen niet goed: {faults}.",
        "Verbeter deze cellen en lees het bestand opnieuw in. Er is niets gewijzigd.",
    ),
    errors.GeometryRefusedError: (
        "Dit kaartbestand is niet gebruikt",
        "Het bestand {file} is geen kaart van de COROP-regio's: {detail}.",
        (
            "Kies het GeoJSON-bestand van de COROP-gebieden uit de gebiedsindelingen van"
            " het CBS. De kaart van de provincies blijft gewoon werken."
        ),
    ),
    errors.FileInUseError: (
        "Het bestand is geopend in een ander programma",
        "{path} kan niet worden overschreven zolang het geopend is.",
        "Sluit het bestand, of bewaar het als {suggestion}.",
    ),
    errors.FileUnwritableError: (
        "Het bestand kan hier niet worden bewaard",
        "{path}: {detail}.",
        "Kies een andere map.",
    ),
    errors.FileTooLargeError: (
        "Het bestand is te groot",
        "{path} is {size} bytes; de grens is {limit} bytes.",
        "Verklein het bestand of bewaar het ergens anders en verwijs ernaar.",
    ),
}
