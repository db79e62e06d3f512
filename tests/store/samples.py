"""VOORBEELD rows for the tests of the store; every name is invented."""

import hashlib
from dataclasses import replace
from datetime import UTC, date, datetime

from tests.store.letter_samples import fill_letters
from tests.store.record_samples import fill_records
from workbench.domain.adjustment import Adjustment, AdjustmentKind
from workbench.domain.answer import Answer
from workbench.domain.attachment import Attachment, KeptFile
from workbench.domain.case import Case, Location, Occasion, Shift, Stage
from workbench.domain.delivery import (
    BenchmarkValue,
    Delivery,
    FteValue,
    Method,
    Statement,
    StatementKind,
)
from workbench.domain.fte import Fte
from workbench.domain.office import OfficeSetting
from workbench.domain.organisation import (
    Lineage,
    LineageKind,
    NamePeriod,
    Organisation,
    OrganisationKind,
    ParentPeriod,
    Sector,
)
from workbench.domain.request import (
    Question,
    QuestionState,
    Request,
    RequestStep,
    StepKind,
)
from workbench.domain.site import Site, SiteKind
from workbench.store import (
    adjustments,
    answers,
    attachments,
    cases,
    deliveries,
    files,
    learning,
    locations,
    methods,
    organisations,
    requests,
    settings,
    sites,
)
from workbench.store.connection import Store

ME = "Voorbeeld Adviseur"
CASE = "01900000-0000-7000-8000-000000000001"
CONTENT = b"VOORBEELD"
SHA256 = hashlib.sha256(CONTENT).hexdigest()


def fixed() -> datetime:
    """A clock that stands still."""
    return datetime(2026, 11, 3, 9, tzinfo=UTC)


def a_case(**changes: object) -> Case:
    case = Case(
        id=CASE,
        number="2024-0117",
        title="VOORBEELD Dienst Testen groeit",
        stage=Stage.NOTICE,
        service="Dienst Testen",
        ministry="BZK",
        sector=Sector.MINISTRIES,
        body="ind",
        occasion=Occasion.SIZE_CHANGE,
        intention="Groei in Den Haag",
        notice_on=date(2024, 6, 3),
        judged_on=date(2024, 6, 3),
        figures_on=date(2024, 1, 1),
        fte_before=Fte.of("1000,5".replace(",", ".")),
        fte_after=Fte.of(1150),
        shifts=(
            Shift(province="PV28", before=Fte.of(900), after=Fte.of(1050)),
            Shift(province="PV25", before=Fte.of(100)),
        ),
        planned_year=2026,
        recipient_name="Directeur VOORBEELD",
        their_letter_on=date(2024, 5, 30),
        handler=ME,
        is_sample=True,
    )
    return replace(case, **changes)  # type: ignore[arg-type]


def a_location(number: int = 1, **changes: object) -> Location:
    location = Location(
        id=f"location-{number}",
        case_id=CASE,
        position=number,
        name=f"Plaats {number}",
        province="PV20",
        fte=Fte.of(150),
        ready_on=date(2027, 1, 1),
    )
    return replace(location, **changes)  # type: ignore[arg-type]


def an_answer(question: str = "p1", verdict: str = "yes", **changes: object) -> Answer:
    answer = Answer(
        question=question,
        asked_from=date(2024, 5, 8),
        verdict=verdict,
        explanation="Omdat het zo is.",
        name=ME,
        day=date(2024, 6, 4),
    )
    return replace(answer, **changes)  # type: ignore[arg-type]


def a_delivery(**changes: object) -> Delivery:
    delivery = Delivery(
        id="delivery-1",
        title="VOORBEELD opgave",
        delivered_by="Dienst Testen",
        delivered_on=date(2024, 2, 1),
    )
    return replace(delivery, **changes)  # type: ignore[arg-type]


def a_value(amount: str | None = "10.25", **changes: object) -> FteValue:
    value = FteValue(
        reference_date=date(2024, 1, 1),
        place="PV20",
        sector="totaal",
        value=None if amount is None else Fte.of(amount),
        cell="Blad1!C7",
    )
    return replace(value, **changes)  # type: ignore[arg-type]


A_STATEMENT = Statement(
    kind=StatementKind.ROUNDED,
    reference_date="2024-01-01",
    province="NL",
    sector="totaal",
    unit="fte",
    value="131000",
    bound="at_least",
    wording="ruim 131.000",
    source="VOORBEELD",
)
A_SETTING = OfficeSetting(
    id="setting-1", key="signatory", valid_from=date(2024, 1, 1), value="Naam VOORBEELD"
)


