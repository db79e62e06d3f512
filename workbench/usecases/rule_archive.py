"""Keeps the rules and texts that a sealed letter rested on, so that it can be replayed."""

from __future__ import annotations

import io
import tempfile
import zipfile
from pathlib import Path

from workbench.domain.finding import LetterKind
from workbench.domain.rule import RuleSet
from workbench.letters.texts import LetterText, read_text
from workbench.rules.loading import load_rules, rules_folder
from workbench.store import files
from workbench.usecases.context import Context

_DAY = (1980, 1, 1, 0, 0, 0)


def keep_rules(context: Context, kind: LetterKind) -> None:
    """Keep the rules and the text of this kind, each version once, in the open batch."""
    rules = _pack(rules_folder())
    name = _rules_name(context.rules.sha256)
    files.keep_file(context.store, rules, name=name, media_type="application/zip")
    text = context.texts[kind]
    files.keep_file(
        context.store,
        text.content,
        name=_text_name(text.sha256),
        media_type="application/toml",
    )


def find_rules(context: Context, sha256: str) -> RuleSet | None:
    """Return the rules with this hash: those of now, or those that were kept."""
    if context.rules.sha256 == sha256:
        return context.rules
    kept = files.find_named(context.store, _rules_name(sha256))
    if kept is None:
        return None
    with tempfile.TemporaryDirectory() as folder:
        with zipfile.ZipFile(io.BytesIO(kept)) as packed:
            for name in packed.namelist():
                (Path(folder) / Path(name).name).write_bytes(packed.read(name))
        return load_rules(Path(folder))


def find_text(context: Context, kind: LetterKind, sha256: str) -> LetterText | None:
    """Return the text of a kind of letter with this hash, of now or kept."""
    if context.texts[kind].sha256 == sha256:
        return context.texts[kind]
    kept = files.find_named(context.store, _text_name(sha256))
    return None if kept is None else read_text(kept, Path(_text_name(sha256)))


def _pack(folder: Path) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as packed:
        for path in sorted(folder.glob("*.toml")):
            entry = zipfile.ZipInfo(path.name, _DAY)
            entry.compress_type = zipfile.ZIP_DEFLATED
            packed.writestr(entry, path.read_bytes())
    return stream.getvalue()


def _rules_name(sha256: str) -> str:
    return f"regels-{sha256}.zip"


def _text_name(sha256: str) -> str:
    return f"brieftekst-{sha256}.toml"
