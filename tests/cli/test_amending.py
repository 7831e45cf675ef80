"""What was entered wrongly long ago is put right, and what stood there before stays readable."""

from __future__ import annotations

import pytest

from tests.cli.program import Program

EXTENSION = ("extend", "6", "--to", "31/01/2024", "--by", "120/UBND-KGVX ngày 05/01/2024")


@pytest.fixture
def extended(bac_giang: Program) -> Program:
    bac_giang.run(*EXTENSION)
    bac_giang.run("note", "6", "--on", "06/01/2024", "--text", "Đã gửi dự thảo")
    return bac_giang


def test_history_numbers_what_can_be_corrected(extended: Program) -> None:
    lines = extended.run("history", "6").out.splitlines()
    titles = [line for line in lines if line.startswith("  [")]
    assert [title.split()[0] for title in titles] == ["[1]", "[2]", "[3]"]


def test_a_wrong_extension_is_corrected_and_the_old_one_stays_in_the_history(
    extended: Program,
) -> None:
    answer = extended.run("correct", "6", "2", "--to", "15/02/2024", "--because", "gõ nhầm")
    assert answer.out.splitlines()[0] == (
        "Đã sửa lại việc đã ghi của nhiệm vụ 6: 25/KH-UBND ngày 24/5/2023"
    )
    assert extended.row("6", "--as-of", "06/01/2024")["effective_deadline"] == "2024-02-15"
    assert extended.row("6", "--as-of", "04/01/2024")["effective_deadline"] == "2024-01-10"
    told = extended.run("history", "6").out
    assert "31/01/2024" in told
    assert "15/02/2024" in told
    assert "gõ nhầm" in told
    assert "đã sửa ở việc 4" in told


def test_the_echo_says_what_stands_now(extended: Program) -> None:
    said = extended.run("correct", "6", "2", "--to", "15/02/2024").out.splitlines()
    assert "  Hạn mới:  15/02/2024" in said
    assert "  Căn cứ:   120/UBND-KGVX ngày 05/01/2024" in said
    said = extended.run("correct", "6", "3", "--text", "Lần 2").out.splitlines()
    assert "  Tình hình: Lần 2 (ngày 06/01/2024)" in said


def test_the_echo_says_what_stands_no_more(extended: Program) -> None:
    extended.run("correct", "6", "2", "--by", "121/UBND-KGVX ngày 08/01/2024")
    answer = extended.run("correct", "6", "2", "--remove", "--because", "nhầm")
    lines = answer.out.splitlines()
    assert lines[0] == "Đã bỏ việc đã ghi của nhiệm vụ 6: 25/KH-UBND ngày 24/5/2023"
    assert "  Đã bỏ:    việc số 2 (Gia hạn ngày 08/01/2024)" in lines


def test_the_echo_of_a_corrected_turn_speaks_of_that_turn_alone(program: Program) -> None:
    program.run("add", "3/KH-UBND ngày 01/11/2023 Báo cáo tháng hạn trước ngày 25 hằng tháng")
    program.run("done", "1", "--on", "20/11/2023")
    answer = program.run("correct", "1", "2", "--on", "27/11/2023")
    assert answer.out.count("Tiến độ:") == 1
    assert "Chậm (hoàn thành ngày 27/11/2023, chậm" in answer.out


def test_the_letter_of_an_extension_is_corrected_with_its_day(extended: Program) -> None:
    extended.run("correct", "6", "2", "--by", "121/UBND-KGVX ngày 08/01/2024")
    assert extended.row("6", "--as-of", "07/01/2024")["effective_deadline"] == "2024-01-10"
    assert extended.row("6", "--as-of", "08/01/2024")["effective_deadline"] == "2024-01-31"


def test_an_extension_of_another_directive_is_removed(extended: Program) -> None:
    extended.run("correct", "6", "2", "--remove", "--because", "của nhiệm vụ khác")
    row = extended.row("6", "--as-of", "11/01/2024")
    assert (row["effective_deadline"], row["progress"], row["extension_count"]) == (
        "2024-01-10", "overdue", 0
    )  # fmt: skip


def test_a_note_is_corrected(extended: Program) -> None:
    extended.run("correct", "6", "3", "--text", "Đã gửi dự thảo lần 2")
    assert extended.row("6", "--as-of", "07/01/2024")["latest_note"] == "Đã gửi dự thảo lần 2"
    extended.run("correct", "6", "3", "--remove", "--because", "ghi nhầm chỗ")
    assert extended.row("6", "--as-of", "07/01/2024")["latest_note"] == ""


def test_a_completion_entered_for_the_wrong_directive_is_removed(bac_giang: Program) -> None:
    bac_giang.run("correct", "5", "2", "--remove", "--because", "nhầm nhiệm vụ")
    assert bac_giang.progress("5", "14/12/2023") == "not_yet_due"
    assert "298/BC-KHCN" in bac_giang.run("history", "5").out


def test_a_correction_is_taken_back_like_anything_else(extended: Program) -> None:
    extended.run("correct", "6", "2", "--to", "15/02/2024")
    extended.run("undo")
    assert extended.row("6", "--as-of", "06/01/2024")["effective_deadline"] == "2024-01-31"


