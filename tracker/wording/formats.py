"""Dates, counts and spans of days, written as offices write them (NĐ 30/2020).

On the path of the quick commands: takes ISO text as well as dates, and imports nothing.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import date

    from tracker.core.directive import Citation

_WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")


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


def format_days_left(days: int) -> str:
    """Say how far away a deadline is: ``còn 3 ngày``, ``hạn hôm nay``, ``quá hạn 5 ngày``."""
    if days == 0:
        return "hạn hôm nay"
    return f"còn {format_number(days)} ngày" if days > 0 else f"quá hạn {format_number(-days)} ngày"


def format_days_late(days: int) -> str:
    """Say how late something was done: ``chậm 1 ngày``."""
    return f"chậm {format_number(days)} ngày"


def format_turn(due_on: date | None) -> str:
    """Tell a turn of a recurring directive from the others: `` (kỳ 25/11/2023)``."""
    return "" if due_on is None else f" (kỳ {format_date(due_on)})"


def format_turn_option(due_on: date | None) -> str:
    """Tell a command which turn is meant: `` --for 11/2023``; nothing where there are none."""
    return "" if due_on is None else f" --for {format_month(due_on.month)}/{due_on.year}"


def format_document(document: Citation) -> str:
    """Cite a document: ``120/UBND-KGVX ngày 05/01/2024``."""
    return f"{document.number} ngày {format_date(document.issued_on)}"


def format_weekday(day: date) -> str:
    """Name the day of the week: ``thứ Tư``."""
    return _WEEKDAYS[day.weekday()]


def capitalised(text: str) -> str:
    """The text with a capital at its beginning, the rest as it is."""
    return text[:1].upper() + text[1:]


def uncapitalised(text: str) -> str:
    """The text as it goes on within a sentence, the rest as it is."""
    return text[:1].lower() + text[1:]
