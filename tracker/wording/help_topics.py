"""What each part of the screen is for, and the keys of its own."""

from __future__ import annotations

from typing import NamedTuple


class Keys(NamedTuple):
    """Keys that do the same, as the library names them, and what they do."""

    keys: str
    does: str


class Topic(NamedTuple):
    """A part of the screen: what it is for, and the keys of its own."""

    title: str
    about: str
    keys: tuple[Keys, ...] = ()


_READING = (
    Keys("up,k", "lên một dòng"),
    Keys("down,j", "xuống một dòng"),
    Keys("pageup", "trang trên"),
    Keys("pagedown", "trang dưới"),
    Keys("home", "về đầu"),
    Keys("end", "về cuối"),
)

_PALETTE = "tìm việc cần làm bằng cách gõ tên"

TOPICS = {
    "table": Topic(
        "Bảng nhiệm vụ",
        "Mỗi dòng là một nhiệm vụ, hoặc một kỳ của nhiệm vụ định kỳ. Mọi lệnh làm với dòng đang "
        "đứng; đã đánh dấu nhiều dòng thì làm chung cho các dòng đó. Bấm chuột vào tên cột để xếp "
        "theo cột, bấm lại để xếp ngược; bấm vào mép trái của dòng để đánh dấu; bấm đúp để mở.",
        (
            *_READING[:4],
            Keys("home,ctrl+home", "dòng đầu"),
            Keys("end,ctrl+end", "dòng cuối"),
            Keys("enter", "mở toàn bộ nhiệm vụ"),
            Keys("space", "đánh dấu, bỏ dấu"),
        ),
    ),
    "summary": Topic(
        "Các con số",
        "Bấm vào số nào thì bảng chỉ còn những dòng được đếm ở số đó; bấm lại để xem tất cả. Tổng "
        "số bằng tổng các phần đứng trước gạch đứng; sắp đến hạn, không thời hạn (kể cả đã xong), "
        "cần rà soát đếm riêng.",
        (
            Keys("left", "số bên trái"),
            Keys("right", "số bên phải"),
            Keys("enter,space", "lọc theo số này"),
        ),
    ),
    "search": Topic(
        "Ô tìm",
        "Bảng lọc theo từng chữ gõ vào: nửa chữ cũng được, không cần dấu; số ký hiệu gõ như "
        "thường. Ghép được chữ với các điều kiện ở dưới; cả cụm từ thì đặt trong "
        "ngoặc kép.",
        (
            Keys("enter", "về bảng, giữ kết quả"),
            Keys("up", "dòng trên trong bảng"),
            Keys("down", "dòng dưới trong bảng"),
            Keys("pageup", "trang trên trong bảng"),
            Keys("pagedown", "trang dưới trong bảng"),
            Keys("backspace", "xóa chữ; ô đã trống thì bỏ tìm"),
            Keys("escape", "bỏ tìm, xem tất cả"),
        ),
    ),
    "details": Topic(
        "Phần chi tiết",
        "Toàn bộ nhiệm vụ đang đứng trong bảng. Bôi đen bằng chuột rồi bấm Ctrl+C để chép.",
    ),
    "directive": Topic(
        "Toàn bộ một nhiệm vụ",
        "Toàn văn, thời hạn ban đầu và thời hạn đang áp dụng, các lần gia hạn, văn bản, tình hình, "
        "mọi thay đổi; nội dung văn bản mật chỉ hiện ở đây. Các lệnh ghi việc làm ngay được với "
        "nhiệm vụ này, không phải đóng. Bôi đen bằng chuột rồi bấm y hay Ctrl+C để chép đoạn đó.",
        (
            *_READING[:3],
            Keys("pagedown,space", "trang dưới"),
            *_READING[4:],
            Keys("left,left_square_bracket", "nhiệm vụ trước"),
            Keys("right,right_square_bracket", "nhiệm vụ sau"),
            Keys("y,ctrl+c", "chép đoạn bôi đen; y: không bôi đen thì chép thành một dòng"),
            Keys("escape,q", "đóng, về bảng"),
        ),
    ),
    "form": Topic(
        "Biểu mẫu",
        "Dưới mỗi ô hiện ngay điều đã hiểu. Chưa lưu thì sổ chưa thay đổi; khi không lưu được, mọi "
        "chữ đã gõ vẫn còn.",
        (
            Keys("enter", "ô tiếp theo; ở ô cuối: lưu"),
            Keys("up", "ô trước"),
            Keys("down", "ô tiếp theo"),
            Keys("right", "nhận tên được gợi ý"),
            Keys("ctrl+j", "xuống dòng, trong ô nhiều dòng"),
            Keys("pageup", "cuộn lên"),
            Keys("pagedown", "cuộn xuống"),
            Keys("ctrl+s", "lưu"),
            Keys("ctrl+n", "lưu rồi nhập tiếp, ở biểu mẫu nhập nhiệm vụ"),
            Keys("ctrl+r", "lấy lại nhiệm vụ chưa ghi được, ở biểu mẫu nhập nhiệm vụ"),
            Keys("escape", "bỏ; đã gõ thì bấm hai lần"),
        ),
    ),
    "chooser": Topic(
        "Danh sách chọn",
        "Bấm phím đứng trước dòng, hoặc di chuyển rồi bấm Enter; bấm chuột cũng được. Nơi có ô để "
        "gõ thì gõ vài chữ, không cần dấu, để bớt dòng.",
        (
            Keys("up", "dòng trên"),
            Keys("down", "dòng dưới"),
            Keys("enter", "chọn"),
            Keys("escape", "không chọn gì"),
        ),
    ),
    "line": Topic(
        "Nhập một dòng",
        "Gõ số ký hiệu, ngày văn bản, nội dung và cuối cùng là «hạn …» nếu có; dưới ô hiện ngay "
        "điều đã hiểu. Ghi xong gõ tiếp được ngay; dòng không ghi được thì trở lại ô, không mất "
        "chữ nào.",
        (Keys("enter", "ghi vào sổ"), Keys("escape", "đóng; đã gõ thì bấm hai lần")),
    ),
    "rows": Topic(
        "Xem trước bảng",
        "Mỗi dòng của tệp hay của bảng dán vào sẽ thành gì: mới, đã có, khác với sổ, lặp lại, chưa "
        "đọc được; toàn bộ dòng đang đứng ở phần chi tiết. Dòng có dấu √ sẽ được ghi, tất cả trong "
        "một lần, hoàn tác được bằng một phím u. Sổ không bao giờ bị ghi đè: chỉ ghi điều sổ chưa "
        "có; dấu ≠ là chỗ sổ và bảng khác nhau.",
        (
            Keys("up,k", "dòng trên"),
            Keys("down,j", "dòng dưới"),
            Keys("pageup", "trang trên"),
            Keys("pagedown", "trang dưới"),
            Keys("home,ctrl+home", "dòng đầu"),
            Keys("end,ctrl+end", "dòng cuối"),
            Keys("enter,ctrl+s", "ghi các dòng có dấu √"),
            Keys("space", "bỏ dòng này, hay lấy lại"),
            Keys("l", "dòng cần xem tiếp theo"),
            Keys("t", "đọc hết các lưu ý về bảng"),
            Keys("d", "văn bản giao của những dòng không ghi văn bản"),
            Keys("f", "bảng gõ bằng phông chữ cũ: chọn phông để đọc lại"),
            Keys("escape", "thôi, không ghi gì; đang ghi thì dừng, sổ như chưa ghi"),
        ),
    ),
    "overview": Topic(
        "Tổng quan",
        "Số liệu của cơ quan bằng biểu đồ, tính đến ngày đang xem. Đứng ở một thanh rồi bấm Enter, "
        "hay bấm chuột vào thanh, để xem các nhiệm vụ được đếm trong đó.",
        (
            *_READING[:3],
            Keys("pagedown,space", "trang dưới"),
            Keys("home,ctrl+home", "về đầu"),
            Keys("end,ctrl+end", "về cuối"),
            Keys("tab,right", "biểu đồ sau"),
            Keys("shift+tab,left", "biểu đồ trước"),
            Keys("enter", "các nhiệm vụ của thanh này"),
            Keys("v", "xem theo ngày khác"),
            Keys("0", "về hôm nay"),
            Keys("ctrl+p", _PALETTE),
            Keys("escape,q,o", "đóng"),
        ),
    ),
    "reports": Topic(
        "Báo cáo",
        "Xem trước đúng như sẽ in, cùng các điều cần kiểm tra, trước khi ghi ra tệp hay phát hành. "
        "Báo cáo đã phát hành thì in lại đúng như cũ.",
        (
            Keys("c", "chọn kỳ báo cáo"),
            Keys("m", "chọn mẫu"),
            Keys("v", "tính đến ngày khác"),
            Keys("h", "kể cả nhiệm vụ chỉ phối hợp, hay không"),
            Keys("l", "số liệu hiện nay, hay như đã phát hành"),
            Keys("1", "bản in: các dòng của báo cáo"),
            Keys("2", "để ngoài: nhiệm vụ không vào báo cáo, và vì sao"),
            Keys("3", "kiểm tra: con số có khớp không, được ghi những gì"),
            Keys("4", "đoạn văn của báo cáo"),
            Keys("g", "ghi ra tệp"),
            Keys("p", "phát hành"),
            Keys("y", "chép đoạn số liệu"),
            Keys("d", "các báo cáo đã phát hành"),
            Keys("f5", "đọc lại số liệu"),
            Keys("ctrl+p", _PALETTE),
            Keys("escape", "đóng; đang ghi tệp thì không đợi nữa"),
        ),
    ),
    "issued": Topic(
        "Báo cáo đã phát hành",
        "Mỗi báo cáo được giữ nguyên cùng tệp, các dòng và các số. Lấy lại một báo cáo thì những "
        "việc trong đó coi như chưa báo cáo.",
        (
            Keys("enter", "xem báo cáo của kỳ này"),
            Keys("i", "in lại đúng như đã phát hành"),
            Keys("s", "so với sổ hiện nay"),
            Keys("l", "lấy lại"),
            Keys("a", "kể cả báo cáo đã lấy lại, hay không"),
            Keys("f5", "đọc lại"),
            Keys("ctrl+p", _PALETTE),
            Keys("escape", "đóng"),
        ),
    ),
}
"""By the name a widget or a screen calls its topic by."""
