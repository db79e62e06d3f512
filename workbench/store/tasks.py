"""What still has to be done, for a case or for the office."""

from sqlite3 import Row

from workbench.domain.case import CaseId
from workbench.domain.task import Task
from workbench.store.columns import read_day, write_day
from workbench.store.connection import Store

_LIST = """
    select * from tasks where :case_id is null or case_id = :case_id
    order by done_on is not null, due_on is null, due_on, id
"""
_SAVE = """
    insert into tasks (id, case_id, title, due_on, done_on)
    values (:id, :case_id, :title, :due_on, :done_on)
    on conflict (id) do update set
        case_id = :case_id, title = :title, due_on = :due_on, done_on = :done_on
"""
_REMOVE = "delete from tasks where id = :id"


def list_tasks(store: Store, case_id: CaseId | None = None) -> list[Task]:
    """Return the tasks of a case, or all: first what is open, by its day."""
    return [_task(row) for row in store.query(_LIST, {"case_id": case_id})]


def save_task(store: Store, task: Task) -> None:
    columns = {
        "id": task.id,
        "case_id": task.case_id,
        "title": task.title,
        "due_on": write_day(task.due_on),
        "done_on": write_day(task.done_on),
    }
    store.execute(_SAVE, columns)


def remove_task(store: Store, task_id: str) -> None:
    store.execute(_REMOVE, {"id": task_id})


def _task(row: Row) -> Task:
    return Task(
        id=row["id"],
        case_id=row["case_id"],
        title=row["title"],
        due_on=read_day(row["due_on"]),
        done_on=read_day(row["done_on"]),
    )
