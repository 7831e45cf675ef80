"""A number of a sheet as whoever looks at the sheet sees it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache

BUILT_IN = {
    0: "General", 1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%",
    14: "dd/mm/yyyy", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm", 19: "h:mm:ss",
    20: "h:mm", 21: "h:mm:ss", 22: "dd/mm/yyyy h:mm", 45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss",
    **dict.fromkeys((*range(27, 32), 36, *range(50, 55), 57, 58), "dd/mm/yyyy"),
    **dict.fromkeys((*range(32, 36), 55, 56), "h:mm"),
}  # fmt: skip
"""Formats that a file names by number only, as far as they show more than a plain number."""

GENERAL = "General"


class Shows(StrEnum):
    """What a format makes of a number."""

    NUMBER = "number"
    PERCENT = "percent"
    DAY = "day"
    MONTH = "month"
    """With its year."""
    YEAR = "year"
    ONLY_MONTH = "only_month"
    TIME = "time"


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberFormat:
    """As much of a format as changes what is read."""

    shows: Shows = Shows.NUMBER
    before: str = ""
    """Words that stand before every number of this format, and after it."""
    after: str = ""
    width: int = 1
    """The fewest digits, filled up with noughts."""
    decimals: int | None = None
    """None for as many as there are."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A number as it is seen."""

    text: str
    is_day: bool = False


_PIECE = re.compile(
    r'"(?P<quoted>[^"]*)"?|\\(?P<escaped>.)|[_*].|\[\$(?P<money>[^\]-]*)[^\]]*\]'
    r"|\[(?P<elapsed>h+|m+|s+)\]|\[[^\]]*\]|(?P<blank> )|(?P<other>.)",
    re.DOTALL | re.IGNORECASE,
)
_LONGEST_FORMAT = 255
_WORD = re.compile(r"[^\W\d_]")
_LAST_DAY = 2_958_465
_DAYS_TO_1904 = 1_462
_FIRST_LIKELY_DAY, _LAST_LIKELY_DAY = 10_000, 79_999
_HALF_A_MOMENT = 0.25 / 86_400
"""What a calculated day may lack."""
_NOT_A_DAY = 60
"""In the count of days there is a 29 February 1900, though there was none."""


@lru_cache(maxsize=512)
def read_format(code: str) -> NumberFormat:
    """What a format does; of several parted by semicolons, the first."""
    before, signs, after = _parted(code[:_LONGEST_FORMAT])
    lower = signs.lower()
    if "general" in lower or "@" in lower or "e+" in lower or "?/" in lower:
        return NumberFormat(before=before, after=after)
    shows = _shows(lower.replace("am/pm", "").replace("a/p", ""))
    if shows not in (Shows.NUMBER, Shows.PERCENT):
        return NumberFormat(shows=shows, before=before, after=after)
    whole, _, part = lower.partition(".")
    return NumberFormat(
        shows=shows,
        before=before,
        after=after,
        width=max(whole.count("0"), 1) if "," not in whole else 1,
        decimals=part.count("0") if "#" not in part else None,
    )


def seen(value: float, form: NumberFormat, *, from_1904: bool = False) -> Seen:
    """A number in a format; a day as day, month and year whatever their order in the sheet."""
    number = value
    if from_1904 and form.shows not in (Shows.NUMBER, Shows.PERCENT):
        number += _DAYS_TO_1904
    if form.shows in (Shows.NUMBER, Shows.PERCENT):
        text = _digits(number, form)
    elif form.shows is Shows.TIME:
        text = _time(value)
    elif 0 <= number <= _LAST_DAY:
        text = _DATED[form.shows].format(_day(number))
        return Seen(f"{form.before}{text}{form.after}", is_day=form.shows is Shows.DAY)
    else:
        return Seen(plain(value))
    return Seen(f"{form.before}{text}{form.after}")


def may_be_day(value: float) -> bool:
    """Whether a plain number may be a day that has lost its format."""
    return _FIRST_LIKELY_DAY <= value <= _LAST_LIKELY_DAY


def plain(value: float) -> str:
    """A number without any format: whole ones without a point."""
    if value == int(value) and abs(value) < 1e15:
        return str(int(value))
    return f"{value:.11g}"


def _parted(code: str) -> tuple[str, str, str]:
    """The words before a number, the signs that stand for it, the words after it."""
    before = signs = after = ""
    for piece in _PIECE.finditer(code):
        if piece["other"] == ";":
            break
        words = piece["quoted"] or piece["escaped"] or piece["money"] or piece["blank"] or ""
        if piece["other"] or piece["elapsed"]:
            signs += piece["other"] or "h"
            after = ""
        elif signs:
            after += words
        else:
            before += words
    return _worded(before), signs.strip(), _worded(after)


def _worded(literal: str) -> str:
    """Nothing of what is there but to align the numbers."""
    return literal if _WORD.search(literal) else ""


def _shows(signs: str) -> Shows:
    has = {letter for letter in "ymdhs" if letter in signs}
    if "d" in has:
        return Shows.DAY
    if "y" in has:
        return Shows.MONTH if "m" in has else Shows.YEAR
    if has & {"h", "s"}:
        return Shows.TIME
    if has:
        return Shows.ONLY_MONTH
    return Shows.PERCENT if "%" in signs else Shows.NUMBER


_DATED = {
    Shows.DAY: "{:%d/%m/%Y}",
    Shows.MONTH: "{:%m/%Y}",
    Shows.YEAR: "{:%Y}",
    Shows.ONLY_MONTH: "{:%m}",
}


def _day(number: float) -> date:
    whole = int(number + _HALF_A_MOMENT)
    return date(1899, 12, 30) + timedelta(days=whole + (whole < _NOT_A_DAY))


def _time(number: float) -> str:
    minutes = round(number % 1 * 24 * 60) % (24 * 60)
    return f"{minutes // 60:02}:{minutes % 60:02}"


def _digits(number: float, form: NumberFormat) -> str:
    sign = "%" if form.shows is Shows.PERCENT else ""
    number = number * 100 if sign else number
    if form.decimals is None:
        text = plain(number)
    else:
        half_up = 1e-9 if number >= 0 else -1e-9
        text = f"{number + half_up:.{form.decimals}f}"
    whole, point, part = text.partition(".")
    return f"{whole.zfill(form.width)}{point}{part}{sign}"
