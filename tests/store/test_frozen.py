"""What is kept of an issued report is the whole report."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests import lives
from tests.builders import a_citation, a_directive, an_assignment, assessed_on
from tests.store.test_payload import CITATIONS, DEADLINES, TEXTS
from tracker.core.assessed import AssessedDirective
from tracker.core.membership import Membership, ReportedSoFar, membership
from tracker.core.periods import (
    CutOff,
    PeriodKind,
    ReportingPeriod,
    free_period,
    parse_period,
)
from tracker.core.report import ReportContents, report_contents
from tracker.store.frozen import (
    DoesNotThaw,
    frozen,
    frozen_totals,
    thawed_contents,
    thawed_period,
    thawed_row,
)

DECEMBER = parse_period("12/2023", cut_off=CutOff.DECREE)


@st.composite
def rows(draw: st.DrawFn) -> tuple[AssessedDirective, ...]:
    """What a directive's life amounts to on a day, with texts of every sort in it."""
    directive = draw(lives.lives())
    return tuple(
        replace(
            row,
            content=draw(TEXTS),
            assigned_deadline=draw(DEADLINES),
            result_documents=tuple(draw(st.lists(CITATIONS, max_size=2))),
            supporting_units=tuple(draw(st.lists(TEXTS, max_size=2))),
            is_supporting=draw(st.booleans()),
            is_secret=draw(st.booleans()),
            facts=replace(
                row.facts,
                extended_by=draw(st.none() | CITATIONS),
                reopen_count=draw(st.integers(0, 3)),
            ),
        )
        for row in assessed_on(directive, draw(lives.days()))
    )


@st.composite
def contents(draw: st.DrawFn) -> ReportContents:
    """A report on random lives."""
    as_of = draw(lives.days())
    found = [
        replace(row, id=id)
        for id, directive in enumerate(draw(st.lists(lives.lives(), max_size=4)), start=1)
        for row in assessed_on(directive, as_of)
    ]
    until = draw(st.none() | lives.days())
    reported = ReportedSoFar(until=until)
    judged = [
        (row, membership(row, period_starts_on=DECEMBER.starts_on, reported=reported))
        for row in found
    ]
    return report_contents(DECEMBER, as_of, judged=judged)


@given(rows())
def test_a_row_is_read_back_as_it_was(written: tuple[AssessedDirective, ...]) -> None:
    assert tuple(thawed_row(frozen(row)) for row in written) == written


@given(contents())
def test_a_report_is_read_back_as_it_was(report: ReportContents) -> None:
    judged = [
        (thawed_row(frozen(row)), Membership(why.value))
        for row, why in (*report.judged, *report.left_out)
    ]
    totals = json.loads(frozen_totals(report.totals))
    assert thawed_contents(report.period, report.as_of, judged=judged, totals=totals) == report


def test_rows_that_do_not_come_to_the_totals_do_not_thaw() -> None:
    judged = [(row, Membership.OPEN) for row in assessed_on(a_directive())]
    totals = {"total": 2}
    with pytest.raises(DoesNotThaw):
        thawed_contents(DECEMBER, DECEMBER.ends_on, judged=judged, totals=totals)


def test_what_is_empty_unless_said_otherwise_is_left_out_and_comes_back() -> None:
    (row,) = assessed_on(a_directive(assignment=an_assignment(document=a_citation())))
    written = json.loads(frozen(row))
    assert not {"is_secret", "result_documents", "latest_note"} & written.keys()
    assert not {"completed_on", "reopen_count"} & written["facts"].keys()
    assert thawed_row(json.dumps(written)) == row


def test_a_field_without_a_usual_value_is_always_written() -> None:
    (row,) = assessed_on(a_directive(assignment=an_assignment(content="", unit="")))
    assert {"content": "", "unit": ""}.items() <= json.loads(frozen(row)).items()


PERIODS = [
    *(
        parse_period(key, cut_off=cut_off)
        for key in ("2023-12", "2024-Q1", "2023-H2", "2023-9M", "2023")
        for cut_off in CutOff
    ),
    free_period(date(2023, 12, 1), date(2023, 12, 7)),
]


@pytest.mark.parametrize("period", PERIODS, ids=lambda it: f"{it.key}-{it.cut_off}")
def test_a_period_is_read_back_with_its_cut_off(period: ReportingPeriod) -> None:
    found = thawed_period(
        period.kind.value, period.key, starts_on=period.starts_on, ends_on=period.ends_on
    )
    assert found == period
    assert found.cut_off is period.cut_off


def test_days_that_are_not_those_of_the_period_do_not_thaw() -> None:
    with pytest.raises(DoesNotThaw):
        thawed_period(
            PeriodKind.MONTH.value,
            "2023-12",
            starts_on=date(2023, 12, 2),
            ends_on=date(2023, 12, 9),
        )
