"""Reads single values out of a rule file and says exactly which entry is wrong."""

from collections.abc import Iterable
from datetime import date, datetime
from pathlib import Path
from typing import Never, cast

from workbench.domain.errors import RulesInvalidError

Table = dict[str, object]


class Entry:
    """One table of a rule file, read key by key; what stays unread is a fault.

    Raises:
        RulesInvalidError: By every method, when a value is absent or of another type.
    """

    def __init__(self, path: Path, table: Table, fallback: Table | None = None) -> None:
        self._path = path
        self._table = table
        self._fallback = fallback or {}
        self._read: set[str] = set()
        self.key = self.text("key")

    def text(self, name: str, default: str | None = None) -> str:
        value = self._take(name, default)
        if not isinstance(value, str) or (default is None and not value.strip()):
            self.fail(f"{name}: text expected")
        return value

    def number(self, name: str) -> int:
        value = self._take(name, None)
        if not isinstance(value, int) or isinstance(value, bool):
            self.fail(f"{name}: whole number expected")
        return value

    def flag(self, name: str, default: bool) -> bool:
        value = self._take(name, default)
        if not isinstance(value, bool):
            self.fail(f"{name}: true or false expected")
        return value

    def day(self, name: str) -> date:
        value = self.optional_day(name)
        if value is None:
            self.fail(f"{name}: date expected")
        return value

    def optional_day(self, name: str) -> date | None:
        value = self._take(name, "")
        if value == "":
            return None
        if not isinstance(value, date) or isinstance(value, datetime):
            self.fail(f"{name}: date expected")
        return value

    def texts(self, name: str) -> tuple[str, ...]:
        value = self._take(name, [])
        if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
            self.fail(f"{name}: list of texts expected")
        return tuple(cast("list[str]", value))

    def numbers(self, name: str) -> tuple[int, ...]:
        value = self._take(name, [])
        if not isinstance(value, list) or not all(type(one) is int for one in value):
            self.fail(f"{name}: list of whole numbers expected")
        return tuple(cast("list[int]", value))

    def table(self, name: str) -> Table:
        value = self._take(name, None)
        if not isinstance(value, dict):
            self.fail(f"{name}: table expected")
        return cast("Table", value)

    def tables(self, name: str) -> list[Table]:
        value = self._take(name, [])
        if not isinstance(value, list) or not all(isinstance(one, dict) for one in value):
            self.fail(f"{name}: list of tables expected")
        return cast("list[Table]", value)

    def inner(self, table: Table) -> "Entry":
        """Return a table inside this one; its faults name this entry."""
        return Entry(self._path, {"key": self.key, **table})

    def finish(self) -> None:
        """Refuse names that nobody asked for: most often a typing mistake."""
        self._refuse(sorted(set(self._table) - self._read))

    def fail(self, detail: str) -> Never:
        raise RulesInvalidError(path=str(self._path), entry=self.key, detail=detail)

    def _take(self, name: str, default: object) -> object:
        self._read.add(name)
        value = self._table.get(name, self._fallback.get(name, default))
        if value is None:
            raise RulesInvalidError(
                path=str(self._path),
                entry=str(self._table.get("key", "")),
                detail=f"{name} is absent",
            )
        return value

    def _refuse(self, names: Iterable[str]) -> None:
        for name in names:
            self.fail(f"{name}: unknown name")
