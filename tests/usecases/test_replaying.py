"""A sealed letter is replayed: the same, or the first fact, rule or byte that differs."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from workbench.app.contexts import build_context
from workbench.app.demo import checked, drawn
from workbench.domain.case import CaseId
from workbench.domain.fte import Fte
from workbench.letters.receipts import read_receipt
from workbench.letters.rendering import render_letter
from workbench.store.opening import open_memory
from workbench.usecases.cases import change_fact
from workbench.usecases.context import Context
from workbench.usecases.drawing import SealedPdf, draw_final
from workbench.usecases.letters import compose_draft
from workbench.usecases.replaying import Replay, Verdict, replay_letter
from workbench.usecases.rule_archive import find_rules, find_text
from workbench.usecases.samples import load_samples
from workbench.usecases.sealing import final_letter, propose_adoption, seal_letter


@pytest.fixture
def cases(context: Context) -> list[CaseId]:
    return list(load_samples(context)[0])


@pytest.fixture
def elsewhere() -> Iterator[Context]:
    """The store of a colleague, who never saw the letter."""

    def clock() -> datetime:
        return datetime(2026, 12, 1, tzinfo=UTC)

    store = open_memory(clock, "B. Collega")
    yield build_context(store, now=clock, user="B. Collega")
    store.close()


def sealed(
    context: Context, case_id: CaseId, *, carries: bool = False
) -> tuple[SealedPdf, str]:
    draft = compose_draft(context, case_id)
    assert draft is not None
    adoption = replace(propose_adoption(context, draft), carries_receipt=carries)
    letter, receipt = final_letter(context, draft, adoption)
    carried = receipt if carries else ""
    made = draw_final(letter, lambda one: drawn(one, carried), checked)
    seal_letter(context, draft, adoption, made, receipt)
    return made, receipt


def replayed(context: Context, pdf: bytes) -> Replay:
    return replay_letter(context, pdf, drawn)


@pytest.mark.parametrize("number", [1, 2], ids=["advice", "proposal"])
@pytest.mark.parametrize("carries", [False, True], ids=["plain", "carried"])
def test_a_sealed_letter_is_the_same_again(
    context: Context, cases: list[CaseId], number: int, carries: bool
) -> None:
    made, _ = sealed(context, cases[number], carries=carries)

    found = replayed(context, made.pdf)

    assert (found.verdict, found.difference) == (Verdict.SAME, "")
    assert made.outcome == "valid"


def test_later_changes_of_the_case_do_not_touch_its_letter(
    context: Context, cases: list[CaseId]
) -> None:
    made, _ = sealed(context, cases[1])
    change_fact(context, cases[1], "fte_after", Fte.of(999))

    assert replayed(context, made.pdf).verdict is Verdict.SAME


def test_a_colleague_replays_a_letter_that_carries_its_receipt(
    context: Context, cases: list[CaseId], elsewhere: Context
) -> None:
    plain, _ = sealed(context, cases[1])
    carried, _ = sealed(context, cases[2], carries=True)

    assert replayed(elsewhere, carried.pdf).verdict is Verdict.SAME
    assert replayed(elsewhere, plain.pdf).verdict is Verdict.UNKNOWN


def forged(context: Context, case_id: CaseId, receipt: str, old: str, new: str) -> bytes:
    """Return the letter as somebody would forge it, its receipt changed along."""
    draft = compose_draft(context, case_id)
    assert draft is not None
    changed = receipt.replace(old, new)
    assert changed != receipt
    return render_letter(draft.letter, receipt=changed).pdf


def test_a_changed_fact_is_named(context: Context, cases: list[CaseId]) -> None:
    _, receipt = sealed(context, cases[1], carries=True)
    title = json.loads(receipt)["case"]["title"]

    pdf = forged(context, cases[1], receipt, title, "VOORBEELD ander")
    found = replayed(context, pdf)

    assert found.verdict is Verdict.DIFFERS
    assert found.difference.startswith("Feit anders: case.title was")


def test_a_changed_finding_is_named(
    context: Context, cases: list[CaseId], elsewhere: Context
) -> None:
    _, receipt = sealed(context, cases[1], carries=True)
    first = read_receipt(receipt).findings[0]

    pdf = forged(context, cases[1], receipt, first.statement, "VOORBEELD anders")
    found = replayed(elsewhere, pdf)

    assert found.verdict is Verdict.DIFFERS
    assert found.difference.startswith(f"Regel {first.rule}: toen “VOORBEELD anders”")


def test_a_changed_byte_is_named(
    context: Context, cases: list[CaseId], elsewhere: Context
) -> None:
    made, _ = sealed(context, cases[1], carries=True)
    at = len(made.pdf) - 40
    sign = b"1" if made.pdf[at : at + 1] != b"1" else b"2"

    found = replayed(elsewhere, made.pdf[:at] + sign + made.pdf[at + 1 :])

    assert found.verdict is Verdict.DIFFERS
    assert f"byte {at + 1:,} van".replace(",", ".") in found.difference


def test_a_letter_is_replayed_under_its_own_rules(
    context: Context, cases: list[CaseId]
) -> None:
    made, receipt = sealed(context, cases[1])
    then = read_receipt(receipt)
    later = replace(
        context,
        rules=replace(context.rules, rules=(), sha256="0" * 64),
        texts={kind: replace(one, sha256="0" * 64) for kind, one in context.texts.items()},
    )

    assert find_rules(later, then.rules_sha256) == context.rules
    assert find_text(later, then.kind, then.texts_sha256) == context.texts[then.kind]
    assert replayed(later, made.pdf).verdict is Verdict.SAME


def test_rules_that_nobody_kept_are_named(
    context: Context, cases: list[CaseId], elsewhere: Context
) -> None:
    made, _ = sealed(context, cases[1], carries=True)
    later = replace(elsewhere, rules=replace(context.rules, sha256="0" * 64))

    found = replayed(later, made.pdf)

    assert found.verdict is Verdict.UNKNOWN
    assert found.difference.startswith("De regels van toen")


@pytest.mark.parametrize("pdf", [b"", b"%PDF-1.7 VOORBEELD", b"geen pdf"])
def test_another_file_is_no_letter_of_ours(context: Context, pdf: bytes) -> None:
    assert replayed(context, pdf).verdict is Verdict.UNKNOWN
