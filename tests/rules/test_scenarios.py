"""Every hand-worked row of the truth table comes out of the rules."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from workbench.domain.answer import Answer
from workbench.domain.case import Case, Occasion, Shift
from workbench.domain.finding import Assessment, LetterKind, Outcome
from workbench.domain.fte import Fte
from workbench.domain.notation import read_fte
from workbench.domain.organisation import Sector
from workbench.domain.place import find_province
from workbench.domain.rule import RuleSet
from workbench.rules.assessing import assess

_TABLE = Path(__file__).parent / "scenarios" / "waarheidstafel.md"
_OCCASIONS = {
    "?": None,
    "wijziging": Occasion.SIZE_CHANGE,
    "verplaatsing": Occasion.RELOCATION,
    "dienst": Occasion.NEW_SERVICE,
    "onderdeel": Occasion.NEW_UNIT,
    "masterplan": Occasion.MASTERPLAN,
    "verzoek": Occasion.CHANGE_REQUEST,
}
_LETTERS = {
    None: "geen",
    LetterKind.LOCATION_ADVICE: "advies",
    LetterKind.PROPOSAL: "voorstel",
    LetterKind.HOUSING_PROPOSAL: "huisvesting",
}
_WORDS = {
    Outcome.DUE: "ja",
    Outcome.NOTED: "ja",
    Outcome.NOT_DUE: "nee",
    Outcome.OPEN: "open",
}
_GROUNDS = (
    *("primair proces", "complex bestuurlijk proces"),
    *("wisselend zaakaanbod", "wet- en regelgeving"),
)
_EXPECTED = ("2018", "a", "b", "c", "bedoeling", "2024", "brief", "50", "ruimte")


@dataclass(frozen=True)
class Row:
    cells: dict[str, str]

    def __str__(self) -> str:
        return f"{self.cells['nr']} {self.cells['wat']}"


def _read_rows() -> list[Row]:
    rows, header = [], list[str]()
    for line in _TABLE.read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        if not line.startswith("|") or set(cells) == {"---"}:
            continue
        if cells[0] == "nr":
            header = cells
        else:
            rows.append(Row(dict(zip(header, cells, strict=True))))
    return rows


ROWS = _read_rows()


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_row_of_the_truth_table_holds(row: Row, rules: RuleSet) -> None:
    case = _case(row.cells, rules)
    answers = _answers(row.cells["oordeel"], rules)

    found = _told(assess(case, answers, rules, case.judged_on))

    assert found == {name: row.cells[name] for name in _EXPECTED}


def test_truth_table_has_sixty_rows_at_least() -> None:
    assert len(ROWS) >= 60
    assert [row.cells["nr"] for row in ROWS] == [str(n + 1) for n in range(len(ROWS))]


def _case(cells: dict[str, str], rules: RuleSet) -> Case:
    day = date.fromisoformat(cells["dag"])
    body = next((body for body in rules.bodies if body.key == cells["soort"]), None)
    kind = cells["soort"].removeprefix("sector ")
    sector = None if kind == "?" else Sector(body.sector if body else kind)
    return Case(
        id="row",
        number=f"VOORBEELD {cells['nr']}",
        title="VOORBEELD",
        service="VOORBEELD Dienst",
        ministry="BZK",
        sector=sector,
        body=body.key if body else None,
        occasion=_OCCASIONS[cells["aanleiding"]],
        judged_on=day,
        figures_on=day,
        fte_before=_fte(cells["voor"]),
        fte_after=_fte(cells["na"]),
        shifts=tuple(_shift(part) for part in cells["verdeling"].split(";") if part != "-"),
    )


def _shift(text: str) -> Shift:
    name, amounts = text.split()
    before, after = amounts.split(">")
    province = find_province(name)
    assert province is not None, name
    return Shift(province=province.code, before=_fte(before), after=_fte(after))


def _fte(text: str) -> Fte | None:
    return None if text == "?" else read_fte(text)


def _answers(verdict: str, rules: RuleSet) -> list[Answer]:
    if verdict == "-":
        return []
    question = next(one for one in rules.questions if one.key == "relocation-meant")
    return [
        Answer(
            question=question.key,
            asked_from=question.valid_from,
            verdict=verdict,
            explanation="VOORBEELD reden",
            name="A. Voorbeeld",
            day=date(2024, 6, 1),
        )
    ]


def _told(assessment: Assessment) -> dict[str, str]:
    views = {view.framework: view for view in assessment.regimes}
    scope = {f.rule: _WORDS[f.outcome] for f in views["2024"].findings}
    report = assessment.finding("report-50")
    return {
        "2018": _WORDS[views["2018"].outcome],
        "a": scope["measure-a"],
        "b": scope["measure-b"],
        "c": scope["measure-c"],
        "bedoeling": scope.get("relocation-scope", "-"),
        "2024": _WORDS[views["2024"].outcome],
        "brief": _LETTERS[assessment.letter],
        "50": _WORDS[report.outcome] if report else "-",
        "ruimte": _room(assessment),
    }


def _room(assessment: Assessment) -> str:
    room = assessment.finding("limited-room")
    if room is None:
        return "-"
    named = [ground for ground in _GROUNDS if f"({ground})" in room.statement]
    if named:
        return named[0]
    return "geen" if room.outcome is Outcome.NOT_LIMITED else "open"
