"""One directive whole, beside or below the table."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple

from tracker.wording.history import history_lines
from tracker.wording.secrecy import SECRET_CONTENT
from tracker.wording.views import (
    assignment_fields,
    standing_fields,
    turn_title,
    whole_title,
)

HIDDEN_SECRET = f"{SECRET_CONTENT} bấm Enter để xem"


class Line(NamedTuple):
    """A paragraph of the pane."""

    text: str
    role: str = "plain"
    """``title``, ``label`` or ``plain``."""


NOTHING = (Line("Chưa chọn nhiệm vụ nào."),)
"""What stands there while no row is under the cursor."""


def pane_lines(whole: Any, as_of: date) -> Iterator[Line]:
    """What was assigned first, then how it stands, then what happened to it.

    A secret directive keeps its content to itself until it is opened.
    """
    is_hidden = whole.rows[0].is_secret
    yield from standing_part(whole, as_of, is_hidden=is_hidden)
    if not is_hidden:
        title, *entries = history_lines(whole.entries, is_brief=True)
        yield Line(title, "title")
        for entry in entries:
            yield Line(entry.strip())


def standing_part(whole: Any, as_of: date, *, is_hidden: bool) -> Iterator[Line]:
    """The letter and how it stands on the day, each turn of a recurring one by itself."""
    first = whole.rows[0]
    yield Line(whole_title(first), "title")
    yield Line(HIDDEN_SECRET if is_hidden else first.content)
    for row in whole.rows:
        if title := turn_title(row):
            yield Line(title, "title")
        yield from _fields(standing_fields(row, as_of), is_hidden=is_hidden)
    yield from _fields(assignment_fields(first)[1:], is_hidden=is_hidden)


_SECRET_FIELDS = ("Kết quả", "Tình hình")


def _fields(fields: list[tuple[str, str]], *, is_hidden: bool) -> Iterator[Line]:
    for label, text in fields:
        if not (is_hidden and label in _SECRET_FIELDS):
            yield Line(f"{label}: {text}", "label")
