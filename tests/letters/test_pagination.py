"""Pages end where a typist would end them."""

from collections.abc import Sequence

from workbench.letters.fonts import Face
from workbench.letters.pagination import Placed, paginate
from workbench.letters.parts import Part, TextPart, set_text
from workbench.letters.structure import Element
from workbench.letters.style import Style

LINE = 10.0


def _part(face: Face, lines: int, *, keeps_next: bool = False) -> TextPart:
    style = Style(face=face, size=8, leading=LINE)
    pieces = [(face, "\n".join("x" * lines))]
    part = set_text(Element("P"), style, 100, pieces, gap=LINE)
    part.keeps_next = keeps_next
    return part


def _pages(parts: Sequence[Part], lines: int) -> list[list[Placed]]:
    return paginate(parts, lambda _page: lines * LINE)


def _ranges(page: list[Placed]) -> list[tuple[int, int]]:
    return [(placed.first, placed.end) for placed in page]


def test_a_heading_moves_along_with_what_it_announces(face: Face) -> None:
    first, heading, text = _part(face, 4), _part(face, 1, keeps_next=True), _part(face, 3)

    pages = _pages([first, heading, text], 8)

    assert [placed.part for placed in pages[1]] == [heading, text]


def test_no_line_of_a_paragraph_stands_alone(face: Face) -> None:
    pages = _pages([_part(face, 4), _part(face, 5)], 9)

    assert _ranges(pages[0]) == [(0, 4), (0, 3)]
    assert _ranges(pages[1]) == [(3, 5)]


def test_three_lines_are_never_cut(face: Face) -> None:
    pages = _pages([_part(face, 4), _part(face, 3)], 7)

    assert _ranges(pages[1]) == [(0, 3)]


def test_white_above_a_part_is_dropped_at_the_top_of_a_page(face: Face) -> None:
    pages = _pages([_part(face, 4), _part(face, 4)], 5)

    assert pages[1][0].top == 0


def test_the_header_of_a_table_returns_on_every_next_page(face: Face) -> None:
    head = _part(face, 1, keeps_next=True)
    rows = [_part(face, 2) for _ in range(4)]
    for row in rows:
        row.head = head

    pages = _pages([head, *rows], 5)

    assert [placed.is_repeated for placed in pages[1]] == [True, False]
    assert pages[1][1].top == LINE


def test_what_may_nowhere_be_cut_is_cut_all_the_same(face: Face) -> None:
    parts = [_part(face, 2, keeps_next=True) for _ in range(9)]

    pages = _pages(parts, 5)

    assert sum(len(page) for page in pages) == 9


def test_a_letter_without_text_still_has_a_page() -> None:
    assert paginate([], lambda _page: 100) == [[]]
