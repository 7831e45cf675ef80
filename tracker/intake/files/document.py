"""The tables of a Word document (``.docx``), as somebody who reads it sees them."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import IO, Any
from zipfile import BadZipFile, ZipFile

from tracker.intake.errors import FileTrouble, UnreadableFile
from tracker.intake.files.budget import Budget
from tracker.intake.files.found import FoundTable
from tracker.intake.files.word_reading import WordReader

_MAIN_PART = "word/document.xml"
_RELATIONS = "_rels/.rels"
_CHUNK = 65_536
_DOCUMENT = "/officeDocument"


def tables_of(data: bytes) -> Iterator[FoundTable]:
    """Every table of the body in which anything stands, nested ones and those in boxes too.

    A table that the end of a page has cut in two is one. A row is known by its number in the
    table, from 1; the paragraphs just above are rows of one cell on line 0. A document in which
    no table can be a register gives its paragraphs too, by their number.
    """
    # Only where such a document is read: it takes longer to import than most files to read.
    from lxml.etree import LxmlError  # noqa: PLC0415

    try:
        with ZipFile(BytesIO(data)) as package, package.open(_main_part(package)) as part:
            yield from _tables(part)
    except (BadZipFile, KeyError, EOFError, zlib.error, NotImplementedError, LxmlError):
        raise UnreadableFile("", FileTrouble.DAMAGED) from None


def _main_part(package: ZipFile) -> str:
    """The name of the part that holds the text."""
    if _RELATIONS in package.namelist():
        with package.open(_RELATIONS) as part:
            for _, element in _events(part):
                if element.get("Type", "").endswith(_DOCUMENT):
                    return str(element.get("Target", "")).removeprefix("/")
    return _MAIN_PART


def _tables(part: IO[bytes]) -> Iterator[FoundTable]:
    reader = WordReader(Budget())
    for event, element in _events(part):
        reader.take(event, element)
    yield from reader.flow.tables()


def _events(part: IO[bytes]) -> Iterator[tuple[str, Any]]:
    """The beginning and the end of each element; nothing is expanded or fetched for it."""
    from lxml.etree import XMLPullParser  # noqa: PLC0415

    parser = XMLPullParser(
        events=("start", "end"),
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    is_first = True
    while chunk := part.read(_CHUNK):
        parser.feed(chunk)
        for event, element in parser.read_events():
            if is_first and element.getroottree().docinfo.doctype:
                raise UnreadableFile("", FileTrouble.ENTITIES)
            is_first = False
            yield event, element
    parser.close()
