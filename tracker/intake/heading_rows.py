"""Rows of headings: which they are, and which field each column below them has."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import zip_longest
from typing import TypeVar

from tracker.intake.claims import read_claim
from tracker.intake.columns import Columns
from tracker.intake.drafts import Field
from tracker.intake.headings import DOCUMENT, field_of
from tracker.intake.looks import DAYS, Look, look_of
from tracker.intake.plain_words import plain_words

_NO_HEADING = DAYS | {Look.DOCUMENT, Look.LONG}

_OF_TWO = (
    (Field.DEADLINE, re.compile(r"(?:thoi gian|thoi diem|tg) (?:hoan thanh|ht)"),
     Field.COMPLETED),
    (Field.PROGRESS, re.compile(r"(?:ket qua|kq)(?: .*)?"), Field.RESULT),
    (Field.CONTENT, re.compile(r"(?:.* )?(?:trich yeu|ve viec)(?: .*)?"), Field.OTHER),
)  # fmt: skip
"""What a heading means where another column has the field that it means alone."""

_DONE = re.compile(r"hoan thanh")
"""Means the day of completion where no other column does; elsewhere it is but a claim."""
_DAY_OF_DOCUMENT = re.compile(rf"ngay .*\b{DOCUMENT} .*")
"""Means the day of completion, unless another column has that day itself."""

_UNDER = {
    (Field.RESULT, Field.NUMBER): Field.RESULT,
    (Field.PROGRESS, Field.NUMBER): Field.RESULT,
    (Field.RESULT, Field.ISSUED): Field.COMPLETED,
    (Field.PROGRESS, Field.ISSUED): Field.COMPLETED,
}
"""What a heading means under another."""


def is_heading_row(cells: Sequence[str]) -> bool:
    """Whether these are headings of columns: several, and hardly anything else."""
    texts = [cell for cell in cells if cell]
    if len(texts) < 2 or any(look_of(cell) in _NO_HEADING for cell in texts):
        return False
    fields = [field for field in map(field_of, texts) if field is not None]
    # How far something is stands in rows too.
    return len({*fields} - {Field.STATE}) >= 2 and 2 * len(fields) >= len(texts)


_OF_LETTERS_SENT = re.compile(r"noi nhan(?: .*)?|nguoi ky(?: .*)?|(?:so )?ban(?: .*)?")
_OF_TASKS = frozenset(
    {Field.DEADLINE, Field.COMPLETED, Field.PROGRESS, Field.RESULT, Field.STATE, Field.UNIT}
)


def are_of_letters_sent(cells: Sequence[str]) -> bool:
    """Whether these are the headings of an office's register of the letters that it has sent."""
    words = [plain_words(cell) for cell in cells if cell]
    is_sent = sum(_OF_LETTERS_SENT.fullmatch(one) is not None for one in words) > 1
    return is_sent and _OF_TASKS.isdisjoint(map(field_of, filter(None, cells)))


def is_second_heading_row(cells: Sequence[str]) -> bool:
    """Whether these divide the headings of the row above: headings, and not those again.

    A word of another kind may be among them: it divides what it stands under.
    """
    texts = [cell for cell in cells if cell]
    if any(look_of(cell) in _NO_HEADING for cell in texts):
        return False
    fields = list(map(_field_of_part, texts))
    known = [field for field in fields if field is not None]
    is_group = {*known} == {Field.STATE} and len({*texts}) == 1
    if Field.ORDINAL in known or is_group:
        return False
    return bool(known) and (len(known) == len(fields) or len(known) > 2 * fields.count(None) > 0)


_PARTS = (
    (
        Field.DEADLINE,
        re.compile(
            r"(?:theo )?(?:van ban|vb|chi dao|ke hoach|kh)(?: giao)?|ban dau|duoc giao|du kien"
        ),
    ),
    (Field.COMPLETED, re.compile(r"thuc te(?: .*)?")),
)
"""What divides the heading of a time."""


def _field_of_part(heading: str) -> Field | None:
    words = plain_words(heading)
    parts = (field for field, form in _PARTS if form.fullmatch(words))
    return _field_below(heading) or next(parts, None)


