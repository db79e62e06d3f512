"""Builds the tables and figures of a letter from the facts of a case."""

from collections.abc import Mapping

from workbench.domain.case import Case, Location
from workbench.domain.finding import Fact
from workbench.domain.fte import sum_fte
from workbench.domain.letter import Block, FigureBlock, Span, TableBlock
from workbench.domain.notation import write_change, write_date, write_fte
from workbench.domain.place import BY_CODE
from workbench.figures.map_sheet import Caption
from workbench.figures.maps import change_map


def build_part(
    builder: str,
    key: str,
    case: Case,
    locations: tuple[Location, ...],
) -> Block | None:
    """Return the named part, or `None` when the case has nothing to show in it."""
    if builder == "distribution":
        return _distribution(key, case)
    if builder == "alternatives":
        return _alternatives(key, locations)
    return _change_map(key, case)


def fact_table(prefix: str, key: str, facts: Mapping[str, Fact]) -> TableBlock | None:
    """Return the facts whose keys begin so as a table; the heading fact names it.

    The fact "<prefix>" itself has the title as its label and both headings as its text,
    with a bar between them.
    """
    rows = [
        (Span(text=fact.label), Span(text=fact.text, fact=fact.key))
        for name, fact in facts.items()
        if name.startswith(f"{prefix}.")
    ]
    heading = facts.get(prefix)
    if heading is None or not rows:
        return None
    first, _, second = heading.text.partition("|")
    return TableBlock(
        key=key,
        title=heading.label,
        header=(first, second),
        rows=tuple(rows),
        is_number=(False, True),
        note=heading.origin,
    )


def _distribution(key: str, case: Case) -> TableBlock | None:
    if not case.shifts:
        return None
    rows: list[tuple[Span, ...]] = [
        (
            Span(text=BY_CODE[shift.province].name),
            Span(text=write_fte(shift.before), fact=f"shift.{shift.province}.before"),
            Span(text=write_fte(shift.after), fact=f"shift.{shift.province}.after"),
            Span(text=write_change(shift.change), fact=f"shift.{shift.province}.change"),
        )
        for shift in case.shifts
    ]
    before = sum_fte([shift.before for shift in case.shifts])
    after = sum_fte([shift.after for shift in case.shifts])
    change = sum_fte([shift.change for shift in case.shifts])
    total = (write_fte(before), write_fte(after), write_change(change))
    rows.append((Span(text="Totaal"), *(Span(text=text) for text in total)))
    return TableBlock(
        key=key,
        title="Verdeling over de provincies in fte",
        header=("Provincie", "Nu", "Voornemen", "Verschil"),
        rows=tuple(rows),
        is_number=(False, True, True, True),
        note=f"Peildatum van de huidige stand: {write_date(case.figures_on)}.",
        has_total=True,
    )


def _alternatives(key: str, locations: tuple[Location, ...]) -> TableBlock | None:
    if not locations:
        return None
    rows = []
    for number, location in enumerate(locations, start=1):
        province = BY_CODE[location.province].name if location.province else "onbekend"
        place = ", ".join(filter(None, (location.municipality, province)))
        name = f"{location.name} (voorkeur)" if location.is_preferred else location.name
        rows.append(
            (
                Span(text=name, fact=f"location.{number}.name"),
                Span(text=place, fact=f"location.{number}.province"),
                Span(text=write_fte(location.fte), fact=f"location.{number}.fte"),
                Span(
                    text=write_date(location.ready_on), fact=f"location.{number}.ready_on"
                ),
            )
        )
    return TableBlock(
        key=key,
        title="Vergeleken locaties",
        header=("Locatie", "Plaats", "Omvang in fte", "Beschikbaar vanaf"),
        rows=tuple(rows),
        is_number=(False, False, True, False),
    )


def _change_map(key: str, case: Case) -> FigureBlock | None:
    changes = {shift.province: shift.change for shift in case.shifts}
    if not any(change is not None and change.hundredths for change in changes.values()):
        return None
    title = "Verschil per provincie in fte"
    caption = Caption(
        title=title,
        subject="Verschil in fte",
        source=f"opgave van het ministerie, peildatum {write_date(case.figures_on)}",
    )
    drawing = change_map(changes, caption)
    return FigureBlock(
        key=key, title=title, alt=drawing.alt, note=drawing.source, figure=drawing
    )
