"""Remarks beside an entry: never a refusal, each saying what to look at once more."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from tracker.wording.formats import format_count, format_date, format_number, format_weekday
from tracker.wording.message_parts import shortened
from tracker.wording.table_differences import FIELD
from tracker.wording.table_places import line_words

_FIELDS = {
    "content": "nội dung",
    "deadline": "thời hạn",
    "result": "kết quả",
    "text": "tình hình thực hiện",
    "reason": "lý do",
}


def field_name(field: str) -> str:
    """The Vietnamese name of what was typed."""
    return _FIELDS.get(field, "dòng đã gõ")


def _day(remark: Any) -> str:
    return f"{format_weekday(remark.day)}, {format_date(remark.day)}"


_SENTENCES: dict[str, Callable[[Any], str]] = {
    "two_digit_year": lambda it: (
        f"thời hạn «{it.text}» viết năm bằng hai chữ số, được hiểu là ngày {format_date(it.day)}."
        if it.day
        else f"thời hạn «{it.text}» viết năm bằng hai chữ số."
    ),
    "completion_year_assumed": lambda it: (
        f"ngày hoàn thành «{it.text}» không ghi năm, được hiểu là ngày {format_date(it.day)}."
    ),
    "year_assumed": lambda it: (
        f"thời hạn «{it.text}» không ghi năm, được hiểu là "
        + (f"ngày {format_date(it.day)}." if it.day else "năm giao nhiệm vụ.")
    ),
    "already_past": lambda it: (
        f"thời hạn «{it.text}» nằm trước ngày giao nhiệm vụ; kiểm tra lại năm."
    ),
    "date_ignored": lambda it: (
        f"«{it.text}» là nhiệm vụ thường xuyên nên ngày ghi trong đó không được tính là hạn."
    ),
    "characters_removed": lambda it: (
        f"đã bỏ {format_number(it.number)} ký tự điều khiển không in được trong "
        f"{field_name(it.text)}."
    ),
    "letters_respelled": lambda _: "chữ «ð» không phải tiếng Việt đã được ghi lại thành chữ «đ».",
    "number_respelled": lambda it: f"số ký hiệu được viết lại cho đúng chữ Đ: {it.text}.",
    "number_in_capitals": lambda it: f"số ký hiệu được viết hoa như thường lệ: {it.text}.",
    "document_on_day_off": lambda it: (
        f"văn bản đề ngày {format_date(it.day)} là ngày nghỉ ({format_weekday(it.day)}); "
        "kiểm tra lại ngày."
    ),
    "due_on_day_off": lambda it: f"hạn rơi vào ngày nghỉ ({_day(it)}).",
    "before_letter": lambda it: (
        f"thời hạn mới «{it.text}» nằm trước ngày của văn bản cho phép; kiểm tra lại ngày."
    ),
    "brought_forward": lambda it: (
        f"thời hạn mới sớm hơn thời hạn trước đó ({format_date(it.day)})."
    ),
    "same_document": lambda it: (
        f"văn bản này đã có {format_count(it.number)} nhiệm vụ khác trong sổ (mã số {it.text}"
        + (", …" if it.number > 1 else "")
        + "); khi gọi tên thì dùng mã số."
    ),
    "same_words_of_other_date": lambda it: (
        f"nội dung giống hệt nhiệm vụ mã {it.number} của văn bản cùng số, khác ngày "
        f"({format_date(it.day)}); kiểm tra ngày."
    ),
    "deadline_not_taken": lambda it: (
        f"chưa ghi thời hạn; cuối nội dung còn «{it.text}». Nếu đó là thời hạn thì ghi bằng "
        "tracker edit, tùy chọn --deadline."
    ),
    "several_results": lambda it: (
        f"kết quả nêu {format_count(it.number)} văn bản"
        + (f"; ngày hoàn thành ghi là {format_date(it.day)}." if it.day else ".")
    ),
    "deadline_unclear": lambda it: (
        f"chưa hiểu được thời hạn «{shortened(it.text)}»; giữ nguyên như đã viết, nhiệm vụ nằm "
        "trong số cần rà soát cho đến khi sửa thời hạn."
    ),
    "completion_undated": lambda _: (
        "đã thực hiện nhưng chưa rõ ngày hoàn thành; nhiệm vụ nằm trong số cần rà soát cho đến khi "
        "bổ sung ngày."
    ),
    "day_of_result": lambda it: (
        f"ngày hoàn thành lấy theo ngày của văn bản kết quả: {format_date(it.day)}."
    ),
    "done_in_other_group": lambda _: (
        "bảng ghi đã hoàn thành nhưng lại xếp vào phần chưa hoàn thành; được hiểu là đã hoàn thành."
    ),
    "document_taken_over": lambda it: (
        f"dòng này không ghi văn bản giao; lấy theo {line_words(it.number)}: {it.text}."
    ),
    "cells_taken_over": lambda it: (
        f"ô gộp với {line_words(it.number)} hoặc ghi như trên nên lấy theo dòng đó: "
        f"{', '.join(FIELD[field] for field in it.fields)}."
    ),
    "several_documents": lambda it: (
        f"ô văn bản giao còn nêu {it.text}; chỉ lấy văn bản đứng đầu, nếu văn bản kia giao nhiệm "
        "vụ riêng thì ghi thêm một dòng."
    ),
    "turn_unclear": lambda _: (
        "nhiệm vụ định kỳ nên chưa biết bảng ghi hoàn thành kỳ nào; chỉ ghi nhiệm vụ, hoàn thành "
        "từng kỳ ghi sau."
    ),
    "row_joined": lambda it: f"đã nối với dòng {it.number}, phần bị ngắt của cùng một nhiệm vụ.",
    "in_issued_report": lambda it: (
        f"nhiệm vụ này đã nằm trong báo cáo phát hành (mã {it.number}); báo cáo đó giữ nguyên và "
        f"không báo cáo lại, xem khác nhau: tracker diff {it.number}."
    ),
    "stays_done": lambda _: "nhiệm vụ đã hoàn thành trước đó nên vẫn được tính là đã hoàn thành.",
    "result_of_other_year": lambda it: (
        f"văn bản kết quả {it.text} đề ngày {format_date(it.day)}, khác năm với ngày hoàn thành; "
        "kiểm tra lại ngày."
    ),
    "counted_from_assignment": lambda it: (
        f"«{it.text}» được tính từ ngày giao, tức đến ngày {format_date(it.day)}; nếu tính từ ngày "
        "nhận văn bản thì ghi ngày cụ thể."
        if it.day
        else f"«{it.text}» được tính từ ngày giao."
    ),
    "counted_from_letter": lambda it: (
        f"«{it.text}» được tính từ ngày của văn bản cho phép"
        + (f", tức đến ngày {format_date(it.day)}." if it.day else ".")
    ),
}


def remark_sentence(remark: Any) -> str:
    """One remark as a sentence."""
    return f"Lưu ý: {_SENTENCES[remark.kind.value](remark)}"


def weekend_remark(day: date) -> str:
    """A day was entered as a day off that nobody works on anyway."""
    return (
        f"Lưu ý: {format_weekday(day)}, {format_date(day)} vốn là ngày nghỉ cuối tuần, không cần "
        "ghi; nếu là ngày làm bù thì ghi bằng: tracker days-off add NGÀY --working."
    )
