"""Text from Word and LibreOffice keeps its paragraphs and lists, and goes back so."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.letters.clipboard_text import html_to_text, text_to_html

WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style><!--
p.MsoNormal {margin:0cm;} --></style></head><body lang=NL><!--StartFragment-->
<p class=MsoNormal>Eerste alinea met <b>vet</b> en &eacute;n&nbsp;spatie.<o:p></o:p></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'>
<![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>·<span
style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>Een
punt<o:p></o:p></p>
<p class=MsoListParagraphCxSpLast style='mso-list:l0 level2 lfo1'><![if !supportLists]>
<span style='mso-list:Ignore'>o<span>&nbsp; </span></span><![endif]>Daaronder</p>
<p class=MsoNormal>Nog een alinea.</p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><span
style='mso-list:Ignore'>1.<span>&nbsp; </span></span>Genummerd</p>
<!--EndFragment--></body></html>"""
LIBRE = """<!DOCTYPE html><html><head><meta charset="utf-8"/><title></title></head><body>
<p style="line-height: 100%">Eerste alinea.</p><ul><li><p>Een punt</p></li><ul><li>
<p>Daaronder</p></li></ul></ul><ol><li><p>Genummerd</p></li></ol></body></html>"""


def test_word_keeps_its_paragraphs_and_lists() -> None:
    assert html_to_text(WORD) == (
        "Eerste alinea met vet en én spatie.\n\n- Een punt\n  - Daaronder\n\n"
        "Nog een alinea.\n\n1. Genummerd"
    )


def test_libreoffice_keeps_its_paragraphs_and_lists() -> None:
    assert html_to_text(LIBRE) == (
        "Eerste alinea.\n\n- Een punt\n  - Daaronder\n1. Genummerd"
    )


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("", ""),
        ("<p></p><p> </p>", ""),
        ("los", "los"),
        ("<p>een<br>twee</p>", "een\ntwee"),
        ("<script>x()</script><p>veilig</p>", "veilig"),
        ("<p>a &lt;b&gt; &amp; c</p>", "a <b> & c"),
        ("<li>zonder lijst", "- zonder lijst"),
    ],
)
def test_odd_html_gives_plain_text(html: str, text: str) -> None:
    assert html_to_text(html) == text


LINES = st.sampled_from(["Een zin.", "Iets & <meer>.", "Nog wat"])
PARAGRAPHS = st.lists(LINES, min_size=1, max_size=3).map("\n\n".join)
BULLETS = st.lists(LINES, min_size=1, max_size=3).map(
    lambda lines: "\n".join(f"- {line}" for line in lines)
)


@given(st.lists(PARAGRAPHS | BULLETS, min_size=1, max_size=1))
def test_what_goes_out_comes_back(parts: list[str]) -> None:
    text = "\n\n".join(parts)

    assert html_to_text(text_to_html(text)) == text
