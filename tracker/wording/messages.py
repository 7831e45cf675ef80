"""Every refusal as one Vietnamese sentence: what was wrong, where, and what to do.

Errors carry data and no prose; they are told apart here by the name of their class, because
this room lies below those that raise them. A test walks all error classes and asks for a sentence.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tracker.core.errors import TrackerError
from tracker.wording.formats import format_count, format_date
from tracker.wording.labels import STATE
from tracker.wording.message_parts import (
    candidate_lines,
    citation_trouble,
    database_upgrade,
    date_trouble,
    deadline_trouble,
    number_trouble,
    setting_trouble,
    settings_trouble,
    shortened,
    someone_changed,
    write_trouble,
)

Say = Callable[[Any], str]

MORE_THAN_A_NUMBER = (
    "cần đủ cả --issued (ngày văn bản) và --content (nội dung); hoặc gõ tất cả trong một dòng: "
    "«số ký hiệu ngày … nội dung hạn …»"
)

TURN_WITHOUT_COMPLETION = "--for chỉ dùng cùng --completed-on hoặc --result"


def sentence(error: TrackerError) -> str:
    """The sentence for an error, by its class or the nearest one it is made from."""
    for kind in type(error).__mro__:
        if kind.__name__ in _SENTENCES:
            return _SENTENCES[kind.__name__](error)
    return bug_sentence("")


def has_sentence(kind: type[TrackerError]) -> bool:
    """Whether an error class has a sentence of its own."""
    return kind.__name__ in _SENTENCES


def bug_sentence(log: str) -> str:
    """What is said on a defect of the program."""
    where = f" Chi tiết ở tệp {log}; hãy gửi tệp này cho người phụ trách." if log else ""
    return f"Chương trình gặp lỗi ngoài dự kiến; sổ dữ liệu không bị thay đổi dở dang.{where}"


def _listed(words: Any) -> str:
    return words if isinstance(words, str) else ", ".join(words)


def _subject(it: Any) -> str:
    return f"Nhiệm vụ {it.id} ({it.number})"


_EMPTY = {
    "content": "nội dung nhiệm vụ (--content)",
    "number": "số ký hiệu văn bản",
    "text": "tình hình thực hiện (--text)",
    "by": "văn bản làm căn cứ (--by «số ký hiệu ngày …»)",
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


def _one_line(it: Any) -> str:
    return _ONE_LINE.get(it.problem.value, _ONE_LINE["number_missing"])


_USAGE: dict[str, Say] = {
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
        f"{_listed(it.options)} không dùng được với --format {it.format}; bỏ đi, hoặc chọn "
        f"--format {_listed(it.usable_formats)}."
    ),
    "PeriodMissing": lambda _: (
        "Cần cho biết kỳ báo cáo, ví dụ 12/2023, hoặc cả hai ngày --from và --to."
    ),
    "PeriodTwice": lambda _: "Đã cho kỳ báo cáo thì không dùng --from, --to; bỏ một trong hai.",
    "EmptyText": lambda it: (
        f"Chưa có {_EMPTY.get(it.field, 'nội dung')}; hãy ghi rõ rồi chạy lại lệnh."
    ),
    "UnreadableLine": _one_line,
    "UnreadableTurn": lambda it: (
        f"«{shortened(it.text)}» không phải là tháng; --for nhận tháng/năm, ví dụ 11/2023."
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
    "UnknownChoice": lambda it: (
        f"{it.option} không nhận giá trị «{shortened(it.text)}»; chọn trong: "
        f"{', '.join(it.choices)}."
    ),
}

_FINDING: dict[str, Say] = {
    "NotFound": lambda _: "Không tìm thấy; xem các nhiệm vụ đang có: tracker list.",
    "UnknownReference": lambda it: (
        f"Không tìm thấy nhiệm vụ «{shortened(it.text)}» trong sổ"
        + (
            "; gần giống:\n" + candidate_lines(it.similar)
            if it.similar
            else "; tìm bằng: tracker list --search CHỮ."
        )
    ),
    "NotAssignedYet": lambda it: (
        f"Nhiệm vụ «{shortened(it.text)}» chưa được giao vào ngày {format_date(it.as_of)}; "
        "bỏ --as-of hoặc chọn ngày muộn hơn."
    ),
    "AmbiguousReference": lambda it: (
        f"Có {format_count(len(it.candidates))} nhiệm vụ là «{shortened(it.text)}»; dùng mã số ở "
        f"đầu dòng:\n{candidate_lines(it.candidates)}"
    ),
    "NoSuchDirective": lambda it: f"Không có nhiệm vụ mã số {it.id} trong sổ; xem: tracker list.",
}

_WRONG_STATE = {
    "done": "đã hoàn thành; tỉnh trả lại thì mở lại bằng reopen, ghi nhầm thì sửa bằng edit",
    "withdrawn": "đã được thu hồi; khôi phục bằng reopen",
    "suspended": "đang tạm dừng; tiếp tục bằng resume",
    "in_progress": "đang thực hiện",
    "not_started": "chưa bắt đầu thực hiện",
}


def _wrong_state(it: Any) -> str:
    *most, last = (STATE[state.value].lower() for state in it.needed)
    needed = f"{', '.join(most)} hoặc {last}" if most else last
    return (
        f"{_subject(it)} {_WRONG_STATE[it.state.value]}. Lệnh này chỉ dùng cho nhiệm vụ {needed}."
    )


_REFUSALS: dict[str, Say] = {
    "Refused": lambda _: "Việc này không thực hiện được theo quy tắc của sổ.",
    "ChangeRefused": lambda it: f"{_subject(it)}: thay đổi này không được phép.",
    "BeforeAssignment": lambda it: (
        f"{_subject(it)}: ngày {format_date(it.day)} nằm trước ngày giao "
        f"({format_date(it.assigned_on)}); kiểm tra lại ngày."
    ),
    "InTheFuture": lambda it: (
        f"{_subject(it)}: ngày {format_date(it.day)} chưa đến (hôm nay là "
        f"{format_date(it.today)}); chỉ ghi việc đã xảy ra."
    ),
    "WrongState": _wrong_state,
    "TooEarly": lambda it: (
        f"{_subject(it)}: ngày {format_date(it.day)} nằm trước ngày {format_date(it.since)}, khi "
        "đã có việc khác được ghi (mở lại, tiếp tục, hoàn thành hoặc thu hồi); kiểm tra lại ngày "
        f"hoặc xem tracker history {it.id}."
    ),
    "WithoutEffect": lambda it: (
        f"{_subject(it)}: "
        + (f"ngày {format_date(it.day)} " if it.day else "điều này ")
        + f"không làm thay đổi tình trạng «{STATE[it.state.value].lower()}» vì đã có việc ghi sau "
        f"đó; xem tracker history {it.id}."
    ),
    "UnclearDeadline": lambda it: (
        f"{_subject(it)}: không hiểu thời hạn mới «{shortened(it.text)}»; viết ngày/tháng/năm, "
        "ví dụ 31/01/2024."
    ),
    "DeadlineBeforeAssignment": lambda it: (
        f"{_subject(it)}: thời hạn mới {format_date(it.due_on)} nằm trước ngày giao "
        f"{format_date(it.assigned_on)}; kiểm tra lại năm."
    ),
    "NothingChanges": lambda it: f"{_subject(it)}: không có gì thay đổi so với hiện tại.",
    "NoSuchTurn": lambda it: (
        f"{_subject(it)}: không có kỳ nào còn mở"
        + (f" trong tháng {it.wanted.month}/{it.wanted.year}" if it.wanted else "")
        + "; xem các kỳ: tracker show."
    ),
    "SeveralTurns": lambda it: (
        f"{_subject(it)} đang có {format_count(len(it.turns))} kỳ chưa xong (đến hạn "
        + ", ".join(format_date(turn) for turn in it.turns)
        + "); cho biết kỳ nào bằng --for THÁNG/NĂM."
    ),
    "SeveralDoneTurns": lambda it: (
        f"{_subject(it)} đã ghi hoàn thành {format_count(len(it.turns))} kỳ (đến hạn "
        + ", ".join(format_date(turn) for turn in it.turns)
        + "); cho biết sửa kỳ nào bằng --for THÁNG/NĂM."
    ),
    "NoDoneTurn": lambda it: (
        f"{_subject(it)}: chưa ghi hoàn thành kỳ nào"
        + (f" đến hạn trong tháng {it.wanted.month}/{it.wanted.year}" if it.wanted else "")
        + "; xem các kỳ: tracker show."
    ),
    "SeriesMustRecur": lambda it: (
        f"{_subject(it)} là nhiệm vụ định kỳ nên không đổi hạn thành «{shortened(it.text)}» "
        "được; ghi hạn định kỳ mới, ví dụ «trước ngày 25 hằng tháng», hoặc thu hồi rồi ghi nhiệm "
        "vụ khác."
    ),
    "NoTurns": lambda it: f"{_subject(it)} không phải nhiệm vụ định kỳ; bỏ --for.",
    "TurnsAreDone": lambda it: (
        f"{_subject(it)} có kỳ đã ghi hoàn thành nên thời hạn không đổi thành loại không định kỳ "
        "được; hoàn tác các kỳ đó trước."
    ),
    "TurnsCannotReopen": lambda it: (
        f"{_subject(it)} là nhiệm vụ định kỳ: kỳ đã ghi nhầm thì lấy lại bằng undo, không mở lại."
    ),
    "AlreadyInRegister": lambda it: (
        f"Nhiệm vụ này đã có trong sổ với mã số {it.id} ({it.number} ngày "
        f"{format_date(it.issued_on)}); cùng văn bản nhưng việc khác thì ghi nội dung khác."
    ),
    "IssuedInTheFuture": lambda it: (
        f"Văn bản {it.number} đề ngày {format_date(it.issued_on)} là ngày chưa đến (hôm nay là "
        f"{format_date(it.today)}); kiểm tra lại ngày."
    ),
    "AssignedInTheFuture": lambda it: (
        f"Ngày giao {format_date(it.assigned_on)} chưa đến (hôm nay là {format_date(it.today)}); "
        "kiểm tra lại ngày."
    ),
    "StaleRecord": lambda it: (
        f"Nhiệm vụ {it.id} đã được {someone_changed(it)} sửa trong lúc này; xem lại bằng "
        f"tracker history {it.id} rồi làm lại."
    ),
    "NothingToUndo": lambda it: f"{it.who} chưa có thao tác nào để hoàn tác.",
    "UndoConflict": lambda it: (
        f"Không hoàn tác được: nhiệm vụ {it.number} đã được {someone_changed(it)} sửa sau đó; "
        "sửa lại bằng edit, hoặc ghi bổ sung bằng lệnh phù hợp."
    ),
}

_REGISTER: dict[str, Say] = {
    "DatabaseTrouble": lambda _: "Sổ dữ liệu có vấn đề; chưa có gì thay đổi.",
    "RegisterTrouble": lambda it: f"Không dùng được sổ dữ liệu {it.location}.",
    "NoRegister": lambda it: (
        f"Chưa có sổ dữ liệu tại {it.location}; kiểm tra lại đường dẫn, hoặc ghi nhiệm vụ đầu tiên "
        "bằng tracker add."
    ),
    "NotARegister": lambda it: (
        f"{it.location} không phải là sổ của chương trình này; chọn tệp khác bằng --db. Tệp đó "
        "không bị thay đổi."
    ),
    "CannotOpenRegister": lambda it: (
        f"Không được phép mở sổ dữ liệu {it.location}; kiểm tra quyền đọc, ghi của tệp và thư mục."
    ),
    "ReadOnlyRegister": lambda it: (
        f"Không ghi được vào sổ dữ liệu {it.location} vì tệp hoặc thư mục chỉ cho đọc; xin quyền "
        "ghi, hoặc chọn chỗ khác bằng --db."
    ),
    "LockedRegister": lambda it: (
        f"Sổ dữ liệu {it.location} đang có người khác ghi; đợi một lát rồi chạy lại lệnh."
    ),
    "DamagedRegister": lambda it: (
        f"Sổ dữ liệu {it.location} bị hỏng; đừng ghi thêm, hãy lấy lại bản sao lưu gần nhất trong "
        "thư mục backups cạnh sổ."
    ),
    "DiskTrouble": lambda it: (
        f"Ổ đĩa chứa sổ dữ liệu {it.location} đã đầy; dọn bớt rồi chạy lại lệnh."
        if it.is_full
        else f"Ổ đĩa chứa sổ dữ liệu {it.location} không đọc, ghi được; kiểm tra ổ đĩa."
    ),
    "UnreachableServer": lambda it: (
        f"Không kết nối được sổ dữ liệu {it.location}; kiểm tra mạng, máy chủ và quyền truy cập."
    ),
    "NoServerDriver": lambda it: (
        f"Chưa cài phần kết nối máy chủ nên không mở được sổ dữ liệu {it.location}; cài bằng: "
        'pip install "psycopg[binary]>=3.3,<4".'
    ),
    "NewerRegister": database_upgrade,
    "OutdatedRegister": database_upgrade,
    "UpgradeFailed": lambda it: (
        f"Không nâng cấp được sổ dữ liệu {it.location}; sổ vẫn như trước"
        + (f", bản sao lưu ở {it.backup}." if it.backup else ".")
    ),
    "BackupFailed": lambda it: (
        f"Không sao lưu được sổ dữ liệu {it.location} sang {it.target}; kiểm tra chỗ trống và "
        "quyền ghi."
    ),
}

_FILES: dict[str, Say] = {
    "UnreadableInput": lambda _: "Không đọc được tệp đầu vào.",
    "CannotWriteFile": lambda _: "Không ghi được tệp; tệp cũ vẫn còn nguyên.",
    "FileNotWritten": write_trouble,
    "ResultNotPrinted": lambda _: (
        "Không in hết được kết quả ra nơi nhận; kiểm tra chỗ trống của ổ đĩa rồi xem lại bằng "
        "tracker list. Điều đã ghi vào sổ, nếu có, vẫn còn."
    ),
    "CannotMakeWorkspace": lambda it: (
        f"Không tạo được thư mục làm việc {it.path}; kiểm tra quyền ghi, hoặc đặt TRACKER_HOME "
        "sang thư mục khác."
    ),
}

_SENTENCES: dict[str, Say] = {
    "TrackerError": lambda _: bug_sentence(""),
    **_USAGE,
    **_FINDING,
    **_REFUSALS,
    **_REGISTER,
    **_FILES,
}
