"""The tags of a web page and the text between them, in time proportional to its length."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

_MARKUP = re.compile(
    r"<!--.*?(?:-->|\Z)"
    r"|<[!?][^<>]*+>"
    r"|<(?P<end>/?)(?P<name>[A-Za-z][A-Za-z0-9:]{0,30})\b"
    r"(?P<said>(?:[^<>\"']++|\"[^\"]{0,2000}+\"|'[^']{0,2000}+'){0,200}+)>",
    re.DOTALL,
)
_NOT_SHOWN = ("script", "style", "title", "noscript", "template", "xml")
_ENDS = {name: re.compile(f"</{name}\\b[^>]*>", re.IGNORECASE) for name in _NOT_SHOWN}
_SAID = re.compile(
    r"\b(colspan|rowspan|style)\s{0,9}=\s{0,9}(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))",
    re.IGNORECASE,
)
_ENDLESS_NUMBER = re.compile(r"&#[xX]?[0-9a-fA-F]{9,}+;?")


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag that opens or closes an element."""

    name: str
    is_end: bool = False
    said: str = ""
    """Its attributes as written."""

    def attribute(self, name: str) -> str:
        """What is said of how many columns or rows a cell has, or of how anything looks."""
        for found in _SAID.finditer(self.said):
            if found[1].lower() == name:
                return next(filter(None, found.groups()[1:]), "")
        return ""


def tokens(page: str) -> Iterator[Tag | str]:
    """Tags and texts in turn, without comments, and without what no reader of the page sees."""
    place = 0
    while (found := _MARKUP.search(page, place)) is not None:
        if place < found.start():
            yield _text(page[place : found.start()])
        place = found.end()
        if not found["name"]:
            continue
        tag = Tag(found["name"].lower(), found["end"] == "/", found["said"])
        if tag.name in _ENDS and not tag.is_end and not tag.said.endswith("/"):
            end = _ENDS[tag.name].search(page, place)
            place = len(page) if end is None else end.end()
        else:
            yield tag
    if place < len(page):
        yield _text(page[place:])


def _text(source: str) -> str:
    """A text as shown: its entities as letters, the blanks of the source made one."""
    plain = unescape(_ENDLESS_NUMBER.sub("\ufffd", source)) if "&" in source else source
    return re.sub(r"[ \t\r\n\f]+", " ", plain)
