"""A rule file that is wrong is named with its entry; a good one keeps its meaning."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from workbench.domain.errors import RulesInvalidError
from workbench.rules.books import open_book
from workbench.rules.loading import load_rules, rules_folder

_SOURCES = '[[source]]\nkey = "brief"\ntitle = "VOORBEELD brief"\n'
_GOOD = """
[period]
valid_from = 2024-05-08
[[setting]]
key = "drempel"
title = "VOORBEELD drempel"
value = 100
unit = "fte"
source = { document = "brief", sentences = [1] }
"""


def _write(folder: Path, text: str) -> Path:
    (folder / "a-sources.toml").write_text(_SOURCES, encoding="utf-8")
    (folder / "rules.toml").write_text(text, encoding="utf-8")
    return folder


def test_entry_takes_its_period_from_the_file(tmp_path: Path) -> None:
    setting = load_rules(_write(tmp_path, _GOOD)).settings[0]

    assert (setting.valid_from, setting.valid_until) == (date(2024, 5, 8), None)
    assert setting.source.title == "VOORBEELD brief"


@pytest.mark.parametrize(
    ("fault", "detail"),
    [
        (_GOOD.replace('document = "brief"', 'document = "elders"'), "register of sources"),
        (_GOOD.replace("value = 100", 'value = "100"'), "value: whole number expected"),
        (_GOOD.replace("value = 100", "value = true"), "value: whole number expected"),
        (_GOOD.replace('unit = "fte"', ""), "unit is absent"),
        (_GOOD.replace("unit", "eenheid"), "unit is absent"),
        (_GOOD + 'extra = "x"', "extra: unknown name"),
        (_GOOD.replace("2024-05-08", '"8 mei"'), "valid_from: date expected"),
        (_GOOD.replace("[[setting]]", "[[rule]]"), "says is absent"),
        (_GOOD.replace("[[setting]]", "[[sitting]]"), "unknown kind of entry"),
        (_GOOD.replace("[period]", "[period]\nvalid_until = 2020-01-01"), "lies before"),
        ("[[setting]", "line 1"),
    ],
)
def test_fault_names_file_and_entry(tmp_path: Path, fault: str, detail: str) -> None:
    with pytest.raises(RulesInvalidError) as raised:
        load_rules(_write(tmp_path, fault))

    assert raised.value.facts["path"] == str(tmp_path / "rules.toml")
    assert detail in str(raised.value.facts["detail"])


def test_bytes_that_are_no_text_are_a_fault(tmp_path: Path) -> None:
    (tmp_path / "rules.toml").write_bytes(b"\xff\xfe")

    with pytest.raises(RulesInvalidError):
        load_rules(tmp_path)


def test_hash_changes_with_any_file_but_not_with_line_ends(tmp_path: Path) -> None:
    same = shutil.copytree(rules_folder(), tmp_path / "same")
    other = shutil.copytree(rules_folder(), tmp_path / "other")
    for path in same.glob("*.toml"):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    with (other / "coverage.toml").open("a", encoding="utf-8") as file:
        file.write("# nieuw\n")

    assert load_rules(same).sha256 == load_rules().sha256 != load_rules(other).sha256


def test_framework_outside_its_period_is_read_on_its_nearest_day() -> None:
    rules = load_rules()
    old, new = rules.frameworks

    assert open_book(rules, old, date(2025, 1, 1)).day == date(2024, 5, 7)
    assert open_book(rules, new, date(2023, 1, 1)).day == date(2024, 5, 8)
    assert open_book(rules, new, date(2025, 1, 1)).day == date(2025, 1, 1)


def test_vital_regions_exist_from_their_announcement() -> None:
    rules = load_rules()
    new = rules.frameworks[1]

    assert not open_book(rules, new, date(2024, 12, 19)).vital_regions()
    assert len(open_book(rules, new, date(2024, 12, 20)).vital_regions()) == 11
