"""The sample dossiers and published figures that come with the program."""

from workbench.domain.finding import Basis, LetterKind, Outcome
from workbench.domain.fte import Fte
from workbench.usecases.cases import find_cases, load_case
from workbench.usecases.checklist import assess_case, withdraw_answer
from workbench.usecases.context import Context
from workbench.usecases.registers import (
    load_published,
    published_statements,
    published_values,
)
from workbench.usecases.samples import load_samples


def test_the_samples_are_loaded_once(context: Context) -> None:
    first, _ = load_samples(context)
    second, _ = load_samples(context)

    assert first == second
    assert len(find_cases(context)) == 3


def test_invented_samples_say_so_and_the_real_one_does_not(context: Context) -> None:
    cases = [load_case(context, case_id) for case_id in load_samples(context)[0]]

    assert [case.is_sample for case in cases] == [False, True, True]
    assert all(case.title.startswith("VOORBEELD") for case in cases if case.is_sample)


def test_the_real_dossier_knows_only_what_was_published(context: Context) -> None:
    case = load_case(context, load_samples(context)[0][0])

    assert (case.fte_before, case.fte_after, case.shifts) == (None, None, ())
    assert "600" in case.intention


def test_s12_the_real_dossier_is_judged_under_2018_and_shown_under_both(
    context: Context,
) -> None:
    assessment = assess_case(context, load_samples(context)[0][0])

    binding = [view.framework for view in assessment.regimes if view.is_binding]
    assert binding == ["2018"]
    assert len(assessment.regimes) == 2


def test_the_invented_samples_lead_to_both_kinds_of_letter(context: Context) -> None:
    _, growth, new = load_samples(context)[0]

    assert assess_case(context, growth).letter is LetterKind.LOCATION_ADVICE
    assert assess_case(context, new).letter is LetterKind.PROPOSAL
    assert assess_case(context, new).missing == ()


def test_the_published_totals_are_there_to_the_fte(context: Context) -> None:
    load_published(context)

    national = {
        value.reference_date.year: value.value
        for value, _ in published_values(context)
        if value.place == "NL"
    }

    assert national == {
        2021: Fte.of(311353),
        2022: Fte.of(321396),
        2023: Fte.of(336270),
        2024: Fte.of(353797),
    }


def test_limburg_2023_adds_up(context: Context) -> None:
    load_published(context)

    amounts = {
        value.sector: value.value.hundredths
        for value, _ in published_values(context)
        if value.place == "PV31" and value.value is not None
    }

    assert amounts.pop("totaal") == sum(amounts.values()) == 1_269_100


def test_every_published_figure_has_a_source(context: Context) -> None:
    load_published(context)

    assert len(published_values(context)) == 13
    assert all(delivery.source for _, delivery in published_values(context))
    assert len(published_statements(context)) == 25
    assert all(told.source and told.wording for told in published_statements(context))


def test_without_figures_2018_rests_on_a_judgement_with_its_source(
    context: Context,
) -> None:
    case_id = load_samples(context)[0][0]
    judged = assess_case(context, case_id).finding("advice-2018")
    withdraw_answer(context, case_id, "crossing-judged")

    reopened = assess_case(context, case_id).finding("advice-2018")

    assert judged is not None
    assert reopened is not None
    assert (judged.outcome, judged.basis) == (Outcome.DUE, Basis.JUDGED)
    assert "600" in judged.ground
    assert (reopened.outcome, reopened.basis) == (Outcome.OPEN, Basis.OPEN)
