"""Every error the user can act on has words, and they say what to do."""

import inspect

import pytest

from workbench.domain import errors
from workbench.domain.errors import WorkbenchError
from workbench.exchange.refusals import REFUSALS
from workbench.ui.explanations import explain

CLASSES = [
    found
    for _, found in inspect.getmembers(errors, inspect.isclass)
    if issubclass(found, WorkbenchError) and found is not WorkbenchError
]
FACTS = {"file": "opgave.xlsx", "code": "wachtwoord", "path": "C:/dossiers.sqlite"}


@pytest.mark.parametrize("kind", CLASSES, ids=lambda kind: kind.__name__)
def test_every_error_has_words(kind: type[WorkbenchError]) -> None:
    words = explain(kind(**FACTS))

    assert words.title
    assert words.happened.endswith((".", "?"))
    assert words.do_now.endswith((".", "?"))
    assert "{" not in words.title + words.happened + words.do_now


@pytest.mark.parametrize("code", sorted(REFUSALS))
def test_every_refused_workbook_has_words(code: str) -> None:
    words = explain(errors.WorkbookRefusedError(file="opgave.xlsx", code=code, detail="x"))

    assert "opgave.xlsx" in words.happened
    assert words.do_now.endswith("Er is niets in uw dossiers gewijzigd.")


def test_a_code_is_never_shown_as_such() -> None:
    error = errors.StoreDamagedError(path="dossiers.sqlite", detail="journal: batch 3")

    words = explain(error)

    assert "journal" not in words.happened
    assert "logboek" in words.happened
