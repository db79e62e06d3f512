"""VOORBEELD certificates, made when the tests run: a root, and a signer below it."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    pkcs12,
)
from cryptography.x509.oid import NameOID

NOW = datetime(2026, 10, 1, 12, tzinfo=UTC)
PASSPHRASE = "VOORBEELD"


@dataclass(frozen=True)
class Identity:
    """A key file with the root above it."""

    pkcs12: bytes
    root: bytes


def make_identity(name: str = "VOORBEELD Ondertekenaar", *, years: int = 5) -> Identity:
    """Return a signer who is known since five years before now, for so many years."""
    root_key, key = (ec.generate_private_key(ec.SECP256R1()) for _ in range(2))
    root_name = _name("VOORBEELD Wortel")
    root = _issue(root_name, root_name, (root_key, root_key), is_root=True, years=10)
    leaf = _issue(_name(name), root_name, (key, root_key), is_root=False, years=years)
    packed = pkcs12.serialize_key_and_certificates(
        b"voorbeeld", key, leaf, [root], BestAvailableEncryption(PASSPHRASE.encode())
    )
    return Identity(pkcs12=packed, root=root.public_bytes(Encoding.PEM))


def _name(text: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, text)])


def _issue(
    subject: x509.Name,
    issuer: x509.Name,
    keys: tuple[ec.EllipticCurvePrivateKey, ec.EllipticCurvePrivateKey],
    *,
    is_root: bool,
    years: int,
) -> x509.Certificate:
    begin = NOW - timedelta(days=5 * 365)
    usage = {
        "digital_signature": not is_root,
        "content_commitment": not is_root,
        "key_encipherment": False,
        "data_encipherment": False,
        "key_agreement": False,
        "key_cert_sign": is_root,
        "crl_sign": is_root,
        "encipher_only": False,
        "decipher_only": False,
    }
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(keys[0].public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(begin)
        .not_valid_after(begin + timedelta(days=365 * years + 3 * 365 * is_root + 30))
        .add_extension(x509.BasicConstraints(ca=is_root, path_length=None), critical=True)
        .add_extension(x509.KeyUsage(**usage), critical=True)
        .sign(keys[1], hashes.SHA256())
    )
