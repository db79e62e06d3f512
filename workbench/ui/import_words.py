"""Asks once what words mean that no place, sector or organisation is known by."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from workbench.domain.organisation import Sector
from workbench.exchange.table_findings import UnknownWord
from workbench.exchange.table_words import SKIPPED, Vocabulary, WordKind, fold_word
from workbench.ui.calm_combo import CalmCombo, Choice
from workbench.ui.flow_grid import FlowGrid
from workbench.ui.widgets.card import Card
from workbench.ui.widgets.labelled_field import LabelledField
from workbench.ui.widgets.labels import muted
from workbench.usecases.fields import SECTORS
from workbench.usecases.figure_files import NEW

_MOST = 20
_OPEN = ""
_Key = tuple[WordKind, str]


class WordQuestion(FlowGrid):
    """One word with the choice of what it means, and the sector of a new organisation.

    Signals:
        answered: The word, what was chosen, and the sector of a new organisation if any.
    """

    answered = Signal(object, str, object)

    def __init__(self, word: UnknownWord, parent: QWidget | None = None) -> None:
        super().__init__(width=360, parent=parent)
        self.word = word
        self.meaning = CalmCombo()
        self.sector = CalmCombo()
        self._sector_field = LabelledField(
            self.tr("Sector van de nieuwe organisatie"), self.sector
        )
        words = self.tr("“{text}” ({kind}, vanaf {cell}, {count} keer)")
        label = words.format(
            text=word.text, kind=self._kind(), cell=word.cell, count=word.count
        )
        self._meaning_field = LabelledField(label, self.meaning)
        self.add(self._meaning_field)
        self.add(self._sector_field)
        self._sector_field.hide()
        offered: list[Choice] = [(None, self.tr("Kies de sector"))]
        offered += [(key, name) for key, name in SECTORS.items()]
        self.sector.show_choices(offered, None)
        self.meaning.activated.connect(lambda _at: self._answer())
        self.sector.activated.connect(lambda _at: self._answer())

    def show_names(self, names: Sequence[Choice]) -> None:
        """Offer what the word can mean, the likeliest first."""
        choices: list[Choice] = [(_OPEN, self.tr("Kies wat dit betekent"))]
        choices += [
            (one.target, self.tr("{name} (lijkt erop)").format(name=one.name))
            for one in self.word.suggestions
        ]
        if self.word.kind is WordKind.ORGANISATION:
            choices.append((NEW, self.tr("Nieuwe organisatie maken")))
        choices.append((SKIPPED, self.tr("Overslaan: hiervan geen cijfers overnemen")))
        suggested = {one.target for one in self.word.suggestions}
        choices += [pair for pair in names if pair[0] not in suggested]
        self.meaning.show_choices(choices, self.meaning.value or _OPEN)

    def _answer(self) -> None:
        chosen = str(self.meaning.value or _OPEN)
        shown: set[QWidget] = {self._meaning_field}
        self.show_only(shown | ({self._sector_field} if chosen == NEW else set()))
        sector = self.sector.value if isinstance(self.sector.value, Sector) else None
        if chosen != _OPEN and (chosen != NEW or sector is not None):
            self.answered.emit(self.word, chosen, sector)

    def _kind(self) -> str:
        return {
            WordKind.PLACE: self.tr("gebied"),
            WordKind.SECTOR: self.tr("sector"),
            WordKind.ORGANISATION: self.tr("organisatie"),
            WordKind.STAFF: self.tr("wie is geteld"),
            WordKind.NOTION: self.tr("geteld naar"),
            WordKind.MEASURE: self.tr("wat is geteld"),
        }[self.word.kind]


class WordsCard(Card):
    """All words of a file that are or were a question; answers can be changed.

    Signals:
        answered: As of the question.
        all_new_asked: The sector in which every unknown organisation is to be made.
    """

    answered = Signal(object, str, object)
    all_new_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.set_title(self.tr("Woorden die de werkbank nog niet kent"))
        self.questions: dict[_Key, WordQuestion] = {}
        self.all_new = CalmCombo()
        self._all_new = LabelledField(
            self.tr("Alle onbekende organisaties in één keer maken, in de sector"),
            self.all_new,
        )
        offered: list[Choice] = [(None, self.tr("Niet in één keer"))]
        offered += [(key, name) for key, name in SECTORS.items()]
        self.all_new.show_choices(offered, None)
        words = self.tr(
            "Kies één keer wat een woord betekent; bij een volgend bestand weet de werkbank"
            " het. Er wordt niets geraden."
        )
        self.more = muted("")
        self.content.addWidget(muted(words))
        self.content.addWidget(self._all_new)
        self.content.addWidget(self.more)
        self.all_new.activated.connect(lambda _at: self._ask_all())
        self.clear()

    def clear(self) -> None:
        """Forget every word."""
        for question in self.questions.values():
            self.content.removeWidget(question)
            question.hide()
            question.deleteLater()
        self.questions = {}
        self.all_new.show_choices(self.all_new.choices, None)
        self.hide()

    def show_unknown(self, unknown: Sequence[UnknownWord], words: Vocabulary) -> None:
        """Ask about words; those that were answered stay, so that one can come back."""
        asked = {self._key(word): word for word in unknown}
        room = _MOST - len(asked.keys() & self.questions.keys())
        new = [key for key in asked if key not in self.questions][: max(room, 0)]
        for key in new:
            question = self.questions[key] = WordQuestion(asked[key])
            question.answered.connect(self.answered)
            self.content.addWidget(question)
        for kind in {kind for kind, _ in self.questions}:
            names = _ordered(words, kind)
            for question in self.questions.values():
                if question.word.kind is kind:
                    question.show_names(names)
        rest = len(asked.keys() - self.questions.keys())
        self.more.setText(
            self.tr("Nog {rest} woorden; ze komen als deze zijn beantwoord.").format(
                rest=rest
            )
        )
        self.more.setVisible(rest > 0)
        services = [one for one in unknown if one.kind is WordKind.ORGANISATION]
        self._all_new.setVisible(len(services) > 1)
        self.setVisible(bool(self.questions))

    def _ask_all(self) -> None:
        if isinstance(self.all_new.value, Sector):
            sector = self.all_new.value
            self.clear()
            self.all_new_asked.emit(sector)

    def _key(self, word: UnknownWord) -> _Key:
        return word.kind, fold_word(word.text)


def _ordered(words: Vocabulary, kind: WordKind) -> list[Choice]:
    names = words.names[kind].items()
    ordered: list[Choice] = [*sorted(names, key=lambda pair: pair[1].casefold())]
    return ordered
