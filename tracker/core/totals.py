"""Counts that add up: the numbers of the status, the summary and the group headers.

Plain classes and plain strings, because the quick status command must start without
``dataclasses``; the strings are the values of ``Progress`` and ``Group``.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

SCHEMA_VERSION = 1
"""Of everything written as JSON: raised when a key changes its meaning or goes."""

GROUPS = ("done", "in_progress", "not_started")
"""The parts of the appendix, in its order."""

SUPPORTING = "supporting"
"""The group of what the office only supports, outside its totals."""

_FIELDS = {
    "done": {"on_time": "on_time", "late": "late", "needs_review": "needs_review"},
    "in_progress": {
        "not_yet_due": "in_time",
        "overdue": "overdue",
        "suspended": "suspended",
        "needs_review": "needs_review",
    },
}
_FIELDS["not_started"] = _FIELDS["in_progress"]


class Count:
    """How many rows share a group, a progress and two marks.

    ``group`` is None for what was withdrawn, and ``SUPPORTING`` for what others lead: both stand
    beside the total.
    """

    __slots__ = ("group", "has_no_deadline", "is_due_soon", "number", "progress")

    def __init__(
        self,
        group: str | None,
        progress: str,
        *,
        is_due_soon: bool,
        has_no_deadline: bool,
        number: int,
    ) -> None:
        self.group = group
        self.progress = progress
        self.is_due_soon = is_due_soon
        self.has_no_deadline = has_no_deadline
        self.number = number


class TotalsDoNotAddUp(AssertionError):
    """An invariant of the totals is broken: a defect, never the user's fault."""


class Totals:
    """The whole of a status or an appendix in numbers."""

    __slots__ = ("due_soon", "groups", "no_deadline", "supporting", "total", "withdrawn")

    def __init__(self) -> None:
        self.total = 0
        self.groups: dict[str, dict[str, int]] = {
            group: {"total": 0, **dict.fromkeys(_FIELDS[group].values(), 0)} for group in GROUPS
        }
        self.due_soon = 0
        self.no_deadline = 0
        self.withdrawn = 0
        self.supporting = 0

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Totals) and self.as_dict() == other.as_dict()

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        return f"Totals({self.as_dict()!r})"

    @property
    def overdue(self) -> int:
        """Open after the deadline, in groups II and III together."""
        return self.groups["in_progress"]["overdue"] + self.groups["not_started"]["overdue"]

    @property
    def needs_review(self) -> int:
        """Rows whose facts do not allow a judgement."""
        return sum(self.groups[group]["needs_review"] for group in GROUPS)

    @property
    def is_all_in_time(self) -> bool:
        """Whether "đầy đủ, đúng thời gian" may be claimed."""
        trouble = self.groups["done"]["late"] + self.overdue + self.needs_review
        return self.total > 0 and trouble == 0

    def as_dict(self) -> dict[str, int | dict[str, int]]:
        """The stable English form printed by ``status --json``."""
        return {
            "total": self.total,
            **{group: dict(self.groups[group]) for group in GROUPS},
            "overdue": self.overdue,
            "due_soon": self.due_soon,
            "no_deadline": self.no_deadline,
            "withdrawn": self.withdrawn,
            "supporting": self.supporting,
            "needs_review": self.needs_review,
        }


def add_up(counts: Iterable[Count]) -> Totals:
    """Sum counts and prove that they add up."""
    totals = Totals()
    for count in counts:
        _add(totals, count)
    _assert_adds_up(totals)
    return totals


def _add(totals: Totals, count: Count) -> None:
    if count.group is None:
        totals.withdrawn += count.number
        return
    if count.group == SUPPORTING:
        totals.supporting += count.number
        return
    totals.total += count.number
    group = totals.groups[count.group]
    group["total"] += count.number
    group[_FIELDS[count.group][count.progress]] += count.number
    totals.due_soon += count.number * count.is_due_soon
    totals.no_deadline += count.number * count.has_no_deadline


def sums(totals: Totals) -> list[tuple[str, int, dict[str, int]]]:
    """Each number that is a sum, by its name, with what it is the sum of.

    The first is the total, which the groups come to; then each group, which its parts come to.
    """
    found = [("total", totals.total, {group: totals.groups[group]["total"] for group in GROUPS})]
    for group in GROUPS:
        parts = dict(totals.groups[group])
        found.append((group, parts.pop("total"), parts))
    return found


def _assert_adds_up(totals: Totals) -> None:
    for name, whole, parts in sums(totals):
        if whole != sum(parts.values()):
            raise TotalsDoNotAddUp(f"{name} is not the sum of its parts")
        if min(parts.values()) < 0:
            raise TotalsDoNotAddUp("a count is negative")
