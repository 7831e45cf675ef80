"""What happens to a directive after it was entered, and how any day in between is replayed."""

from __future__ import annotations

import pytest

from tests.cli.program import Program

EVENTS = (
    ("suspend", "96/UBND-NC ngày 12/12/2023", "suspended"),
    ("withdraw", "95/UBND-NC ngày 12/12/2023", "withdrawn"),
)


def test_done_takes_its_day_from_the_result_document(bac_giang: Program) -> None:
    answer = bac_giang.run("done", "25/KH-UBND", "--result", "70/BC-KHCN ngày 12/01/2024")
    assert answer.out.splitlines()[0] == "Đã ghi hoàn thành nhiệm vụ 6: 25/KH-UBND ngày 24/5/2023"
    assert answer.out.splitlines()[-1] == (
        "  Tiến độ:  Chậm (hoàn thành ngày 12/01/2024, chậm 2 ngày)"
    )
    row = bac_giang.row("6")
    assert (row["progress"], row["days_late"], row["completed_on"]) == ("late", 2, "2024-01-12")


def test_done_takes_the_latest_of_several_result_documents(bac_giang: Program) -> None:
    result = "70/BC-KHCN ngày 02/01/2024; 71/BC-KHCN ngày 05/01/2024"
    bac_giang.run("done", "6", "--result", result)
    row = bac_giang.row("6")
    assert (row["completed_on"], row["result_text"], len(row["result_documents"])) == (
        "2024-01-05", result, 2
    )  # fmt: skip


def test_a_day_said_stands_above_that_of_the_result(bac_giang: Program) -> None:
    bac_giang.run("done", "6", "--on", "09/01/2024", "--result", "70/BC-KHCN ngày 12/01/2024")
    assert bac_giang.row("6")["completed_on"] == "2024-01-09"


def test_a_result_of_another_year_is_pointed_out(bac_giang: Program) -> None:
    answer = bac_giang.run("done", "6", "--on", "9/01/2024", "--result", "7/BC-KHCN ngày 9/01/2023")
    assert answer.err == (
        "Lưu ý: văn bản kết quả 7/BC-KHCN đề ngày 09/01/2023, khác năm với ngày hoàn thành; "
        "kiểm tra lại ngày.\n"
    )


def test_a_completion_without_its_day_is_marked_for_review(bac_giang: Program) -> None:
    bac_giang.run("done", "25/KH-UBND", "--undated")
    row = bac_giang.row("6")
    assert (row["state"], row["progress"], row["completed_on"]) == ("done", "needs_review", None)
    status = bac_giang.run("status", "--json").json
    assert (status["needs_review"], status["done"]["needs_review"]) == (1, 1)
    assert "cần rà soát: 01." in bac_giang.run("summary", "01/2024").out


def test_a_directive_done_later_was_still_open_before(bac_giang: Program) -> None:
    bac_giang.run("done", "25/KH-UBND", "--on", "20/12/2023")
    assert bac_giang.progress("6", "19/12/2023") == "not_yet_due"
    assert bac_giang.progress("6", "20/12/2023") == "on_time"


def test_an_extension_counts_from_the_date_of_its_letter(bac_giang: Program) -> None:
    by = "120/UBND-KGVX ngày 05/01/2024"
    answer = bac_giang.run("extend", "25/KH-UBND", "--to", "31/01/2024", "--by", by)
    assert answer.out.splitlines()[0] == "Đã ghi gia hạn nhiệm vụ 6: 25/KH-UBND ngày 24/5/2023"
    before, after = (bac_giang.row("6", "--as-of", day) for day in ("04/01/2024", "05/01/2024"))
    assert (before["effective_deadline"], before["extension_count"]) == ("2024-01-10", 0)
    assert (after["effective_deadline"], after["extension_count"]) == ("2024-01-31", 1)
    assert (after["deadline_text"], after["deadline"]) == ("10/01/2024", "2024-01-10")


def test_an_extension_granted_after_expiry_is_flagged_and_was_late_in_between(
    bac_giang: Program,
) -> None:
    by = "120/UBND-KGVX ngày 20/01/2024"
    bac_giang.run("extend", "25/KH-UBND", "--to", "31/01/2024", "--by", by)
    assert bac_giang.progress("6", "19/01/2024") == "overdue"
    assert bac_giang.progress("6", "20/01/2024") == "not_yet_due"
    assert bac_giang.row("6")["extended_after_expiry"] is True
    assert "gia hạn sau khi quá hạn" in bac_giang.run("show", "6").out


@pytest.mark.parametrize(("command", "by", "progress"), EVENTS)
def test_a_ruling_counts_from_its_day_and_not_before(
    bac_giang: Program, command: str, by: str, progress: str
) -> None:
    bac_giang.run(command, "25/KH-UBND", "--by", by, "--reason", "chờ hướng dẫn")
    assert bac_giang.progress("6", "11/12/2023") == "not_yet_due"
    assert bac_giang.progress("6", "12/12/2023") == progress
    assert bac_giang.progress("6", "11/01/2024") == progress
    assert f"theo {by}: chờ hướng dẫn" in bac_giang.run("show", "6").out


def test_a_withdrawn_directive_is_out_of_the_total_and_told_beside_it(bac_giang: Program) -> None:
    bac_giang.run("withdraw", "25/KH-UBND", "--by", "95/UBND-NC ngày 12/12/2023")
    status = bac_giang.run("status", "--json", "--as-of", "14/12/2023").json
    assert (status["total"], status["withdrawn"]) == (8, 1)
    answer = bac_giang.run("report", "12/2023")
    assert answer.err.splitlines() == [
        "Không đưa vào (01):",
        "  6  25/KH-UBND: đã thu hồi",
    ]


