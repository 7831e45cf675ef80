"""The clauses of prose, each in plain words, with the documents and the days that stand in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tracker.core.citations import find_citations
from tracker.core.directive import Citation
from tracker.core.document_number import UPPER
from tracker.core.vietnamese import fold
from tracker.intake.documents import DAY


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """A part of a sentence that says one thing."""

    words: str
    """Folded and without punctuation, a sign in place of every document and every day."""
    documents: tuple[Citation, ...]
    """Those that stand with their dates."""
    days: tuple[str, ...]
    """Those on which something may have been done, of a span its last, in folded text."""


DOCUMENT, A_DAY = "@", "#"
"""What stands for them once they are taken out."""

_LOOKALIKES = {
    "chua": "chưa", "cho": "chờ", "da": "đã", "dang": "đang", "do": "do", "hop": "họp",
    "lui": "lùi", "moi": "mới", "nhan": "nhận", "nhung": "nhưng", "se": "sẽ", "song": "song",
    "trinh": "trình", "ve": "về", "vi": "vì",
}  # fmt: skip
"""Words that decide, as they are written: others fold to the same."""

_TOO_ALIKE = ("cho", "do", "nhung", "song", "vi")
"""Of these nothing can be told where a text has no accents."""

_NEW_LINE = re.compile(rf"\n(?=[ ]*(?:[-+*]|[{UPPER}]))")
_WORD = re.compile(r"[^\W\d_]+")
_NEARLY = re.compile(r"\bcơ bản\b")
_DAYS = re.compile(DAY)
_APART = re.compile(
    r"[;,:()+]|\.(?![0-9])| -+ |\b(?:nhung|tuy nhien|song)\b"
    r"|\bva (?=trinh|bao cao|gui|ban hanh|hoan thanh|tham muu|tra loi)"
)
_BLANKS = re.compile(r"[^a-z0-9@#/%._]+")
_NAME = re.compile(
    r"\b(?:cong van|cv|bao cao|bc|to trinh|ttr|van ban|ke hoach|quyet dinh|qd|thong bao|ket luan)"
    r"(?: (?!(?:tai|theo|bang|qua|trong|kem|gui|den)\b)[a-z]+){0,3} ?@"
)
"""A document with the words before its number, which else were verbs."""

_SIGN = re.compile(r"(?:\b(tu|den|truoc|han)(?: het)?(?: ngay)? )?#|(@)")


def clauses_of(text: str) -> tuple[Clause, ...]:
    """The clauses of a text that is clean, in order."""
    plain = fold(_without_documents(text))
    named, on_days = iter(_dated(text)), iter(_DAYS.findall(plain))
    clauses: list[Clause] = []
    for clause in _APART.split(_DAYS.sub(f" {A_DAY} ", plain)):
        words = _BLANKS.sub(" ", clause).strip()
        documents = [next(named) for _ in range(words.count(DOCUMENT))]
        clauses.append(
            Clause(
                words=_NAME.sub(DOCUMENT, words),
                documents=tuple(one for one in documents if one is not None),
                days=tuple(_days_of(words, on_days)),
            )
        )
    return tuple(clauses)


def _days_of(clause: str, days: Iterator[str]) -> list[str]:
    """Those on which something may have been done: of a span its last."""
    before = [found[1] for found in _SIGN.finditer(clause) if found[2] is None]
    beside = [(word, next(days)) for word in before]
    is_span = before == ["tu", "den"]
    return [
        day.removeprefix("ngay").strip(" :")
        for word, day in beside
        if word is None or (is_span and word == "den")
    ]


def _without_documents(text: str) -> str:
    """The text in small letters, a sign in place of documents; words that only look like one that
    decides are marked."""
    parts: list[str] = []
    place = 0
    for found in find_citations(text):
        parts += [_without_signs(text[place : found.start]), f" {DOCUMENT} "]
        place = found.end
    lowered = "".join((*parts, _without_signs(text[place:]))).lower()
    is_plain = lowered.isascii()
    return _WORD.sub(lambda word: _told_apart(word[0], is_plain), _NEARLY.sub("nearly", lowered))


def _without_signs(text: str) -> str:
    """A part of a text without the signs, a new sentence where a line begins like one."""
    return _NEW_LINE.sub(";", text.replace(DOCUMENT, " ").replace(A_DAY, " "))


def _told_apart(word: str, is_plain: bool) -> str:
    """The word, or one that is like none where it is not the one that decides."""
    key = fold(word)
    right = _LOOKALIKES.get(key)
    if right is None or (key not in _TOO_ALIKE if is_plain else word == right):
        return word
    return f"{key}_"


def _dated(text: str) -> Iterator[Citation | None]:
    """The documents in order, None for one without a date."""
    for found in find_citations(text):
        if found.issued_on is None:
            yield None
        else:
            yield Citation(number=found.number.text, issued_on=found.issued_on)
