"""What is said back after something was recorded."""

from __future__ import annotations

from datetime import date

from tracker.core.deadline import Deadline, DeadlineKind
from tracker.core.directive import Facts, State
from tracker.core.events import (
    Completed,
    Corrected,
    Event,
    Extended,
    Noted,
    Reopened,
    Resumed,
    Suspended,
    Voided,
    Withdrawn,
    kind_of,
)
from tracker.core.happened import standing_at
from tracker.core.life import Directive
from tracker.core.rules import Assessment, Policy, classify
from tracker.wording.formats import (
    format_date,
    format_days_late,
    format_days_left,
    format_document,
    format_weekday,
)
from tracker.wording.labels import EVENT, STATE, screen_progress

DONE = {
    "add": "Đã ghi nhiệm vụ",
    "edit": "Đã sửa nhiệm vụ",
    "start": "Đã ghi việc bắt đầu thực hiện nhiệm vụ",
    "done": "Đã ghi hoàn thành nhiệm vụ",
    "note": "Đã ghi tình hình thực hiện nhiệm vụ",
    "extend": "Đã ghi gia hạn nhiệm vụ",
    "withdraw": "Đã ghi việc thu hồi nhiệm vụ",
    "suspend": "Đã ghi việc tạm dừng nhiệm vụ",
    "resume": "Đã ghi việc tiếp tục thực hiện nhiệm vụ",
    "reopen": "Đã mở lại nhiệm vụ",
    "correct": "Đã sửa lại việc đã ghi của nhiệm vụ",
    "remove": "Đã bỏ việc đã ghi của nhiệm vụ",
    "void": "Đã bỏ khỏi sổ (vẫn giữ quá trình) nhiệm vụ",
}
"""What was recorded, up to the directive it was recorded of."""


def done_words(operation: str, directive: Directive) -> str:
    """The first line of an echo: what was recorded, about which directive."""
    document = directive.assignment.document
    last = directive.events[-1]
    if isinstance(last, Corrected) and last.replacement is None:
        operation = "remove"
    return f"{DONE[operation]} {directive.id}: {format_document(document)}"


def recorded_words(operation: str, directive: Directive, today: date, policy: Policy) -> str:
    """What was recorded and how the directive stands now, unless it is gone, in one line."""
    if isinstance(directive.events[-1], Voided):
        return f"{done_words(operation, directive)}."
    progress = standing_lines(directive, today, policy)[-1]
    return f"{done_words(operation, directive)}. {' '.join(progress.split())}"


def standing_lines(directive: Directive, today: date, policy: Policy) -> list[str]:
    """How what was recorded was understood, and how the directive stands now."""
    assignment = directive.assignment
    fields = [
        ("Nội dung", assignment.content),
        ("Cơ quan", assignment.issuing_body),
        ("Đơn vị", assignment.unit),
        ("Phối hợp", ", ".join(assignment.supporting_units)),
        ("Theo dõi", assignment.officer),
        ("Lãnh đạo", assignment.assigned_by),
        *_told(directive),
    ]
    for facts in _shown(directive, today):
        assessment = classify(facts, today, policy)
        fields.append(("Thời hạn", deadline_words(facts, assessment)))
        fields.append(("Tiến độ", progress_words(facts, assessment)))
    return [f"  {label + ':':<9} {text}" for label, text in fields if text]


def _told(directive: Directive) -> list[tuple[str, str]]:
    """What the last event says; of a correction, what stands now or stands no more."""
    last = directive.events[-1]
    if not isinstance(last, Corrected):
        return _said(last)
    if last.replacement is not None:
        said = _said(last.replacement)
        if isinstance(last.replacement, Extended):
            said.insert(0, ("Hạn mới", last.replacement.deadline.text))
        return said
    removed = standing_at(directive.events[:-1], last.number)
    return [] if removed is None else [("Đã bỏ", _numbered(last.number, removed))]


def _numbered(number: int, event: Event) -> str:
    day = f" ngày {format_date(event.effective_on)}" if event.effective_on else ""
    return f"việc số {number} ({EVENT[kind_of(event)]}{day})"


def _said(event: Event) -> list[tuple[str, str]]:
    """What the last event says beside the state it leads to."""
    fields = []
    authority = getattr(event, "authority", None)
    if authority is not None:
        fields.append(("Căn cứ", format_document(authority)))
    if isinstance(event, (Withdrawn, Suspended, Resumed, Reopened)):
        fields.append(("Từ ngày", format_date(event.effective_on)))
        fields.append(("Lý do", event.reason))
    if isinstance(event, Noted):
        fields.append(("Tình hình", f"{event.text} (ngày {format_date(event.effective_on)})"))
    if isinstance(event, Completed):
        fields.append(("Kết quả", event.result_text))
    return fields


def _shown(directive: Directive, today: date) -> tuple[Facts, ...]:
    """Today's facts; of a recurring directive the turn just recorded, else those still open."""
    last = directive.events[-1]
    if isinstance(last, Corrected) and last.replacement is not None:
        last = last.replacement
    if isinstance(last, Completed) and last.instance is not None:
        spans = (span.facts for span in directive.spans)
        return tuple(
            facts for facts in spans if facts.instance == last.instance and _is_done(facts)
        )
    facts = directive.facts_on(today) or (directive.latest,)
    open_turns = tuple(one for one in facts if not _is_done(one))
    return open_turns if directive.is_recurring and open_turns else facts[-1:]


def _is_done(facts: Facts) -> bool:
    return facts.state is State.DONE


def deadline_words(facts: Facts, assessment: Assessment) -> str:
    """A deadline as written, with the day it means and how far that is."""
    deadline, due_on = facts.deadline, assessment.effective_due_on
    if due_on is None:
        return deadline.text or "không có"
    is_turn = facts.instance is not None
    return due_words(deadline, due_on, days_left=assessment.days_left, is_turn=is_turn)


def due_words(
    deadline: Deadline, due_on: date, *, days_left: int | None, is_turn: bool = False
) -> str:
    """The day a deadline means, beside its own words where they are not plainly that day."""
    day = f"{format_weekday(due_on)}, {format_date(due_on)}"
    left = f", {format_days_left(days_left)}" if days_left is not None else ""
    if deadline.kind is DeadlineKind.DATE and not deadline.is_before and not is_turn:
        return day + left
    return f"{deadline.text} (tức {day}{left})"


def progress_words(facts: Facts, assessment: Assessment) -> str:
    """The judgement with its figures."""
    label = screen_progress(assessment.progress, facts.deadline.kind)
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
