"""A look at a file before any reader sees it: how much there is, and what it would do.

It holds nothing of the file, and bounds what a reader will need, wherever the program runs.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from tracker.intake.errors import FileTrouble, UnreadableFile
from tracker.intake.files import limits
from tracker.intake.files.counting import Counts, PartCount
from tracker.intake.files.found import FileKind
from tracker.intake.files.markup import follow
from tracker.intake.files.old_counting import count_old_book
from tracker.intake.files.outer_parts import check_name
from tracker.intake.files.parts import check_entries, chunks, opened

_MARKUP_NAMES = (".xml", ".rels")
_OPENINGS = (b"<", b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff", b"\x00<", b"<\x00", b"\x00\x00\x00<")
_LOOSE_MARKUP = ".vml"
"""Excel itself writes drawings of comments that are no sound XML; no reader looks at them."""


def examine(data: bytes, kind: FileKind) -> float:
    """The seconds a reader may take for the file.

    Raises ``UnreadableFile``, without the name of the file, for what must not reach a reader.
    """
    if len(data) > limits.FILE_BYTES:
        raise UnreadableFile("", FileTrouble.TOO_LARGE)
    if kind in (FileKind.WORKBOOK, FileKind.DOCUMENT, FileKind.OPEN_WORKBOOK):
        return _seconds_for(_examine_zip(data, kind).elements)
    if kind is FileKind.OLD_WORKBOOK:
        return _seconds_for(count_old_book(data).elements)
    if kind is FileKind.PAGE:
        return _seconds_for(_tags_in(data))
    return limits.CHILD_SECONDS + limits.SECONDS_PER_BYTE * len(data)


def _seconds_for(elements: int) -> float:
    return limits.CHILD_SECONDS + limits.SECONDS_PER_ELEMENT * elements


def _tags_in(page: bytes) -> int:
    """How many tags a page has, or brackets that may be some."""
    tags = page.count(b"<")
    if tags > limits.DOCUMENT_ELEMENTS:
        raise UnreadableFile("", FileTrouble.TOO_MUCH_TEXT)
    return tags


def _examine_zip(data: bytes, kind: FileKind) -> Counts:
    archive = opened(data)
    check_entries(archive)
    counts = Counts()
    is_held = kind is FileKind.DOCUMENT
    most_elements = limits.DOCUMENT_ELEMENTS if is_held else limits.ELEMENTS
    allowance = _Allowance()
    for part in archive.namelist():
        try:
            check_name(part)
            unfolding = allowance.spent_by(chunks(archive, part))
            _examine_part(part, unfolding, PartCount(counts, most_elements=most_elements))
        except UnreadableFile as refused:
            raise UnreadableFile("", refused.trouble, detail=part) from refused
    return counts


class _Allowance:
    """How many bytes all the parts of a file may unfold to together."""

    def __init__(self) -> None:
        self._left = limits.EXPANDED_BYTES

    def spent_by(self, unfolding: Iterator[bytes]) -> Iterator[bytes]:
        """The same bytes, up to where they are too many."""
        for chunk in unfolding:
            self._left -= len(chunk)
            if self._left < 0:
                raise UnreadableFile("", FileTrouble.EXPANDS_TOO_MUCH)
            yield chunk


def _examine_part(part: str, unfolding: Iterator[bytes], count: PartCount) -> None:
    """Unfold a part to its end, and follow it where it is markup."""
    name = part.casefold()
    first = next(unfolding, b"")
    if name.endswith(_MARKUP_NAMES) or first.lstrip()[:4].startswith(_OPENINGS):
        try:
            follow(chain((first,), unfolding), start=count.start, end=count.end)
        except UnreadableFile as refused:
            is_loose = name.endswith(_LOOSE_MARKUP)
            if not (is_loose and refused.trouble is FileTrouble.DAMAGED):
                raise
    for _ in unfolding:
        pass
