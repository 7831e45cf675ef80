"""Mistakes put right long after they were typed."""

from __future__ import annotations

from tests.cli.program import Program

FIRST = ("add", "1/KH-UBND", "--issued", "24/5/2023", "--content", "Việc một",
         "--deadline", "10/01/2024")  # fmt: skip
SECOND = ("add", "2/KH-UBND", "--issued", "24/5/2023", "--content", "Việc hai")
MONTHLY = ("add", "3/KH-UBND ngày 01/11/2023 Báo cáo tháng hạn trước ngày 25 hằng tháng")


def test_the_day_of_a_completion_is_put_right_after_other_work(program: Program) -> None:
    program.run(*FIRST)
    program.run("done", "1", "--on", "20/01/2024")
    program.run(*SECOND)
    answer = program.run("edit", "1", "--completed-on", "05/01/2024")
    assert answer.code == 0
    assert "Đúng hạn (hoàn thành ngày 05/01/2024)" in answer.out
    row = program.row("1")
    assert (row["completed_on"], row["progress"]) == ("2024-01-05", "on_time")
    history = program.run("history", "1").out
    assert "ngày hoàn thành: 20/01/2024 → 05/01/2024" in history


def test_the_result_of_a_completion_is_put_right_and_its_day_stays(program: Program) -> None:
    program.run(*FIRST)
    program.run("done", "1", "--result", "9/BC-KHCN ngày 05/01/2024")
    assert program.run("edit", "1", "--result", "19/BC-KHCN ngày 05/01/2024").code == 0
    row = program.row("1")
    assert row["completed_on"] == "2024-01-05"
    assert row["result_documents"] == [{"number": "19/BC-KHCN", "issued_on": "2024-01-05"}]


def test_fields_and_completion_are_put_right_in_one_go_and_undone_in_one(program: Program) -> None:
    program.run(*FIRST)
    program.run("done", "1", "--on", "20/01/2024")
    answer = program.run("edit", "1", "--unit", "VP", "--completed-on", "05/01/2024")
    assert answer.code == 0
    program.run("undo")
    row = program.row("1")
    assert (row["unit"], row["completed_on"]) == ("", "2024-01-20")


def test_what_is_not_done_has_no_completion_to_put_right(program: Program) -> None:
    program.run(*FIRST)
    assert "đang thực hiện" in program.refused("edit", "1", "--completed-on", "05/01/2024", code=4)


def test_the_turn_whose_completion_is_put_right_is_named_where_there_are_several(
    program: Program,
) -> None:
    program.run(*MONTHLY)
    program.run("done", "1", "--on", "20/11/2023")
    program.run("done", "1", "--on", "26/12/2023", "--for", "12/2023")
    assert "kỳ" in program.refused("edit", "1", "--completed-on", "24/12/2023", code=4)
    answer = program.run("edit", "1", "--completed-on", "24/12/2023", "--for", "12/2023")
    assert answer.code == 0
    assert "(tức thứ Hai, 25/12/2023" in answer.out


def test_where_two_turns_are_open_the_clerk_is_asked_which(program: Program) -> None:
    program.run(*MONTHLY)
    sentence = program.refused("done", "1", "--on", "10/12/2023", code=4)
    assert "25/11/2023, 25/12/2023" in sentence
    assert "--for" in sentence


def test_the_echo_of_a_turn_speaks_of_that_turn_alone(program: Program) -> None:
    program.run(*MONTHLY)
    program.run("done", "1", "--on", "20/11/2023")
    answer = program.run("done", "1", "--on", "27/12/2023", "--for", "12/2023")
    assert answer.out.count("Tiến độ:") == 1
    assert "Chậm (hoàn thành ngày 27/12/2023, chậm 2 ngày)" in answer.out


def test_a_series_is_not_ended_by_an_extension(program: Program) -> None:
    program.run(*MONTHLY)
    letter = "5/UBND-TH ngày 20/12/2023"
    sentence = program.refused("extend", "1", "--to", "31/3/2024", "--by", letter, code=4)
    assert "định kỳ" in sentence


def test_an_extension_is_remarked_on_against_its_own_letter(program: Program) -> None:
    program.run(*FIRST)
    answer = program.run("extend", "1", "--to", "10/9/2023", "--by", "5/UBND-TH ngày 20/9/2023")
    assert "nằm trước ngày của văn bản cho phép" in answer.err
    assert "sớm hơn thời hạn trước đó (10/01/2024)" in answer.err
    assert "ngày giao" not in answer.err


def test_another_task_of_the_same_document_is_kept_and_told(program: Program) -> None:
    program.run(*FIRST)
    assert "mã số 1" in program.refused(*FIRST[:5], " việc  MỘT. ", code=4)
    other = program.run(*FIRST[:5], "Việc mốt")
    assert other.code == 0
    assert "đã có 01 nhiệm vụ khác trong sổ (mã số 1)" in other.err


def test_a_line_needs_no_quotes(program: Program) -> None:
    line = "1/KH-UBND ngày 24/5/2023 Phối hợp hạn 10/01/2024"
    assert program.run("add", *line.split()).code == 0
    row = program.row("1")
    assert (row["content"], row["deadline"]) == ("Phối hợp", "2024-01-10")


