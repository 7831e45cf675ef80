"""What is said beside a report: where it was written, who was left out and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from tracker.core.membership import Membership
from tracker.core.periods import ReportingPeriod
from tracker.core.report import ReportContents
from tracker.wording.formats import format_count, format_date
from tracker.wording.labels import MEMBERSHIP

_NAMED = 20


def written(path: Path, contents: ReportContents) -> str:
    """Where the report is, and what it holds."""
    groups = contents.totals.groups
    return (
        f"Đã ghi {path} (tính đến ngày {format_date(contents.as_of)}; tổng số "
        f"{format_count(contents.totals.total)}: đã thực hiện "
        f"{format_count(groups['done']['total'])}, đang thực hiện "
        f"{format_count(groups['in_progress']['total'])}, chưa thực hiện "
        f"{format_count(groups['not_started']['total'])})"
    )


def as_of_early(period: ReportingPeriod, as_of: date) -> str:
    """The period is not over yet."""
    return (
        f"Lưu ý: kỳ báo cáo đến ngày {format_date(period.ends_on)} chưa kết thúc; số liệu tính đến "
        f"hôm nay, {format_date(as_of)}."
    )


def left_out_lines(contents: ReportContents) -> Iterator[str]:
    """Who is not in the report, and why; a long list is counted by reason."""
    if not contents.left_out:
        return
    yield f"Không đưa vào ({format_count(len(contents.left_out))}):"
    for row, why in contents.left_out[:_NAMED]:
        yield f"  {row.id}  {row.document.number}: {MEMBERSHIP[why]}"
    rest = Counter(why for _, why in contents.left_out[_NAMED:])
    for why, number in rest.items():
        yield _more(why, number)


def _more(why: Membership, number: int) -> str:
    return f"  và {format_count(number)} nhiệm vụ khác: {MEMBERSHIP[why]}"
