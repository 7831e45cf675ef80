"""The judgement of ``core.rules`` in SQL: the only place where SQL decides a progress.

Judgements are made on the *form of facts*: a handful of columns which the tally keeps, and into
which ``FACTS`` brings a row of ``standing``. A property test holds this to ``core.rules``.
"""

from __future__ import annotations

FORM = (
    "state, is_unclear, is_dated, is_completion_known, due_on, working_due_on, is_late, "
    "is_late_working, is_supporting"
)
"""The columns of the form of facts. The due days are those of open rows only."""

FACTS = """
    state, is_unclear,
    CASE WHEN due_on IS NULL THEN 0 ELSE 1 END AS is_dated,
    CASE WHEN completed_on IS NULL THEN 0 ELSE 1 END AS is_completion_known,
    CASE WHEN state IN ('in_progress', 'not_started') THEN due_on END AS due_on,
    CASE WHEN state IN ('in_progress', 'not_started') THEN working_due_on END AS working_due_on,
    CASE WHEN completed_on > due_on THEN 1 ELSE 0 END AS is_late,
    CASE WHEN completed_on > working_due_on THEN 1 ELSE 0 END AS is_late_working,
    is_supporting"""
"""A row of ``standing`` in the form of facts."""

HAS_NO_DEADLINE = "CASE WHEN is_dated = 0 AND is_unclear = 0 THEN 1 ELSE 0 END"

_RULES = (
    ("state = 'withdrawn'", "withdrawn"),
    ("state = 'done' AND (is_completion_known = 0 OR is_unclear = 1)", "needs_review"),
    ("state = 'done' AND {late} = 1", "late"),
    ("state = 'done'", "on_time"),
    ("state = 'suspended'", "suspended"),
    ("is_unclear = 1", "needs_review"),
    ("{due} < :as_of", "overdue"),
    ("1 = 1", "not_yet_due"),
)
"""What makes a progress on the day ``:as_of``; first match wins."""

_GROUPS = (
    ("state = 'withdrawn'", None),
    ("is_supporting = 1", "supporting"),
    ("state = 'done'", "done"),
    ("state = 'not_started'", "not_started"),
    ("1 = 1", "in_progress"),
)
"""What makes a part of the appendix, or keeps out of every part; first match wins."""


def due_column(deadline_policy: str) -> str:
    """The column that holds the last day in time under a policy."""
    return "working_due_on" if deadline_policy == "next_working_day" else "due_on"


def progress_sql(deadline_policy: str) -> str:
    """The progress, as a word."""
    words = "".join(f" WHEN {condition} THEN '{word}'" for condition, word in _RULES)
    return _under(deadline_policy, f"CASE{words} END")


def due_soon_sql(deadline_policy: str) -> str:
    """1 where a row is open, not yet due, and due on or before ``:due_soon_until``."""
    need = due_soon_hint(deadline_policy)
    return f"CASE WHEN {need} AND is_unclear = 0 THEN 1 ELSE 0 END"


def verdict_sql(deadline_policy: str) -> str:
    """Everything that is counted, as one number: a database groups by one much faster.

    Its digits are the rule, the part of the appendix, and the two marks.
    """
    rule = _place([condition for condition, _ in _RULES])
    group = _place([condition for condition, _ in _GROUPS])
    verdict = f"{rule} + 10 * {group} + 100 * {HAS_NO_DEADLINE} + 200 * "
    return _under(deadline_policy, verdict) + due_soon_sql(deadline_policy)


def read_verdict(verdict: int) -> tuple[str | None, str, bool, bool]:
    """Group, progress, whether due soon, and whether without a deadline."""
    marks, digits = divmod(verdict, 100)
    group, rule = divmod(digits, 10)
    return _GROUPS[group][1], _RULES[rule][1], marks >= 2, marks % 2 == 1


def _place(conditions: list[str]) -> str:
    """The place of the first condition that holds."""
    places = "".join(f" WHEN {each} THEN {place}" for place, each in enumerate(conditions))
    return f"CASE{places} END"


def _under(deadline_policy: str, sql: str) -> str:
    """Put the columns of a policy in their places."""
    is_working = deadline_policy == "next_working_day"
    return sql.format(
        due=due_column(deadline_policy), late="is_late_working" if is_working else "is_late"
    )


_OPEN = "state IN ('in_progress', 'not_started')"

_NEEDS = {
    "overdue": f"{_OPEN} AND {{due}} < :as_of",
    "not_yet_due": _OPEN,
    "on_time": "state = 'done'",
    "late": "state = 'done'",
    "suspended": "state = 'suspended'",
    "withdrawn": "state = 'withdrawn'",
}


def hint(progress: frozenset[str], deadline_policy: str) -> str:
    """What a row of ``standing`` must be to have such a progress, said so that an index serves.

    Necessary, not sufficient: the judgement itself is ``progress_sql``. Empty where nothing
    simple can be said.
    """
    needs = {_NEEDS.get(word, "") for word in progress}
    return _under(deadline_policy, needs.pop()) if len(needs) == 1 else ""


def due_soon_hint(deadline_policy: str) -> str:
    """The same for what is due on or before ``:due_soon_until``."""
    soon = f"{_OPEN} AND {{due}} >= :as_of AND {{due}} <= :due_soon_until"
    return _under(deadline_policy, soon)
