"""What was typed into a search, cut into pieces: words, phrases in quotes, and terms.

A term is a known key with a sign and a value right behind it. Anything else that looks like one,
``http://..`` or ``tỉnh:"Bắc Giang"``, is prose.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches

from tracker.core.errors import UsageError
from tracker.core.filter_words import KEYS, by_spelling, joined
from tracker.core.filters import FilterKey
from tracker.core.vietnamese import clean, fold

_QUOTES = str.maketrans(dict.fromkeys("\u201c\u201d\u201e\u201f\u00ab\u00bb", '"'))
"""Those that editors put in the place of straight ones."""

_INSIDE = '(?:[^"]|"")*'
_END = r'(?:"|\Z)'
"""A quote may still be open while somebody is typing."""
_QUOTED = f'"{_INSIDE}{_END}'
_PHRASE = re.compile(f'"({_INSIDE}){_END}')
_TERM = re.compile(
    rf'(?P<key>[^\s":<>,]+)(?::(?=[<>]))?(?P<sign>[<>]=?|:)(?P<said>(?:{_QUOTED}|[^\s"])+)'
)
_TEXT = re.compile(rf'{_QUOTED}|[^\s"]+')
_PIECE = re.compile(f"{_TERM.pattern}|{_TEXT.pattern}")
_VALUE = re.compile(rf'(?:{_QUOTED}|[^",])+')

_KEYS = by_spelling(KEYS)
_KEY_WORDS = {joined(word): word for words in KEYS.values() for word in words}

_WORDS_BEFORE = 2
"""So many words before the sign's own may belong to the key: ``người theo dõi:An``."""

_LONG_KEYS = tuple(spelling for spelling in _KEYS if len(spelling) >= 6)
_SHORTEST_MISTYPED = 5
_NEARNESS = 0.82
"""A key with a letter wrong is told from prose only where it is long: ``tien:`` is no key."""


class UnknownFilterKey(UsageError):
    """Almost a key, most likely mistyped."""

    def __init__(self, text: str, nearest: str) -> None:
        super().__init__(text, nearest)
        self.text = text
        """The term as typed."""
        self.nearest = nearest
        """The key that was probably meant, as it is typed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A word or a phrase to search for, on one line."""

    text: str
    is_bare: bool = True
    """Not in quotes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """One value of a term, on one line and without its quotes."""

    text: str
    is_quoted: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """Something said about a key."""

    text: str
    """All of it, as typed."""
    key: FilterKey
    sign: str
    """``:``, ``<``, ``<=``, ``>`` or ``>=``."""
    said: str
    """What stands behind the sign, quotes and commas included."""

    @property
    def values(self) -> tuple[Value, ...]:
        """The values between the commas; one without anything in it counts only in quotes."""
        parts = (part.strip() for part in _VALUE.findall(self.said))
        return tuple(
            Value(text=_unquoted(part), is_quoted=part.startswith('"')) for part in parts if part
        )

    @property
    def value(self) -> str:
        """The same as one text, for what takes a single value."""
        return ",".join(value.text for value in self.values)


Piece = Text | Term


def pieces(text: str) -> list[Piece]:
    """Cut what was typed; raises ``UnknownFilterKey``."""
    found: list[Piece] = []
    for match in _PIECE.finditer(_plain(text)):
        term = _term(match, found) if match["sign"] else None
        found += [term] if term else _texts(match[0])
    return found


def tidy(text: str) -> str:
    """A text or a name as a filter holds it: on one line, plain quotes, nothing in it that acts."""
    return " ".join(_plain(text).split())


def _plain(text: str) -> str:
    return clean(text)[0].translate(_QUOTES)


def is_plain(text: str) -> bool:
    """Whether a text is read as one word, whatever words stand before it, without quotes."""
    match = _TERM.match(text)
    if match and _may_end_a_key(joined(match["key"])):
        return False
    return list(_texts(text)) == [Text(text=text)]


def _may_end_a_key(spelling: str) -> bool:
    return any(key.endswith(spelling) for key in _KEYS) or _nearest(spelling) is not None


def quoted(text: str) -> str:
    """The text in quotes; those inside are doubled."""
    doubled = text.replace('"', '""')
    return f'"{doubled}"'


def _term(match: re.Match[str], before: list[Piece]) -> Term | None:
    """The term, its key completed by words that stand before it; those are taken away there."""
    for count in range(_WORDS_BEFORE, -1, -1):
        words = before[len(before) - count :]
        texts = [word.text for word in words if isinstance(word, Text) and word.is_bare]
        key = _KEYS.get(joined("".join((*texts, match["key"]))))
        if key is not None and len(texts) == count:
            del before[len(before) - count :]
            text = " ".join((*texts, match[0]))
            return Term(text=text, key=key, sign=match["sign"], said=match["said"])
    nearest = _nearest(joined(match["key"]))
    if nearest is not None:
        raise UnknownFilterKey(match[0], nearest)
    return None


def _nearest(key: str) -> str | None:
    """The key that was most likely meant by something like it."""
    if len(key) < _SHORTEST_MISTYPED:
        return None
    close = get_close_matches(key, _LONG_KEYS, n=1, cutoff=_NEARNESS)
    return _KEY_WORDS[close[0]] if close else None


def _texts(text: str) -> Iterator[Text]:
    """Words and phrases; one of which nothing is left to compare is none."""
    for part in _TEXT.findall(text):
        line = _unquoted(part)
        if fold(line):
            yield Text(text=line, is_bare=not part.startswith('"'))


def _unquoted(text: str) -> str:
    """The text without its quotes, each doubled one a single one, on one line."""
    bare = _PHRASE.sub(lambda match: match[1].replace('""', '"'), text)
    return " ".join(bare.split())
