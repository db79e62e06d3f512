"""Signs letters and checks signatures with pyHanko: no network, tags and PDF/A kept.

The signature is an advanced electronic one. A qualified one needs a device and a service
that this program does not have, and is never claimed. pyHanko is an extra: its native
libraries are not signed, so a locked-down device may refuse them.
"""

from __future__ import annotations

import importlib.util
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from workbench.domain.errors import SigningError
from workbench.letters.signature_name import FIELD

_END = b"%%EOF"


@dataclass(frozen=True, slots=True, kw_only=True)
class SignatureFound:
    """One signature of a PDF.

    Attributes:
        is_intact: What was signed is still the same, and the signature fits it.
        covers_all: Nothing was added behind it.
        is_trusted: It leads to a given root; `None` when none was given.
    """

    signer: str
    signed_at: datetime | None
    algorithm: str
    is_intact: bool
    covers_all: bool
    is_trusted: bool | None


def can_sign() -> bool:
    """Return whether the part that signs is installed."""
    return importlib.util.find_spec("pyhanko") is not None


def sign_with_file(pdf: bytes, pkcs12: bytes, passphrase: str, now: datetime) -> bytes:
    """Return a letter signed with the key of a .p12 or .pfx file.

    Raises:
        SigningError: `detail` says why not.
    """
    signers = _part("pyhanko.sign.signers")
    try:
        signer = signers.SimpleSigner.load_pkcs12_data(
            pkcs12, other_certs=[], passphrase=passphrase.encode() or None
        )
    except ValueError as error:
        raise SigningError(detail="signing_wrong_passphrase") from error
    if signer is None:
        raise SigningError(detail="signing_wrong_passphrase")
    if signer.signing_cert is None or signer.signing_key is None:
        raise SigningError(detail="signing_no_key")
    return _sign(pdf, signer, now)


def sign_with_token(
    pdf: bytes, library: Path, token: str, pin: str, now: datetime
) -> bytes:
    """Return a letter signed with the first key on a card or token (PKCS#11).

    Args:
        library: The library of the maker of the card.

    Raises:
        SigningError: `detail` says why not.
    """
    signing = _part("pyhanko.sign.pkcs11")
    general = _part("pyhanko.sign.general")
    faults = (_part("pkcs11.exceptions").PKCS11Error, general.SigningError)
    criteria = _part("pyhanko.config.pkcs11").TokenCriteria(label=token)
    try:
        session = signing.open_pkcs11_session(
            str(library), token_criteria=criteria, user_pin=pin
        )
        with session:
            key = _first_key(session)
            signer = signing.PKCS11Signer(
                session,
                cert_id=key,
                key_id=key,
                use_raw_mechanism=True,  # older cards do not hash themselves
            )
            return _sign(pdf, signer, now)
    except faults as error:
        raise SigningError(detail="signing_token") from error


def _first_key(session: Any) -> bytes:
    """Return the id of the first key on a card that has a certificate."""
    kinds = _part("pkcs11")
    wanted, of_kind = kinds.Attribute.ID, kinds.Attribute.CLASS

    def ids(kind: Any) -> list[bytes]:
        return [bytes(one[wanted]) for one in session.get_objects({of_kind: kind})]

    keys = ids(kinds.ObjectClass.PRIVATE_KEY)
    for found in ids(kinds.ObjectClass.CERTIFICATE):
        if found in keys:
            return found
    raise SigningError(detail="signing_no_key")


def find_signatures(pdf: bytes, roots: Sequence[bytes] = ()) -> list[SignatureFound]:
    """Return the signatures of any PDF; whether one was withdrawn is not looked up.

    Args:
        roots: Certificates that are trusted, as PEM or DER.

    Raises:
        SigningError: It is no readable PDF, or a root cannot be read.
    """
    reading = _part("pyhanko.pdf_utils.reader")
    misc = _part("pyhanko.pdf_utils.misc")
    try:
        reader = reading.PdfFileReader(io.BytesIO(pdf))
        found = list(reader.embedded_signatures)
    except (misc.PdfError, ValueError, OSError) as error:
        raise SigningError(detail="signing_unreadable") from error
    trusted = [_load_root(root) for root in roots]
    return [_check(signature, trusted) for signature in found]


