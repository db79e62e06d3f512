"""The office's own data and working arrangements, each with a first day."""

from datetime import date
from sqlite3 import Row

from workbench.domain.office import OfficeSetting
from workbench.store.connection import Store

_LIST = "select * from settings order by key, valid_from"
_ON = """
    select * from settings where key = :key and valid_from <= :day
    order by valid_from desc limit 1
"""
_SAVE = """
    insert into settings (id, key, valid_from, value, source, note)
    values (:id, :key, :valid_from, :value, :source, :note)
    on conflict (key, valid_from) do update set
        value = :value, source = :source, note = :note
"""
_REMOVE = "delete from settings where id = :id"


def list_settings(store: Store) -> list[OfficeSetting]:
    """Return every setting of every period."""
    return [_setting(row) for row in store.query(_LIST)]


def setting_on(store: Store, key: str, day: date) -> OfficeSetting | None:
    """Return the setting that holds on a day, or `None` when there is none yet."""
    row = store.one(_ON, {"key": key, "day": day.isoformat()})
    return None if row is None else _setting(row)


def save_setting(store: Store, setting: OfficeSetting) -> None:
    """Write a setting from its first day on; one of the same key and day is replaced."""
    columns = {
        "id": setting.id,
        "key": setting.key,
        "valid_from": setting.valid_from.isoformat(),
        "value": setting.value,
        "source": setting.source,
        "note": setting.note,
    }
    store.execute(_SAVE, columns)


def remove_setting(store: Store, setting_id: str) -> None:
    store.execute(_REMOVE, {"id": setting_id})


def _setting(row: Row) -> OfficeSetting:
    return OfficeSetting(
        id=row["id"],
        key=row["key"],
        valid_from=date.fromisoformat(row["valid_from"]),
        value=row["value"],
        source=row["source"],
        note=row["note"],
    )
