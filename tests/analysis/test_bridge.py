"""The bridge between two dates: every part counted once, the rest never hidden."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.analysis.bridge import BridgeInput, Part, build_bridge, statement_bridge
from workbench.domain.adjustment import Adjustment, AdjustmentKind
from workbench.domain.fte import Fte
from workbench.domain.organisation import Lineage, LineageKind

PLACES = ("PV20", "PV21", "PV28")
SECTORS = ("ministeries", "zbo")
SERVICES = ("a", "b", "c", "")
DAY = date(2024, 1, 1)
KEY = ("a", "PV20", "zbo")

keys = st.tuples(*(st.sampled_from(some) for some in (SERVICES, PLACES, SECTORS)))
amounts = st.dictionaries(keys, st.none() | st.integers(0, 9999).map(Fte), max_size=8)


def cause(kind: AdjustmentKind, amount: str | None, **changes: str) -> Adjustment:
    told = {"organisation": "a", "from_place": "PV20", "to_place": "PV28"} | changes
    fte = None if amount is None else Fte.of(amount)
    return Adjustment(id="1", kind=kind, day=DAY, amount=fte, **told)  # type: ignore[arg-type]


def step(before: str, after: str) -> Lineage:
    kind = LineageKind.RENAMED
    return Lineage(id=f"{before}{after}", kind=kind, before=before, after=after, day=DAY)


causes = st.builds(
    cause,
    st.sampled_from(AdjustmentKind),
    st.none() | st.integers(0, 99).map(str),
    organisation=st.sampled_from((*SERVICES, "onbekend")),
    from_place=st.sampled_from(("", *PLACES)),
    to_place=st.sampled_from(("", *PLACES)),
    from_sector=st.sampled_from(("", *SECTORS)),
    to_sector=st.sampled_from(("", *SECTORS)),
)
inputs = st.builds(
    BridgeInput,
    published=amounts,
    known=amounts,
    restated=amounts,
    after=amounts,
    method_after=st.sampled_from(("", "nieuw")),
    adjustments=st.lists(causes, max_size=4),
    lineage=st.lists(
        st.builds(step, st.sampled_from(SERVICES[:3]), st.sampled_from(SERVICES[:3])),
        max_size=2,
    ),
)


@settings(max_examples=200, deadline=None)
@given(inputs)
def test_the_parts_of_every_cell_add_up_exactly(given_: BridgeInput) -> None:
    bridge = build_bridge(given_)

    for cell in bridge.cells:
        if cell.difference is not None:
            parts = [part.hundredths for part in cell.parts.values()]
            assert sum(parts) == cell.difference.hundredths


@settings(max_examples=100, deadline=None)
@given(inputs)
def test_the_order_of_figures_does_not_matter(given_: BridgeInput) -> None:
    turned = BridgeInput(
        published=dict(reversed(list(given_.published.items()))),
        known=given_.known,
        restated=given_.restated,
        after=dict(reversed(list(given_.after.items()))),
        method_after=given_.method_after,
        adjustments=given_.adjustments,
        lineage=given_.lineage,
    )

    assert build_bridge(turned) == build_bridge(given_)


@pytest.mark.parametrize("kind", [AdjustmentKind.MOVE, AdjustmentKind.REALLOCATION])
def test_what_moves_inside_the_country_counts_for_nothing_there(
    kind: AdjustmentKind,
) -> None:
    before = {("a", "PV20", "zbo"): Fte.of(100), ("a", "PV28", "zbo"): Fte.of(50)}
    after = {("a", "PV20", "zbo"): Fte.of(45), ("a", "PV28", "zbo"): Fte.of(110)}
    part = Part.MOVE if kind is AdjustmentKind.MOVE else Part.REALLOCATION

    bridge = build_bridge(
        BridgeInput(published=before, after=after, adjustments=[cause(kind, "60")])
    )

    assert bridge.place("PV20").parts == {part: Fte.of(-60), Part.REAL: Fte.of(5)}
    assert bridge.whole().parts == {Part.REAL: Fte.of(5)}
    assert bridge.is_explained


def test_a_correction_is_no_change() -> None:
    bridge = build_bridge(
        BridgeInput(
            published={KEY: Fte.of(100)},
            known={KEY: Fte.of(90)},
            after={KEY: Fte.of(95)},
        )
    )

    assert bridge.whole().parts == {Part.CORRECTION: Fte.of(-10), Part.REAL: Fte.of(5)}


def test_another_method_is_split_off_when_the_earlier_date_was_counted_again() -> None:
    bridge = build_bridge(
        BridgeInput(
            published={KEY: Fte.of(100)},
            restated={KEY: Fte.of(108)},
            after={KEY: Fte.of(110)},
            method_after="nieuw",
        )
    )

    assert bridge.whole().parts == {Part.METHOD: Fte.of(8), Part.REAL: Fte.of(2)}


def test_another_method_without_a_second_count_stays_unexplained() -> None:
    bridge = build_bridge(
        BridgeInput(
            published={KEY: Fte.of(100)}, after={KEY: Fte.of(110)}, method_after="nieuw"
        )
    )

    assert bridge.whole().parts == {Part.UNEXPLAINED: Fte.of(10)}
    assert "niet opnieuw geteld" in bridge.whole().notes[0]


def test_an_organisation_that_passed_into_another_is_compared_with_it() -> None:
    bridge = build_bridge(
        BridgeInput(
            published={("a", "PV20", "ministeries"): Fte.of(100)},
            after={("b", "PV20", "zbo"): Fte.of(104)},
            lineage=[step("a", "b")],
        )
    )

    parts = {cell.sector: dict(cell.parts) for cell in bridge.cells}
    assert parts == {
        "ministeries": {Part.ORGANISATION: Fte.of(-100)},
        "zbo": {Part.ORGANISATION: Fte.of(100), Part.REAL: Fte.of(4)},
    }


def test_an_organisation_that_comes_from_nowhere_is_not_called_growth() -> None:
    bridge = build_bridge(BridgeInput(published={}, after={KEY: Fte.of(30)}))

    assert bridge.whole().parts == {Part.UNEXPLAINED: Fte.of(30)}
    assert not bridge.is_explained


def test_a_cause_without_a_size_leaves_the_rest_unsplit_s21() -> None:
    unknown = cause(AdjustmentKind.REALLOCATION, None, to_place="")
    bridge = build_bridge(
        BridgeInput(
            published={KEY: Fte.of(100)}, after={KEY: Fte.of(47)}, adjustments=[unknown]
        )
    )

    assert bridge.place("PV20").parts == {Part.NOT_SPLIT: Fte.of(-53)}
    assert bridge.place("PV20").notes[0].startswith("Herindeling")


def test_fryslan_2022_is_loss_and_something_that_is_not_split() -> None:
    cell = statement_bridge(
        "PV21",
        Fte.of(-152),
        {Part.REAL: Fte.of(-99)},
        ["Rijkswaterstaat −99; de schoonmaak is anders toegedeeld."],
        has_open_cause=True,
    )

    assert cell.part(Part.NOT_SPLIT) == Fte.of(-53)
    assert sum(part.hundredths for part in cell.parts.values()) == -15200
    assert cell.is_explained
