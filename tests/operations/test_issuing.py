"""A report that went out stays as it went out."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from threading import Barrier

import pytest

from tests.operations.reports_issued import (
    DECEMBER,
    JANUARY,
    WHOLE,
    drawn,
    issue_on,
    later,
    numbers_done,
    without_reported,
)
from tracker.core.layout import RowChoice
from tracker.core.membership import Membership
from tracker.core.periods import CutOff, ReportingPeriod, UnreadablePeriod, parse_period
from tracker.core.rules import DeadlinePolicy, Policy
from tracker.operations.correcting import Correction, edit
from tracker.operations.desk import Desk
from tracker.operations.issuing import (
    AlreadyIssued,
    AlreadyRetracted,
    IssuedAhead,
    IssueRequest,
    NotIssuable,
    NotIssued,
    contents_as_issued,
    gather_live,
    in_force,
    issue,
    issued_file,
    list_issued,
    parse_which,
    retract,
)
from tracker.operations.progressing import Completion, Ruling, by_document, done
from tracker.operations.typed import EmptyText
from tracker.operations.undoing import undo
from tracker.store.errors import NoRegister
from tracker.store.issued import NoSuchReport


def test_an_issued_report_comes_back_to_the_byte_and_row_for_row(office: Desk) -> None:
    issued = issue_on(office, DECEMBER)
    edit(office, "3149/UBND-NC", Correction(unit="Phòng Tổ chức"))
    found = in_force(office, DECEMBER)
    assert found == issued.report
    assert issued_file(office, issued.report) == drawn(issued.contents)
    assert contents_as_issued(office, issued.report) == issued.contents


def test_what_a_report_showed_as_done_the_next_one_does_not_show_again(office: Desk) -> None:
    december = issue_on(office, DECEMBER)
    in_january = later(office, JANUARY.ends_on)
    done(in_january, "30/KH-UBND", Completion(result="12/BC-KHCN ngày 05/01/2024"))
    january = issue_on(in_january, JANUARY)
    assert numbers_done(december.contents) == {"6340/UBND-NC", "333/TB-UBND"}
    assert numbers_done(january.contents) == {"30/KH-UBND"}
    left_out = {row.document.number: why for row, why in january.contents.left_out}
    assert left_out == dict.fromkeys(("6340/UBND-NC", "333/TB-UBND"), Membership.REPORTED_BEFORE)


def test_what_earlier_reports_showed_is_not_kept_once_more(office: Desk) -> None:
    issue_on(office, DECEMBER)
    in_january = later(office, JANUARY.ends_on)
    ruling = Ruling(by="9/UBND-NC ngày 12/12/2023")
    by_document(in_january, "31/KH-UBND", ruling, name="withdraw")
    january = issue_on(in_january, JANUARY)
    found = contents_as_issued(office, january.report)
    assert found == without_reported(january.contents) != january.contents
    assert [why for _, why in found.left_out] == [Membership.WITHDRAWN]


def test_a_completion_entered_after_its_report_is_in_the_next(office: Desk) -> None:
    issue_on(office, DECEMBER)
    in_january = later(office, JANUARY.ends_on)
    done(in_january, "25/KH-UBND", Completion(result="12/BC-KHCN ngày 10/12/2023"))
    january = issue_on(in_january, JANUARY)
    assert numbers_done(january.contents) == {"25/KH-UBND"}


def test_a_quarter_shows_again_what_its_months_showed(office: Desk) -> None:
    issue_on(office, DECEMBER)
    quarter = parse_period("Q4/2023", cut_off=CutOff.DECREE)
    assert numbers_done(issue_on(office, quarter).contents) == {"6340/UBND-NC", "333/TB-UBND"}


def test_a_second_report_on_a_period_is_refused(office: Desk) -> None:
    first = issue_on(office, DECEMBER)
    with pytest.raises(AlreadyIssued) as caught:
        issue_on(office, DECEMBER)
    assert caught.value.report == first.report
    assert list_issued(office) == (first.report,)


def test_a_retracted_report_makes_room_for_another(office: Desk) -> None:
    first = issue_on(office, DECEMBER)
    taken = retract(office, DECEMBER, reason="sai số liệu")
    assert taken.retraction is not None
    assert (taken.id, taken.retraction.reason) == (first.report.id, "sai số liệu")
    second = issue_on(office, DECEMBER)
    assert numbers_done(second.contents) == {"6340/UBND-NC", "333/TB-UBND"}
    assert list_issued(office) == (second.report,)
    assert [one.id for one in list_issued(office, with_retracted=True)] == [1, 2]
    assert issued_file(office, first.report) == drawn(first.contents)


def test_december_issued_anew_does_not_show_what_january_showed(office: Desk) -> None:
    issue_on(office, DECEMBER)
    in_january = later(office, JANUARY.ends_on)
    done(in_january, "25/KH-UBND", Completion(result="12/BC-KHCN ngày 10/12/2023"))
    issue_on(in_january, JANUARY)
    retract(in_january, DECEMBER, reason="sai số liệu")
    anew = issue_on(in_january, DECEMBER)
    assert numbers_done(anew.contents) == {"6340/UBND-NC", "333/TB-UBND"}


def test_a_report_is_retracted_once_and_with_a_reason(office: Desk) -> None:
    issue_on(office, DECEMBER)
    with pytest.raises(EmptyText) as caught:
        retract(office, 1, reason=" ")
    assert caught.value.field == "retract_reason"
    retract(office, 1, reason="sai số liệu")
    with pytest.raises(AlreadyRetracted):
        retract(office, 1, reason="sai số liệu")
    with pytest.raises(NotIssued) as not_issued:
        retract(office, DECEMBER, reason="sai số liệu")
    assert not_issued.value.period == DECEMBER
    with pytest.raises(NoSuchReport):
        retract(office, 7, reason="sai số liệu")


def test_a_retraction_can_be_undone(office: Desk) -> None:
    issued = issue_on(office, DECEMBER)
    retract(office, DECEMBER, reason="sai số liệu")
    assert undo(office).reports == (issued.report.id,)
    assert in_force(office, DECEMBER) == issued.report


def test_a_layout_that_leaves_rows_out_is_not_issued(office: Desk) -> None:
    partial = replace(WHOLE, name="chi-viec-cho-lam", rows=RowChoice.OPEN)
    with pytest.raises(NotIssuable) as caught:
        issue_on(office, DECEMBER, layout=partial)
    assert caught.value.layout == "chi-viec-cho-lam"


def test_nothing_is_issued_as_of_a_day_to_come(office: Desk) -> None:
    with pytest.raises(IssuedAhead) as caught:
        issue_on(office, JANUARY)
    assert (caught.value.as_of, caught.value.today) == (JANUARY.ends_on, office.today)


@pytest.mark.parametrize("moment", ["drawing", "writing"])
@pytest.mark.parametrize("trouble", [FileNotFoundError, KeyboardInterrupt])
def test_a_file_that_cannot_be_made_issues_nothing(
    office: Desk, moment: str, trouble: type[BaseException]
) -> None:
    def fail(_: object) -> bytes:
        raise trouble

    with pytest.raises(trouble):
        issue(
            office,
            IssueRequest(
                period=DECEMBER,
                as_of=DECEMBER.ends_on,
                layout=WHOLE,
                format="xlsx",
                file_name="phu-luc.xlsx",
            ),
            draw=fail if moment == "drawing" else drawn,
            write=fail if moment == "writing" else len,
        )
    assert list_issued(office, with_retracted=True) == ()
    assert issue_on(office, DECEMBER).report.id >= 1


def test_the_file_is_written_with_what_is_kept(office: Desk) -> None:
    written: list[bytes] = []

    def write(content: bytes) -> str:
        written.append(content)
        return "written"

    issued, told = issue(
        office,
        IssueRequest(
            period=DECEMBER,
            as_of=DECEMBER.ends_on,
            layout=WHOLE,
            format="json",
            file_name="phu-luc.json",
            number=" 369/BC-KHCN\x07 ",
            dated_on=date(2023, 12, 16),
        ),
        draw=drawn,
        write=write,
    )
    assert told == "written"
    assert written == [issued_file(office, issued.report)]
    report = issued.report
    assert (report.number, report.dated_on) == ("369/BC-KHCN", date(2023, 12, 16))
    assert (report.file_name, report.format, report.layout) == (
        "phu-luc.json",
        "json",
        WHOLE.name,
    )


def test_a_report_remembers_the_rules_it_was_made_by(office: Desk) -> None:
    policy = Policy(deadline_policy=DeadlinePolicy.NEXT_WORKING_DAY, due_soon_days=3)
    issued = issue_on(replace(office, policy=policy), DECEMBER, until=date(2023, 10, 31))
    assert numbers_done(issued.contents) == {"6340/UBND-NC"}
    assert issued.report.terms.policy == policy
    assert issued.report.terms.reported_until == date(2023, 10, 31)


def test_a_report_looked_at_anew_says_what_one_issued_now_would(office: Desk) -> None:
    live = gather_live(office, DECEMBER, as_of=DECEMBER.ends_on, until=None)
    assert issue_on(office, DECEMBER).contents == live
    assert gather_live(office, DECEMBER, as_of=DECEMBER.ends_on, until=None) == live


def test_reports_of_a_register_that_is_not_there_are_not_looked_for(desk: Desk) -> None:
    with pytest.raises(NoRegister):
        list_issued(desk)
    with pytest.raises(NoRegister):
        issue_on(desk, DECEMBER)


@pytest.mark.parametrize(
    ("typed", "which"),
    [
        ("12/2023", DECEMBER),
        (" 2023-12 ", DECEMBER),
        ("#3", 3),
        ("3", 3),
        ("#2023", 2023),
        ("2023", parse_period("2023", cut_off=CutOff.DECREE)),
        ("9999", 9999),
    ],
)
def test_a_report_is_named_by_its_period_or_its_id(
    typed: str, which: int | ReportingPeriod
) -> None:
    assert parse_which(typed, cut_off=CutOff.DECREE) == which


@pytest.mark.parametrize("typed", ["", "#", "tháng mười", "#x", "-3"])
def test_what_names_no_report_is_refused(typed: str) -> None:
    with pytest.raises(UnreadablePeriod):
        parse_which(typed, cut_off=CutOff.DECREE)


def test_of_two_who_issue_at_once_one_is_told_of_the_other(office: Desk) -> None:
    together = Barrier(2)

    def issuing(who: str) -> str:
        together.wait()
        try:
            return issue_on(replace(office, who=who), DECEMBER).report.issued_by
        except AlreadyIssued as refused:
            return f"sau {refused.report.issued_by}"

    with ThreadPoolExecutor(2) as pool:
        told = sorted(pool.map(issuing, ("binh", "lan")))
    (report,) = list_issued(office, with_retracted=True)
    assert told == sorted([report.issued_by, f"sau {report.issued_by}"])
