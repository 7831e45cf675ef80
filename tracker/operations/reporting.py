"""The report on a period: who is in it, as of which day, and its file."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from tracker.core.assessed import AssessedDirective
from tracker.core.dates import parse_date
from tracker.core.errors import UsageError
from tracker.core.membership import Membership, ReportedSoFar, matched, membership
from tracker.core.periods import ReportingPeriod
from tracker.core.report import ReportContents, report_contents
from tracker.core.rules import Policy
from tracker.operations.desk import Desk
from tracker.reports.files import write_atomically
from tracker.store.listing import assessed
from tracker.store.reading import open_reading
from tracker.store.rows import Reading
from tracker.store.selection import Selection


class PeriodNotBegun(UsageError):
    """A report was asked for on a period that lies ahead of the day it is looked at from."""

    def __init__(self, *, starts_on: date, today: date) -> None:
        super().__init__(starts_on, today)
        self.starts_on = starts_on
        self.today = today


def gather(
    desk: Desk,
    period: ReportingPeriod,
    *,
    as_of: date,
    reported: ReportedSoFar,
    with_supporting: bool = False,
) -> ReportContents:
    """Everything a report on the period says, as of a day."""
    with open_reading(desk.location) as reading:
        return gather_from(
            reading,
            policy=desk.policy,
            period=period,
            as_of=as_of,
            reported=reported,
            with_supporting=with_supporting,
        )


def gather_from(  # noqa: PLR0913 - each is asked for by itself
    reading: Reading,
    *,
    policy: Policy,
    period: ReportingPeriod,
    as_of: date,
    reported: ReportedSoFar,
    with_supporting: bool = False,
) -> ReportContents:
    """The same from a register that is open already."""
    rows = assessed(reading, as_of=as_of, policy=policy, selection=Selection())
    known = matched(reported, rows)

    def why(row: AssessedDirective) -> Membership:
        return membership(
            row,
            period_starts_on=period.starts_on,
            reported=known,
            with_supporting=with_supporting,
        )

    return report_contents(period, as_of, judged=((row, why(row)) for row in rows))


def usual_as_of(period: ReportingPeriod, today: date) -> date:
    """The period's last day; today while that has not come; else ``PeriodNotBegun``."""
    if today < period.starts_on:
        raise PeriodNotBegun(starts_on=period.starts_on, today=today)
    return min(period.ends_on, today)


def asked_as_of(period: ReportingPeriod, said: str | None, *, today: date) -> date:
    """The day to look from: the one typed, else the usual one; else ``PeriodNotBegun``."""
    usual = usual_as_of(period, today)
    as_of = usual if said is None else parse_date(said, today=today)
    if as_of < period.starts_on:
        raise PeriodNotBegun(starts_on=period.starts_on, today=as_of)
    return as_of


def write_report(path: Path, content: bytes) -> Path:
    """Put a finished report in its place, whole or not at all."""
    write_atomically(path, content)
    return path
