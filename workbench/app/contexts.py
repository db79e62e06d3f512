"""Opens a store and puts rules, texts and clock beside it."""

from __future__ import annotations

import getpass
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from workbench.letters.texts import load_texts
from workbench.paths import data_folder, resource
from workbench.rules.loading import load_rules
from workbench.rules.reference import load_ministries
from workbench.store.connection import Store
from workbench.store.opening import copies_folder
from workbench.usecases.context import Context


def local_now() -> datetime:
    """Return this moment with the time zone of the device."""
    return datetime.now().astimezone()


def user_name() -> str:
    """Return the name the device knows the user by."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "onbekende gebruiker"


def build_context(
    store: Store, *, now: Callable[[], datetime] = local_now, user: str = ""
) -> Context:
    """Return everything a use case needs around an open store.

    Raises:
        RulesInvalidError: A shipped rule or text is wrong, or an office's own text.
    """
    return Context(
        store=store,
        rules=load_rules(),
        ministries=load_ministries(),
        texts=load_texts(resource("letters"), data_folder() / "brieven"),
        user=user or user_name(),
        now=now,
        backups=copies_folder(
            data_folder() / "geheugen" if store.path == ":memory:" else Path(store.path)
        ),
    )
