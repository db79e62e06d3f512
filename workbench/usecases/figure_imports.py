"""Takes tables of figures in as one delivery, in one action that can be undone."""

from __future__ import annotations

import mimetypes
from dataclasses import dataclass, replace
from datetime import date

from workbench.domain.delivery import Delivery
from workbench.domain.errors import FactInvalidError
from workbench.exchange.table_layout import (
    TableLayout,
    Use,
    fingerprint,
    read_layout,
    write_layout,
)
from workbench.store import deliveries, files, learning, organisations
from workbench.usecases.context import Change, Context
from workbench.usecases.figure_files import sheet_of
from workbench.usecases.figure_previews import FigurePlan, ImportPreview
from workbench.usecases.request_steps import keep_taken_in


@dataclass(frozen=True, slots=True, kw_only=True)
class DeliveryFacts:
    """What is written on a delivery.

    Attributes:
        reason: Why earlier figures change.
        accepted: Why sums that are not right are taken in all the same.
    """

    title: str
    delivered_by: str
    delivered_on: date | None
    method: str = ""
    source: str = ""
    reason: str = ""
    accepted: str = ""
    is_sample: bool = False


def missing_facts(preview: ImportPreview, facts: DeliveryFacts) -> dict[str, str]:
    """Return what must still be filled in: name of the field → what to do."""
    asked = {}
    if not facts.title.strip():
        asked["title"] = "Geef de levering een korte naam."
    if not facts.delivered_by.strip():
        asked["delivered_by"] = "Noem wie de cijfers leverde."
    if facts.delivered_on is None:
        asked["delivered_on"] = "Noem de dag waarop de cijfers binnenkwamen."
    if not facts.source.strip():
        asked["source"] = "Noem de bron, zoals een Kamerstuk of een brief."
    if preview.corrects and not facts.reason.strip():
        asked["reason"] = "Deze levering wijzigt eerdere cijfers. Noem de reden."
    if preview.failed_checks and not facts.accepted.strip():
        asked["accepted"] = (
            "Niet alle optellingen kloppen. Vink aan dat u dat weet en zeg waarom de"
            " cijfers toch worden overgenomen, of laat het bestand verbeteren."
        )
    return asked


def take_in_figures(
    context: Context, preview: ImportPreview, facts: DeliveryFacts
) -> tuple[Delivery, Change]:
    """Keep the figures as one delivery with its file, in one action.

    Raises:
        FactInvalidError: Something is still open, or the delivery does not tell it.
        FigureTwiceError: One figure stands in the tables twice.
    """
    plan, source = preview.plan, preview.plan.source
    if not plan.is_complete or not (preview.values or preview.benchmarks):
        raise FactInvalidError(
            field="Tabel", value=source.file, expected="een antwoord op elke vraag"
        )
    for field, words in missing_facts(preview, facts).items():
        raise FactInvalidError(field=field, value="", expected=words)
    media_type = mimetypes.guess_type(source.file)[0] or "application/octet-stream"
    with context.batch(f"Levering {facts.title.strip()} ingelezen"):
        sha256 = files.keep_file(
            context.store, source.data, name=source.file, media_type=media_type
        )
        for made in plan.decisions.new_organisations.values():
            organisations.save_organisation(
                context.store,
                replace(made, is_sample=made.is_sample or facts.is_sample),
            )
        delivery = deliveries.insert_delivery(
            context.store,
            _delivery(context, preview, facts, sha256),
            preview.values,
            benchmarks=preview.benchmarks,
        )
        _learn(context, plan, facts.delivered_by.strip())
        if plan.review is not None:
            keep_taken_in(context, source, plan.review, sha256, delivery.id)
    return delivery, Change(everything=True)


def _delivery(
    context: Context, preview: ImportPreview, facts: DeliveryFacts, sha256: str
) -> Delivery:
    reasons = [facts.reason.strip()]
    if preview.failed_checks:
        words = "Optellingen die niet kloppen ({count}), bewust overgenomen: {why}"
        count, why = len(preview.failed_checks), facts.accepted.strip()
        reasons.append(words.format(count=count, why=why))
    return Delivery(
        id=context.new_id(),
        title=facts.title.strip(),
        delivered_by=facts.delivered_by.strip(),
        delivered_on=preview.delivered_on,
        method=facts.method,
        source=facts.source.strip(),
        reason="\n".join(filter(None, reasons)),
        file=sha256,
        is_sample=facts.is_sample,
    )


def _learn(context: Context, plan: FigurePlan, sender: str) -> None:
    """Remember what is new; what was known already leaves no trace in the journal."""
    known = learning.list_synonyms(context.store)
    for key, target in plan.decisions.words.items():
        if known.get(key) != target:
            learning.save_synonym(context.store, *key, target)
    if plan.review is not None:
        return
    for layout in plan.layouts:
        sheet = sheet_of(plan.source.book, layout)
        known_by = fingerprint(sheet, layout.header_row)
        recipe = learning.load_recipe(context.store, known_by)
        if recipe is None or _shape(read_layout(recipe)) != _shape(layout):
            content = write_layout(layout)
            learning.save_recipe(context.store, sender, known_by, content)


def _shape(layout: TableLayout) -> tuple[object, ...]:
    """Return of a layout what holds for a next file too."""
    constants = dict(layout.constants)
    constants.pop(Use.REFERENCE_DATE, None)
    columns = {
        (one.header, one.use, tuple(sorted(one.fixed.items())), one.unknown)
        for one in layout.columns
    }
    return columns, constants
