"""Pasted tables in short words, with every awkward shape that real ones have."""

from __future__ import annotations

from tests.builders import TODAY
from tracker.intake.drafts import Draft, TableReading
from tracker.intake.pasted_text import read_pasted
from tracker.intake.rows import read_table

HEADINGS = (
    "TT",
    "Số/Ký hiệu VBCĐ",
    "Nội dung công việc",
    "Thời hạn",
    "Ngày hoàn thành",
    "Tiến độ",
    "Kết quả xử lý",
)


FIRST = (
    "1", "601/UBND-NC Ngày 03/11/2023", "Rà soát thủ tục", "10/12/2023", "27/11/2023", "Đúng hạn",
    "151/KHCN-VP Ngày 27/11/2023",
)  # fmt: skip
"""A row under them."""


def lines(*rows: tuple[str, ...]) -> str:
    """Rows of cells as a program copies them: a line each, tabs between the cells."""
    return "\n".join("\t".join(row) for row in rows)


APPENDIX = lines(
    ("Phụ lục",),
    ("KẾT QUẢ THỰC HIỆN NHIỆM VỤ THÁNG 12 NĂM 2023",),
    HEADINGS,
    ("<b>I</b>", "<b>ĐÃ THỰC HIỆN: 02 nhiệm vụ</b>", "", "", "", "", ""),
    ("1", "601/UBND-NC Ngày 03/11/2023", "Chủ trì rà soát thủ tục hành chính của Sở",
     "10/12/2023", "27/11/2023", "Đúng hạn", "151/KHCN-VP Ngày 27/11/2023"),
    ("2", "33/TB-UBND Ngày 21/7/2023", "TB Kết luận của Phó Chủ tịch tại buổi làm việc",
     "", "30/10/2023", "Đúng hạn", "298/BC-KHCN Ngày 30/10/2023"),
    ("",),
    # From here on an empty column has slipped in behind the first.
    ("<b>II</b>", "", "<b>ĐANG THỰC HIỆN: 03 nhiệm vụ (trong hạn)</b>", "", "", "", "", ""),
    ("1", "", "379/UBND-KGVX Ngày 10/7/2023",
     "V/v triển khai Thông tư số 14/2023/TT-BKHCN ngày 30/6/2023", "", "", "Chưa đến hạn", ""),
    ("2", "", "25/KH-UBND ngày 24/5/2023", "V/v phối hợp với tỉnh Thái Nguyên",
     "10/01/2024", "", "Chưa đến hạn", ""),
    ("3", "", "31/KH-UBND Ngày 25/6/2023", "Kế hoạch đẩy mạnh thực hiện các nội",
     "15/1/2024", "", "Chưa đến hạn", ""),
    ("",),
    ("", "", "", "dung phối hợp với tỉnh Hải Dương", "", "", "", ""),
    ("<b>III</b>", "", "<b>Chưa thực hiện: 0</b>", "", "", "", "", ""),
)  # fmt: skip
"""An appendix that runs over a page, whose second part has shifted and whose last row is cut."""


def read(text: str, *, document: str = "") -> TableReading:
    """What a pasted text holds, on the day of the report."""
    return read_table(read_pasted(text), today=TODAY, document=document)


def only(text: str) -> Draft:
    """The one draft of a text without problems."""
    reading = read(text)
    assert reading.problems == ()
    (draft,) = reading.drafts
    return draft
