"""Parts of the sentences about errors that need more than a line."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta, timezone
from errno import errorcode
from typing import Any

from tracker.core.vietnamese import clean
from tracker.wording.formats import format_count, format_date
from tracker.wording.labels import OPERATIONS, STATE
from tracker.wording.secrecy import shown_content

_SHOWN = 60


def shortened(text: str) -> str:
    """Typed text as it may be quoted: one line, not too long, nothing in it acts."""
    plain = " ".join(clean(str(text))[0].split())
    return plain if len(plain) <= _SHOWN else plain[: _SHOWN - 1] + "…"


def listed(words: Any) -> str:
    """One word or several, with commas between them."""
    return words if isinstance(words, str) else ", ".join(words)


def subject(it: Any) -> str:
    """The directive a refusal is about; one that is only about to be entered has no id yet."""
    if not it.id:
        return f"Nhiệm vụ {it.number}"
    return f"Nhiệm vụ {it.id} ({it.number})" if it.number else f"Nhiệm vụ {it.id}"


def no_open_turn(it: Any) -> str:
    """What a recurring directive lacks: a turn that is still open, in a month where one is said."""
    month = f" trong tháng {_month(it.wanted)}" if it.wanted else ""
    return f"{subject(it)}: không có kỳ nào còn mở{month}"


def no_done_turn(it: Any) -> str:
    """What a recurring directive lacks: a turn that is done, in a month where one is said."""
    month = f" đến hạn trong tháng {_month(it.wanted)}" if it.wanted else ""
    return f"{subject(it)}: chưa ghi hoàn thành kỳ nào{month}"


def several_open_turns(it: Any) -> str:
    """Which turns of a recurring directive may be meant."""
    return f"{subject(it)} đang có {_turns(it.turns)} chưa xong ({_due(it.turns)})"


def several_done_turns(it: Any) -> str:
    """Which turns of a recurring directive that are done may be meant."""
    return f"{subject(it)} đã ghi hoàn thành {_turns(it.turns)} ({_due(it.turns)})"


def too_early(it: Any) -> str:
    """A day lies before something that was already recorded."""
    return (
        f"{subject(it)}: ngày {format_date(it.day)} nằm trước ngày {format_date(it.since)}, khi "
        "đã có việc khác được ghi (mở lại, tiếp tục, hoàn thành hoặc thu hồi)"
    )


def without_effect(it: Any) -> str:
    """What is to be recorded is overtaken by what was recorded for later."""
    what = f"ngày {format_date(it.day)}" if it.day else "điều này"
    return (
        f"{subject(it)}: {what} không làm thay đổi tình trạng «{STATE[it.state.value].lower()}» vì "
        "đã có việc ghi sau đó"
    )


def needed_states(it: Any) -> str:
    """The states of which one is needed: ``đã thực hiện hoặc thu hồi``."""
    *most, last = (STATE[state.value].lower() for state in it.needed)
    return f"{', '.join(most)} hoặc {last}" if most else last


def already_issued(it: Any) -> str:
    """A period has a report that was issued, which has to be taken back before another is."""
    return (
        f"Kỳ này đã phát hành báo cáo (mã {it.report.id}, lúc {moment(it.report.issued_at)}); cần "
        "phát hành lại thì lấy lại bản đó trước"
    )


def other_operation(it: Any) -> str:
    """What would be undone is no longer what was asked about."""
    return (
        f"Thao tác gần nhất bây giờ là «{OPERATIONS.get(it.operation, it.operation)}» lúc "
        f"{moment(it.at)}, không còn là thao tác đã hỏi"
    )


def not_come(it: Any) -> str:
    """A day that something is said to have happened on lies ahead."""
    return (
        f"ngày {format_date(it.day)} chưa đến (hôm nay là {format_date(it.today)}); chỉ ghi việc "
        "đã xảy ra"
    )


def _month(day: date) -> str:
    return f"{day.month}/{day.year}"


def _turns(turns: Sequence[date]) -> str:
    return f"{format_count(len(turns))} kỳ"


def _due(turns: Sequence[date]) -> str:
    return f"đến hạn {', '.join(map(format_date, turns))}"


def candidate_lines(found: Sequence[Any]) -> str:
    """Directives to choose from, a line each."""
    return "\n".join(
        f"  {one.id}  {one.document_number} ngày {format_date(one.issued_on)}  "
        f"{shortened(shown_content(one))}"
        for one in found
    )


_DATE = {
    "not_a_date": "viết ngày/tháng/năm, ví dụ 10/01/2024",
    "no_such_month": "tháng chỉ có từ 1 đến 12; viết ngày/tháng/năm, ví dụ 10/01/2024",
    "year_missing": "thiếu năm; viết đủ, ví dụ 10/01/2024",
    "year_out_of_range": "năm phải từ 1945 đến 2100",
}


def date_trouble(it: Any) -> str:
    """Why a text is no date."""
    if not it.text.strip():
        return f"Chưa ghi ngày: {_DATE['not_a_date']}."
    if it.problem.value == "no_such_day" and it.last_day is not None:
        why = f"tháng đó chỉ có {it.last_day} ngày; kiểm tra lại ngày"
    else:
        why = _DATE.get(it.problem.value, _DATE["not_a_date"])
    return f"Ngày «{shortened(it.text)}» không đúng: {why}."


def deadline_trouble(it: Any) -> str:
    """Why a text is no deadline."""
    if it.is_incomplete:
        return (
            f"Thời hạn «{shortened(it.text)}» còn để trống một phần; ghi đủ ngày, hoặc bỏ trống "
            "nếu không có thời hạn."
        )
    if it.trouble is not None and it.trouble.problem.value != "not_a_date":
        return date_trouble(it.trouble).replace("Ngày", "Thời hạn", 1)
    return (
        f"Không hiểu thời hạn «{shortened(it.text)}»; viết như 10/01/2024, «Tháng 3 năm 2024», "
        "«Quý II/2024», «trước ngày 25 hằng tháng», «thường xuyên», hoặc bỏ trống."
    )


_NUMBER = {
    "not_a_number": "viết như 6340/UBND-NC, 25/KH-UBND, 36-NQ/TW",
    "serial_missing": "thiếu số ở đầu; viết như 25/KH-UBND",
    "symbol_missing": "thiếu ký hiệu sau số; viết như 25/KH-UBND",
    "looks_like_date": "đây là một ngày, chưa phải số ký hiệu; viết như 25/KH-UBND",
    "extra_text": (
        "có chữ thừa quanh số ký hiệu; chỉ ghi số ký hiệu, hoặc gõ cả dòng "
        "«25/KH-UBND ngày 24/5/2023 nội dung …»"
    ),
}


def number_trouble(it: Any) -> str:
    """Why a text is no document number."""
    return f"Số ký hiệu «{shortened(it.text)}» không đúng: {_NUMBER[it.problem.value]}."


_CITATION = {
    "number_missing": "không thấy số ký hiệu",
    "date_missing": "thiếu ngày của văn bản",
    "several_numbers": "nêu nhiều văn bản, chỉ được một",
}


def citation_trouble(it: Any) -> str:
    """Why a text does not cite one document."""
    return (
        f"Văn bản «{shortened(it.text)}»: {_CITATION[it.problem.value]}; viết như "
        "«120/UBND-KGVX ngày 05/01/2024»."
    )


def someone_changed(it: Any) -> str:
    """Who changed a record, and when, as far as is known."""
    who = it.who or "người khác"
    return f"{who} (lúc {moment(it.at)})" if it.at else who


def moment(instant: str) -> str:
    """A UTC instant as clerks read it, in Vietnamese time."""
    local = _local(instant)
    return f"{local:%H:%M} {format_date(local.date())}"


_NEAR = {0: "hôm nay", 1: "hôm qua"}


def moment_seen_from(instant: str, today: date) -> str:
    """The same, as it is said on a day: ``09:12 hôm qua``."""
    local = _local(instant)
    day = local.date()
    return f"{local:%H:%M} {_NEAR.get((today - day).days) or format_date(day)}"


def _local(instant: str) -> datetime:
    return datetime.fromisoformat(instant).astimezone(timezone(timedelta(hours=7)))


def database_upgrade(it: Any) -> str:
    """The register and the program are of different versions."""
    if it.found > it.known:
        return (
            f"Sổ dữ liệu {it.location} do phiên bản mới hơn của chương trình tạo ra (mức "
            f"{it.found}, chương trình này hiểu đến mức {it.known}); hãy nâng cấp chương trình."
        )
    return (
        f"Sổ dữ liệu {it.location} của phiên bản cũ (mức {it.found}); lần ghi tiếp theo sẽ tự nâng "
        "cấp sau khi sao lưu."
    )


_WRITE = {
    "no_folder": "thư mục không có và không tạo được",
    "is_folder": "tên này là của một thư mục",
    "read_only": "thư mục hoặc tệp chỉ cho đọc",
    "in_use": "tệp đang mở ở chương trình khác, hãy đóng Excel",
    "disk_full": "ổ đĩa đã đầy",
    "name_refused": "tên tệp quá dài hoặc có ký tự không dùng được",
    "not_read_back": "đọc lại không đúng như đã ghi, ổ đĩa có thể hỏng",
}


def write_failure(it: Any) -> str:
    """Why a file could not be written, in a few words."""
    return _WRITE.get(it.failure.value, "hệ thống từ chối ghi")


def write_trouble(it: Any) -> str:
    """Why a file could not be written."""
    return (
        f"Không ghi được {it.path}: {write_failure(it)}; chọn chỗ khác bằng --out. Tệp cũ, nếu có, "
        "còn nguyên."
    )


_SETTINGS = {
    "not_readable": "không mở được tệp; kiểm tra quyền đọc",
    "not_utf8": "tệp không lưu ở bảng mã UTF-8; mở bằng Notepad và lưu lại kiểu UTF-8",
    "not_toml": "có dòng không đúng dạng tên = giá trị",
}


def settings_trouble(it: Any) -> str:
    """Why the settings file cannot be read."""
    return f"Cài đặt {it.path}{_line(it)}: {_SETTINGS[it.problem.value]}."


_EXPECTED = {
    "text": "một dòng chữ, đặt trong ngoặc kép",
    "days": "số ngày nguyên từ 0 đến 365",
    "millimetres": "số milimét từ 0 đến 100",
    "date": "ngày viết 2023-11-30, không có ngoặc kép",
    "section": "tên một phần, viết trong ngoặc vuông trên dòng riêng",
    "switch": "true hoặc false, không có ngoặc kép",
    "count": "số nguyên từ 1 đến 1000",
}


def setting_trouble(it: Any) -> str:
    """What is wrong with one setting."""
    if not hasattr(it, "expected"):
        nearest = f"; có phải «{it.nearest}»?" if it.nearest else "."
        return f"Cài đặt {it.path}{_line(it)}: không có mục «{it.key}»{nearest}"
    wanted = (
        "một trong: " + ", ".join(it.choices)
        if it.choices
        else _EXPECTED.get(it.expected.value, "giá trị khác")
    )
    return (
        f"Cài đặt {it.path}{_line(it)}: «{it.key}» cần {wanted}, nhưng đang là "
        f"«{shortened(str(it.found))}»."
    )


_LAYOUT = {
    "unknown_key": "không phải là một mục của mẫu báo cáo",
    "missing": "còn thiếu",
    "not_a_section": "phải là một phần riêng, tên viết trong ngoặc vuông",
    "no_columns": "cần ít nhất một cột, mỗi cột một phần [[layouts.TÊN.columns]]",
    "bad_name": (
        "chỉ gồm chữ thường không dấu, chữ số và dấu -, bắt đầu bằng chữ, tối đa 40 ký tự (riêng "
        "tab: chữ không dấu, số, dấu cách, tối đa 20)"
    ),
    "not_text": "cần một dòng chữ, đặt trong ngoặc kép",
    "not_lines": "cần một dòng chữ, hoặc nhiều dòng trong [ ]",
    "not_a_switch": "cần true hoặc false",
    "not_a_width": "cần một số lớn hơn 0, viết không có dấu nháy",
    "not_a_size": "cần cỡ chữ từ 8 đến 14",
    "not_a_choice": "cần một từ trong danh sách",
    "unknown_placeholder": "có chữ trong ngoặc nhọn mà chương trình không biết",
    "does_not_fit": "không dùng được với loại dòng của mẫu này",
}


def layout_trouble(it: Any) -> str:
    """What is wrong with a layout of reports."""
    nearest = f"; có phải «{it.nearest}»?" if it.nearest else "."
    choices = f" Các từ dùng được: {', '.join(it.choices)}." if it.choices else ""
    return f"Cài đặt {it.path}{_line(it)}: «{it.key}» {_layout_words(it)}{nearest}{choices}"


def _layout_words(it: Any) -> str:
    """What is wrong, with what stands there as far as the key does not say it already."""
    if it.found == "age" and len(it.choices) > 1 and it.problem.value == "does_not_fit":
        return 'đang là «age», chỉ dùng khi rows = "overdue"'
    why = _LAYOUT[it.problem.value]
    if it.found is None or it.key.endswith(f".{it.found}"):
        return why
    found = f"«{shortened(str(it.found))}»"
    return f"{why}, nhưng đang là {found}" if why.startswith("cần") else f"{why}: {found}"


def _line(it: Any) -> str:
    return f", dòng {it.line}" if it.line else ""


FOLDER_CHOSEN = "đây là thư mục, không phải tệp; chọn một tệp trong thư mục đó"
"""Follows the name of what was given where a file is wanted."""

_UNUSABLE = {
    "missing": "không có tệp này",
    "is_folder": FOLDER_CHOSEN,
    "not_readable": "không đọc được tệp; kiểm tra quyền đọc",
    "not_a_register": "đây không phải là bản sao lưu của chương trình này",
    "newer": "bản này do phiên bản mới hơn của chương trình tạo ra; hãy nâng cấp chương trình",
    "damaged": "bản này bị hỏng; chọn bản sao lưu khác trong thư mục backups",
}


def copy_trouble(it: Any) -> str:
    """Why a register cannot be restored from a file."""
    return f"Không khôi phục được từ {it.path}: {_UNUSABLE[it.why.value]}. Sổ không thay đổi."


_NOT_WRITTEN = {
    "ENOSPC": ": ổ đĩa đã đầy",
    "EDQUOT": ": ổ đĩa đã đầy",
    "EACCES": ": thư mục chỉ cho đọc",
    "EPERM": ": thư mục chỉ cho đọc",
    "EROFS": ": thư mục chỉ cho đọc",
}


def backup_trouble(it: Any) -> str:
    """Why a copy of the register could not be written."""
    why = _NOT_WRITTEN.get(errorcode.get(it.error_number or 0, ""), "")
    return (
        f"Không ghi được bản sao lưu {it.target}{why}; chọn chỗ khác: tracker backup TỆP. Sổ không "
        "thay đổi."
    )
