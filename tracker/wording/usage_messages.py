"""What is said when a command, a text or the settings cannot be understood."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from errno import EADDRINUSE, ERANGE
from typing import Any

from tracker.wording.differences import FIELD
from tracker.wording.formats import format_count, format_date
from tracker.wording.labels import EVENT
from tracker.wording.message_parts import (
    citation_trouble,
    date_trouble,
    deadline_trouble,
    layout_trouble,
    listed,
    number_trouble,
    setting_trouble,
    settings_trouble,
    shortened,
)

_EMPTY = {
    "content": "nội dung nhiệm vụ (--content)",
    "number": "số ký hiệu văn bản",
    "text": "tình hình thực hiện (--text)",
    "by": "văn bản làm căn cứ (--by «số ký hiệu ngày …»)",
    "because": "lý do bỏ việc đã ghi (--because)",
    "void_reason": "lý do bỏ nhiệm vụ (--reason), hoặc nhiệm vụ được giữ lại (--duplicate-of)",
    "retract_reason": "lý do lấy lại báo cáo (--reason)",
    "officer": "tên người theo dõi",
}

_PARTS_OF_EVENT = {
    "to": "--to",
    "by": "--by",
    "on": "--on",
    "reason": "--reason",
    "text": "--text",
    "result": "--result",
}

_ONE_LINE = {
    "number_missing": (
        "Không thấy số ký hiệu văn bản trong dòng vừa gõ; viết như: "
        "«25/KH-UBND ngày 24/5/2023 nội dung … hạn 10/01/2024»."
    ),
    "date_missing": (
        "Không thấy ngày của văn bản ngay sau số ký hiệu; viết như: "
        "«25/KH-UBND ngày 24/5/2023 nội dung … hạn 10/01/2024»."
    ),
    "content_missing": (
        "Dòng vừa gõ chưa có nội dung nhiệm vụ; viết như: "
        "«25/KH-UBND ngày 24/5/2023 nội dung … hạn 10/01/2024»."
    ),
}

_PORT = {
    EADDRINUSE: "chương trình khác đang dùng",
    ERANGE: "số cổng từ 1 đến 65535",
}


def _one_line(it: Any) -> str:
    return _ONE_LINE.get(it.problem.value, _ONE_LINE["number_missing"])


def _no_choice(option: str, text: str, choices: Sequence[str]) -> str:
    return f"{option} không nhận giá trị «{shortened(text)}»; chọn trong: {', '.join(choices)}."


NOTHING_TO_CHANGE = "Chưa ghi gì để thay đổi; gõ đơn vị hoặc người theo dõi."

USAGE: dict[str, Callable[[Any], str]] = {
    "UsageError": lambda _: "Lệnh gõ chưa đúng; xem tracker --help.",
    "BadArguments": lambda it: f"{it.command}: {it.message}. Xem {it.command} --help.",
    "UnknownCommand": lambda it: (
        f"Không có lệnh «{shortened(it.name)}»"
        + (f"; có phải «{it.nearest}»?" if it.nearest else ".")
        + " Xem các lệnh: tracker --help."
    ),
    "UnreadableDate": date_trouble,
    "UnreadableDocumentNumber": number_trouble,
    "UnreadableCitation": citation_trouble,
    "UnreadableDeadline": deadline_trouble,
    "UnreadablePeriod": lambda it: (
        f"«{shortened(it.text)}» không phải là kỳ báo cáo; viết 12/2023, Q4/2023, 6T/2023, "
        "9T/2023 hoặc 2023."
    ),
    "PeriodReversed": lambda it: (
        f"Kỳ báo cáo kết thúc ({format_date(it.ends_on)}) trước khi bắt đầu "
        f"({format_date(it.starts_on)}); đổi chỗ hai ngày."
    ),
    "PeriodNotBegun": lambda it: (
        f"Kỳ báo cáo bắt đầu từ ngày {format_date(it.starts_on)} nên chưa có gì để báo cáo "
        f"vào ngày {format_date(it.today)}; chọn kỳ khác."
    ),
    "SuffixOfOtherFormat": lambda it: (
        f"Tên tệp {shortened(str(it.path))} có đuôi {it.suffix}, không hợp với dạng tệp sẽ ghi; "
        f"đặt đuôi {it.wanted_suffix}"
        + (f" hoặc thêm --format {it.known_format}." if it.known_format else ".")
    ),
    "OptionsWithoutUse": lambda it: (
        f"{listed(it.options)} không dùng được với --format {it.format}; bỏ đi, hoặc chọn "
        f"--format {listed(it.usable_formats)}."
    ),
    "PeriodMissing": lambda _: (
        "Cần cho biết kỳ báo cáo, ví dụ 12/2023, hoặc cả hai ngày --from và --to."
    ),
    "PeriodTwice": lambda _: "Đã cho kỳ báo cáo thì không dùng --from, --to; bỏ một trong hai.",
    "EmptyText": lambda it: (
        f"Chưa có {_EMPTY.get(it.field, 'nội dung')}; hãy ghi rõ rồi chạy lại lệnh."
    ),
    "TextTooLong": lambda it: (
        f"Nội dung dài {format_count(it.length)} ký tự, sổ nhận nhiều nhất "
        f"{format_count(it.most)}; rút ngắn lại, phần dài để trong tệp riêng."
    ),
    "NothingSaid": lambda _: (
        "Chưa nói sửa gì: cho giá trị đúng (--to, --by, --on, --reason, --text, --result), hoặc "
        "--remove nếu việc đó không hề xảy ra."
    ),
    "RemovedAndChanged": lambda _: (
        "Đã bỏ hẳn (--remove) thì không cho giá trị mới; bỏ một trong hai."
    ),
    "DoesNotFit": lambda it: (
        f"Việc «{EVENT[it.kind]}» không có {listed([_PARTS_OF_EVENT[one] for one in it.unfit])}; "
        + (
            f"chỉ sửa được {listed([_PARTS_OF_EVENT[one] for one in it.fit])}."
            if it.fit
            else "chỉ bỏ hẳn được: --remove --because LÝ DO."
        )
    ),
    "SameOfficer": lambda it: (
        f"Người bàn giao và người nhận đều là {shortened(it.officer)}; chọn người khác ở --to."
    ),
    "NeitherYesNorNo": lambda it: (
        f"Ô «{FIELD[it.field]}» chỉ nhận «có» hoặc «không», đã gõ «{shortened(it.text)}»."
    ),
    "NothingTyped": lambda _: NOTHING_TO_CHANGE,
    "NoTerminal": lambda _: (
        "Màn hình cần một cửa sổ lệnh (terminal), không mở được khi kết quả được chuyển đi nơi "
        "khác; xem số liệu bằng: tracker status."
    ),
    "UnreadableLine": _one_line,
    "Stopped": lambda _: "Đã dừng theo yêu cầu; chưa ghi gì vào sổ.",
    "NotReadyToEnter": lambda it: (
        f"Dòng {', '.join(map(str, it.lines))} của bảng không đọc được hoặc không có gì mới để "
        "ghi; xem lại bảng rồi chọn lại."
    ),
    "UnreadableTurn": lambda it: (
        f"«{shortened(it.text)}» không phải là tháng; --for nhận tháng/năm, ví dụ 11/2023."
    ),
    "NotAReportNumber": lambda it: (
        f"«{shortened(it.text)}» {'là ngày' if it.is_day else 'không có chữ số nào'}, không phải "
        "là số của báo cáo; viết như 123/BC-KHCN, hoặc chỉ số thứ tự: 123."
    ),
    "CompletionDateMissing": lambda it: (
        f"Kết quả «{shortened(it.result)}» không nêu ngày đọc được của văn bản; "
        "kiểm tra ngày, hoặc thêm --on NGÀY, hoặc "
        "--undated nếu thật sự chưa rõ ngày."
        if it.result
        else "Cần ngày hoàn thành: thêm --on NGÀY, hoặc --result «số ký hiệu ngày …», hoặc "
        "--undated nếu thật sự chưa rõ ngày."
    ),
    "CompletionDateTwice": lambda _: (
        "Đã cho ngày hoàn thành thì không dùng --undated; bỏ một trong hai."
    ),
    "PasswordInDatabaseUrl": lambda it: (
        f"Không ghi mật khẩu trong địa chỉ sổ dữ liệu ({it.url_without_password}) vì người khác "
        "trên máy đọc được; đặt mật khẩu trong tệp ~/.pgpass."
    ),
    "UnreadableSettings": settings_trouble,
    "UnknownSetting": setting_trouble,
    "WrongSetting": setting_trouble,
    "WrongLayout": layout_trouble,
    "SuccessorCircle": lambda it: (
        f"Cài đặt {it.path}"
        + (f", dòng {it.line}" if it.line else "")
        + f": các đơn vị {listed(it.names)} nối nhau thành vòng; tên cũ phải dẫn tới một tên mới "
        "không còn nằm bên trái."
    ),
    "UnknownChoice": lambda it: _no_choice(it.option, it.text, it.choices),
    "UnknownLayout": lambda it: _no_choice("--layout", it.name, it.known),
    "WebPackageMissing": lambda _: (
        "Chưa cài gói để mở màn hình trong trình duyệt; cài bằng lệnh: "
        'pip install "textual-serve>=1.1.3,<2", hoặc dùng tracker tui không kèm --serve.'
    ),
    "PortUnusable": lambda it: (
        f"Không dùng được cổng {it.port}: {_PORT.get(it.error_number, 'hệ thống không cho')}; "
        "chọn số khác ở --port, hoặc bỏ --port để chương trình tự chọn."
    ),
}
