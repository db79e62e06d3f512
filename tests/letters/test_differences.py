"""What differs between two texts, and how two changes of one text go together."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.letters.samples import ADVICE, paragraph
from workbench.domain.letter import Heading
from workbench.letters.comparing import compare_letters
from workbench.letters.differences import Change, compare_words, merge

BASE = "De dienst groeit met {case.size} fte en blijft in Assen."
TEXTS = st.lists(st.sampled_from(["de", "dienst", "{a.b}", "groeit", ","]), max_size=9).map(
    " ".join
)


@pytest.mark.parametrize(
    ("mine", "theirs", "merged"),
    [
        (
            "De dienst groeit snel met {case.size} fte en blijft in Assen.",
            "De dienst groeit met {case.size} fte en gaat naar Emmen.",
            "De dienst groeit snel met {case.size} fte en gaat naar Emmen.",
        ),
        (BASE, "Iets anders.", "Iets anders."),
        ("Iets anders.", BASE, "Iets anders."),
        (
            "De dienst krimpt met {case.size} fte en blijft in Assen.",
            "De dienst verhuist met {case.size} fte en blijft in Assen.",
            None,
        ),
    ],
    ids=["apart", "only-theirs", "only-mine", "same-word"],
)
def test_changes_go_together_unless_they_touch_the_same_words(
    mine: str, theirs: str, merged: str | None
) -> None:
    assert merge(BASE, mine, theirs) == merged


@given(TEXTS, TEXTS)
def test_the_runs_make_both_texts(old: str, new: str) -> None:
    runs = compare_words(old, new)

    assert "".join(one.text for one in runs if one.change is not Change.ADDED) == old
    assert "".join(one.text for one in runs if one.change is not Change.REMOVED) == new


@given(TEXTS, TEXTS, TEXTS)
def test_merging_takes_no_side(base: str, mine: str, theirs: str) -> None:
    assert merge(base, mine, theirs) == merge(base, theirs, mine)
    assert merge(base, base, theirs) == theirs


def test_letters_are_compared_block_by_block() -> None:
    left = replace(ADVICE, blocks=(paragraph("Een.", "a"), paragraph("Twee.", "b")))
    blocks = (paragraph("Een.", "a"), Heading(key="h", text="Kop"), paragraph("Drie.", "b"))
    right = replace(ADVICE, blocks=blocks)

    pairs = compare_letters(left, right)

    different = [one for one in pairs if one.change is not Change.SAME]
    assert [(one.left, one.right) for one in different] == [("", "Kop"), ("Twee.", "Drie.")]
    assert [run.text for run in different[1].runs] == ["Twee.", "Drie."]
    assert all(one.change is Change.SAME for one in compare_letters(left, left))
