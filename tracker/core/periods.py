"""The periods an office reports on, and the days on which each is cut off."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from tracker.core.dates import FIRST_YEAR, LAST_YEAR, last_of_month
from tracker.core.errors import UsageError
from tracker.core.vietnamese import fold

_ONE_DAY = timedelta(days=1)


class CutOff(StrEnum):
    """Where one period ends and the next begins."""

    DECREE = "decree"
    """From the 15th of the month before to the 14th (NĐ 09/2019)."""
    CALENDAR = "calendar"
    """From the first to the last day of the month."""


class PeriodKind(StrEnum):
    """How long a period is."""

    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half"
    NINE_MONTHS = "nine_months"
    YEAR = "year"
    RANGE = "range"


_LENGTHS = {
    PeriodKind.MONTH: 1,
    PeriodKind.QUARTER: 3,
    PeriodKind.HALF: 6,
    PeriodKind.NINE_MONTHS: 9,
    PeriodKind.YEAR: 12,
}

_HOW_MANY = {
    PeriodKind.MONTH: 12,
    PeriodKind.QUARTER: 4,
    PeriodKind.HALF: 2,
    PeriodKind.NINE_MONTHS: 1,
    PeriodKind.YEAR: 1,
}
"""How many periods of the kind a year has."""

_LAST_INDEX = {kind: number if number > 1 else 0 for kind, number in _HOW_MANY.items()}
"""What the last period of a year is numbered; 0 where they have no numbers."""

_KEY_FORMATS = {
    PeriodKind.MONTH: "{year}-{index:02}",
    PeriodKind.QUARTER: "{year}-Q{index}",
    PeriodKind.HALF: "{year}-H{index}",
    PeriodKind.NINE_MONTHS: "{year}-9M",
    PeriodKind.YEAR: "{year}",
    PeriodKind.RANGE: "{starts_on}..{ends_on}",
}

_YEAR = r"(?: ?[/-] ?| nam | )(?P<year>[0-9]{4})"

_FORMS = tuple(
    (re.compile(pattern), kind)
    for pattern, kind in (
        (rf"(?:t|thang )?(?P<index>[0-9]{{1,2}}){_YEAR}", PeriodKind.MONTH),
        (r"(?P<year>[0-9]{4})-(?P<index>[0-9]{1,2})", PeriodKind.MONTH),
        (rf"(?:q|quy) ?(?P<index>[1-4]|i{{1,3}}|iv){_YEAR}", PeriodKind.QUARTER),
        (r"(?P<year>[0-9]{4})-q(?P<index>[1-4])", PeriodKind.QUARTER),
        (rf"6(?:t| thang)(?: dau)?{_YEAR}", PeriodKind.HALF),
        (rf"6(?:t| thang)(?P<second> cuoi){_YEAR}", PeriodKind.HALF),
        (r"(?P<year>[0-9]{4})-h(?P<index>[12])", PeriodKind.HALF),
        (rf"9(?:t| thang)(?: dau)?{_YEAR}", PeriodKind.NINE_MONTHS),
        (r"(?P<year>[0-9]{4})-9m", PeriodKind.NINE_MONTHS),
        (r"(?:nam )?(?P<year>[0-9]{4})", PeriodKind.YEAR),
    )
)

_RANGE = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})\.\.([0-9]{4}-[0-9]{2}-[0-9]{2})")

_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}


class UnreadablePeriod(UsageError):
    """A text given as a reporting period is not one."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.text = text


