"""The numbers of a status, counted by the database for any day.

Imports only what a quick read may load.
"""

from __future__ import annotations

from tracker.core.totals import Count
from tracker.store.judgement import FACTS, FORM, read_verdict, verdict_sql
from tracker.store.standing import PAST, TURNS, day_parameters

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tracker.store.rows import Reading

TALLIED = f"""
    SELECT {FORM}, number FROM standing_tally
    UNION ALL SELECT {FACTS}, -1 FROM standing WHERE until IS NULL AND since > :as_of
    UNION ALL SELECT {FACTS}, 1 FROM standing WHERE {PAST}
    UNION ALL SELECT {FACTS}, 1 FROM standing WHERE {TURNS}"""
"""The facts that hold on a day, each line with the ``number`` of rows it adds or takes away.

The tally holds what is true from now on. What begins only after the day is taken away from it,
and what held on the day but has been replaced since is added: both are few when the day is today.
"""


def count_register(
    reading: Reading, *, as_of: str, deadline_policy: str, due_soon_until: str
) -> list[Count]:
    """Count the rows that hold on a day by group, progress and marks."""
    sql = f"""
SELECT {verdict_sql(deadline_policy)} AS verdict, CAST(sum(number) AS INTEGER)
FROM ({TALLIED}) AS facts
GROUP BY 1"""
    parameters = {**day_parameters(as_of), "due_soon_until": due_soon_until}
    rows = reading.rows(sql, parameters)
    return [_count(verdict, number) for verdict, number in rows if number]


def _count(verdict: int, number: int) -> Count:
    group, progress, is_due_soon, has_no_deadline = read_verdict(verdict)
    return Count(
        group,
        progress,
        is_due_soon=is_due_soon,
        has_no_deadline=has_no_deadline,
        number=number,
    )