def test_several_result_documents_are_told_with_the_day_taken(program: Program) -> None:
    program.run(*FIRST)
    result = "9/BC-KHCN ngày 02/01/2024 và 10/BC-KHCN ngày 05/01/2024"
    answer = program.run("done", "1", "--result", result)
    assert "kết quả nêu 02 văn bản; ngày hoàn thành ghi là 05/01/2024" in answer.err


def test_the_history_of_what_was_entered_and_taken_back_can_still_be_read(
    program: Program,
) -> None:
    program.run(*FIRST)
    program.run("undo")
    answer = program.run("history", "1")
    assert "[đã hoàn tác]" in answer.out
    program.refused("show", "1", code=3)


def test_a_content_that_closes_like_a_deadline_is_asked_about(program: Program) -> None:
    answer = program.run("add", "1/KH-UBND ngày 24/5/2023 Ký hợp đồng trước ngày 31/3/2024")
    assert "chưa ghi thời hạn" in answer.err
    assert "trước ngày 31/3/2024" in answer.err
    quiet = program.run("add", "2/KH-UBND ngày 24/5/2023 Ký hợp đồng hạn 31/3/2024")
    assert "chưa ghi thời hạn" not in quiet.err


def test_the_first_entry_says_where_the_new_register_is(program: Program) -> None:
    assert "Đã tạo sổ mới:" in program.run(*FIRST).err
    assert "Đã tạo sổ mới:" not in program.run(*SECOND).err


OTHER = "7/UBND-NC ngày 03/12/2023"


def test_a_turn_is_done_whatever_happened_to_the_series_before(program: Program) -> None:
    program.run(*MONTHLY, "--not-started")
    program.run("start", "1", "--on", "05/11/2023")
    program.run("suspend", "1", "--by", "1/UBND-NC ngày 08/11/2023")
    program.run("resume", "1", "--by", "2/UBND-NC ngày 12/11/2023")
    answer = program.run("done", "1", "--on", "27/11/2023", "--for", "11/2023")
    assert "chậm 2 ngày" in answer.out


def test_a_letter_that_moves_the_day_of_the_month_makes_no_second_turn(program: Program) -> None:
    program.run(*MONTHLY)
    program.run("extend", "1", "--to", "trước ngày 28 hằng tháng", "--by", OTHER)
    program.run("done", "1", "--on", "30/11/2023", "--for", "11/2023")
    november = [
        row["instance"]
        for row in program.run("list", "--as-of", "10/12/2023", "--json").items
        if row["instance"].startswith("2023-11")
    ]
    assert november == ["2023-11-25"]


def test_a_turn_done_after_the_letter_goes_by_the_new_day(program: Program) -> None:
    program.run(*MONTHLY)
    program.run("extend", "1", "--to", "trước ngày 28 hằng tháng", "--by", OTHER)
    answer = program.run("done", "1", "--on", "05/12/2023", "--for", "11/2023")
    assert "28/11/2023" in answer.out


def test_the_day_of_a_completion_follows_the_document_it_was_taken_from(program: Program) -> None:
    program.run(*FIRST)
    program.run("done", "1", "--result", "12/BC-KHCN ngày 5/01/2024")
    answer = program.run("edit", "1", "--result", "12/BC-KHCN ngày 15/01/2024")
    assert "Chậm (hoàn thành ngày 15/01/2024, chậm 5 ngày)" in answer.out


def test_a_day_that_was_put_right_binds_nothing_any_more(program: Program) -> None:
    program.run(*FIRST)
    program.run("done", "1", "--on", "20/01/2024")
    program.run("edit", "1", "--completed-on", "05/01/2024")
    answer = program.run("withdraw", "1", "--by", "9/UBND-NC ngày 15/01/2024")
    assert "vẫn được tính là đã hoàn thành" in answer.err


def test_a_turn_done_on_the_day_of_a_withdrawal_is_not_lost(program: Program) -> None:
    program.run(*MONTHLY)
    program.run("done", "1", "--on", "22/11/2023")
    letter = "9/UBND-NC ngày 22/11/2023"
    assert "22/11/2023" in program.refused("withdraw", "1", "--by", letter, code=4)


def test_a_series_is_not_made_ongoing_by_an_extension(program: Program) -> None:
    program.run(*MONTHLY)
    sentence = program.refused("extend", "1", "--to", "thường xuyên", "--by", OTHER, code=4)
    assert "thường xuyên" in sentence


def test_which_done_turn_is_meant_is_asked(program: Program) -> None:
    program.run(*MONTHLY)
    none_done = program.refused("edit", "1", "--completed-on", "24/11/2023", code=4)
    assert "chưa ghi hoàn thành kỳ nào" in none_done
    program.run("done", "1", "--on", "20/11/2023")
    program.run("done", "1", "--on", "20/12/2023", "--for", "12/2023")
    which = program.refused("edit", "1", "--completed-on", "24/11/2023", code=4)
    assert "25/11/2023, 25/12/2023" in which
    program.refused("edit", "1", "--for", "11/2023", "--unit", "VP", code=2)