def test_a_ruling_may_take_effect_on_another_day_than_its_date(bac_giang: Program) -> None:
    bac_giang.run(
        "suspend", "6", "--by", "96/UBND-NC ngày 12/12/2023", "--on", "15/12/2023"
    )  # fmt: skip
    assert bac_giang.progress("6", "14/12/2023") == "not_yet_due"
    assert bac_giang.progress("6", "15/12/2023") == "suspended"


def test_a_suspended_directive_is_resumed_and_its_deadline_counts_again(
    bac_giang: Program,
) -> None:
    bac_giang.run("suspend", "6", "--by", "96/UBND-NC ngày 12/12/2023")
    bac_giang.run("resume", "6", "--by", "12/UBND-NC ngày 15/01/2024")
    assert bac_giang.progress("6", "14/01/2024") == "suspended"
    assert bac_giang.progress("6", "15/01/2024") == "overdue"


def test_what_the_province_returned_is_open_again_with_both_events_kept(
    bac_giang: Program,
) -> None:
    bac_giang.run("reopen", "6340/UBND-NC", "--by", "6900/UBND-NC ngày 01/12/2023")
    assert bac_giang.progress("1", "30/11/2023") == "on_time"
    assert bac_giang.progress("1", "11/12/2023") == "overdue"
    events = bac_giang.run("history", "1", "--json").json["events"]
    assert [event["kind"] for event in events] == ["assigned", "completed", "reopened"]
    assert events[2]["authority"] == {"number": "6900/UBND-NC", "issued_on": "2023-12-01"}


def test_what_was_withdrawn_after_it_was_done_stays_done_and_that_is_told(
    bac_giang: Program,
) -> None:
    answer = bac_giang.run("withdraw", "333/TB-UBND", "--by", "95/UBND-NC ngày 12/12/2023")
    assert "vẫn được tính là đã hoàn thành" in answer.err
    assert bac_giang.progress("333/TB-UBND", "13/12/2023") == "on_time"


def test_a_directive_not_started_stands_in_the_third_group_until_it_is(program: Program) -> None:
    line = "25/KH-UBND ngày 24/5/2023 Phối hợp hạn 10/01/2024"
    program.run("add", line, "--not-started")
    program.run("start", "1", "--on", "15/01/2024")
    before, after = (
        program.run("status", "--json", "--as-of", day).json for day in ("14/1/2024", "15/1/2024")
    )
    assert (before["not_started"]["overdue"], before["in_progress"]["total"]) == (1, 0)
    assert (after["not_started"]["total"], after["in_progress"]["overdue"]) == (0, 1)


def test_a_note_changes_no_judgement_and_the_latest_one_is_shown(bac_kan: Program) -> None:
    before = bac_kan.row("2")["progress"]
    bac_kan.run("note", "2", "--on", "20/3/2022", "--text", "Đã có ý kiến")
    row = bac_kan.row("2")
    assert (row["progress"], row["latest_note"]) == (before, "Đã có ý kiến")
    assert bac_kan.row("2", "--as-of", "19/3/2022")["latest_note"].startswith("Dự thảo lần 1")
    assert bac_kan.row("2", "--as-of", "9/3/2022")["latest_note"] == ""


@pytest.fixture
def recurring(program: Program) -> Program:
    """One directive due before the 25th of every month, assigned in October 2023."""
    program.run("add", "50/KH-UBND ngày 02/10/2023 Báo cáo", "--deadline",
                "trước ngày 25 hằng tháng")  # fmt: skip
    return program


def turns(program: Program, as_of: str) -> dict[str, str]:
    items = program.run("list", "--json", "--as-of", as_of).items
    return {item["instance"]: item["progress"] for item in items}


def test_each_turn_of_a_recurring_directive_is_judged_by_itself(recurring: Program) -> None:
    recurring.run("done", "1", "--on", "24/10/2023")
    recurring.run("done", "1", "--for", "11/2023", "--on", "24/11/2023")
    assert turns(recurring, "14/12/2023") == {
        "2023-10-25": "on_time",
        "2023-11-25": "on_time",
        "2023-12-25": "not_yet_due",
    }


def test_a_turn_that_was_missed_does_not_make_the_others_late(recurring: Program) -> None:
    recurring.run("done", "1", "--for", "11/2023", "--on", "24/11/2023")
    recurring.run("done", "1", "--for", "10/2023", "--on", "24/11/2023")
    assert turns(recurring, "14/12/2023") == {
        "2023-10-25": "late",
        "2023-11-25": "on_time",
        "2023-12-25": "not_yet_due",
    }


def test_a_turn_that_is_not_open_is_refused(recurring: Program) -> None:
    recurring.run("done", "1", "--for", "11/2023", "--on", "24/11/2023")
    said = recurring.refused("done", "1", "--for", "11/2023", "--on", "25/11/2023", code=4)
    assert "tháng 11/2023" in said
    recurring.refused("done", "1", "--for", "9/2023", "--on", "25/11/2023", code=4)
    recurring.refused("reopen", "1", "--by", "95/UBND-NC ngày 12/12/2023", code=4)


def test_a_turn_named_for_a_directive_that_does_not_recur_is_refused(bac_giang: Program) -> None:
    said = bac_giang.refused("done", "6", "--for", "1/2024", "--on", "5/1/2024", code=4)
    assert "không phải nhiệm vụ định kỳ" in said
