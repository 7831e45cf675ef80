"""A whole table pasted: looked at row by row, stored in one go, taken back in one go."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.builders import TODAY, WEEKENDS_ONLY
from tests.intake.tables import APPENDIX, HEADINGS, lines
from tests.operations.conftest import AT
from tests.operations.pasted_tables import enter_pasted, preview_pasted
from tracker.core.deadline import DeadlineKind
from tracker.core.directive import Citation, Group, Progress, State
from tracker.core.errors import DatabaseTrouble
from tracker.core.events import Completed
from tracker.core.refusals import BeforeAssignment
from tracker.core.rules import Policy
from tracker.intake.drafts import Draft, Field, ProblemKind, RowProblem
from tracker.operations.desk import Desk
from tracker.operations.drafted import read_draft
from tracker.operations.entering import Entry, add
from tracker.operations.import_entering import Imported, LeftOut, NotReadyToEnter
from tracker.operations.queries import history, list_directives, show
from tracker.operations.read_rows import Place
from tracker.operations.table_preview import RowFate, TableRow
from tracker.operations.typed import LONGEST_TEXT, IssuedInTheFuture, RemarkKind, TextTooLong
from tracker.operations.undoing import undo
from tracker.store.selection import Selection

PLAN = "25/KH-UBND ngày 24/5/2023"
DRAFT = Draft(line=2, number="25/KH-UBND", issued="24/5/2023", content="Rà soát thủ tục")


def row_of(desk: Desk, *cells: str, group: str = "") -> TableRow:
    """The one row of a table of seven columns, blank cells behind what is given."""
    row = cells + ("",) * (len(HEADINGS) - len(cells))
    head = [(group,)] if group else []
    (only,) = preview_pasted(desk, lines(HEADINGS, *head, row)).rows
    return only


def content_of(desk: Desk) -> list[tuple[int, str, Group | None, Progress]]:
    return [
        (one.id, one.document.number, one.assessment.group, one.assessment.progress)
        for one in list_directives(desk, Selection(), as_of=desk.today)
    ]


def remarks_of(row: TableRow) -> list[RemarkKind]:
    return [remark.kind for remark in row.remarks]


def test_a_preview_shows_what_each_row_would_become(desk: Desk) -> None:
    preview = preview_pasted(desk, APPENDIX)
    assert [row.kind for row in preview.rows] == [RowFate.NEW] * 5
    assert [row.progress for row in preview.rows] == [
        Progress.ON_TIME,
        Progress.ON_TIME,
        *[Progress.NOT_YET_DUE] * 3,
    ]
    first = preview.rows[0]
    assert first.assignment is not None
    assert first.assignment.document == Citation(number="601/UBND-NC", issued_on=date(2023, 11, 3))
    assert first.assignment.deadline.due_on == date(2023, 12, 10)
    assert first.completion == Completed(
        completed_on=date(2023, 11, 27),
        result_text="151/KHCN-VP Ngày 27/11/2023",
        results=(Citation(number="151/KHCN-VP", issued_on=date(2023, 11, 27)),),
    )
    assert not any(row.is_flagged for row in preview.rows)
    assert preview.miscounted == ()


@pytest.mark.parametrize(
    ("completed", "progress"),
    [("x", ""), ("X", ""), ("√", ""), ("✓", ""), ("Đã xong", ""), ("Xong", ""), ("có", ""),
     ("", "Chậm"), ("", "Quá hạn nhưng đã xong"), ("", "Đã xong"), ("X", "Đúng hạn")],
)  # fmt: skip
def test_what_is_said_to_be_done_without_a_day_is_done_and_to_be_looked_at(
    desk: Desk, completed: str, progress: str
) -> None:
    row = row_of(desk, "1", PLAN, "Phối hợp", "10/12/2023", completed, progress)
    assert row.completion == Completed(completed_on=None)
    assert (row.progress, row.is_flagged) == (Progress.NEEDS_REVIEW, True)


@pytest.mark.parametrize("completed", ["31/9", "tháng 9/2023", "Tuần trước", "2023"])
def test_a_completion_that_is_not_understood_is_a_problem(desk: Desk, completed: str) -> None:
    row = row_of(desk, "1", PLAN, "Phối hợp", "10/12/2023", completed, "Đúng hạn")
    assert row.problem is not None
    assert (row.problem.field, row.problem.seen) == (Field.COMPLETED, completed)


@pytest.mark.parametrize(
    ("deadline", "completed", "due_on", "completed_on"),
    [
        ("20.12.23", "20.9.23", date(2023, 12, 20), date(2023, 9, 20)),
        ("20.8.23", "", date(2023, 8, 20), None),
        ("2023", "", date(2023, 12, 31), None),
        ("20.14.23", "", None, None),
    ],
)
def test_no_deadline_and_no_completion_is_lost(
    desk: Desk, deadline: str, completed: str, due_on: date | None, completed_on: date | None
) -> None:
    row = row_of(desk, "1", PLAN, "Phối hợp với tỉnh", deadline, completed, "")
    assert row.draft is not None
    assert row.assignment is not None
    assert row.assignment.deadline.text == deadline
    assert row.assignment.deadline.due_on == due_on or row.progress is Progress.NEEDS_REVIEW
    assert (None if row.completion is None else row.completion.completed_on) == completed_on
    assert row.draft.unused == ()


@pytest.mark.parametrize(
    "progress",
    ["Công văn số 1514/KHCN-VP ngày 27/11/2023", "Tờ trình số 88/TTr-SKHCN ngày 27/11/2023",
     "1498/KHCN-VP ngày 27/11/2023"],
)  # fmt: skip
def test_a_progress_that_is_a_document_with_its_date_tells_of_completion(
    desk: Desk, progress: str
) -> None:
    row = row_of(desk, "1", PLAN, "Phối hợp", "10/12/2023", "", progress)
    assert row.completion is not None
    assert row.completion.completed_on == date(2023, 11, 27)
    assert row.completion.result_text == progress
    assert row.note is None


def test_a_result_in_the_column_of_the_day_is_kept_beside_the_day(desk: Desk) -> None:
    row = row_of(desk, "1", PLAN, "Phối hợp", "10/12/2023", "1514/KHCN-VP ngày 27/11/2023")
    assert row.completion is not None
    assert row.completion.completed_on == date(2023, 11, 27)
    assert row.completion.results == (
        Citation(number="1514/KHCN-VP", issued_on=date(2023, 11, 27)),
    )


def test_how_far_it_is_may_stand_in_the_column_of_the_day_of_completion(desk: Desk) -> None:
    row = row_of(desk, "1", PLAN, "Phối hợp", "10/12/2023", "Đang lấy ý kiến các sở", "Trong hạn")
    assert row.completion is None
    assert row.note is not None
    assert row.note.text == "Đang lấy ý kiến các sở"


def test_a_second_document_in_the_cell_of_the_first_is_told(desk: Desk) -> None:
    headings = ("TT", "Số ký hiệu", "Ngày ban hành", "Nội dung công việc", "Thời hạn")
    cells = ("1", "120/UBND-NC, 121/UBND-TH", "03/11/2023", "Rà soát thủ tục", "10/12/2023")
    (row,) = preview_pasted(desk, lines(headings, cells)).rows
    assert row.assignment is not None
    assert row.assignment.document.number == "120/UBND-NC"
    (told,) = [one for one in row.remarks if one.kind is RemarkKind.SEVERAL_DOCUMENTS]
    assert told.text == "121/UBND-TH"


@pytest.mark.parametrize("deadline", ["10/12/2023", ""])
def test_a_content_that_reads_like_a_deadline_is_the_content(desk: Desk, deadline: str) -> None:
    row = row_of(desk, "1", PLAN, "Hạn 2 ngày", deadline, "", "Chưa đến hạn")
    assert row.draft is not None
    assert (row.draft.content, row.draft.deadline) == ("Hạn 2 ngày", deadline)


A_FILE = "dài " * LONGEST_TEXT


@pytest.mark.parametrize(
    ("draft", "field"),
    [
        (replace(DRAFT, content=A_FILE), Field.CONTENT),
        (replace(DRAFT, deadline=A_FILE), Field.DEADLINE),
        (replace(DRAFT, result=A_FILE), Field.RESULT),
        (replace(DRAFT, note=A_FILE), Field.NOTE),
    ],
)
def test_a_text_that_went_astray_into_a_cell_is_a_problem_of_that_cell(
    draft: Draft, field: Field
) -> None:
    problem = read_draft(draft, today=TODAY, days_off=WEEKENDS_ONLY)
    assert isinstance(problem, RowProblem)
    assert problem.field is field
    assert isinstance(problem.trouble, TextTooLong)


def test_a_number_in_a_table_keeps_its_spelling(desk: Desk) -> None:
    row = row_of(desk, "1", "601/ubnd-nc Ngày 03/11/2023", "Việc")
    assert row.assignment is not None
    assert row.assignment.document.number == "601/ubnd-nc"


def test_a_preview_makes_no_register(desk: Desk) -> None:
    preview_pasted(desk, APPENDIX)
    assert not Path(desk.location).exists()


def test_a_table_is_entered_as_one_operation_and_taken_back_as_one(desk: Desk) -> None:
    entered = enter_pasted(desk, preview_pasted(desk, APPENDIX))
    assert entered.new == (1, 2, 3, 4, 5)
    assert content_of(desk) == [
        (1, "601/UBND-NC", Group.DONE, Progress.ON_TIME),
        (2, "33/TB-UBND", Group.DONE, Progress.ON_TIME),
        (3, "379/UBND-KGVX", Group.IN_PROGRESS, Progress.NOT_YET_DUE),
        (4, "25/KH-UBND", Group.IN_PROGRESS, Progress.NOT_YET_DUE),
        (5, "31/KH-UBND", Group.IN_PROGRESS, Progress.NOT_YET_DUE),
    ]
    operations = {entry.operation for entry in history(desk, "1")[1]}
    assert operations == {"import"}
    undone = undo(desk)
    assert (undone.operation, len(undone.directives)) == ("import", 5)
    assert content_of(desk) == []


def test_what_is_pasted_again_is_there_already(desk: Desk) -> None:
    enter_pasted(desk, preview_pasted(desk, APPENDIX))
    again = preview_pasted(desk, APPENDIX)
    assert [(row.kind, row.duplicate_of) for row in again.rows] == [
        (RowFate.SAME, id) for id in (1, 2, 3, 4, 5)
    ]
    assert enter_pasted(desk, again) == Imported()
    assert len(content_of(desk)) == 5


def test_the_same_document_with_other_words_is_another_task(desk: Desk) -> None:
    add(desk, Entry(number="25/kh-ubnd", issued="24/5/2023", content="phối  hợp."))
    same = row_of(desk, "1", PLAN, "Phối hợp")
    other = row_of(desk, "1", PLAN, "Báo cáo")
    assert (same.kind, same.duplicate_of) == (RowFate.SAME, 1)
    assert (other.kind, remarks_of(other)) == (RowFate.NEW, [RemarkKind.SAME_DOCUMENT])


def test_a_row_that_stands_twice_in_the_table_is_entered_once(desk: Desk) -> None:
    text = lines(HEADINGS[:3], ("1", PLAN, "Phối hợp"), ("2", PLAN, "PHỐI HỢP"))
    preview = preview_pasted(desk, text)
    assert [(row.kind, row.repeats) for row in preview.rows] == [
        (RowFate.NEW, None),
        (RowFate.DUPLICATE, Place(0, 2)),
    ]
    assert enter_pasted(desk, preview).new == (1,)


def test_only_the_rows_chosen_are_entered(desk: Desk) -> None:
    preview = preview_pasted(desk, APPENDIX)
    enter_pasted(desk, preview, {preview.rows[1].line, preview.rows[3].line})
    assert [number for _, number, _, _ in content_of(desk)] == ["33/TB-UBND", "25/KH-UBND"]


def test_a_row_that_is_no_new_directive_cannot_be_chosen(desk: Desk) -> None:
    text = lines(HEADINGS[:3], ("1", PLAN, "Phối hợp"), ("2", "25/KH", "Rà soát"))
    with pytest.raises(NotReadyToEnter) as refusal:
        enter_pasted(desk, preview_pasted(desk, text), {2, 3, 99})
    assert refusal.value.lines == (3, 99)
    assert not Path(desk.location).exists()


def test_what_was_entered_since_the_preview_is_left_out_and_told(desk: Desk) -> None:
    preview = preview_pasted(desk, APPENDIX)
    add(desk, Entry(number="25/KH-UBND", issued="24/5/2023",
                    content="V/v phối hợp với tỉnh Thái Nguyên"))  # fmt: skip
    entered = enter_pasted(desk, preview)
    assert entered.left_out == (LeftOut(place=Place(0, preview.rows[3].line), id=1),)
    assert len(entered.new) == 4
    assert len(content_of(desk)) == 5


def test_nothing_is_entered_where_one_row_cannot_be(desk: Desk) -> None:
    preview = preview_pasted(desk, APPENDIX)
    with pytest.raises(NotReadyToEnter):
        enter_pasted(replace(desk, today=date(2023, 6, 1)), preview)
    assert preview_pasted(desk, APPENDIX) == preview


def test_an_empty_table_enters_nothing_and_makes_nothing(desk: Desk) -> None:
    assert enter_pasted(desk, preview_pasted(desk, "")) == Imported()
    assert not Path(desk.location).exists()


def test_a_register_that_is_none_is_no_empty_one(desk: Desk) -> None:
    Path(desk.location).write_text("not a register, and long enough to look like one" * 50)
    with pytest.raises(DatabaseTrouble):
        preview_pasted(desk, APPENDIX)


@pytest.mark.parametrize(
    ("deadline", "kind"),
    [("31/4/2023", DeadlineKind.INVALID), ("…/12/2023", DeadlineKind.INCOMPLETE)],
)
def test_a_deadline_that_cannot_be_read_is_kept_and_flagged(
    desk: Desk, deadline: str, kind: DeadlineKind
) -> None:
    row = row_of(desk, "1", PLAN, "Phối hợp", deadline, "", "Chưa đến hạn")
    assert row.kind is RowFate.NEW
    assert row.assignment is not None
    assert (row.assignment.deadline.text, row.assignment.deadline.kind) == (deadline, kind)
    assert (row.progress, row.is_flagged) == (Progress.NEEDS_REVIEW, True)
    assert RemarkKind.DEADLINE_UNCLEAR in remarks_of(row)


def test_a_deadline_of_any_other_kind_is_read_as_when_it_is_typed(desk: Desk) -> None:
    row = row_of(desk, "1", PLAN, "Phối hợp", "trong 10 ngày làm việc")
    assert row.assignment is not None
    assert row.assignment.deadline.due_on == date(2023, 6, 7)


@pytest.mark.parametrize(
    ("cells", "field", "kind"),
    [
        (("1", "25/", "Phối hợp"), Field.NUMBER, ProblemKind.REFUSED),
        (("1", "25/KH-UBND", "Phối hợp"), Field.ISSUED, ProblemKind.DATE_MISSING),
        (("1", "25/KH-UBND ngày 31/4/2023", "Phối hợp"), Field.ISSUED, ProblemKind.REFUSED),
        (("1", "25/KH-UBND ngày 15/12/2023", "Phối hợp"), Field.ISSUED, ProblemKind.REFUSED),
        (("1", PLAN, "Phối hợp", "", "23/5/2023", "Đúng hạn"), Field.COMPLETED,
         ProblemKind.REFUSED),
        (("1", PLAN, "Phối hợp", "", "15/12/2023", "Đúng hạn"), Field.COMPLETED,
         ProblemKind.REFUSED),
        (("1", PLAN, "Phối hợp", "", "tháng trước", "Đúng hạn"), Field.COMPLETED,
         ProblemKind.REFUSED),
        (("1", PLAN, "\x00\x1b"), Field.CONTENT, ProblemKind.CONTENT_MISSING),
    ],
)  # fmt: skip
def test_what_is_wrong_is_a_problem_that_says_where(
    desk: Desk, cells: tuple[str, ...], field: Field, kind: ProblemKind
) -> None:
    row = row_of(desk, *cells)
    assert (row.kind, row.is_flagged) == (RowFate.PROBLEM, True)
    assert row.problem is not None
    assert (row.problem.line, row.problem.kind, row.problem.field) == (2, kind, field)
    assert row.draft is not None


def test_a_problem_keeps_the_refusal_and_what_was_seen(desk: Desk) -> None:
    early = row_of(desk, "1", PLAN, "Phối hợp", "", "23/5/2023").problem
    late = row_of(desk, "1", "25/KH-UBND ngày 15/12/2023", "Phối hợp").problem
    assert early is not None
    assert late is not None
    assert isinstance(early.trouble, BeforeAssignment)
    assert isinstance(late.trouble, IssuedInTheFuture)
    assert (early.seen, late.seen) == ("23/5/2023", "15/12/2023")


def test_a_row_under_done_without_a_day_is_done_on_a_day_unknown(desk: Desk) -> None:
    row = row_of(desk, "1", PLAN, "Phối hợp", "10/01/2024", group="I\tĐÃ THỰC HIỆN: 01 nhiệm vụ")
    assert row.completion == Completed(completed_on=None)
    assert (row.progress, row.is_flagged) == (Progress.NEEDS_REVIEW, True)
    assert RemarkKind.COMPLETION_UNDATED in remarks_of(row)


RESULT = "9/BC-KHCN ngày 05/12/2023"


@pytest.mark.parametrize(
    ("group", "progress", "result", "completed_on"),
    [
        ("", "", RESULT, date(2023, 12, 5)),
        ("", "Đúng hạn", RESULT, date(2023, 12, 5)),
        ("", "Đã hoàn thành", RESULT, date(2023, 12, 5)),
        ("", "Đã báo cáo tại Báo cáo số 9/BC-KHCN ngày 05/12/2023", "", date(2023, 12, 5)),
        ("I\tĐã thực hiện", "", "8/BC-KHCN ngày 01/12/2023, 9/BC-KHCN ngày 05/12/2023",
         date(2023, 12, 5)),
        ("", "Đúng hạn", "", None),
        ("", "Chưa đến hạn", RESULT, None),
        ("", "Đang lấy ý kiến theo Công văn số 9/KHCN-VP ngày 05/12/2023", "", None),
        ("", "Đã hoàn thành dự thảo lần 1, gửi xin ý kiến", "", None),
        ("II\tĐang thực hiện", "", RESULT, None),
    ],
)  # fmt: skip
def test_the_day_of_the_result_is_that_of_completion_where_the_row_is_told_done(
    desk: Desk, group: str, progress: str, result: str, completed_on: date | None
) -> None:
    row = row_of(desk, "1", PLAN, "Phối hợp", "", "", progress, result, group=group)
    assert row.kind is RowFate.NEW
    if completed_on is None:
        assert row.completion is None
    else:
        assert row.completion is not None
        assert row.completion.completed_on == completed_on
        assert RemarkKind.DAY_OF_RESULT in remarks_of(row)
        assert (row.completion.result_text, row.note) == (result or progress, None)


def test_what_a_row_tells_of_its_progress_is_kept_as_a_note(desk: Desk) -> None:
    prose = "Đã hoàn thành dự thảo lần 1, gửi xin ý kiến"
    text = lines((*HEADINGS, "Ghi chú"), ("1", PLAN, "Phối hợp", "", "", prose, "", "Xin gia hạn"))
    enter_pasted(desk, preview_pasted(desk, text))
    (row,) = show(desk, "1", as_of=TODAY).rows
    assert row.latest_note == f"{prose}\nXin gia hạn"
    assert row.facts.state is State.IN_PROGRESS


def test_a_row_under_not_started_is_not_started(desk: Desk) -> None:
    assert row_of(desk, "1", PLAN, "Phối hợp", group="III\tChưa thực hiện: 1").assignment
    for row in (
        row_of(desk, "1", PLAN, "Phối hợp", group="III\tChưa thực hiện: 1"),
        row_of(desk, "1", PLAN, "Phối hợp", "", "", "Chưa thực hiện"),
    ):
        assert row.assignment is not None
        assert not row.assignment.is_started


@pytest.mark.parametrize(
    ("deadline", "completed", "claimed", "progress", "is_contradicted"),
    [
        ("10/12/2023", "11/12/2023", "Đúng hạn", Progress.LATE, True),
        ("10/12/2023", "11/12/2023", "Quá hạn", Progress.LATE, False),
        ("10/12/2023", "", "Đúng hạn", Progress.OVERDUE, True),
        ("10/12/2023", "", "Chưa đến hạn", Progress.OVERDUE, False),
        ("10/01/2024", "", "Quá hạn", Progress.NOT_YET_DUE, True),
        ("10/01/2024", "05/12/2023", "Đang thực hiện", Progress.ON_TIME, True),
        ("10/01/2024", "05/12/2023", "Hoàn thành đúng hạn", Progress.ON_TIME, False),
    ],
)
def test_a_claim_stands_beside_what_follows_from_the_dates(
    desk: Desk,
    deadline: str,
    completed: str,
    claimed: str,
    progress: Progress,
    is_contradicted: bool,
) -> None:
    row = row_of(desk, "1", PLAN, "Phối hợp", deadline, completed, claimed)
    assert row.draft is not None
    assert (row.draft.progress, row.progress) == (claimed, progress)
    assert (row.is_contradicted, row.is_flagged) == (is_contradicted, is_contradicted)


def test_a_day_of_completion_under_open_ones_is_taken_and_told(desk: Desk) -> None:
    row = row_of(
        desk, "1", PLAN, "Phối hợp", "", "05/12/2023", "Đúng hạn", group="II\tĐang thực hiện: 1"
    )
    assert row.completion is not None
    assert RemarkKind.DONE_IN_OTHER_GROUP in remarks_of(row)


def test_a_group_that_claims_another_number_of_rows_is_told(desk: Desk) -> None:
    text = APPENDIX.replace("02 nhiệm vụ", "03 nhiệm vụ")
    (group,) = preview_pasted(desk, text).miscounted
    assert (group.group, group.claimed, group.found) == (Group.DONE, 3, 2)


def test_a_turn_is_done_only_where_it_is_clear_which(desk: Desk) -> None:
    monthly = "trước ngày 25 hằng tháng"
    done = row_of(
        desk, "1", "25/KH-UBND ngày 01/12/2023", "Báo cáo", monthly, "05/12/2023", "Đúng hạn"
    )
    unclear = row_of(desk, "1", PLAN, "Báo cáo", monthly, group="I\tĐã thực hiện: 1")
    assert done.completion is not None
    assert done.completion.instance == date(2023, 12, 25)
    assert (unclear.completion is None) is (RemarkKind.TURN_UNCLEAR in remarks_of(unclear))


def test_rows_without_a_document_have_the_one_said_beside_the_table(desk: Desk) -> None:
    text = lines(("TT", "Nội dung", "Thời hạn"), ("1", "Soạn Chỉ thị", "Tháng 3 năm 2024"))
    assert preview_pasted(desk, text).rows[0].kind is RowFate.PROBLEM
    (row,) = preview_pasted(desk, text, document="50/QĐ-UBND ngày 14/01/2022").rows
    assert row.assignment is not None
    assert row.assignment.document == Citation(number="50/QĐ-UBND", issued_on=date(2022, 1, 14))


def test_how_a_row_was_put_together_is_told(desk: Desk) -> None:
    text = lines(
        HEADINGS[:4],
        ("1", PLAN, "Kế hoạch", "10/01/2024"),
        ("", "", "phối hợp", ""),
        ("2", "", "Báo cáo", "15/01/2024"),
    )
    told = [
        [(remark.kind, remark.number) for remark in row.remarks]
        for row in preview_pasted(desk, text).rows
    ]
    assert told == [[(RemarkKind.ROW_JOINED, 3)], [(RemarkKind.DOCUMENT_TAKEN_OVER, 2)]]


def test_control_characters_are_removed_and_told(desk: Desk) -> None:
    row = row_of(desk, "1", "25/KH\u200b-UBND ngày\x00 24/5/2023", "Phối\x1b hợp")
    assert row.assignment is not None
    assert row.assignment.document.number == "25/KH-UBND"
    assert row.assignment.content == "Phối hợp"
    assert remarks_of(row) == [RemarkKind.CHARACTERS_REMOVED]


def test_a_table_is_entered_alike_on_each_engine(desk_on_each: Desk) -> None:
    enter_pasted(desk_on_each, preview_pasted(desk_on_each, APPENDIX))
    again = preview_pasted(desk_on_each, APPENDIX)
    assert [row.duplicate_of for row in again.rows] == [1, 2, 3, 4, 5]


CELLS = st.sampled_from(
    ["", "1", PLAN, "25/KH-UBND", "ngày 3/11/2023", "31/4/2023", "Phối hợp", "hằng tháng",
     "Đúng hạn", RESULT, "Đã thực hiện: 1", "\ud800", "\x00", "trong 9999 tháng", "01/01/1945",
     "45306"]
)  # fmt: skip


@settings(max_examples=40)
@given(st.lists(st.lists(CELLS, min_size=1, max_size=7), max_size=5))
def test_no_text_is_refused(rows: list[list[str]]) -> None:
    nowhere = Desk(location="", who="lan", today=TODAY, at=AT, policy=Policy())
    preview = preview_pasted(nowhere, lines(HEADINGS, *map(tuple, rows)))
    for row in preview.of_kind(RowFate.NEW):
        assert row.assignment is not None
        assert row.progress is not None
