"""The parts of a zip, which is what the files of office programs are."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator

from tracker.intake.errors import FileTrouble, UnreadableFile
from tracker.intake.files.limits import CHUNK_BYTES, PARTS

_ENTRY = b"PK\x01\x02"
_ENCRYPTED = 0x1
_KNOWN_COMPRESSION = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)

DAMAGES = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, OSError)
"""What reading a zip that is no sound one ends in."""


def opened(data: bytes) -> zipfile.ZipFile:
    """A zip that has few enough parts; its entries are counted before any is taken in."""
    if data.count(_ENTRY) > PARTS:
        raise UnreadableFile("", FileTrouble.TOO_MANY_PARTS)
    try:
        return zipfile.ZipFile(io.BytesIO(data))
    except DAMAGES as error:
        raise UnreadableFile("", FileTrouble.DAMAGED) from error


def chunks(archive: zipfile.ZipFile, part: str) -> Iterator[bytes]:
    """What a part really unfolds to, whatever its heading says of its size.

    Raises ``UnreadableFile`` of a part that is not there, or not sound.
    """
    try:
        with archive.open(_stored_as(archive, part)) as unfolding:
            while chunk := unfolding.read(CHUNK_BYTES):
                yield chunk
    except KeyError as error:
        raise UnreadableFile("", FileTrouble.DAMAGED, detail=part) from error
    except RuntimeError as error:
        # What the library has for a part that needs a password.
        raise UnreadableFile("", FileTrouble.ENCRYPTED, detail=part) from error
    except DAMAGES as error:
        raise UnreadableFile("", FileTrouble.DAMAGED, detail=part) from error


def _stored_as(archive: zipfile.ZipFile, part: str) -> str:
    """The name under which a part is stored: letters may be small there, and large where it is
    referred to."""
    names = archive.namelist()
    if part in names:
        return part
    alike = (name for name in names if name.casefold() == part.casefold())
    return next(alike, part)


def check_entries(archive: zipfile.ZipFile) -> None:
    """Refuse parts that are encrypted, packed unusually, named twice, or lead out of the file."""
    seen: set[str] = set()
    for entry in archive.infolist():
        name = entry.orig_filename
        if entry.flag_bits & _ENCRYPTED:
            raise UnreadableFile("", FileTrouble.ENCRYPTED, detail=name)
        if entry.compress_type not in _KNOWN_COMPRESSION:
            raise UnreadableFile("", FileTrouble.DAMAGED, detail=name)
        if name.casefold() in seen or _leads_out(name):
            raise UnreadableFile("", FileTrouble.SUSPICIOUS_PARTS, detail=name)
        seen.add(name.casefold())


def _leads_out(name: str) -> bool:
    return (
        "\\" in name
        or "\0" in name
        or name.startswith("/")
        or name[1:2] == ":"
        or ".." in name.split("/")
    )