def _field_below(heading: str) -> Field | None:
    return field_of(heading) or (Field.STATE if read_claim(heading) else None)


def fields_of_row(cells: Sequence[str]) -> Columns:
    """The field of each column under a row of headings; None where there is no heading."""
    fields = [_field_below(cell) or Field.OTHER if cell else None for cell in cells]
    return _with_completion(cells, _with_day_of_result(_told_from_others(cells, fields)))


def _told_from_others(cells: Sequence[str], fields: Sequence[Field | None]) -> Columns:
    """With those that mean something else where another column has the field."""
    found = list(fields)
    for field, form, other in _OF_TWO:
        places = [place for place, one in enumerate(found) if one is field]
        meant = [place for place in places if form.fullmatch(plain_words(cells[place]))]
        if len(meant) < len(places):
            for place in meant:
                found[place] = other
    return tuple(found)


def _with_completion(cells: Sequence[str], fields: Columns) -> Columns:
    """With the one column that has the day of completion, whatever it is called."""
    words = [plain_words(cell) for cell in cells]
    completed = {place for place, field in enumerate(fields) if field is Field.COMPLETED}
    if not completed:
        done = {place for place, said in enumerate(words) if _DONE.fullmatch(said)}
        return tuple(Field.COMPLETED if at in done else one for at, one in enumerate(fields))
    by_itself = {place for place in completed if not _DAY_OF_DOCUMENT.fullmatch(words[place])}
    less = completed - by_itself if by_itself else set()
    return tuple(Field.OTHER if place in less else field for place, field in enumerate(fields))


def _with_day_of_result(fields: Sequence[Field | None]) -> Columns:
    """A second column of dates, beside the result, has the day of the result."""
    found = list(fields)
    for place, field in enumerate(fields):
        is_second = field is Field.ISSUED and Field.ISSUED in fields[:place]
        if is_second and fields[place - 1] is Field.RESULT and Field.COMPLETED not in fields:
            found[place] = Field.COMPLETED
    return tuple(found)


def divided(above: Columns, upper: Sequence[str], lower: Sequence[str]) -> Columns:
    """The field of each column under headings of which a row further down divides some.

    ``above``: the fields of the headings ``upper`` alone.
    """
    high = _spread(above, upper, lower)
    low = [_field_of_part(cell) if cell else None for cell in lower]
    fields = [_together(one, other) for one, other in zip_longest(high, low)]
    return _told_from_others(joined_headings(upper, lower), fields)


def _together(high: Field | None, low: Field | None) -> Field | None:
    if low is None or high is None:
        return low or high
    return high if high is Field.STATE else _UNDER.get((high, low), low)


def joined_headings(upper: Sequence[str], lower: Sequence[str]) -> tuple[str, ...]:
    """The headings over each column as one text."""
    high = _spread(upper, upper, lower)
    pairs = zip_longest(high, lower, fillvalue="")
    return tuple(" ".join(filter(None, pair)) for pair in pairs)


Over = TypeVar("Over")


def _spread(over: Sequence[Over], upper: Sequence[str], lower: Sequence[str]) -> list[Over]:
    """What is over each upper heading, repeated over the lower ones that divide it.

    Some programs leave blank cells for the columns that a merged heading covers, others none.
    """
    spans = _spans(lower)
    if len(upper) == len(spans) < len(lower):
        return [one for one, span in zip(over, spans, strict=True) for _ in range(span)]
    spread: list[Over] = []
    for place, cell in enumerate(upper):
        is_covered = not cell and place > 0 and place < len(lower) and lower[place] != ""
        spread.append(spread[-1] if is_covered else over[place])
    return spread


def _spans(lower: Sequence[str]) -> list[int]:
    """How many columns each upper heading covers: neighbours that are divided share one."""
    spans: list[int] = []
    for place, cell in enumerate(lower):
        if cell and place > 0 and lower[place - 1]:
            spans[-1] += 1
        else:
            spans.append(1)
    return spans
