"""Month after month, with late entries and corrections: nothing is reported twice or never.

The reports here are the pure rules alone: each is made from the events entered so far, as of its
own day, and from what the other reports in force show as done.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from tests.builders import WEEKENDS_ONLY, a_citation, a_completion, assessed_on
from tests.lives import (
    LAST_DAY,
    Step,
    amendments,
    assignments,
    attempt,
    dated_steps,
    days,
    deadlines,
    lives,
    recurring_deadlines,
)
from tracker.core import changes, completions, corrections
from tracker.core.assessed import AssessedDirective, CompletionKey
from tracker.core.deadline import Cycle, DeadlineKind
from tracker.core.directive import Assignment, Group, Progress, State
from tracker.core.events import Edited
from tracker.core.life import Directive, assigned, with_event
from tracker.core.membership import Membership, ReportedSoFar, matched, membership
from tracker.core.periods import CutOff, PeriodKind, ReportingPeriod, parse_period
from tracker.core.report import ReportContents, report_contents

MONTHS = [
    parse_period(text, cut_off=CutOff.DECREE)
    for text in ("11/2023", "12/2023", "01/2024", "02/2024", "03/2024")
]
QUARTERS = [parse_period(text, cut_off=CutOff.DECREE) for text in ("Q4/2023", "Q1/2024")]
LAST = parse_period("05/2024", cut_off=CutOff.DECREE)
"""A month after everything has happened."""


@dataclass
class Office:
    """What is entered and issued in an office, one thing after another."""

    directives: list[Directive] = field(default_factory=list)
    in_force: dict[str, ReportContents] = field(default_factory=dict)

    def enter(self, assignment: Assignment) -> None:
        directive = replace(assigned(assignment, WEEKENDS_ONLY), id=len(self.directives) + 1)
        self.directives.append(directive)

    def record(self, which: int, step: Step) -> None:
        if not self.directives:
            return
        place = which % len(self.directives)
        event = attempt(self.directives[place], step)
        if event is not None:
            self.directives[place] = with_event(self.directives[place], event, WEEKENDS_ONLY)

    def issue(self, period: ReportingPeriod, *, days_late: int = 0) -> ReportContents:
        """Issue a period's report, in place of the one there is."""
        self.in_force.pop(period.key, None)
        as_of = date.fromordinal(period.ends_on.toordinal() + days_late)
        self.in_force[period.key] = contents = self.report(period, as_of)
        return contents

    def report(self, period: ReportingPeriod, as_of: date) -> ReportContents:
        rows = [row for directive in self.directives for row in assessed_on(directive, as_of)]
        reported = matched(self.reported(period), rows)
        return report_contents(
            period,
            as_of,
            judged=(
                (row, membership(row, period_starts_on=period.starts_on, reported=reported))
                for row in rows
            ),
        )

    def reported(self, period: ReportingPeriod) -> ReportedSoFar:
        others = [one for key, one in self.in_force.items() if key != period.key]
        return ReportedSoFar(
            rows=_shown(one for one in others if one.period.ends_on < period.starts_on),
            same_kind_rows=_shown(one for one in others if one.period.kind is period.kind),
        )

    def retract(self, period: ReportingPeriod) -> None:
        self.in_force.pop(period.key, None)


def _shown(reports: Iterable[ReportContents]) -> frozenset[CompletionKey]:
    return frozenset(row.completion_key for report in reports for row in report.rows_of(Group.DONE))


Deed = Callable[[Office], object]


def _entering(assignment: Assignment) -> Deed:
    return lambda office: office.enter(assignment)


def _recording(which: int, step: Step) -> Deed:
    return lambda office: office.record(which, step)


def _issuing(period: ReportingPeriod, days_late: int) -> Deed:
    return lambda office: office.issue(period, days_late=days_late)


def _retracting(period: ReportingPeriod) -> Deed:
    return lambda office: office.retract(period)


def _moving_the_day(day: int) -> Step:
    """The day of the month, or the day itself, was typed wrongly."""

    def moved(directive: Directive) -> Edited:
        before = directive.assignment
        deadline = before.deadline
        if deadline.kind is DeadlineKind.RECURRING and deadline.recurrence is not None:
            recurrence = replace(deadline.recurrence, day=day)
            deadline = replace(deadline, recurrence=recurrence)
        return corrections.edit(
            directive, replace(before, deadline=deadline, content=f"Việc ngày {day}")
        )

    return moved


def _completing(day: date) -> Step:
    return lambda directive: completions.complete(
        directive,
        a_completion(day),
        today=LAST_DAY,
        turn_month=day if directive.is_recurring else None,
    )


def _correcting(day: date) -> Step:
    return lambda directive: completions.correct_completion(
        directive,
        a_completion(day, result_text="298/BC-KHCN"),
        today=LAST_DAY,
        turn_month=day if directive.is_recurring else None,
    )


def _reopening(day: date) -> Step:
    return lambda directive: changes.reopen(
        directive, on=day, authority=a_citation(), reason="", today=LAST_DAY
    )


def _withdrawing(day: date) -> Step:
    return lambda directive: changes.withdraw(
        directive, on=day, authority=a_citation(), reason="", today=LAST_DAY
    )


