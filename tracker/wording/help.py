"""What ``--help`` says, as a clerk reads it. Loaded for help and mistakes, not for quick reads."""

from __future__ import annotations

from dataclasses import dataclass

from tracker.wording.filter_help import filter_help


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
MORE_HELP = "Xem cách dùng một lệnh, có ví dụ: tracker LỆNH --help"
EXAMPLES_TITLE = "Ví dụ"
DATES_NOTE = (
    "Ngày viết theo kiểu ngày/tháng/năm: 3/11/2023, 03/11/2023, 2023-11-03, hoặc: hôm nay, "
    "hôm qua, +10 (mười ngày nữa)."
)
REFERENCE_NOTE = (
    "NV là mã số (3), số ký hiệu văn bản (25/KH-UBND), hoặc số ký hiệu kèm ngày "
    "(«25/KH-UBND ngày 24/5/2023»)."
)
EXIT_CODES = (
    "Mã kết thúc: 0 xong; 1 có nhiệm vụ quá hạn (khi dùng --fail-on-overdue), có số liệu cần "
    "xem lại (khi dùng check --strict) hoặc reconcile thấy chỗ không khớp; 2 gõ sai; "
    "3 không tìm thấy hoặc trùng nhiều nhiệm vụ; 4 bị quy tắc từ chối; 5 tệp vào không đọc được; "
    "6 sổ dữ liệu có vấn đề; 7 không ghi được tệp ra; 70 lỗi của chương trình; "
    "130 dừng giữa chừng (Ctrl+C)."
)


