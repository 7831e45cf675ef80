"""Who reports, to whom, under which number: what the office decides about its reports."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tracker.core.periods import ReportingPeriod
from tracker.wording.formats import format_date
from tracker.wording.report_text import blank_day, enclosed_with

_REPORT_SYMBOL = "BC"


@dataclass(frozen=True, slots=True, kw_only=True)
class Letterhead:
    """The names a report carries; the number and day stay blank until it is issued."""

    office_name: str
    office_short_name: str
    office_symbol: str
    """As in the office's document symbols: ``KHCN`` gives ``369/BC-KHCN``."""
    committee: str
    """The body that assigns, whose chair assigns too."""
    report_number: str | None = None
    """``369``, or the whole symbol where it differs: ``369/BC-SKHCN``."""
    report_date: date | None = None

    @property
    def symbol(self) -> str:
        """The report's number and symbol, the number left out while there is none."""
        number = self.report_number or ""
        return number if "/" in number else f"{number}/{_REPORT_SYMBOL}-{self.office_symbol}"


def enclosure_line(letterhead: Letterhead, period: ReportingPeriod) -> str:
    """Say which report an annex goes with; today never stands in for a missing day."""
    ends_on = period.ends_on
    if letterhead.report_date is not None:
        day = format_date(letterhead.report_date)
    else:
        day = blank_day(ends_on.month, ends_on.year)
    return enclosed_with(symbol=letterhead.symbol, day=day, office=letterhead.office_name)
