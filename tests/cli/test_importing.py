"""``tracker import`` as a clerk meets it."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NoReturn

import pytest

from tests.cli.program import Answer, Program
from tests.intake import grids
from tests.intake.tables import HEADINGS
from tracker.operations.importing import enter_import

FIRST = ("1", "25/KH-UBND ngày 24/5/2023", "Phối hợp với tỉnh Thái Nguyên", "10/01/2024")
MISDATED = ("2", "32/KH-UBND ngày 31/6/2023", "Việc sai ngày")


def a_list(name: str, *rows: tuple[str, ...]) -> str:
    """A file with these rows."""
    grid = grids.Grid(rows=(HEADINGS, *rows))
    Path(name).write_bytes(grids.as_workbook(grid) if name.endswith("x") else grids.as_values(grid))
    return name


@pytest.fixture
def appendix(tmp_path: Path) -> str:
    """The appendix of last month, as Word keeps it."""
    path = tmp_path / "phu-luc.docx"
    path.write_bytes(grids.as_document(grids.appendix()))
    return str(path)


@pytest.fixture
def typed(program: Program, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Answer]:
    """Runs a command for somebody who sits at a terminal and types these lines."""

    def run(*arguments: str, lines: str) -> Answer:
        monkeypatch.setattr("tracker.cli.asking.is_on_terminal", lambda: True)
        monkeypatch.setattr(sys, "stdin", io.StringIO(lines))
        return program(*arguments)

    return run


def test_a_register_stands_after_a_file_is_named_and_two_questions_answered(
    program: Program, typed: Callable[..., Answer], appendix: str
) -> None:
    answer = typed("import", appendix, lines="c\n\n")
    assert answer.code == 0
    assert "Bảng 1 (phu-luc.docx): 9 dòng: 9 mới" in answer.out
    assert "Đã ghi 09 nhiệm vụ từ tệp." in answer.out
    assert "Ghi 09 nhiệm vụ mới? [c/K] " in answer.err
    assert "có 02 nhiệm vụ đã hoàn thành" in answer.err
    assert program.list() == list(range(1, 10))
    settings = (program.home / "data/tracker.toml").read_text(encoding="utf-8")
    assert "\nreported_until = 2023-12-14\n" in settings
    assert program.run("report", "03/2024", "--format", "json").json["totals"]["done"]["total"] == 0


@pytest.mark.parametrize(
    ("titles", "proposed"),
    [
        (("",), "14/02/2024"),
        (("Tháng 10 năm 2023",), "14/10/2023"),
        (("Tháng 10 năm 2023", "Tháng 11 năm 2023"), "14/11/2023"),
        (("Tháng 10 năm 2023", "Tháng 3 năm 2024"), "14/02/2024"),
    ],
)
def test_the_day_proposed_is_the_end_of_the_last_month_reported_in_the_files(
    typed: Callable[..., Answer], tmp_path: Path, titles: tuple[str, ...], proposed: str
) -> None:
    paths = []
    for number, title in enumerate(titles):
        done = (str(number), FIRST[1], f"Việc số {number}", "10/01/2024", "05/10/2023")
        path = tmp_path / f"{number}.xlsx"
        path.write_bytes(grids.as_workbook(grids.Grid(rows=((title,), HEADINGS, done))))
        paths.append(str(path))
    assert f"Enter: {proposed};" in typed("import", *paths, lines="c\n\n").err


@pytest.mark.parametrize("lines", ["\n", "k\n", "gì\nkhông\n", ""])
def test_nothing_is_entered_unless_the_answer_is_yes(
    program: Program, typed: Callable[..., Answer], appendix: str, lines: str
) -> None:
    answer = typed("import", appendix, lines=lines)
    assert answer.code == 0
    assert "Chưa ghi gì vào sổ." in answer.err
    assert not program.register.exists()


def test_a_day_that_is_none_is_asked_for_again_and_may_be_refused(
    program: Program, typed: Callable[..., Answer], appendix: str
) -> None:
    answer = typed("import", appendix, lines="c\n31/2/2024\nk\n")
    assert "31/2/2024" in answer.err
    assert len(program.list()) == 9
    settings = (program.home / "data/tracker.toml").read_text(encoding="utf-8")
    assert "\nreported_until" not in settings


def test_nothing_was_reported_until_a_day_that_is_yet_to_come(
    program: Program, typed: Callable[..., Answer], appendix: str
) -> None:
    said = program.refused("import", appendix, "--yes", "--reported-until", "2/3/2024", code=2)
    assert "2/3/2024 sau hôm nay" in said
    assert not program.register.exists()
    asked = typed("import", appendix, lines="c\n2/3/2024\n1/3/2024\n")
    assert asked.code == 0
    assert "2/3/2024 sau hôm nay" in asked.err
    settings = (program.home / "data/tracker.toml").read_text(encoding="utf-8")
    assert "\nreported_until = 2024-03-01\n" in settings


def test_where_nobody_can_be_asked_nothing_is_entered_unless_it_was_said(
    program: Program, appendix: str
) -> None:
    answer = program("import", appendix)
    assert answer.code == 2
    assert "thêm --yes để ghi" in answer.err
    assert not program.register.exists()
    assert "--reported-until" in program.run("import", appendix, "--yes").err
    assert len(program.list()) == 9


def test_a_look_changes_nothing(program: Program, appendix: str) -> None:
    assert "9 mới" in program.run("import", appendix, "--dry-run").out
    assert not program.register.exists()


def test_the_same_file_again_changes_nothing_and_undo_takes_all_of_it_back(
    program: Program, appendix: str
) -> None:
    program.run("import", appendix, "--yes", "--reported-until", "k")
    before = program.fingerprint()
    again = program.run("import", appendix, "--yes")
    assert "0 mới, 9 đã có trong sổ" in again.out
    assert "Không có gì mới để ghi" in again.err
    assert program.fingerprint() == before
    program.run("undo")
    assert program.list() == []


def test_rows_that_cannot_be_read_hold_up_the_others_until_it_is_said_otherwise(
    program: Program, tmp_path: Path
) -> None:
    path = a_list(str(tmp_path / "a.xlsx"), FIRST, MISDATED)
    answer = program("import", path, "--yes")
    assert answer.code == 5
    assert "01 dòng chưa đọc được" in answer.err
    assert "Dòng 3 (ngày văn bản): " in answer.out
    assert not program.register.exists()
    entered = program.run("import", path, "--yes", "--skip-problems")
    assert "Còn 01 dòng chưa đọc được nên chưa ghi" in entered.out
    assert program.list() == [1]


def test_a_look_at_rows_that_cannot_be_read_ends_as_entering_them_would(
    program: Program, tmp_path: Path
) -> None:
    path = a_list(str(tmp_path / "a.xlsx"), FIRST, MISDATED)
    answer = program("import", path, "--dry-run")
    assert answer.code == 5
    assert "01 dòng chưa đọc được" in answer.err
    assert "\nTổng cộng: 1 mới, 0 bổ sung, 0 đã có trong sổ" in answer.out
    assert program("import", path, "--dry-run", "--skip-problems").code == 0


def test_the_register_is_not_called_complete_while_something_stands_open(
    program: Program, tmp_path: Path
) -> None:
    program.run("import", a_list(str(tmp_path / "a.csv"), FIRST), "--yes")
    later = a_list(str(tmp_path / "b.xlsx"), (*FIRST[:3], "20/01/2024"), MISDATED)
    answer = program.run("import", later, "--yes", "--skip-problems")
    assert "sổ đã có đủ" not in answer.err
    assert "còn 01 dòng khác với sổ, 01 dòng chưa đọc được" in answer.err


def test_every_file_that_cannot_be_read_is_named_and_nothing_is_entered(
    program: Program, appendix: str, tmp_path: Path
) -> None:
    empty = tmp_path / "trống.csv"
    empty.touch()
    said = program.refused("import", appendix, str(empty), "khong-co.docx", "--yes", code=5)
    assert "trống.csv: tệp trống" in said
    assert "khong-co.docx: không có tệp này" in said


def test_a_file_without_directives_is_told_by_its_tables(program: Program, tmp_path: Path) -> None:
    path = tmp_path / "danh-ba.csv"
    path.write_text("Họ tên,Điện thoại\nNguyễn Văn A,0204\n", encoding="utf-8")
    said = program.refused("import", str(path), "--yes", code=5)
    assert "Không có dòng nào là nhiệm vụ trong văn bản 1 (danh-ba.csv)" in said


def test_what_a_later_list_knows_more_is_added_and_what_it_tells_otherwise_is_not(
    program: Program, tmp_path: Path
) -> None:
    program.run("import", a_list(str(tmp_path / "a.csv"), FIRST), "--yes")
    done = (*FIRST[:3], "20/01/2024", "05/01/2024", "Đúng hạn", "9/BC-KHCN ngày 05/01/2024")
    answer = program.run("import", a_list(str(tmp_path / "b.csv"), done), "--yes")
    assert "Đã bổ sung 01 nhiệm vụ đã có trong sổ." in answer.out
    assert "thời hạn: 10/01/2024 → 20/01/2024" in answer.out
    row = program.row("1")
    assert (row["completed_on"], row["deadline"]) == ("2024-01-05", "2024-01-10")


def test_the_document_of_a_plan_can_be_said(program: Program, tmp_path: Path) -> None:
    grid = grids.plan()
    path = tmp_path / "kế hoạch.csv"
    path.write_bytes(grids.as_values(grids.Grid(rows=grid.rows[1:])))
    assert program("import", str(path), "--yes").code == 5
    said = ("--document", "50/QĐ-UBND ngày 14/01/2022")
    program.run("import", str(path), "--yes", *said)
    assert [program.row(str(id))["document_number"] for id in (1, 2, 3)] == ["50/QĐ-UBND"] * 3


def test_a_table_may_come_through_a_pipe(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    data = grids.as_values(grids.Grid(rows=(HEADINGS, FIRST)))
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    answer = program.run("import", "-", "--yes")
    assert "Văn bản 1 (đầu vào): 1 dòng" in answer.out
    assert program.list() == [1]


def test_a_pipe_that_brings_nothing_is_no_file(
    program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO()))
    assert program.refused("import", "-", "--yes", code=5).startswith("Đầu vào: ")


def test_programs_get_everything(program: Program, tmp_path: Path) -> None:
    path = a_list(str(tmp_path / "a.xlsx"), FIRST, MISDATED)
    looked = program.run("import", path, "--dry-run", "--json", "--skip-problems").json
    phones, table = looked["tables"]
    assert (phones["name"], phones["is_register"], phones["rows"]) == ("Danh bạ", False, [])
    assert [(row["line"], row["fate"]) for row in table["rows"]] == [(2, "new"), (3, "problem")]
    assert table["rows"][1]["problem"]["field"] == "issued"
    assert looked["entered"] is None
    entered = program.run("import", path, "--yes", "--skip-problems", "--json").json["entered"]
    assert (entered["new"], entered["problems"]) == ([1], 1)


def test_programs_get_what_no_field_was_found_for(program: Program, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(
        "TT,Số ký hiệu,Nội dung,Hộp thư\n"
        "1,25/KH-UBND ngày 24/5/2023,Rà soát thủ tục hành chính của Sở,Số 7\n",
        encoding="utf-8",
    )
    (table,) = program.run("import", str(path), "--dry-run", "--json").json["tables"]
    assert [row["unused"] for row in table["rows"]] == [["Số 7"]]


def test_an_old_font_is_told_and_turned_where_it_is_named(program: Program, tmp_path: Path) -> None:
    path = tmp_path / "cũ.csv"
    path.write_text(
        "TT,Sè ký hiÖu,Néi dung c«ng viÖc,Thêi h¹n\n"
        "1,25/KH-UBND ngµy 24/5/2023,Rµ so\xb8t thñ tôc hµnh chÝnh cña Së,10/01/2024\n",
        encoding="utf-8",
    )
    answer = program("import", str(path), "--yes")
    assert answer.code == 5
    assert "có vẻ là TCVN3; nhập lại kèm --font tcvn3" in answer.err
    program.run("import", str(path), "--yes", "--font", "tcvn3")
    assert program.row("1")["content"] == "Rà soát thủ tục hành chính của Sở"


def test_the_day_reported_until_can_be_said_after_the_rows_were_entered(
    program: Program, appendix: str
) -> None:
    program.run("import", appendix, "--yes")
    said = program("import", appendix, "--yes", "--reported-until", "14/11/2023").err
    assert "đến hết 14/11/2023" in said
    settings = (program.home / "data/tracker.toml").read_text(encoding="utf-8")
    assert "\nreported_until = 2023-11-14\n" in settings


@pytest.mark.parametrize("is_done", [False, True])
def test_whoever_interrupts_is_told_whether_anything_was_entered(
    program: Program, appendix: str, monkeypatch: pytest.MonkeyPatch, is_done: bool
) -> None:
    def interrupted(*given: Any, **named: Any) -> NoReturn:
        if is_done:
            enter_import(*given, **named)
        raise KeyboardInterrupt

    monkeypatch.setattr("tracker.cli.importing.enter_import", interrupted)
    answer = program("import", appendix, "--yes")
    assert answer.code == 130
    assert ("Chưa ghi gì vào sổ." in answer.err) is not is_done
    assert ("Đã ghi xong vào sổ" in answer.err) is is_done


def test_an_import_taken_back_says_that_the_day_reported_until_stays(
    program: Program, appendix: str
) -> None:
    program.run("import", appendix, "--yes", "--reported-until", "14/11/2023")
    program.run("note", "1", "--text", "Đã xem")
    assert program.run("undo").err == ""
    said = program.run("undo").err
    assert said.count("\n") == 1
    assert "đến hết 14/11/2023 vẫn coi như đã báo cáo" in said
    assert str(program.home / "data/tracker.toml") in said
    assert "--reported-until NGÀY" in said
    assert "\nreported_until = 2023-11-14\n" in (program.home / "data/tracker.toml").read_text(
        encoding="utf-8"
    )


def test_where_no_day_is_set_an_import_taken_back_says_nothing_of_one(
    program: Program, appendix: str
) -> None:
    program.run("import", appendix, "--yes")
    assert program.run("undo").err == ""


def test_the_month_of_a_list_ends_where_the_office_cuts_it_off(
    program: Program, tmp_path: Path
) -> None:
    row = (*FIRST[:3], "20/01/2024", "", "Chưa đến hạn")
    path = tmp_path / "a.xlsx"
    path.write_bytes(grids.as_workbook(grids.Grid(rows=(("Tháng 01 năm 2024",), HEADINGS, row))))
    assert "nay đã quá hạn: dòng 3" in program.run("import", str(path), "--dry-run").out
    settings = program.home / "data/tracker.toml"
    settings.parent.mkdir(parents=True, exist_ok=True)
    settings.write_text('[rules]\ncut_off = "calendar"\n', encoding="utf-8")
    assert "ngày của bảng, 31/01/2024" in program.run("import", str(path), "--dry-run").out


@pytest.mark.parametrize("answers", [(), ("c\n",)])
def test_whoever_interrupts_a_question_is_told_that_nothing_was_entered(
    program: Program,
    appendix: str,
    monkeypatch: pytest.MonkeyPatch,
    answers: tuple[str, ...],
) -> None:
    left = iter(answers)

    def readline(_: io.StringIO) -> str:
        for line in left:
            return line
        raise KeyboardInterrupt

    typed_in = type("Terminal", (io.StringIO,), {"readline": readline})
    monkeypatch.setattr("tracker.cli.asking.is_on_terminal", lambda: True)
    monkeypatch.setattr(sys, "stdin", typed_in())
    answer = program("import", appendix)
    assert answer.code == 130
    assert answer.err.endswith("\nChưa ghi gì vào sổ.\n")
    assert not program.register.exists()
