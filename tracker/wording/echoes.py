"""What is said back after something was recorded."""

from __future__ import annotations

from datetime import date
from typing import Any

from tracker.core.deadline import Deadline, DeadlineKind
from tracker.core.directive import Facts, State
from tracker.core.life import Directive
from tracker.core.rules import Assessment, Policy, classify
from tracker.wording.formats import (
    format_count,
    format_date,
    format_days_late,
    format_days_left,
    format_weekday,
)
from tracker.wording.labels import PROGRESS, STATE
from tracker.wording.message_parts import moment

_DONE = {
    "add": "Đã ghi nhiệm vụ",
    "edit": "Đã sửa nhiệm vụ",
    "start": "Đã ghi bắt đầu thực hiện nhiệm vụ",
    "done": "Đã ghi hoàn thành nhiệm vụ",
    "note": "Đã ghi tình hình thực hiện nhiệm vụ",
    "extend": "Đã ghi gia hạn nhiệm vụ",
    "withdraw": "Đã ghi thu hồi nhiệm vụ",
    "suspend": "Đã ghi tạm dừng nhiệm vụ",
    "resume": "Đã ghi tiếp tục nhiệm vụ",
    "reopen": "Đã mở lại nhiệm vụ",
}

OPERATIONS = {
    "add": "ghi nhiệm vụ mới",
    "edit": "sửa thông tin",
    "start": "bắt đầu thực hiện",
    "done": "hoàn thành",
    "note": "ghi tình hình thực hiện",
    "extend": "gia hạn",
    "withdraw": "thu hồi",
    "suspend": "tạm dừng",
    "resume": "tiếp tục",
    "reopen": "mở lại",
    "undo": "hoàn tác",
}
"""The name of each operation inside a sentence."""


def done_words(operation: str, directive: Directive) -> str:
    """The first line of an echo: what was recorded, about which directive."""
    document = directive.assignment.document
    return (
        f"{_DONE[operation]} {directive.id}: {document.number} "
        f"ngày {format_date(document.issued_on)}"
    )


def standing_lines(directive: Directive, today: date, policy: Policy) -> list[str]:
    """How the directive was understood and stands now."""
    assignment = directive.assignment
    lines = [f"  Nội dung: {assignment.content}"]
    if assignment.unit:
        lines.append(f"  Đơn vị:   {assignment.unit}")
    for facts in _shown(directive, today):
        assessment = classify(facts, today, policy)
        lines.append(f"  Thời hạn: {deadline_words(facts, assessment)}")
        lines.append(f"  Tiến độ:  {progress_words(facts, assessment)}")
    return lines


def _shown(directive: Directive, today: date) -> tuple[Facts, ...]:
    """Today's facts; of a recurring directive only the turns that still matter."""
    facts = directive.facts_on(today) or (directive.latest,)
    if not directive.is_recurring:
        return facts
    return tuple(sorted(facts, key=lambda one: one.instance or date.min))[-3:]


def deadline_words(facts: Facts, assessment: Assessment) -> str:
    """A deadline as written, with the day it means and how far that is."""
    deadline, due_on = facts.deadline, assessment.effective_due_on
    if due_on is None:
        return deadline.text or "không có"
    day = f"{format_weekday(due_on)}, {format_date(due_on)}"
    left = f", {format_days_left(assessment.days_left)}" if assessment.days_left is not None else ""
    if _is_plain(deadline, facts):
        return day + left
    return f"{deadline.text} (tức {day}{left})"


def _is_plain(deadline: Deadline, facts: Facts) -> bool:
    return deadline.kind is DeadlineKind.DATE and not deadline.is_before and facts.instance is None


def progress_words(facts: Facts, assessment: Assessment) -> str:
    """The judgement with its figures."""
    label = PROGRESS[assessment.progress]
    if facts.state is State.DONE:
        when = (
            f"hoàn thành ngày {format_date(facts.completed_on)}"
            if facts.completed_on
            else "chưa rõ ngày hoàn thành"
        )
        late = f", {format_days_late(assessment.days_late)}" if assessment.days_late else ""
        return f"{label} ({when}{late})"
    if facts.state is State.NOT_STARTED:
        return f"{label} ({STATE[facts.state].lower()})"
    if assessment.is_due_soon:
        return f"{label} (sắp đến hạn)"
    return label


def undone_words(undone: Any) -> list[str]:
    """What was taken back, and when it had been done."""
    name = OPERATIONS.get(undone.operation, undone.operation)
    named = [f"{id} ({number})" for id, number in undone.directives[:3]]
    rest = len(undone.directives) - len(named)
    more = f" và {format_count(rest)} nhiệm vụ khác" if rest else ""
    return [f"Đã hoàn tác việc «{name}» lúc {moment(undone.at)}: nhiệm vụ {', '.join(named)}{more}"]
