"""Says which file was read, what it is, and what is odd about it."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.domain.notation import write_date
from workbench.exchange.cells import SheetState
from workbench.exchange.return_table import other_sheets
from workbench.ui.widgets.card import Note
from workbench.ui.widgets.chip import Kind
from workbench.usecases.figure_files import FigureFile


class FileNote(Note):
    """The first thing to know after reading; what is odd stands out."""

    def show_file(self, source: FigureFile, doubts: Sequence[str]) -> None:
        """Show what was read; `doubts` are about which return it is."""
        is_return = source.returned is not None
        is_lost = not source.layouts and not is_return
        lines = [self.tr("{file} is gelezen.").format(file=source.file)]
        if source.returned is not None:
            words = self.tr("Dit is een jaarlijkse opgave: {ministry}, peildatum {day}.")
            day = write_date(source.returned.reference_date)
            lines.append(words.format(ministry=source.sender, day=day))
        lines += doubts
        if source.learned:
            lines.append(
                self.tr("De indeling is bekend van een eerder bestand; kijk haar na.")
            )
        if is_lost:
            lines.append(
                self.tr("Er is geen tabel herkend. Wijs hieronder de kop en kolommen aan.")
            )
        if source.earlier is not None:
            words = self.tr(
                "Precies dit bestand is al ingelezen op {day}, als levering “{title}”."
            )
            day = write_date(source.earlier.delivered_on)
            lines.append(words.format(title=source.earlier.title, day=day))
        lines += [note.text for note in source.book.notes]
        lines += self._unread(source)
        is_odd = source.earlier is not None or is_lost or bool(doubts)
        self.show_note(Kind.ATTENTION if is_odd else Kind.INFO, "\n".join(lines))

    def _unread(self, source: FigureFile) -> list[str]:
        """Name the sheets of which nothing is used; what is hidden is told as such."""
        if source.table is None:
            hidden = SheetState.HIDDEN, SheetState.VERY_HIDDEN
            sheets = [one for one in source.book.sheets if one.state in hidden]
        else:
            sheets = other_sheets(source.book, source.table)
        if not sheets:
            return []
        names = [
            one.name
            if one.state is SheetState.VISIBLE
            else self.tr("{name} (verborgen)").format(name=one.name)
            for one in sheets
        ]
        words = self.tr("Niet gebruikte bladen: {names}.")
        return [words.format(names=", ".join(names))]
