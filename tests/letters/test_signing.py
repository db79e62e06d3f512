"""A letter is signed afterwards, stays valid, and every later change is seen."""

import re
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from check_pdf import check
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

from tests.letters.certificates import NOW, PASSPHRASE, Identity, make_identity
from tests.letters.reading import read
from tests.letters.samples import ADVICE
from workbench.domain.errors import SigningError
from workbench.letters.rendering import render_letter
from workbench.letters.signing import (
    describe,
    find_signatures,
    first_revision,
    sign_with_file,
    sign_with_token,
)

_CLAIM = re.compile(r"gekwalificeerde\s+(?:elektronische\s+)?handtekening", re.IGNORECASE)
PLACED = replace(ADVICE, has_signature_field=True)


@pytest.fixture(scope="module")
def identity() -> Identity:
    return make_identity()


@pytest.fixture(scope="module")
def letter() -> bytes:
    return render_letter(PLACED).pdf


@pytest.fixture(scope="module")
def signed(identity: Identity, letter: bytes) -> bytes:
    return sign_with_file(letter, identity.pkcs12, PASSPHRASE, NOW)


@pytest.mark.parametrize(
    ("receipt", "flavour"), [("", "2a"), ("", "ua1"), ("{}", "3a"), ("{}", "ua1")]
)
def test_a_signed_letter_still_passes_the_validators(
    identity: Identity, receipt: str, flavour: str
) -> None:
    plain = render_letter(PLACED, receipt=receipt).pdf
    signed = sign_with_file(plain, identity.pkcs12, PASSPHRASE, NOW)

    assert check(plain, flavour).failures == ()
    assert check(signed, flavour).failures == ()
    assert read(signed).texts("P", "H1") == read(plain).texts("P", "H1")


def test_a_signature_says_who_and_that_nothing_changed(
    identity: Identity, signed: bytes
) -> None:
    (found,) = find_signatures(signed, [identity.root])

    assert "VOORBEELD Ondertekenaar" in found.signer
    assert (found.is_intact, found.covers_all) == (True, True)
    assert found.algorithm == "SHA256"


def test_without_a_root_nothing_is_said_of_trust(signed: bytes) -> None:
    (found,) = find_signatures(signed)

    assert found.is_trusted is None
    assert "geen wortelcertificaat gekozen" in next(describe([found]))


def test_another_root_gives_no_trust(signed: bytes) -> None:
    (found,) = find_signatures(signed, [make_identity("Iemand anders").root])

    assert found.is_trusted is False
    assert found.is_intact


def test_changed_bytes_are_seen(signed: bytes) -> None:
    at = signed.index(b"/Title") + 40
    changed = signed[:at] + bytes([signed[at] ^ 1]) + signed[at + 1 :]

    (found,) = find_signatures(changed)

    assert not found.is_intact
    assert "GEWIJZIGD" in next(describe([found]))


def test_something_behind_the_signature_is_seen(signed: bytes) -> None:
    writer = IncrementalPdfFileWriter(BytesIO(signed))
    writer.root["/Extra"] = generic.pdf_string("nog iets")
    writer.update_root()  # type: ignore[no-untyped-call]
    longer = BytesIO()
    writer.write(longer)  # type: ignore[no-untyped-call]

    (found,) = find_signatures(longer.getvalue())

    assert not found.covers_all


def test_the_letter_below_a_signature_is_the_sealed_one(
    letter: bytes, signed: bytes
) -> None:
    assert first_revision(signed) == letter
    assert first_revision(letter) == letter


def code_of(work: object, *given: object) -> str:
    with pytest.raises(SigningError) as caught:
        work(*given)  # type: ignore[operator]
    return str(caught.value.facts["detail"])


def test_what_cannot_be_signed_says_why(identity: Identity, signed: bytes) -> None:
    plain = render_letter(ADVICE).pdf
    key = identity.pkcs12
    old = make_identity(years=1).pkcs12

    assert code_of(sign_with_file, plain, key, PASSPHRASE, NOW) == "signing_no_field"
    assert code_of(sign_with_file, plain, key, "fout", NOW) == "signing_wrong_passphrase"
    assert code_of(sign_with_file, plain, b"x", "", NOW) == "signing_wrong_passphrase"
    assert code_of(sign_with_file, plain, old, PASSPHRASE, NOW) == "signing_not_valid_now"
    assert code_of(sign_with_file, b"x", key, PASSPHRASE, NOW) == "signing_unreadable"
    again = code_of(sign_with_file, signed, key, PASSPHRASE, NOW)
    assert again == "signing_signed_already"


def test_what_cannot_be_checked_says_why(signed: bytes) -> None:
    assert code_of(find_signatures, b"geen pdf") == "signing_unreadable"
    assert code_of(find_signatures, signed, [b"geen certificaat"]) == "signing_no_root"


def test_a_card_that_is_not_there_says_so(letter: bytes) -> None:
    code = code_of(sign_with_token, letter, Path("geen.so"), "kaart", "0000", NOW)

    assert code in ("signing_not_installed", "signing_token")


def test_no_text_of_the_program_claims_a_qualified_signature() -> None:
    said = [
        path
        for folder in ("workbench", "resources")
        for path in Path(folder).rglob("*")
        if path.suffix in (".py", ".md", ".toml")
        and _CLAIM.search(path.read_text(encoding="utf-8"))
    ]

    assert said == []
