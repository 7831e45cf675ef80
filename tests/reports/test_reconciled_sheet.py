"""The sheet that goes back to the province: both lists side by side, and nothing secret."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from io import BytesIO
from types import SimpleNamespace
from typing import Any

from openpyxl import load_workbook

from tests.builders import a_citation, a_completion, a_deadline, an_extension
from tests.reports.builders import AS_OF, LETTERHEAD
from tests.two_lists import ours_of, theirs_of
from tracker.core.directive import Progress, State
from tracker.core.document_number import DocumentNumberProblem, UnreadableDocumentNumber
from tracker.core.membership import Membership
from tracker.core.reconciled import ListPlace, OurTask, Reconciled, TheirTask
from tracker.core.reconciling import reconciled
from tracker.intake.drafts import Field, ProblemKind, RowProblem
from tracker.intake.files.found import PlaceKind
from tracker.reports.concealing import concealed_outcome
from tracker.reports.print_rows import RowKind, print_rows
from tracker.reports.reconciled_sheet import reconciled_sheet
from tracker.reports.sheet import DataRow, GroupRow, Sheet
from tracker.reports.stationery import Stationery
from tracker.reports.workbook import workbook_bytes

TABLES = (
    SimpleNamespace(
        file="a.xlsx",
        is_register=True,
        found=SimpleNamespace(kind=PlaceKind.SHEET, name="T12", number=1),
    ),
)
KEPT = "Kế hoạch bí mật cần giữ kín với mọi người"


def laid_out(outcome: Reconciled, *problems: RowProblem, **stationery: Any) -> Sheet:
    shape = Stationery(letterhead=LETTERHEAD, **stationery)
    why = {ListPlace(table=0, line=problem.line): problem for problem in problems}
    read = SimpleNamespace(tables=TABLES, problems=why)
    return reconciled_sheet(outcome, as_of=AS_OF, theirs=read, stationery=shape)


def cells(outcome: Reconciled, *problems: RowProblem, **stationery: Any) -> list[tuple[str, ...]]:
    rows = laid_out(outcome, *problems, **stationery).rows
    return [row.cells for row in rows if isinstance(row, DataRow)]


def groups(outcome: Reconciled) -> list[str]:
    return [row.text for row in laid_out(outcome).rows if isinstance(row, GroupRow)]


def a_secret(content: str = KEPT) -> tuple[OurTask, TheirTask]:
    """One directive that is secret here, and the province's row of it."""
    ours = ours_of(
        an_extension(date(2024, 1, 31), approved_on=date(2023, 12, 5), number="5/BM-UBND"),
        is_secret=True,
        content=content,
    )
    theirs = theirs_of(content=content, result=content, claim=content)
    return ours, theirs


def test_a_difference_has_both_sides_in_a_row() -> None:
    ours = ours_of(a_completion(date(2023, 11, 27)))
    known = replace(
        ours.row,
        result_documents=(a_citation("1514/KHCN-VP", date(2023, 11, 27)),),
        facts=replace(ours.row.facts, result_text="1514/KHCN-VP ngày 27/11/2023"),
    )
    theirs = theirs_of(
        deadline=a_deadline(date(2023, 10, 12)), claim="Quá hạn", claimed_progress=Progress.OVERDUE
    )
    (row,) = cells(reconciled([replace(ours, row=known)], [theirs]))
    assert row == (
        "1",
        "6340/UBND-NC\nNgày 03/11/2023",
        "Rà soát thủ tục hành chính",
        "(tỉnh) 12/10/2023\n(sổ) 10/12/2023",
        "(tỉnh) Quá hạn\n(sổ) Đúng hạn",
        "(tỉnh) chưa\n(sổ) 27/11/2023",
        "1514/KHCN-VP\nNgày 27/11/2023",
        "Thời hạn theo văn bản giao là 10/12/2023; đề nghị kiểm tra, cho biết văn bản thay đổi "
        "thời hạn nếu có (có vẻ đảo ngày và tháng).\n"
        "Đã hoàn thành ngày 27/11/2023 tại 1514/KHCN-VP ngày 27/11/2023; đề nghị cập nhật.",
    )