def entries() -> st.SearchStrategy[Step]:
    """Mostly completions and what undoes them; no kind of deadline becomes another."""
    kinds = [_completing, _completing, _completing, _reopening, _reopening]
    rarer = [_correcting, _withdrawing]
    return st.one_of(
        st.builds(lambda kind, day: kind(day), st.sampled_from(kinds), days()),
        st.builds(lambda kind, day: kind(day), st.sampled_from(kinds + rarer), days()),
        st.builds(_moving_the_day, st.integers(1, 31)),
        amendments(),
        dated_steps(),
    )


def scripts(periods: list[ReportingPeriod]) -> st.SearchStrategy[list[Deed]]:
    """What an office does in half a year with a few directives, in any order."""
    which, period = st.integers(0, 2), st.sampled_from(periods)
    recording = st.builds(_recording, which, entries())
    issuing = st.builds(_issuing, period, st.sampled_from([0, 0, 3, 20]))
    retracting = st.builds(_retracting, period)
    deed = st.one_of(recording, recording, recording, recording, issuing, issuing, retracting)
    entering = st.builds(_entering, assignments(recurring_deadlines() | deadlines()))
    return st.builds(
        lambda first, then: [*first, *then],
        st.lists(entering, min_size=1, max_size=3),
        st.lists(deed, max_size=25),
    )


def _shown_once(report: ReportContents) -> list[CompletionKey]:
    """What a report shows as done, without what is pinned: that is shown again on purpose."""
    return [
        row.completion_key
        for row, why in report.judged
        if row.assessment.group is Group.DONE and why is not Membership.PINNED
    ]


_MONTHS_IN = {Cycle.MONTH: 1, Cycle.QUARTER: 3, Cycle.YEAR: 12}


def _is_same_completion(row: AssessedDirective, key: CompletionKey) -> bool:
    """Whether a report that shows the key shows the row, whose due day may have moved since."""
    id, instance, reopen_count = key
    recurrence, due_on = row.facts.deadline.recurrence, row.facts.instance
    if instance is None or due_on is None or recurrence is None:
        return key == row.completion_key
    length = _MONTHS_IN[recurrence.cycle]
    was, now = ((day.year * 12 + day.month - 1) // length for day in (instance, due_on))
    return (id, was, reopen_count) == (row.id, now, row.facts.reopen_count)


@given(script=scripts(MONTHS))
def test_every_completion_is_shown_as_done_in_exactly_one_monthly_report(
    script: list[Deed],
) -> None:
    office = Office()
    for deed in script:
        deed(office)
    last = office.issue(LAST)
    shown = [key for report in office.in_force.values() for key in _shown_once(report)]
    assert set(Counter(shown).values()) <= {1}
    everything = (*last.judged, *last.left_out)
    for row, why in everything:
        if row.facts.state is not State.DONE or why is Membership.SUPPORTING:
            continue
        times = sum(_is_same_completion(row, key) for key in shown)
        assert times == 1 or (row.is_pinned and why.is_included)


@given(script=scripts(MONTHS + QUARTERS))
def test_a_quarter_shows_again_what_its_months_showed_and_once_only(script: list[Deed]) -> None:
    office = Office()
    for deed in script:
        deed(office)
    for kind in (PeriodKind.MONTH, PeriodKind.QUARTER):
        reports = [one for one in office.in_force.values() if one.period.kind is kind]
        shown = Counter(key for report in reports for key in _shown_once(report))
        assert set(shown.values()) <= {1}


@given(script=scripts(MONTHS), as_of=days(), until=st.none() | days())
def test_the_numbers_of_every_report_add_up_and_account_for_everybody(
    script: list[Deed], as_of: date, until: date | None
) -> None:
    office = Office()
    for deed in script:
        deed(office)
    rows = [row for one in office.directives for row in assessed_on(one, as_of)]
    reported = replace(office.reported(LAST), until=until)
    for with_supporting in (False, True):
        contents = report_contents(
            LAST,
            as_of,
            judged=(
                (
                    row,
                    membership(
                        row,
                        period_starts_on=LAST.starts_on,
                        reported=reported,
                        with_supporting=with_supporting,
                    ),
                )
                for row in rows
            ),
        )
        reasons = Counter(why for _, why in contents.left_out)
        totals = contents.totals
        assert totals.total + sum(reasons.values()) == len(rows)
        assert totals.withdrawn == reasons[Membership.WITHDRAWN]
        assert totals.supporting == reasons[Membership.SUPPORTING]
        assert totals.withdrawn == sum(
            row.assessment.progress is Progress.WITHDRAWN for row in rows
        )
        if with_supporting:
            assert totals.supporting == 0


@given(directive=lives(max_steps=10), as_of=days())
def test_whoever_is_done_has_a_key_of_its_own(directive: Directive, as_of: date) -> None:
    done = [row for row in assessed_on(directive, as_of) if row.facts.state is State.DONE]
    keys = [row.completion_key for row in done]
    assert len(set(keys)) == len(keys)


def test_the_last_month_lies_after_everything() -> None:
    assert LAST.ends_on > LAST_DAY
