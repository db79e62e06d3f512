"""Makes everything ready and opens the workbench; with the word `test`, checks it all.

    python3 packaging/start.py         opens the window with the sample dossiers
    python3 packaging/start.py test    runs everything that CI runs

Standard library only. The first lines also run on a Python that is too old.
"""

import os
import shutil
import subprocess
import sys

_OLDEST = (3, 11)
_NEWEST = (3, 14)
_HELP = "Gebruik: python3 packaging/start.py [test]"


def main(words: "list[str]") -> int:
    """Do what the words ask and return the exit code: 2 means that the user must act."""
    if words not in ([], ["test"]):
        print(_HELP)
        return 0 if words in (["-h"], ["--help"]) else 2
    if not _OLDEST <= sys.version_info[:2] <= _NEWEST:
        return _start_with_another_python(words)
    import running

    return running.run(for_tests=bool(words))


def _start_with_another_python(words: "list[str]") -> int:
    for minor in range(_NEWEST[1], _OLDEST[1] - 1, -1):
        other = shutil.which("python3.%d" % minor)  # noqa: UP031
        if other and subprocess.call([other, "-c", "import ssl, sqlite3"]) == 0:
            return subprocess.call([other, os.path.abspath(__file__), *words])  # noqa: PTH100
    print(
        "Dit is Python %d.%d; de werkbank werkt met Python 3.11 tot en met 3.14.\n"  # noqa: UP031
        "Installeer een van die versies en start dan opnieuw." % sys.version_info[:2]
    )
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
