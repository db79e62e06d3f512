"""Collects what a table leaves unclear: faults, notes and words that are not known."""

from dataclasses import dataclass, replace

from workbench.exchange.cells import Position, column_letters, write_address
from workbench.exchange.table_words import Suggestion, WordKind, fold_word


@dataclass(frozen=True, slots=True, kw_only=True)
class TableFault:
    """A cell that gives no figure until it is mended or a question is answered.

    Attributes:
        cell: Such as "Blad1!C7".
        code: "dubbelzinnig" (a decimal mark must be chosen), "geen-getal", "geen-datum"
            or "niet-bepaald".
        found: What stands there.
    """

    cell: str
    code: str
    found: str
    message: str
    expected: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TableNote:
    """Something that was done while reading; `count` cells share it from `cell` on."""

    cell: str
    text: str
    count: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class UnknownWord:
    """A word that names no place, sector, … yet; `count` rows or columns wait for it."""

    kind: WordKind
    text: str
    cell: str
    suggestions: tuple[Suggestion, ...] = ()
    count: int = 1


class Findings:
    """Gathers findings about one sheet; the same finding is told once."""

    def __init__(self, sheet: str) -> None:
        self._sheet = sheet
        self.faults: list[TableFault] = []
        self._notes: dict[tuple[str, str], TableNote] = {}
        self._words: dict[tuple[WordKind, str], UnknownWord] = {}

    def where(self, position: Position) -> str:
        return f"{self._sheet}!{write_address(position)}"

    def fault(
        self, position: Position, code: str, found: str, message: str, expected: str
    ) -> None:
        self.faults.append(
            TableFault(
                cell=self.where(position),
                code=code,
                found=found,
                message=message,
                expected=expected,
            )
        )

    def note(self, position: Position, text: str) -> None:
        self._note(("", text), position, text)

    def note_column(self, position: Position, text: str) -> None:
        """Note what was done to a cell; of its column only the first is written out."""
        words = text.partition("“")[0] + text.rpartition("”")[2][:12]
        self._note((column_letters(position[1]), words), position, text)

    def word(
        self,
        kind: WordKind,
        text: str,
        position: Position,
        suggestions: tuple[Suggestion, ...],
    ) -> None:
        key = (kind, fold_word(text))
        known = self._words.get(key)
        self._words[key] = (
            replace(known, count=known.count + 1)
            if known
            else UnknownWord(
                kind=kind, text=text, cell=self.where(position), suggestions=suggestions
            )
        )

    def is_asked(self, kind: WordKind, text: str) -> bool:
        return (kind, fold_word(text)) in self._words

    def all_notes(self) -> tuple[TableNote, ...]:
        return tuple(self._notes.values())

    def all_words(self) -> tuple[UnknownWord, ...]:
        return tuple(self._words.values())

    def _note(self, key: tuple[str, str], position: Position, text: str) -> None:
        known = self._notes.get(key)
        self._notes[key] = (
            replace(known, count=known.count + 1)
            if known
            else TableNote(cell=self.where(position), text=text)
        )
