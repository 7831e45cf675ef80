"""Deadlines as officials write them, read into a kind and, where there is one, a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class DeadlineKind(StrEnum):
    """What sort of deadline the text sets."""

    DATE = "date"
    """A calendar day: ``10/01/2024``, ``trước ngày 10/12/2023``."""
    PERIOD_END = "period_end"
    """The last day of a named period: ``Tháng 3 năm 2022``, ``Quý II/2022``."""
    RELATIVE = "relative"
    """So many days or months after another day: ``trong 10 ngày làm việc``."""
    RECURRING = "recurring"
    """One due day in every period: ``trước ngày 25 hằng tháng``."""
    ONGOING = "ongoing"
    """Thường xuyên: by its nature without an end."""
    CONDITIONAL = "conditional"
    """Waits for something else: ``sau khi có Quyết định phê duyệt``."""
    NONE = "none"
    """No deadline set: blank, ``-``, ``Không``."""
    INCOMPLETE = "incomplete"
    """A blank left to be filled in: ``…/12/2023``."""
    INVALID = "invalid"
    """Not a deadline that can be understood: ``31/4/2023``."""


class Cycle(StrEnum):
    """How often a recurring directive falls due."""

    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


class OffsetUnit(StrEnum):
    """The unit in which a relative deadline counts."""

    DAY = "day"
    WORKING_DAY = "working_day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


@dataclass(frozen=True, slots=True, kw_only=True)
class Recurrence:
    """The due day within each period of a recurring directive."""

    cycle: Cycle
    day: int | None = None
    """Day of the month (the last month of a quarter or year); None: the period's last day.
    A day the month does not have falls on its last day."""
    month: int | None = None
    """For a yearly cycle: the month, where one is named."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Offset:
    """How far a relative deadline lies from its base day, which is itself not counted."""

    amount: int
    unit: OffsetUnit
    base_on: date | None = None
    """The base day where the text names one; None: the day of assignment."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline:
    """A deadline as written, beside what was understood of it."""

    text: str
    """As written (NFC); empty where nothing was."""
    kind: DeadlineKind
    due_on: date | None = None
    """The last day in time. Set for DATE and PERIOD_END, and for RELATIVE once resolved."""
    is_before: bool = False
    """Written ``trước ngày X``: printed as written, and judged late only after X."""
    recurrence: Recurrence | None = None
    offset: Offset | None = None

    @property
    def is_unclear(self) -> bool:
        """Whether nobody can say from the text when this is due."""
        return self.kind in (DeadlineKind.INCOMPLETE, DeadlineKind.INVALID)


NO_DEADLINE = Deadline(text="", kind=DeadlineKind.NONE)
