"""Marks that say «as above», and the rows they stand in."""

from __future__ import annotations

import pytest

from tests.intake.tables import lines, read
from tracker.intake.dittos import is_ditto
from tracker.intake.drafts import Draft, Field, ProblemKind, TakenOver

HEADINGS = ("TT", "Số, ký hiệu", "Ngày ban hành", "Nội dung giao", "Thời hạn", "Ngày hoàn thành",
            "Đơn vị chủ trì")  # fmt: skip
ABOVE = ("1", "601/UBND-NC", "03/11/2023", "Rà soát thủ tục", "10/12/2023", "27/11/2023",
         "Văn phòng")  # fmt: skip
MARKS = ("nt", "-nt-", "NT", "n/t", "Như trên", "như trên", "(như trên)", "-như trên-", '"', "''",
         "″", "”", "//", "-//-", '-"-', "〃")  # fmt: skip


def drafts(*rows: tuple[str, ...], headings: tuple[str, ...] = HEADINGS) -> tuple[Draft, ...]:
    reading = read(lines(headings, *rows))
    assert reading.problems == ()
    return reading.drafts


@pytest.mark.parametrize("mark", MARKS)
def test_whatever_the_mark_the_row_has_what_the_one_above_says_in_its_place(
    mark: str,
) -> None:
    _, second, third = drafts(
        ABOVE,
        ("2", mark, mark, "Soạn báo cáo", mark, "", mark),
        ("3", mark, "", "Góp ý dự thảo", "20/12/2023", "", ""),
    )
    assert (second.number, second.issued, second.document_line) == ("601/UBND-NC", "03/11/2023", 2)
    assert (second.deadline, second.unit) == ("10/12/2023", "Văn phòng")
    assert second.taken_over == (TakenOver(line=2, fields=(Field.DEADLINE, Field.UNIT)),)
    assert (third.number, third.issued, third.document_line) == ("601/UBND-NC", "03/11/2023", 2)
    assert (third.deadline, third.taken_over) == ("20/12/2023", ())


@pytest.mark.parametrize("text", ["", "-", "/", "x", "'", "--", "Không", "nt1", "Thanh tra", "..."])
def test_a_stroke_that_says_there_is_nothing_is_no_such_mark(text: str) -> None:
    assert not is_ditto(text)


def test_the_day_beside_another_number_is_that_of_the_document_above() -> None:
    _, second, third = drafts(
        ABOVE,
        ("2", "602/UBND-NC", "nt", "Soạn báo cáo", "", "", ""),
        ("3", "603/UBND-NC", '"', "Góp ý dự thảo", "", "", ""),
    )
    assert (second.number, second.issued) == ("602/UBND-NC", "03/11/2023")
    assert (third.number, third.issued) == ("603/UBND-NC", "03/11/2023")
    assert third.taken_over == (TakenOver(line=2, fields=(Field.ISSUED,)),)


def test_a_document_and_its_day_in_one_cell_are_marked_in_one() -> None:
    headings = ("TT", "Số, ký hiệu, ngày văn bản", "Nội dung giao", "Thời hạn")
    _, second = drafts(
        ("1", "601/UBND-NC ngày 03/11/2023", "Rà soát thủ tục", "10/12/2023"),
        ("2", "nt", "Soạn báo cáo", ""),
        headings=headings,
    )
    assert (second.number, second.issued, second.deadline) == ("601/UBND-NC", "03/11/2023", "")


def test_a_row_that_begins_with_the_mark_is_no_list_of_whom_the_letter_goes_to() -> None:
    _, second = drafts(
        ("601/UBND-NC ngày 03/11/2023", "Rà soát thủ tục", "10/12/2023"),
        ("Như trên", "Soạn báo cáo", "nt"),
        headings=("Số, ký hiệu, ngày văn bản", "Nội dung giao", "Thời hạn"),
    )
    assert (second.number, second.deadline) == ("601/UBND-NC", "10/12/2023")


def test_a_mark_below_another_day_is_a_problem_and_no_guess() -> None:
    reading = read(lines(HEADINGS, ABOVE, ("2", "nt", "05/11/2023", "Soạn báo cáo", "", "", "")))
    assert [(one.line, one.kind) for one in reading.problems] == [(3, ProblemKind.REFUSED)]


@pytest.mark.parametrize("mark", ["nt", "//", '-"-'])
def test_a_mark_below_nothing_stays_what_it_is_and_is_never_blank(mark: str) -> None:
    first = (*ABOVE[:4], "", "", "Văn phòng")
    below = ("2", "602/UBND-NC", "04/11/2023", "Soạn báo cáo", mark, mark, "")
    _, second, third = drafts(first, below, ("3", mark, mark, "Góp ý", mark, "", ""))
    assert [second.deadline, second.completed, third.deadline] == [mark] * 3
    assert third.number == "602/UBND-NC"
    reading = read(lines(HEADINGS, ("1", mark, mark, "Soạn báo cáo", "", "", "")))
    assert [one.seen for one in reading.problems] == [mark]
