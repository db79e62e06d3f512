"""Opens the zip of a workbook without trusting it: kinds, sizes and doubles first."""

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator

from workbench.exchange.refusals import refusal

MOST_BYTES = 20_000_000
_MOST_PARTS = 3_000
_MOST_UNPACKED = 150_000_000
_CHUNK = 1 << 16
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLD_EXCEL = (b"\x09\x00", b"\x09\x02", b"\x09\x04", b"\x09\x08")
UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
READABLE = ("zip", "fods", "csv")
_OPEN_DOCUMENT = b"urn:oasis:names:tc:opendocument:xmlns:office"
_START = 4096
_CONTROLS = frozenset(range(32)) - frozenset(b"\t\r\n\x0b\x0c\x1a\x1b")
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_BROKEN_ZIP = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    IndexError,
    NotImplementedError,
    OSError,
    OverflowError,
    RuntimeError,
    ValueError,
)


def check_kind(data: bytes) -> str:
    """Return "zip", "fods" or "csv", by the first bytes and never by the name.

    Raises:
        WorkbookRefusedError: It is something else, or too large.
    """
    if len(data) > MOST_BYTES:
        raise refusal("te-groot", f"{len(data)} bytes")
    kind = _kind(data)
    if kind not in READABLE:
        raise refusal(kind)
    return kind


def _kind(data: bytes) -> str:
    if not data.strip(b"\0 \r\n\t"):
        return "leeg"
    if data.startswith(_OLE):
        return _ole_kind(data)
    if data.startswith(b"PK") or b"PK\x03\x04" in data[:4096]:
        return "zip"
    if data.startswith(_OLD_EXCEL):
        return "xls"
    return "onbekend" if _is_binary(data[:_START]) else _text_kind(data)


def _is_binary(start: bytes) -> bool:
    """Whether signs stand in it that no text has; a stray NUL is named by the reader."""
    if start.startswith(UTF16_MARKS) or guess_utf16(start):
        return False
    controls = set(start) & _CONTROLS
    is_table = b"\n" in start and controls == {0}
    return bool(controls) and not is_table


def guess_utf16(start: bytes) -> str:
    """Return the encoding of UTF-16 without a mark; empty when it is something else."""
    half = max(len(start) // 2, 1)
    if start[1::2].count(0) > 0.7 * half and start[::2].count(0) < 0.1 * half:
        return "utf-16-le"
    is_big = start[::2].count(0) > 0.7 * half and start[1::2].count(0) < 0.1 * half
    return "utf-16-be" if is_big else ""


def _ole_kind(data: bytes) -> str:
    if "DRMEncrypted".encode("utf-16-le") in data:
        return "drm"
    return "wachtwoord" if "EncryptedPackage".encode("utf-16-le") in data else "xls"


def _text_kind(data: bytes) -> str:
    plain = data[:_START].replace(b"\0", b"")  # UTF-16 is read as its Latin signs
    start = plain.lstrip(b"\xef\xbb\xbf\xff\xfe \r\n\t").lower()
    if start.startswith(b"%pdf"):
        return "pdf"
    if start.startswith((b"<html", b"<!doctype", b"<table")):
        return "html"
    if not start.startswith((b"<?xml", b"<office", b"<!--")):
        return "csv"
    return "fods" if _OPEN_DOCUMENT in start else "xml"


class Package:
    """The parts of a workbook's zip; counts what it unpacks and stops in time."""

    def __init__(self, data: bytes) -> None:
        self._unpacked = 0
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except _BROKEN_ZIP as error:
            raise refusal("zip-beschadigd", str(error)) from error
        self._entries = _index(self._zip.infolist())
        self._declared = sum(one.file_size for one in self._entries.values())

    @property
    def done(self) -> float:
        """The part of what it says to hold that was unpacked, from 0 to 1."""
        return min(self._unpacked / max(self._declared, 1), 1.0)

    def __contains__(self, name: str) -> bool:
        return _fold(name) in self._entries

    def chunks(self, name: str) -> Iterator[bytes]:
        """Yield a part in pieces; its checksum is checked with the last one."""
        entry = self._entries.get(_fold(name))
        if entry is None:
            raise refusal("onderdeel-ontbreekt", name)
        try:
            with self._zip.open(entry) as stream:
                while chunk := stream.read(_CHUNK):
                    self._unpacked += len(chunk)
                    if self._unpacked > _MOST_UNPACKED:
                        raise refusal("te-groot-uitgepakt", name)
                    yield chunk
        except _BROKEN_ZIP as error:
            raise refusal("zip-beschadigd", f"{name}: {error}") from error


def _index(entries: list[zipfile.ZipInfo]) -> dict[str, zipfile.ZipInfo]:
    if len(entries) > _MOST_PARTS:
        raise refusal("te-veel-onderdelen", str(len(entries)))
    if sum(entry.file_size for entry in entries) > _MOST_UNPACKED:
        raise refusal("te-groot-uitgepakt")
    index: dict[str, zipfile.ZipInfo] = {}
    for entry in entries:
        name = _fold(entry.filename)
        if name in index:
            raise refusal("dubbel-onderdeel", entry.filename)
        if entry.flag_bits & 1:
            raise refusal("zip-versleuteld")
        if entry.compress_type not in _METHODS:
            raise refusal("zip-beschadigd", f"methode {entry.compress_type}")
        index[name] = entry
    return index


def _fold(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").lower()
