"""The numbers of a status, counted by the database for any day.

Imports only what a quick read may load.
"""

from __future__ import annotations

from tracker.core.totals import Count
from tracker.store.judgement import (
    FACTS,
    FORM,
    GROUP,
    HAS_NO_DEADLINE,
    due_soon_sql,
    progress_sql,
)
from tracker.store.standing import PAST, TURNS, day_parameters

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tracker.store.rows import Reading


def count_register(
    reading: Reading, *, as_of: str, deadline_policy: str, due_soon_until: str
) -> list[Count]:
    """Count the rows that hold on a day by group, progress and marks.

    The tally holds what is true from now on. What begins only after the day is taken away
    from it, and what held on the day but has been replaced since is added: both are few when
    the day is today.
    """
    sql = f"""
SELECT {GROUP} AS part, {progress_sql(deadline_policy)} AS progress,
    {due_soon_sql(deadline_policy)} AS is_due_soon, {HAS_NO_DEADLINE} AS has_no_deadline,
    CAST(sum(number) AS INTEGER)
FROM (
    SELECT {FORM}, number FROM standing_tally
    UNION ALL SELECT {FACTS}, -1 FROM standing WHERE until IS NULL AND since > :as_of
    UNION ALL SELECT {FACTS}, 1 FROM standing WHERE {PAST}
    UNION ALL SELECT {FACTS}, 1 FROM standing WHERE {TURNS}
) AS facts
GROUP BY 1, 2, 3, 4"""
    parameters = {**day_parameters(as_of), "due_soon_until": due_soon_until}
    return [
        Count(
            group,
            progress,
            is_due_soon=bool(is_due_soon),
            has_no_deadline=bool(has_no_deadline),
            number=number,
        )
        for group, progress, is_due_soon, has_no_deadline, number in reading.rows(sql, parameters)
        if number
    ]
