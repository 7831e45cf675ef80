"""``add`` and ``edit``: what is understood of what was typed, said back, and kept."""

from __future__ import annotations

from datetime import date

import pytest

from tests.cli.program import Program


def added(program: Program, line: str, *options: str) -> tuple[str, str, str, str]:
    """Number, day, content and deadline as a one-line entry was understood."""
    program.run("add", line, *options)
    row = program.row("1")
    return row["document_number"], row["issued_on"], row["content"], row["deadline_text"]


def test_a_line_is_echoed_as_it_was_understood(program: Program) -> None:
    program.run("add", "1/KH-UBND ngày 24/5/2023 Việc khác")
    answer = program.run("add", "25/KH-UBND ngày 24/5/2023 Phối hợp hạn 10/3/2024", "--unit", "VP")
    assert answer.out.splitlines() == [
        "Đã ghi nhiệm vụ 2: 25/KH-UBND ngày 24/5/2023",
        "  Nội dung: Phối hợp",
        "  Đơn vị:   VP",
        "  Thời hạn: Chủ nhật, 10/3/2024, còn 9 ngày",
        "  Tiến độ:  Chưa đến hạn",
    ]
    assert answer.err == "Lưu ý: hạn rơi vào ngày nghỉ (Chủ nhật, 10/3/2024).\n"


@pytest.mark.parametrize(
    ("line", "understood"),
    [
        (
            "Công văn số 6340/UBND-NC ngày 3/11/2023 V/v nhiệm vụ quá hạn của 12/KH-UBND "
            "ngày 1/2/2023, hạn 10/12/2023",
            ("6340/UBND-NC", "2023-11-03", "V/v nhiệm vụ quá hạn của 12/KH-UBND ngày 1/2/2023",
             "10/12/2023"),
        ),
        (
            "36-NQ/TW ngày 22/10/2018 Chiến lược biển, thời hạn: Quý II/2024",
            ("36-NQ/TW", "2018-10-22", "Chiến lược biển", "Quý II/2024"),
        ),
        (
            "31/KH-UBND ngày 25/6/2023 Gia hạn 02 đề tài quá hạn",
            ("31/KH-UBND", "2023-06-25", "Gia hạn 02 đề tài quá hạn", ""),
        ),
        (
            "31/KH-UBND ngày 25/6/2023 Báo cáo hạn 15/1/2024 về đề tài",
            ("31/KH-UBND", "2023-06-25", "Báo cáo hạn 15/1/2024 về đề tài", ""),
        ),
    ],
)  # fmt: skip
def test_only_the_first_number_is_the_document_and_only_a_closing_deadline_counts(
    program: Program, line: str, understood: tuple[str, str, str, str]
) -> None:
    assert added(program, line) == understood


def test_options_beside_a_line_are_kept_too(program: Program) -> None:
    program.run(
        "add", "25/KH-UBND ngày 24/5/2023 Phối hợp", "--deadline", "Quý II/2024", "--unit", "VP",
        "--officer", "Hoa", "--assigned-by", "Chủ tịch", "--assigned", "26/5/2023", "--pin",
        "--not-started", "--support", "Phòng A", "--support", "Phòng B",
    )  # fmt: skip
    row = program.row("1")
    kept = ("unit", "officer", "assigned_by", "assigned_on", "pinned", "state", "deadline")
    assert [row[key] for key in kept] == [
        "VP", "Hoa", "Chủ tịch", "2023-05-26", True, "not_started", "2024-06-30"
    ]  # fmt: skip
    assert "Phòng A, Phòng B" in program.run("history", "1").out


@pytest.mark.parametrize(
    ("deadline", "kept", "due_on"),
    [("+10", "11/03/2024", "2024-03-11"), ("hôm nay", "01/03/2024", "2024-03-01")],
)
def test_a_deadline_counted_from_today_is_kept_as_the_day_it_means(
    program: Program, deadline: str, kept: str, due_on: str
) -> None:
    program.run("add", "1/KH-UBND ngày 24/5/2023 Việc", "--deadline", deadline)
    row = program.row("1")
    assert (row["deadline_text"], row["deadline"]) == (kept, due_on)


@pytest.mark.parametrize(
    ("options", "remark"),
    [
        (("--deadline", "10/12/2023"), "hạn rơi vào ngày nghỉ (Chủ nhật"),
        (("--deadline", "10/12/2022"), "nằm trước ngày giao nhiệm vụ; kiểm tra lại năm"),
        (("--deadline", "10/12/24"), "viết năm bằng hai chữ số"),
        (("--deadline", "Quý IV"), "không ghi năm"),
        (("--deadline", "thường xuyên, trước 10/12/2024"), "không được tính là hạn"),
        (("--deadline", "10 ngày làm việc"), "được tính từ ngày giao"),
        (("--issued", "30/4/2023"), "là ngày nghỉ (Chủ nhật)"),
    ],
)
def test_what_is_worth_a_second_look_is_said_beside_the_entry(
    program: Program, options: tuple[str, ...], remark: str
) -> None:
    program.run("add", "2/KH-UBND ngày 24/5/2023 Việc khác")
    given = {"--issued": "24/5/2023", "--content": "Việc"} | {options[0]: options[1]}
    arguments = [part for pair in given.items() for part in pair]
    answer = program.run("add", "1/KH-UBND", *arguments)
    assert remark in answer.err
    assert all(line.startswith("Lưu ý: ") for line in answer.err.splitlines())


def test_a_foreign_letter_in_a_number_is_respelled_and_told(program: Program) -> None:
    answer = program.run("add", "50/QÐ-UBND", "--issued", "24/5/2023", "--content", "Việc")
    assert "50/QĐ-UBND" in answer.err
    assert program.row("1")["document_number"] == "50/QĐ-UBND"


