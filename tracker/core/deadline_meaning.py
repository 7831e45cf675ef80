"""What each form of a deadline means, once its pattern has found the parts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from tracker.core.dates import UnreadableDate, full_year, last_of_month, parse_calendar_date
from tracker.core.deadline import Cycle, DeadlineKind, Offset, OffsetUnit, Recurrence

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re


class DeadlineRemark(StrEnum):
    """What a reader of the deadline should be told."""

    YEAR_ASSUMED = "year_assumed"
    """No year was written; that of the assignment was taken."""
    ALREADY_PAST = "already_past"
    """It lies before the day of assignment."""
    TWO_DIGIT_YEAR = "two_digit_year"
    """The year was written with two digits."""
    DATE_IGNORED = "date_ignored"
    """A date stands beside words that mean there is none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """What a form says, before the text as written is put beside it."""

    kind: DeadlineKind
    due_on: date | None = None
    is_before: bool = False
    recurrence: Recurrence | None = None
    offset: Offset | None = None
    remarks: tuple[DeadlineRemark, ...] = ()


INVALID = Meaning(kind=DeadlineKind.INVALID)

_UNITS = {
    "ngay lam viec": OffsetUnit.WORKING_DAY,
    "ngay": OffsetUnit.DAY,
    "tuan": OffsetUnit.WEEK,
    "thang": OffsetUnit.MONTH,
    "nam": OffsetUnit.YEAR,
}
_CYCLES = {"thang": Cycle.MONTH, "quy": Cycle.QUARTER, "nam": Cycle.YEAR}
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_PART_DAYS = {"dau": 1, "giua": 15}
_PARTS_OF_YEAR = {"dau": (1, 1), "giua": (6, None)}
"""The month and day that a part of the year ends on (BLDS Điều 146)."""


def without_date(kind: DeadlineKind, match: re.Match[str]) -> Meaning:
    """Mean a kind that has no day; a date beside it is worth a remark."""
    if match.groupdict().get("ignored"):
        return Meaning(kind=kind, remarks=(DeadlineRemark.DATE_IGNORED,))
    return Meaning(kind=kind)


def a_date(match: re.Match[str], assigned_on: date) -> Meaning:
    """Mean a calendar day. A clock time sets no bound inside its own day, so it is in time."""
    year, remarks = (None, ()) if match["iso"] else _year(match["year"], assigned_on)
    written = match["iso"] or f"{match['day']}/{match['month']}/{year or 0}"
    try:
        due_on = parse_calendar_date(written)
    except UnreadableDate:
        return INVALID
    is_before = _is_before(match) and not match["hour"]
    return Meaning(kind=DeadlineKind.DATE, due_on=due_on, is_before=is_before, remarks=remarks)


def the_same_day(_match: re.Match[str], assigned_on: date) -> Meaning:
    """Mean the day of assignment itself (trong ngày)."""
    return Meaning(kind=DeadlineKind.DATE, due_on=assigned_on)


def months(match: re.Match[str], assigned_on: date) -> Meaning:
    """Mean a month, the last of several, or the month of assignment."""
    found = match.groupdict()
    first = int(found.get("first") or assigned_on.month)
    last = int(found.get("last") or first)
    return _period(match, assigned_on, span=(first, last), day=_PART_DAYS.get(found["part"]))


def quarters(match: re.Match[str], assigned_on: date) -> Meaning:
    """Mean a quarter, the last of several, or the quarter of assignment."""
    found = match.groupdict()
    first = _quarter_number(found.get("first")) or (assigned_on.month + 2) // 3
    last = _quarter_number(found.get("last")) or first
    if found["part"] == "dau":
        return _period(match, assigned_on, span=(1, 3 * last - 2), day=1)
    return _period(match, assigned_on, span=(3 * first - 2, 3 * last))


def months_of_year(match: re.Match[str], assigned_on: date) -> Meaning:
    """Mean the first or last so many months of a year."""
    found = match.groupdict()
    count = int(found.get("count") or 6)
    span = (13 - count, 12) if found["side"] == "cuoi" else (1, count)
    return _period(match, assigned_on, span=span)


def years(match: re.Match[str], assigned_on: date) -> Meaning:
    """Mean a year, the last of several, or a part of one."""
    month, day = _PARTS_OF_YEAR.get(match["part"], (12, None))
    return _period(match, assigned_on, span=(1, month), day=day)


def recurring(match: re.Match[str], _assigned_on: date) -> Meaning:
    """Mean one due day in every period."""
    found = match.groupdict()
    month = int(found["month"]) if found.get("month") else None
    if quarter := _quarter_number(found.get("quarter")):
        month = 3 * quarter
    day = int(found["day"]) if found.get("day") else None
    recurrence = Recurrence(cycle=_CYCLES[found["cycle"]], day=day, month=month)
    if not _can_recur(recurrence):
        return INVALID
    return Meaning(kind=DeadlineKind.RECURRING, is_before=_is_before(match), recurrence=recurrence)


def relative(match: re.Match[str], _assigned_on: date) -> Meaning:
    """Mean so many days or months after the assignment or a named day."""
    base_on = None
    if match["base"]:
        try:
            base_on = parse_calendar_date(match["base"])
        except UnreadableDate:
            return INVALID
    amount = int(match["amount"])
    if amount == 0:
        return INVALID
    offset = Offset(amount=amount, unit=_UNITS[match["unit"]], base_on=base_on)
    return Meaning(kind=DeadlineKind.RELATIVE, offset=offset)


def whole_days_of_hours(match: re.Match[str], _assigned_on: date) -> Meaning:
    """Mean hours that make up whole days; shorter spans are not kept."""
    days, rest = divmod(int(match["amount"]), 24)
    if rest or not days:
        return INVALID
    return Meaning(
        kind=DeadlineKind.RELATIVE, offset=Offset(amount=days, unit=OffsetUnit.DAY, base_on=None)
    )


def _period(
    match: re.Match[str], assigned_on: date, *, span: tuple[int, int], day: int | None = None
) -> Meaning:
    """Mean the last day of a span of months, or the named day of its last month.

    Before a whole period is before its first day.
    """
    year, remarks = _year(match.groupdict().get("year"), assigned_on)
    first_month, last_month = span
    if year is None or not 1 <= first_month <= last_month <= 12:
        return INVALID
    is_before = _is_before(match)
    due_on = last_of_month(year, last_month)
    if day is not None:
        due_on = due_on.replace(day=day)
    elif is_before and not match.groupdict().get("part"):
        due_on = date(year, first_month, 1)
    return Meaning(
        kind=DeadlineKind.PERIOD_END, due_on=due_on, is_before=is_before, remarks=remarks
    )


def _year(written: str | None, assigned_on: date) -> tuple[int | None, tuple[DeadlineRemark, ...]]:
    if written is None:
        return assigned_on.year, (DeadlineRemark.YEAR_ASSUMED,)
    is_short = len(written) == 2
    return full_year(written), (DeadlineRemark.TWO_DIGIT_YEAR,) if is_short else ()


def _is_before(match: re.Match[str]) -> bool:
    return "truoc" in match["limit"]


def _quarter_number(written: str | None) -> int:
    """Return the number of a quarter, or 0 where none is written."""
    return _ROMAN.get(written) or int(written) if written else 0


def _can_recur(recurrence: Recurrence) -> bool:
    day, month = recurrence.day, recurrence.month
    if month is None:
        return day is None or (1 <= day <= 31 and recurrence.cycle is not Cycle.YEAR)
    return 1 <= month <= 12 and (day is None or 1 <= day <= last_of_month(2024, month).day)
