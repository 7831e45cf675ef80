"""The rows that press most, found by an index however large the register is.

Imports only what a quick read may load.
"""

from __future__ import annotations

from tracker.store.judgement import due_column
from tracker.store.standing import CURRENT, PAST, TURNS, day_parameters

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from tracker.store.rows import Reading


def most_pressing(
    reading: Reading,
    *,
    as_of: str,
    deadline_policy: str,
    limit: int,
    texts: Sequence[str] = (),
) -> list[int]:
    """The ids of the first rows in the order of attention: open, with a deadline, led by us.

    They are rows of ``standing``; with ``texts``, those that hold all of these. Fewer than
    ``limit`` means that there are no more of this kind.
    """
    due = due_column(deadline_policy)
    held, parameters = _held(texts)
    holds = "".join(f" AND {condition}" for condition in held)
    # What an index holds of a row is enough to look at the words: few rows are read themselves.
    joined = "CROSS JOIN directive CROSS JOIN" if held else "CROSS JOIN"
    has_words = f"directive.id = near.directive_id{holds} AND " if held else ""
    parts = "\nUNION ALL\n".join(
        f"""SELECT * FROM (
            SELECT near.id, near.due, near.directive_id, standing.instance
            FROM (
                SELECT id, {due} AS due, directive_id FROM standing
                WHERE {part} AND state IN ('in_progress', 'not_started') AND {due} IS NOT NULL
            ) AS near {joined} standing
            WHERE {has_words}standing.id = near.id
                AND standing.is_unclear = 0 AND standing.is_supporting = 0
            ORDER BY near.due, near.directive_id LIMIT :limit) AS part_{number}"""
        for number, part in enumerate((CURRENT, PAST, TURNS))
    )
    sql = f"""
SELECT id, due, directive_id FROM ({parts}) AS open_row
ORDER BY due, directive_id, instance IS NULL, instance LIMIT :limit"""
    rows = reading.rows(sql, {**day_parameters(as_of), **parameters, "limit": limit})
    return [id for id, *_ in rows]


def _held(texts: Sequence[str]) -> tuple[list[str], dict[str, Any]]:
    if not texts:
        return [], {}
    # Late: a first look searches for nothing.
    from tracker.store.searching import holding_words  # noqa: PLC0415

    return holding_words(texts)
