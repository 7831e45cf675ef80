"""What a file is, told by what it holds: a name says what somebody once thought it was."""

from __future__ import annotations

import re

from tracker.intake.errors import FileTrouble, UnreadableFile
from tracker.intake.files.found import FileKind
from tracker.intake.files.ole import stream_names
from tracker.intake.files.parts import chunks, opened

_ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PAPER = (
    b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*", b"RIFF",
    b"\x00\x00\x01\x00",
)  # fmt: skip
_RICH_TEXT = (b"{\\rtf",)
_FOREIGN = (
    b"\x1f\x8b", b"7z\xbc\xaf\x27\x1c", b"Rar!\x1a", b"\x7fELF", b"SQLite format 3\x00",
    b"\x09\x00\x04\x00", b"\x09\x02\x06\x00", b"\x09\x04\x06\x00", b"\x09\x08\x08\x00",
    b"\x09\x08\x10\x00", b"BZh", b"\xfd7zXZ", b"\xcf\xad\x12\xfe", b"MIME-Version:",
)  # fmt: skip
"""Archives, programs, databases, mail; workbooks of before 1995."""
_BY_START = (
    (_PAPER, FileTrouble.PAPER),
    (_RICH_TEXT, FileTrouble.OLD_DOCUMENT),
    (_FOREIGN, FileTrouble.UNKNOWN_KIND),
)

_SPREADSHEET = b"application/vnd.oasis.opendocument.spreadsheet"
_OPEN_TEXT = b"application/vnd.oasis.opendocument.text"
_BEGINNING = 4096
_MARKS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_BEFORE_TAGS = re.compile(r"(?:\s|\ufeff|<!--.*?-->|<\?.*?\?>)*", re.DOTALL)
_PAGE = re.compile(
    r"<(?:!doctype\s+html|html|head|meta|title|style|link|body|table|thead|tbody|tr|div|center"
    r"|font|p|span|b|h[1-6]|br|hr)\b",
    re.IGNORECASE,
)
_OWN_DATA = re.compile(r"\s*\{\s*\"schema_version\"")
_MARKUP = re.compile(r"<(?:!doctype|\w+:?\w*[\s>])", re.IGNORECASE)


def kind_of(data: bytes, name: str) -> FileKind:
    """What is to read the file.

    Raises ``UnreadableFile`` with the name given, where nothing here can.
    """
    try:
        return _kind(data)
    except UnreadableFile as refused:
        raise UnreadableFile(name, refused.trouble, detail=refused.detail) from refused


def _kind(data: bytes) -> FileKind:
    if not data.strip(b"\x00\xef\xbb\xbf\xff\xfe \t\r\n"):
        raise UnreadableFile("", FileTrouble.EMPTY)
    if data.startswith(_ZIP):
        return _kind_of_zip(data)
    if data.startswith(_OLE):
        return _kind_of_ole(data)
    for starts, trouble in _BY_START:
        if data.startswith(starts):
            raise UnreadableFile("", trouble)
    return _kind_of_text(data)


def _kind_of_zip(data: bytes) -> FileKind:
    archive = opened(data)
    names = {name.casefold().replace("\\", "/").lstrip("/") for name in archive.namelist()}
    folders = {name.partition("/")[0] for name in names if "/" in name}
    if "xl" in folders and "xl/workbook.bin" not in names:
        return FileKind.WORKBOOK
    if "word" in folders:
        return FileKind.DOCUMENT
    is_open = {"mimetype", "content.xml"} <= names
    declared = next(chunks(archive, "mimetype"), b"") if is_open else b""
    if declared.startswith(_SPREADSHEET):
        return FileKind.OPEN_WORKBOOK
    if declared.startswith(_OPEN_TEXT):
        raise UnreadableFile("", FileTrouble.OPEN_DOCUMENT)
    raise UnreadableFile("", FileTrouble.UNKNOWN_KIND)


def _kind_of_ole(data: bytes) -> FileKind:
    names = stream_names(data)
    if "EncryptedPackage" in names:
        raise UnreadableFile("", FileTrouble.ENCRYPTED)
    if names & {"Workbook", "Book"}:
        return FileKind.OLD_WORKBOOK
    if "WordDocument" in names:
        raise UnreadableFile("", FileTrouble.OLD_DOCUMENT)
    raise UnreadableFile("", FileTrouble.UNKNOWN_KIND if names else FileTrouble.DAMAGED)


def _kind_of_text(data: bytes) -> FileKind:
    begun = _beginning(data)
    tags_begin = _BEFORE_TAGS.match(begun)
    assert tags_begin is not None
    if _PAGE.match(begun, tags_begin.end()):
        return FileKind.PAGE
    if _OWN_DATA.match(begun):
        return FileKind.DATA
    if "<?xml" in begun[: tags_begin.end()] or _is_other_markup(begun, tags_begin.end()):
        raise UnreadableFile("", FileTrouble.UNKNOWN_KIND)
    return FileKind.TEXT


def _is_other_markup(begun: str, place: int) -> bool:
    """Whether it is XML of some program, and no text that merely begins with a bracket."""
    return _MARKUP.match(begun, place) is not None and "xmlns" in begun


def _beginning(data: bytes) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) : _BEGINNING].decode(encoding, "replace")
    if data[1:2] == b"\x00":
        return data[:_BEGINNING].decode("utf-16-le", "replace")
    return data[:_BEGINNING].decode("latin-1")
