"""Files the store keeps, each once, under the SHA-256 of its content."""

import hashlib

from workbench.domain.attachment import KeptFile
from workbench.domain.errors import StoreDamagedError
from workbench.store.connection import Store

_FIND = "select sha256, name, media_type, size from files where sha256 = :sha256"
_CONTENT = "select content from files where sha256 = :sha256"
_NAMED = "select sha256 from files where name = :name"
_INSERT = """
    insert into files (sha256, name, media_type, size, content)
    values (:sha256, :name, :media_type, :size, :content)
"""


def keep_file(store: Store, content: bytes, *, name: str, media_type: str) -> str:
    """Keep a file and return its SHA-256; the same content is kept once."""
    sha256 = hashlib.sha256(content).hexdigest()
    if store.one(_FIND, {"sha256": sha256}) is None:
        columns = {
            "sha256": sha256,
            "name": name,
            "media_type": media_type,
            "size": len(content),
            "content": content,
        }
        store.execute(_INSERT, columns)
    return sha256


def find_named(store: Store, name: str) -> bytes | None:
    """Return the content of a file that was kept under a name of our own, if any."""
    row = store.one(_NAMED, {"name": name})
    return None if row is None else read_file(store, row["sha256"])


def describe_file(store: Store, sha256: str) -> KeptFile:
    """Return what is known of a kept file; a `LookupError` when there is none."""
    row = store.one(_FIND, {"sha256": sha256})
    if row is None:
        raise LookupError(sha256)
    return KeptFile(**dict(row))


def read_file(store: Store, sha256: str) -> bytes:
    """Return the content of a kept file; a `LookupError` when there is none.

    Raises:
        StoreDamagedError: The bytes no longer match the SHA-256.
    """
    row = store.one(_CONTENT, {"sha256": sha256})
    if row is None:
        raise LookupError(sha256)
    content = bytes(row["content"])
    if hashlib.sha256(content).hexdigest() != sha256:
        raise StoreDamagedError(path=store.path, detail=f"file {sha256}")
    return content
