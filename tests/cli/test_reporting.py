"""``report`` and ``summary``: periods, layouts, formats, and what is left out."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from tests.cli.program import Program
from tracker.operations.report_formats import SuffixOfOtherFormat, check_suffix
from tracker.wording.messages import sentence


def ids_in(program: Program, *arguments: str) -> list[int]:
    """The ids a report holds, in its order."""
    groups = program.run("report", *arguments, "--format", "json").json["groups"]
    return [row["id"] for rows in groups.values() for row in rows]


@pytest.mark.parametrize(
    ("period", "starts_on", "ends_on"),
    [
        ("12/2023", "2023-11-15", "2023-12-14"),
        ("2023-12", "2023-11-15", "2023-12-14"),
        ("1/2024", "2023-12-15", "2024-01-14"),
        ("Q4/2023", "2023-09-15", "2023-12-14"),
        ("6T/2023", "2022-12-15", "2023-06-14"),
        ("9T/2023", "2022-12-15", "2023-09-14"),
        ("2023", "2022-12-15", "2023-12-14"),
    ],
)
def test_a_period_runs_between_its_cut_off_days(
    bac_giang: Program, period: str, starts_on: str, ends_on: str
) -> None:
    report = bac_giang.run("report", period, "--format", "json").json
    assert (report["starts_on"], report["ends_on"], report["as_of"]) == (
        starts_on, ends_on, ends_on
    )  # fmt: skip


def test_a_report_from_one_day_to_another_needs_no_period(bac_giang: Program) -> None:
    options = ("--from", "01/12/2023", "--to", "31/12/2023")
    report = bac_giang.run("report", *options, "--format", "json").json
    assert (report["starts_on"], report["ends_on"]) == ("2023-12-01", "2023-12-31")
    answer = bac_giang.run("report", *options)
    assert "phu-luc-2023-12-01-den-2023-12-31.xlsx" in answer.out
    assert "từ ngày 01/12/2023 đến ngày 31/12/2023" in bac_giang.run("summary", *options).out


def test_the_calendar_month_is_a_setting(bac_giang: Program) -> None:
    settings = bac_giang.home / "data/tracker.toml"
    settings.write_text('[rules]\ncut_off = "calendar"\n', encoding="utf-8")
    report = bac_giang.run("report", "12/2023", "--format", "json").json
    assert (report["starts_on"], report["ends_on"]) == ("2023-12-01", "2023-12-31")


def test_a_report_as_of_an_earlier_day_knows_only_what_had_happened(bac_giang: Program) -> None:
    text = bac_giang.run("report", "12/2023", "--as-of", "20/11/2023", "--format", "txt").out
    assert "ĐÃ THỰC HIỆN: 01 nhiệm vụ" in text
    assert "ĐANG THỰC HIỆN: 08 nhiệm vụ (trong hạn)" in text


def test_a_period_that_is_not_over_is_reported_as_of_today_and_says_so(bac_giang: Program) -> None:
    bac_giang.today(date(2023, 12, 5))
    answer = bac_giang.run("report", "12/2023")
    assert answer.err == (
        "Lưu ý: kỳ báo cáo đến ngày 14/12/2023 chưa kết thúc; số liệu tính đến hôm nay, "
        "05/12/2023.\n"
    )
    assert "tính đến ngày 05/12/2023" in answer.out


def test_what_was_reported_before_the_register_is_left_out_with_the_reason(
    bac_giang: Program,
) -> None:
    settings = bac_giang.home / "data/tracker.toml"
    settings.write_text("[rules]\nreported_until = 2023-11-14\n", encoding="utf-8")
    answer = bac_giang.run("report", "12/2023")
    assert answer.err.splitlines() == [
        "Không đưa vào (01):",
        "  5  333/TB-UBND: đã báo cáo ở kỳ trước",
    ]
    assert ids_in(bac_giang, "12/2023") == [1, 2, 3, 4, 6, 7, 8, 9]
    left_out = bac_giang.run("report", "12/2023", "--format", "json").json["left_out"]
    assert [(row["id"], row["reason"]) for row in left_out] == [(5, "reported_before")]
    bac_giang.run("edit", "5", "--pin")
    assert ids_in(bac_giang, "12/2023") == [1, 5, 2, 3, 4, 6, 7, 8, 9]


def test_each_format_says_the_same_on_the_screen(bac_giang: Program) -> None:
    for name in ("txt", "html", "json"):
        answer = bac_giang.run("report", "12/2023", "--format", name)
        for symbol in ("6340/UBND-NC", "333/TB-UBND", "3149/UBND-NC"):
            assert symbol in answer.out
    assert "<table" in bac_giang.run("report", "12/2023", "--format", "html").out
    assert not (bac_giang.home / "exports" / "phu-luc-2023-12.txt").exists()


@pytest.mark.parametrize("name", ["txt", "html", "json", "xlsx"])
def test_a_report_goes_to_the_file_that_is_named(
    bac_giang: Program, tmp_path: Path, name: str
) -> None:
    path = tmp_path / "moi" / f"báo cáo tháng 12.{name}"
    answer = bac_giang.run("report", "12/2023", "--format", name, "--out", str(path))
    assert answer.out.startswith(f"Đã ghi {path} (tính đến ngày 14/12/2023; tổng số 09:")
    assert path.stat().st_size > 500


def test_a_json_report_in_a_file_is_the_one_on_the_screen(
    bac_giang: Program, tmp_path: Path
) -> None:
    path = tmp_path / "report.json"
    bac_giang.run("report", "12/2023", "--format", "json", "--out", str(path))
    assert json.loads(path.read_text("utf-8")) == bac_giang.run(
        "report", "12/2023", "--format", "json"
    ).json  # fmt: skip


def test_json_on_the_screen_is_whole_and_inert_whatever_the_register_holds(
    bac_giang: Program,
) -> None:
    content = "a\x1b[31m\x9b\u2028\u202eb"
    with closing(sqlite3.connect(bac_giang.register)) as register, register:
        register.execute("UPDATE directive SET content = ? WHERE id = 1", (content,))
    answer = bac_giang.run("report", "12/2023", "--format", "json")
    assert answer.json["groups"]["done"][0]["content"] == content
    assert answer.out.replace("\n", "").isprintable()


def test_the_number_and_day_of_the_report_fill_the_blanks(bac_giang: Program) -> None:
    options = ("--number", "352", "--date", "15/12/2023", "--format", "txt")
    text = bac_giang.run("report", "12/2023", *options).out
    assert "(Kèm theo Báo cáo số 352/BC-KHCN ngày 15/12/2023 của" in text


def test_a_report_on_nothing_is_still_a_report(bac_giang: Program) -> None:
    answer = bac_giang.run("report", "1/2020")
    assert "tổng số 0" in answer.out
    path = bac_giang.home / "exports" / "phu-luc-2020-01.xlsx"
    assert openpyxl.load_workbook(path).active is not None
    assert "Tổng số: 0 nhiệm vụ." in bac_giang.run("summary", "1/2020").out


def test_a_report_made_again_takes_the_place_of_the_old_one_which_is_kept(
    bac_giang: Program,
) -> None:
    bac_giang.run("report", "12/2023")
    exports = bac_giang.home / "exports"
    by_hand = b"number and day filled in"
    (exports / "phu-luc-2023-12.xlsx").write_bytes(by_hand)
    bac_giang.run("done", "25/KH-UBND", "--on", "10/12/2023")
    answer = bac_giang.run("report", "12/2023")
    kept = exports / "phu-luc-2023-12-ban-cu-1.xlsx"
    assert kept.read_bytes() == by_hand
    assert answer.err == (
        f"Lưu ý: tệp cũ cùng tên có nội dung khác (có thể đã điền tay), được giữ lại ở {kept}.\n"
    )
    assert answer.out.startswith(f"Đã ghi {exports / 'phu-luc-2023-12.xlsx'} (")
    assert {path.name for path in exports.iterdir()} == {kept.name, "phu-luc-2023-12.xlsx"}
    assert "03 nhiệm vụ" in str(
        [cell.value for row in openpyxl.load_workbook(
            exports / "phu-luc-2023-12.xlsx").worksheets[0].iter_rows() for cell in row]
    )  # fmt: skip


def test_a_report_that_says_the_same_again_keeps_nothing_beside(bac_giang: Program) -> None:
    for _ in range(2):
        assert bac_giang.run("report", "12/2023").err == ""
    exports = bac_giang.home / "exports"
    assert [path.name for path in exports.iterdir()] == ["phu-luc-2023-12.xlsx"]


def test_a_file_that_was_named_is_replaced_as_asked(bac_giang: Program, tmp_path: Path) -> None:
    path = tmp_path / "moi" / "bc.xlsx"
    path.parent.mkdir()
    path.write_bytes(b"old")
    assert bac_giang.run("report", "12/2023", "--out", str(path)).err == ""
    assert list(path.parent.iterdir()) == [path]
    assert openpyxl.load_workbook(path).active is not None


@pytest.mark.parametrize(
    ("options", "name"),
    [
        (("12/2023",), "phu-luc-2023-12.xlsx"),
        (("12/2023", "--as-of", "14/12/2023"), "phu-luc-2023-12.xlsx"),
        (("12/2023", "--as-of", "1/12/2023"), "phu-luc-2023-12-tinh-den-2023-12-01.xlsx"),
        (("12/2023", "--as-of", "20/12/2023"), "phu-luc-2023-12-tinh-den-2023-12-20.xlsx"),
        (("3/2024",), "phu-luc-2024-03-tinh-den-2024-03-01.xlsx"),
        (
            ("12/2023", "--layout", "plan", "--as-of", "1/12/2023"),
            "ke-hoach-2023-12-tinh-den-2023-12-01.xlsx",
        ),
    ],
)
def test_a_report_as_of_another_day_than_the_period_s_last_says_so_in_its_name(
    bac_giang: Program, options: tuple[str, ...], name: str
) -> None:
    bac_giang.run("report", *options)
    assert [path.name for path in (bac_giang.home / "exports").iterdir()] == [name]


@pytest.mark.parametrize(
    ("name", "format_name", "known"),
    [
        ("x.pdf", "xlsx", ""),
        ("x.DOCX", "xlsx", "docx"),
        ("x.doc", "docx", ""),
        ("x.pdf ", "xlsx", ""),
        ("x.html", "xlsx", "html"),
        ("x.htm", "txt", "html"),
        ("x.xlsx", "txt", "xlsx"),
        ("x.csv", "json", ""),
    ],
)
def test_a_file_is_not_named_like_what_it_is_not(
    bac_giang: Program, tmp_path: Path, name: str, format_name: str, known: str
) -> None:
    path = tmp_path / name
    given = ("report", "12/2023", "--format", format_name, "--out", str(path))
    assert bac_giang.refused(*given, code=2)
    assert not path.exists()
    with pytest.raises(SuffixOfOtherFormat) as caught:
        check_suffix(path, format_name)
    refused = caught.value
    assert (refused.wanted_suffix, refused.known_format) == (f".{format_name}", known)


def test_no_format_is_advised_where_there_is_no_choice_of_them() -> None:
    with pytest.raises(SuffixOfOtherFormat) as caught:
        check_suffix(Path("x.txt"), "docx", has_choice=False)
    assert caught.value.known_format == ""
    assert "--format" not in sentence(caught.value)


@pytest.mark.parametrize("name", ["bao-cao", "bao-cao.12.2023", "x.XLSX", "x.moi"])
def test_any_other_name_is_taken_as_given(bac_giang: Program, tmp_path: Path, name: str) -> None:
    bac_giang.run("report", "12/2023", "--out", str(tmp_path / name))
    assert (tmp_path / name).stat().st_size > 500


@pytest.mark.parametrize(
    "option",
    [("--layout", "plan"), ("--layout", "appendix"), ("--number", "3"), ("--date", "1/1/2024")],
)
def test_json_has_no_layout_number_or_day_to_give(
    bac_giang: Program, option: tuple[str, str]
) -> None:
    assert bac_giang.refused("report", "12/2023", "--format", "json", *option, code=2)


@pytest.mark.parametrize("option", ["--date", "--as-of"])
def test_a_day_left_empty_is_not_passed_over(bac_giang: Program, option: str) -> None:
    assert bac_giang.refused("report", "12/2023", "--format", "txt", option, "", code=2)


@pytest.mark.parametrize("command", ["report", "summary"])
def test_nothing_is_reported_of_a_period_that_has_not_begun(
    bac_giang: Program, command: str
) -> None:
    for options in ((), ("--as-of", "14/4/2024")):
        assert bac_giang.refused(command, "4/2024", *options, code=2)
    assert list((bac_giang.home / "exports").iterdir()) == []
    bac_giang.run(command, "3/2024")


def test_rows_that_cannot_be_judged_are_named_with_what_to_do(bac_giang: Program) -> None:
    bac_giang.run("done", "3797/UBND-KGVX", "--undated")
    answer = bac_giang.run("report", "12/2023", "--as-of", "1/3/2024")
    assert answer.err.splitlines() == [
        "Cần rà soát trước khi gửi báo cáo (01):",
        "  2  3797/UBND-KGVX: chưa rõ ngày hoàn thành, bổ sung bằng: tracker done 2 --on NGÀY",
    ]
    bac_giang.run("done", "2", "--on", "1/12/2023")
    assert bac_giang.run("report", "1/2024", "--format", "json").err == ""


def test_the_numbers_of_summary_and_appendix_are_the_same(bac_giang: Program) -> None:
    summary = bac_giang.run("summary", "01/2024", "--json").json
    report = bac_giang.run("report", "01/2024", "--format", "json").json
    assert summary["totals"] == report["totals"]
    assert summary["lines"] == bac_giang.run("summary", "01/2024").out.splitlines()


def test_done_in_december_and_reported_then_is_in_a_later_report_only_as_not_yet_issued(
    bac_giang: Program,
) -> None:
    bac_giang.run("done", "25/KH-UBND", "--on", "20/12/2023")
    december, january = (
        bac_giang.run("report", period, "--format", "json").json["totals"]["done"]["total"]
        for period in ("12/2023", "01/2024")
    )
    assert (december, january) == (2, 3)


def test_a_period_not_begun_on_the_day_looked_at_is_refused(bac_giang: Program) -> None:
    sentence = bac_giang.refused("report", "12/2023", "--as-of", "01/11/2023", code=2)
    assert "15/11/2023" in sentence
    assert "01/11/2023" in sentence


def test_the_demo_keeps_an_appendix_of_that_name_that_is_already_there(program: Program) -> None:
    folder = program.home / "exports"
    folder.mkdir(parents=True)
    (folder / "phu-luc-2023-12.xlsx").write_bytes(b"the office's own")
    answer = program.run("demo")
    assert (folder / "phu-luc-2023-12-ban-cu-1.xlsx").read_bytes() == b"the office's own"
    assert "ban-cu-1" in answer.err


_OWN_LAYOUT = """\
[layouts.cua-so]
title = "DANH SÁCH {PERIOD}"
enclosure = false
columns = [
  { title = "Số", field = "document_number", width = 1 },
  { title = "Ngày giao", field = "assigned_on", width = 1 },
]
"""


@pytest.mark.parametrize(
    ("layout", "name", "line"),
    [
        ("extended", "phu-luc-mo-rong-2023-12.xlsx", "BÁO CÁO CHI TIẾT KẾT QUẢ THỰC HIỆN"),
        ("overdue", "qua-han-2023-12.xlsx", "DANH SÁCH NHIỆM VỤ QUÁ HẠN CHƯA HOÀN THÀNH"),
        ("units", "theo-don-vi-2023-12.xlsx", "TỔNG HỢP TÌNH HÌNH THỰC HIỆN NHIỆM VỤ"),
        ("cua-so", "cua-so-2023-12.xlsx", "DANH SÁCH THÁNG 12 NĂM 2023"),
    ],
)
def test_a_report_takes_any_layout_shipped_or_the_office_s_own(
    bac_giang: Program, layout: str, name: str, line: str
) -> None:
    settings = bac_giang.home / "data/tracker.toml"
    settings.write_text(_OWN_LAYOUT, encoding="utf-8")
    options = ("report", "12/2023", "--layout", layout)
    assert line in bac_giang.run(*options, "--format", "txt").out
    bac_giang.run(*options)
    assert [path.name for path in (bac_giang.home / "exports").iterdir()] == [name]


def test_divisions_are_counted_each_and_together(bac_giang: Program) -> None:
    out = bac_giang.run("report", "12/2023", "--layout", "units", "--format", "txt").out
    rows = [[cell.strip() for cell in line.split(" | ")] for line in out.splitlines()]
    assert [row[1:4] for row in rows if len(row) == 11 and row[2].isdigit()] == [
        ["Phòng Quản lý", "01", "0"],
        ["Văn phòng", "02", "02"],
        ["(chưa giao đơn vị)", "06", "0"],
        ["Tổng cộng", "09", "02"],
    ]


def test_a_layout_nobody_made_is_refused_with_those_there_are(bac_giang: Program) -> None:
    (bac_giang.home / "data/tracker.toml").write_text(_OWN_LAYOUT, encoding="utf-8")
    sentence = bac_giang.refused("report", "12/2023", "--layout", "cua-so-2", code=2)
    for name in ("appendix", "plan", "extended", "overdue", "units", "cua-so"):
        assert name in sentence


def test_a_layout_written_wrongly_stops_reports_alone(bac_giang: Program) -> None:
    settings = bac_giang.home / "data/tracker.toml"
    settings.write_text(_OWN_LAYOUT.replace("width = 1", "width = 0", 1), encoding="utf-8")
    assert bac_giang.refused("report", "12/2023", code=2)
    assert bac_giang.run("status").out


def test_where_the_office_only_supports_it_is_in_no_report_unless_asked_for(
    bac_giang: Program,
) -> None:
    bac_giang.run(
        "add", "77/UBND-NC", "--issued", "1/12/2023", "--content", "Phối hợp", "--supporting"
    )
    answer = bac_giang.run("report", "12/2023")
    assert "tổng số 09" in answer.out
    assert answer.err.splitlines() == ["Không đưa vào (01):", "  10  77/UBND-NC: chỉ phối hợp"]
    assert "tổng số 10" in bac_giang.run("report", "12/2023", "--with-supporting").out
    summaries = [
        bac_giang.run("summary", "12/2023", *options).out.splitlines()[2]
        for options in ((), ("--with-supporting",))
    ]
    assert summaries == ["Tổng số: 09 nhiệm vụ.", "Tổng số: 10 nhiệm vụ."]


_SECRET = ("88/KH-BM", "Kế hoạch không ai được biết", "99/BC-BM")


@pytest.mark.parametrize("layout", ["appendix", "plan", "extended", "cua-so"])
def test_a_secret_directive_is_counted_and_told_nowhere(bac_giang: Program, layout: str) -> None:
    settings = bac_giang.home / "data/tracker.toml"
    settings.write_text(_OWN_LAYOUT, encoding="utf-8")
    number, content, result = _SECRET
    bac_giang.run("add", number, "--issued", "1/12/2023", "--content", content, "--secret")
    bac_giang.run("done", "10", "--result", f"{result} ngày 10/12/2023")
    for options in (("--layout", layout, "--format", "txt"), ("--layout", layout, "--format",
                    "html"), ("--format", "json")):  # fmt: skip
        answer = bac_giang.run("report", "12/2023", *options)
        for text in _SECRET:
            assert text not in answer.out + answer.err
        assert "(mật)" in answer.out or layout == "plan"
    path = bac_giang.home / "x.xlsx"
    answer = bac_giang.run("report", "12/2023", "--layout", layout, "--out", str(path))
    assert "tổng số 10: đã thực hiện 03" in answer.out
    cells = [
        str(cell.value) for row in openpyxl.load_workbook(path).worksheets[0].iter_rows()
        for cell in row
    ]  # fmt: skip
    assert not any(text in cell for text in _SECRET for cell in cells)


def test_the_number_of_a_secret_document_is_told_where_the_settings_allow_it(
    bac_giang: Program,
) -> None:
    settings = bac_giang.home / "data/tracker.toml"
    settings.write_text("[report]\nsecret_numbers = true\n", encoding="utf-8")
    number, content, _ = _SECRET
    bac_giang.run("add", number, "--issued", "1/12/2023", "--content", content, "--secret")
    for name in ("txt", "json"):
        out = bac_giang.run("report", "12/2023", "--format", name).out
        assert number in out
        assert content not in out


def test_a_secret_directive_left_out_of_a_report_is_not_named_either(bac_giang: Program) -> None:
    number, content, _ = _SECRET
    bac_giang.run(
        "add", number, "--issued", "1/12/2023", "--content", content, "--secret", "--supporting"
    )
    answer = bac_giang.run("report", "12/2023")
    assert answer.err.splitlines() == ["Không đưa vào (01):", "  10  (mật): chỉ phối hợp"]


def test_the_name_of_a_merged_division_stays_and_its_numbers_move(bac_giang: Program) -> None:
    settings = bac_giang.home / "data/tracker.toml"
    settings.write_text('[successors]\n"Văn phòng" = "Phòng Quản lý"\n', encoding="utf-8")
    units = bac_giang.run("report", "12/2023", "--layout", "units", "--format", "txt").out
    assert "Văn phòng" not in units
    assert "Phòng Quản lý" in units
    assert (
        "Văn phòng"
        in bac_giang.run("report", "12/2023", "--layout", "extended", "--format", "html").out
    )
