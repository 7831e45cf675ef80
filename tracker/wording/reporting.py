"""What is said beside a report: where it was written, who was left out and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from tracker.core.assessed import AssessedDirective
from tracker.core.directive import Progress, State
from tracker.core.membership import Membership
from tracker.core.periods import ReportingPeriod
from tracker.core.report import Judged, ReportContents
from tracker.wording.formats import (
    format_count,
    format_date,
    format_turn,
    format_turn_option,
)
from tracker.wording.labels import MEMBERSHIP, REVIEW

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


def kept_older(path: Path) -> str:
    """The file that stood there said something else, and where it is now."""
    return f"Lưu ý: tệp cũ cùng tên có nội dung khác (có thể đã điền tay), được giữ lại ở {path}."


def needs_review_lines(contents: ReportContents) -> Iterator[str]:
    """Which rows of the report cannot be judged, why, and what to do about each."""
    rows = [row for row in contents.rows if row.assessment.progress is Progress.NEEDS_REVIEW]
    if not rows:
        return
    yield f"Cần rà soát trước khi gửi báo cáo ({format_count(len(rows))}):"
    for row in rows[:_NAMED]:
        yield f"  {row.id}  {row.document.number}: {'; '.join(_review(row))}"
    if len(rows) > _NAMED:
        rest = format_count(len(rows) - _NAMED)
        yield f"  và {rest} nhiệm vụ khác; xem đủ: tracker list --progress needs_review"


def _review(row: AssessedDirective) -> Iterator[str]:
    facts = row.facts
    if facts.state is State.DONE and facts.completed_on is None:
        turn = format_turn_option(facts.instance)
        yield f"{REVIEW['undated']}, bổ sung bằng: tracker done {row.id}{turn} --on NGÀY"
    if facts.deadline.is_unclear:
        why = REVIEW["unclear_deadline"]
        yield f"{why}, sửa bằng: tracker edit {row.id} --deadline HẠN"


def left_out_lines(contents: ReportContents) -> Iterator[str]:
    """Who is not in the report, and why; a long list is counted by reason.

    What was reported before grows from month to month, so it stands last.
    """
    if not contents.left_out:
        return
    left_out = sorted(contents.left_out, key=by_interest)
    yield f"Không đưa vào ({format_count(len(left_out))}):"
    for row, why in left_out[:_NAMED]:
        yield f"  {row.id}  {_named(row)}: {MEMBERSHIP[why]}"
    rest = Counter(why for _, why in left_out[_NAMED:])
    for why, number in rest.items():
        yield _more(why, number)


def _named(row: AssessedDirective) -> str:
    return f"{row.document.number}{format_turn(row.facts.instance)}"


def by_interest(judged: Judged) -> tuple[bool, int]:
    """What was reported before comes last, the newest completion first; the rest as it was."""
    row, why = judged
    if why is not Membership.REPORTED_BEFORE:
        return False, 0
    return True, -(row.facts.completed_on or date.min).toordinal()


def _more(why: Membership, number: int) -> str:
    return f"  và {format_count(number)} nhiệm vụ khác: {MEMBERSHIP[why]}"
