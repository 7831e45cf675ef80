"""What has come of a task, told apart: the day of completion, the result, or how far it is.

Offices give the three one column, or write one under the heading of another.
"""

from __future__ import annotations

import re

from tracker.core.citations import find_citations
from tracker.core.vietnamese import fold
from tracker.intake.claims import is_ticked, read_claim, tells_of_completion
from tracker.intake.documents import DAY
from tracker.intake.drafts import Field
from tracker.intake.looks import Look, look_of
from tracker.intake.plain_words import plain_words

_DAY = re.compile(DAY)
_DAY_FIRST = re.compile(rf"({DAY})[\s,;:()-]+(?=\w)")
_NOT_SENT = re.compile(r"(?:hien |hien nay )?(?:dang|chua|tiep tuc|du kien|se)\b")
"""How prose on what goes on begins: a document with a date is but named in passing."""

_STILL_OPEN = re.compile(r"\b(?:dang|chua|du kien|se|du thao|lan (?:1|2|3|thu|dau))\b")
"""Words of what goes on: a day beside them is not that of the completion."""

_PART = re.compile(r"\s*[0-9]{1,3}(?:[.,][0-9]{1,2})?\s*%\s*")
"""How much of it is done."""

_BARELY_DONE = re.compile(
    r"(?:da )?(?:hoan thanh|thuc hien xong|thuc hien|xu ly xong|xong)?(?: (?:vao|trong|tu))?"
)
"""What tells no more than that it is done."""

Texts = dict[Field, str]


def told_apart(texts: Texts, *, is_told_open: bool) -> Texts:
    """The same texts, each under the field that it is about.

    A day of completion stays alone; a document beside it, or in its place, is the result, and prose
    without a day tells how far it is. ``is_told_open``: the row says elsewhere that it is not done;
    then a day in prose on the result is not that of the completion.
    """
    if text := texts.get(Field.COMPLETED, ""):
        return _of_completed(texts, text)
    if is_told_open:
        return texts
    for field in (Field.RESULT, Field.PROGRESS):
        text = texts.get(field, "")
        day = text if _is_day(text) else _day_when_done(text)
        if day and not _says_more(text):
            return {**_without(texts, field), Field.COMPLETED: day}
    return texts


def _of_completed(texts: Texts, text: str) -> Texts:
    if _is_day(text) or is_ticked(text) or read_claim(text) is not None:
        return texts
    if (front := _day_in_front(text)) is not None:
        told = {**texts, Field.COMPLETED: text[: len(front[1])]}
        return _with_result(told, text[len(front[0]) :].rstrip(" )"))
    if _is_dated_document(text):
        return _with_result(texts, text)
    if day := _day_when_done(text):
        told = {**texts, Field.COMPLETED: day}
        return _with_result(told, text) if _says_more(text) else told
    # What is no prose is a day that nobody understands.
    return _with_prose(_without(texts, Field.COMPLETED), text) if _is_prose(text) else texts


def _is_day(text: str) -> bool:
    return look_of(text) in (Look.DATE, Look.SERIAL)


def _day_in_front(text: str) -> re.Match[str] | None:
    """The day with which a cell begins that holds more, and where it ends."""
    folded = fold(text)
    # Folding that takes letters away would leave no place as it was.
    return _DAY_FIRST.match(folded) if len(folded) == len(text) else None


def _is_dated_document(text: str) -> bool:
    """Whether it names what was sent, with its date: no letter on work that still goes on."""
    is_dated = any(found.issued_on is not None for found in find_citations(text))
    return is_dated and _NOT_SENT.match(plain_words(text)) is None


def _day_when_done(text: str) -> str:
    """The one day in prose on something done, as written; empty where there is none."""
    days = _DAY.findall(fold(text))
    if len(days) != 1 or not tells_of_completion(text) or _STILL_OPEN.search(plain_words(text)):
        return ""
    return str(days[0]).removeprefix("ngay").strip(" :")


def _is_prose(text: str) -> bool:
    return (
        _PART.fullmatch(text) is not None
        or tells_of_completion(text)
        or _NOT_SENT.match(plain_words(text)) is not None
    )


def _says_more(text: str) -> bool:
    """Whether a cell tells more than that it was done on a day."""
    rest = plain_words(_DAY.sub(" ", fold(text)))
    return _BARELY_DONE.fullmatch(rest) is None


def _with_result(texts: Texts, text: str) -> Texts:
    result = texts.get(Field.RESULT, "")
    if fold(text) in fold(result):
        return texts
    return {**texts, Field.RESULT: "\n".join(filter(None, (result, text)))}


def _with_prose(texts: Texts, text: str) -> Texts:
    """Where nothing else is said of the progress it stands for that, else it is a note."""
    if Field.PROGRESS not in texts:
        return {**texts, Field.PROGRESS: text}
    note = texts.get(Field.NOTE, "")
    return {**texts, Field.NOTE: "\n".join(filter(None, (note, text)))}


def _without(texts: Texts, field: Field) -> Texts:
    return {name: text for name, text in texts.items() if name is not field}
