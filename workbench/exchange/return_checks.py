"""What is checked of a yearly return: once as a rule, and the same as a formula.

The formulas stand on the sheet "Controles", so that a ministry sees before sending what
the program would ask. A test holds each formula against its rule.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from workbench.domain.fte import NO_FTE, Fte
from workbench.exchange import return_form as form
from workbench.exchange.return_form import ReturnLine
from workbench.exchange.return_rows import ReturnRow

ASK_FROM = Fte.of(50)
_FEWEST_EQUAL = 3
_Columns = Sequence[int]
_Find = Callable[[Sequence[ReturnRow], Sequence[ReturnLine]], list[ReturnRow]]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnCheck:
    """One check.

    Attributes:
        is_fault: It must be mended; else it is a question.
        advice: What the ministry can do.
        brief: The same about one row.
        mark: Columns of the form that it is about, given a row that was found.
        formula: Counts the same rows; {a} to {k} stand for the columns of the sheet, and
            {sa} to {sd} for those of the lines that were sent.
    """

    code: str
    is_fault: bool
    title: str
    advice: str
    brief: str
    find: _Find
    mark: Callable[[ReturnRow], _Columns]
    formula: str

    @property
    def kind(self) -> str:
        """What a ministry calls it."""
        return "Fout" if self.is_fault else "Vraag"


def _each(applies: Callable[[ReturnRow], object]) -> _Find:
    """Return how to find the rows that a rule applies to by themselves."""
    return lambda rows, _sent: [one for one in rows if applies(one)]


def _of_now(_row: ReturnRow) -> _Columns:
    return (form.CIVIL, form.EXTERNAL)


def _of_key(_row: ReturnRow) -> _Columns:
    return form.KEYS


def _with_text(row: ReturnRow) -> _Columns:
    return [at for at, one in row.inputs if isinstance(one, str)]


def _below_zero(row: ReturnRow) -> _Columns:
    return [at for at, one in row.inputs if isinstance(one, Fte) and one < NO_FTE]


def _empty_keys(row: ReturnRow) -> _Columns:
    return [at for at, text in zip(form.KEYS, row.texts, strict=True) if not text]


def _is_without_key(row: ReturnRow) -> bool:
    has_number = any(isinstance(one, Fte) for one in row.amounts)
    return has_number and not all(row.key)


def _twice(rows: Sequence[ReturnRow], _sent: Sequence[ReturnLine]) -> list[ReturnRow]:
    whole = [one for one in rows if all(one.key)]
    counts = Counter(one.key for one in whole)
    return [one for one in whole if counts[one.key] > 1]


def _gone(rows: Sequence[ReturnRow], sent: Sequence[ReturnLine]) -> list[ReturnRow]:
    there = {one.key for one in rows}
    return [
        ReturnRow(
            row=0,
            organisation=line.organisation,
            sector=line.sector,
            province=line.province,
            before=line.before,
            amounts=(None,) * len(form.INPUTS),
        )
        for line in sent
        if line.key not in there
    ]


def _rewritten(rows: Sequence[ReturnRow], sent: Sequence[ReturnLine]) -> list[ReturnRow]:
    before = {line.key: line.before or NO_FTE for line in sent}
    return [
        one
        for one in rows
        if one.key in before and (one.before or NO_FTE) != before[one.key]
    ]


def _is_not_filled(row: ReturnRow) -> bool:
    return row.before is not None and row.amounts[:2] == (None, None)


def _jumps(row: ReturnRow) -> bool:
    if row.before is None or row.change is None or row.note:
        return False
    return abs(row.change.amount) * 10 > row.before.amount


def _changes_from_fifty(row: ReturnRow) -> bool:
    return row.change is not None and not row.note and abs(row.change) >= ASK_FROM


def _all_equal(rows: Sequence[ReturnRow], _sent: Sequence[ReturnLine]) -> list[ReturnRow]:
    compared = [one for one in rows if one.change is not None]
    is_copy = all(one.change == NO_FTE for one in compared)
    return compared if is_copy and len(compared) >= _FEWEST_EQUAL else []


_ANY_NUMBER = "(" + "+".join(f"ISNUMBER({{{one}}})" for one in "efghij") + ")>0"
_ANY_TEXT = "(" + "+".join(f"ISTEXT({{{one}}})" for one in "efghij") + ")>0"
_ANY_BELOW = "(" + "+".join(f"({{{one}}}<0)" for one in "efghij") + ")>0"
_COMPARED = "ISNUMBER({d})*((ISNUMBER({e})+ISNUMBER({f}))>0)"
_CHANGE = "ROUND(ABS({e}+{f}-{d}),2)"
_SENT_HERE = "{sa},{a},{sb},{b},{sc},{c}"
_UNKNOWN = '"eerst de tekst in getalcellen herstellen"'

CHECKS = (
    ReturnCheck(
        code="tekst",
        is_fault=False,
        title="Regels met tekst waar een getal hoort",
        advice="Typ alleen het getal, met een komma voor decimalen.",
        brief="Tekst in plaats van een getal",
        find=_each(_with_text),
        mark=_with_text,
        formula=f"SUMPRODUCT(--({_ANY_TEXT}))",
    ),
    ReturnCheck(
        code="negatief",
        is_fault=True,
        title="Regels met een getal onder nul",
        advice="Vul een aantal van 0 of hoger in.",
        brief="Getal onder nul",
        find=_each(_below_zero),
        mark=_below_zero,
        formula=f"SUMPRODUCT(--({_ANY_BELOW}))",
    ),
    ReturnCheck(
        code="zonder-sleutel",
        is_fault=True,
        title="Regels met een getal, maar zonder organisatie, sector of provincie",
        advice="Kies in elk van de drie kolommen een waarde uit de lijst.",
        brief="Organisatie, sector of provincie ontbreekt",
        find=_each(_is_without_key),
        mark=_empty_keys,
        formula=f'SUMPRODUCT(({_ANY_NUMBER})*((({{a}}="")+({{b}}="")+({{c}}=""))>0))',
    ),
    ReturnCheck(
        code="dubbel",
        is_fault=True,
        title="Regels met dezelfde organisatie, sector en provincie",
        advice="Voeg dubbele regels samen tot één regel.",
        brief="Staat er twee keer",
        find=_twice,
        mark=_of_key,
        formula=(
            'SUMPRODUCT(({a}<>"")*({b}<>"")*({c}<>"")'
            "*(COUNTIFS({a},{a},{b},{b},{c},{c})>1))"
        ),
    ),
    ReturnCheck(
        code="regel-ontbreekt",
        is_fault=False,
        title="Regels die u van ons kreeg en die er niet meer staan",
        advice="Zet de regel terug. Vul 0 in als er niemand meer werkt.",
        brief="Deze regel staat er niet meer",
        find=_gone,
        mark=lambda _row: (),
        formula='SUMPRODUCT(({sa}<>"")*(COUNTIFS({a},{sa},{b},{sb},{c},{sc})=0))',
    ),
    ReturnCheck(
        code="vorig-jaar-anders",
        is_fault=False,
        title="Regels met een andere vorige levering dan wij u stuurden",
        advice="Zet ons getal terug. Meld een verbetering van een eerder jaar apart.",
        brief="Vorige levering is gewijzigd",
        find=_rewritten,
        mark=lambda _row: (form.BEFORE,),
        formula=(
            f"IFERROR(SUMPRODUCT((COUNTIFS({_SENT_HERE})>0)*"
            f"(ROUND(SUMIFS({{sd}},{_SENT_HERE})-{{d}},2)<>0)),{_UNKNOWN})"
        ),
    ),
    ReturnCheck(
        code="niet-ingevuld",
        is_fault=False,
        title="Regels die vorig jaar een aantal hadden en nu leeg zijn",
        advice="Vul 0 in als er niemand meer werkt; laat leeg wat u niet weet.",
        brief="Leeg, maar vorig jaar niet",
        find=_each(_is_not_filled),
        mark=_of_now,
        formula='SUMPRODUCT(ISNUMBER({d})*({e}="")*({f}=""))',
    ),
    ReturnCheck(
        code="meer-dan-10-procent",
        is_fault=False,
        title="Regels die meer dan 10 procent veranderen, zonder toelichting",
        advice="Schrijf de oorzaak in de kolom Toelichting.",
        brief="Meer dan 10 procent anders",
        find=_each(_jumps),
        mark=_of_now,
        formula=(
            f'IFERROR(SUMPRODUCT({_COMPARED}*({_CHANGE}>ROUND(0.1*{{d}},3))*({{k}}="")),'
            f"{_UNKNOWN})"
        ),
    ),
    ReturnCheck(
        code="vanaf-50",
        is_fault=False,
        title="Regels die 50 fte of meer veranderen, zonder toelichting",
        advice="Schrijf erbij of het een verplaatsing naar een andere provincie is.",
        brief="50 fte of meer anders",
        find=_each(_changes_from_fifty),
        mark=_of_now,
        formula=f'IFERROR(SUMPRODUCT({_COMPARED}*({_CHANGE}>=50)*({{k}}="")),{_UNKNOWN})',
    ),
    ReturnCheck(
        code="gelijk-aan-vorig-jaar",
        is_fault=False,
        title="Regels die gelijk zijn aan vorig jaar, als dat voor alle regels geldt",
        advice="Kijk of per ongeluk de cijfers van vorig jaar zijn overgenomen.",
        brief="Alles gelijk aan vorig jaar",
        find=_all_equal,
        mark=_of_now,
        formula=(
            f"IFERROR(IF(AND(SUMPRODUCT({_COMPARED})>={_FEWEST_EQUAL},"
            f"SUMPRODUCT({_COMPARED}*({_CHANGE}<>0))=0),SUMPRODUCT({_COMPARED}),0),"
            f"{_UNKNOWN})"
        ),
    ),
)
