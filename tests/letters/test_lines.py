"""Lines are broken where a reader expects it, and never run out of their frame."""

from hypothesis import given
from hypothesis import strategies as st

from workbench.letters.font_set import shipped_fonts
from workbench.letters.fonts import Face, load_faces
from workbench.letters.lines import TextLine, break_lines

SIZE = 10.0
WORDS = st.text(st.sampled_from("aWi-/ \u00a0é.\n1"), max_size=200)


def _texts(lines: list[TextLine]) -> list[str]:
    return ["".join(text for _, text in line.pieces) for line in lines]


def test_a_line_ends_in_a_space_where_a_word_follows(face: Face) -> None:
    lines = break_lines([(face, "advies voor de regio")], SIZE, 60)

    assert _texts(lines) == ["advies voor ", "de regio"]


def test_a_word_that_is_too_wide_is_cut_without_a_space(face: Face) -> None:
    lines = break_lines([(face, "spreidingsadvies")], SIZE, 40)

    assert len(lines) > 1
    assert "".join(_texts(lines)) == "spreidingsadvies"


def test_a_word_that_is_too_wide_is_cut_after_its_hyphen(face: Face) -> None:
    lines = break_lines([(face, "Zeeuws-Vlaanderen")], SIZE, 70)

    assert _texts(lines) == ["Zeeuws-", "Vlaanderen"]


def test_a_no_break_space_keeps_words_together(face: Face) -> None:
    lines = break_lines([(face, "ruim honderd\u00a0fte")], SIZE, 70)

    assert _texts(lines) == ["ruim ", "honderd\u00a0fte"]


def test_a_word_may_change_to_bold_halfway(face: Face) -> None:
    bold = load_faces(shipped_fonts()).bold

    lines = break_lines([(face, "fte-"), (bold, "opgave")], SIZE, 200)

    assert lines[0].pieces == ((face, "fte-"), (bold, "opgave"))


def test_an_empty_line_is_kept(face: Face) -> None:
    assert _texts(break_lines([(face, "een\n\ntwee")], SIZE, 200)) == ["een ", "", "twee"]


def test_a_soft_hyphen_leaves_no_trace(face: Face) -> None:
    assert _texts(break_lines([(face, "af\u00adwij\u200bking")], SIZE, 200)) == [
        "afwijking"
    ]


def test_a_loose_accent_is_joined_to_its_letter(face: Face) -> None:
    assert _texts(break_lines([(face, "e\u0301e\u0301n")], SIZE, 200)) == ["één"]


def test_digits_are_equally_wide_in_figures(face: Face) -> None:
    narrow = break_lines([(face, "111,1")], SIZE, 200, is_figure=True)
    wide = break_lines([(face, "000,0")], SIZE, 200, is_figure=True)

    assert narrow[0].width == wide[0].width


@given(WORDS, st.floats(min_value=20, max_value=400))
def test_no_line_is_wider_than_its_frame_and_nothing_is_lost(
    text: str, width: float
) -> None:
    face = load_faces(shipped_fonts()).regular

    lines = break_lines([(face, text)], SIZE, width)

    assert all(line.width <= width + 0.001 for line in lines)
    assert "".join("".join(_texts(lines)).split()) == "".join(text.split())
