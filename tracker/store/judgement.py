"""The judgement of ``core.rules`` in SQL: the only place where SQL decides a progress.

Judgements are made on the *form of facts*: a handful of columns which the tally keeps, and into
which ``FACTS`` brings a row of ``standing``. A property test holds this to ``core.rules``.
"""

from __future__ import annotations

FORM = (
    "state, is_unclear, is_dated, is_completion_known, due_on, working_due_on, is_late, "
    "is_late_working"
)
"""The columns of the form of facts. The due days are those of open rows only."""

FACTS = """
    state, is_unclear,
    CASE WHEN due_on IS NULL THEN 0 ELSE 1 END AS is_dated,
    CASE WHEN completed_on IS NULL THEN 0 ELSE 1 END AS is_completion_known,
    CASE WHEN state IN ('in_progress', 'not_started') THEN due_on END AS due_on,
    CASE WHEN state IN ('in_progress', 'not_started') THEN working_due_on END AS working_due_on,
    CASE WHEN completed_on > due_on THEN 1 ELSE 0 END AS is_late,
    CASE WHEN completed_on > working_due_on THEN 1 ELSE 0 END AS is_late_working"""
"""A row of ``standing`` in the form of facts."""

GROUP = """CASE
    WHEN state = 'withdrawn' THEN NULL
    WHEN state = 'suspended' THEN 'in_progress'
    ELSE state END"""
"""The part of the appendix."""

HAS_NO_DEADLINE = "CASE WHEN is_dated = 0 AND is_unclear = 0 THEN 1 ELSE 0 END"


def due_column(deadline_policy: str) -> str:
    """The column that holds the last day in time under a policy."""
    return "working_due_on" if deadline_policy == "next_working_day" else "due_on"


def progress_sql(deadline_policy: str) -> str:
    """The progress on the day ``:as_of``; first match wins."""
    late = "is_late_working" if deadline_policy == "next_working_day" else "is_late"
    return f"""CASE
    WHEN state = 'withdrawn' THEN 'withdrawn'
    WHEN state = 'done' AND (is_completion_known = 0 OR is_unclear = 1) THEN 'needs_review'
    WHEN state = 'done' AND {late} = 1 THEN 'late'
    WHEN state = 'done' THEN 'on_time'
    WHEN state = 'suspended' THEN 'suspended'
    WHEN is_unclear = 1 THEN 'needs_review'
    WHEN {due_column(deadline_policy)} < :as_of THEN 'overdue'
    ELSE 'not_yet_due' END"""


def due_soon_sql(deadline_policy: str) -> str:
    """1 where a row is open, not yet due, and due on or before ``:due_soon_until``."""
    due = due_column(deadline_policy)
    return f"""CASE
    WHEN state IN ('in_progress', 'not_started') AND is_unclear = 0
        AND {due} >= :as_of AND {due} <= :due_soon_until THEN 1
    ELSE 0 END"""


_OPEN = "state IN ('in_progress', 'not_started')"

_NEEDS = {
    "overdue": _OPEN + " AND {due} < :as_of",
    "not_yet_due": _OPEN,
    "on_time": "state = 'done'",
    "late": "state = 'done'",
    "suspended": "state = 'suspended'",
    "withdrawn": "state = 'withdrawn'",
}


def hint(progress: frozenset[str], deadline_policy: str) -> str:
    """What a row of ``standing`` must be to have such a progress, said so that an index serves.

    Necessary, not sufficient: the judgement itself is ``progress_sql``.
    """
    needs = {_NEEDS.get(word) for word in progress}
    need = needs.pop() if len(needs) == 1 else None
    return need.format(due=due_column(deadline_policy)) if need else "1 = 1"
