"""Which period a list is of, and until which day it goes, as far as the titles above it tell."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from functools import partial

from tracker.core.dates import UnreadableDate, parse_calendar_date
from tracker.core.periods import CutOff, ReportingPeriod, UnreadablePeriod, parse_period
from tracker.core.vietnamese import fold
from tracker.intake.drafts import RowKind, TableReading

_LONGEST = 400

_DAY = (
    r"(?:het )?(?:ngay )?([0-9]{1,2} ?[/.-] ?[0-9]{1,2} ?[/.-] ?[0-9]{4}"
    r"|[0-9]{1,2} thang [0-9]{1,2},? nam [0-9]{4})"
)
_YEAR = r"(?: ?[/-] ?|,? nam | )[0-9]{4}\b"
_PERIOD = re.compile(
    # The month of a day, written out or left blank, is no period.
    rf"(?<![0-9.…_)] )(?<!ngay )\bthang [0-9]{{1,2}}{_YEAR}"
    rf"|\bquy (?:[1-4]|i{{1,3}}|iv){_YEAR}"
    rf"|\b[69] thang(?: dau| cuoi)?(?: nam)?{_YEAR}"
)
_AS_OF = re.compile(rf"\b(?:tinh|cap nhat|so lieu|tu {_DAY}) den {_DAY}")
_SENT_WITH = re.compile(rf"\bkem theo .*? ngay {_DAY}")


@dataclass(frozen=True, slots=True, kw_only=True)
class ListTimes:
    """What a list says of its own time."""

    period: ReportingPeriod | None = None
    """None where it names none, or several."""
    as_of: date | None = None
    """The day until which it goes, where it says so itself."""
    sent_on: date | None = None
    """The date of the letter that it goes with."""

    def day(self, *, today: date) -> date | None:
        """The last day that it can tell of for certain; None where that is not known.

        A period that still runs leaves it open; the letter may be of before its end.
        """
        last = self.as_of or (None if self.period is None else self.period.ends_on)
        if last is not None and self.sent_on is not None:
            last = min(last, self.sent_on)
        return None if last is None or last > today else last


NOT_TOLD = ListTimes()


def list_times(reading: TableReading, *, cut_off: CutOff) -> ListTimes:
    """The times in the texts that stand above the first row of a table."""
    titles = [fold(text)[:_LONGEST] for text in _titles(reading)]
    named = (match[0] for title in titles for match in _PERIOD.finditer(title))
    periods = {period for text in named for period in _read(text, cut_off)}
    days_of = partial(_days, titles)
    return ListTimes(
        period=periods.pop() if len(periods) == 1 else None,
        as_of=max(days_of(_AS_OF), default=None),
        sent_on=max(days_of(_SENT_WITH), default=None),
    )


def _titles(reading: TableReading) -> Iterator[str]:
    kinds = reading.drafts, reading.problems, reading.groups
    first = min((row.line for rows in kinds for row in rows), default=0)
    for one in reading.passed_over:
        if one.kind is RowKind.TEXT and one.line < first:
            yield one.text


def _read(text: str, cut_off: CutOff) -> Iterator[ReportingPeriod]:
    with suppress(UnreadablePeriod):
        yield parse_period(text.replace(",", ""), cut_off=cut_off)


def _days(titles: Iterable[str], form: re.Pattern[str]) -> Iterator[date]:
    """The last day in each place where one is told."""
    for title in titles:
        for match in form.finditer(title):
            with suppress(UnreadableDate):
                yield parse_calendar_date(match.groups()[-1])
