"""How a filter is typed, told by example: for the help of the command line and of the screen."""

from __future__ import annotations

FILTER_HELP = (
    (
        "tien-do:qua-han,cham",
        "dung-han, cham, chua-den-han, qua-han, tam-dung, thu-hoi, can-ra-soat",
    ),
    (
        "tinh-trang:chua-xong",
        "chua-xong, chua-thuc-hien, dang-thuc-hien, da-thuc-hien, tam-dung, thu-hoi",
    ),
    ('don-vi:"Phòng A"', "cũng vậy: nguoi (theo dõi), lanh-dao; khong: chưa ghi tên"),
    ("vai-tro:phoi-hop", "chu-tri, phoi-hop, tat-ca"),
    ("han:7", "chưa xong và còn 7 ngày trở xuống; han:khong, han:co (thời hạn)"),
    ("han<15/01/2024", "< <= > >= hoặc khoảng: han:10/2023..12/2023, han:Q4/2023, han:2023"),
    ("xong:thang-nay", "ngày hoàn thành, so như hạn; nhận cả hom-nay, +7, tuan-nay, thang-truoc,"),
    ("", "thang-sau, quy-nay, nam-nay"),
    ("ngay>=01/12/2023", "ngày văn bản giao; ngay-giao: ngày được giao; so như hạn"),
    ("ket-qua:khong", "đã xong mà thiếu văn bản kết quả; ket-qua:co"),
    (
        "xep:-han",
        "vao-so, han, so, ngay, xong, don-vi, noi-dung, chu-y; dấu - là ngược lại",
    ),
)
"""A term, and what else can be written in it."""

_TEXTS = (
    "chữ cần tìm không phân biệt chữ hoa, chữ thường, có dấu hay không; cả cụm thì đặt trong "
    "ngoặc kép"
)

_SPELLING = (
    "Điều kiện viết có dấu hay không, liền hay có gạch nối đều được; cũng nhận tên tiếng Anh của "
    "tùy chọn."
)


def filter_help(name: str) -> str:
    """Lines on the filter, which stands in a usage line under some name."""
    width = max(len(term) for term, _ in FILTER_HELP) + 2
    terms = [f"  {term:<{width}}{more}" for term, more in FILTER_HELP]
    return "\n".join([f"{name} gồm {_TEXTS}; và các điều kiện:", *terms, _SPELLING])