COMMANDS: dict[str, CommandWords] = {
    "tui": CommandWords(
        "Màn hình làm việc hằng ngày (gõ tracker không kèm gì cũng mở màn hình)",
        ("tracker tui", "tracker tui --as-of 14/12/2023"),
        "Trong màn hình, bấm F1 để xem các phím. Thêm --serve thì mở trong trình duyệt.",
    ),
    "status": CommandWords(
        "Số liệu chung: bao nhiêu đúng hạn, chậm, quá hạn, sắp đến hạn",
        ("tracker status", "tracker status --as-of 31/12/2023", "tracker status --fail-on-overdue"),
    ),
    "overview": CommandWords(
        "Tổng quan bằng biểu đồ: đúng hạn theo tháng, quá hạn theo đơn vị, đến hạn theo tuần",
        (
            "tracker overview",
            "tracker overview --as-of 31/12/2023",
            "tracker overview --json",
        ),
        "Mười hai tháng gần nhất và tám tuần tới, tính từ ngày xem. Không dựa vào màu sắc: mỗi "
        "phần của một thanh có ký hiệu riêng, cuối thanh có số liệu.",
    ),
    "list": CommandWords(
        "Danh sách nhiệm vụ, lọc và sắp xếp được",
        (
            "tracker list --progress overdue",
            'tracker list "thai nguyen"',
            "tracker list --due-within 7 --sort deadline",
            "tracker list 'don-vi:\"Văn phòng\" tinh-trang:chua-xong xep:han'",
            'tracker list "han<31/01/2024 xong:thang-nay" --as-of 14/12/2023',
            "tracker list --view 1",
            "tracker list --csv > nhiem-vu.csv",
        ),
        filter_help("LỌC"),
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
    "import": CommandWords(
        "Nhập tệp Excel, Word, CSV có sẵn vào sổ: xem trước từng dòng rồi mới ghi",
        (
            "tracker import phu-luc-11-2026.docx",
            "tracker import so-theo-doi.xlsx --dry-run",
            "tracker import thang-10.xlsx thang-11.xlsx --yes",
            'tracker import ke-hoach.docx --document "50/QĐ-UBND ngày 14/01/2022"',
            "tracker import bang-cu.xlsx --font tcvn3",
        ),
        "Mỗi dòng là mới, đã có, khác với sổ, lặp lại hoặc chưa đọc được. Chỉ ghi cái mới và cái "
        "sổ còn thiếu, không bao giờ ghi đè; ghi hết hoặc không ghi gì, tracker undo lấy lại cả "
        "lần nhập. Nhập lại cùng một tệp thì sổ không đổi. Tên tệp là dấu - thì đọc từ đầu vào.",
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
    "correct": CommandWords(
        "Sửa hoặc bỏ một việc đã ghi nhầm từ trước (gia hạn, tạm dừng, hoàn thành, …)",
        (
            'tracker correct 25/KH-UBND 2 --to 15/02/2024 --because "gõ nhầm hạn"',
            'tracker correct 3 4 --remove --because "gia hạn của nhiệm vụ khác"',
        ),
        "Số của việc là số trong ngoặc vuông mà tracker history in ra. Giá trị cũ vẫn còn trong "
        "quá trình. Thông tin của chính nhiệm vụ (nội dung, hạn ban đầu, đơn vị) sửa bằng edit.",
    ),
    "void": CommandWords(
        "Bỏ một nhiệm vụ ghi nhầm hoặc ghi trùng; quá trình của nó vẫn được giữ",
        (
            "tracker void 7 --duplicate-of 3",
            'tracker void 7 --reason "văn bản gửi nhầm cơ quan"',
        ),
        "Tỉnh thu hồi nhiệm vụ thì dùng withdraw: nhiệm vụ thu hồi vẫn được nêu ngoài tổng số.",
    ),
    "handover": CommandWords(
        "Bàn giao mọi nhiệm vụ chưa hoàn thành của một người theo dõi cho người khác",
        ('tracker handover "Nguyễn Văn An" --to "Trần Thị Bình"',),
        "Nhiệm vụ đã hoàn thành, đã thu hồi giữ tên người cũ. Lấy lại được bằng tracker undo.",
    ),
    "days-off": CommandWords(
        "Xem và sửa bảng ngày nghỉ lễ, ngày nghỉ bù, ngày làm bù",
        (
            "tracker days-off list 2024",
            'tracker days-off add 29/4/2024 --name "nghỉ hoán đổi"',
            "tracker days-off add 11/5/2024 --working",
            "tracker days-off remove 11/5/2024",
        ),
        "Dùng cho thời hạn tính bằng ngày làm việc và cho deadline_policy = "
        '"next_working_day" trong data/tracker.toml.',
    ),
    "report": CommandWords(
        "Xuất phụ lục báo cáo của một kỳ; phát hành thì bản đó được giữ nguyên mãi mãi",
        (
            "tracker report 12/2023",
            "tracker report 3/2022 --layout plan --as-of 15/3/2022",
            "tracker report Q4/2023 --format txt",
            "tracker report --from 01/12/2023 --to 31/12/2023 --out phu-luc.xlsx",
            "tracker report 12/2023 --issue --number 369 --date 16/12/2023",
            "tracker report 12/2023 --layout overdue --format docx",
        ),
        "Kỳ: 12/2023, Q4/2023, 6T/2023, 9T/2023, 2023. Tháng 12/2023 tính từ 15/11 đến 14/12/2023 "
        "theo Nghị định 09/2019/NĐ-CP, trừ khi đặt cut_off trong data/tracker.toml. "
        "Kỳ đã phát hành thì in lại đúng bản đã phát hành; muốn tính lại theo số liệu hiện "
        "nay thì thêm --live.",
    ),
    "reports": CommandWords(
        "Các báo cáo đã phát hành",
        ("tracker reports", "tracker reports --all"),
    ),
    "diff": CommandWords(
        "Điều gì đã thay đổi kể từ khi phát hành báo cáo của một kỳ: từng nhiệm vụ, ai, vì sao",
        ("tracker diff 12/2023",),
    ),
    "retract": CommandWords(
        "Lấy lại một báo cáo đã phát hành (phải nêu lý do; bản cũ vẫn được lưu)",
        ('tracker retract 12/2023 --reason "sai số liệu của phòng Quản lý khoa học"',),
    ),
    "reconcile": CommandWords(
        "Đối chiếu danh sách của tỉnh với sổ: khác ở đâu, vì sao, cần làm gì; sổ không thay đổi",
        (
            "tracker reconcile danh-sach-tinh.xlsx --period 12/2023",
            "tracker reconcile danh-sach-tinh.xlsx --period 12/2023 --out",
            "tracker reconcile danh-sach-tinh.xlsx --as-of 14/12/2023 --out gui-lai-tinh.xlsx",
        ),
        "Có --period thì danh sách phải gồm đúng những nhiệm vụ của báo cáo kỳ đó; không có thì "
        "gồm nhiệm vụ chưa xong và nhiệm vụ xong trong tháng. So theo số, ngày văn bản và nội "
        "dung, sau đó mới đoán theo nội dung và ghi rõ giống bao nhiêu phần trăm. Kết thúc với mã "
        "1 khi có chỗ khác nhau, thiếu hoặc chưa đọc được, mã 0 khi khớp hết.",
    ),
    "remind": CommandWords(
        "Tin nhắn đôn đốc cho từng phòng, đơn vị, chép dán được ngay",
        ("tracker remind", 'tracker remind --unit "Văn phòng"'),
        "Nêu nhiệm vụ quá hạn và sắp đến hạn; số ngày sắp đến hạn đặt trong data/tracker.toml.",
    ),
    "check": CommandWords(
        "Kiểm tra sổ còn nguyên vẹn không, số liệu nào cần xem lại và sửa bằng lệnh nào",
        ("tracker check",),
    ),
    "backup": CommandWords(
        "Sao lưu sổ, đọc lại để kiểm tra; làm được cả khi người khác đang ghi",
        ("tracker backup", "tracker backup so-thang-12.db"),
        "Không cho tên tệp thì ghi vào thư mục backups cạnh sổ và giữ số bản mới nhất đặt trong "
        "data/tracker.toml.",
    ),
    "restore": CommandWords(
        "Khôi phục sổ từ một bản sao lưu; sổ đang có được giữ lại bên cạnh",
        ("tracker restore so-thang-12.db",),
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
    **dict.fromkeys(("due-within", "limit", "report-number", "port"), "SỐ"),
    **dict.fromkeys(("correct-on",), "NGÀY"),
    **dict.fromkeys(("correct-to",), "HẠN"),
    **dict.fromkeys(("correct-by", "correct-result"), "VĂN-BẢN"),
    **dict.fromkeys(("officer", "to-officer"), "TÊN"),
    "event": "SỐ",
    "filter": "LỌC",
    "duplicate-of": "NV",
    "action": "VIỆC",
    "days": "NGÀY",
    "issued-period": "KỲ",
    "backup": "TỆP",
    "for": "THÁNG",
    "for-edit": "THÁNG",
    "out": "TỆP",
    "file": "TỆP",
    "document": "VĂN-BẢN",
    "font": "PHÔNG",
    "reported-until": "NGÀY",
    "reconcile-period": "KỲ",
    "reconcile-out": "TỆP",
}
"""What stands for an argument in a usage line."""

ARGUMENTS: dict[str, str] = {
    "db": "tệp sổ dữ liệu hoặc địa chỉ PostgreSQL (thay cho cài đặt)",
    "json": "in ra JSON (ngày kiểu ISO, tên trường tiếng Anh ổn định)",
    "ascii": "vẽ biểu đồ bằng ký hiệu # x . (khi phông chữ thiếu ô khối)",
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
    "filter": "chữ cần tìm và điều kiện lọc, ví dụ: lang son tien-do:qua-han han<15/01/2024",
    "view": "cách xem có sẵn hoặc của cơ quan, theo số hay tên: 1 (quá hạn), 2 (sắp đến hạn), 3 "
    "(chưa xong, không thời hạn), 4 (hoàn thành tháng này), 5 (thiếu văn bản kết quả), 6 (tất cả), "
    "7 đến 9 (mục [views] trong data/tracker.toml)",
    "sort": "thứ tự: entry (như đã nhập), deadline, number, issued, completed, unit, attention "
    "(việc cần chú ý trước)",
    "limit": "nhiều nhất N dòng",
    "serve": "mở màn hình trong trình duyệt, chỉ trên máy này và chỉ cho người vừa gõ lệnh",
    "port": "cổng của trang (mặc định: một cổng còn trống)",
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
    "supporting": "cơ quan chỉ phối hợp, không chủ trì: không tính vào tổng số",
    "leading": "cơ quan chủ trì (mặc định)",
    "secret": "văn bản mật: vẫn đếm; nội dung không in trong danh sách, báo cáo, đôn đốc, so sánh "
    "(diff); chỉ show và history cho xem",
    "not-secret": "không phải văn bản mật",
    "role": "vai trò của cơ quan: lead (chủ trì, mặc định), support (phối hợp), all (tất cả)",
    "filter-officer": "chỉ của người theo dõi này",
    "filter-assigned-by": "chỉ việc do lãnh đạo này giao",
    "event": "số của việc cần sửa, in trong ngoặc vuông ở tracker history",
    "correct-to": "thời hạn đúng (với việc gia hạn)",
    "correct-by": "văn bản căn cứ đúng: số ký hiệu và ngày",
    "correct-on": "ngày đúng",
    "correct-reason": "lý do đúng (của việc thu hồi, tạm dừng, …)",
    "correct-text": "tình hình thực hiện đúng",
    "correct-result": "văn bản kết quả đúng",
    "remove": "bỏ hẳn việc này vì không hề xảy ra",
    "because": "vì sao sửa (bắt buộc khi bỏ hẳn)",
    "void-reason": "vì sao bỏ",
    "duplicate-of": "nhiệm vụ được giữ lại, nếu bỏ vì ghi trùng",
    "from-officer": "người theo dõi đang giữ nhiệm vụ",
    "to-officer": "người theo dõi nhận bàn giao",
    "action": "list (xem, mặc định), add (thêm), remove (trả về ngày thường)",
    "days": "các ngày cần sửa; với list là năm cần xem",
    "day-name": "tên ngày nghỉ",
    "working": "là ngày làm bù (thứ Bảy, Chủ nhật đi làm)",
    "issue": "phát hành: giữ nguyên bản này với số liệu, tổng số và mã kiểm tra của tệp",
    "live": "tính lại theo số liệu hiện nay dù kỳ đã phát hành",
    "with-supporting": "tính cả nhiệm vụ cơ quan chỉ phối hợp",
    "issued-period": "kỳ báo cáo (12/2023, Q4/2023, …) hoặc mã báo cáo (3)",
    "retract-reason": "vì sao lấy lại",
    "all-reports": "cả những báo cáo đã lấy lại",
    "backup": "tệp bản sao lưu",
    "strict": "kết thúc với mã 1 nếu có số liệu cần xem lại",
    "summary-out": "ghi ra tệp Word này (.docx)",
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
    "layout": "mẫu: appendix (phụ lục 7 cột, mặc định), plan (kế hoạch 4 cột), extended (phụ lục "
    "mở rộng), overdue (quá hạn), units (theo đơn vị), hoặc mẫu riêng trong data/tracker.toml",
    "format": "dạng tệp: xlsx (mặc định), docx, txt, html, json (txt, html, json in ra màn hình "
    "nếu không có --out)",
    "from": "từ ngày, thay cho kỳ",
    "to-day": "đến ngày, thay cho kỳ",
    "out": "ghi ra tệp này (mặc định: trong thư mục exports)",
    "report-number": "số của báo cáo kèm phụ lục (để trống thì văn thư điền sau)",
    "report-date": "ngày của báo cáo kèm phụ lục",
    "file": "tệp Excel, Word, ODS, CSV, HTML hoặc văn bản; nhiều tệp thì cách nhau bằng dấu cách; "
    "- là đọc từ đầu vào",
    "document": "văn bản giao, số ký hiệu và ngày, khi các dòng trong tệp không ghi",
    "dry-run": "chỉ xem, không ghi",
    "yes": "ghi luôn, không hỏi lại",
    "skip-problems": "ghi các dòng đọc được dù còn dòng chưa đọc được",
    "all": "hiện hết các dòng, không cắt bớt",
    "reported-until": "lần nhập đầu: việc hoàn thành đến hết ngày này đã được báo cáo; k là chưa "
    "báo cáo việc nào",
    "font": "phông chữ cũ của tệp: tcvn3 (.VnTime) hoặc vni",
    "reconcile-period": "so với báo cáo của kỳ này: 12/2023, Q4/2023, …",
    "reconcile-out": "ghi bảng đối chiếu Excel để gửi lại tỉnh; không cho tên tệp thì ghi vào thư "
    "mục exports (đặt --out ở cuối dòng)",
    "shell": "bash, zsh, fish hoặc powershell",
    "help": "xem hướng dẫn này",
    "version": "xem phiên bản",
}
