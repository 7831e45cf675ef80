"""The numbers of an overview, counted by the database for any day.

Judged by ``judgement``, as every count is; what the office only supports is left out.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from tracker.core.age_bands import AGE_BANDS, OPEN_BANDS, AgeBand
from tracker.core.directive import Progress
from tracker.core.overview_counts import CompletedCount, OverdueCount, OverviewCounts
from tracker.core.overview_frame import Frame
from tracker.core.rules import Policy
from tracker.store.counting import TALLIED
from tracker.store.judgement import FACTS, HAS_NO_DEADLINE, due_column, hint, progress_sql
from tracker.store.rows import Reading
from tracker.store.standing import day_parameters, holding, holding_since


def count_overview(reading: Reading, frame: Frame, policy: Policy) -> OverviewCounts:
    """Count the rows that hold on the day of a frame, in the groups an overview is made of."""
    asked = _Asked(reading, frame, policy.deadline_policy.value)
    return OverviewCounts(
        completed=asked.completed(),
        undated_completions=asked.undated_completions(),
        missed=asked.missed(),
        overdue=asked.overdue(),
        without_deadline=asked.without_deadline(),
        due=asked.due(),
    )


class _Asked:
    """A register, asked about one day under one policy."""

    def __init__(self, reading: Reading, frame: Frame, policy: str) -> None:
        self._reading = reading
        self._frame = frame
        self._policy = policy
        self._due = due_column(policy)
        self._progress = progress_sql(policy)
        self._parameters = day_parameters(frame.as_of.isoformat())

    def completed(self) -> tuple[CompletedCount, ...]:
        """What was completed in the months, by day, judgement, and whether it had a deadline."""
        # A completion counts from its day on, never from before it: that spares all older rows.
        needs = "state = 'done' AND since >= :first AND completed_on >= :first"
        rows = holding(f"completed_on AS done_on, {FACTS}", needs)
        found = self._reading.rows(
            f"""
SELECT done_on, {self._progress} AS progress, is_dated, count(*)
FROM ({rows}) AS facts WHERE is_supporting = 0
GROUP BY 1, 2, 3""",
            {**self._parameters, "first": self._frame.months[0].first.isoformat()},
        )
        return tuple(
            CompletedCount(
                completed_on=date.fromisoformat(day),
                progress=Progress(progress),
                has_deadline=bool(is_dated),
                number=number,
            )
            for day, progress, is_dated, number in found
        )

    def undated_completions(self) -> int:
        """What was done on a day nobody knows."""
        found = self._reading.rows(
            f"""
SELECT CAST(coalesce(sum(number), 0) AS INTEGER) FROM ({TALLIED}) AS facts
WHERE state = 'done' AND is_completion_known = 0 AND is_supporting = 0""",
            self._parameters,
        )
        return sum(number for (number,) in found)

    def missed(self) -> dict[int, int]:
        """What fell due in each month, its day over, and was open at the end of it."""
        months = self._frame.months
        needs = (
            f"{hint(frozenset({'overdue'}), self._policy)} AND {self._due} >= :first"
            f" AND (until IS NULL OR until > {self._due})"
        )
        rows = holding_since(f"{self._due} AS last_day, since, until, {FACTS}", needs)
        found = self._reading.rows(
            f"""
SELECT {_month_missed(len(months))} AS month, count(*)
FROM ({rows}) AS facts WHERE is_supporting = 0 AND {self._progress} = 'overdue'
GROUP BY 1""",
            {
                **self._parameters,
                "first": months[0].first.isoformat(),
                "held_from": months[0].last.isoformat(),
                **{f"last_{place}": one.last.isoformat() for place, one in enumerate(months)},
            },
        )
        return {month: number for month, number in found if month is not None}

    def overdue(self) -> tuple[OverdueCount, ...]:
        """What is overdue, by division and age."""
        needs = hint(frozenset({"overdue"}), self._policy)
        rows = holding(f"directive_id, {self._due} AS last_day, {FACTS}", needs)
        found = self._reading.rows(
            f"""
SELECT unit, {_band("last_day", AGE_BANDS)} AS band, count(*), min(last_day)
FROM (SELECT directive_id, last_day FROM ({rows}) AS facts
    WHERE is_supporting = 0 AND {self._progress} = 'overdue') AS row
JOIN directive ON directive.id = directive_id
GROUP BY 1, 2""",
            {**self._parameters, **self._band_parameters(AGE_BANDS)},
        )
        return tuple(
            OverdueCount(
                unit=unit, band=band, number=number, earliest_due_on=date.fromisoformat(earliest)
            )
            for unit, band, number, earliest in found
        )

    def without_deadline(self) -> dict[int, int]:
        """What is open and has no deadline, by age."""
        needs = f"{hint(frozenset({'not_yet_due'}), self._policy)} AND {self._due} IS NULL"
        rows = holding(f"directive_id, {FACTS}", needs)
        found = self._reading.rows(
            f"""
SELECT {_band("assigned_on", OPEN_BANDS)} AS band, count(*)
FROM (SELECT directive_id FROM ({rows}) AS facts
    WHERE is_supporting = 0 AND {self._progress} = 'not_yet_due'
        AND {HAS_NO_DEADLINE} = 1) AS row
JOIN directive ON directive.id = directive_id
GROUP BY 1""",
            {**self._parameters, **self._band_parameters(OPEN_BANDS)},
        )
        return dict(found)

    def due(self) -> dict[date, int]:
        """What is open and not yet due, by its last day."""
        found = self._reading.rows(
            f"""
SELECT {self._due} AS last_day, CAST(sum(number) AS INTEGER)
FROM ({TALLIED}) AS facts
WHERE is_supporting = 0 AND {self._due} <= :due_until AND {self._progress} = 'not_yet_due'
GROUP BY 1""",
            {**self._parameters, "due_until": self._frame.weeks[-1].last.isoformat()},
        )
        return {date.fromisoformat(day): number for day, number in found if number}

    def _band_parameters(self, bands: Sequence[AgeBand]) -> dict[str, str]:
        """The latest day in each band but the last, which takes all the rest."""
        return {
            f"band_{place}": (self._frame.as_of - timedelta(days=band.least)).isoformat()
            for place, band in enumerate(bands[:-1])
        }


def _month_missed(months: int) -> str:
    """The place of the month a row fell due in, where it held at the end of that month."""
    places = "".join(
        f" WHEN last_day <= :last_{place} THEN CASE WHEN since <= :last_{place}"
        f" AND (until IS NULL OR until > :last_{place}) THEN {place} END"
        for place in range(months)
    )
    return f"CASE{places} END"


def _band(day: str, bands: Sequence[AgeBand]) -> str:
    """The place of the band a day is in; the bands go from the oldest to the newest."""
    *older, _ = range(len(bands))
    places = "".join(f" WHEN {day} <= :band_{place} THEN {place}" for place in older)
    return f"CASE{places} ELSE {len(older)} END"
