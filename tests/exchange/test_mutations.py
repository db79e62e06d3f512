"""Damaged copies end in a reading or in a refusal with a code; in nothing else."""

import io
import random
import time
import zipfile
from datetime import date
from decimal import Decimal

import pytest

from tests.exchange.dirty_tables import flat, ods_rows
from tests.exchange.tables import USUAL, WRITERS, Rows
from workbench.domain.errors import WorkbookRefusedError
from workbench.exchange.intake_reading import interpret_intake
from workbench.exchange.intake_result import IntakeExpectation
from workbench.exchange.refusals import REFUSALS
from workbench.exchange.table_layout import guess_layouts, read_layout, write_layout
from workbench.exchange.table_values import read_values
from workbench.exchange.workbook_reader import read_bytes

TOKENS = (
    b"<",
    b">",
    b'"',
    b"0",
    b"-1",
    b"99999999",
    b"</c>",
    b"<v>",
    b"&",
    b"\0",
    b"1E999",
)
ROUNDS = 30


TABLE: Rows = [
    ["Fte (x 1.000) op 1 januari 2023, inclusief externen"],
    [],
    [None, 2022, None, "Prognose 2027", "Inwoners", "aandeel"],
    ["Provincie / sector", "Defensie", "Politie", "Totaal", 2023, "%"],
    ["Fryslân", Decimal("1.25"), "1.234,5", None, 502051, "5%"],
    ["Gelderlnad", "n.v.t.", "x", "12.5", "-", None],
    ["Totaal", 3, 4, 7, date(2023, 1, 1), "100%"],
    ["Bron: VOORBEELD"],
]


def damaged_bytes(data: bytes, chance: random.Random) -> bytes:
    """Return the file with a few bytes of the zip itself changed."""
    broken = bytearray(data)
    for _ in range(chance.randint(1, 8)):
        broken[chance.randrange(len(broken))] = chance.randrange(256)
    return bytes(broken[: chance.choice((len(broken), chance.randrange(len(broken))))])


def damaged_part(data: bytes, chance: random.Random) -> bytes:
    """Return the file with the XML of one part changed, packed as a whole zip."""
    source = zipfile.ZipFile(io.BytesIO(data))
    names = source.namelist()
    hit = chance.choice(names)
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name in names:
            part = source.read(name)
            archive.writestr(name, _damaged(part, chance) if name == hit else part)
    return stream.getvalue()


def _damaged(part: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(part))
    until = at + chance.choice((0, 1, 3, 40))
    kind = chance.randrange(4)
    if kind == 0:
        return part[:at] + part[until:]
    if kind == 1:
        return part[:at] + chance.choice(TOKENS) + part[until:]
    if kind == 2:
        return part[:at] + part[at:until] * 3 + part[until:]
    other = chance.randrange(len(part))
    return part[:at] + part[other : other + 30] + part[at:]


@pytest.mark.parametrize("seed", range(10))
def test_a_damaged_copy_never_surprises(
    intake: bytes, expected: IntakeExpectation, seed: int
) -> None:
    chance = random.Random(seed)
    for _ in range(ROUNDS):
        damage = chance.choice((damaged_bytes, damaged_part, damaged_part))
        broken = damage(intake, chance)
        begun = time.monotonic()

        outcome = read_or_refuse(broken, expected)

        assert outcome in {*REFUSALS, "case-1"}
        assert time.monotonic() - begun < 5


@pytest.mark.parametrize("form", ["csv", "fods", "ods", "xlsx"])
def test_a_damaged_table_never_surprises(form: str) -> None:
    chance = random.Random(form)
    whole = flat(ods_rows(TABLE)) if form == "fods" else WRITERS[form](TABLE)
    for _ in range(ROUNDS * 3):
        damage = chance.choice((damaged_part, damaged_bytes))
        is_zip = form in ("ods", "xlsx")
        broken = damage(whole, chance) if is_zip else _damaged(whole, chance)
        begun = time.monotonic()

        outcome = tables_or_refusal(broken)

        assert outcome in {*REFUSALS, "read"}
        assert time.monotonic() - begun < 5


def tables_or_refusal(data: bytes) -> object:
    """Read every table as far as it can be; return "read" or the code of the refusal."""
    try:
        book = read_bytes(data)
    except WorkbookRefusedError as error:
        return error.facts["code"]
    for layout in guess_layouts(book, USUAL):
        assert read_layout(write_layout(layout)) == layout
        asked = {use: "2023-01-01" for use in layout.missing if use == "reference_date"}
        read_values(book, layout.with_constants(**asked), USUAL)
    return "read"


def read_or_refuse(data: bytes, expected: IntakeExpectation) -> object:
    """Return the case that was read, or the code of the refusal."""
    try:
        workbook = read_bytes(data)
        return interpret_intake(workbook, "terug.xlsx", expected).meta.case_id
    except WorkbookRefusedError as error:
        return error.facts["code"]
