"""Dates, counts and spans of days, written as offices write them (NĐ 30/2020).

On the path of the quick commands: takes ISO text as well as dates, and imports nothing.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

_WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")

NO_PERCENT = "-"
"""Stands where a share of nothing would be printed."""


def format_date(day: date | str) -> str:
    """Write a day (a date, or ISO text): ``15/01/2024``, ``05/9/2023``, ``21/7/2023``.

    Days below ten and the months one and two take a leading zero, the other months none.
    """
    year, month, number = str(day)[:10].split("-")
    return f"{number}/{format_month(int(month))}/{year}"


def format_month(month: int) -> str:
    """Write the month of a date: ``01``, ``02``, ``3`` .. ``12``."""
    return f"{month:02}" if month < 3 else str(month)


def format_count(number: int) -> str:
    """Write a count: ``0``, ``02``, ``10``, ``1.147``."""
    return f"{number:02}" if 0 < number < 10 else format_number(number)


def format_number(number: int) -> str:
    """Write a whole number with a dot between thousands."""
    return f"{number:,}".replace(",", ".")


def format_percent(part: int, whole: int) -> str:
    """Write a share to one decimal, rounded half up: ``94,7%``; ``-`` for a share of nothing."""
    if whole == 0:
        return NO_PERCENT
    return _permille((2000 * part + whole) // (2 * whole))


def format_shares(parts: Iterable[int]) -> tuple[str, ...]:
    """Write the shares of a whole so that what is printed adds up to 100%.

    The tenths lost by cutting go to the parts that lost most, the first of equals first.
    """
    numbers = tuple(parts)
    whole = sum(numbers)
    if whole == 0:
        return (NO_PERCENT,) * len(numbers)
    shares = [1000 * number // whole for number in numbers]
    by_loss = sorted(range(len(numbers)), key=lambda at: -(1000 * numbers[at] % whole))
    for place in by_loss[: 1000 - sum(shares)]:
        shares[place] += 1
    return tuple(map(_permille, shares))


def _permille(share: int) -> str:
    tenths = f",{share % 10}" if share % 10 else ""
    return f"{format_number(share // 10)}{tenths}%"


def format_days_left(days: int) -> str:
    """Say how far away a deadline is: ``còn 3 ngày``, ``hạn hôm nay``, ``quá hạn 5 ngày``."""
    if days == 0:
        return "hạn hôm nay"
    return f"còn {format_number(days)} ngày" if days > 0 else f"quá hạn {format_number(-days)} ngày"


def format_days_late(days: int) -> str:
    """Say how late something was done: ``chậm 1 ngày``."""
    return f"chậm {format_number(days)} ngày"


def format_weekday(day: date) -> str:
    """Name the day of the week: ``thứ Tư``."""
    return _WEEKDAYS[day.weekday()]


def format_deadline_echo(day: date, as_of: date) -> str:
    """Say a deadline back to who typed it: ``thứ Tư, 10/01/2024, còn 3 ngày``."""
    return f"{format_weekday(day)}, {format_date(day)}, {format_days_left((day - as_of).days)}"