class PeriodReversed(UsageError):
    """A range of days ends before it starts."""

    def __init__(self, *, starts_on: date, ends_on: date) -> None:
        super().__init__(starts_on, ends_on)
        self.starts_on = starts_on
        self.ends_on = ends_on


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportingPeriod:
    """A span of days that one report covers (kỳ báo cáo)."""

    kind: PeriodKind
    year: int
    index: int
    """Which month, quarter or half of the year; 0 for what has no number."""
    starts_on: date
    ends_on: date
    """The last day, included."""
    cut_off: CutOff = CutOff.DECREE

    @property
    def key(self) -> str:
        """The name of the period that ``parse_period`` reads back."""
        return _KEY_FORMATS[self.kind].format(
            year=self.year, index=self.index, starts_on=self.starts_on, ends_on=self.ends_on
        )

    def previous(self) -> ReportingPeriod:
        """Return the period of the same kind before this one."""
        if self.kind is PeriodKind.RANGE:
            ends_on = self.starts_on - _ONE_DAY
            return free_period(ends_on - (self.ends_on - self.starts_on), ends_on)
        if self.index > 1:
            return _period(self.kind, self.year, index=self.index - 1, cut_off=self.cut_off)
        last = _LAST_INDEX[self.kind]
        return _period(self.kind, self.year - 1, index=last, cut_off=self.cut_off)


def parse_period(text: str, *, cut_off: CutOff) -> ReportingPeriod:
    """Read a month, quarter, half-year, nine months, year or range; else ``UnreadablePeriod``."""
    folded = fold(text).replace(" dau nam ", " dau ").replace(" cuoi nam ", " cuoi ")
    if match := _RANGE.fullmatch(folded):
        return _range(text, match)
    for form, kind in _FORMS:
        if match := form.fullmatch(folded):
            found = match.groupdict()
            index = _index(kind, found.get("index"), is_second=bool(found.get("second")))
            return _known_period(text, kind, year=int(match["year"]), index=index, cut_off=cut_off)
    raise UnreadablePeriod(text)


def free_period(starts_on: date, ends_on: date) -> ReportingPeriod:
    """Return the period of any two days, both included."""
    if ends_on < starts_on:
        raise PeriodReversed(starts_on=starts_on, ends_on=ends_on)
    return ReportingPeriod(
        kind=PeriodKind.RANGE, year=ends_on.year, index=0, starts_on=starts_on, ends_on=ends_on
    )


def latest_begun(kind: PeriodKind, day: date, *, cut_off: CutOff) -> ReportingPeriod:
    """Return the last period of a kind, but a range, that has begun by the day."""
    # Cut off by the decree, a year begins in the December before it.
    period = _period(kind, day.year + 1, index=_LAST_INDEX[kind], cut_off=cut_off)
    while period.starts_on > day:
        period = period.previous()
    return period


def _range(text: str, match: re.Match[str]) -> ReportingPeriod:
    try:
        starts_on, ends_on = date.fromisoformat(match[1]), date.fromisoformat(match[2])
    except ValueError:
        raise UnreadablePeriod(text) from None
    if not all(FIRST_YEAR <= day.year <= LAST_YEAR for day in (starts_on, ends_on)):
        raise UnreadablePeriod(text)
    return free_period(starts_on, ends_on)


def _index(kind: PeriodKind, written: str | None, *, is_second: bool) -> int:
    if written is not None:
        return _ROMAN.get(written) or int(written)
    if kind is PeriodKind.HALF:
        return 2 if is_second else 1
    return 0


def _known_period(
    text: str, kind: PeriodKind, *, year: int, index: int, cut_off: CutOff
) -> ReportingPeriod:
    numbers = range(1, _HOW_MANY[kind] + 1) if _HOW_MANY[kind] > 1 else (0,)
    if not FIRST_YEAR <= year <= LAST_YEAR or index not in numbers:
        raise UnreadablePeriod(text)
    return _period(kind, year, index=index, cut_off=cut_off)


def _period(kind: PeriodKind, year: int, *, index: int, cut_off: CutOff) -> ReportingPeriod:
    last_month = _LENGTHS[kind] * max(index, 1)
    first_month = last_month - _LENGTHS[kind] + 1
    starts_on = date(year, first_month, 1)
    ends_on = last_of_month(year, last_month)
    if cut_off is CutOff.DECREE:
        starts_on = (starts_on - _ONE_DAY).replace(day=15)
        ends_on = ends_on.replace(day=14)
    return ReportingPeriod(
        kind=kind, year=year, index=index, starts_on=starts_on, ends_on=ends_on, cut_off=cut_off
    )
