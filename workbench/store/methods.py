"""Ways of counting that the office registered, with the first date they were used for."""

from workbench.domain.delivery import Method
from workbench.store.columns import read_day, write_day
from workbench.store.connection import Store
from workbench.store.identifiers import make_id

_LIST = "select * from methods order by from_date nulls first, key"
_SAVE = """
    insert into methods (id, key, title, from_date, note, source)
    values (:id, :key, :title, :from_date, :note, :source)
    on conflict (key) do update set title = excluded.title,
        from_date = excluded.from_date, note = excluded.note, source = excluded.source
"""
_REMOVE = "delete from methods where key = :key"


def list_methods(store: Store) -> list[Method]:
    """Return the methods, the oldest first."""
    return [
        Method(
            key=row["key"],
            title=row["title"],
            from_date=read_day(row["from_date"]),
            note=row["note"],
            source=row["source"],
        )
        for row in store.query(_LIST)
    ]


def save_method(store: Store, method: Method) -> None:
    store.execute(
        _SAVE,
        {
            "id": make_id(store.clock()),
            "key": method.key,
            "title": method.title,
            "from_date": write_day(method.from_date),
            "note": method.note,
            "source": method.source,
        },
    )


def remove_method(store: Store, key: str) -> None:
    store.execute(_REMOVE, {"key": key})
