"""What leaves a letter before it is public is in no stream, metadata or attachment."""

from dataclasses import replace
from io import BytesIO

import pikepdf
import pytest
from check_pdf import check
from hypothesis import given
from hypothesis import strategies as st

from tests.letters.reading import read
from tests.letters.samples import ADVICE, paragraph, row
from workbench.domain.cell import Cell
from workbench.domain.letter import BlockKind, Letter, Paragraph, Span, TableBlock
from workbench.letters.public_version import (
    GROUNDS,
    NAME,
    Redaction,
    left_behind,
    list_names,
    list_passages,
    publish,
)
from workbench.letters.rendering import render_letter

PERSON = "Q. Zonderling-Wyckx"
SECRET = "Xylofoonkwartet"
BLOCKS = (
    Paragraph(
        key="span",
        spans=(
            Span(text="Gesproken met Q. "),
            Span(text="Zonderling-Wyckx"),
            Span(text="."),
            Span(text="", note=f"Verslag van {PERSON}."),
        ),
    ),
    paragraph(f"Dit gaat over een {SECRET}.", "secret"),
    TableBlock(
        key="table",
        title=f"Tabel van {PERSON}",
        header=("Wie", "Wat"),
        rows=(row(PERSON.upper(), "1"),),
        is_number=(False, True),
        note=f"Bron: {PERSON}",
        groups=(Cell(text=f"Volgens {PERSON}", columns=2),),
    ),
    paragraph("Dit blijft staan.", "stays"),
)
NAMED: Letter = replace(
    ADVICE,
    subject=f"Brief over {PERSON}",
    recipient=(PERSON, "Postbus 1"),
    sender=replace(ADVICE.sender, contact=PERSON, signatory=PERSON),
    attachments=(f"Verslag van {PERSON}",),
    blocks=BLOCKS,
)
REDACTION = Redaction(names=(PERSON,), blocks={"secret": GROUNDS[0]})


@pytest.fixture(scope="module")
def public() -> bytes:
    return render_letter(publish(NAMED, REDACTION)).pdf


def every_stream(pdf: bytes) -> bytes:
    """Return all bytes of a file, and of every stream and string unpacked."""
    whole = [pdf]
    with pikepdf.open(BytesIO(pdf)) as file:
        for thing in file.objects:
            if isinstance(thing, pikepdf.Stream):
                whole.append(thing.read_bytes())
            whole.append(thing.unparse(resolved=False))
        with file.open_metadata() as metadata:
            whole.append(str(metadata).encode())
        whole += [each.get_file().read_bytes() for each in file.attachments.values()]
    return b"\n".join(whole)


@pytest.mark.parametrize("word", ["Zonderling", "Wyckx", SECRET, "xylofoon"])
def test_what_was_removed_is_nowhere_in_the_file(public: bytes, word: str) -> None:
    text = read(public)
    said = " ".join([text.whole, *(a for page in text.artifacts for a in page)])

    assert word.casefold() not in said.casefold()
    found = every_stream(public)
    for form in (word.encode(), word.encode("utf-16-be"), word.encode().hex().encode()):
        assert form.lower() not in found.lower()


def test_the_search_sees_what_was_not_removed() -> None:
    whole = render_letter(NAMED, receipt=f'{{"wie": "{PERSON}"}}').pdf

    assert "Zonderling" in read(whole).whole
    assert b"Zonderling" in every_stream(whole)


def test_what_is_gone_leaves_a_mark_with_its_ground(public: bytes) -> None:
    whole = read(public).whole

    assert f"[Weggelaten op grond van {GROUNDS[0]}]" in whole
    assert f"Gesproken met {NAME}." in whole
    assert "Dit blijft staan." in whole


@pytest.mark.parametrize("flavour", ["2a", "ua1"])
def test_the_public_version_passes_the_validators(public: bytes, flavour: str) -> None:
    assert check(public, flavour).failures == ()


def test_kinds_tell_what_can_be_a_personal_view() -> None:
    kinds = {one.key: one.kind for one in list_passages(NAMED, None)}

    assert kinds == dict.fromkeys(kinds, BlockKind.FACT)
    assert list_names(NAMED) == [PERSON]


@given(st.text(alphabet="ab \u00a0.-", min_size=1, max_size=12))
def test_a_name_is_never_left_behind(name: str) -> None:
    told = replace(NAMED, blocks=(paragraph(f"Ik sprak {name} gisteren."),))

    public = publish(told, Redaction(names=(name,)))

    assert left_behind(public, [name]) == []
