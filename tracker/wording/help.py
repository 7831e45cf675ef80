"""What ``--help`` says, as a clerk reads it. Loaded for help and mistakes, not for quick reads."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CommandWords:
    """One command: a line for the list of commands, and examples that can be run."""

    summary: str
    examples: tuple[str, ...]
    details: str = ""


DESCRIPTION = (
    "Sổ theo dõi nhiệm vụ UBND tỉnh, Chủ tịch UBND tỉnh giao: tiến độ luôn được tính từ số liệu "
    "đã ghi, xem lại được ở bất kỳ ngày nào, và in ra phụ lục báo cáo tháng."
)

USAGE = "Cách dùng: tracker LỆNH [tùy chọn]"
GROUP_TITLES = {
    "read": "Xem",
    "write": "Ghi vào sổ",
    "report": "Báo cáo",
    "other": "Khác",
}
MORE_HELP = "Xem cách dùng một lệnh, có ví dụ: tracker LỆNH --help"
EXAMPLES_TITLE = "Ví dụ"
DATES_NOTE = (
    "Ngày viết theo kiểu ngày/tháng/năm: 3/11/2023, 03/11/2023, 2023-11-03, hoặc: hôm nay, "
    "hôm qua, +10 (mười ngày nữa). NV là mã số (3), số ký hiệu văn bản (25/KH-UBND), hoặc "
    "số ký hiệu kèm ngày («25/KH-UBND ngày 24/5/2023»)."
)
EXIT_CODES = (
    "Mã kết thúc: 0 xong; 1 có nhiệm vụ quá hạn (khi dùng --fail-on-overdue); 2 gõ sai; "
    "3 không tìm thấy hoặc trùng nhiều nhiệm vụ; 4 bị quy tắc từ chối; 5 tệp vào không đọc được; "
    "6 sổ dữ liệu có vấn đề; 7 không ghi được tệp ra; 70 lỗi của chương trình."
)

COMMAND_GROUPS: dict[str, tuple[str, ...]] = {
    "read": ("status", "list", "show", "history"),
    "write": (
        "add",
        "edit",
        "start",
        "done",
        "note",
        "extend",
        "withdraw",
        "suspend",
        "resume",
        "reopen",
        "undo",
    ),
    "report": ("report", "summary"),
    "other": ("demo", "completion"),
}

COMMANDS: dict[str, CommandWords] = {
    "status": CommandWords(
        "Số liệu chung: bao nhiêu đúng hạn, chậm, quá hạn, sắp đến hạn",
        ("tracker status", "tracker status --as-of 31/12/2023", "tracker status --fail-on-overdue"),
    ),
    "list": CommandWords(
        "Danh sách nhiệm vụ, lọc và sắp xếp được",
        (
            "tracker list --progress overdue",
            'tracker list --search "thai nguyen"',
            "tracker list --due-within 7 --sort deadline",
            "tracker list --csv > nhiem-vu.csv",
        ),
        "Tìm kiếm không phân biệt chữ hoa, chữ thường và dấu.",
    ),
    "show": CommandWords(
        "Toàn bộ một nhiệm vụ: nội dung, thời hạn, văn bản, quá trình",
        ("tracker show 25/KH-UBND", "tracker show 3 --as-of 14/12/2023"),
    ),
    "history": CommandWords(
        "Mọi thay đổi của một nhiệm vụ: ai, lúc nào, cũ, mới, theo văn bản nào",
        ("tracker history 25/KH-UBND",),
    ),
    "add": CommandWords(
        "Ghi một nhiệm vụ mới, bằng một dòng hoặc bằng từng tùy chọn",
        (
            'tracker add "25/KH-UBND ngày 24/5/2023 Phối hợp với tỉnh Thái Nguyên hạn 10/01/2024"',
            "tracker add 6340/UBND-NC --issued 3/11/2023 --content "
            '"Rà soát thủ tục hành chính" --deadline 10/12/2023 --unit "Văn phòng"',
        ),
        "Trong một dòng: số ký hiệu và ngày đầu tiên là văn bản giao; chỉ chữ «hạn …» ở cuối dòng "
        "mới là thời hạn; phần còn lại là nội dung.",
    ),
    "edit": CommandWords(
        "Sửa lại điều đã gõ sai của một nhiệm vụ (giá trị cũ vẫn được lưu)",
        ('tracker edit 3 --content "Áp dụng công cụ 5S tại các trường học"',),
        "Thời hạn thay đổi do có văn bản mới thì dùng extend, không dùng edit.",
    ),
    "start": CommandWords(
        "Chuyển từ «chưa thực hiện» sang «đang thực hiện»",
        ("tracker start 3", "tracker start 3 --on 20/11/2023"),
    ),
    "done": CommandWords(
        "Ghi đã hoàn thành; ngày hoàn thành là ngày của văn bản kết quả",
        (
            'tracker done 6340/UBND-NC --result "1514/KHCN-VP ngày 27/11/2023"',
            "tracker done 3 --on 27/11/2023",
        ),
    ),
    "note": CommandWords(
        "Ghi tình hình thực hiện",
        ('tracker note 2 --on 10/3/2022 --text "Đã gửi xin ý kiến dự thảo lần 1"',),
    ),
    "extend": CommandWords(
        "Gia hạn theo văn bản cho phép",
        ('tracker extend 25/KH-UBND --to 31/01/2024 --by "120/UBND-KGVX ngày 05/01/2024"',),
    ),
    "withdraw": CommandWords(
        "Thu hồi nhiệm vụ theo văn bản: không còn tính vào tổng số từ ngày đó",
        ('tracker withdraw 3 --by "95/UBND-NC ngày 12/12/2023"',),
    ),
    "suspend": CommandWords(
        "Tạm dừng theo văn bản",
        ('tracker suspend 3 --by "96/UBND-NC ngày 12/12/2023" --reason "chờ hướng dẫn của Bộ"',),
    ),
    "resume": CommandWords(
        "Tiếp tục sau khi tạm dừng",
        ('tracker resume 3 --by "12/UBND-NC ngày 15/01/2024"',),
    ),
    "reopen": CommandWords(
        "Mở lại nhiệm vụ đã hoàn thành (tỉnh trả lại) hoặc đã thu hồi",
        ('tracker reopen 6340/UBND-NC --by "6900/UBND-NC ngày 01/12/2023"',),
    ),
    "undo": CommandWords(
        "Hoàn tác thao tác gần nhất của chính mình (việc hoàn tác cũng được ghi lại)",
        ("tracker undo",),
    ),
    "report": CommandWords(
        "Xuất phụ lục báo cáo của một kỳ",
        (
            "tracker report 12/2023",
            "tracker report 3/2022 --layout plan --as-of 15/3/2022",
            "tracker report Q4/2023 --format txt",
            "tracker report --from 01/12/2023 --to 31/12/2023 --out phu-luc.xlsx",
        ),
        "Kỳ: 12/2023, Q4/2023, 6T/2023, 9T/2023, 2023. Tháng 12/2023 tính từ 15/11 đến 14/12/2023 "
        "theo Nghị định 09/2019/NĐ-CP, trừ khi đặt cut_off trong data/tracker.toml.",
    ),
    "summary": CommandWords(
        "Đoạn số liệu của báo cáo, chép dán được ngay",
        ("tracker summary 12/2023",),
    ),
    "demo": CommandWords(
        "Chạy thử trên một bản sao dữ liệu mẫu: số liệu đến 14/12/2023 và phụ lục tháng 12/2023",
        ("tracker demo",),
    ),
    "completion": CommandWords(
        "In đoạn mã để bấm Tab là tự điền lệnh, tùy chọn và số ký hiệu văn bản",
        ('eval "$(tracker completion bash)"', "tracker completion powershell"),
    ),
}

ANY_TEXT = "CHỮ"

PLACEHOLDERS = {
    "text": "VĂN-BẢN",
    "ref": "NV",
    "period": "KỲ",
    "shell": "VỎ-LỆNH",
    "db": "SỔ",
    **dict.fromkeys(
        (
            "as-of",
            "issued",
            "assigned",
            "on-start",
            "on-done",
            "completed-on",
            "on-note",
            "on-event",
            "from",
            "to-day",
            "report-date",
        ),
        "NGÀY",
    ),
    **dict.fromkeys(("deadline", "to"), "HẠN"),
    **dict.fromkeys(("number", "by", "result"), "VĂN-BẢN"),
    **dict.fromkeys(("due-within", "limit", "report-number"), "SỐ"),
    "for": "THÁNG",
    "for-edit": "THÁNG",
    "out": "TỆP",
}
"""What stands for an argument in a usage line."""

ARGUMENTS: dict[str, str] = {
    "db": "tệp sổ dữ liệu hoặc địa chỉ PostgreSQL (thay cho cài đặt)",
    "json": "in ra JSON (ngày kiểu ISO, tên trường tiếng Anh ổn định)",
    "csv": "in ra CSV mở được bằng Excel",
    "as-of": "xem như đang ở ngày này (mặc định: hôm nay)",
    "fail-on-overdue": "kết thúc với mã 1 nếu có nhiệm vụ quá hạn",
    "ref": "mã số, số ký hiệu văn bản, hoặc số ký hiệu kèm ngày",
    "progress": "tiến độ, nhiều giá trị cách nhau bằng dấu phẩy: on_time (đúng hạn), late (chậm), "
    "not_yet_due (chưa đến hạn), overdue (quá hạn), suspended, withdrawn, needs_review",
    "state": "tình trạng: not_started, in_progress, done, suspended, withdrawn",
    "filter-unit": "chỉ của phòng, đơn vị này",
    "search": "tìm chữ trong số ký hiệu, nội dung, đơn vị, người theo dõi (không cần dấu)",
    "due-within": "chưa xong và đến hạn trong N ngày tới",
    "no-deadline": "chỉ nhiệm vụ không có thời hạn",
    "sort": "thứ tự: entry (như đã nhập), deadline, number, issued, completed, unit",
    "limit": "nhiều nhất N dòng",
    "text": "số ký hiệu văn bản giao, hoặc cả dòng: «số ký hiệu ngày … nội dung hạn …»",
    "number": "số ký hiệu văn bản giao",
    "issued": "ngày của văn bản giao",
    "content": "nội dung nhiệm vụ",
    "deadline": "thời hạn như ghi trong văn bản: 10/12/2023, «Tháng 3 năm 2022», «Quý II/2022», "
    "«trước ngày 25 hằng tháng», «thường xuyên», «trong 10 ngày làm việc»",
    "assigned": "ngày giao, nếu khác ngày văn bản",
    "unit": "phòng, đơn vị chủ trì",
    "support": "đơn vị phối hợp (dùng được nhiều lần)",
    "officer": "người theo dõi",
    "assigned-by": "lãnh đạo giao việc",
    "issuing-body": "cơ quan ban hành",
    "not-started": "chưa bắt đầu thực hiện (nhóm III)",
    "pin": "luôn có trong phụ lục",
    "unpin": "thôi ghim vào phụ lục",
    "on-start": "ngày bắt đầu (mặc định: hôm nay)",
    "on-done": "ngày hoàn thành (mặc định: ngày của văn bản kết quả)",
    "completed-on": "ngày hoàn thành đúng (mặc định: theo ngày của văn bản kết quả mới)",
    "for-edit": "sửa hoàn thành của kỳ nào, với nhiệm vụ định kỳ: 11/2023",
    "result": "văn bản kết quả kèm ngày, hoặc câu có nêu văn bản đó",
    "undated": "đã xong nhưng chưa rõ ngày (sẽ được đánh dấu cần rà soát)",
    "for": "kỳ của nhiệm vụ định kỳ, viết tháng/năm: 11/2023",
    "on-note": "ngày ghi nhận (mặc định: hôm nay)",
    "note-text": "tình hình thực hiện",
    "to": "thời hạn mới",
    "by": "văn bản làm căn cứ: số ký hiệu và ngày",
    "on-event": "ngày có hiệu lực (mặc định: ngày của văn bản)",
    "reason": "lý do",
    "period": "kỳ báo cáo: 12/2023, Q4/2023, 6T/2023, 9T/2023, 2023",
    "layout": "mẫu: appendix (phụ lục 7 cột), plan (kế hoạch 4 cột)",
    "format": "dạng tệp: xlsx, txt, html, json (txt, html, json in ra màn hình nếu không có --out)",
    "from": "từ ngày, thay cho kỳ",
    "to-day": "đến ngày, thay cho kỳ",
    "out": "ghi ra tệp này (mặc định: trong thư mục exports)",
    "report-number": "số của báo cáo kèm phụ lục (để trống thì văn thư điền sau)",
    "report-date": "ngày của báo cáo kèm phụ lục",
    "shell": "bash, zsh, fish hoặc powershell",
    "help": "xem hướng dẫn này",
    "version": "xem phiên bản",
}
