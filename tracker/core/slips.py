"""How one day became another while it was typed or copied."""

from __future__ import annotations

from datetime import date
from enum import StrEnum


class Slip(StrEnum):
    """What looks like the mistake between two days that should be one."""

    SWAPPED = "swapped"
    """The day stands for the month and the month for the day: ``5/12`` and ``12/5``."""
    YEAR = "year"
    """Day and month of another year."""
    DIGIT = "digit"
    """A single digit of the day or of the month."""


def slip_between(one: date, other: date) -> Slip | None:
    """The mistake that would explain two days; None where they are one, or far from each other."""
    if one == other:
        return None
    if (one.month, one.day) == (other.month, other.day):
        return Slip.YEAR
    if one.year != other.year:
        return None
    if (one.month, one.day) == (other.day, other.month):
        return Slip.SWAPPED
    digits = zip(f"{one:%d%m}", f"{other:%d%m}", strict=True)
    return Slip.DIGIT if sum(mine != yours for mine, yours in digits) == 1 else None
