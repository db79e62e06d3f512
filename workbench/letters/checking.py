"""Checks a finished letter against both standards, on the user's own computer."""

from dataclasses import dataclass
from importlib import import_module
from typing import Any, Literal

from workbench.letters.attached import carries_receipt

PROFILES = ("2a", "ua1")
WITH_RECEIPT = ("3a", "ua1")
Outcome = Literal["valid", "invalid", "unchecked"]


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckResult:
    """The verdict on one file.

    Attributes:
        outcome: "unchecked" when the checker cannot be loaded on this computer.
        findings: Rule and message of every fault; why, when unchecked.
    """

    outcome: Outcome
    findings: tuple[str, ...] = ()


def check_pdf(pdf: bytes) -> CheckResult:
    """Return whether `pdf` is PDF/A-2a (3a with a receipt) and PDF/UA-1, in about 10 ms.

    The checker is a native library that an office may not have allowed: then the letter
    goes unchecked, and the window says so.
    """
    try:
        checker: Any = import_module("page")
    except (ImportError, OSError) as error:
        return CheckResult(outcome="unchecked", findings=(str(error),))
    findings: list[str] = []
    is_compliant = True
    for profile in WITH_RECEIPT if carries_receipt(pdf) else PROFILES:
        try:
            report = checker.validate_pdf_bytes(pdf, profile=profile)
        except checker.PageError as error:
            return CheckResult(outcome="invalid", findings=(str(error),))
        is_compliant = is_compliant and report.is_compliant
        findings += [f"{fault.rule_id}: {fault.message}" for fault in report.failures]
    return CheckResult(
        outcome="valid" if is_compliant else "invalid", findings=tuple(findings)
    )
