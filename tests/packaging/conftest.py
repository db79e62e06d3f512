"""What the tests of packaging share: the project's folder and its pinned packages."""

from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def project() -> Path:
    return Path(__file__).resolve().parent.parent.parent
