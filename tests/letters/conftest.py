"""What the tests of letters share: the shipped fonts."""

import pytest

from workbench.letters.font_set import shipped_fonts
from workbench.letters.fonts import Face, Faces, load_faces


@pytest.fixture(scope="session")
def faces() -> Faces:
    return load_faces(shipped_fonts())


@pytest.fixture(scope="session")
def face(faces: Faces) -> Face:
    return faces.regular
