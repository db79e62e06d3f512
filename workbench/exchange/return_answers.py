"""Reads what a ministry answered on the sheet "Vragen" of a marked return."""

from workbench.domain.request import QuestionKey
from workbench.exchange import return_form as form
from workbench.exchange.cells import ReadWorkbook
from workbench.exchange.normalising import clean, show
from workbench.exchange.return_checks import CHECKS

_ABOUT = (4, 5, 6)
_BRIEF = 9


def read_answers(book: ReadWorkbook) -> dict[QuestionKey, str]:
    """Return what a ministry answered in the marked return, by question."""
    sheet = book.sheet(form.QUESTION_SHEET)
    if sheet is None:
        return {}
    codes = {one.brief: one.code for one in CHECKS}

    def text(row: int, column: int) -> str:
        return clean(show(sheet.cells.get((row, column))))

    answers: dict[QuestionKey, str] = {}
    for row in sorted({row for row, _ in sheet.cells if row > form.HEADER_ROW}):
        code, answer = codes.get(text(row, _BRIEF)), text(row, form.ANSWER)
        if code and answer:
            about = [text(row, one) for one in _ABOUT]
            answers[code, *form.fold_key(*about)] = answer
    return answers
