"""A draft goes out as odt or docx and comes back with comments and changes."""

import io
import subprocess
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from tests.letters.samples import ADVICE
from workbench.domain.errors import WorkbookRefusedError
from workbench.domain.letter import CONFIDENTIAL, Letter, Listing, Paragraph
from workbench.exchange.returned_text import Comment, ReturnedText, read_returned
from workbench.letters.open_text import write_open_text
from workbench.letters.outgoing import block_name
from workbench.letters.word_text import write_word_text

WRITERS: dict[str, Callable[[Letter, str], bytes]] = {
    "odt": write_open_text,
    "docx": write_word_text,
}
LETTER = ADVICE
NAME = block_name("cause")
OPEN_COMMENT = (
    "<office:annotation><dc:creator>M. Inisterie</dc:creator><dc:date>2026-10-02T10:00"
    "</dc:date><text:p>Klopt dit?</text:p></office:annotation>"
)


def paragraphs(letter: Letter) -> dict[str, str]:
    found = {}
    for block in letter.blocks:
        inside = block.items if isinstance(block, Listing) else (block,)
        for one in inside:
            if isinstance(one, Paragraph):
                found[block_name(one.key)] = " ".join(one.text.split())
    return found


def came_back(returned: ReturnedText) -> dict[str, str]:
    return {
        one.name: " ".join(one.text.split())
        for one in returned.blocks
        if one.name.startswith("blok_")
    }


