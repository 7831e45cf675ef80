"""What has come of a task, told apart: the day of completion, the result, or how far it is.

Offices give the three one column, or write one under the heading of another.
"""

from __future__ import annotations

import re

from tracker.core.vietnamese import fold, folded_in_place
from tracker.intake.claims import is_ticked, read_claim
from tracker.intake.documents import DAY
from tracker.intake.drafts import Field
from tracker.intake.looks import DAYS, look_of
from tracker.intake.plain_words import plain_words
from tracker.intake.prose import Standing, told_in

_DAY = re.compile(DAY)
_DAY_FIRST = re.compile(rf"({DAY})[\s,;:()-]+(?=\w)")
_DAY_OF_MONTH = re.compile(
    r"(?:hoan thanh|xong)(?: vao)?(?: (ngay))? (([0-9]{1,2})[/.-]([0-9]{1,2}))[ .]*"
)
"""How prose ends that tells the day and not the year."""

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
    if Field.PROGRESS not in texts and read_claim(texts.get(Field.RESULT, "")) is not None:
        texts = {**_without(texts, Field.RESULT), Field.PROGRESS: texts[Field.RESULT]}
    if is_told_open:
        return texts
    for field in (Field.RESULT, Field.PROGRESS):
        text = texts.get(field, "")
        if day := text if _is_day(text) else _day_when_done(text, is_said_so=False):
            told = {**_without(texts, field), Field.COMPLETED: day}
            return _with_result(told, text) if _says_more(text) else told
    return texts


def _of_completed(texts: Texts, text: str) -> Texts:
    if _is_day(text) or is_ticked(text) or read_claim(text) is not None:
        return texts
    told = told_in(text)
    if told.standing is Standing.OPEN:
        return _with_prose(_without(texts, Field.COMPLETED), text)
    if len(told.days) > 1:
        return _with_result(texts, text)
    if (front := _day_in_front(text)) is not None:
        found = {**texts, Field.COMPLETED: text[: len(front[1])]}
        return _with_result(found, text[len(front[0]) :].rstrip(" )"))
    if told.documents:
        return _with_result(texts, text)
    if day := _day_when_done(text, is_said_so=True):
        found = {**texts, Field.COMPLETED: day}
        return _with_result(found, text) if _says_more(text) else found
    # What is no prose is a day that nobody understands.
    is_prose = told.standing is not Standing.UNTOLD or _PART.fullmatch(text) is not None
    return _with_prose(_without(texts, Field.COMPLETED), text) if is_prose else texts


def _is_day(text: str) -> bool:
    return look_of(text) in DAYS


def _day_in_front(text: str) -> re.Match[str] | None:
    """The day with which a cell begins that holds more, and where it ends."""
    folded = folded_in_place(text)
    return None if folded is None else _DAY_FIRST.match(folded)


def _day_when_done(text: str, *, is_said_so: bool) -> str:
    """The one day in prose on something done, as written; empty where there is none.

    ``is_said_so``: its heading says that it is that of the completion. Else prose must do so: the
    day of a document is read from it where it is the result.
    """
    told = told_in(text)
    is_done = told.is_of_something_done if is_said_so else told.standing is Standing.DONE
    if not is_done or told.documents:
        return ""
    return told.days[0] if len(told.days) == 1 else _day_of_month(text)


def _day_of_month(text: str) -> str:
    """The day in prose that ends with it and leaves the year away: no count of what is done."""
    found = _DAY_OF_MONTH.search(fold(text))
    if found is None or found.end() < len(fold(text)) or _DAY.search(fold(text)):
        return ""
    is_count = found[1] is None and int(found[3]) <= int(found[4])
    return "" if is_count else found[2]


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
