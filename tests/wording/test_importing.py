"""What ``tracker import`` says of the sheets it was given."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.builders import TODAY
from tests.intake.tables import HEADINGS
from tests.operations.imported_tables import PLAN, book, imported, looked_at, sheet
from tracker.core.rules import Policy
from tracker.intake.errors import NoDirectives
from tracker.intake.files.found import FileTables, RemarkedLines, SheetRemark
from tracker.operations.desk import Desk
from tracker.operations.read_rows import Place
from tracker.wording.importing import preview_lines
from tracker.wording.messages import sentence
from tracker.wording.preview_rows import GUESS_ADDS, NOTHING_ENTERED, row_lines
from tracker.wording.table_differences import differences_words


@pytest.fixture
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    return Desk(
        location=str(tmp_path_factory.getbasetemp() / "none.db"),
        who="lan",
        today=TODAY,
        at=datetime(2023, 12, 14, tzinfo=UTC),
        policy=Policy(),
    )


@pytest.mark.parametrize("remark", SheetRemark)
def test_whatever_is_odd_about_a_sheet_is_said_once(desk: Desk, remark: SheetRemark) -> None:
    odd = RemarkedLines(remark=remark, lines=(3, 5))
    found = replace(sheet("Tháng 12", ("1", PLAN, "Việc")), remarks=(odd,))
    lines = [*preview_lines(looked_at(desk, book(found)), is_whole=False)]
    assert sum(line.startswith("  ! ") for line in lines) == 1


@pytest.mark.parametrize(("number", "is_cut"), [(20, False), (21, True)])
def test_of_many_tables_without_directives_the_first_are_named(number: int, is_cut: bool) -> None:
    tables = [("a.xlsx", sheet(f"T{place}")) for place in range(number)]
    said = sentence(NoDirectives(tables))
    assert said.count("trang tính «T") == 20
    assert ("; …;" in said) is is_cut


LONG = "V/v triển khai Kế hoạch chuyển đổi số của tỉnh giai đoạn 2021-2025 tại các đơn vị"
NEARLY = LONG.replace("của ", "")
DONE_LATER = ("2", PLAN, NEARLY, "10/01/2024", "05/12/2023")


def test_of_a_guess_nothing_is_said_to_be_entered_and_what_to_do_is_told(desk: Desk) -> None:
    preview = looked_at(desk, book(sheet("Tháng 12", ("1", PLAN, LONG, "10/01/2024"), DONE_LATER)))
    said = "\n".join(preview_lines(preview, is_whole=False))
    assert "sẽ ghi hoàn thành" not in said
    assert "ngày hoàn thành: (trống) → 05/12/2023; chưa ghi (chỉ đoán là dòng 2, giống 9" in said
    known = [replace(row, duplicate_of=24) for row in preview.rows.values()]
    told = [*differences_words(known[1], lambda it: f"dòng {it.line}")]
    assert told[0].endswith(
        "tracker edit 24 --content «nội dung trong bảng» rồi nhập lại, sẽ ghi đủ"
    )
    assert told[1].endswith("nếu đúng thì tracker done 24 --on 05/12/2023")
    on_screen = [line.text for line in row_lines(known[1], Place(0, 3), preview, TODAY)]
    assert sum("chưa ghi (chỉ đoán là dòng 2" in line for line in on_screen) == 2
    assert GUESS_ADDS in on_screen
    assert NOTHING_ENTERED not in on_screen


def test_days_off_are_counted_and_one_reason_is_told_once_for_all_its_rows(desk: Desk) -> None:
    sunday = "25/KH-UBND ngày 21/5/2023"
    rows = (("1", sunday, "Việc một"), ("2", "", "Việc hai"), ("3", "", "Việc ba"))
    preview = looked_at(desk, book(sheet("Tháng 12", *rows)))
    said = [*preview_lines(preview, is_whole=False)]
    assert sum("không ghi văn bản giao" in line for line in said) == 1
    assert any(line.startswith("  dòng 3–4: Lưu ý: dòng này không ghi") for line in said)
    assert sum("ngày nghỉ" in line for line in said) == 1
    whole = [*preview_lines(preview, is_whole=True)]
    assert any("dòng 2–4: Lưu ý: văn bản đề ngày 21/5/2023 là ngày nghỉ" in line for line in whole)


def test_what_was_not_yet_due_and_is_overdue_by_now_is_named(desk: Desk) -> None:
    row = ("1", PLAN, "Việc một", "10/11/2023", "", "Chưa đến hạn")
    *_, named, last = preview_lines(looked_at(desk, book(sheet("Tháng 11", row))), is_whole=False)
    assert named == ("01 nhiệm vụ trong bảng ghi chưa đến hạn nay đã quá hạn: dòng 2 (25/KH-UBND).")
    assert last == (
        "Tổng cộng: 1 mới, 0 bổ sung, 0 đã có trong sổ, 0 lặp lại, 0 chưa đọc được; tính "
        "đến hôm nay 14/12/2023."
    )


def test_every_row_is_counted_once_in_the_end_and_what_differs_is_not_called_alike(
    desk: Desk, tmp_path: Path
) -> None:
    opened = replace(desk, location=str(tmp_path / "register.db"))
    due = ("10/01/2024", "", "", "")
    known = (("1", PLAN, LONG, *due), ("2", PLAN, "Việc hai"), ("3", PLAN, "Việc ba", *due))
    imported(opened, book(sheet("Tháng 11", *known)))
    rows = (
        ("1", PLAN, NEARLY, *due),
        ("2", PLAN, "Việc hai", "", "05/12/2023"),
        ("3", PLAN, "Việc ba", "20/01/2024"),
        ("4", PLAN, "Việc bốn"),
        ("5", PLAN, "Việc bốn"),
        ("6", "32/KH-UBND ngày 31/6/2023", "Việc sai ngày"),
    )
    *_, last = preview_lines(looked_at(opened, book(sheet("Tháng 12", *rows))), is_whole=False)
    assert last == (
        "Tổng cộng: 1 mới, 1 bổ sung, 0 đã có trong sổ, 1 khác với sổ nên để nguyên, 1 lặp lại, "
        "1 chỉ đoán nên chưa ghi, 1 chưa đọc được; tính đến hôm nay 14/12/2023."
    )


def test_the_day_of_completion_is_shown_before_it_is_entered(desk: Desk) -> None:
    done = ("1", PLAN, "Việc một", "10/01/2024", "05/12/2023", "Đúng hạn", "9/BC-KHCN")
    undated = ("2", PLAN, "Việc hai", "10/01/2024", "", "Đã hoàn thành")
    preview = looked_at(desk, book(sheet("Tháng 12", done, undated)))
    said = [*preview_lines(preview, is_whole=False)]
    assert any("· Đúng hạn · xong 05/12/2023 · Việc một" in line for line in said)
    assert any("· xong (chưa rõ ngày) · Việc hai" in line for line in said)
    days = [
        line.text
        for place, row in preview.rows.items()
        for line in row_lines(row, place, preview, TODAY)
        if line.text.startswith("Ngày hoàn thành: ")
    ]
    assert days == ["Ngày hoàn thành: 05/12/2023", "Ngày hoàn thành: (chưa rõ ngày)"]


def test_a_row_is_one_line_whatever_breaks_its_cells_and_an_unclear_deadline_is_called_so(
    desk: Desk,
) -> None:
    unclear = "15/12/2023\n(xin gia hạn tại CV số 6150/UBND-TH\nngày 16/10/2023)"
    row = ("1", PLAN, "Việc một", unclear)
    preview = looked_at(desk, book(sheet("Tháng 12", row, ("2", PLAN, "Việc hai", "Không"))))
    said = [*preview_lines(preview, is_whole=False)]
    assert not any("\n" in line for line in said)
    assert any("hạn «15/12/2023 (xin gia hạn" in line for line in said)
    assert any("· không thời hạn ·" in line for line in said)
    (place, first), *_ = preview.rows.items()
    lines = [line.text for line in row_lines(first, place, preview, TODAY)]
    assert "Thời hạn: không có thời hạn" not in lines
    assert any(line.endswith("(chưa hiểu được)") for line in lines)


def test_of_many_that_are_overdue_by_now_the_first_are_named(desk: Desk) -> None:
    due = ("10/11/2023", "", "Chưa đến hạn")
    rows = [(str(number), PLAN, f"Việc số {number}", *due) for number in range(7)]
    preview = looked_at(desk, book(sheet("Tháng 11", *rows)))
    *_, named, _ = preview_lines(preview, is_whole=False)
    assert named.startswith("07 nhiệm vụ")
    assert named.endswith("dòng 6 (25/KH-UBND); và 02 dòng nữa, xem đủ bằng --all.")
    *_, whole, _ = preview_lines(preview, is_whole=True)
    assert whole.endswith("dòng 8 (25/KH-UBND).")


TITLE = ("CHỦ TỊCH UBND TỈNH GIAO THÁNG 11 NĂM 2023",)


def titled(*rows: tuple[str, ...]) -> FileTables:
    """An appendix of November, cut off on the 14th."""
    return book(sheet("Phụ lục", HEADINGS, *rows, headings=TITLE))


def test_a_claim_that_was_wrong_already_on_the_day_of_the_list_is_told(desk: Desk) -> None:
    claimed = ("", "Chưa đến hạn")
    preview = looked_at(
        desk,
        titled(
            ("1", PLAN, "Sai ngay từ đầu", "15/10/2023", *claimed),
            ("2", PLAN, "Đúng lúc lập bảng", "20/11/2023", *claimed),
            ("3", PLAN, "Không rõ kỳ nào", "trước ngày 25 hằng tháng", *claimed),
        ),
    )
    said = [*preview_lines(preview, is_whole=False)]
    assert (
        "  Dòng 3: bảng ghi «Chưa đến hạn», tính theo ngày tháng là «Quá hạn» ngay từ ngày của "
        "bảng, 14/11/2023 (đang thực hiện); sổ dùng kết quả tính."
    ) in said
    assert "Tiến độ ghi trong bảng khác với tính theo ngày tháng (01):" in said
    assert said[-2] == (
        "02 nhiệm vụ trong bảng ghi chưa đến hạn nay đã quá hạn: dòng 4 (25/KH-UBND); dòng 5 "
        "(25/KH-UBND)."
    )
    assert [row.is_flagged for row in preview.rows.values()] == [True, False, False]


def test_the_head_of_a_part_claims_the_progress_of_its_rows(desk: Desk) -> None:
    preview = looked_at(
        desk,
        titled(
            ("II", "CHƯA ĐẾN HẠN: 02 nhiệm vụ"),
            ("1", PLAN, "Việc một", "15/10/2023"),
            ("2", PLAN, "Việc hai", "20/11/2023"),
            ("III", "QUÁ HẠN: 03 nhiệm vụ"),
            ("1", PLAN, "Việc ba", "15/01/2024"),
            ("2", PLAN, "Việc bốn", "15/10/2023"),
            ("3", PLAN, "Việc năm", "15/01/2024", "20/10/2023"),
        ),
    )
    said = [*preview_lines(preview, is_whole=False)]
    told = [line.split(";")[0] for line in said if line.startswith("  Dòng ")]
    assert told == [
        "  Dòng 4: bảng xếp vào «II CHƯA ĐẾN HẠN: 02 nhiệm vụ», tính theo ngày tháng là «Quá hạn» "
        "ngay từ ngày của bảng, 14/11/2023 (đang thực hiện)",
        "  Dòng 7: bảng xếp vào «III QUÁ HẠN: 03 nhiệm vụ», tính theo ngày tháng là «Chưa đến "
        "hạn» (đang thực hiện)",
    ]
    assert said[-2].endswith("nay đã quá hạn: dòng 5 (25/KH-UBND).")


DONE_HERE = ("1", PLAN, "Việc một", "25/9/2023", "12/11/2023", "Chậm")
OPEN_THERE = ("1", PLAN, "Việc một", "25/9/2023", "", "Quá hạn")


@pytest.mark.parametrize(
    ("title", "heading", "told"),
    [
        ("Tháng 11 năm 2023", "Khác với sổ (01):", "bảng (đến 14/11/2023) ghi «Quá hạn»; sổ giữ "
         "nguyên; xem bên nào đúng rồi sửa"),
        ("Phụ lục", "Sổ ghi đã xong, bảng ghi chưa (01):", "bảng ghi «Quá hạn»; sổ giữ nguyên"),
        ("Tháng 10 năm 2023", "Bảng ghi khác, sổ giữ nguyên (01):",
         "bảng (đến 14/10/2023) lập trước khi xong; sổ giữ nguyên"),
    ],
)  # fmt: skip
def test_what_a_table_has_open_and_the_register_done_is_told(
    desk: Desk, tmp_path: Path, title: str, heading: str, told: str
) -> None:
    opened = replace(desk, location=str(tmp_path / "register.db"))
    imported(opened, book(sheet("Tháng 11", DONE_HERE)))
    other = book(sheet("Sửa", HEADINGS, OPEN_THERE, headings=(title,)))
    preview = looked_at(opened, other)
    is_old = title == "Tháng 10 năm 2023"
    said = [*preview_lines(preview, is_whole=is_old)]
    line = f"(mã 1): ngày hoàn thành: 12/11/2023 → (trống); {told}"
    assert said[said.index(heading) + 1].endswith(line)
    assert any(line in one for one in preview_lines(preview, is_whole=False)) is not is_old
    (place, row), *_ = preview.rows.items()
    on_screen = [line.text for line in row_lines(row, place, preview, TODAY)]
    assert f"Ngày hoàn thành: 12/11/2023 → (trống); {told}." in on_screen


def test_of_rows_of_one_import_the_register_is_not_spoken_of(desk: Desk) -> None:
    first = book(sheet("Tháng 11", DONE_HERE), name="a.xlsx")
    other = (*OPEN_THERE[:3], "30/9/2023", *OPEN_THERE[4:])
    preview = looked_at(desk, first, book(sheet("Sửa", other), name="b.xlsx"))
    said = [*preview_lines(preview, is_whole=False)]
    told = said[said.index("Lặp lại (01):") + 1]
    assert "giữ theo dòng 2, trang tính «Tháng 11» (a.xlsx); được gia hạn" in told
    assert "bảng ghi «Quá hạn»; giữ theo dòng 2, trang tính «Tháng 11» (a.xlsx)" in told
    assert "sổ" not in told