def test_the_same_number_of_another_year_is_another_document(program: Program) -> None:
    program.run("add", "25/KH-UBND ngày 24/5/2022 Phối hợp")
    program.run("add", "25/KH-UBND ngày 24/5/2023 Phối hợp")
    assert program.list() == [1, 2]


def test_the_same_task_typed_twice_is_refused_however_it_is_spelled(program: Program) -> None:
    program.run("add", "2282/QĐ-TTg ngày 24/5/2023 Phối hợp phát triển")
    said = program.refused("add", "2282/QĐ-TTG ngày 24/5/2023 PHỐI HỢP  phát triển", code=4)
    assert "đã có trong sổ với mã số 1" in said


def test_another_task_of_the_same_document_is_welcome(bac_kan: Program) -> None:
    bac_kan.run("add", "50/QĐ-UBND ngày 14/01/2022 Việc thứ tư")
    assert bac_kan.list() == [1, 2, 3, 4]


def test_the_first_entry_makes_the_workspace_with_its_settings(program: Program) -> None:
    assert not program.home.exists()
    program.run("add", "25/KH-UBND ngày 24/5/2023 Phối hợp")
    assert (program.home / "data/tracker.toml").is_file()
    assert program.home.stat().st_mode & 0o777 == 0o700
    assert program.register.stat().st_mode & 0o777 == 0o600


def test_an_edit_replaces_what_was_typed_and_keeps_the_old_in_the_history(
    bac_giang: Program,
) -> None:
    answer = bac_giang.run("edit", "25/KH-UBND", "--content", "Nội dung đúng", "--unit", "VP")
    assert answer.out.startswith("Đã sửa nhiệm vụ 6: 25/KH-UBND ngày 24/5/2023\n")
    row = bac_giang.row("6")
    assert (row["content"], row["unit"], row["deadline"]) == ("Nội dung đúng", "VP", "2024-01-10")
    (edited,) = (
        event for event in bac_giang.run("history", "6", "--json").json["events"]
        if event["kind"] == "edited"
    )  # fmt: skip
    assert edited["old"]["content"].startswith("Kế hoạch thực hiện Biên bản")
    assert edited["new"]["content"] == "Nội dung đúng"
    history = bac_giang.run("history", "6").out
    assert "→ Nội dung đúng" in history
    assert "lan: Sửa thông tin\n" in history


def test_every_field_can_be_put_right(program: Program) -> None:
    program.run("add", "1/KH-UBND ngày 24/5/2023 Việc", "--officer", "Hoa")
    program.run(
        "edit", "1", "--number", "2/KH-UBND", "--issued", "25/5/2023", "--deadline", "1/6/2024",
        "--officer", "", "--assigned-by", "Phó Chủ tịch", "--pin",
    )  # fmt: skip
    row = program.row("2/KH-UBND")
    kept = ("issued_on", "assigned_on", "deadline", "officer", "assigned_by", "pinned")
    assert [row[key] for key in kept] == [
        "2023-05-25", "2023-05-25", "2024-06-01", "", "Phó Chủ tịch", True
    ]  # fmt: skip
    program.run("edit", "1", "--unpin", "--assigned", "26/5/2023")
    row = program.row("1")
    assert (row["pinned"], row["issued_on"], row["assigned_on"]) == (
        False, "2023-05-25", "2023-05-26"
    )  # fmt: skip


def test_a_deadline_counted_from_the_assignment_moves_with_it(program: Program) -> None:
    program.run("add", "1/KH-UBND ngày 24/5/2023 Việc", "--deadline", "10 ngày")
    program.run("edit", "1", "--issued", "29/5/2023")
    assert program.row("1")["effective_deadline"] == "2023-06-08"


def test_an_edit_of_the_dates_is_looked_at_like_an_entry(bac_giang: Program) -> None:
    said = bac_giang.run("edit", "25/KH-UBND", "--deadline", "10/01/2022").err
    assert "nằm trước ngày giao" in said


@pytest.mark.parametrize(
    "options", [(), ("--unit", ""), ("--deadline", "10/01/2024"), ("--unpin",)]
)
def test_an_edit_that_changes_nothing_is_refused(
    bac_giang: Program, options: tuple[str, ...]
) -> None:
    said = bac_giang.refused("edit", "25/KH-UBND", *options, code=4)
    assert "không có gì thay đổi" in said


def test_an_edit_may_not_make_two_directives_the_same(bac_kan: Program) -> None:
    said = bac_kan.refused("edit", "1", "--content", "Tờ trình về mức chi sáng chế", code=4)
    assert "mã số 2" in said


def test_the_weekend_policy_is_read_from_the_settings(program: Program) -> None:
    program.run("add", "1/KH-UBND ngày 24/5/2023 Việc", "--deadline", "31/12/2023")
    settings = program.home / "data/tracker.toml"
    settings.write_text('[rules]\ndeadline_policy = "next_working_day"\n', encoding="utf-8")
    assert program.progress("1", "02/01/2024") == "not_yet_due"
    assert program.progress("1", "03/01/2024") == "overdue"
    assert program.run("status", "--json", "--as-of", "2/1/2024").json["overdue"] == 0


def test_tomorrow_is_the_future_in_vietnam_not_elsewhere(program: Program) -> None:
    program.today(date(2023, 5, 23))
    program.refused("add", "25/KH-UBND ngày 24/5/2023 Phối hợp", code=4)
    program.today(date(2023, 5, 24))
    program.run("add", "25/KH-UBND ngày 24/5/2023 Phối hợp")
