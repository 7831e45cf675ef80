"""The lines over a table: as the layout has them, with the report's own names and days."""

from __future__ import annotations

import re

from tracker.core.layout import PLACEHOLDERS
from tracker.core.report import ReportContents
from tracker.reports.letterhead import Letterhead
from tracker.wording.formats import format_date
from tracker.wording.report_text import period_words

_PLACEHOLDER = re.compile("|".join(rf"\{{{name}\}}" for name in PLACEHOLDERS))


def title_line(line: str, contents: ReportContents, letterhead: Letterhead) -> str:
    """Fill in a line; a name in capitals stands for the value in capitals."""
    values = {
        "period": period_words(contents.period),
        "committee": letterhead.committee,
        "office": letterhead.office_name,
        "as_of": format_date(contents.as_of),
    }

    def value(found: re.Match[str]) -> str:
        name = found[0].strip("{}")
        return values[name] if name in values else values[name.lower()].upper()

    return _PLACEHOLDER.sub(value, line)
