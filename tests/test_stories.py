"""Every acceptance story has a test that bears its id."""

import re
from pathlib import Path

_HERE = Path(__file__).parent
_WITH_THE_YEARLY_REPORT = {"s19"}


def test_every_story_has_a_test_that_bears_its_id() -> None:
    found: set[str] = set()
    for path in _HERE.rglob("test_*.py"):
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.lstrip().startswith("def test_"):
                found |= set(re.findall(r"_(s[0-3]\d)(?=_|\()", line))

    wanted = {f"s{number:02}" for number in range(1, 36)} - _WITH_THE_YEARLY_REPORT
    assert wanted <= found
