"""The words of the filter grammar, in Vietnamese and in English: keys and closed lists of values.

Written here as they are folded, a hyphen between syllables. When they are read, case, accents and
whatever joins the syllables make no difference; the first of several is the one that is written.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, TypeVar

from tracker.core.directive import Progress, State
from tracker.core.filters import FilterKey, Role
from tracker.core.grounds import OPEN
from tracker.core.row_order import Order
from tracker.core.vietnamese import fold

Words = tuple[str, ...]

_Meaning = TypeVar("_Meaning")

KEYS: Mapping[FilterKey, Words] = {
    FilterKey.PROGRESS: ("tien-do", "td", "progress"),
    FilterKey.STATE: ("tinh-trang", "tt", "state"),
    FilterKey.UNIT: ("don-vi", "dv", "unit"),
    FilterKey.OFFICER: ("nguoi", "nguoi-theo-doi", "nt", "officer"),
    FilterKey.ASSIGNED_BY: ("lanh-dao", "ld", "assigned-by"),
    FilterKey.ROLE: ("vai-tro", "role"),
    FilterKey.DUE: ("han", "thoi-han", "due"),
    FilterKey.DUE_WITHIN: ("han-trong", "due-within"),
    FilterKey.COMPLETED: ("xong", "hoan-thanh", "completed"),
    FilterKey.ISSUED: ("ngay", "issued"),
    FilterKey.ASSIGNED: ("ngay-giao", "assigned"),
    FilterKey.RESULT: ("ket-qua", "kq", "result"),
    FilterKey.SORT: ("xep", "sap-xep", "sort"),
}

PROGRESS: Mapping[frozenset[Progress], Words] = {
    frozenset({Progress.ON_TIME}): ("dung-han", "on-time"),
    frozenset({Progress.LATE}): ("cham", "late"),
    frozenset({Progress.NOT_YET_DUE}): ("chua-den-han", "not-yet-due"),
    frozenset({Progress.OVERDUE}): ("qua-han", "overdue"),
    frozenset({Progress.SUSPENDED}): ("tam-dung", "suspended"),
    frozenset({Progress.WITHDRAWN}): ("thu-hoi", "withdrawn"),
    frozenset({Progress.NEEDS_REVIEW}): ("can-ra-soat", "needs-review"),
}

STATE: Mapping[frozenset[State], Words] = {
    frozenset(OPEN): ("chua-xong", "chua-hoan-thanh", "open"),
    frozenset({State.NOT_STARTED}): ("chua-thuc-hien", "not-started"),
    frozenset({State.IN_PROGRESS}): ("dang-thuc-hien", "in-progress"),
    frozenset({State.DONE}): ("da-thuc-hien", "xong", "da-xong", "hoan-thanh", "done"),
    frozenset({State.SUSPENDED}): ("tam-dung", "suspended"),
    frozenset({State.WITHDRAWN}): ("thu-hoi", "withdrawn"),
}

ROLE: Mapping[Role, Words] = {
    Role.LEAD: ("chu-tri", "lead"),
    Role.SUPPORT: ("phoi-hop", "support"),
    Role.ALL: ("tat-ca", "all"),
}

THERE_IS: Mapping[bool, Words] = {
    False: ("khong", "none"),
    True: ("co", "any"),
}
"""Whether there is a deadline, or a document of the result, at all."""

NOBODY: Words = ("khong", "none")
"""In the place of a name: without a unit, without an officer."""

ORDER: Mapping[Order, Words] = {
    Order.ENTRY: ("vao-so", "entry"),
    Order.DEADLINE: ("han", "thoi-han", "deadline"),
    Order.NUMBER: ("so", "number"),
    Order.ISSUED: ("ngay", "issued"),
    Order.COMPLETED: ("xong", "hoan-thanh", "completed"),
    Order.UNIT: ("don-vi", "dv", "unit"),
    Order.CONTENT: ("noi-dung", "nd", "content"),
    Order.ATTENTION: ("chu-y", "can-chu-y", "attention"),
}

_JOINTS = re.compile(r"[-_\s]+")


def joined(text: str) -> str:
    """What a word of the grammar is looked up by: folded, its syllables run together."""
    return _JOINTS.sub("", fold(text))


def by_spelling(table: Mapping[_Meaning, Words]) -> dict[str, _Meaning]:
    """What each way of writing a word means."""
    return {joined(word): meaning for meaning, words in table.items() for word in words}


def written(table: Mapping[Any, Words], meaning: object) -> str:
    """The word for something."""
    return table[meaning][0]


def choices(table: Mapping[Any, Words]) -> Words:
    """The words there are, one for each meaning."""
    return tuple(words[0] for words in table.values())


def cover(table: Mapping[frozenset[Any], Words], wanted: frozenset[Any]) -> Words:
    """The words that together mean a set; the widest come first in their table."""
    words = []
    for meaning, (word, *_) in table.items():
        if meaning <= wanted:
            words.append(word)
            wanted -= meaning
    return tuple(words)
