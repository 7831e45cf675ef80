"""What the settings say of the office, for those who make its reports."""

from __future__ import annotations

from functools import cache, partial

from tracker.cli.place import Place
from tracker.core.office import OfficeNames
from tracker.operations.report_office import ReportOffice
from tracker.reports.sheet import Paper
from tracker.settings.layouts import load_layouts


def report_office(place: Place) -> ReportOffice:
    """The office whose reports are made here; its layouts are read once, when first needed."""
    settings = place.settings
    return ReportOffice(
        names=OfficeNames(
            name=settings.office_name,
            short_name=settings.office_short_name,
            symbol=settings.office_symbol,
            committee=settings.committee,
        ),
        paper=Paper(
            top=settings.margin_top_mm,
            bottom=settings.margin_bottom_mm,
            left=settings.margin_left_mm,
            right=settings.margin_right_mm,
            font=settings.font,
        ),
        successors=settings.successors,
        are_secret_numbers_shown=settings.secret_numbers,
        cut_off=settings.cut_off,
        reported_until=settings.reported_until,
        exports=place.exports,
        layouts=cache(partial(load_layouts, place.workspace)),
        prepare=place.prepare,
    )
