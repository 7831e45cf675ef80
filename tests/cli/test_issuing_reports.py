"""A report is issued, printed again to the byte, compared, taken back, and issued anew."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.cli.program import Program

APPENDIX = "exports/phu-luc-2023-12.xlsx"


@pytest.fixture
def issued(bac_giang: Program) -> Program:
    bac_giang.run("report", "12/2023", "--issue", "--number", "369", "--date", "16/12/2023")
    return bac_giang


def appendix(program: Program) -> bytes:
    return (program.home / APPENDIX).read_bytes()


def done_in(program: Program, period: str) -> set[str]:
    report = program.run("report", period, "--format", "json").json
    return {row["document_number"] for row in report["groups"]["done"]}


def test_an_issued_december_stays_while_three_directives_change_and_january_goes_out(
    issued: Program,
) -> None:
    december = appendix(issued)
    issued.run("edit", "2", "--content", "Nội dung sửa lại")
    issued.run("extend", "3", "--to", "31/3/2024", "--by", "7001/UBND-NC ngày 05/12/2023")
    issued.run("edit", "1", "--completed-on", "28/11/2023")
    issued.run("report", "01/2024", "--issue")
    (issued.home / APPENDIX).unlink()
    issued.run("report", "12/2023")
    assert appendix(issued) == december
    changed = issued.run("diff", "12/2023", "--json").json
    assert {one["id"] for one in changed["differences"]} == {1, 2, 3}
    assert changed["moved_on"] == []
    assert {"6340/UBND-NC", "333/TB-UBND"} == done_in(issued, "12/2023")
    assert done_in(issued, "01/2024") == set()


def test_a_letter_entered_late_changes_the_replay_and_not_the_issued_report(
    program: Program,
) -> None:
    program.today(date(2023, 12, 15))
    program.run("add", "40/UBND-NC", "--issued", "3/11/2023", "--content", "Rà soát",
                "--deadline", "10/12/2023")  # fmt: skip
    program.run("report", "12/2023", "--issue")
    december = appendix(program)
    program.today(date(2023, 12, 16))
    program.run("extend", "1", "--to", "31/12/2023", "--by", "7001/UBND-NC ngày 05/12/2023")
    program.run("report", "12/2023")
    assert appendix(program) == december
    assert program.progress("1", "14/12/2023") == "not_yet_due"
    told = program.run("diff", "12/2023").out
    assert "tiến độ: Quá hạn → Chưa đến hạn" in told
    assert "Gia hạn ngày 05/12/2023, theo 7001/UBND-NC ngày 05/12/2023" in told


def test_another_form_is_drawn_from_what_was_issued_and_live_from_what_is_known_now(
    issued: Program, tmp_path: Path
) -> None:
    issued.run("edit", "2", "--content", "Nội dung sửa lại")
    assert "Nội dung sửa lại" not in issued.run("report", "12/2023", "--format", "txt").out
    assert "Nội dung sửa lại" not in issued.run("report", "12/2023", "--layout", "plan",
                                                "--format", "html").out  # fmt: skip
    live = issued.run("report", "12/2023", "--format", "txt", "--live")
    assert "Nội dung sửa lại" in live.out
    assert "đã phát hành" in live.err
    issued.run("report", "12/2023", "--format", "docx", "--out", str(tmp_path / "a.docx"))
    assert (tmp_path / "a.docx").read_bytes()[:2] == b"PK"


def test_the_number_and_day_of_the_report_stand_in_its_file_whatever_the_form(
    issued: Program,
) -> None:
    sheet = load_workbook(issued.home / APPENDIX).worksheets[0]
    texts = [str(cell.value) for row in sheet.iter_rows(max_row=6) for cell in row if cell.value]
    assert any("369/BC-KHCN ngày 16/12/2023" in text for text in texts)
    assert "369/BC-KHCN ngày 16/12/2023" in issued.run("report", "12/2023", "--format", "txt").out


def test_the_names_of_the_office_are_those_it_went_out_under(issued: Program) -> None:
    settings = issued.home / "data" / "tracker.toml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(
        text.replace('short_name = "Sở KH&CN"', 'short_name = "Sở Mới"'), encoding="utf-8"
    )
    assert "Sở KH&CN đã thực hiện" in issued.run("summary", "12/2023").out
    assert "Sở Mới đã thực hiện" in issued.run("summary", "12/2023", "--live").out


def test_a_report_taken_back_makes_room_for_another_and_stays_on_record(issued: Program) -> None:
    first = appendix(issued)
    issued.refused("report", "12/2023", "--issue", code=4)
    issued.refused("retract", "12/2023", code=2)
    issued.run("retract", "12/2023", "--reason", "sai số liệu")
    issued.run("edit", "2", "--content", "Nội dung sửa lại")
    issued.run("report", "12/2023", "--issue", "--number", "370")
    assert appendix(issued) != first
    reports = issued.run("reports", "--all", "--json").json["reports"]
    assert [one["number"] for one in reports] == ["369", "370"]
    assert reports[0]["retraction"]["reason"] == "sai số liệu"
    assert {"6340/UBND-NC", "333/TB-UBND"} == done_in(issued, "12/2023")


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("report", "12/2023", "--number", "1"), 4),
        (("report", "01/2024", "--issue", "--layout", "overdue"), 4),
        (("report", "01/2024", "--issue", "--layout", "units"), 4),
        (("report", "01/2024", "--issue", "--format", "json"), 2),
        (("report", "01/2024", "--issue", "--live"), 2),
        (("report", "01/2024", "--issue", "--out", "/dev/null/a.xlsx"), 7),
        (("retract", "01/2024", "--reason", "x"), 3),
        (("retract", "9", "--reason", "x"), 3),
        (("diff", "01/2024"), 3),
        (("diff", "tháng sau"), 2),
        (("undo",), 4),
    ],
)
def test_what_cannot_be_issued_compared_or_taken_back_is_refused(
    issued: Program, arguments: tuple[str, ...], code: int
) -> None:
    issued.refused(*arguments, code=code)
    assert [one["id"] for one in issued.run("reports", "--json").json["reports"]] == [1]


def test_a_return_by_the_province_is_reported_as_done_again(issued: Program) -> None:
    issued.run("reopen", "1", "--by", "6900/UBND-NC ngày 20/12/2023")
    assert "6340/UBND-NC" not in done_in(issued, "01/2024")
    issued.run("done", "1", "--result", "1600/KHCN-VP ngày 05/01/2024")
    assert "6340/UBND-NC" in done_in(issued, "01/2024")
    issued.run("report", "01/2024", "--issue")
    assert "6340/UBND-NC" not in done_in(issued, "02/2024")


def test_every_layout_is_written_in_every_format(issued: Program, tmp_path: Path) -> None:
    for layout in ("appendix", "plan", "extended", "overdue", "units"):
        for suffix in ("xlsx", "docx", "html", "txt"):
            out = tmp_path / f"{layout}.{suffix}"
            issued.run("report", "01/2024", "--layout", layout, "--format", suffix,
                       "--out", str(out))  # fmt: skip
            assert out.stat().st_size > 300


def test_an_issued_report_as_of_another_day_is_computed_and_says_so(issued: Program) -> None:
    issued.run("edit", "2", "--content", "Nội dung sửa lại")
    same = issued.run("report", "12/2023", "--as-of", "14/12/2023", "--format", "json")
    other = issued.run("report", "12/2023", "--as-of", "20/12/2023", "--format", "json")
    assert (same.json["as_of"], other.json["as_of"]) == ("2023-12-14", "2023-12-20")
    assert "Nội dung sửa lại" not in same.out
    assert "Nội dung sửa lại" in other.out
    assert "đã phát hành" in other.err


def test_an_issued_report_with_what_is_only_supported_is_computed_and_says_so(
    issued: Program,
) -> None:
    issued.run("add", "77/UBND-NC", "--issued", "1/12/2023", "--content", "Phối hợp rà soát",
               "--supporting")  # fmt: skip
    plain = issued.run("report", "12/2023", "--format", "json")
    wider = issued.run("report", "12/2023", "--with-supporting", "--format", "json")
    assert "Phối hợp rà soát" not in plain.out
    assert (plain.json["totals"]["total"], wider.json["totals"]["total"]) == (9, 10)
    assert "Phối hợp rà soát" in {row["content"] for row in wider.json["groups"]["in_progress"]}
    assert "đã phát hành" in wider.err


def test_a_report_issued_to_a_file_of_ones_own_is_known_under_its_name(
    bac_giang: Program, tmp_path: Path
) -> None:
    out = tmp_path / "bao-cao.xlsx"
    bac_giang.run("report", "12/2023", "--issue", "--out", str(out))
    (report,) = bac_giang.run("reports", "--json").json["reports"]
    assert report["file_name"] == "bao-cao.xlsx"
    assert not (bac_giang.home / APPENDIX).exists()
    before = out.read_bytes()
    bac_giang.run("edit", "2", "--content", "Nội dung sửa lại")
    bac_giang.run("report", "12/2023", "--out", str(out))
    assert out.read_bytes() == before


def test_what_names_a_secret_directive_stands_in_no_comparison(bac_giang: Program) -> None:
    bac_giang.run("edit", "3", "--secret")
    bac_giang.run("report", "01/2024", "--issue")
    bac_giang.run("extend", "3", "--to", "31/3/2024", "--by", "99-MAT/UBND-NC ngày 05/01/2024")
    shown = bac_giang.run("diff", "01/2024")
    as_json = bac_giang.run("diff", "01/2024", "--json")
    assert "thời hạn" in shown.out
    for said in (shown.out, as_json.out):
        assert "99-MAT" not in said
        assert "1950/UBND-KGVX" not in said
