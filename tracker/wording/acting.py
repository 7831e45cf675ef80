"""What is asked when something is recorded about directives, and what is said after."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, NamedTuple

from tracker.core.assessed import AssessedDirective
from tracker.core.rules import Policy
from tracker.wording.bulk import acted_lines, told_sentence
from tracker.wording.cell_width import cut, one_line
from tracker.wording.echoes import recorded_words
from tracker.wording.formats import format_count, format_date, format_document
from tracker.wording.labels import PROGRESS
from tracker.wording.secrecy import shown_content

_SAMPLES = 3
_SAMPLE_CELLS = 80


class FieldWords(NamedTuple):
    """A field of a form in words."""

    label: str
    hint: str = ""
    help: str = ""


UNKNOWN_DAY = "không rõ"
"""Typed as the day of a completion where nobody knows it."""

_DOCUMENT_HELP = (
    "Số ký hiệu và ngày của văn bản, ví dụ: 120/UBND-KGVX ngày 05/01/2024. Việc có hiệu lực từ "
    "ngày của văn bản."
)
_DAY_HELP = "Viết ngày trước tháng sau: 27/11/2023; hoặc: hôm nay, hôm qua, -3 (ba ngày trước)."

FIELDS = {
    "result": FieldWords(
        "Kết quả: văn bản (số ký hiệu, ngày) hoặc bằng lời",
        "ví dụ: 1514/KHCN-VP ngày 27/11/2023",
        "Ngày hoàn thành là ngày của văn bản kết quả, trừ khi ghi ngày khác ở ô dưới.",
    ),
    "on_done": FieldWords(
        "Ngày hoàn thành (để trống: ngày của văn bản kết quả)",
        f"ví dụ: 27/11/2023, hôm nay, {UNKNOWN_DAY}",
        _DAY_HELP + f" Không ai biết ngày thì gõ: {UNKNOWN_DAY}; nhiệm vụ sẽ cần rà soát.",
    ),
    "to": FieldWords(
        "Thời hạn mới",
        "ví dụ: 31/01/2024, Tháng 3 năm 2024, trong 10 ngày làm việc",
        "Ghi như trong văn bản cho phép.",
    ),
    "by": FieldWords(
        "Văn bản (số ký hiệu, ngày)", "ví dụ: 120/UBND-KGVX ngày 05/01/2024", _DOCUMENT_HELP
    ),
    "on": FieldWords("Từ ngày (để trống: ngày của văn bản)", "ví dụ: 05/01/2024", _DAY_HELP),
    "on_start": FieldWords("Bắt đầu từ ngày (để trống: hôm nay)", "hôm nay", _DAY_HELP),
    "on_note": FieldWords("Đến ngày (để trống: hôm nay)", "hôm nay", _DAY_HELP),
    "reason": FieldWords("Lý do (có thể để trống)", "ví dụ: chờ hướng dẫn của Bộ"),
    "text": FieldWords(
        "Tình hình thực hiện",
        "ví dụ: Đã gửi dự thảo lấy ý kiến",
        "Mẫu kế hoạch công tác in tình hình mới nhất; Ctrl+J xuống dòng.",
    ),
    "void_reason": FieldWords("Vì sao bỏ", "ví dụ: ghi hai lần"),
    "unit": FieldWords("Đơn vị chủ trì (để trống: không đổi)", "ví dụ: Phòng Quản lý khoa học"),
    "officer": FieldWords("Người theo dõi (để trống: không đổi)", "ví dụ: Nguyễn Thị Lan"),
}
"""The fields of the forms, by their names here."""

FOLLOWS_DOCUMENT = "theo ngày của văn bản"
TODAY = "hôm nay"
DAY_UNKNOWN = "không rõ ngày; nhiệm vụ sẽ cần rà soát"


def about_words(rows: Sequence[AssessedDirective]) -> str:
    """Which directives it is about: one whole, of several the number and three samples."""
    if len(rows) == 1:
        row = rows[0]
        document = format_document(row.document)
        return f"Nhiệm vụ {row.id}: {document}\n{_short(shown_content(row))}"
    lines = [f"{format_count(len(rows))} nhiệm vụ cùng lúc, hoàn tác được một lần, gồm:"]
    lines += [
        _short(f"  {row.id}  {row.document.number}: {shown_content(row)}")
        for row in rows[:_SAMPLES]
    ]
    rest = len(rows) - _SAMPLES
    return "\n".join([*lines, f"  và {format_count(rest)} nhiệm vụ khác"] if rest > 0 else lines)


def done_already_words(rows: Sequence[AssessedDirective]) -> str:
    """What an extension may do to directives that are done."""
    what = "Nhiệm vụ đã hoàn thành"
    if len(rows) > 1:
        what = f"{format_count(len(rows))} nhiệm vụ đã hoàn thành"
    return (
        f"{what}: văn bản có từ trước hay đúng ngày hoàn thành có thể đổi «{PROGRESS['late']}» "
        f"thành «{PROGRESS['on_time']}»"
    )


def turned_words(turned: Sequence[tuple[AssessedDirective, str]]) -> str:
    """How the judgement on directives that are done changes, each with its new one."""
    return "; ".join(
        f"nhiệm vụ {row.id} đã hoàn thành: «{PROGRESS[row.assessment.progress]}» sẽ thành "
        f"«{PROGRESS[after]}»"
        for row, after in turned[:_SAMPLES]
    ) + ("; …" if len(turned) > _SAMPLES else "")


def recorded_today_words(shown_day: date | None) -> str:
    """That what is recorded counts from today while another day is looked at; else empty."""
    if shown_day is None:
        return ""
    return f"Đang xem theo ngày {format_date(shown_day)}; việc ghi vẫn tính theo hôm nay."


def _short(text: str) -> str:
    indent = len(text) - len(text.lstrip())
    return " " * indent + cut(one_line(text), _SAMPLE_CELLS)


def not_doable_words(label: str, rows: Sequence[AssessedDirective], *, of: int) -> str:
    """The action makes no sense for some of the rows as they stand."""
    named = ", ".join(str(row.id) for row in rows[:5]) + (", …" if len(rows) > 5 else "")
    if of == 1:
        return f"«{label}» không làm được với nhiệm vụ {named} vì tình trạng hiện nay của nó."
    return (
        f"«{label}» không làm được với {format_count(len(rows))} trong {format_count(of)} nhiệm vụ "
        f"đã đánh dấu (mã {named}); bỏ dấu những nhiệm vụ đó rồi làm lại."
    )


def acted_words(operation: str, acted: Any, *, today: date, policy: Policy) -> str:
    """What was recorded, how it stands now, and what is worth knowing."""
    return "\n".join(_acted(operation, acted, today, policy))


def _acted(operation: str, acted: Any, today: date, policy: Policy) -> Iterator[str]:
    if len(acted.directives) == 1 and not acted.unchanged:
        yield recorded_words(operation, acted.directives[0], today, policy)
    else:
        yield from acted_lines(operation, acted)
    for told in acted.remarks:
        yield told_sentence(told, acted)


MENU_TITLE = "Làm gì với nhiệm vụ này?"


def menu_title(number: int) -> str:
    """The title of the list of actions."""
    return MENU_TITLE if number == 1 else f"Làm gì với {format_count(number)} nhiệm vụ đã đánh dấu?"


NOTHING_TO_UNDO = "Không còn việc nào của mình để hoàn tác."
UNDO_TITLE = "Hoàn tác"
