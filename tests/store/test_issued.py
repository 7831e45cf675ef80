"""What is kept of the reports that were issued, on both engines."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import text

from tests.builders import a_completion
from tests.store.registers import AT, WHO, add, append, reading_of, take_back
from tracker.core.membership import Membership, ReportedSoFar, membership
from tracker.core.periods import CutOff, ReportingPeriod, free_period, parse_period
from tracker.core.report import ReportContents, report_contents
from tracker.core.rules import DeadlinePolicy, Policy
from tracker.store.database import Store
from tracker.store.issued import (
    DamagedIssue,
    IssuedReport,
    NoSuchReport,
    Retraction,
    Terms,
    fingerprint,
    frozen_contents,
    issued_content,
    issued_report,
    issued_reports,
    issued_rows,
    report_in_force,
)
from tracker.store.issuing import IssuedFile, insert_report, insert_retraction
from tracker.store.listing import assessed
from tracker.store.reported import reported_rows
from tracker.store.rows import Reading
from tracker.store.writing import change, instant

NOVEMBER = parse_period("11/2023", cut_off=CutOff.DECREE)
DECEMBER = parse_period("12/2023", cut_off=CutOff.DECREE)
JANUARY = parse_period("01/2024", cut_off=CutOff.DECREE)
QUARTER = parse_period("Q4/2023", cut_off=CutOff.DECREE)

FILE = IssuedFile(
    content=b"PK\x00\xff the very file",
    file_name="phu-luc-2023-12.xlsx",
    format="xlsx",
    layout="appendix",
    number="369/BC-KHCN",
    dated_on=date(2023, 12, 16),
)
TERMS = Terms(
    policy=Policy(deadline_policy=DeadlinePolicy.NEXT_WORKING_DAY, due_soon_days=3),
    reported_until=date(2023, 10, 1),
    with_supporting=True,
)


def contents_of(reading: Reading, period: ReportingPeriod) -> ReportContents:
    rows = assessed(reading, as_of=period.ends_on, policy=TERMS.policy)
    judged = [
        (row, membership(row, period_starts_on=period.starts_on, reported=ReportedSoFar()))
        for row in rows
    ]
    return report_contents(period, period.ends_on, judged=judged)


def issue(store: Store, period: ReportingPeriod = DECEMBER) -> IssuedReport:
    with change(store, name="issue", who=WHO, at=AT) as work:
        contents = contents_of(work.reading, period)
        return insert_report(work, contents, file=FILE, terms=TERMS)


def retract(store: Store, id: int, *, who: str = WHO) -> IssuedReport:
    with change(store, name="retract", who=who, at=AT) as work:
        return insert_retraction(work, id, reason="sai số liệu")


def damage(store: Store, table: str, column: str, value: object) -> None:
    """What only somebody past the program can do: the register itself refuses it."""
    with store.transaction() as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(text("SET session_replication_role = replica"))
        else:
            found = "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = :table"
            for (trigger,) in connection.execute(text(found), {"table": table}).all():
                connection.execute(text(f"DROP TRIGGER {trigger}"))
        connection.execute(text(f"UPDATE {table} SET {column} = :value"), {"value": value})


def keys(found: Iterable[tuple[int, date | None, int]]) -> set[int]:
    return {id for id, _, _ in found}


def done(store: Store, on: date = date(2023, 12, 5)) -> int:
    directive = add(store)
    append(store, directive, a_completion(on, result_text="1514/KHCN-VP"))
    return directive.id


def test_a_report_is_kept_with_all_that_is_known_of_it(store: Store) -> None:
    done(store)
    report = issue(store)
    assert report == IssuedReport(
        id=1,
        operation_id=3,
        period=DECEMBER,
        as_of=DECEMBER.ends_on,
        layout="appendix",
        number="369/BC-KHCN",
        dated_on=date(2023, 12, 16),
        file_name="phu-luc-2023-12.xlsx",
        format="xlsx",
        sha256=fingerprint(FILE.content),
        totals=report.totals,
        terms=TERMS,
        issued_by=WHO,
        issued_at=instant(AT),
        last_event_id=2,
        last_operation_id=3,
    )
    assert report.totals["total"] == 1
    with reading_of(store) as reading:
        assert issued_report(reading, 1) == report
        assert issued_reports(reading) == (report,)


def test_what_was_not_said_of_a_report_stays_unsaid(store: Store) -> None:
    with change(store, name="issue", who=WHO, at=AT) as work:
        bare = replace(FILE, number="", dated_on=None)
        contents = contents_of(work.reading, DECEMBER)
        report = insert_report(work, contents, file=bare, terms=Terms(policy=Policy()))
    assert (report.number, report.dated_on, report.last_event_id) == ("", None, 0)
    assert report.terms == Terms(policy=Policy())


def test_the_file_comes_back_to_the_byte(store: Store) -> None:
    issue(store)
    with reading_of(store) as reading:
        assert issued_content(reading, 1) == FILE.content


def test_the_rows_come_back_as_they_were_judged_whatever_happens_later(store: Store) -> None:
    first = add(store)
    withdrawn = add(store)
    done(store)
    with reading_of(store) as reading:
        before = contents_of(reading, DECEMBER)
    issue(store)
    append(store, first, a_completion(date(2023, 12, 6)))
    append(store, withdrawn, a_completion(date(2023, 12, 7)))
    with reading_of(store) as reading:
        assert frozen_contents(reading, 1) == before
        assert issued_rows(reading, 1) == before.judged
        assert contents_of(reading, DECEMBER) != before


def test_a_file_that_is_not_what_was_issued_is_found_out(store: Store) -> None:
    issue(store)
    damage(store, "issued_report", "content", b"another file")
    with reading_of(store) as reading, pytest.raises(DamagedIssue) as caught:
        issued_content(reading, 1)
    assert (caught.value.id, caught.value.period_key) == (1, "2023-12")


@pytest.mark.parametrize(
    ("table", "column", "value"),
    [
        ("issued_report", "totals", json.dumps({"total": 7})),
        ("issued_report", "totals", "no JSON"),
        ("issued_report", "settings", "{}"),
        ("issued_report", "period_key", "2023-11"),
        ("issued_report", "period_key", "no period"),
        ("issued_row", "payload", "{}"),
        ("issued_row", "payload", "no JSON"),
        ("issued_row", "membership", "no reason"),
    ],
)
def test_rows_that_are_not_what_was_issued_are_found_out(
    store: Store, table: str, column: str, value: str
) -> None:
    done(store)
    issue(store)
    damage(store, table, column, value)
    with reading_of(store) as reading, pytest.raises(DamagedIssue):
        frozen_contents(reading, 1)


@pytest.mark.parametrize("id", [0, -1, 2, 10**12])
def test_a_report_that_was_never_issued_is_not_found(store: Store, id: int) -> None:
    issue(store)
    with reading_of(store) as reading:
        for look in (issued_report, issued_content, frozen_contents):
            with pytest.raises(NoSuchReport):
                look(reading, id)


def test_a_retracted_report_is_kept_but_not_in_force(store: Store) -> None:
    issue(store)
    report = retract(store, 1)
    assert report.retraction == Retraction(reason="sai số liệu", who=WHO, at=instant(AT))
    assert not report.is_in_force
    with reading_of(store) as reading:
        assert report_in_force(reading, DECEMBER) is None
        assert issued_reports(reading) == ()
        assert issued_reports(reading, with_retracted=True) == (report,)
        assert issued_content(reading, 1) == FILE.content


def test_a_retraction_taken_back_puts_the_report_in_force_again(store: Store) -> None:
    report = issue(store)
    retract(store, 1)
    take_back(store)
    with reading_of(store) as reading:
        assert report_in_force(reading, DECEMBER) == report
    retract(store, 1)
    with reading_of(store) as reading:
        assert len(issued_reports(reading, with_retracted=True)) == 1
        assert report_in_force(reading, DECEMBER) is None


def test_a_period_is_known_by_its_name_wherever_it_is_cut_off(store: Store) -> None:
    report = issue(store)
    calendar = parse_period("12/2023", cut_off=CutOff.CALENDAR)
    with reading_of(store) as reading:
        assert report_in_force(reading, calendar) == report
        assert report_in_force(reading, NOVEMBER) is None
        assert report_in_force(reading, QUARTER) is None


def test_what_a_report_shows_as_done_is_reported_for_the_others(store: Store) -> None:
    add(store)
    shown = done(store)
    issue(store)
    with reading_of(store) as reading:
        itself = reported_rows(reading, DECEMBER, until=None)
        next_month = reported_rows(reading, JANUARY, until=date(2023, 10, 1))
        month_before = reported_rows(reading, NOVEMBER, until=None)
        quarter = reported_rows(reading, QUARTER, until=None)
        next_quarter = reported_rows(
            reading, parse_period("Q1/2024", cut_off=CutOff.DECREE), until=None
        )
    assert itself == ReportedSoFar()
    assert next_month.until == date(2023, 10, 1)
    assert keys(next_month.rows) == keys(next_month.same_kind_rows) == {shown}
    assert (keys(month_before.rows), keys(month_before.same_kind_rows)) == (set(), {shown})
    assert (keys(quarter.rows), keys(quarter.same_kind_rows)) == (set(), set())
    assert (keys(next_quarter.rows), keys(next_quarter.same_kind_rows)) == ({shown}, set())


def test_what_a_retracted_report_shows_is_not_reported(store: Store) -> None:
    done(store)
    issue(store)
    retract(store, 1)
    with reading_of(store) as reading:
        assert reported_rows(reading, JANUARY, until=None) == ReportedSoFar()
    take_back(store)
    with reading_of(store) as reading:
        assert keys(reported_rows(reading, JANUARY, until=None).rows) == {1}


def test_the_state_of_reporting_before_an_operation_can_be_asked_for(store: Store) -> None:
    shown = done(store)
    issued = issue(store)
    retracted = issued.operation_id + 1
    retract(store, issued.id)
    taken_back = retracted + 1
    take_back(store)

    def reported(before: int) -> set[int]:
        with reading_of(store) as reading:
            return keys(reported_rows(reading, JANUARY, until=None, before=before).rows)

    assert reported(issued.operation_id) == set()
    assert reported(retracted) == {shown}
    assert reported(taken_back) == set()
    assert reported(taken_back + 1) == {shown}


def test_a_range_shows_again_what_another_within_it_showed(store: Store) -> None:
    shown = done(store)
    week = free_period(date(2023, 12, 4), date(2023, 12, 10))
    issue(store, week)
    with reading_of(store) as reading:
        around = reported_rows(
            reading, free_period(date(2023, 12, 1), date(2023, 12, 31)), until=None
        )
        after = reported_rows(
            reading, free_period(date(2023, 12, 11), date(2023, 12, 17)), until=None
        )
    assert around == ReportedSoFar()
    assert keys(after.same_kind_rows) == {shown}


def test_each_completion_of_a_directive_is_reported_by_itself(store: Store) -> None:
    id = done(store)
    with reading_of(store) as reading:
        (row,) = assessed(reading, as_of=DECEMBER.ends_on, policy=TERMS.policy)
    again = replace(row, facts=replace(row.facts, reopen_count=1))
    with change(store, name="issue", who=WHO, at=AT) as work:
        judged = [(again, Membership.COMPLETED_IN_PERIOD)]
        contents = report_contents(DECEMBER, DECEMBER.ends_on, judged=judged)
        insert_report(work, contents, file=FILE, terms=TERMS)
    with reading_of(store) as reading:
        assert reported_rows(reading, JANUARY, until=None).rows == {(id, None, 1)}
