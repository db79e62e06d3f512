"""Two thousand damaged returns: an exact list of cells, a question, or a refusal."""

from pathlib import Path

import pytest

from tests.exchange.damaged import Copy, Typed, damaged
from tests.exchange.damaged_files import write_copy
from tests.exchange.office import convert
from tests.exchange.returns import SERVICE, return_request
from workbench.domain.errors import WorkbookRefusedError
from workbench.domain.organisation import Ministry
from workbench.exchange import return_form as form
from workbench.exchange.cells import write_address
from workbench.exchange.return_review import review_return
from workbench.exchange.return_sheets import build_return
from workbench.exchange.return_table import find_table, lay_out_return
from workbench.exchange.table_values import TableReading, read_values
from workbench.exchange.table_words import build_vocabulary
from workbench.exchange.workbook_reader import read_bytes

SHARES = 20
COPIES = 2_000
RESAVED = 100
WORDS = build_vocabulary(
    regions={}, organisations=[(SERVICE, "dienst")], sectors_of={}, learned={}
)


@pytest.fixture(scope="module")
def blank(ministries: tuple[Ministry, ...]) -> bytes:
    return build_return(return_request(ministries[0]))


def check(data: bytes, copy: Copy) -> None:
    """Hold everything that is read of a copy against what stands in it."""
    book = read_bytes(data)
    issue = form.identify_return(book)
    assert issue is not None
    table = find_table(book, issue, {})
    assert set(table.missing) == copy.asks
    if copy.asks:
        assert review_return(book, issue, table).rows == ()
        return
    assert table.sheet == copy.sheet
    reading = read_values(book, lay_out_return(book, table, issue), WORDS)
    expected = {
        f"{copy.sheet}!{write_address(at)}": one
        for at, one in copy.cells.items()
        if isinstance(one, Typed)
    }
    assert reading.unknown_words == ()
    assert values_in(reading) == {
        cell: one.amount for cell, one in expected.items() if one.amount is not None
    }
    assert {one.cell for one in reading.faults} == {
        cell for cell, one in expected.items() if one.is_refused
    }
    keys = {row.key for row in review_return(book, issue, table).rows}
    assert keys <= {line.key for line in issue.sent}


def values_in(reading: TableReading) -> dict[str, object]:
    found = [one for one in reading.values if one.value is not None]
    assert len({one.cell for one in found}) == len(found)
    return {one.cell: one.value for one in found}


@pytest.mark.parametrize("share", range(SHARES))
def test_a_damaged_return_never_changes_in_silence(blank: bytes, share: int) -> None:
    for seed in range(share, COPIES, SHARES):
        copy = damaged(blank, seed)
        data = write_copy(blank, copy)
        if not copy.refusal:
            check(data, copy)
            continue
        with pytest.raises(WorkbookRefusedError) as refused:
            check(data, copy)
        assert refused.value.facts["code"] in ("kenmerk-gewijzigd", "andere-versie")


@pytest.fixture(scope="module")
def saved_again(
    blank: bytes, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, tuple[Path, Copy]]:
    """Damaged returns as one LibreOffice saved them again, half of them as ods."""
    folder = tmp_path_factory.mktemp("schade")
    copies = {f"{seed}": damaged(blank, seed, for_office=True) for seed in range(RESAVED)}
    for name, copy in copies.items():
        (folder / f"{name}.xlsx").write_bytes(write_copy(blank, copy))
    names = list(copies)
    found: dict[str, tuple[Path, Copy]] = {}
    for kind, share in (("xlsx", names[::2]), ("ods", names[1::2])):
        convert(folder, kind, [str(folder / f"{name}.xlsx") for name in share])
        for name in share:
            found[name] = (folder / "out" / f"{name}.{kind}", copies[name])
    return found


@pytest.mark.parametrize("share", range(5))
def test_what_libreoffice_saved_again_is_read_the_same(
    saved_again: dict[str, tuple[Path, Copy]], share: int
) -> None:
    assert len(saved_again) == RESAVED
    for name in list(saved_again)[share::5]:
        path, copy = saved_again[name]
        check(path.read_bytes(), copy)
