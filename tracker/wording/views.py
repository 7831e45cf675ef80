"""A list and a whole directive, put into words for the terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from tracker.core.assessed import AssessedDirective
from tracker.core.directive import Facts, Progress, State
from tracker.wording.echoes import deadline_words, progress_words
from tracker.wording.formats import (
    format_count,
    format_date,
    format_days_late,
    format_days_left,
    format_number,
)
from tracker.wording.labels import FLAG, PROGRESS, REVIEW, STATE, screen_progress
from tracker.wording.message_parts import shortened
from tracker.wording.secrecy import shown_content

LIST_COLUMNS = ("Mã", "Số/Ký hiệu", "Ngày", "Thời hạn", "Tiến độ", "", "Đơn vị", "Nội dung")

_CSV_COLUMNS = (
    "Mã",
    "Số/Ký hiệu",
    "Ngày văn bản",
    "Nội dung",
    "Thời hạn (như ghi)",
    "Hạn đang áp dụng",
    "Tình trạng",
    "Tiến độ",
    "Ngày hoàn thành",
    "Số ngày chậm, quá hạn",
    "Đơn vị chủ trì",
    "Người theo dõi",
    "Kết quả",
    "Tình hình mới nhất",
)


_OPEN = (State.NOT_STARTED, State.IN_PROGRESS)


def list_cells(row: AssessedDirective, as_of: date) -> tuple[str, ...]:
    """One line of ``list``."""
    return (
        str(row.id),
        row.document.number,
        format_date(row.document.issued_on),
        _deadline_cell(row),
        screen_progress(row.assessment.progress, row.facts.deadline.kind),
        _days(row, as_of),
        row.unit,
        shown_content(row),
    )


def _deadline_cell(row: AssessedDirective) -> str:
    due_on = row.assessment.effective_due_on
    return format_date(due_on) if due_on else row.facts.deadline.text


def _days(row: AssessedDirective, as_of: date) -> str:
    """How far off or late, without saying the label twice; else how old, or what is unclear."""
    assessment = row.assessment
    if assessment.progress is Progress.NEEDS_REVIEW:
        return "; ".join(_review_reasons(row))
    if row.facts.state is State.DONE:
        return f"{format_days_late(assessment.days_late)}" if assessment.days_late else ""
    if assessment.days_left is None:
        return _age(row, as_of)
    if assessment.days_left < 0:
        return f"{format_number(-assessment.days_left)} ngày"
    return format_days_left(assessment.days_left)


def _review_reasons(row: AssessedDirective) -> Iterator[str]:
    if row.facts.state is State.DONE and row.facts.completed_on is None:
        yield REVIEW["undated"]
    if row.facts.deadline.is_unclear:
        yield REVIEW["unclear_deadline"]


def _age(row: AssessedDirective, as_of: date) -> str:
    """How long an open directive without a deadline has been with the office."""
    if row.facts.state not in _OPEN or not row.assessment.has_no_deadline:
        return ""
    days = (as_of - row.assigned_on).days
    return f"đã giao {format_number(days)} ngày" if days else "giao hôm nay"


def list_footer(
    rows: Sequence[AssessedDirective], as_of: date, *, is_today: bool, is_cut: bool = False
) -> str:
    """How many rows, of how many directives where turns have rows of their own, as of what day.

    A list cut down to nothing says nothing about what there is.
    """
    day = "" if is_today else f", xem theo ngày {format_date(as_of)}"
    if is_cut:
        return f"0 dòng{day}."
    if not rows:
        return f"Không có nhiệm vụ nào phù hợp{day}."
    directives = f"{format_count(len({row.id for row in rows}))} nhiệm vụ"
    if len(rows) == len({row.id for row in rows}):
        return f"{directives}{day}."
    return f"{format_count(len(rows))} dòng của {directives}{day}."


_NAMES = {"unit": "đơn vị", "officer": "người theo dõi", "assigned_by": "lãnh đạo giao việc"}
_NAMES_SHOWN = 12


def unknown_name_line(unknown: Any) -> str:
    """A name that nothing is kept under, and those that there are."""
    what = _NAMES[unknown.field]
    said = f"Trong sổ không có {what} «{shortened(unknown.name)}»"
    if not unknown.known:
        return f"{said}; chưa nhiệm vụ nào ghi {what}."
    more = ", …" if len(unknown.known) > _NAMES_SHOWN else "."
    return f"{said}; đang có: {', '.join(unknown.known[:_NAMES_SHOWN])}{more}"


def supporting_hidden(number: int) -> str:
    """Directives that are in the register and not in the list."""
    return f"Chưa kể {format_count(number)} nhiệm vụ chỉ phối hợp; xem: tracker list --role support"


def csv_rows(rows: Sequence[AssessedDirective]) -> Iterator[tuple[str, ...]]:
    """The list for a spreadsheet, heading first."""
    yield _CSV_COLUMNS
    for row in rows:
        yield (
            str(row.id),
            row.document.number,
            format_date(row.document.issued_on),
            shown_content(row),
            row.assigned_deadline.text,
            _deadline_cell(row),
            STATE[row.facts.state],
            PROGRESS[row.assessment.progress],
            format_date(row.facts.completed_on) if row.facts.completed_on else "",
            str(row.assessment.days_late),
            row.unit,
            row.officer,
            "" if row.is_secret else row.facts.result_text,
            "" if row.is_secret else row.latest_note,
        )


def whole_lines(rows: Sequence[AssessedDirective], as_of: date) -> list[str]:
    """Everything about one directive; a recurring one has its turns one after another."""
    first = rows[0]
    fields = [
        ("Nội dung", first.content),
        ("Ngày giao", format_date(first.assigned_on)),
        ("Hạn ban đầu", first.assigned_deadline.text or "không có"),
        ("Cơ quan giao", first.issuing_body),
        ("Đơn vị chủ trì", first.unit),
        ("Phối hợp", ", ".join(first.supporting_units)),
        ("Người theo dõi", first.officer),
        ("Lãnh đạo giao", first.assigned_by),
        ("Tình hình", first.latest_note),
        ("Ghim", "luôn có trong phụ lục" if first.is_pinned else ""),
        ("Vai trò", "chỉ phối hợp, không tính vào tổng số" if first.is_supporting else ""),
        ("Độ mật", "mật: không in nội dung ra báo cáo, danh sách" if first.is_secret else ""),
    ]
    title = (
        f"Nhiệm vụ {first.id}: {first.document.number} ngày {format_date(first.document.issued_on)}"
    )
    lines = [title, f"Tính đến ngày {format_date(as_of)}", ""]
    lines += [_field(label, text) for label, text in fields if text]
    for row in rows:
        lines += [*_turn_title(row), *_standing(row, as_of)]
    return lines


def _turn_title(row: AssessedDirective) -> list[str]:
    """What tells the turns of a recurring directive apart."""
    instance = row.facts.instance
    return [] if instance is None else ["", f"Kỳ đến hạn {format_date(instance)}"]


def _standing(row: AssessedDirective, as_of: date) -> list[str]:
    facts, assessment = row.facts, row.assessment
    fields = [
        ("Thời hạn", deadline_words(facts, assessment)),
        ("Tình trạng", STATE[facts.state]),
        ("Tiến độ", progress_words(facts, assessment)),
        ("Kết quả", facts.result_text),
        ("Gia hạn", _extensions(facts)),
        ("Lưu ý", "; ".join(_flags(row, as_of))),
    ]
    return [_field(label, text) for label, text in fields if text]


def _extensions(facts: Facts) -> str:
    """How often the deadline was extended, and by which letter it stands now."""
    letter = facts.extended_by
    times = f"{format_count(facts.extension_count)} lần" if facts.extension_count else ""
    by = f"hạn theo {letter.number} ngày {format_date(letter.issued_on)}" if letter else ""
    return "; ".join(filter(None, (times, by)))


def _flags(row: AssessedDirective, as_of: date) -> Iterator[str]:
    if row.facts.deadline.is_unclear:
        yield REVIEW["unclear_deadline"]
    if row.assessment.has_no_deadline:
        yield ", ".join(filter(None, (FLAG["no_deadline"], _age(row, as_of))))
    if row.assessment.is_due_on_day_off:
        yield FLAG["due_on_day_off"]
    if row.facts.is_extended_after_expiry:
        yield FLAG["extended_after_expiry"]


def _field(label: str, text: str) -> str:
    return f"  {label + ':':<16}{_indented(text)}"


def _indented(text: str) -> str:
    return text.replace("\n", "\n" + " " * 18)