def first_revision(pdf: bytes) -> bytes:
    """Return a PDF as it was before anything was written behind it."""
    end = pdf.find(_END)
    if end < 0:
        return pdf
    end += len(_END)
    while end < len(pdf) and pdf[end : end + 1] in b"\r\n":
        end += 1
    return pdf[:end]


def _sign(pdf: bytes, signer: Any, now: datetime) -> bytes:
    certificate = signer.signing_cert
    if not certificate.not_valid_before <= now <= certificate.not_valid_after:
        raise SigningError(detail="signing_not_valid_now")
    signing = _part("pyhanko.sign")
    writing = _part("pyhanko.pdf_utils.incremental_writer")
    misc = _part("pyhanko.pdf_utils.misc")
    if _is_signed(pdf):
        raise SigningError(detail="signing_signed_already")
    metadata = signing.signers.PdfSignatureMetadata(
        field_name=FIELD,
        md_algorithm="sha256",
        subfilter=signing.fields.SigSeedSubFilter.PADES,
    )
    try:
        writer = writing.IncrementalPdfFileWriter(io.BytesIO(pdf))
        writer._update_meta = lambda: None  # it would write XMP that strict readers refuse
        pen = signing.signers.PdfSigner(metadata, signer=signer)
        signed: io.BytesIO = pen.sign_pdf(writer, existing_fields_only=True)
    except signing.general.SigningError as error:
        raise SigningError(detail="signing_no_field") from error
    except (misc.PdfError, ValueError, OSError) as error:
        raise SigningError(detail="signing_unreadable") from error
    return signed.getvalue()


def _is_signed(pdf: bytes) -> bool:
    return first_revision(pdf) != pdf


def _check(signature: Any, roots: list[Any]) -> SignatureFound:
    validation = _part("pyhanko.sign.validation")
    contexts = _part("pyhanko_certvalidator")
    context = contexts.ValidationContext(
        trust_roots=roots, allow_fetching=False, revocation_mode="soft-fail"
    )
    status = validation.validate_pdf_signature(signature, context)
    covers = status.coverage == validation.status.SignatureCoverageLevel.ENTIRE_FILE
    return SignatureFound(
        signer=status.signing_cert.subject.human_friendly,
        signed_at=status.signer_reported_dt,
        algorithm=str(status.md_algorithm).upper(),
        is_intact=bool(status.intact and status.valid),
        covers_all=bool(covers),
        is_trusted=bool(status.trusted) if roots else None,
    )


def _load_root(raw: bytes) -> Any:
    pem = _part("asn1crypto.pem")
    certificates = _part("asn1crypto.x509")
    try:
        der = pem.unarmor(raw)[2] if pem.detect(raw) else raw
        return certificates.Certificate.load(der, strict=True)
    except ValueError as error:
        raise SigningError(detail="signing_no_root") from error


def _part(name: str) -> Any:
    """Return a module of the extra; everything of it is heavy.

    Raises:
        SigningError: The extra is not installed.
    """
    try:
        return importlib.import_module(name)
    except ImportError as error:
        raise SigningError(detail="signing_not_installed") from error


def describe(found: Sequence[SignatureFound]) -> Iterator[str]:
    """Yield what to say of each signature."""
    for one in found:
        when = one.signed_at.strftime("%d-%m-%Y %H.%M") if one.signed_at else "onbekend"
        parts = [
            f"{one.signer}, {when} (tijd volgens de ondertekenaar)",
            "ongewijzigd" if one.is_intact else "GEWIJZIGD of ongeldig",
        ]
        if not one.covers_all:
            parts.append("na het ondertekenen is er iets aan het bestand toegevoegd")
        trust = {
            True: "leidt naar het gekozen wortelcertificaat",
            False: "leidt niet naar het gekozen wortelcertificaat, of is nu verlopen",
            None: "vertrouwen niet nagegaan: geen wortelcertificaat gekozen",
        }
        parts.append(trust[one.is_trusted])
        parts.append("intrekking niet nagegaan: daarvoor is een netwerk nodig")
        yield "; ".join(parts) + "."