def change(data: bytes, part: str, old: str, new: str) -> bytes:
    """Return a document in which the first `old` of a part is `new`."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as packed, zipfile.ZipFile(out, "w") as made:
        for name in packed.namelist():
            text = packed.read(name).decode()
            if name == part:
                assert old in text
                text = text.replace(old, new, 1)
            made.writestr(name, text)
    return out.getvalue()


@pytest.mark.parametrize("kind", WRITERS)
def test_what_goes_out_comes_back_the_same(kind: str) -> None:
    returned = read_returned(WRITERS[kind](LETTER, "brief-1"), f"brief.{kind}")

    assert returned.identity == "brief-1"
    assert came_back(returned) == paragraphs(LETTER)
    assert WRITERS[kind](LETTER, "brief-1") == WRITERS[kind](LETTER, "brief-1")


@pytest.mark.parametrize("given", WRITERS)
@pytest.mark.parametrize("kept", WRITERS)
def test_libreoffice_keeps_what_counts(tmp_path: Path, given: str, kept: str) -> None:
    path = tmp_path / f"brief.{given}"
    path.write_bytes(WRITERS[given](LETTER, "brief-1"))
    out = tmp_path / "uit"
    profile = f"-env:UserInstallation=file://{tmp_path}/profiel"
    command = ["soffice", profile, "--headless", "--convert-to", kept, "--outdir", str(out)]
    subprocess.run([*command, str(path)], check=True, capture_output=True, timeout=120)

    returned = read_returned((out / f"brief.{kept}").read_bytes(), f"brief.{kept}")

    assert came_back(returned) == paragraphs(LETTER)
    assert returned.identity == "brief-1"


def test_comments_and_changes_of_an_odt_come_back() -> None:
    data = write_open_text(LETTER, "x")
    mark = f'<text:bookmark-start text:name="{NAME}"/>'
    region = (
        '<text:changed-region xml:id="c1" text:id="c1"><text:insertion><office:change-info>'
        "<dc:creator>M. Inisterie</dc:creator><dc:date>2026-10-02T10:00</dc:date>"
        "</office:change-info></text:insertion></text:changed-region>"
    )
    inserted = '<text:change-start text:change-id="c1"/>Eerst dit. <text:change-end/>'
    tracked = '<text:tracked-changes text:track-changes="true"/>'
    new = f"<text:tracked-changes>{region}</text:tracked-changes>"
    data = change(data, "content.xml", tracked, new)
    data = change(data, "content.xml", mark, f"{mark}{OPEN_COMMENT}{inserted}")

    (block,) = [o for o in read_returned(data, "x.odt").blocks if o.name == NAME]

    assert block.text.startswith("Eerst dit. De dienst groeit")
    assert block.comments == (
        Comment(author="M. Inisterie", day="2026-10-02", text="Klopt dit?"),
    )
    assert block.authors == ("M. Inisterie",)


WORD_MARKS = (
    '<w:commentRangeStart w:id="0"/><w:ins w:id="9" w:author="M. Inisterie">'
    "<w:r><w:t>Eerst dit. </w:t></w:r></w:ins>"
    '<w:del w:author="M. Inisterie"><w:r><w:delText>weg</w:delText></w:r></w:del>'
    '<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>'
)
WORD_COMMENT = (
    '<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    '<w:comment w:id="0" w:author="M. Inisterie" w:date="2026-10-02T10:00:00Z">'
    "<w:p><w:r><w:t>Klopt dit?</w:t></w:r></w:p></w:comment></w:comments>"
)


def test_comments_and_changes_of_a_docx_come_back() -> None:
    end = f'w:name="{NAME}"/>'
    raw = write_word_text(LETTER, "x")
    out = io.BytesIO(change(raw, "word/document.xml", end, f"{end}{WORD_MARKS}"))
    with zipfile.ZipFile(out, "a") as packed:
        packed.writestr("word/comments.xml", WORD_COMMENT)

    found = read_returned(out.getvalue(), "x.docx").blocks

    (block,) = [one for one in found if one.name == NAME]
    assert block.text.startswith("Eerst dit. De dienst groeit")
    assert [one.text for one in block.comments] == ["Klopt dit?"]
    assert block.authors == ("M. Inisterie",)


def test_a_split_paragraph_stays_one_and_a_new_one_knows_its_place() -> None:
    data = write_open_text(LETTER, "x")
    data = change(data, "content.xml", "Dat is een toename", "</text:p><text:p>Een toename")
    end = f'<text:bookmark-end text:name="{NAME}"/></text:p>'
    data = change(data, "content.xml", end, f"{end}<text:p>Een nieuwe alinea.</text:p>")

    blocks = read_returned(data, "x.odt").blocks

    (block,) = [one for one in blocks if one.name == NAME]
    (added,) = [one for one in blocks if one.text == "Een nieuwe alinea."]
    assert "fte. \nEen toename" in block.text
    assert (added.name, added.after) == ("", NAME)


BOMB = b"<!DOCTYPE x [<!ENTITY a 'b'>]><x>&a;</x>"


def packed(name: str, content: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr(name, content)
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "geen-tekst"),
        (b"%PDF-1.7", "geen-tekst"),
        (b"PK\x03\x04broken", "zip-beschadigd"),
        (packed("iets.xml", b"<x/>"), "geen-tekst"),
        (packed("content.xml", BOMB), "dtd-verboden"),
        (packed("word/document.xml", BOMB), "dtd-verboden"),
        (packed("content.xml", b"<a>" * 300), "te-diep"),
        (packed("content.xml", b"<a"), "xml-fout"),
        (packed("content.xml", b" " * 160_000_000), "te-groot-uitgepakt"),
    ],
    ids=["empty", "pdf", "zip", "other", "dtd-odt", "dtd-docx", "deep", "broken", "bomb"],
)
def test_what_is_no_safe_document_is_refused(data: bytes, code: str) -> None:
    with pytest.raises(WorkbookRefusedError) as caught:
        read_returned(data, "reactie.odt")

    assert caught.value.facts["code"] == code
    assert caught.value.facts["file"] == "reactie.odt"


@pytest.mark.parametrize("kind", WRITERS)
def test_a_confidential_draft_says_so_at_either_end(kind: str) -> None:
    letter = replace(LETTER, classification=CONFIDENTIAL, classification_note="tot later")

    texts = [one.text for one in read_returned(WRITERS[kind](letter, "x"), "x").blocks]

    assert texts[0] == texts[-1] == "DEPARTEMENTAAL VERTROUWELIJK (tot later)"
