"""A case, what belongs to it, and one LibreOffice for the whole run."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from tests.exchange.office import convert, filled_like_a_ministry
from workbench.domain.answer import Answer
from workbench.domain.case import Case, CaseSummary, Location, Occasion, Shift, Stage
from workbench.domain.finding import (
    Asked,
    AskState,
    Assessment,
    Basis,
    Fact,
    Finding,
    LetterKind,
    Outcome,
)
from workbench.domain.fte import Fte
from workbench.domain.organisation import Ministry, Sector
from workbench.domain.rule import Citation, Option, Question, QuestionKind
from workbench.exchange.exports import (
    CaseExport,
    LogLine,
    Provenance,
    write_case,
    write_case_list,
)
from workbench.exchange.intake import IntakeRequest, write_intake
from workbench.exchange.intake_result import IntakeExpectation

DAY = date(2024, 6, 3)
SOURCE = Citation(
    document="kst-31490-337",
    title="Kamerstuk 31 490, nr. 337",
    sentences=(12,),
    place="p. 3",
)


@pytest.fixture(scope="session")
def ministries() -> tuple[Ministry, ...]:
    named = {
        "BZK": "Ministerie van Binnenlandse Zaken en Koninkrijksrelaties",
        "JenV": "Ministerie van Justitie en Veiligheid",
        "DEF": "Ministerie van Defensie",
    }
    return tuple(
        Ministry(
            key=key,
            tooi="",
            name=name,
            valid_from=None,
            valid_until=None,
            successor="",
            source="VOORBEELD",
        )
        for key, name in named.items()
    )


@pytest.fixture(scope="session")
def a_case() -> Case:
    return Case(
        id="case-1",
        number="2024-0117",
        title="Groei van de Dienst Voorbeeld",
        service="Dienst Voorbeeld",
        ministry="JenV",
        sector=Sector.MINISTRIES,
        occasion=Occasion.SIZE_CHANGE,
        intention="De dienst groeit in drie jaar.\nTweede regel.",
        notice_on=DAY,
        judged_on=DAY,
        figures_on=date(2024, 1, 1),
        fte_before=Fte.of("1234.5"),
        fte_after=Fte.of("1384.55"),
        shifts=(
            Shift(province="PV28", before=Fte.of("1234.5"), after=Fte.of("1284.55")),
            Shift(province="PV29", after=Fte.of(100)),
        ),
        planned_year=2027,
        is_sample=True,
    )


@pytest.fixture(scope="session")
def locations() -> tuple[Location, ...]:
    return (
        Location(
            id="l1",
            case_id="case-1",
            position=1,
            name="Middelburg Station",
            municipality="Middelburg",
            province="PV29",
            fte=Fte.of(100),
            regional_interest="Sluit aan bij het onderwijs in de regio.",
            ready_on=date(2027, 3, 1),
        ),
    )


@pytest.fixture(scope="session")
def a_question() -> Question:
    return Question(
        key="p2",
        source=SOURCE,
        valid_from=DAY,
        step="principles",
        text="Is het regionaal belang in beeld?",
        guidance="",
        kind=QuestionKind.CHOICE,
        options=(Option(key="yes", text="Ja"),),
    )


@pytest.fixture(scope="session")
def an_assessment(a_question: Question) -> Assessment:
    answer = Answer(
        question="p2",
        asked_from=DAY,
        verdict="yes",
        explanation="=1+1 is geen formule",
        name="A. Voorbeeld",
        day=DAY,
    )
    finding = Finding(
        rule="r1",
        title="Drempel",
        outcome=Outcome.DUE,
        basis=Basis.COMPUTED,
        statement="Een locatieadvies is nodig.",
        because=(Fact(key="case.change", text="+150,05", label="Wijziging"),),
        source=SOURCE,
    )
    return Assessment(
        case_id="case-1",
        day=DAY,
        regimes=(),
        findings=(finding,),
        asked=(
            Asked(question=a_question, state=AskState.ANSWERED, answer=answer),
            Asked(question=a_question, state=AskState.OPEN),
        ),
        letter=LetterKind.LOCATION_ADVICE,
        conclusion="Een locatieadvies is nodig.",
        missing=(),
        signals=(),
    )


@pytest.fixture(scope="session")
def provenance() -> Provenance:
    return Provenance(exported_on=date(2024, 6, 10), program="Werkbank 1.0")


@pytest.fixture(scope="session")
def an_export(
    a_case: Case,
    an_assessment: Assessment,
    locations: tuple[Location, ...],
    provenance: Provenance,
) -> CaseExport:
    line = LogLine(at="5 juni 2024 10:12", name="A. Voorbeeld", action="Vraag beantwoord")
    return CaseExport(
        case=a_case,
        ministry="Ministerie van Justitie en Veiligheid",
        assessment=an_assessment,
        provenance=provenance,
        locations=locations,
        log=(line,),
    )


@pytest.fixture(scope="session")
def summaries() -> Sequence[CaseSummary]:
    return [
        CaseSummary(
            id=str(number),
            number=f"2024-{number:04}",
            title="Titel",
            service="-2+3 dienst",
            stage=Stage.NOTICE,
            change=None if number == 0 else Fte.of("-46.5"),
            provinces=("PV29",),
            notice_on=DAY,
            judged_on=DAY,
            handler="A. Voorbeeld",
            is_sample=number == 1,
        )
        for number in range(3)
    ]


@pytest.fixture(scope="session")
def a_request(
    ministries: tuple[Ministry, ...], locations: tuple[Location, ...]
) -> IntakeRequest:
    return IntakeRequest(
        ministry="JenV",
        ministries=ministries,
        issued_on=date(2024, 6, 4),
        office="Team Voorbeeld",
        locations=locations,
    )


@pytest.fixture(scope="session")
def expected(ministries: tuple[Ministry, ...]) -> IntakeExpectation:
    return IntakeExpectation(ministries=ministries, case_id="case-1", ministry="JenV")


@pytest.fixture(scope="session")
def intake(a_request: IntakeRequest, a_case: Case) -> bytes:
    return write_intake(a_request, a_case)


@pytest.fixture(scope="session")
def blank_intake(a_request: IntakeRequest) -> bytes:
    """An intake workbook in which nothing is filled in but the locations."""
    return write_intake(a_request, None)


@pytest.fixture(scope="session")
def resaved(
    tmp_path_factory: pytest.TempPathFactory,
    intake: bytes,
    blank_intake: bytes,
    an_export: CaseExport,
    summaries: Sequence[CaseSummary],
    provenance: Provenance,
) -> Path:
    """A folder with workbooks that one LibreOffice opened and saved again, as ods too."""
    folder = tmp_path_factory.mktemp("libreoffice")
    files = {
        "intake": intake,
        "filled": filled_like_a_ministry(blank_intake),
        "case": write_case(an_export),
        "list": write_case_list(summaries, provenance),
    }
    for name, data in files.items():
        (folder / f"{name}.xlsx").write_bytes(data)
    names = [str(folder / f"{name}.xlsx") for name in files]
    for form in ("xlsx", "ods"):
        convert(folder, form, names)
    convert(folder, "fods", [str(folder / "filled.xlsx")])
    return folder / "out"
