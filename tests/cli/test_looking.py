"""``status``, ``list``, ``show`` and ``history``: what they print, where, and for whom."""

from __future__ import annotations

import csv
import io
import re
import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from tests.cli.program import Program

ON_REPORT_DAY = ("--as-of", "14/12/2023")


def test_an_unused_program_says_how_to_begin_and_makes_nothing(program: Program) -> None:
    answer = program.run("status")
    assert "Ghi nhiệm vụ đầu tiên:" in answer.out
    assert answer == program.run()
    assert program.run("list").out == ""
    assert program.run("status", "--json").json["total"] == 0
    assert program.list() == []
    assert not program.home.exists()


def test_status_counts_the_groups_and_names_what_needs_attention(bac_giang: Program) -> None:
    answer = bac_giang.run("status", "--as-of", "11/01/2024")
    assert answer.err == ""
    lines = answer.out.splitlines()
    assert lines[0].startswith("Tình hình thực hiện nhiệm vụ tính đến ngày 11/01/2024")
    assert lines[2:7] == [
        "Tổng số: 09 nhiệm vụ",
        "  I    Đã thực hiện       02   đúng hạn 02 · chậm 0",
        "  II   Đang thực hiện     07   chưa đến hạn 05 · quá hạn 02",
        "  III  Chưa thực hiện      0   chưa đến hạn 0 · quá hạn 0",
        "Trong đó: quá hạn 02 · sắp đến hạn (7 ngày tới) 02 · không thời hạn 03 · cần rà soát 0",
    ]
    overdue = lines.index("Quá hạn:")
    assert "1950/UBND-KGVX" in lines[overdue + 1]
    assert "quá hạn 11 ngày" in lines[overdue + 1]
    due_soon = lines.index("Sắp đến hạn:")
    assert "30/KH-UBND" in lines[due_soon + 1]
    assert "còn 4 ngày" in lines[due_soon + 1]


def test_status_tells_a_script_that_something_is_overdue(bac_giang: Program) -> None:
    ask = ("status", "--fail-on-overdue", "--as-of")
    assert bac_giang(*ask, "31/12/2023").code == 0
    assert bac_giang(*ask, "01/01/2024").code == 1
    assert bac_giang(*ask, "01/01/2024", "--json").json["overdue"] == 1
    bac_giang.today(date(2023, 12, 31))
    assert bac_giang("status", "--fail-on-overdue").code == 0


def test_status_is_the_same_whichever_way_it_is_parsed(bac_giang: Program) -> None:
    plain = bac_giang.run("status", *ON_REPORT_DAY)
    assert bac_giang.run("status", "--as-of=14/12/2023") == plain
    assert bac_giang.run("--db", str(bac_giang.register), "status", *ON_REPORT_DAY) == plain


def test_a_list_is_rows_on_one_stream_and_their_number_on_the_other(bac_giang: Program) -> None:
    answer = bac_giang.run("list", *ON_REPORT_DAY)
    lines = answer.out.splitlines()
    assert lines[0].split() == [
        "Mã", "Số/Ký", "hiệu", "Ngày", "Thời", "hạn", "Tiến", "độ", "Đơn", "vị", "Nội", "dung"
    ]  # fmt: skip
    assert len(lines) == 10
    assert lines[1].split("  ")[:2] == ["1", " 6340/UBND-NC"]
    assert answer.err == "09 nhiệm vụ, xem theo ngày 14/12/2023.\n"


def test_a_long_content_is_not_cut_where_the_output_is_a_file(program: Program) -> None:
    content = "Nội dung rất dài " * 40
    program.run("add", "1/KH-UBND", "--issued", "24/5/2023", "--content", content)
    assert content.strip() in program.run("list").out


