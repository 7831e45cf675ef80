"""What differs between a report as it was issued and the same report as it would be now."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from tracker.core.assessed import AssessedDirective, RowKey
from tracker.core.directive import Citation
from tracker.core.membership import Membership
from tracker.core.report import Judged

Value = str | int | bool | date | Citation | tuple[str, ...] | None


class DifferenceKind(StrEnum):
    """What became of a row."""

    CHANGED = "changed"
    ADDED = "added"
    """Not in the report when it was issued (or not even known), and in it now."""
    GONE = "gone"
    """In the report when it was issued, and not in it now."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldDifference:
    """A field of a row, as it was and as it is."""

    field: str
    """The stable English name, as in ``FIELDS``."""
    old: Value
    new: Value


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One row that is not what it was."""

    kind: DifferenceKind
    before: Judged | None
    """None where the report did not know it, or knew that an earlier one had it."""
    after: Judged | None
    """None where it is no longer known on the day of the report."""
    fields: tuple[FieldDifference, ...]
    """What differs where both are known, the reason to be in the report or out of it included."""

    @property
    def row(self) -> AssessedDirective:
        """The row to name it by: the latest known."""
        judged = self.after or self.before
        if judged is None:
            raise ValueError("a difference has two sides, and one of them is known")
        return judged[0]


_FIELDS: Mapping[str, Callable[[AssessedDirective], Value]] = {
    "document_number": lambda row: row.document.number,
    "issued_on": lambda row: row.document.issued_on,
    "assigned_on": lambda row: row.assigned_on,
    "content": lambda row: row.content,
    "assigned_deadline": lambda row: row.assigned_deadline.text,
    "deadline": lambda row: row.facts.deadline.text,
    "instance": lambda row: row.facts.instance,
    "effective_deadline": lambda row: row.assessment.effective_due_on,
    "extension_count": lambda row: row.facts.extension_count,
    "extended_by": lambda row: row.facts.extended_by,
    "group": lambda row: row.assessment.group,
    "state": lambda row: row.facts.state,
    "progress": lambda row: row.assessment.progress,
    "days_late": lambda row: row.assessment.days_late,
    "completed_on": lambda row: row.facts.completed_on,
    "result": lambda row: row.facts.result_text,
    "note": lambda row: row.latest_note,
    "issuing_body": lambda row: row.issuing_body,
    "unit": lambda row: row.unit,
    "supporting_units": lambda row: row.supporting_units,
    "officer": lambda row: row.officer,
    "assigned_by": lambda row: row.assigned_by,
    "is_pinned": lambda row: row.is_pinned,
    "is_supporting": lambda row: row.is_supporting,
    "is_secret": lambda row: row.is_secret,
}

FIELDS = (*_FIELDS, "membership")
"""Everything of a row that a layout may show, and why the row is there."""

_COUNTED_BESIDE = (Membership.WITHDRAWN, Membership.SUPPORTING)
"""Left out, and yet a number of the report."""


def differences(before: Iterable[Judged], after: Iterable[Judged]) -> tuple[Difference, ...]:
    """Compare a report as issued with the same one now, by directive.

    Both sides hold those left out too: what was left out and still is counts only where a
    number beside the total changes by it.
    """
    pairs = _paired(tuple(before), tuple(after))
    found = (_difference(old, new) for old, new in pairs)
    known = [difference for difference in found if difference is not None]
    return tuple(sorted(known, key=lambda it: (it.row.id, it.row.facts.instance or date.min)))


_Pair = tuple[Judged | None, Judged | None]


def _paired(before: tuple[Judged, ...], after: tuple[Judged, ...]) -> list[_Pair]:
    """Each row beside what it was: by directive and turn, then by the month of the turn, since
    the due day within it may have been put right."""
    pairs: list[_Pair] = []
    without: list[Judged] = list(before)
    rest: list[Judged] = list(after)
    for name in (_exactly, _by_month):
        named = {name(judged): judged for judged in rest}
        found = [(old, named.pop(name(old), None)) for old in without]
        pairs += [(old, new) for old, new in found if new is not None]
        without = [old for old, new in found if new is None]
        taken = {id(new) for _, new in found}
        rest = [judged for judged in rest if id(judged) not in taken]
    return [*pairs, *((old, None) for old in without), *((None, new) for new in rest)]


def _exactly(judged: Judged) -> RowKey:
    row, _ = judged
    return row.key


def _by_month(judged: Judged) -> RowKey:
    row, _ = judged
    instance = row.facts.instance
    return row.id, None if instance is None else instance.replace(day=1)


def _difference(old: Judged | None, new: Judged | None) -> Difference | None:
    fields = () if old is None or new is None else _field_differences(old, new)
    kind = _kind(old, new)
    if kind is None or (kind is DifferenceKind.CHANGED and not fields):
        return None
    return Difference(kind=kind, before=old, after=new, fields=fields)


def _kind(old: Judged | None, new: Judged | None) -> DifferenceKind | None:
    was_in, is_in = _is_included(old), _is_included(new)
    if not was_in and not is_in and _number_beside(old) == _number_beside(new):
        return None
    if was_in and is_in:
        return DifferenceKind.CHANGED
    if is_in or old is None:
        return DifferenceKind.ADDED
    if was_in or new is None:
        return DifferenceKind.GONE
    return DifferenceKind.CHANGED


def _is_included(judged: Judged | None) -> bool:
    return judged is not None and judged[1].is_included


def _number_beside(judged: Judged | None) -> Membership | None:
    """Which number beside the total a row that is left out is counted in."""
    return judged[1] if judged is not None and judged[1] in _COUNTED_BESIDE else None


def _field_differences(old: Judged, new: Judged) -> tuple[FieldDifference, ...]:
    values = (
        *((name, of(old[0]), of(new[0])) for name, of in _FIELDS.items()),
        ("membership", old[1], new[1]),
    )
    return tuple(
        FieldDifference(field=name, old=was, new=now) for name, was, now in values if was != now
    )
