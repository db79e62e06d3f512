"""Feeds the reader of workbooks bad files, led by the code that each one reaches.

Run `python -m tests.exchange.fuzz_reader FOLDER -max_total_time=900` to look for longer;
the folder keeps what reached something new. A finding becomes a case by
`python -m tests.exchange.fuzz_reader --keep FINDING NAME`.
"""

import random
import sys
from pathlib import Path

import atheris

from tests.exchange.fuzz_files import SEEDS, WORDS, change, file_of
from workbench.domain.errors import WorkbookRefusedError

with atheris.instrument_imports(
    include=["workbench.exchange"], enable_loader_override=False
):
    from workbench.exchange.refusals import REFUSALS
    from workbench.exchange.workbook_reader import read_bytes

FOUND = Path(__file__).with_name("found")
_LIMITS = ("-timeout=5", "-rss_limit_mb=600", "-max_len=4096", "-reload=0")


def read_or_refuse(data: bytes) -> str:
    """Return the form of the workbook that was read, or the code of the refusal."""
    try:
        return read_bytes(data).format
    except WorkbookRefusedError as error:
        return str(error.facts["code"])


def try_one(given: bytes) -> None:
    """Read one made-up file; anything but a workbook or a known refusal is a finding."""
    outcome = read_or_refuse(file_of(given))
    assert outcome in REFUSALS or outcome in {"csv", "fods", "ods", "xlsm", "xlsx"}


def mutate(given: bytes, longest: int, seed: int) -> bytes:
    """Return other bytes: now and then anything, mostly XML that still is XML."""
    chance = random.Random(seed)
    if chance.random() < 0.3:
        return bytes(atheris.Mutate(given, longest))
    if chance.random() < 0.25:  # the fuzzer soon forgets seeds that reach the same code
        given = chance.choice(SEEDS)
    for _ in range(chance.randint(1, 3)):
        given = change(given, chance, lambda one: atheris.Mutate(one, 60))
    return given[:longest]


def main(words: list[str]) -> None:
    """Fuzz until told to stop."""
    if words[:1] == ["--keep"]:
        FOUND.mkdir(exist_ok=True)
        (FOUND / f"{words[2]}.bin").write_bytes(file_of(Path(words[1]).read_bytes()))
        return
    folder = Path(words[0])
    seeds = folder / "seeds"
    seeds.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(SEEDS):
        (seeds / str(number)).write_bytes(seed)
    (folder / "words").write_text(WORDS, encoding="ascii")
    new = folder / "new"
    new.mkdir(exist_ok=True)
    atheris.Setup(
        [
            *(sys.argv[0], *_LIMITS, f"-dict={folder / 'words'}"),
            *(f"-artifact_prefix={folder}/finding-", *words[1:], str(new), str(seeds)),
        ],
        try_one,
        custom_mutator=mutate,
    )
    atheris.Fuzz()


if __name__ == "__main__":
    main(sys.argv[1:])