def test_the_parts_stand_in_order_with_their_counts() -> None:
    ours = [ours_of(), ours_of(id=2, content="Tổ chức hội nghị tổng kết mười năm")]
    theirs = [
        theirs_of(line=3, deadline=a_deadline(date(2024, 3, 1))),
        theirs_of(line=4, key="9/kh-ubnd", number="9/KH-UBND", content="Một việc khác hẳn"),
        theirs_of(line=5, key="8/kh-ubnd", number="8/KH-UBND", content="Lạ", is_unread=True),
    ]
    outcome = reconciled(ours, theirs)
    assert groups(outcome) == [
        "Khác nhau: 01 nhiệm vụ",
        "Chỉ có ở danh sách của tỉnh: 01 nhiệm vụ",
        "Chỉ có ở sổ của cơ quan: 01 nhiệm vụ",
        "Chưa đọc được trong danh sách của tỉnh: 01 nhiệm vụ",
        "Khớp: 0 nhiệm vụ",
    ]
    assert [row[0] for row in cells(outcome)] == ["1"] * 4


def test_whatever_keeps_the_parts_from_adding_up_stands_under_the_counts() -> None:
    ours = [
        ours_of(),
        ours_of(id=2, document=a_citation("9/KH-UBND"), is_expected=False),
        ours_of(id=3, document=a_citation("8/KH-UBND")),
    ]
    theirs = [
        theirs_of(line=3),
        theirs_of(line=4, key="9/kh-ubnd", number="9/KH-UBND"),
        theirs_of(line=5, key="8/kh-ubnd", number="8/KH-UBND", is_unread=True),
    ]
    outcome = replace(reconciled(ours, theirs), turns_apart=1)
    _, _, counts, *reasons = [line.text for line in laid_out(outcome).title_lines]
    assert counts == "Danh sách của tỉnh: 03 nhiệm vụ; sổ: 03 nhiệm vụ; khớp: 02"
    assert reasons == [
        "Danh sách nêu nhiệm vụ định kỳ nhưng không đủ các kỳ: 01 kỳ trong sổ không đối chiếu "
        "được.",
        "Phần khác nhau và phần khớp có 01 nhiệm vụ mà kỳ này sổ không tính, nên không cộng vào "
        "số của sổ: 9/KH-UBND ngày 03/11/2023.",
        "Phần chưa đọc được có 01 dòng có thể là nhiệm vụ trong sổ, nên cũng cộng vào số của sổ.",
    ]
    # Listed as differing, agreeing or only here; then what the reasons add and take away.
    listed = len(outcome.matched) + len(outcome.only_ours)
    assert listed + 1 - 1 + 1 == outcome.ours_count


def test_where_the_parts_add_up_nothing_more_is_said() -> None:
    assert len(laid_out(reconciled([ours_of()], [theirs_of()])).title_lines) == 3


def test_what_agrees_is_counted_and_listed_only_where_the_words_differ() -> None:
    ours = [ours_of(), ours_of(id=2, document=a_citation("9/KH-UBND"), content="Lập danh mục")]
    theirs = [
        theirs_of(line=3),
        theirs_of(line=4, key="9/kh-ubnd", number="9/KH-UBND", content="Lập danh mục thủ tục"),
    ]
    outcome = reconciled(ours, theirs)
    assert groups(outcome)[-1] == (
        "Khớp: 02 nhiệm vụ (dưới đây chỉ nêu 01 nhiệm vụ có lời văn khác, để xem có đúng là một "
        "không)"
    )
    (row,) = cells(outcome)
    assert row[-1].startswith("(cùng văn bản, giống ")
    assert row[2] == "Lập danh mục\n(tỉnh) Lập danh mục thủ tục"
    assert groups(reconciled(ours[:1], theirs[:1]))[-1].endswith("(không nêu từng nhiệm vụ)")


def test_a_progress_that_their_list_does_not_claim_is_no_word_of_theirs() -> None:
    theirs = theirs_of(is_done=True, progress=Progress.ON_TIME)
    (row,) = cells(reconciled([ours_of()], [theirs]))
    assert row[4] == "(sổ) Quá hạn"


def test_what_agrees_says_its_progress_once_in_whatever_words() -> None:
    ours = [ours_of(content="Lập danh mục"), ours_of(id=2, document=a_citation("9/KH-UBND"))]
    going_on = theirs_of(
        content="Lập danh mục thủ tục",
        claim="Đang thực hiện",
        claimed_state=State.IN_PROGRESS,
        progress=Progress.OVERDUE,
    )
    other = theirs_of(
        line=6,
        number="9/KH-UBND",
        key="9/kh-ubnd",
        deadline=a_deadline(date(2023, 12, 11)),
        claim="Đã quá hạn",
        claimed_progress=Progress.OVERDUE,
    )
    differing, agreeing = cells(reconciled(ours, [going_on, other]))
    assert (differing[4], agreeing[4]) == ("Quá hạn", "Quá hạn")


