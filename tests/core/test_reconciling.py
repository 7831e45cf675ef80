"""The province's list beside the register: what agrees, what differs, who lacks what, and why."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from tests.builders import (
    a_citation,
    a_completion,
    a_deadline,
    a_deadline_of,
    a_directive,
    an_assignment,
    an_extension,
    assessed_on,
    every_month,
)
from tests.two_lists import DUE, ours_of, theirs_of
from tracker.core.deadline import Deadline, DeadlineKind
from tracker.core.directive import Progress, State
from tracker.core.disagreeing import UnitNames
from tracker.core.events import Suspended
from tracker.core.matching import SameDocument
from tracker.core.membership import Membership
from tracker.core.reconciled import (
    Absence,
    AbsentTask,
    Aspect,
    Cause,
    ListPlace,
    OnlyOursCause,
    OnlyTheirsCause,
    OurTask,
    Reconciled,
    TheirTask,
)
from tracker.core.reconciling import reconciled
from tracker.core.slips import Slip
from tracker.core.successors import Successors

LATER = date(2024, 1, 31)
DONE = date(2023, 11, 27)
OTHER_WORDS = "Tổ chức hội nghị tổng kết mười năm"


def told(ours: OurTask, theirs: TheirTask, **more: Any) -> list[tuple[Aspect, Cause, Slip | None]]:
    """What differs between the two."""
    (pair,) = reconciled([ours], [theirs], **more).matched
    return [(one.aspect, one.cause, one.slip) for one in pair.disagreements]


def test_the_same_on_both_sides_agrees() -> None:
    outcome = reconciled([ours_of()], [theirs_of()])
    assert outcome.agrees
    assert (len(outcome.agreeing), outcome.ours_count, outcome.theirs_count) == (1, 1, 1)


@pytest.mark.parametrize(
    ("theirs", "slip"),
    [
        (date(2023, 10, 12), Slip.SWAPPED),
        (date(2024, 12, 10), Slip.YEAR),
        (date(2023, 12, 11), Slip.DIGIT),
        (date(2024, 2, 20), None),
    ],
)
def test_another_deadline_is_told_with_the_slip_it_looks_like(
    theirs: date, slip: Slip | None
) -> None:
    found = told(ours_of(), theirs_of(deadline=a_deadline(theirs)))
    assert found == [(Aspect.DEADLINE, Cause.OTHER_DEADLINE, slip)]


def test_a_deadline_from_before_our_extension_is_theirs_to_put_right() -> None:
    ours = ours_of(an_extension(LATER, approved_on=date(2023, 12, 5)))
    assert told(ours, theirs_of()) == [(Aspect.DEADLINE, Cause.EXTENSION_UNKNOWN, None)]
    assert told(ours, theirs_of(deadline=a_deadline(LATER))) == []
    other = theirs_of(deadline=a_deadline(date(2024, 3, 15)))
    assert told(ours, other) == [(Aspect.DEADLINE, Cause.EXTENDED_OTHERWISE, None)]


def test_an_extension_after_the_day_of_the_comparison_is_not_known_yet() -> None:
    ours = ours_of(an_extension(LATER, approved_on=date(2023, 12, 20)))
    assert told(ours, theirs_of()) == []


NO_DEADLINE = a_deadline(None)
ONGOING = a_deadline_of(DeadlineKind.ONGOING, "thường xuyên")
UNCLEAR = a_deadline_of(DeadlineKind.INVALID, "31/4/2023")
WHEN_APPROVED = a_deadline_of(DeadlineKind.CONDITIONAL, "sau khi phê duyệt")
END_OF_MONTH = Deadline(text="Tháng 12", kind=DeadlineKind.PERIOD_END, due_on=DUE)


@pytest.mark.parametrize(
    ("ours", "theirs", "cause"),
    [
        (a_deadline(DUE), END_OF_MONTH, None),
        (a_deadline(DUE), NO_DEADLINE, Cause.DEADLINE_MISSING_THERE),
        (NO_DEADLINE, a_deadline(DUE), Cause.DEADLINE_MISSING_HERE),
        (a_deadline(DUE), UNCLEAR, Cause.DEADLINE_UNCLEAR_THERE),
        (UNCLEAR, a_deadline(DUE), Cause.DEADLINE_UNCLEAR_HERE),
        (UNCLEAR, UNCLEAR, None),
        (ONGOING, ONGOING, None),
        (ONGOING, replace(ONGOING, text="Thường xuyên hằng năm"), None),
        (ONGOING, NO_DEADLINE, Cause.DEADLINE_MISSING_THERE),
        (NO_DEADLINE, replace(NO_DEADLINE, text="-"), None),
        (NO_DEADLINE, ONGOING, Cause.DEADLINE_MISSING_HERE),
        (WHEN_APPROVED, replace(WHEN_APPROVED, text="khi có kinh phí"), Cause.OTHER_DEADLINE),
        (WHEN_APPROVED, replace(WHEN_APPROVED, text="Sau khi phê duyệt"), None),
        (every_month(), every_month(), None),
        (every_month(), a_deadline(date(2023, 11, 25)), None),
        (every_month(), every_month(20), Cause.OTHER_DEADLINE),
    ],
)
def test_deadlines_are_compared_by_the_day_they_set_else_by_their_kind(
    ours: Deadline, theirs: Deadline, cause: Cause | None
) -> None:
    found = told(ours_of(deadline=ours), theirs_of(deadline=theirs, progress=None))
    assert [cause for _, cause, _ in found] == ([] if cause is None else [cause])


def test_a_list_without_deadlines_and_completions_tells_nothing_of_them() -> None:
    ours = ours_of(a_completion(DONE))
    assert told(ours, theirs_of(deadline=None, is_done=None)) == []


def test_a_completion_that_they_lack_is_to_be_told_them() -> None:
    ours = ours_of(a_completion(DONE))
    found = told(ours, theirs_of(progress=Progress.OVERDUE, claim="Quá hạn"))
    assert found == [
        (Aspect.COMPLETION, Cause.DONE_UNKNOWN_THERE, None),
        (Aspect.PROGRESS, Cause.FOLLOWS, None),
    ]


def test_what_an_issued_report_showed_as_done_is_said_to_have_been_reported() -> None:
    ours = ours_of(a_completion(DONE), why=Membership.REPORTED_BEFORE, is_expected=False)
    assert told(ours, theirs_of()) == [(Aspect.COMPLETION, Cause.DONE_REPORTED_BEFORE, None)]
    assert told(ours, theirs_of(is_done=True, completed_on=DONE)) == []


def test_a_completion_that_we_lack_is_to_be_recorded() -> None:
    found = told(
        ours_of(),
        theirs_of(is_done=True, completed_on=DONE, progress=Progress.ON_TIME, claim="Đúng hạn"),
    )
    assert found == [
        (Aspect.COMPLETION, Cause.DONE_UNKNOWN_HERE, None),
        (Aspect.PROGRESS, Cause.FOLLOWS, None),
    ]


def test_what_we_completed_after_the_day_is_not_missing_here() -> None:
    later = ours_of(a_completion(date(2023, 12, 12)))
    ours = replace(ours_of(), later=later.row)
    assert told(ours, theirs_of(is_done=True, claimed_progress=Progress.LATE)) == []
    assert told(ours, theirs_of()) == []


def test_two_days_of_completion_differ_and_a_day_that_is_not_told_does_not() -> None:
    ours = ours_of(a_completion(DONE))
    other = theirs_of(is_done=True, completed_on=date(2023, 11, 17))
    assert told(ours, other) == [(Aspect.COMPLETION, Cause.OTHER_DAY, Slip.DIGIT)]
    assert told(ours, theirs_of(is_done=True)) == []
    undated = ours_of(a_completion(None))
    assert told(undated, other) == [(Aspect.COMPLETION, Cause.DAY_UNKNOWN_HERE, None)]


def test_a_word_that_contradicts_their_own_dates_is_a_difference_of_its_own() -> None:
    theirs = theirs_of(
        deadline=a_deadline(date(2023, 12, 20)),
        claimed_progress=Progress.OVERDUE,
        progress=Progress.NOT_YET_DUE,
    )
    ours = ours_of(deadline=a_deadline(date(2023, 12, 20)))
    assert told(ours, theirs) == [(Aspect.PROGRESS, Cause.CLAIMED_OTHERWISE, None)]


def test_a_word_that_no_date_explains_does_not_follow_from_the_dates() -> None:
    theirs = theirs_of(
        deadline=a_deadline(date(2023, 12, 20)),
        claimed_progress=Progress.OVERDUE,
        progress=Progress.NOT_YET_DUE,
    )
    ours = ours_of(deadline=a_deadline(date(2023, 12, 30)))
    assert [cause for _, cause, _ in told(ours, theirs)] == [
        Cause.OTHER_DEADLINE,
        Cause.CLAIMED_OTHERWISE,
    ]


def test_what_was_suspended_or_withdrawn_on_one_side_is_told() -> None:
    suspended = ours_of(
        Suspended(effective_on=date(2023, 12, 1), authority=a_citation("96/UBND-NC")),
    )
    assert told(suspended, theirs_of(progress=Progress.OVERDUE)) == [
        (Aspect.PROGRESS, Cause.SUSPENDED_HERE, None)
    ]
    there = theirs_of(claimed_progress=Progress.SUSPENDED)
    assert told(suspended, there) == []
    assert told(ours_of(), there) == [(Aspect.PROGRESS, Cause.SUSPENDED_THERE, None)]
    gone = theirs_of(claimed_progress=Progress.WITHDRAWN, claimed_state=State.WITHDRAWN)
    assert told(ours_of(), gone) == [(Aspect.PROGRESS, Cause.WITHDRAWN_THERE, None)]


def test_units_differ_only_where_both_name_a_division() -> None:
    names = UnitNames(own=frozenset({"so kh&cn"}), successors=Successors({"Phòng Cũ": "Phòng Mới"}))
    ours = ours_of(unit="Phòng Mới")
    for same in ("", "Sở KH&CN", "PHÒNG CŨ", "Phòng mới"):
        assert told(ours, theirs_of(unit=same), names=names) == []
    other = theirs_of(unit="Văn phòng")
    assert told(ours, other, names=names) == [(Aspect.UNIT, Cause.OTHER_UNIT, None)]


@pytest.mark.parametrize("due", [DUE, date(2023, 12, 20)])
def test_that_it_is_going_on_contradicts_no_judgement_of_what_is_open(due: date) -> None:
    theirs = theirs_of(
        deadline=a_deadline(due),
        claim="Đang thực hiện",
        claimed_state=State.IN_PROGRESS,
        progress=Progress.OVERDUE if due == DUE else Progress.NOT_YET_DUE,
    )
    aspects = [aspect for aspect, _, _ in told(ours_of(), theirs)]
    assert aspects == ([] if due == DUE else [Aspect.DEADLINE])
    judged = replace(theirs, claim="Trong hạn", claimed_progress=theirs.progress)
    assert (Aspect.PROGRESS in [it for it, _, _ in told(ours_of(), judged)]) == (due != DUE)
    done = told(ours_of(a_completion(DONE)), theirs)
    assert (Aspect.PROGRESS, Cause.FOLLOWS, None) in done


US = UnitNames(
    own=frozenset({"so khoa hoc va cong nghe", "so kh&cn", "khcn"}),
    divisions=frozenset({"ban quan ly du an"}),
)
NAMED = theirs_of(
    line=9,
    content=OTHER_WORDS,
    number="1/KH-UBND",
    key="1/kh-ubnd",
    unit="Sở Khoa học và Công nghệ",
)


def led_by(unit: str, *others: TheirTask) -> list[Cause]:
    """What is told of the task where their list says that some office leads it."""
    found = reconciled([ours_of()], [theirs_of(unit=unit), *others], names=US)
    return [one.cause for pair in found.matched for one in pair.disagreements]


@pytest.mark.parametrize("unit", ["Sở Nội vụ", "UBND huyện Lục Nam", "Công an tỉnh", "Sở KH&ĐT"])
def test_another_office_that_leads_is_a_difference(unit: str) -> None:
    assert led_by(unit, NAMED) == [Cause.OTHER_LEAD]
    assert led_by(unit) == []


@pytest.mark.parametrize(
    "unit",
    ["Sở KHCN", "SỞ KH & CN", "Sở KH-CN", "Sở KH và CN", "KHCN", "SKHCN", "KH&CN",
     "Khoa học và Công nghệ", "Sở Khoa học - Công nghệ", "Sở Khoa học và Công nghệ tỉnh Bắc Giang",
     "Văn phòng Sở KH&CN", "Sở KHCN; Sở Tài chính", "Chi cục Đo lường (Sở KHCN)",
     "Phòng Quản lý công nghệ", "Văn phòng", "Thanh tra", "Ban Quản lý dự án", ""],
)  # fmt: skip
def test_the_office_by_whatever_name_and_its_divisions_are_no_other_office(unit: str) -> None:
    assert led_by(unit, NAMED) == []


def test_whoever_the_register_has_as_leading_too_is_no_difference() -> None:
    ours = ours_of(unit="Sở Nội vụ")
    found = reconciled([ours], [theirs_of(unit="Sở nội vụ"), NAMED], names=US)
    assert [pair.agrees for pair in found.matched] == [True]


def test_a_guess_across_documents_is_a_difference_of_the_document() -> None:
    content = "Lập danh mục các thủ tục hành chính còn thiếu trên hệ thống một cửa"
    ours = ours_of(content=content)
    theirs = theirs_of(
        content=content, number="6430/UBND-NC", key="6430/ubnd-nc", issued_on=date(2023, 3, 11)
    )
    outcome = reconciled([ours], [theirs])
    (pair,) = outcome.matched
    assert pair.match.document is SameDocument.NOTHING
    assert not outcome.agrees
    assert told(ours, theirs) == [
        (Aspect.NUMBER, Cause.OTHER_NUMBER, None),
        (Aspect.ISSUED, Cause.OTHER_DATE, Slip.SWAPPED),
    ]


def test_a_row_without_a_date_differs_in_nothing_by_that() -> None:
    (pair,) = reconciled([ours_of()], [theirs_of(issued_on=None)]).matched
    assert (pair.match.document, pair.agrees) == (SameDocument.NUMBER, True)


def only_ours(*ours: OurTask, theirs: tuple[TheirTask, ...] = ()) -> list[OnlyOursCause]:
    return [one.cause for one in reconciled(ours, theirs).only_ours]


def test_what_they_lack_is_told_with_the_likely_reason() -> None:
    other = theirs_of(number="1/KH-UBND", key="1/kh-ubnd", content=OTHER_WORDS)
    known = theirs_of(content=OTHER_WORDS)
    first = theirs_of(line=4)
    second = ours_of(id=2, content="Báo cáo kết quả chuyển đổi số")
    assert only_ours(ours_of(), theirs=(other,)) == [OnlyOursCause.UNKNOWN]
    assert only_ours(ours_of(), second, theirs=(first, known)) == [OnlyOursCause.DOCUMENT_LISTED]
    late = ours_of(assigned_on=date(2023, 12, 1))
    assert only_ours(late, theirs=(other,)) == [OnlyOursCause.ASSIGNED_AFTER_LIST]
    assert only_ours(ours_of(a_completion(DONE)), theirs=(other,)) == [OnlyOursCause.DONE]
    halted = Suspended(effective_on=date(2023, 12, 1), authority=a_citation("96/UBND-NC"))
    assert only_ours(ours_of(halted), theirs=(other,)) == [OnlyOursCause.SUSPENDED]


def test_what_their_list_need_not_have_is_not_missing() -> None:
    ours = ours_of(a_completion(DONE), why=Membership.REPORTED_BEFORE, is_expected=False)
    outcome = reconciled([ours], [])
    assert (outcome.only_ours, outcome.ours_count, outcome.agrees) == ((), 0, True)


def test_a_recurring_task_that_they_name_once_is_not_missing_by_its_other_turns() -> None:
    directive = a_directive(
        a_completion(date(2023, 11, 24), instance=date(2023, 11, 25)),
        assignment=an_assignment(deadline=every_month()),
    )
    turns = [
        OurTask(row=row, membership=Membership.OPEN, is_expected=True)
        for row in assessed_on(directive)
    ]
    assert len(turns) == 2
    outcome = reconciled(turns, [theirs_of(deadline=every_month())])
    (pair,) = outcome.matched
    assert pair.ours.row.facts.instance == date(2023, 12, 25)
    assert (outcome.only_ours, outcome.turns_apart, outcome.ours_count) == ((), 1, 2)


def only_theirs(outcome: Reconciled) -> OnlyTheirsCause:
    (one,) = outcome.only_theirs
    return one.cause


def test_what_we_withdrew_or_only_support_is_not_ours_to_report() -> None:
    for why, cause in (
        (Membership.WITHDRAWN, OnlyTheirsCause.WITHDRAWN),
        (Membership.SUPPORTING, OnlyTheirsCause.SUPPORTING),
    ):
        ours = ours_of(why=why, is_expected=False)
        assert only_theirs(reconciled([ours], [theirs_of()])) is cause


@pytest.mark.parametrize(
    ("why", "cause"),
    [
        (Absence.VOIDED, OnlyTheirsCause.VOIDED),
        (Absence.ASSIGNED_LATER, OnlyTheirsCause.ASSIGNED_LATER),
    ],
)
def test_what_is_not_in_the_register_on_the_day_is_told_by_its_id(
    why: Absence, cause: OnlyTheirsCause
) -> None:
    absent = AbsentTask(
        id=7,
        key="6340/ubnd-nc",
        document=a_citation(),
        content="Rà soát thủ tục hành chính",
        is_secret=False,
        why=why,
    )
    outcome = reconciled([], [theirs_of()], absent=[absent])
    (one,) = outcome.only_theirs
    assert (one.cause, one.absent) == (cause, absent)


def test_a_living_task_goes_before_one_that_was_voided() -> None:
    absent = AbsentTask(
        id=7, key="6340/ubnd-nc", document=a_citation(), content="Rà soát thủ tục hành chính",
        is_secret=False, why=Absence.VOIDED,
    )  # fmt: skip
    assert reconciled([ours_of()], [theirs_of()], absent=[absent]).agrees


def test_what_stands_twice_in_their_list_is_told_of_the_second() -> None:
    outcome = reconciled([ours_of()], [theirs_of(line=9), theirs_of(line=5)])
    (one,) = outcome.only_theirs
    assert (one.cause, one.theirs.place.line) == (OnlyTheirsCause.REPEATED, 9)
    assert one.repeats == ListPlace(table=0, line=5)


def test_a_repeated_row_points_at_the_one_that_was_matched() -> None:
    ours = ours_of(a_completion(DONE))
    done = theirs_of(line=9, is_done=True, completed_on=DONE)
    outcome = reconciled([ours], [theirs_of(line=5), done])
    (one,) = outcome.only_theirs
    assert (one.theirs.place.line, one.repeats) == (5, done.place)


def test_a_task_of_another_office_is_known_by_the_office_named() -> None:
    names = UnitNames(own=frozenset({"so kh&cn"}))
    mine = theirs_of(line=4, unit="Sở KH&CN")
    other = theirs_of(content=OTHER_WORDS, number="1/KH-UBND", key="1/kh-ubnd", unit="Sở Tài chính")
    outcome = reconciled([ours_of()], [mine, other], names=names)
    assert only_theirs(outcome) is OnlyTheirsCause.FOR_OTHERS
    assert only_theirs(reconciled([], [other], names=names)) is OnlyTheirsCause.UNKNOWN


def test_another_task_of_a_document_that_we_have_is_told_with_ours() -> None:
    other = theirs_of(line=6, content=OTHER_WORDS)
    (one,) = reconciled([ours_of()], [theirs_of(), other]).only_theirs
    assert (one.cause, one.ids) == (OnlyTheirsCause.DOCUMENT_KNOWN, (1,))


def test_a_row_that_cannot_be_read_still_keeps_ours_from_being_missing() -> None:
    outcome = reconciled([ours_of()], [theirs_of(is_unread=True)])
    (one,) = outcome.unread
    assert one.ours is not None
    assert (outcome.only_ours, outcome.agrees) == ((), False)
    assert (outcome.ours_count, outcome.theirs_count) == (1, 1)


def test_whatever_is_of_a_secret_document_is_marked_secret() -> None:
    ours = ours_of(is_secret=True)
    rows = [theirs_of(), theirs_of(line=6, content=OTHER_WORDS), theirs_of(line=7, issued_on=None)]
    outcome = reconciled([ours], rows)
    marked = [one.theirs.is_secret for one in outcome.matched]
    marked += [one.theirs.is_secret for one in outcome.only_theirs]
    assert marked == [True] * 3
    assert not reconciled([ours_of()], rows).matched[0].theirs.is_secret


def test_a_row_that_seems_to_be_a_secret_one_is_taken_for_it() -> None:
    content = "Lập danh mục các thủ tục hành chính còn thiếu trên hệ thống một cửa"
    theirs = theirs_of(content=content, number="6430/UBND-NC", key="6430/ubnd-nc")
    (pair,) = reconciled([ours_of(content=content, is_secret=True)], [theirs]).matched
    assert pair.match.is_guess
    assert pair.theirs.is_secret


def test_every_row_of_theirs_is_in_one_part_in_its_order() -> None:
    rows = [theirs_of(line=line, is_unread=line == 3) for line in (8, 3, 5)]
    outcome = reconciled([ours_of()], rows)
    assert outcome.theirs_count == 3
    assert [one.theirs.place.line for one in outcome.only_theirs] == [8]


def test_a_progress_that_they_do_not_claim_is_told_by_its_dates_alone() -> None:
    theirs = theirs_of(is_done=True, completed_on=DONE, progress=Progress.ON_TIME)
    assert told(ours_of(), theirs) == [(Aspect.COMPLETION, Cause.DONE_UNKNOWN_HERE, None)]
