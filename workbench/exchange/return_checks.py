"""What is checked of a yearly return: once as a rule, and the same as a formula.

The formulas stand on the sheet "Controles", so that a ministry sees before sending what
the program would ask. A test holds each formula against its rule.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from workbench.domain.fte import Fte
from workbench.exchange import return_form as form
from workbench.exchange.return_rows import ReturnRow

ASK_FROM = Fte.of(50)
_FEWEST_EQUAL = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnCheck:
    """One check.

    Attributes:
        is_fault: It must be mended; else it is a question.
        advice: What the ministry can do.
        brief: The same about one row.
        formula: Counts the same rows; {a} to {k} stand for the columns of the sheet.
    """

    code: str
    is_fault: bool
    title: str
    advice: str
    brief: str
    find: Callable[[Sequence[ReturnRow]], list[ReturnRow]]
    formula: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnFinding:
    """What one check says of one row."""

    check: ReturnCheck
    row: ReturnRow


def check_rows(rows: Sequence[ReturnRow]) -> tuple[ReturnFinding, ...]:
    """Return what is wrong or remarkable, faults first."""
    ordered = sorted(CHECKS, key=lambda one: not one.is_fault)
    return tuple(
        ReturnFinding(check=check, row=row) for check in ordered for row in check.find(rows)
    )


def marked_columns(finding: ReturnFinding) -> tuple[int, ...]:
    """Return the columns of the sheet that a finding is about."""
    row, code = finding.row, finding.check.code
    amounts = list(zip(form.INPUTS, row.amounts, strict=True))
    keys = (row.organisation, row.sector, row.province)
    marked = {
        "tekst": [at for at, one in amounts if isinstance(one, str)],
        "negatief": [at for at, one in amounts if isinstance(one, Fte) and one < Fte.of(0)],
        "zonder-sleutel": [at for at, text in enumerate(keys, start=1) if not text],
        "dubbel": [form.ORGANISATION, form.SECTOR, form.PROVINCE],
    }
    own = marked.get(code, [form.CIVIL, form.EXTERNAL])
    return tuple(row.columns[at - 1] for at in own)


def _with_text(rows: Sequence[ReturnRow]) -> list[ReturnRow]:
    return [one for one in rows if any(isinstance(each, str) for each in one.amounts)]


def _below_zero(rows: Sequence[ReturnRow]) -> list[ReturnRow]:
    zero = Fte.of(0)
    return [
        one
        for one in rows
        if any(isinstance(each, Fte) and each < zero for each in one.amounts)
    ]


def _without_key(rows: Sequence[ReturnRow]) -> list[ReturnRow]:
    return [
        one
        for one in rows
        if any(isinstance(each, Fte) for each in one.amounts)
        and not (one.organisation and one.sector and one.province)
    ]


def _twice(rows: Sequence[ReturnRow]) -> list[ReturnRow]:
    whole = [one for one in rows if one.organisation and one.sector and one.province]
    counts = Counter(map(_key, whole))
    return [one for one in whole if counts[_key(one)] > 1]


def _key(row: ReturnRow) -> tuple[str, ...]:
    return tuple(text.casefold() for text in (row.organisation, row.sector, row.province))


def _not_filled(rows: Sequence[ReturnRow]) -> list[ReturnRow]:
    return [
        one for one in rows if one.before is not None and one.amounts[:2] == (None,) * 2
    ]


def _jumps(rows: Sequence[ReturnRow]) -> list[ReturnRow]:
    return [
        one
        for one in rows
        if one.change is not None
        and one.before is not None
        and not one.note
        and abs(one.change.amount) * 10 > one.before.amount
    ]


def _from_fifty(rows: Sequence[ReturnRow]) -> list[ReturnRow]:
    return [
        one
        for one in rows
        if one.change is not None
        and not one.note
        and abs(one.change.amount) >= ASK_FROM.amount
    ]


def _all_equal(rows: Sequence[ReturnRow]) -> list[ReturnRow]:
    compared = [one for one in rows if one.change is not None]
    is_copy = all(one.change == Fte.of(0) for one in compared)
    return compared if is_copy and len(compared) >= _FEWEST_EQUAL else []


_ANY_NUMBER = "(" + "+".join(f"ISNUMBER({{{one}}})" for one in "efghij") + ")>0"
_ANY_TEXT = "(" + "+".join(f"ISTEXT({{{one}}})" for one in "efghij") + ")>0"
_ANY_BELOW = "(" + "+".join(f"({{{one}}}<0)" for one in "efghij") + ")>0"
_COMPARED = "ISNUMBER({d})*((ISNUMBER({e})+ISNUMBER({f}))>0)"
_CHANGE = "ROUND(ABS({e}+{f}-{d}),2)"
_UNKNOWN = '"eerst de tekst in getalcellen herstellen"'

CHECKS = (
    ReturnCheck(
        code="tekst",
        is_fault=False,
        title="Regels met tekst waar een getal hoort",
        advice="Typ alleen het getal, met een komma voor decimalen.",
        brief="Tekst in plaats van een getal",
        find=_with_text,
        formula=f"SUMPRODUCT(--({_ANY_TEXT}))",
    ),
    ReturnCheck(
        code="negatief",
        is_fault=True,
        title="Regels met een getal onder nul",
        advice="Vul een aantal van 0 of hoger in.",
        brief="Getal onder nul",
        find=_below_zero,
        formula=f"SUMPRODUCT(--({_ANY_BELOW}))",
    ),
    ReturnCheck(
        code="zonder-sleutel",
        is_fault=True,
        title="Regels met een getal, maar zonder organisatie, sector of provincie",
        advice="Kies in elk van de drie kolommen een waarde uit de lijst.",
        brief="Organisatie, sector of provincie ontbreekt",
        find=_without_key,
        formula=f'SUMPRODUCT(({_ANY_NUMBER})*((({{a}}="")+({{b}}="")+({{c}}=""))>0))',
    ),
    ReturnCheck(
        code="dubbel",
        is_fault=True,
        title="Regels met dezelfde organisatie, sector en provincie",
        advice="Voeg dubbele regels samen tot één regel.",
        brief="Staat er twee keer",
        find=_twice,
        formula=(
            'SUMPRODUCT(({a}<>"")*({b}<>"")*({c}<>"")'
            "*(COUNTIFS({a},{a},{b},{b},{c},{c})>1))"
        ),
    ),
    ReturnCheck(
        code="niet-ingevuld",
        is_fault=False,
        title="Regels die vorig jaar een aantal hadden en nu leeg zijn",
        advice="Vul 0 in als er niemand meer werkt; laat leeg wat u niet weet.",
        brief="Leeg, maar vorig jaar niet",
        find=_not_filled,
        formula='SUMPRODUCT(ISNUMBER({d})*({e}="")*({f}=""))',
    ),
    ReturnCheck(
        code="meer-dan-10-procent",
        is_fault=False,
        title="Regels die meer dan 10 procent veranderen, zonder toelichting",
        advice="Schrijf de oorzaak in de kolom Toelichting.",
        brief="Meer dan 10 procent anders",
        find=_jumps,
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
        find=_from_fifty,
        formula=f'IFERROR(SUMPRODUCT({_COMPARED}*({_CHANGE}>=50)*({{k}}="")),{_UNKNOWN})',
    ),
    ReturnCheck(
        code="gelijk-aan-vorig-jaar",
        is_fault=False,
        title="Regels die gelijk zijn aan vorig jaar, als dat voor alle regels geldt",
        advice="Kijk of per ongeluk de cijfers van vorig jaar zijn overgenomen.",
        brief="Alles gelijk aan vorig jaar",
        find=_all_equal,
        formula=(
            f"IFERROR(IF(AND(SUMPRODUCT({_COMPARED})>={_FEWEST_EQUAL},"
            f"SUMPRODUCT({_COMPARED}*({_CHANGE}<>0))=0),SUMPRODUCT({_COMPARED}),0),"
            f"{_UNKNOWN})"
        ),
    ),
)