@pytest.mark.parametrize(
    ("options", "ids"),
    [
        (("--progress", "on_time"), [1, 5]),
        (("--progress", "overdue,on-time", "--as-of", "20/01/2024"), [1, 3, 5, 6, 7, 8]),
        (("--progress", "suspended"), []),
        (("--state", "done"), [1, 5]),
        (("--state", "in_progress", "--unit", "phòng quản lý"), [2]),
        (("--unit", "van phong"), [1, 5]),
        (("--search", "thai nguyen"), [6]),
        (("--search", "KẾ HOẠCH LANG SON"), [7]),
        (("--search", "6340"), [1]),
        (("--search", "Lào Cai"), []),
        (("--search", "100%"), []),
        (("--no-deadline",), [2, 5, 9]),
        (("--due-within", "17"), [3]),
        (("--due-within", "16"), []),
        (("--limit", "2"), [1, 2]),
        (("--limit", "0"), []),
    ],
)
def test_a_list_is_narrowed_by_what_is_asked(
    bac_giang: Program, options: tuple[str, ...], ids: list[int]
) -> None:
    day = () if "--as-of" in options else ("--as-of", "15/12/2023")
    day = ON_REPORT_DAY if "--due-within" in options else day
    assert bac_giang.list(*options, *day) == ids


@pytest.mark.parametrize(
    ("order", "ids"),
    [
        ("entry", [1, 2, 3, 4, 5, 6, 7, 8, 9]),
        ("deadline", [1, 3, 6, 7, 8, 4, 2, 5, 9]),
        ("number", [6, 7, 8, 5, 3, 4, 9, 2, 1]),
        ("issued", [3, 4, 6, 9, 7, 8, 2, 5, 1]),
        ("completed", [5, 1, 2, 3, 4, 6, 7, 8, 9]),
        ("unit", [2, 1, 5, 3, 4, 6, 7, 8, 9]),
        ("content", [9, 6, 7, 8, 1, 5, 3, 4, 2]),
    ],
)
def test_a_list_is_sorted_by_what_is_asked(bac_giang: Program, order: str, ids: list[int]) -> None:
    assert bac_giang.list("--sort", order, *ON_REPORT_DAY) == ids


@pytest.mark.parametrize(
    ("option", "said"),
    [
        ("--unit", "Trong sổ không có đơn vị «xyz»; đang có: Phòng Quản lý, Văn phòng."),
        ("--officer", "Trong sổ không có người theo dõi «xyz»; đang có: An."),
        (
            "--assigned-by",
            "Trong sổ không có lãnh đạo giao việc «xyz»; chưa nhiệm vụ nào ghi lãnh đạo giao việc.",
        ),
    ],
)
def test_a_name_that_nothing_is_kept_under_is_said_to_be_unknown(
    bac_giang: Program, option: str, said: str
) -> None:
    bac_giang.run("edit", "1", "--officer", "An")
    assert bac_giang.run("list", option, "xyz").err.splitlines()[-1] == said
    for form in ("--json", "--csv"):
        assert bac_giang.run("list", option, "xyz", form).err.splitlines() == [said]


def test_a_name_that_is_known_is_never_said_to_be_unknown(bac_giang: Program) -> None:
    for options in (("--unit", "van phong", "--progress", "suspended"), ("--unit", "")):
        assert "Trong sổ" not in bac_giang.run("list", *options).err


def test_of_many_names_only_the_first_are_told(bac_giang: Program) -> None:
    for number in range(13):
        line = f"{number + 100}/KH-UBND ngày 01/02/2024 Việc {number}"
        bac_giang.run("add", line, "--officer", f"Người {number:02}")
    said = bac_giang.run("list", "--officer", "xyz").err.splitlines()[-1]
    assert said.endswith("Người 10, Người 11, …")


def test_nothing_is_unknown_where_there_is_no_register_yet(program: Program) -> None:
    assert "Trong sổ" not in program.run("list", "--unit", "xyz").err


def test_a_list_of_no_lines_does_not_say_that_nothing_fits(bac_giang: Program) -> None:
    assert bac_giang.run("list", "--limit", "0").err == "0 dòng.\n"


def test_only_what_had_been_assigned_by_a_day_is_listed(bac_giang: Program) -> None:
    assert bac_giang.list("--as-of", "24/5/2023") == [3, 4, 6]


