"""``tracker reconcile`` as a clerk meets it."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from tests.cli.program import Program

HEADINGS = ("TT", "Số/Ký hiệu VBCĐ", "Nội dung công việc", "Thời hạn", "Ngày hoàn thành",
            "Tiến độ", "Kết quả xử lý")  # fmt: skip

ROW = ("1", "25/KH-UBND ngày 24/5/2023",
       "Kế hoạch thực hiện Biên bản số 234-BB/TUBG-TUTN với Thái Nguyên", "10/01/2024", "",
       "Chưa đến hạn", "")  # fmt: skip

PERIOD = ("--period", "12/2023")


def a_list(*rows: tuple[str, ...], name: str = "tinh.xlsx") -> str:
    book = Workbook()
    for row in (HEADINGS, *rows):
        book.active.append(row)
    book.save(name)
    return name


@pytest.fixture
def office(bac_giang: Program) -> Program:
    """The register, and the appendix of December as the list of the province."""
    bac_giang.run("report", "12/2023", "--out", "phu-luc.xlsx")
    return bac_giang


def test_our_own_appendix_agrees_in_every_row(office: Program) -> None:
    answer = office.run("reconcile", "phu-luc.xlsx", *PERIOD)
    assert "danh sách 09 · sổ 09 · khớp 09 · khác nhau 0" in answer.out
    assert answer.err == ""


def test_what_differs_is_told_and_ends_with_one(office: Program) -> None:
    before = office.fingerprint()
    answer = office("reconcile", a_list((*ROW[:3], "01/10/2024", *ROW[4:])), *PERIOD)
    assert answer.code == 1
    assert (
        "danh sách 01 · sổ 09 · khớp 0 · khác nhau 01 · chỉ có ở danh sách 0 · chỉ có ở sổ 08"
        in (answer.out)
    )
    assert "có vẻ đảo ngày và tháng" in answer.out
    assert "tracker edit 6 --deadline 01/10/2024" in answer.out
    assert office.fingerprint() == before


def test_json_tells_everything(office: Program) -> None:
    answer = office("reconcile", a_list((*ROW[:3], "01/10/2024", *ROW[4:])), *PERIOD, "--json")
    said = answer.json
    assert (answer.code, said["schema_version"], said["agrees"]) == (1, 1, False)
    assert (said["period"], said["as_of"]) == ("2023-12", "2023-12-14")
    assert said["list_until"] is None
    assert said["counts"] == {
        "theirs": 1, "ours": 9, "agreeing": 0, "differing": 1, "only_theirs": 0, "only_ours": 8,
        "unread": 0, "turns_apart": 0,
    }  # fmt: skip
    (one,) = said["differing"]
    assert one["differences"] == [
        {"field": "deadline", "cause": "other_deadline", "slip": "swapped"}
    ]
    assert (one["ours"]["id"], one["theirs"]["deadline"]) == (6, "2024-10-01")
    assert one["match"] == {"document": "number_and_date", "likeness": 1.0, "is_guess": False}
    assert len(said["only_ours"]) == 8
    assert said["tables"][0]["is_register"] is True


def test_the_sheet_for_the_province_goes_where_it_is_told(office: Program) -> None:
    name = a_list(ROW)
    answer = office("reconcile", name, *PERIOD, "--out", "gui-lai.xlsx")
    assert answer.code == 1
    assert "Đã ghi bảng đối chiếu để gửi lại tỉnh: gui-lai.xlsx" in answer.err
    page = load_workbook("gui-lai.xlsx").worksheets[0]
    assert "UBND TỈNH" in page["A1"].value


def test_without_a_name_it_goes_to_the_reports_and_keeps_an_older_one(office: Program) -> None:
    name = a_list(ROW)
    exports = office.home / "exports"
    office("reconcile", name, *PERIOD, "--out")
    office.run("reconcile", "phu-luc.xlsx", *PERIOD, "--out")
    office.run("reconcile", "phu-luc.xlsx", "--as-of", "14/12/2023", "--period", "2023", "--out")
    assert sorted(path.name for path in exports.glob("doi-chieu*")) == [
        "doi-chieu-2023-12-ban-cu-1.xlsx",
        "doi-chieu-2023-12.xlsx",
        "doi-chieu-2023.xlsx",
    ]
    office("reconcile", name, "--as-of", "10/12/2023", "--out")
    assert (exports / "doi-chieu-2023-12-10.xlsx").exists()


def test_nothing_secret_is_printed(office: Program) -> None:
    office.run("edit", "25/KH-UBND", "--secret")
    name = a_list((*ROW[:3], "01/10/2024", *ROW[4:]))
    for more in ((), ("--json",)):
        answer = office("reconcile", name, *PERIOD, *more)
        assert "Thái Nguyên" not in answer.out
        assert "25/KH-UBND" not in answer.out
        assert "(văn bản mật)" in answer.out


def test_every_file_that_cannot_be_read_is_named(office: Program) -> None:
    Path("hong.xlsx").write_bytes(b"PK\x03\x04 nothing more")
    told = office.refused("reconcile", "phu-luc.xlsx", "hong.xlsx", "khong-co.xlsx", code=5)
    assert "hong.xlsx" in told
    assert "khong-co.xlsx" in told
    assert len(told.splitlines()) == 2


def test_files_without_a_task_are_refused_by_their_tables(office: Program) -> None:
    book = Workbook()
    book.active.title = "Bìa"
    book.active.append(("Nơi nhận", "Như trên"))
    book.save("bia.xlsx")
    told = office.refused("reconcile", "bia.xlsx", code=5)
    assert "trang tính «Bìa» (bia.xlsx)" in told


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("phu-luc.xlsx", "--period", "13/2023"),
        ("phu-luc.xlsx", "--font", "arial"),
        ("phu-luc.xlsx", "--out", "gui-lai.docx"),
        ("phu-luc.xlsx", "--as-of", "31/2/2023"),
    ],
)
def test_what_was_mistyped_is_refused(office: Program, arguments: tuple[str, ...]) -> None:
    assert office.refused("reconcile", *arguments, code=2)


def test_the_document_said_once_is_that_of_every_row(office: Program) -> None:
    book = Workbook()
    for row in (("TT", "Nội dung công việc", "Thời hạn"), ("1", ROW[2], "10/01/2024")):
        book.active.append(row)
    book.save("ngan.xlsx")
    answer = office("reconcile", "ngan.xlsx", *PERIOD, "--document", "25/KH-UBND ngày 24/5/2023")
    assert "khớp 01 · khác nhau 0" in answer.out


def test_a_list_may_come_through_a_pipe(office: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    data = Path(a_list(ROW)).read_bytes()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    answer = office("reconcile", "-", *PERIOD)
    assert "danh sách 01 · sổ 09" in answer.out
    monkeypatch.setattr(sys, "stdin", None)
    closed = office("reconcile", "-", *PERIOD)
    assert (closed.code, closed.out) == (5, "")
    assert "Đầu vào: tệp trống" in closed.err


def test_a_document_that_is_none_is_refused_before_anything_is_read(office: Program) -> None:
    answer = office("reconcile", "khong-co.xlsx", *PERIOD, "--document", "kế hoạch năm")
    assert answer.code == 2
    assert "kế hoạch năm" in answer.err
