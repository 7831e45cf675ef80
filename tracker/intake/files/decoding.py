"""From the bytes of a text to its letters: which encoding it is in is told, never asked."""

from __future__ import annotations

import codecs
import re

from tracker.core.vietnamese import LETTERS, nfc
from tracker.intake.errors import FileTrouble, UnreadableFile
from tracker.intake.old_fonts import is_in_old_font

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
"""Byte-order marks; the longer one before the one it begins with."""

_SIGNS = "\u00a0\u00a7\u00ab\u00b0\u00b7\u00bb\u2013\u2014\u2018\u2019\u201c\u201d\u2022\u2026"
_VIETNAMESE = LETTERS | frozenset(_SIGNS)

_SAMPLE = 65_536
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_NON_ASCII = re.compile("[^\x00-\x7f]")
_PIECE_OF_UTF8 = re.compile(rb"[\xc2-\xf4][\x80-\xbf]+")
_HIGH = re.compile(rb"[\x80-\xff]")


def decode(data: bytes) -> str:
    """The text, without its byte-order mark; ``UnreadableFile`` for what is no text."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _checked(_strictly(data[len(mark) :], encoding))
    if b"\x00" in data:
        return _checked(_wide(data))
    try:
        return _checked(data.decode("utf-8"))
    except UnicodeDecodeError:
        return _checked(_in_one_byte(data))


def _strictly(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        raise UnreadableFile("", FileTrouble.DAMAGED) from None


def _wide(data: bytes) -> str:
    """A text in UTF-16 without a mark: its blanks and line ends have one byte that is nothing."""
    low, high = data[:_SAMPLE:2].count(0), data[1:_SAMPLE:2].count(0)
    fewer, more = sorted((low, high))
    if 50 * fewer > more or 5 * more < len(data[:_SAMPLE:2]):
        raise UnreadableFile("", FileTrouble.NO_LETTERS)
    encoding = "utf-16-le" if high > low else "utf-16-be"
    return _strictly(data, encoding)


def _in_one_byte(data: bytes) -> str:
    """A text in the code page of Vietnamese Windows, or typed in an old font."""
    sample = data[:_SAMPLE]
    pieces = sum(len(piece) for piece in _PIECE_OF_UTF8.findall(sample))
    if pieces > 0.9 * len(_HIGH.findall(sample)):
        # UTF-8 that was cut off or in which a byte is broken.
        raise UnreadableFile("", FileTrouble.DAMAGED)
    text = nfc(data.decode("cp1258", "replace"))
    if _is_vietnamese(text[:_SAMPLE]):
        return text
    western = data.decode("cp1252", "replace")
    if "\ufffd" not in western and is_in_old_font([western]):
        return western
    raise UnreadableFile(
        "", FileTrouble.NO_LETTERS if _is_of_machine(western) else FileTrouble.NOT_TEXT
    )


def _is_vietnamese(text: str) -> bool:
    """Whether nearly all that lies beyond ASCII is letters of the alphabet, or their signs."""
    beyond = _NON_ASCII.findall(text)
    return 10 * sum(sign in _VIETNAMESE for sign in beyond) >= 9 * len(beyond)


def _checked(text: str) -> str:
    """The text, if it is one that somebody reads and not what a machine does."""
    if _is_of_machine(text):
        raise UnreadableFile("", FileTrouble.NO_LETTERS)
    return text.removeprefix("\ufeff")


def _is_of_machine(text: str) -> bool:
    return "\x00" in text or 100 * len(_CONTROLS.findall(text)) > len(text)
