"""Reads the dated rules from `resources/rules/`; whatever is wrong there is named at once.

A file may hold `[period]` (first and last day of its entries, unless an entry says
otherwise), `[framework]`, and lists of `[[rule]]`, `[[setting]]`, `[[list]]`, `[[body]]`,
`[[question]]`, `[[step]]` and `[[source]]`. The sentence indexes and their coverage lie
in the same folder and are read by `workbench.rules.covering`.
"""

import hashlib
import tomllib
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TypedDict, TypeVar, cast

from workbench import paths
from workbench.domain.errors import RulesInvalidError
from workbench.domain.place import BY_CODE
from workbench.domain.rule import (
    Body,
    Citation,
    Framework,
    Option,
    ProvinceList,
    Question,
    QuestionKind,
    Rule,
    RuleSet,
    Setting,
)
from workbench.rules.entries import Entry, Table

_KINDS = {
    *("period", "framework", "rule", "setting", "list", "body"),
    *("question", "step", "source"),
}
_Read = TypeVar("_Read")


@dataclass(frozen=True, slots=True, kw_only=True)
class _File:
    path: Path
    tables: Table
    period: Table = field(default_factory=dict)


class _Dated(TypedDict):
    """What every dated entry begins with."""

    key: str
    source: Citation
    valid_from: date
    valid_until: date | None


def rules_folder() -> Path:
    """Return the folder with the shipped rules."""
    return paths.resource("rules")


def load_rules(folder: Path | None = None) -> RuleSet:
    """Return the rules of all periods.

    Raises:
        RulesInvalidError: A file cannot be read or an entry is wrong.
    """
    where = folder or rules_folder()
    files = [_read_file(path) for path in sorted(where.glob("*.toml")) if _is_rules(path)]
    titles = dict(_collect(files, "source", _source))
    readers = _Readers(titles)
    return RuleSet(
        frameworks=_collect(files, "framework", readers.framework),
        rules=_collect(files, "rule", readers.rule),
        settings=_collect(files, "setting", readers.setting),
        lists=_collect(files, "list", readers.province_list),
        bodies=_collect(files, "body", readers.body),
        questions=_collect(files, "question", readers.question),
        steps=_collect(files, "step", _step),
        sha256=_sha256(where),
    )


def _is_rules(path: Path) -> bool:
    return not path.name.startswith(("sentences-", "coverage"))


def _sha256(folder: Path) -> str:
    whole = hashlib.sha256()
    for path in sorted(folder.glob("*.toml")):
        content = path.read_bytes().replace(b"\r\n", b"\n")
        whole.update(f"{path.name}:{len(content)}:".encode())
        whole.update(content)
    return whole.hexdigest()


def _read_file(path: Path) -> _File:
    try:
        tables: Table = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise RulesInvalidError(path=str(path), entry="", detail=str(error)) from error
    for name in sorted(set(tables) - _KINDS):
        raise RulesInvalidError(path=str(path), entry=name, detail="unknown kind of entry")
    period = tables.get("period", {})
    return _File(path=path, tables=tables, period=cast("Table", period))


def _collect(
    files: list[_File], kind: str, read: Callable[[Entry], _Read]
) -> tuple[_Read, ...]:
    found: list[_Read] = []
    for file in files:
        tables = file.tables.get(kind, [])
        for table in cast("list[Table]", tables if isinstance(tables, list) else [tables]):
            entry = Entry(file.path, table, file.period)
            found.append(read(entry))
            entry.finish()
    return tuple(found)


def _source(entry: Entry) -> tuple[str, str]:
    entry.text("address", "")
    return entry.key, entry.text("title")


def _option(entry: Entry, table: Table) -> Option:
    inner = entry.inner(table)
    option = Option(
        key=str(table.get("key", "")) or inner.fail("option without key"),
        text=inner.text("text"),
        asks_reason=inner.flag("asks_reason", False),
    )
    inner.finish()
    return option


def _step(entry: Entry) -> tuple[str, str]:
    return entry.key, entry.text("title")


class _Readers:
    """Turn entries into values; remembers the titles of the register of sources."""

    def __init__(self, titles: dict[str, str]) -> None:
        self._titles = titles

    def framework(self, entry: Entry) -> Framework:
        return Framework(**self._dated(entry), title=entry.text("title"))

    def rule(self, entry: Entry) -> Rule:
        says = entry.table("says")
        for name, sentence in says.items():
            if not isinstance(sentence, str):
                entry.fail(f"says.{name}: text expected")
        return Rule(
            **self._dated(entry),
            title=entry.text("title"),
            text=entry.text("text"),
            says=cast("dict[str, str]", says),
            is_open_norm=entry.flag("is_open_norm", False),
        )

    def setting(self, entry: Entry) -> Setting:
        return Setting(
            **self._dated(entry),
            title=entry.text("title"),
            value=entry.number("value"),
            unit=entry.text("unit"),
        )

    def province_list(self, entry: Entry) -> ProvinceList:
        provinces = entry.texts("provinces")
        for code in provinces:
            if code not in BY_CODE:
                entry.fail(f"provinces: {code} is no province")
        return ProvinceList(
            **self._dated(entry),
            title=entry.text("title"),
            provinces=frozenset(provinces),
        )

    def body(self, entry: Entry) -> Body:
        return Body(
            **self._dated(entry),
            name=entry.text("name"),
            sector=entry.text("sector"),
            ground=entry.text("ground", ""),
        )

    def question(self, entry: Entry) -> Question:
        kind = entry.text("kind", "choice")
        if kind not in set(QuestionKind):
            entry.fail(f"kind: {kind} is unknown")
        return Question(
            **self._dated(entry),
            step=entry.text("step"),
            text=entry.text("text"),
            guidance=entry.text("guidance"),
            kind=QuestionKind(kind),
            options=tuple(_option(entry, table) for table in entry.tables("options")),
            unit=entry.text("unit", ""),
            asked_when=entry.texts("asked_when"),
            is_needed=entry.flag("is_needed", True),
            rule=entry.text("rule", ""),
            filled_by=entry.text("filled_by", ""),
        )

    def _dated(self, entry: Entry) -> _Dated:
        valid_from, valid_until = entry.day("valid_from"), entry.optional_day("valid_until")
        if valid_until is not None and valid_until < valid_from:
            entry.fail("valid_until lies before valid_from")
        return _Dated(
            key=entry.key,
            source=self._citation(entry),
            valid_from=valid_from,
            valid_until=valid_until,
        )

    def _citation(self, entry: Entry) -> Citation:
        source = entry.inner(entry.table("source"))
        document = source.text("document")
        if document not in self._titles:
            entry.fail(f"source: {document} is not in the register of sources")
        citation = Citation(
            document=document,
            title=self._titles[document],
            sentences=source.numbers("sentences"),
            place=source.text("place", ""),
            note=source.text("note", ""),
        )
        source.finish()
        return citation
