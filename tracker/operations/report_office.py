"""What making reports needs to know of the office; whoever reads its settings puts it together."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from tracker.core.errors import UsageError
from tracker.core.layout import Layout
from tracker.core.office import OfficeNames
from tracker.core.periods import CutOff
from tracker.core.successors import Successors
from tracker.reports.letterhead import Letterhead
from tracker.reports.sheet import Paper
from tracker.reports.stationery import Stationery
from tracker.store.issued import IssuedReport, Terms

APPENDIX = "appendix"
"""The layout of a report unless another is asked for."""


class UnknownLayout(UsageError):
    """No layout has this name."""

    def __init__(self, name: str, known: tuple[str, ...]) -> None:
        super().__init__(name)
        self.name = name
        self.known = known


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportOffice:
    """The surroundings of every report, beside the desk."""

    names: OfficeNames
    """Those it goes by now."""
    paper: Paper
    successors: Successors
    are_secret_numbers_shown: bool
    cut_off: CutOff
    reported_until: date | None
    """What was done on or before this day counts as already reported."""
    exports: Path
    """The folder finished reports go to."""
    layouts: Callable[[], Mapping[str, Layout]]
    """Every layout by its name; they are read when first asked for, as that takes a while."""
    prepare: Callable[[], None]
    """Makes the folders of the office before the first write, where none are there yet."""


def find_layout(office: ReportOffice, name: str) -> Layout:
    """The layout of that name, shipped or the office's own; else ``UnknownLayout``."""
    layouts = office.layouts()
    if name not in layouts:
        raise UnknownLayout(name, tuple(layouts))
    return layouts[name]


def stationery(
    office: ReportOffice,
    *,
    number: str = "",
    day: date | None = None,
    terms: Terms | None = None,
) -> Stationery:
    """The office's letterhead and paper; the names by the terms of a report where it has some."""
    names = (terms and terms.office) or office.names
    return Stationery(
        letterhead=Letterhead(
            office_name=names.name,
            office_short_name=names.short_name,
            office_symbol=names.symbol,
            committee=names.committee,
            report_number=number or None,
            report_date=day,
        ),
        paper=office.paper,
        successors=Successors(dict(terms.successors)) if terms else office.successors,
        are_secret_numbers_shown=office.are_secret_numbers_shown,
    )


def issued_stationery(office: ReportOffice, report: IssuedReport) -> Stationery:
    """The letterhead a report went out with."""
    return stationery(office, number=report.number, day=report.dated_on, terms=report.terms)
