"""The command `workbench`: reads what is asked and starts just that much of the program."""

import argparse
import multiprocessing
import sys
from collections.abc import Sequence
from pathlib import Path

from workbench import __version__

_NAME = "workbench"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit code.

    The program proper is imported only after the words are read, so that
    `--version` and a typing mistake answer at once.
    """
    multiprocessing.freeze_support()
    words = _parser().parse_args(arguments)
    from workbench.app import starting  # noqa: PLC0415 (late on purpose, see above)

    if words.command == "demo":
        return starting.run_demo(words.out)
    if words.command == "sample-figures":
        return starting.fill_with_samples(words.store, words.scale)
    if words.self_test:
        return starting.run_self_test()
    return starting.run_window(words.store, words.samples)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog=_NAME,
        description="Werkbank rijkswerkgelegenheid. Zonder opdracht opent het venster.",
        add_help=False,
    )
    parser.add_argument("-h", "--help", action="help", help="toon deze uitleg")
    parser.add_argument(
        "--version",
        action="version",
        version=f"{_NAME} {__version__}",
        help="toon de versie",
    )
    parser.add_argument(
        "--self-test", action="store_true", help="controleer of alles op dit apparaat werkt"
    )
    parser.add_argument(
        "--samples", action="store_true", help="open met de voorbeelddossiers"
    )
    parser.add_argument(
        "--store", type=Path, metavar="BESTAND", help="open dit dossierbestand"
    )
    commands = parser.add_subparsers(dest="command", metavar="OPDRACHT", title="opdrachten")
    _add_demo(commands)
    _add_figures(commands)
    return parser


def _add_demo(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    demo = commands.add_parser(
        "demo", help="doorloop de voorbeelddossiers zonder venster", add_help=False
    )
    demo.add_argument("-h", "--help", action="help", help="toon deze uitleg")
    demo.add_argument(
        "--out",
        type=Path,
        default=Path("uitvoer"),
        metavar="MAP",
        help="map voor de brieven en werkmappen",
    )


def _add_figures(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    figures = commands.add_parser(
        "sample-figures",
        help="vul een dossierbestand met verzonnen cijfers",
        add_help=False,
    )
    figures.add_argument("-h", "--help", action="help", help="toon deze uitleg")
    figures.add_argument(
        "--store",
        type=Path,
        required=True,
        metavar="BESTAND",
        help="dossierbestand dat de voorbeeldcijfers krijgt",
    )
    figures.add_argument(
        "--scale",
        type=int,
        default=1,
        choices=range(1, 41),
        metavar="AANTAL",
        help="zoveel maal 300 diensten, van 1 tot en met 40",
    )


if __name__ == "__main__":
    sys.exit(main())