def test_a_row_that_cannot_be_read_keeps_what_it_says_and_is_told_what_it_lacks() -> None:
    theirs = theirs_of(
        is_unread=True, number="6340", is_done=None, claim="Quá hạn", result="80/BC-KHCN"
    )
    problem = RowProblem(
        line=5,
        kind=ProblemKind.REFUSED,
        field=Field.NUMBER,
        seen="6340",
        trouble=UnreadableDocumentNumber("6340", DocumentNumberProblem.SYMBOL_MISSING),
    )
    (row,) = cells(reconciled([ours_of()], [theirs]), problem)
    assert row[1].startswith("6340\n")
    assert row[3:5] == ("10/12/2023", "Quá hạn")
    assert row[6] == "(tỉnh) 80/BC-KHCN"
    assert row[-1] == (
        "Dòng 5: số ký hiệu «6340» không đúng: thiếu ký hiệu sau số; đề nghị ghi lại số ký hiệu. "
        "Có thể là nhiệm vụ 6340/UBND-NC ngày 03/11/2023 trong sổ."
    )


def test_rows_are_low_enough_for_many_to_stand_on_a_page() -> None:
    content = "Tham mưu văn bản chỉ đạo triển khai thực hiện Thông tư của Bộ Khoa học và Công nghệ"
    ours = [ours_of(content=content, id=id, document=a_citation(f"{id}/KH-UBND")) for id in (1, 2)]
    theirs = [
        theirs_of(
            content=content,
            number=f"{id}/KH-UBND",
            key=f"{id}/kh-ubnd",
            deadline=a_deadline(date(2023, 12, 11)),
        )
        for id in (1, 2)
    ]
    sheet = laid_out(reconciled(ours, theirs))
    heights = [row.height for row in print_rows(sheet) if row.kind is RowKind.DATA]
    assert len(heights) == 2
    assert max(heights) < 75
    assert sheet.paper.left == sheet.paper.right == 15


def test_a_guess_is_shown_under_the_document_that_they_know() -> None:
    content = "Lập danh mục các thủ tục hành chính còn thiếu trên hệ thống một cửa"
    theirs = theirs_of(content=content, key="6430/ubnd-nc", number="6430/UBND-NC")
    (row,) = cells(reconciled([ours_of(content=content)], [theirs]))
    assert row[1].startswith("6430/UBND-NC")
    assert "6340/UBND-NC" in row[-1]


def test_nothing_secret_leaves_by_their_row_or_by_ours() -> None:
    ours, theirs = a_secret()
    outcome = reconciled([ours], [theirs, replace(theirs, place=replace(theirs.place, line=9))])
    (row, repeated) = cells(outcome)
    printed = " ".join((*row, *repeated))
    for hidden in (KEPT, "6340", "5/BM-UBND"):
        assert hidden not in printed
    assert row[2] == repeated[2] == "(văn bản mật)"
    shown = " ".join(cells(outcome, are_secret_numbers_shown=True)[0])
    assert "6340/UBND-NC" in shown
    assert "5/BM-UBND" in shown
    assert KEPT not in shown


def test_a_row_that_cannot_be_read_and_one_that_is_withdrawn_keep_the_secret_too() -> None:
    ours, theirs = a_secret()
    gone = replace(ours, membership=Membership.WITHDRAWN, is_expected=False)
    for outcome in (
        reconciled([ours], [replace(theirs, is_unread=True)]),
        replace(
            reconciled([gone], [theirs]),
            letters={1: a_citation("5/BM-UBND", date(2023, 12, 5))},
        ),
    ):
        printed = repr(concealed_outcome(outcome))
        assert KEPT not in printed
        assert "5/BM-UBND" not in printed


def test_what_is_not_secret_is_left_as_it_is() -> None:
    outcome = reconciled([ours_of()], [theirs_of()])
    assert concealed_outcome(outcome) == outcome


def test_nothing_of_theirs_acts_in_the_workbook() -> None:
    theirs = theirs_of(content="=HYPERLINK(1)", key="9/kh-ubnd", number="9/KH-UBND")
    book = load_workbook(BytesIO(workbook_bytes(laid_out(reconciled([], [theirs])))))
    page = book["Doi chieu 2023-12-14"]
    content = [cell for row in page.iter_rows() for cell in row if cell.value == "=HYPERLINK(1)"]
    assert [cell.data_type for cell in content] == ["s"]
    assert page.page_setup.orientation == "landscape"
