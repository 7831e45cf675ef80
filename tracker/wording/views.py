"""A list and a whole directive, put into words for the terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from tracker.core.assessed import AssessedDirective
from tracker.core.directive import Facts
from tracker.wording.echoes import deadline_words, progress_words
from tracker.wording.formats import format_count, format_date, format_document
from tracker.wording.labels import FLAG, PROGRESS, REVIEW, STATE, screen_progress
from tracker.wording.message_parts import shortened
from tracker.wording.row_cells import age_words, days_cell, deadline_cell
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


def list_cells(row: AssessedDirective, as_of: date) -> tuple[str, ...]:
    """One line of ``list``."""
    return (
        str(row.id),
        row.document.number,
        format_date(row.document.issued_on),
        deadline_cell(row),
        screen_progress(row.assessment.progress, row.facts.deadline.kind),
        days_cell(row, as_of),
        row.unit,
        shown_content(row),
    )


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
            deadline_cell(row),
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
    lines = [whole_title(rows[0]), f"Tính đến ngày {format_date(as_of)}", ""]
    lines += [_field(label, text) for label, text in assignment_fields(rows[0])]
    for row in rows:
        title = turn_title(row)
        lines += ["", title] if title else []
        lines += [_field(label, text) for label, text in standing_fields(row, as_of)]
    return lines


def whole_title(row: AssessedDirective) -> str:
    """A directive by its id and its document."""
    return f"Nhiệm vụ {row.id}: {format_document(row.document)}"


Fields = list[tuple[str, str]]
"""What is known, each with its label; nothing that is empty."""


def assignment_fields(row: AssessedDirective) -> Fields:
    """What was assigned, to whom, by whom."""
    fields = [
        ("Nội dung", row.content),
        ("Ngày giao", format_date(row.assigned_on)),
        ("Hạn ban đầu", row.assigned_deadline.text or "không có"),
        ("Cơ quan giao", row.issuing_body),
        ("Đơn vị chủ trì", row.unit),
        ("Phối hợp", ", ".join(row.supporting_units)),
        ("Người theo dõi", row.officer),
        ("Lãnh đạo giao", row.assigned_by),
        ("Tình hình", row.latest_note),
        ("Ghim", "luôn có trong phụ lục" if row.is_pinned else ""),
        ("Vai trò", "chỉ phối hợp, không tính vào tổng số" if row.is_supporting else ""),
        ("Độ mật", "mật: không in nội dung ra báo cáo, danh sách" if row.is_secret else ""),
    ]
    return [(label, text) for label, text in fields if text]


def turn_title(row: AssessedDirective) -> str:
    """What tells the turns of a recurring directive apart; empty where there are none."""
    instance = row.facts.instance
    return "" if instance is None else f"Kỳ đến hạn {format_date(instance)}"


def standing_fields(row: AssessedDirective, as_of: date) -> Fields:
    """How a directive, or one turn of it, stands on the day."""
    facts, assessment = row.facts, row.assessment
    fields = [
        ("Thời hạn", deadline_words(facts, assessment)),
        ("Tình trạng", STATE[facts.state]),
        ("Tiến độ", progress_words(facts, assessment)),
        ("Kết quả", facts.result_text),
        ("Gia hạn", _extensions(facts)),
        ("Lưu ý", "; ".join(_flags(row, as_of))),
    ]
    return [(label, text) for label, text in fields if text]


def _extensions(facts: Facts) -> str:
    """How often the deadline was extended, and by which letter it stands now."""
    letter = facts.extended_by
    times = f"{format_count(facts.extension_count)} lần" if facts.extension_count else ""
    by = f"hạn theo {format_document(letter)}" if letter else ""
    return "; ".join(filter(None, (times, by)))


def _flags(row: AssessedDirective, as_of: date) -> Iterator[str]:
    if row.facts.deadline.is_unclear:
        yield REVIEW["unclear_deadline"]
    if row.assessment.has_no_deadline:
        yield ", ".join(filter(None, (FLAG["no_deadline"], age_words(row, as_of))))
    if row.assessment.is_due_on_day_off:
        yield FLAG["due_on_day_off"]
    if row.facts.is_extended_after_expiry:
        yield FLAG["extended_after_expiry"]


def _field(label: str, text: str) -> str:
    return f"  {label + ':':<16}{_indented(text)}"


def _indented(text: str) -> str:
    return text.replace("\n", "\n" + " " * 18)
