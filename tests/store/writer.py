"""A second process that opens a store and writes until it is stopped, however that is.

Started as `python writer.py hold|write|fill STORE`; says after each commit what it wrote.
"""

import sys
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

from workbench.domain.errors import WorkbenchError
from workbench.store.connection import Store
from workbench.store.opening import open_store

_LIMIT = 2_000_000
_ROWS = 5
_TASK = """
    insert into tasks (id, title) values (:id, :title)
    on conflict (id) do update set title = :title
"""


def write_batch(store: Store, text: str) -> int:
    """Give several rows the same text, so that half a batch would show."""
    with store.batch("Geschreven", made_by="Voorbeeld Schrijver") as seq:
        for row in range(_ROWS):
            store.execute(_TASK, {"id": f"task-{row}", "title": text})
    return seq


def fill(store: Store) -> None:
    """Write until the disk refuses; say why, and whether reading still works."""
    try:
        for number in count():
            write_batch(store, f"{number}-" + "x" * 5000)
    except WorkbenchError as error:
        rows = store.query("select distinct substr(title, 1, 9) from tasks")
        print(type(error).__name__, len(rows), flush=True)  # noqa: T201


def main(task: str, path: Path) -> None:
    store = open_store(path, made_by="Voorbeeld Schrijver", clock=lambda: datetime.now(UTC))
    print("open", flush=True)  # noqa: T201
    if task == "hold":
        sys.stdin.read()
    elif task == "limit":
        import resource  # not there on Windows

        resource.setrlimit(resource.RLIMIT_FSIZE, (_LIMIT, _LIMIT))
        fill(store)
    elif task == "fill":
        fill(store)
    else:
        for _ in count():
            print(write_batch(store, datetime.now(UTC).isoformat()), flush=True)  # noqa: T201


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
