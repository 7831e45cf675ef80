"""What ``tracker import`` says: what the files hold, what is entered, what has become of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from tracker.wording.cell_width import one_line
from tracker.wording.formats import (
    capitalised,
    format_count,
    format_date,
    format_document,
    format_number,
)
from tracker.wording.import_notes import lines_to_check, note_lines
from tracker.wording.labels import PROGRESS
from tracker.wording.message_parts import shortened
from tracker.wording.pasting import (
    completed_words,
    contradiction_sentence,
    count_words,
    entered_words,
    passed_over_line,
    problem_sentence,
)
from tracker.wording.table_differences import (
    differences_words,
    guess_words,
    is_newer_than_table,
    is_open_there,
)
from tracker.wording.table_places import Places, table_in_file
from tracker.wording.table_remarks import odd_sentences

READING = "Đang đọc tệp"
CHECKING = "Đang kiểm tra từng dòng"
STORING = "Đang ghi vào sổ"

NOTHING_ENTERED = "Chưa ghi gì vào sổ."
ALL_ENTERED = "Đã ghi xong vào sổ trước khi dừng; lấy lại: tracker undo"

_SHOWN = 20
"""So many rows of a kind are shown, unless all are asked for."""

_NAMED = 5
"""So many rows are named in a sentence, unless all are asked for."""


def preview_lines(preview: Any, *, is_whole: bool) -> Iterator[str]:
    """What the files hold, table by table: what needs a look first, then what is new."""
    most = None if is_whole else _SHOWN
    others = [table for table in preview.tables if not table.is_register]
    for table in others[:most]:
        yield f"{capitalised(table_in_file(table))}: không phải bảng nhiệm vụ nên bỏ qua."
    if most is not None and len(others) > most:
        yield f"… và {format_count(len(others) - most)} bảng khác không phải bảng nhiệm vụ."
    for number, table in enumerate(preview.tables):
        if not table.is_register:
            continue
        name = capitalised(table_in_file(table))
        yield f"{name}: {count_words(table.preview.rows)}."
        for line in odd_sentences(table):
            yield f"  ! {line}"
        if line := passed_over_line(table.preview):
            yield f"  {line}"
        for title, lines in _parts(preview, number, is_whole=is_whole):
            yield from _part(title, lines, most)
    yield from _since_then(preview, is_whole=is_whole)
    yield totals_line(preview)


def _part(title: str, lines: list[str], most: int | None) -> Iterator[str]:
    if lines:
        yield f"{title} ({format_count(len(lines))}):"
    for line in lines[:most]:
        yield f"  {one_line(line)}"
    if most is not None and len(lines) > most:
        yield f"  … còn {format_count(len(lines) - most)} dòng nữa; xem đủ bằng --all"


def _parts(preview: Any, number: int, *, is_whole: bool) -> Iterator[tuple[str, list[str]]]:
    rows = preview.tables[number].preview.rows
    where = Places(preview.tables).of
    yield (
        "Chưa đọc được",
        [problem_sentence(row.problem) for row in rows if row.problem is not None],
    )
    yield (
        "Khác với sổ",
        [_changed_line(row, where) for row in rows if row.kind.value == "changed" or _is_open(row)],
    )
    yield (
        "Sổ ghi đã xong, bảng ghi chưa" if not is_whole else "Bảng ghi khác, sổ giữ nguyên",
        [_changed_line(row, where) for row in rows if _is_told_otherwise(row, is_whole=is_whole)],
    )
    yield (
        "Tiến độ ghi trong bảng khác với tính theo ngày tháng",
        [contradiction_sentence(row) for row in rows if row.is_contradicted and _is_kept(row)],
    )
    yield "Lặp lại", [_repeated_line(row, where) for row in rows if row.repeats is not None]
    yield "Mới", [_new_line(row) for row in rows if row.kind.value == "new"]
    kept = [row for row in rows if _is_kept(row)]
    yield "Kiểm tra lại ngày văn bản", [*lines_to_check(kept)]
    yield "Ghi chú", [*note_lines(kept, is_whole=is_whole)]


def _is_open(row: Any) -> bool:
    return row.kind.value == "same" and any(one.is_open for one in row.differences)


def _is_told_otherwise(row: Any, *, is_whole: bool) -> bool:
    """Whether the table tells otherwise what the register has, and that may be news to somebody.

    Nobody waits for what the register has put right since, unless all is asked for.
    """
    if row.kind.value != "same" or _is_open(row):
        return False
    return any(
        is_whole or (is_open_there(one, row) and not is_newer_than_table(one, row))
        for one in row.differences
    )


def _is_kept(row: Any) -> bool:
    return row.kind.value in ("new", "changed")


def _changed_line(row: Any, where: Callable[[Any], str]) -> str:
    guess = guess_words(row, where)
    known = f"đoán là {guess}" if guess else f"mã {row.duplicate_of}"
    told = "; ".join(differences_words(row, where))
    return f"dòng {row.line} {_named(row)} ({known}): {told}"


def _repeated_line(row: Any, where: Callable[[Any], str]) -> str:
    repeats = "đoán là lặp lại" if row.alike < 1 else "lặp lại"
    told = "; ".join((f"{repeats} {where(row.repeats)}", *differences_words(row, where)))
    return f"dòng {row.line} {_named(row)}: {told}"


def _new_line(row: Any) -> str:
    parts = [
        f"dòng {row.line} {_named(row)}",
        _due(row.assignment.deadline),
        PROGRESS[row.progress.value] if row.progress else "",
        _done(row.completion),
        shortened(row.assignment.content),
    ]
    return " · ".join(filter(None, parts))


def _due(deadline: Any) -> str:
    if deadline.due_on is not None:
        return f"hạn {format_date(deadline.due_on)}"
    if deadline.is_unclear:
        return f"hạn «{shortened(deadline.text)}» chưa hiểu được"
    is_none = deadline.kind.value == "none" or not deadline.text
    return "không thời hạn" if is_none else f"hạn {shortened(deadline.text)}"


def _done(completion: Any) -> str:
    if completion is None:
        return ""
    return f"xong {completed_words(completion)}"


def _named(row: Any) -> str:
    return format_document(row.assignment.document)


_BECOMES = {
    "new": "mới",
    "added": "bổ sung",
    "same": "đã có trong sổ",
    "left": "khác với sổ nên để nguyên",
    "duplicate": "lặp lại",
    "guess": "chỉ đoán nên chưa ghi",
    "problem": "chưa đọc được",
}
"""What becomes of a row: each is one of these only."""

_SELDOM = ("left", "guess")
"""Told only where there is one."""


def _becomes(row: Any) -> str:
    if row.is_guess:
        return "guess"
    if row.kind.value == "changed":
        return "added" if row.is_entered else "left"
    return str(row.kind.value)


def totals_line(preview: Any) -> str:
    """What becomes of all rows of all tables together, and the day it was judged on."""
    counted = Counter(map(_becomes, preview.rows.values()))
    parts = [
        f"{format_number(counted[one])} {words}"
        for one, words in _BECOMES.items()
        if counted[one] or one not in _SELDOM
    ]
    day = format_date(preview.tables[0].preview.read_on)
    return f"Tổng cộng: {', '.join(parts)}; tính đến hôm nay {day}."


def _since_then(preview: Any, *, is_whole: bool) -> Iterator[str]:
    """What was not yet due when a table was made and is overdue by now, by name."""
    overdue = [*_overdue_by_now(preview)]
    if not overdue:
        return
    where = Places(preview.tables).of
    shown = overdue if is_whole else overdue[:_NAMED]
    named = [f"{where(place)} ({row.assignment.document.number})" for place, row in shown]
    more = len(overdue) - len(shown)
    yield (
        f"{format_count(len(overdue))} nhiệm vụ trong bảng ghi chưa đến hạn nay đã quá hạn: "
        + "; ".join(named)
        + (f"; và {format_count(more)} dòng nữa, xem đủ bằng --all." if more else ".")
    )


def _overdue_by_now(preview: Any) -> Iterator[tuple[Any, Any]]:
    """The new tasks that are overdue, the table calls not yet due and no further row done."""
    done = {
        row.repeats
        for row in preview.rows.values()
        if any(one.field.value == "completed" and one.is_entered for one in row.differences)
    }
    for place, row in preview.rows.items():
        if row.kind.value == "new" and row.is_overdue_by_now and place not in done:
            yield place, row


def nothing_to_enter(preview: Any) -> str:
    """That nothing is entered; what is left for somebody to look at."""
    rows = preview.rows.values()
    guesses = sum(row.is_guess for row in rows)
    differing = sum(
        not row.is_guess and any(one.is_open for one in row.differences) for row in rows
    )
    unread = sum(row.kind.value == "problem" for row in rows)
    parts = [
        *([f"{format_count(guesses)} dòng chỉ đoán là nhiệm vụ đã có"] if guesses else ()),
        *([f"{format_count(differing)} dòng khác với sổ"] if differing else ()),
        *([f"{format_count(unread)} dòng chưa đọc được"] if unread else ()),
    ]
    if not parts:
        return "Không có gì mới để ghi: sổ đã có đủ."
    return f"Không có gì để ghi ngay; còn {', '.join(parts)}, cần xem lại (nêu ở trên)."


def question(preview: Any) -> str:
    """Whether to enter it; what is left out is said."""
    rows = preview.rows.values()
    new = sum(row.is_entered and row.kind.value == "new" for row in rows)
    more = sum(row.is_entered and row.kind.value == "changed" for row in rows)
    unread = sum(row.kind.value == "problem" for row in rows)
    parts = [
        *([f"ghi {format_count(new)} nhiệm vụ mới"] if new else ()),
        *([f"bổ sung {format_count(more)} nhiệm vụ đã có"] if more else ()),
        *([f"bỏ lại {format_count(unread)} dòng chưa đọc được"] if unread else ()),
    ]
    return f"{capitalised(', '.join(parts))}? [c/K] "


def imported_lines(entered: Any, preview: Any) -> Iterator[str]:
    """What has become of the files, and how to take it back."""
    yield entered_words(entered, preview, is_file=True)
    if entered.new or entered.changed:
        yield "Lấy lại cả lần nhập này: tracker undo"


def reported_about(done: int) -> str:
    """Why it is asked until when what is done was reported already."""
    return (
        f"Đây là lần nhập đầu tiên, có {format_count(done)} nhiệm vụ đã hoàn thành. Những việc "
        "hoàn thành đến hết ngày nào đã được báo cáo (để phụ lục không đưa lại)?"
    )


def reported_question(done: int, proposed: date) -> str:
    """The same, answered at the terminal."""
    return f"{reported_about(done)} Enter: {format_date(proposed)}; k: chưa báo cáo việc nào: "


REPORTED_TITLE = "Đã báo cáo đến ngày nào?"
REPORTED_FIELD = "Đến hết ngày (gõ k nếu chưa báo cáo việc nào)"
REPORTED_SAVE = "Ghi vào sổ"
REPORTED_NONE = "chưa báo cáo việc nào: phụ lục kỳ tới đưa vào tất cả"
"""The question in a form."""


def reported_unknown(done: int) -> str:
    """The same, where nobody can be asked."""
    return (
        f"Có {format_count(done)} nhiệm vụ đã hoàn thành, phụ lục kỳ tới sẽ đưa vào; nếu đã "
        "báo cáo rồi thì nhập kèm --reported-until NGÀY, hoặc đặt reported_until trong "
        "data/tracker.toml."
    )


def day_kept(day: date, settings: Path) -> str:
    """The day stands in the settings."""
    return f"Việc hoàn thành đến hết {format_date(day)} coi như đã báo cáo (ghi trong {settings})."


def day_not_kept(day: date, settings: Path) -> str:
    """The day could not be written down."""
    return (
        f"Không ghi được ngày đã báo cáo vào {settings}; tự thêm dòng này dưới [rules]: "
        f"reported_until = {day.isoformat()}"
    )
