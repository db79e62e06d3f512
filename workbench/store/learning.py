"""What imports have learned: other words for things, and where columns stand."""

from workbench.store.connection import Store
from workbench.store.identifiers import make_id

_SYNONYMS = "select kind, text, target from synonyms order by kind, text"
_SAVE_SYNONYM = """
    insert into synonyms (id, kind, text, target) values (:id, :kind, :text, :target)
    on conflict (kind, text) do update set target = excluded.target
"""
_RECIPE = "select content from recipes where fingerprint = :fingerprint"
_SAVE_RECIPE = """
    insert into recipes (id, sender, fingerprint, content)
    values (:id, :sender, :fingerprint, :content)
    on conflict (fingerprint) do update set sender = excluded.sender,
        content = excluded.content
"""


def list_synonyms(store: Store) -> dict[tuple[str, str], str]:
    """Return what a folded word stands for, by kind and word."""
    return {(row["kind"], row["text"]): row["target"] for row in store.query(_SYNONYMS)}


def save_synonym(store: Store, kind: str, text: str, target: str) -> None:
    """Remember that `text`, folded, stands for `target`."""
    given = {"id": make_id(store.clock()), "kind": kind, "text": text, "target": target}
    store.execute(_SAVE_SYNONYM, given)


def load_recipe(store: Store, fingerprint: str) -> str | None:
    """Return the layout a table with this header had last time, or `None`."""
    row = store.one(_RECIPE, {"fingerprint": fingerprint})
    return None if row is None else str(row["content"])


def save_recipe(store: Store, sender: str, fingerprint: str, content: str) -> None:
    given = {
        "id": make_id(store.clock()),
        "sender": sender,
        "fingerprint": fingerprint,
        "content": content,
    }
    store.execute(_SAVE_RECIPE, given)