def test_a_table_for_excel_opens_in_vietnamese_and_runs_nothing(program: Program) -> None:
    contents = ["=1+1", "+84 gọi lại", "- Rà soát", "@SUM(A1)", 'Có "nháy", phẩy\nvà dòng mới']
    for number, content in enumerate(contents, 1):
        program.run("add", f"{number}/KH-UBND", "--issued", "24/5/2023", "--content", content)
    out = program.run("list", "--csv").out
    assert out.startswith("\ufeffMã,Số/Ký hiệu,")
    rows = list(csv.DictReader(io.StringIO(out.removeprefix("\ufeff"), newline="")))
    assert [row["Nội dung"] for row in rows] == [
        "'=1+1", "'+84 gọi lại", "'- Rà soát", "'@SUM(A1)", contents[4]
    ]  # fmt: skip
    assert rows[0]["Ngày văn bản"] == "24/5/2023"


def test_show_tells_everything_about_one_directive(bac_giang: Program) -> None:
    out = bac_giang.run("show", "6340/UBND-NC", *ON_REPORT_DAY).out
    assert out.startswith("Nhiệm vụ 1: 6340/UBND-NC ngày 03/11/2023\nTính đến ngày 14/12/2023\n")
    for line in (
        "Nội dung:       Rà soát thủ tục chưa có trên hệ thống một cửa",
        "Đơn vị chủ trì: Văn phòng",
        "Hạn ban đầu:    10/12/2023",
        "Tiến độ:        Đúng hạn (hoàn thành ngày 27/11/2023)",
        "Kết quả:        1514/KHCN-VP ngày 27/11/2023",
        "Lưu ý:          hạn rơi vào ngày nghỉ",
        "lan: Hoàn thành ngày 27/11/2023: 1514/KHCN-VP ngày 27/11/2023",
    ):
        assert line in out


@pytest.mark.parametrize(
    "reference",
    ["6", "#6", "25/KH-UBND", "25/kh-ubnd", "25/KH-UBND ngày 24/5/2023",
     "Kế hoạch số 25/KH-UBND ngày 24 tháng 5 năm 2023"],
)  # fmt: skip
def test_a_directive_answers_to_every_way_of_naming_it(bac_giang: Program, reference: str) -> None:
    assert bac_giang.row(reference)["id"] == 6


def test_a_directive_does_not_exist_before_it_was_assigned(bac_giang: Program) -> None:
    said = bac_giang.refused("show", "6", "--as-of", "23/5/2023", code=3)
    assert "chưa được giao vào ngày 23/5/2023" in said


def test_history_tells_who_entered_what_and_when(bac_giang: Program) -> None:
    out = bac_giang.run("history", "25/KH-UBND").out
    assert "10:15 01/3/2024  lan: Giao nhiệm vụ ngày 24/5/2023" in out
    assert "số ký hiệu: 25/KH-UBND" in out


def test_looking_leaves_every_byte_of_the_register_alone(bac_giang: Program) -> None:
    before = bac_giang.fingerprint()
    for command in (
        ("status",), ("list",), ("show", "6"), ("history", "6"), ("report", "12/2023"),
        ("summary", "12/2023"),
    ):  # fmt: skip
        bac_giang.run(*command)
    assert bac_giang.fingerprint() == before
    assert [path.name for path in bac_giang.register.parent.glob("tracker.db*")] == ["tracker.db"]


def test_history_tells_a_text_as_typed_whatever_it_looks_like(program: Program) -> None:
    program.run("add", "1/KH-UBND", "--issued", "24/5/2023", "--content", "2023-ab-cd",
                "--unit", "done", "--officer", "on_time", "--support", "2023-11-03",
                "--deadline", "10/01/2024")  # fmt: skip
    program.run("edit", "1", "--content", "2023-11-03", "--unit", "True", "--pin")
    program.run("done", "1", "--on", "5/2/2024", "--result", "2024-01-02")
    lines = [line.strip() for line in program.run("history", "1").out.splitlines()]
    for line in (
        "nội dung: 2023-ab-cd",
        "đơn vị chủ trì: done",
        "người theo dõi: on_time",
        "đơn vị phối hợp: 2023-11-03",
        "ngày văn bản: 24/5/2023",
        "nội dung: 2023-ab-cd → 2023-11-03",
        "đơn vị chủ trì: done → True",
        "ghim vào phụ lục: không → có",
        "tình trạng: Đang thực hiện → Đã thực hiện",
        "ngày hoàn thành: 05/02/2024",
    ):
        assert line in lines


