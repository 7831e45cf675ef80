"""Which directive is meant: an id, a document number, or a number with its date."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Protocol

from tracker.core.citations import find_citations
from tracker.core.document_number import UnreadableDocumentNumber, parse_document_number
from tracker.core.errors import NotFound
from tracker.core.vietnamese import clean
from tracker.store.finding import Found


class UnknownReference(NotFound):
    """Nothing in the register answers to this."""

    def __init__(self, text: str, similar: tuple[Found, ...] = ()) -> None:
        super().__init__(text)
        self.text = text
        self.similar = similar


class VoidedReference(UnknownReference):
    """The directive meant was voided, or its entry undone: only its history is left."""

    def __init__(self, text: str, id: int) -> None:
        super().__init__(text)
        self.id = id


class AmbiguousReference(NotFound):
    """More than one directive answers to this."""

    def __init__(self, text: str, candidates: tuple[Found, ...]) -> None:
        super().__init__(text)
        self.text = text
        self.candidates = candidates


class Finder(Protocol):
    """Looks directives up, in a reading or inside a change."""

    def __call__(
        self,
        *,
        id: int | None = None,
        document_key: str | None = None,
        issued_on: str | None = None,
        key_prefix: str | None = None,
        with_void: bool = False,
    ) -> tuple[Found, ...]:
        """The directives that fit everything given."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """What was typed, understood."""

    text: str
    id: int | None = None
    document_key: str | None = None
    issued_on: date | None = None


def parse_reference(text: str) -> Reference:
    """Read ``3``, ``#3``, ``25/KH-UBND`` or ``25/KH-UBND ngày 24/5/2023``; total."""
    stripped = clean(text)[0].strip()
    digits = stripped.removeprefix("#")
    if digits.isascii() and digits.isdigit():
        return Reference(text=stripped, id=int(digits[:18]))
    citations = find_citations(stripped)
    if citations and citations[0].issued_on is not None:
        first = citations[0]
        return Reference(text=stripped, document_key=first.number.key, issued_on=first.issued_on)
    try:
        return Reference(text=stripped, document_key=parse_document_number(stripped).key)
    except UnreadableDocumentNumber:
        return Reference(text=stripped, document_key=stripped.casefold())


def resolve(find: Finder, text: str) -> Found:
    """The one directive that is meant."""
    reference = parse_reference(text)
    meant = partial(
        find,
        id=reference.id,
        document_key=reference.document_key,
        issued_on=reference.issued_on.isoformat() if reference.issued_on else None,
    )
    found = meant()
    if len(found) == 1:
        return found[0]
    if found:
        raise AmbiguousReference(reference.text, found)
    if voided := meant(with_void=True):
        raise VoidedReference(reference.text, voided[0].id)
    raise UnknownReference(reference.text, _similar(find, reference))


def _similar(find: Finder, reference: Reference) -> tuple[Found, ...]:
    """What begins like it: ``25/KH`` suggests ``25/KH-UBND``; one such is suggested, not taken."""
    if not reference.document_key:
        return ()
    return find(key_prefix=reference.document_key)[:5]
