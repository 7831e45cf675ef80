"""A form that was open while somebody else saved: what it showed, and what stands now."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from tracker.core.assessed import AssessedDirective
from tracker.operations.desk import Desk
from tracker.store.listing import assessed
from tracker.store.reading import open_reading
from tracker.store.selection import Selection
from tracker.store.who_changed import ChangedBy, changed_since


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldValues:
    """What a field of a form held when it was opened, and what the register holds now."""

    field: str
    """By its name in ``Correction``."""
    opened: object
    now: object
    """The same as opened where the directive is gone."""

    @property
    def is_changed(self) -> bool:
        """Whether saving what was opened would overwrite what somebody else has entered."""
        return self.opened != self.now


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """What has become of a directive since a form about it was opened."""

    opened: AssessedDirective
    now: AssessedDirective | None
    """What the form would show if it were opened now; None where the directive is gone. Of a
    recurring directive the same turn, or another where there is none of it any more."""
    changes: tuple[ChangedBy, ...]
    """Who did what since, the earliest first; empty where nothing was changed."""
    fields: tuple[FieldValues, ...]
    """Every field that can be edited, in the order of the form."""

    @property
    def changed_fields(self) -> tuple[FieldValues, ...]:
        """Those that somebody else has changed."""
        return tuple(one for one in self.fields if one.is_changed)


_FIELDS: Mapping[str, Callable[[AssessedDirective], object]] = {
    "number": lambda row: row.document.number,
    "issued": lambda row: row.document.issued_on,
    "content": lambda row: row.content,
    "deadline": lambda row: row.assigned_deadline.text,
    "assigned": lambda row: row.assigned_on,
    "issuing_body": lambda row: row.issuing_body,
    "unit": lambda row: row.unit,
    "supporting_units": lambda row: row.supporting_units,
    "officer": lambda row: row.officer,
    "assigned_by": lambda row: row.assigned_by,
    "is_pinned": lambda row: row.is_pinned,
    "is_supporting": lambda row: row.is_supporting,
    "is_secret": lambda row: row.is_secret,
}

_OF_COMPLETION: Mapping[str, Callable[[AssessedDirective], object]] = {
    "completed_on": lambda row: row.facts.completed_on,
    "result": lambda row: row.facts.result_text,
}
"""What each turn of a recurring directive has of its own."""


def what_changed(desk: Desk, opened: AssessedDirective) -> Conflict:
    """Compare the row a form was filled from with what the register says of it today."""
    with open_reading(desk.location) as reading:
        selection = Selection(ids=frozenset({opened.id}))
        rows = assessed(reading, as_of=desk.today, policy=desk.policy, selection=selection)
        changes = changed_since(reading, opened.id, opened.version)
    of_turn = next((row for row in rows if row.key == opened.key), None)
    now = of_turn or next(iter(rows), None)
    fields = (
        *_compared(_FIELDS, opened, now or opened),
        *_compared(_OF_COMPLETION, opened, of_turn or opened),
    )
    return Conflict(opened=opened, now=now, changes=changes, fields=fields)


def _compared(
    fields: Mapping[str, Callable[[AssessedDirective], object]],
    opened: AssessedDirective,
    now: AssessedDirective,
) -> Iterator[FieldValues]:
    for field, value in fields.items():
        yield FieldValues(field=field, opened=value(opened), now=value(now))