def test_what_another_event_rests_on_is_not_removed(bac_giang: Program) -> None:
    bac_giang.run("suspend", "6", "--by", "96/UBND-NC ngày 01/12/2023")
    bac_giang.run("resume", "6", "--by", "97/UBND-NC ngày 10/12/2023")
    said = bac_giang.refused("correct", "6", "2", "--remove", "--because", "nhầm", code=4)
    assert "việc 3 (Tiếp tục thực hiện)" in said


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("6", "2"), 2),
        (("6", "2", "--text", "x"), 2),
        (("6", "2", "--to", "1/2/2024", "--remove", "--because", "x"), 2),
        (("6", "2", "--remove"), 2),
        (("6", "9", "--remove", "--because", "x"), 3),
        (("6", "1", "--remove", "--because", "x"), 4),
        (("6", "2", "--to", "31/01/2024"), 4),
    ],
)
def test_a_correction_that_makes_no_sense_is_refused(
    extended: Program, arguments: tuple[str, ...], code: int
) -> None:
    extended.refused("correct", *arguments, code=code)


def test_a_duplicate_is_voided_and_gone_from_every_day(bac_giang: Program) -> None:
    bac_giang.run("add", "25/KH-UBND", "--issued", "24/5/2023", "--content", "Ghi lần hai")
    answer = bac_giang.run("void", "10", "--duplicate-of", "6")
    assert answer.out == (
        "Đã bỏ khỏi sổ (vẫn giữ quá trình) nhiệm vụ 10: 25/KH-UBND ngày 24/5/2023\n"
    )
    assert bac_giang.run("status", "--json", "--as-of", "14/12/2023").json["total"] == 9
    bac_giang.refused("show", "10", code=3)
    told = bac_giang.run("history", "10").out
    assert "Bỏ vì ghi nhầm: trùng với nhiệm vụ 6\n" in told
    assert told.count("trùng với nhiệm vụ") == 1
    bac_giang.run("undo")
    assert bac_giang.run("status", "--json", "--as-of", "14/12/2023").json["total"] == 10


def test_voiding_needs_a_reason(bac_giang: Program) -> None:
    bac_giang.refused("void", "6", code=2)
    bac_giang.refused("void", "6", "--duplicate-of", "6", code=4)
    bac_giang.refused("void", "6", "--duplicate-of", "99", code=3)


def test_open_directives_are_handed_over_and_done_ones_keep_the_name(bac_giang: Program) -> None:
    for id in ("1", "2", "3"):
        bac_giang.run("edit", id, "--officer", "Nguyễn Văn An")
    answer = bac_giang.run("handover", "nguyen van an", "--to", "Trần Thị Bình")
    assert answer.out.splitlines()[0] == (
        "Đã bàn giao 02 nhiệm vụ chưa hoàn thành cho Trần Thị Bình:"
    )
    assert [bac_giang.row(id)["officer"] for id in ("1", "2", "3")] == [
        "Nguyễn Văn An", "Trần Thị Bình", "Trần Thị Bình"
    ]  # fmt: skip
    assert "lan: Bàn giao người theo dõi\n" in bac_giang.run("history", "2").out
    bac_giang.run("undo")
    assert bac_giang.row("2")["officer"] == "Nguyễn Văn An"


def test_nothing_to_hand_over_is_said(bac_giang: Program) -> None:
    said = bac_giang.refused("handover", "Ai Đó", "--to", "Trần Thị Bình", code=3)
    assert said.startswith("Ai Đó không theo dõi nhiệm vụ nào chưa hoàn thành; ")
    bac_giang.run("edit", "2", "--officer", "Nguyễn Văn An")
    said = bac_giang.refused(
        "handover", "Nguyễn Văn An", "--to", "Trần Thị Bình", "--unit", "Thanh tra", code=3
    )
    assert "nhiệm vụ nào chưa hoàn thành của đơn vị «Thanh tra»; " in said
    bac_giang.refused("handover", "Bình", "--to", "BÌNH", code=2)


def test_before_many_are_handed_over_the_register_is_copied(bac_giang: Program) -> None:
    for number in range(50):
        line = f"{number + 100}/KH-UBND ngày 01/02/2024 Việc {number}"
        bac_giang.run("add", line, "--officer", "Nguyễn Văn An")
    answer = bac_giang.run("handover", "Nguyễn Văn An", "--to", "Trần Thị Bình")
    (copy,) = (bac_giang.register.parent / "backups").glob("*")
    assert answer.out.splitlines()[-1] == f"Sổ trước khi bàn giao được sao lưu ở: {copy}"
    bac_giang.run("restore", str(copy))
    assert bac_giang.row("10")["officer"] == "Nguyễn Văn An"


def test_accents_tell_officers_apart(bac_giang: Program) -> None:
    bac_giang.run("edit", "2", "--officer", "Nguyễn Thị Hà")
    bac_giang.run("edit", "3", "--officer", "Nguyễn Thị Hạ")
    bac_giang.run("handover", "nguyễn thị hà", "--to", "Trần Thị Bình")
    assert bac_giang.row("3")["officer"] == "Nguyễn Thị Hạ"
    bac_giang.run("handover", "Nguyễn Thị Hạ", "--to", "Nguyễn Thị Hà")
    assert "Nguyễn Thị Hà" in bac_giang.refused(
        "handover", "Nguyễn Thị Hả", "--to", "Trần Thị Bình", code=3
    )
