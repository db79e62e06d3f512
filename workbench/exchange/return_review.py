"""Says what the checks find in a yearly return, and at which cells."""

from collections.abc import Sequence
from dataclasses import dataclass

from workbench.domain.fte import Fte
from workbench.domain.notation import write_fte
from workbench.domain.request import QuestionKey
from workbench.exchange.cells import ReadWorkbook, column_letters
from workbench.exchange.return_checks import CHECKS, ReturnCheck
from workbench.exchange.return_form import KEYS, ReturnIssue, ReturnLine
from workbench.exchange.return_rows import Amount, ReturnRow, read_rows
from workbench.exchange.return_table import ReturnTable


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnFinding:
    """What one check says of one row."""

    check: ReturnCheck
    row: ReturnRow

    @property
    def key(self) -> QuestionKey:
        """What tells this question from another about the same return."""
        return (self.check.code, *self.row.key)

    @property
    def columns(self) -> tuple[int, ...]:
        """Columns of the sheet that it is about; none of a line that is not there."""
        placed = self.row.columns
        return tuple(placed[at] for at in self.check.mark(self.row) if at in placed)

    @property
    def cells(self) -> str:
        """Where it stands, as in "E7–F7"; empty for a line that is not there."""
        names = [f"{column_letters(one)}{self.row.row}" for one in self.columns]
        return "–".join(dict.fromkeys((names[0], names[-1]))) if names else ""

    @property
    def found(self) -> str:
        """What stands at those cells."""
        told = dict(self.row.inputs) | dict(zip(KEYS, self.row.texts, strict=True))
        shown = [_write(told.get(at, self.row.before)) for at in self.check.mark(self.row)]
        return ", ".join(dict.fromkeys(shown))


def check_rows(
    rows: Sequence[ReturnRow], sent: Sequence[ReturnLine]
) -> tuple[ReturnFinding, ...]:
    """Return what is wrong or remarkable, faults first."""
    ordered = sorted(CHECKS, key=lambda one: not one.is_fault)
    return tuple(
        ReturnFinding(check=check, row=row)
        for check in ordered
        for row in check.find(rows, sent)
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnReview:
    """A return as its columns were found: its lines and what the checks say of them."""

    table: ReturnTable
    rows: tuple[ReturnRow, ...] = ()
    findings: tuple[ReturnFinding, ...] = ()

    @property
    def faults(self) -> int:
        """How many findings must be mended before anything is taken in."""
        return sum(one.check.is_fault for one in self.findings)


def review_return(
    book: ReadWorkbook, issue: ReturnIssue, table: ReturnTable
) -> ReturnReview:
    """Return what is found; nothing as long as a column must be pointed at."""
    if table.missing:
        return ReturnReview(table=table)
    rows = read_rows(book, table)
    findings = check_rows(rows, issue.sent)
    return ReturnReview(table=table, rows=tuple(rows), findings=findings)


def _write(amount: Amount) -> str:
    if isinstance(amount, Fte):
        return write_fte(amount)
    return f"“{amount}”" if amount else "leeg"
