"""Checks the cells of a form one by one and gathers faults and remarks with addresses."""

import difflib
from collections.abc import Callable, Sequence

from workbench.domain.organisation import Ministry, Sector
from workbench.domain.place import PROVINCES, find_province, fold
from workbench.exchange.cells import Position, ReadCell, ReadSheet, write_address
from workbench.exchange.intake_checks import IntakeCheck, find_check
from workbench.exchange.intake_form import LONGEST, Field, FieldKind
from workbench.exchange.intake_result import Fault, FieldValue, Remark
from workbench.exchange.normalising import (
    Normal,
    normalise_date,
    normalise_fte,
    normalise_text,
    normalise_year,
    show,
)
from workbench.exchange.wording import (
    OCCASIONS,
    SECTOR_ALIASES,
    SECTORS,
    find_choice,
    fold_words,
)

_NUMBERS: dict[FieldKind, Callable[[ReadCell | None], Normal[FieldValue]]] = {
    FieldKind.FTE: normalise_fte,
    FieldKind.DATE: normalise_date,
    FieldKind.YEAR: normalise_year,
}
_LIST_EXPECTED = "een waarde uit de lijst"
_CLOSE_ENOUGH = 0.75


class CellChecks:
    """Reads cells as what the form asks and remembers what was wrong or changed."""

    def __init__(self, ministries: Sequence[Ministry]) -> None:
        self._ministries = ministries
        self.faults: list[Fault] = []
        self.questions: list[Fault] = []
        self.notes: list[Remark] = []

    def read(self, sheet: ReadSheet, position: Position, field: Field) -> FieldValue:
        """Return the value of a cell; `None` when it was not given or is faulty."""
        cell = sheet.cells.get(position)
        if field.kind in _NUMBERS:
            found = _NUMBERS[field.kind](cell)
        else:
            text = normalise_text(cell, LONGEST[field.kind])
            is_choice = field.kind is FieldKind.CHOICE and text.value is not None
            found = self._choose(field, text) if is_choice else text
        check = find_check(field, cell, self._names(field))
        code = check.code if check else ""
        if found.problem:
            self.report(sheet, position, found.problem, found.expected, show(cell), code)
        elif check:
            self.ask(sheet, position, found.note or check.brief, check, show(cell))
        elif found.note:
            self.remark(sheet, position, found.note)
        return found.value

    def report(
        self,
        sheet: ReadSheet,
        position: Position | None,
        problem: str,
        expected: str,
        value: str = "",
        code: str = "",
    ) -> None:
        """Remember a fault at a cell, or on the sheet as a whole."""
        self.faults.append(_found(sheet, position, problem, expected, value, code))

    def ask(
        self,
        sheet: ReadSheet,
        position: Position | None,
        problem: str,
        check: IntakeCheck,
        value: str,
        expected: str = "",
    ) -> None:
        """Remember a question to the ministry, at a cell or on the sheet as a whole."""
        words = expected or check.advice
        self.questions.append(_found(sheet, position, problem, words, value, check.code))

    def report_missing(self, sheet: str) -> None:
        """Remember that a whole sheet is not there."""
        message = f"Blad {sheet} ontbreekt of heet anders."
        expected = f"het blad {sheet}"
        self.faults.append(
            Fault(sheet=sheet, cell="", value="", expected=expected, message=message)
        )

    def remark(self, sheet: ReadSheet, position: Position | None, text: str) -> None:
        """Remember something that is no fault."""
        address = write_address(position) if position else ""
        message = f"{_place(sheet.name, address)}: {text}"
        self.notes.append(Remark(sheet=sheet.name, cell=address, message=message))

    def _choose(self, field: Field, text: Normal[str]) -> Normal[FieldValue]:
        given = text.value or ""
        value, names = self._options(field.choices, given)
        if value is not None:
            return Normal(value=value, note=text.note)
        problem = f"“{given}” staat niet in de lijst.{_suggest(given, names)}"
        return Normal(problem=problem, expected=_LIST_EXPECTED)

    def _options(self, choices: str, given: str) -> tuple[FieldValue, list[str]]:
        if choices == "provincie":
            province = find_province(_bare_province(given))
            return (
                province.code if province else None,
                [known.name for known in PROVINCES],
            )
        if choices == "sector":
            alias: Sector | None = SECTOR_ALIASES.get(fold_words(given))
            return find_choice(SECTORS, given) or alias, list(SECTORS.values())
        if choices == "aanleiding":
            return find_choice(OCCASIONS, given), list(OCCASIONS.values())
        return self._ministry(given), [ministry.name for ministry in self._ministries]

    def _names(self, field: Field) -> Sequence[str]:
        return self._options(field.choices, "")[1] if field.choices else ()

    def _ministry(self, given: str) -> str | None:
        folded = _bare_ministry(given)
        for ministry in self._ministries:
            if folded in (_bare_ministry(ministry.name), fold_words(ministry.key)):
                return ministry.key
        return None


def _found(
    sheet: ReadSheet,
    position: Position | None,
    problem: str,
    expected: str,
    value: str,
    code: str,
) -> Fault:
    address = write_address(position) if position else ""
    return Fault(
        sheet=sheet.name,
        cell=address,
        value=value,
        expected=expected,
        message=f"{_place(sheet.name, address)}: {problem}",
        code=code,
    )


def _place(sheet: str, address: str) -> str:
    return f"Blad {sheet}, cel {address}" if address else f"Blad {sheet}"


def _suggest(given: str, names: Sequence[str]) -> str:
    """Return a question with the nearest name; it is never applied by itself."""
    folded = {fold(name): name for name in names}
    close = difflib.get_close_matches(fold(given), folded, 1, _CLOSE_ENOUGH)
    return f" Bedoelt u {folded[close[0]]}?" if close else ""


def _bare_province(text: str) -> str:
    words = fold_words(text)
    for noise in ("provincie ", "prov "):
        words = words.removeprefix(noise)
    return words.removesuffix(" pv")


def _bare_ministry(text: str) -> str:
    words = fold_words(text).removeprefix("het ").removeprefix("ministerie ")
    return words.removeprefix("van ")
