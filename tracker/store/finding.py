"""Finding directives by what a user calls them.

Imports only what a quick read may load.
"""

from __future__ import annotations

from tracker.store.live import IS_LIVE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from tracker.store.rows import Reading

LARGEST_ID = 2**31 - 1
"""The largest id that both engines can hold."""


class Found:
    """A directive as it is told apart from others."""

    __slots__ = ("content", "document_number", "id", "is_secret", "issued_on")

    def __init__(
        self,
        id: int,
        document_number: str,
        issued_on: str,
        content: str,
        *,
        is_secret: bool = False,
    ) -> None:
        self.id = id
        self.document_number = document_number
        self.issued_on = issued_on
        """As an ISO date."""
        self.content = content
        """To compare with; to be shown only where it is not secret."""
        self.is_secret = is_secret

    def __repr__(self) -> str:
        return f"Found({self.id}, {self.document_number!r}, {self.issued_on!r})"


def find(  # noqa: PLR0913 - each narrows by itself
    reading: Reading,
    *,
    id: int | None = None,
    document_key: str | None = None,
    issued_on: str | None = None,
    key_prefix: str | None = None,
    with_void: bool = False,
) -> tuple[Found, ...]:
    """Return the directives that answer to everything given, in order of entry.

    ``document_key`` and ``key_prefix`` are (the beginning of) ``DocumentNumber.key``.
    ``with_void`` adds those whose assignment was taken back, of which only a history is left.
    """
    if id is not None and not 0 < id <= LARGEST_ID:
        return ()
    given: dict[str, Any] = {
        "is_void = :is_void": None if with_void else 0,
        "id = :id": id,
        "document_key = :document_key": document_key,
        "issued_on = :issued_on": issued_on,
        "document_key >= :key_prefix AND document_key < :after_prefix": key_prefix,
    }
    conditions = [sql for sql, value in given.items() if value is not None]
    parameters = {
        "is_void": 0,
        "id": id,
        "document_key": document_key,
        "issued_on": issued_on,
        "key_prefix": key_prefix,
        "after_prefix": _after(key_prefix or ""),
    }
    sql = f"""
SELECT {_TOLD} FROM directive WHERE {" AND ".join(conditions) or "1 = 1"} ORDER BY id"""
    return tuple(_found(row) for row in reading.rows(sql, parameters))


_TOLD = "id, document_number, issued_on, content, is_secret"


def _found(row: Sequence[Any]) -> Found:
    *known, is_secret = row
    return Found(*known, is_secret=bool(is_secret))


_KEYS_AT_ONCE = 500

_IS_REMOVED = f"""is_void = 1 AND EXISTS (
SELECT 1 FROM event WHERE directive_id = directive.id AND kind = 'voided' AND {IS_LIVE})"""


def find_of_documents(reading: Reading, keys: Sequence[str]) -> dict[tuple[str, str], list[Found]]:
    """Return the directives of many documents, in order of entry.

    By the key of the document, one of those asked for, and its day as an ISO date: under a number
    there may be documents of several years.
    """
    return _found_of_documents(reading, keys, "is_void = 0")


def find_removed(reading: Reading) -> tuple[Found, ...]:
    """Return the directives that were removed as entered by mistake, in order of entry.

    Of those whose entry was taken back nothing is known any more.
    """
    sql = f"SELECT {_TOLD} FROM directive WHERE {_IS_REMOVED} ORDER BY id"
    return tuple(_found(row) for row in reading.rows(sql, {}))


def find_removed_of_documents(
    reading: Reading, keys: Sequence[str]
) -> dict[tuple[str, str], list[Found]]:
    """Return likewise those that were removed as entered by mistake."""
    return _found_of_documents(reading, keys, _IS_REMOVED)


def _found_of_documents(
    reading: Reading, keys: Sequence[str], condition: str
) -> dict[tuple[str, str], list[Found]]:
    found: dict[tuple[str, str], list[Found]] = {}
    for first in range(0, len(keys), _KEYS_AT_ONCE):
        asked = {f"key_{at}": key for at, key in enumerate(keys[first : first + _KEYS_AT_ONCE])}
        sql = f"""
SELECT document_key, {_TOLD} FROM directive
WHERE {condition} AND document_key IN ({", ".join(f":{name}" for name in asked)}) ORDER BY id"""
        for key, *row in reading.rows(sql, asked):
            one = _found(row)
            found.setdefault((key, one.issued_on), []).append(one)
    return found


def document_numbers(reading: Reading, key_prefix: str, *, limit: int = 100) -> list[str]:
    """The document numbers whose key begins so, for completion in the shell."""
    sql = """
SELECT document_number FROM directive
WHERE document_key >= :key_prefix AND document_key < :after_prefix AND is_void = 0
GROUP BY document_key, document_number ORDER BY document_key LIMIT :limit"""
    parameters = {"key_prefix": key_prefix, "after_prefix": _after(key_prefix), "limit": limit}
    return [number for (number,) in reading.rows(sql, parameters)]


def _after(prefix: str) -> str:
    """A text that sorts after everything with the prefix."""
    return f"{prefix}\U0010ffff"
