"""The fields of the facts form, in order, with unit and reference date in the label."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from workbench.domain.case import Case
from workbench.domain.notation import write_date
from workbench.domain.organisation import Sector
from workbench.domain.rule import Body
from workbench.ui.calm_combo import Choice
from workbench.ui.field_values import FieldKind, FieldSpec
from workbench.usecases.fields import OCCASIONS, SECTORS


def tr(text: str) -> str:
    """Return `text` in the user's language."""
    return QCoreApplication.translate("facts_words", text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """One card of the form."""

    key: str
    title: str
    fields: tuple[FieldSpec, ...]


def groups() -> tuple[Group, ...]:
    """Return the cards of the form."""
    return (
        Group(key="what", title=tr("Dienst en voornemen"), fields=_what()),
        Group(key="when", title=tr("Datums"), fields=_when()),
        Group(key="size", title=tr("Omvang en verdeling"), fields=_size()),
        Group(key="letter", title=tr("Voor de brief"), fields=_letter()),
    )


def labels(case: Case) -> dict[str, str]:
    """Return the labels that name a date of this case."""
    figures = write_date(case.figures_on)
    day = (
        tr("op {day}").format(day=figures) if case.figures_on else tr("peildatum onbekend")
    )
    planned = str(case.planned_year) if case.planned_year else tr("jaar onbekend")
    is_new = case.occasion is not None and case.occasion.is_new
    after = (
        tr("Omvang bij de start, in fte ({year})")
        if is_new
        else tr("Omvang volgens het voornemen, in fte ({year})")
    )
    return {
        "ministry": tr("Ministerie (zoals op {day})").format(
            day=write_date(case.judged_on)
        ),
        "fte_before": tr("Omvang nu, in fte ({day})").format(day=day),
        "fte_after": after.format(year=planned),
    }


def occasion_choices() -> list[Choice]:
    return [(None, tr("Onbekend")), *OCCASIONS.items()]


def sector_choices() -> list[Choice]:
    return [(None, tr("Onbekend")), *SECTORS.items()]


def body_choices(bodies: tuple[Body, ...], case: Case) -> list[Choice]:
    """Return the bodies of the sector on the reference day; all when it is unknown."""
    fitting = [
        body
        for body in bodies
        if body.holds_on(case.judged_on)
        and (case.sector is None or body.sector == case.sector or body.key == case.body)
    ]
    named: list[Choice] = [(body.key, _body_name(body, case.sector)) for body in fitting]
    return [(None, tr("Onbekend")), *named]


def _body_name(body: Body, sector: Sector | None) -> str:
    if sector is not None or body.sector not in set(Sector):
        return body.name
    return f"{body.name} · {SECTORS[Sector(body.sector)]}"


def _what() -> tuple[FieldSpec, ...]:
    choice = FieldKind.CHOICE
    return (
        FieldSpec(name="title", label=tr("Titel van de casus"), is_wide=True),
        FieldSpec(name="service", label=tr("Dienst of onderdeel")),
        FieldSpec(name="ministry", label=tr("Ministerie"), kind=choice),
        FieldSpec(name="sector", label=tr("Sector"), kind=choice),
        FieldSpec(name="body", label=tr("Organisatie uit de sectorlijst"), kind=choice),
        FieldSpec(name="occasion", label=tr("Aanleiding"), kind=choice, is_wide=True),
        FieldSpec(
            name="intention",
            label=tr("Voornemen (komt in de brief)"),
            kind=FieldKind.LONG,
            hint=tr("Schrijf in hele zinnen wat het ministerie wil en waarom."),
            is_wide=True,
        ),
    )


def _when() -> tuple[FieldSpec, ...]:
    day = FieldKind.DATE
    return (
        FieldSpec(name="notice_on", label=tr("Datum melding"), kind=day),
        FieldSpec(
            name="judged_on",
            label=tr("Toetsdatum"),
            kind=day,
            hint=tr(
                "De regels van deze dag gelden. Gewoonlijk is dat de datum van de melding."
            ),
        ),
        FieldSpec(
            name="judged_on_reason",
            label=tr("Reden van een andere toetsdatum"),
            is_wide=True,
        ),
        FieldSpec(name="figures_on", label=tr("Peildatum van de cijfers"), kind=day),
        FieldSpec(
            name="planned_year", label=tr("Jaar van uitvoering"), kind=FieldKind.YEAR
        ),
    )


def _size() -> tuple[FieldSpec, ...]:
    hint = tr("Rijksambtenaren en externen samen.")
    return (
        FieldSpec(name="fte_before", label="", kind=FieldKind.FTE, hint=hint),
        FieldSpec(name="fte_after", label="", kind=FieldKind.FTE, hint=hint),
    )


def _letter() -> tuple[FieldSpec, ...]:
    return (
        FieldSpec(
            name="recipient_name",
            label=tr("Geadresseerde"),
            hint=tr("De eerste regel van het adres."),
        ),
        FieldSpec(
            name="recipient_address",
            label=tr("Adres van de geadresseerde"),
            kind=FieldKind.LONG,
            hint=tr("Eén regel per adresregel, hoogstens vijf."),
        ),
        FieldSpec(name="their_reference", label=tr("Uw kenmerk")),
        FieldSpec(name="their_letter_on", label=tr("Brief van"), kind=FieldKind.DATE),
        FieldSpec(name="handler", label=tr("Behandelaar")),
        FieldSpec(name="source", label=tr("Bron van de gegevens")),
    )
