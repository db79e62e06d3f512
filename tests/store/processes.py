"""Starts the second process of `writer.py` for tests."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from workbench.paths import program_folder


@contextmanager
def a_writer(task: str, path: Path) -> Iterator["subprocess.Popen[str]"]:
    """Start a writer that has opened the store; it is killed afterwards."""
    script = Path(__file__).with_name("writer.py")
    code = f"import sys; sys.path.insert(0, {str(program_folder())!r})\n"
    code += script.read_text(encoding="utf-8")
    with subprocess.Popen(
        [sys.executable, "-c", code, task, str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "open\n"
        try:
            yield process
        finally:
            process.kill()


def has_unfinished_write(path: Path) -> bool:
    """Whether a write was cut off: its journal is still there and filled."""
    journal = path.with_name(path.name + "-journal")
    return journal.exists() and journal.stat().st_size > 0
