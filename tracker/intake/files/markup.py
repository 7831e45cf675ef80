"""Following the elements of an XML part from its beginning to its end, holding none of it.

A document type is refused before anything in it could be expanded; no entity is ever followed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NoReturn
from xml.parsers import expat

from tracker.intake.errors import FileTrouble, UnreadableFile
from tracker.intake.files.limits import CHUNK_BYTES, TOKEN_BYTES

Attributes = dict[str, str]
Start = Callable[[str, list[str]], None]
"""Takes the name as it is written, and the names and values of its attributes in turn."""

_UNDEFINED_ENTITY = 11
_DECLARED = ("utf-8", "utf8", "utf-16", "us-ascii", "ascii", "iso-8859-1", "windows-1252")


class LocalNames(dict[str, str]):
    """The name of an element without its prefix; each is worked out once."""

    def __missing__(self, name: str) -> str:
        local = self[name] = name.rpartition(":")[2]
        return local


def by_name(pairs: list[str]) -> Attributes:
    """The attributes of an element by their names without prefix."""
    names = (name.rpartition(":")[2] for name in pairs[::2])
    return dict(zip(names, pairs[1::2], strict=True))


def by_plain_name(pairs: list[str]) -> Attributes:
    """The attributes of an element by their names, where it is one of very many."""
    return dict(zip(pairs[::2], pairs[1::2], strict=True))


def follow(
    chunks: Iterable[bytes],
    *,
    start: Start,
    end: Callable[[str], None] | None = None,
    text: Callable[[str], None] | None = None,
) -> None:
    """Call back for each element, in the order of the part.

    Raises ``UnreadableFile`` where it is no sound XML, or has what could be expanded.
    """
    parser = expat.ParserCreate()
    parser.ordered_attributes = True
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _refuse_entities
    parser.XmlDeclHandler = _check_encoding
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = text
    try:
        _feed(parser, chunks)
    except expat.ExpatError as error:
        is_entity = error.code == _UNDEFINED_ENTITY
        trouble = FileTrouble.ENTITIES if is_entity else FileTrouble.DAMAGED
        raise UnreadableFile("", trouble) from error


def _feed(parser: expat.XMLParserType, chunks: Iterable[bytes]) -> None:
    fed = 0
    for chunk in chunks:
        for begin in range(0, len(chunk), CHUNK_BYTES):
            piece = chunk[begin : begin + CHUNK_BYTES]
            parser.Parse(piece, False)
            fed += len(piece)
            if fed - max(parser.CurrentByteIndex, 0) > TOKEN_BYTES:
                raise UnreadableFile("", FileTrouble.DAMAGED)
    parser.Parse(b"", True)


def _refuse_entities(*_: object) -> NoReturn:
    raise UnreadableFile("", FileTrouble.ENTITIES)


def _check_encoding(_version: str, encoding: str | None, _standalone: int) -> None:
    """Refuse encodings that readers may understand in different ways."""
    if encoding is not None and encoding.lower() not in _DECLARED:
        raise UnreadableFile("", FileTrouble.DAMAGED)
