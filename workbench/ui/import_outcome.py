"""Shows what taking figures in would mean: sums, differences per cell, and questions."""

from __future__ import annotations

from collections import Counter

from PySide6.QtWidgets import QWidget

from workbench.analysis.checks import Check, Difference, DifferenceKind, Outcome
from workbench.domain.fte import Fte
from workbench.domain.notation import write_change, write_date, write_fte, write_list
from workbench.ui.calm_combo import CalmCombo, Choice
from workbench.ui.long_table import LongTable
from workbench.ui.rows_panel import Column
from workbench.ui.widgets.card import Card, Note
from workbench.ui.widgets.chip import Kind
from workbench.ui.widgets.labels import heading, muted
from workbench.usecases.figure_names import FigureNames, write_moment_of
from workbench.usecases.figure_previews import ImportPreview
from workbench.usecases.figure_signals import Unlikely, UnlikelyKind

_MOST_ROWS = 9
_ORDER = {Outcome.DIFFERS: 0, Outcome.UNKNOWN: 1, Outcome.SAME: 2}


class OutcomeCard(Card):
    """Nothing in here can be changed: it is what the figures say of themselves."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.set_title(self.tr("Wat de cijfers zeggen"))
        self._names = FigureNames(organisations={}, regions={})
        self._preview: ImportPreview | None = None
        self.count = Note()
        self.verdict = Note()
        self.overtaken = Note()
        self.checks = LongTable(self.tr("Controles"), self._check_columns())
        self.kind = CalmCombo()
        self.differences = LongTable(self.tr("Verschillen"), difference_columns(self))
        self.questions = LongTable(self.tr("Vragen bij de cijfers"), self._asking_columns())
        self._checks_head = heading(self.tr("Controles"))
        self._differences_head = heading(self.tr("Verschil met wat bekend is"))
        self._questions_head = heading(self.tr("Vragen bij de cijfers"))
        self._questions_help = muted("")
        self._build()
        self.kind.activated.connect(lambda _at: self._show_differences())

    def show_preview(self, preview: ImportPreview, names: FigureNames) -> None:
        """Show another preview."""
        self._preview, self._names = preview, names
        self._tell_count(preview)
        self._tell_verdict(preview)
        checks = sorted(preview.checks, key=lambda one: _ORDER[one.outcome])
        self.checks.show_rows(checks)
        self.checks.fit_rows(_MOST_ROWS)
        self._checks_head.setVisible(bool(preview.values))
        self.checks.setVisible(bool(checks))
        self._offer_kinds(preview)
        self._show_differences()
        has_values = bool(preview.values) and not preview.cells
        self._differences_head.setVisible(has_values)
        self.differences.setVisible(has_values)
        self.questions.show_rows(preview.unlikely)
        self.questions.fit_rows(_MOST_ROWS)
        for widget in (self._questions_head, self._questions_help, self.questions):
            widget.setVisible(bool(preview.unlikely))

    def name(self, difference: Difference) -> str:
        """Return what a difference is about."""
        return self._names.subject(difference.value)

    def _build(self) -> None:
        self.kind.setAccessibleName(self.tr("Welke verschillen"))
        self.differences.put_beside(self.kind)
        self._questions_help.setText(
            self.tr(
                "Naast een jaar eerder vallen deze cijfers op. Het zijn vragen aan de"
                " afzender, geen fouten."
            )
        )
        for widget in (
            self.count,
            self.overtaken,
            self._checks_head,
            self.verdict,
            self.checks,
            self._differences_head,
            self.differences,
            self._questions_head,
            self._questions_help,
            self.questions,
        ):
            self.content.addWidget(widget)

    def _tell_count(self, preview: ImportPreview) -> None:
        days = {one.reference_date for one in preview.values}
        days |= {one.reference_date for one in preview.benchmarks}
        words = self.tr("{count} cijfers over {days}; daarvan {unknown} niet ingevuld.")
        text = words.format(
            count=len(preview.values) + len(preview.benchmarks),
            days=write_list([write_date(day) for day in sorted(days)[:6]]),
            unknown=preview.unknown,
        )
        self.count.show_note(Kind.INFO, text)
        late = self.tr(
            "Er is al een latere levering over dezelfde peildatum. Wat daarin staat, blijft"
            " gelden; deze levering telt als wat toen bekend was."
        )
        self.overtaken.show_note(Kind.ATTENTION, late if preview.is_overtaken else "")

    def _tell_verdict(self, preview: ImportPreview) -> None:
        found = Counter(one.outcome for one in preview.checks)
        if not preview.values:
            self.verdict.show_note(Kind.INFO, "")
        elif not preview.checks:
            words = self.tr(
                "In deze tabel staat geen totaal met delen ernaast; er valt niets na te"
                " rekenen."
            )
            self.verdict.show_note(Kind.INFO, words)
        else:
            words = self.tr(
                "Klopt: {same}. Klopt niet: {differs}. Niet te controleren, omdat er iets"
                " ontbreekt: {unknown}."
            ).format(
                same=found[Outcome.SAME],
                differs=found[Outcome.DIFFERS],
                unknown=found[Outcome.UNKNOWN],
            )
            kind = Kind.FAULT if found[Outcome.DIFFERS] else Kind.GOOD
            is_unsure = kind is Kind.GOOD and found[Outcome.UNKNOWN]
            self.verdict.show_note(Kind.ATTENTION if is_unsure else kind, words)

    def _offer_kinds(self, preview: ImportPreview) -> None:
        counts = Counter(one.kind for one in preview.differences)
        words = self.tr("{kind}: {count}")
        whole = words.format(kind=self.tr("Alle cijfers"), count=len(preview.differences))
        choices: list[Choice] = [(None, whole)]
        choices += [
            (kind, words.format(kind=kind_name(kind), count=counts[kind]))
            for kind in DifferenceKind
            if counts[kind]
        ]
        first = DifferenceKind.CHANGED if counts[DifferenceKind.CHANGED] else None
        self.kind.show_choices(choices, first)

    def _show_differences(self) -> None:
        if self._preview is None:
            return
        wanted = self.kind.value
        rows = [
            one for one in self._preview.differences if wanted is None or one.kind is wanted
        ]
        self.differences.show_rows(rows)
        self.differences.fit_rows(_MOST_ROWS)

    def _check_columns(self) -> list[Column]:
        return [
            Column(
                title=self.tr("Uitkomst"),
                text=lambda one: str(one.outcome).capitalize(),
                sort=lambda one: _ORDER[one.outcome],
                width=150,
            ),
            Column(
                title=self.tr("Controle"), text=lambda one: _sentence(one.kind), width=250
            ),
            Column(title=self.tr("Waarvan"), text=self._say_where),
            Column(
                title=self.tr("Genoemd, in fte"),
                text=lambda one: _fte(one.expected),
                sort=lambda one: _order(one.expected),
                is_number=True,
                width=125,
            ),
            Column(
                title=self.tr("Opgeteld, in fte"),
                text=lambda one: _fte(one.found),
                sort=lambda one: _order(one.found),
                is_number=True,
                width=125,
            ),
            Column(
                title=self.tr("Cel"), text=lambda one: " en ".join(one.cells), width=115
            ),
        ]

    def _say_where(self, check: Check) -> str:
        parts = [self._names.place(check.place), self._names.sector(check.sector)]
        return f"{', '.join(parts)}, {write_date(check.reference_date)}"

    def _asking_columns(self) -> list[Column]:
        return [
            Column(title=self.tr("Wat opvalt"), text=self._say_question),
            Column(title=self.tr("Cel"), text=lambda one: one.value.cell, width=115),
        ]

    def _say_question(self, one: Unlikely) -> str:
        subject = self._names.subject(one.value)
        if one.kind is UnlikelyKind.MOVE:
            words = self.tr(
                "{subject}: mogelijk zijn {amount} fte verplaatst naar {place}; er is geen"
                " verplaatsing bekend."
            )
            place = self._names.place(one.to_place)
            return words.format(subject=subject, amount=_fte(one.amount), place=place)
        if one.kind is UnlikelyKind.STOPPED:
            words = self.tr("{subject}: een jaar eerder {before} fte, nu niet genoemd.")
            return words.format(subject=subject, before=_fte(one.before))
        words = self.tr("{subject}: van {before} naar {after} fte in een jaar.")
        return words.format(
            subject=subject, before=_fte(one.before), after=_fte(one.value.value)
        )


def kind_name(kind: DifferenceKind) -> str:
    """Return what a difference is called; what is gone from a file keeps counting."""
    is_gone = kind is DifferenceKind.GONE
    return "Niet in dit bestand, blijft gelden" if is_gone else _sentence(kind)


def difference_columns(card: OutcomeCard) -> list[Column]:
    """Return the columns of differences."""
    return [
        Column(
            title=card.tr("Verschil"),
            text=lambda one: kind_name(one.kind).partition(",")[0],
            width=150,
        ),
        Column(
            title=card.tr("Peildatum"),
            text=lambda one: write_moment_of(one.value),
            sort=lambda one: one.value.reference_date,
            width=150,
        ),
        Column(title=card.tr("Waarover"), text=card.name),
        Column(
            title=card.tr("Was, in fte"),
            text=lambda one: "" if one.kind is DifferenceKind.NEW else _fte(one.before),
            sort=lambda one: _order(one.before),
            is_number=True,
            width=110,
        ),
        Column(
            title=card.tr("Wordt, in fte"),
            text=lambda one: "" if one.kind is DifferenceKind.GONE else _fte(one.after),
            sort=lambda one: _order(one.after),
            is_number=True,
            width=110,
        ),
        Column(title=card.tr("Verandering"), text=_change, is_number=True, width=110),
        Column(
            title=card.tr("Cel"),
            text=lambda one: one.cell_after or one.cell_before,
            width=115,
        ),
    ]


def _kind_of(check: Check) -> str:
    return _sentence(check.kind)


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]


def _change(one: Difference) -> str:
    if one.kind is not DifferenceKind.CHANGED or one.before is None or one.after is None:
        return ""
    return write_change(one.after - one.before)


def _fte(amount: Fte | None) -> str:
    return "niet ingevuld" if amount is None else write_fte(amount)


def _order(amount: Fte | None) -> int:
    return -(10**15) if amount is None else amount.hundredths
