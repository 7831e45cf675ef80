"""What is said of a table, pasted or from a file: its rows, what is wrong in them, how many."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from tracker.wording.formats import (
    capitalised,
    format_count,
    format_date,
    format_number,
    uncapitalised,
)
from tracker.wording.labels import PROGRESS, STATE
from tracker.wording.message_parts import shortened
from tracker.wording.messages import sentence
from tracker.wording.table_differences import FIELD
from tracker.wording.table_places import Places, line_words, lines_words

KIND = {
    "new": "Mới",
    "same": "Đã có",
    "changed": "Khác với sổ",
    "duplicate": "Lặp lại",
    "problem": "Chưa đọc được",
}
"""What becomes of a row, in a word."""


PASSED_OVER = {
    "heading": "tiêu đề cột",
    "column_numbers": "số thứ tự cột",
    "group": "tên nhóm",
    "section": "tên mục",
    "note": "ghi chú",
    "total": "tổng cộng",
    "signature": "nơi nhận, chữ ký",
    "text": "chữ ngoài bảng",
}
"""What else stands in a table."""

_PROBLEMS: dict[str, Callable[[Any], str]] = {
    "number_missing": lambda it: (
        "không thấy số ký hiệu văn bản giao nhiệm vụ"
        + (f" trong «{shortened(it.seen)}»" if it.seen else "")
        + "; ghi thêm, viết như 25/KH-UBND ngày 24/5/2023."
    ),
    "date_missing": lambda it: (
        f"văn bản «{shortened(it.seen)}» chưa có ngày; ghi thêm, viết như ngày 24/5/2023."
    ),
    "content_missing": lambda it: (
        f"chưa có nội dung nhiệm vụ của văn bản «{shortened(it.seen)}»; ghi thêm nội dung."
    ),
    "not_calculated": lambda _: (
        "ô này là công thức chưa được tính nên chưa có giá trị; mở tệp bằng Excel hoặc "
        "LibreOffice, lưu lại rồi nhập lại."
    ),
    "value_lost": lambda it: (
        f"trong tệp chỉ còn «{shortened(it.seen)}» vì cột hẹp khi xuất tệp, giá trị đã mất; nới "
        "rộng cột rồi xuất lại, hoặc ghi lại giá trị vào tệp."
    ),
    "old_font": lambda _: (
        "gõ bằng phông chữ cũ (TCVN3 hoặc VNI) nên không đọc được; cho biết phông nào để đọc lại."
    ),
    "refused": lambda it: uncapitalised(sentence(it.trouble)),
}


def problem_sentence(problem: Any, heading: str = "") -> str:
    """Why a row cannot be entered as it stands: ``Dòng 5 (ngày văn bản): …``.

    ``heading``: what the table itself calls the column.
    """
    column = _column(problem, heading)
    where = f", {column}" if column else ""
    row = f"{capitalised(line_words(problem.line))}{_beginning(problem)}"
    return f"{row}{where} {_problem(problem)}"


def _beginning(problem: Any) -> str:
    """How a row begins of which the reason quotes nothing: Word shows no numbers of rows."""
    draft = problem.draft
    if problem.seen or draft is None:
        return ""
    text = next(filter(None, (draft.content, draft.number, draft.deadline, draft.result)), "")
    parts = [
        *([f"TT {shortened(problem.ordinal)}"] if problem.ordinal else ()),
        *([f"«{shortened(text)}»"] if text else ()),
    ]
    return f", {' '.join(parts)}" if parts else ""


def problem_words(problem: Any, heading: str) -> str:
    """The same for whoever knows which row it is: ``Cột «Số, ngày» (ngày văn bản): …``."""
    return capitalised(f"{_column(problem, heading) or 'ô'} {_problem(problem)}")


def _column(problem: Any, heading: str) -> str:
    """Empty where the column has no heading, or the name of the field for one."""
    words = shortened(heading)
    is_told = words and words.lower() != FIELD[problem.field.value]
    return f"cột «{words}»" if is_told else ""


def _problem(problem: Any) -> str:
    return f"({FIELD[problem.field.value]}): {_PROBLEMS[problem.kind.value](problem)}"


def _line_alone(place: Any) -> str:
    return line_words(place.line)


def row_words(row: Any, where: Callable[[Any], str] = _line_alone) -> str:
    """What becomes of a row; of one that is there already, where it is.

    ``where``: names the place of a row, with its table where there are several.
    """
    if row.repeats is not None:
        if row.alike < 1:
            return f"Giống {where(row.repeats)}, chưa chắc là một"
        adds = "; bổ sung điều dòng đó chưa có" if row.adds else ""
        return f"Lặp lại {where(row.repeats)}{adds}"
    if row.duplicate_of is None:
        return KIND[row.kind.value]
    known = f"(mã {row.duplicate_of})"
    if row.is_guess:
        return f"Giống một nhiệm vụ trong sổ {known}"
    return f"Đã có trong sổ {known}" + (", có điều khác" if row.kind.value == "changed" else "")


def completed_words(completion: Any) -> str:
    """When something was completed; not every row that tells of it tells the day."""
    day = completion.completed_on
    return "(chưa rõ ngày)" if day is None else format_date(day)


def count_words(rows: Iterable[Any]) -> str:
    """How many rows there are, and how many of each kind."""
    counted = Counter(row.kind.value for row in rows)
    parts = [
        f"{format_number(counted['new'])} mới",
        f"{format_number(counted['same'])} đã có trong sổ",
        *([f"{format_number(counted['changed'])} khác với sổ"] if counted["changed"] else ()),
        *([f"{format_number(counted['duplicate'])} lặp lại"] if counted["duplicate"] else ()),
        f"{format_number(counted['problem'])} chưa đọc được",
    ]
    return f"{format_number(counted.total())} dòng: {', '.join(parts)}"


def contradiction_sentence(row: Any) -> str:
    """The progress that a table claims beside the one that follows from its dates."""
    is_of_row = row.contradicted_claim == row.draft.progress
    claimed = f"{'bảng ghi' if is_of_row else 'bảng xếp vào'} «{shortened(row.contradicted_claim)}»"
    computed = f"«{PROGRESS[row.progress.value]}»"
    if row.was_overdue_then:
        computed += f" ngay từ ngày của bảng, {format_date(row.listed_on)}"
    state = STATE["done" if row.completion is not None else "in_progress"].lower()
    return (
        f"Dòng {row.line}: {claimed}, tính theo ngày tháng là {computed} ({state}); sổ dùng kết "
        "quả tính."
    )


def miscount_words(group: Any) -> str:
    """That a part of a table claims another number of rows than it has."""
    return (
        f"dòng {group.line}: «{shortened(group.text)}» ghi {format_count(group.claimed)} nhưng "
        f"có {format_count(group.found)} dòng"
    )


def table_sentences(preview: Any) -> Iterator[str]:
    """What is odd about the table as a whole."""
    for group in preview.miscounted:
        yield capitalised(f"{miscount_words(group)}; kiểm tra xem đã chép đủ bảng chưa.")
    if preview.month_first_lines:
        yield (
            f"Ngày ở {lines_words(preview.month_first_lines)} viết tháng trước ngày sau; có thể "
            "ngày và tháng của các dòng khác cũng bị đảo, kiểm tra lại trước khi ghi."
        )
    if preview.turned_lines:
        yield (
            f"Ngày ở {lines_words(preview.turned_lines)} có thể đã bị Excel đảo ngày và tháng; để "
            "nguyên như trong bảng, so với văn bản gốc trước khi ghi."
        )


def passed_over_line(preview: Any) -> str:
    """What was recognised and left aside; empty where nothing was."""
    counted = Counter(one.kind.value for one in preview.passed_over)
    counted["group"] = len(preview.groups)
    parts = [
        f"{format_number(counted[kind])} {label}"
        for kind, label in PASSED_OVER.items()
        if counted[kind]
    ]
    return f"Không phải nhiệm vụ: {', '.join(parts)}." if parts else ""


def unused_sentence(draft: Any) -> str:
    """The texts of a row that no place was found for; empty where there are none."""
    if not draft.unused:
        return ""
    quoted = ", ".join(f"«{shortened(text)}»" for text in draft.unused)
    return f"Dòng {draft.line}: không dùng {quoted}."


def entered_words(entered: Any, preview: Any, *, is_file: bool = False) -> str:
    """What a pasted table, or files, as looked at before, have become; what was not entered."""
    source, again = ("tệp", "nhập lại tệp") if is_file else ("bảng dán vào", "dán lại")
    parts = [f"Đã ghi {format_count(len(entered.new))} nhiệm vụ từ {source}."]
    if entered.changed:
        parts.append(f"Đã bổ sung {format_count(len(entered.changed))} nhiệm vụ đã có trong sổ.")
    where = Places(preview.tables)
    if entered.left_out:
        there = "; ".join(_left_out_row(one, where) for one in entered.left_out)
        parts.append(f"Sổ đã thay đổi từ lúc xem trước nên không ghi: {there}.")
    unread = [(at, row) for at, row in preview.rows.items() if row.kind.value == "problem"]
    if unread:
        shown = [_unread_row(row, where.of(place)) for place, row in unread[:_UNREAD_SHOWN]]
        more = "; …" if len(unread) > _UNREAD_SHOWN else "."
        those = "dòng đó" if len(unread) == 1 else "các dòng đó"
        parts.append(
            f"Còn {format_count(len(unread))} dòng chưa đọc được nên chưa ghi: "
            f"{'; '.join(shown)}{more} Sửa {those} rồi {again}."
        )
    return " ".join(parts)


_UNREAD_SHOWN = 3


def _left_out_row(left_out: Any, where: Places) -> str:
    line = where.of(left_out.place)
    return line if left_out.id is None else f"{line} (mã {left_out.id})"


def _unread_row(row: Any, line: str) -> str:
    number = row.draft.number if row.draft is not None else ""
    return line + (f" ({shortened(number)})" if number else "")