def test_history_tells_who_took_an_operation_back(bac_giang: Program) -> None:
    bac_giang.run("note", "6", "--text", "Đã xem")
    bac_giang.run("undo")
    out = bac_giang.run("history", "6").out
    assert "lan hoàn tác lúc 10:15 01/3/2024" in out


def test_an_empty_status_names_the_register_it_looked_into(
    program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert f"Sổ: {program.register}" in program.run("status").out.splitlines()
    (tmp_path / "office/data").mkdir(parents=True)
    (tmp_path / "office/data/tracker.toml").touch()
    monkeypatch.chdir(tmp_path / "office")
    used = tmp_path / "office/data/tracker.db"
    assert f"Sổ: {used}" in program.run("status").out.splitlines()


def cells_of(program: Program, *options: str) -> list[list[str]]:
    lines = program.run("list", *options).out.splitlines()[1:]
    return [re.split(" {2,}", line) for line in lines]


def test_the_screen_says_how_long_what_has_no_deadline_has_been_there(program: Program) -> None:
    program.run("add", "1/KH-UBND ngày 24/5/2023 Việc không hạn")
    program.run("add", "2/KH-UBND", "--issued", "20/5/2023", "--content", "Việc lâu dài",
                "--deadline", "thường xuyên")  # fmt: skip
    program.run("add", "3/KH-UBND", "--issued", "23/5/2023", "--content", "Việc đã xong")
    program.run("done", "3", "--on", "24/5/2023")
    shown = cells_of(program, "--as-of", "24/5/2023")
    assert shown[0][3:] == ["Chưa đến hạn", "giao hôm nay", "Việc không hạn"]
    assert shown[1][3:] == ["thường xuyên", "Thường xuyên", "đã giao 4 ngày", "Việc lâu dài"]
    assert shown[2][3:] == ["Đúng hạn", "Việc đã xong"]
    ongoing = program.run("show", "2", "--as-of", "24/5/2023").out
    assert re.search(r"Tiến độ: +Thường xuyên\n", ongoing)
    assert re.search(r"Lưu ý: +không thời hạn, đã giao 4 ngày\n", ongoing)
    done = program.run("show", "3", "--as-of", "24/5/2023").out
    assert re.search(r"Lưu ý: +không thời hạn\n", done)
    assert program.row("2")["progress"] == "not_yet_due"
    report = program.run("report", "1/2024", "--format", "html").out
    assert "Chưa đến hạn" in report
    assert "Thường xuyên" not in report


def test_what_needs_review_says_why(program: Program) -> None:
    program.run("add", "1/KH-UBND ngày 24/5/2023 Việc hạn 10/01/2024")
    program.run("done", "1", "--undated")
    program.run("add", "2/KH-UBND ngày 24/5/2023 Việc")
    with closing(sqlite3.connect(program.register)) as register, register:
        for (trigger,) in register.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'"):
            register.execute(f"DROP TRIGGER {trigger}")
        register.execute(
            "UPDATE standing SET deadline_text = '31/4/2023', deadline_kind = 'invalid',"
            " is_unclear = 1 WHERE directive_id = 2"
        )
    shown = cells_of(program)
    assert shown[0][4:] == ["Cần rà soát", "chưa rõ ngày hoàn thành", "Việc"]
    assert shown[1][4:] == ["Cần rà soát", "thời hạn chưa rõ", "Việc"]
    assert "chưa rõ ngày hoàn thành" in program.run("show", "1").out
    assert re.search(r"Lưu ý: +thời hạn chưa rõ\n", program.run("show", "2").out)


def test_a_list_with_turns_says_how_many_directives_they_belong_to(program: Program) -> None:
    program.run("add", "1/KH-UBND", "--issued", "1/9/2023", "--content", "Báo cáo tháng",
                "--deadline", "ngày 25 hằng tháng")  # fmt: skip
    program.run("add", "2/KH-UBND ngày 1/9/2023 Việc")
    program.run("done", "1", "--for", "9/2023", "--on", "20/9/2023")
    answer = program.run("list", "--as-of", "05/10/2023")
    assert len(answer.out.splitlines()) == 1 + 3
    assert answer.err == "03 dòng của 02 nhiệm vụ, xem theo ngày 05/10/2023.\n"