A_BENCHMARK = BenchmarkValue(
    measure="inwoners", reference_date=date(2024, 1, 1), place="PV20", value=600_000
)


def an_organisation(**changes: object) -> Organisation:
    organisation = Organisation(
        id="organisation-1",
        kind=OrganisationKind.EXECUTIVE,
        sector=Sector.MINISTRIES,
        names=(NamePeriod(name="VOORBEELD Dienst", valid_from=date(2020, 1, 1)),),
        parents=(ParentPeriod(ministry="IenW"),),
        is_sample=True,
    )
    return replace(organisation, **changes)  # type: ignore[arg-type]


A_SITE = Site(
    id="site-1",
    kind=SiteKind.HUB,
    name="VOORBEELD rijkshub",
    municipality="Assen",
    province="PV22",
    capacity=40,
    valid_from=date(2023, 12, 1),
)
A_METHOD = Method(key="uniform", title="Uniforme telling", note="VOORBEELD")
AN_ADJUSTMENT = Adjustment(
    id="adjustment-1",
    kind=AdjustmentKind.MOVE,
    day=date(2024, 6, 1),
    organisation="organisation-1",
    from_place="PV28",
    to_place="PV22",
    amount=Fte.of("60.5"),
    source="VOORBEELD",
)
A_REQUEST = Request(id="request-1", ministry="IenW", reference_date=date(2027, 1, 1))
A_STEP = RequestStep(id="step-1", kind=StepKind.ASKED, day=date(2027, 3, 1))
A_QUESTION = Question(
    id="question-1",
    code="negatief",
    organisation="VOORBEELD Dienst Testen",
    sector="Ministeries",
    province="Drenthe",
    cell="Opgave!E7",
    found="-4",
    text="Getal onder nul.",
    state=QuestionState.OPEN,
    asked_on=date(2027, 4, 1),
)
A_LINEAGE = Lineage(
    id="lineage-1",
    kind=LineageKind.RENAMED,
    before="organisation-1",
    after="organisation-2",
    day=date(2024, 1, 1),
)


def fill_register(store: Store) -> None:
    """Write one row in every table of the register, in a batch that is already open."""
    organisations.save_organisation(store, an_organisation())
    organisations.save_organisation(store, an_organisation(id="organisation-2"))
    organisations.save_lineage(store, A_LINEAGE)
    sites.save_site(store, A_SITE)
    methods.save_method(store, A_METHOD)
    adjustments.save_adjustment(store, AN_ADJUSTMENT)
    learning.save_synonym(store, "sector", "justitie", "dji")
    learning.save_recipe(store, "Dienst Testen", "provincie|fte", "{}")
    requests.save_request(store, A_REQUEST)
    requests.add_step(store, A_REQUEST.id, A_STEP)
    requests.save_question(store, A_REQUEST.id, A_QUESTION)


def fill_every_table(store: Store) -> None:
    """Write at least one row in every table, in a batch that is already open."""
    files.keep_file(store, CONTENT, name="voorbeeld.txt", media_type="text/plain")
    cases.insert_case(store, a_case())
    locations.save_location(store, a_location())
    answers.save_answer(store, CASE, an_answer(attachment=SHA256))
    fill_letters(store)
    attachments.save_attachment(store, an_attachment())
    settings.save_setting(store, A_SETTING)
    fill_records(store)
    deliveries.insert_delivery(
        store, a_delivery(), [a_value()], [A_STATEMENT], [A_BENCHMARK]
    )
    newer = a_delivery(id="delivery-2", delivered_on=date(2024, 9, 1), reason="Telfout")
    deliveries.insert_delivery(store, newer, [a_value("10.50")])
    fill_register(store)


def an_attachment() -> Attachment:
    kept = KeptFile(
        sha256=SHA256, name="voorbeeld.txt", media_type="text/plain", size=len(CONTENT)
    )
    return Attachment(
        id="attachment-1", case_id=CASE, file=kept, title="Brief", added_on=date(2024, 6, 4)
    )


def dump(store: Store) -> dict[str, list[tuple[object, ...]]]:
    """Return every row of every table outside the journal, to compare states."""
    names = store.query(
        "select name from sqlite_master where type = 'table' and name not glob '*sqlite_*'"
        " and name not in ('batches', 'reversals', 'entries', 'open_batch') order by name"
    )
    return {
        row["name"]: sorted(
            tuple(each) for each in store.query(f"select * from {row['name']}")
        )
        for row in names
    }
