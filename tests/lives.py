"""Random lives of directives: only what ``core.changes`` allows ever happens in them.

``lives()`` gives a whole directive. Where a test must go step by step (a store that writes
each event), take ``assignments()`` and ``steps()`` and let ``attempt`` say what came of a step.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import cache

from hypothesis import strategies as st

from tests.builders import WEEKENDS_ONLY, a_citation, a_deadline, an_assignment
from tracker.core import changes, completions, corrections
from tracker.core.days_off import DaysOff
from tracker.core.deadline import NO_DEADLINE, Cycle, Deadline, DeadlineKind, Recurrence
from tracker.core.directive import Assignment
from tracker.core.errors import Refused
from tracker.core.events import Completed, Event, Extended, Happening, Voided
from tracker.core.life import Directive, assigned, with_event
from tracker.core.refusals import NoSuchEvent

FIRST_DAY = date(2023, 10, 1)
LAST_DAY = date(2024, 3, 31)
"""The day on which everything is typed in: nothing in these lives happens after it."""

Step = Callable[[Directive], Event]
"""Something a clerk records about a directive, or tries to."""


@cache
def days(first: date = FIRST_DAY, last: date = LAST_DAY) -> st.SearchStrategy[date]:
    """Days of the half-year in which these lives take place."""
    return st.dates(first, last)


@cache
def calendars() -> st.SearchStrategy[DaysOff]:
    """The office's table of days off."""
    return st.builds(
        DaysOff,
        holidays=st.frozensets(days(), max_size=8),
        working_days=st.frozensets(days(), max_size=3),
    )


@cache
def dated_deadlines() -> st.SearchStrategy[Deadline]:
    """Deadlines that name a day."""
    return st.builds(
        a_deadline,
        days(),
        kind=st.sampled_from([DeadlineKind.DATE, DeadlineKind.PERIOD_END, DeadlineKind.RELATIVE]),
        is_before=st.booleans(),
    )


@cache
def undated_deadlines() -> st.SearchStrategy[Deadline]:
    """Deadlines that name no day and do not recur, the unclear ones among them."""
    kinds = [
        DeadlineKind.ONGOING,
        DeadlineKind.CONDITIONAL,
        DeadlineKind.INCOMPLETE,
        DeadlineKind.INVALID,
    ]
    return st.just(NO_DEADLINE) | st.builds(
        Deadline, text=st.just("như văn bản ghi"), kind=st.sampled_from(kinds)
    )


@cache
def recurring_deadlines() -> st.SearchStrategy[Deadline]:
    """Deadlines that fall due again and again."""
    return st.builds(
        Deadline,
        text=st.just("định kỳ"),
        kind=st.just(DeadlineKind.RECURRING),
        recurrence=recurrences(),
    )


@cache
def recurrences() -> st.SearchStrategy[Recurrence]:
    """Every way to recur; a yearly due day may lie before the assignment or after it."""
    day = st.none() | st.integers(1, 31)
    return st.builds(Recurrence, cycle=st.sampled_from(Cycle), day=day) | st.builds(
        Recurrence, cycle=st.just(Cycle.YEAR), day=day, month=st.integers(1, 12)
    )


@cache
def deadlines() -> st.SearchStrategy[Deadline]:
    """Every kind of deadline, most of them dated."""
    return st.one_of(
        dated_deadlines(), dated_deadlines(), undated_deadlines(), recurring_deadlines()
    )


@cache
def assignments(
    deadlines_of: st.SearchStrategy[Deadline] | None = None,
) -> st.SearchStrategy[Assignment]:
    """What may be assigned in the first three months."""
    return st.builds(
        an_assignment,
        content=st.sampled_from(["Rà soát", "Báo cáo kết quả", "Xây dựng kế hoạch"]),
        deadline=deadlines_of if deadlines_of is not None else deadlines(),
        assigned_on=days(last=date(2023, 12, 31)),
        unit=st.sampled_from(["", "Phòng Quản lý Khoa học", "Văn phòng"]),
        officer=st.sampled_from(["", "Nguyễn Văn An"]),
        is_started=st.booleans(),
        is_pinned=st.booleans(),
        is_supporting=st.sampled_from([False, False, False, True]),
    )


@cache
def steps() -> st.SearchStrategy[Step]:
    """Anything a clerk may record, on any day, in any order."""
    return st.one_of(entries(), entries(), amendments())


@cache
def entries() -> st.SearchStrategy[Step]:
    """What is recorded of a directive; what was recorded wrongly is recorded again."""
    return st.one_of(
        dated_steps(),
        dated_steps(),
        _undated_completions(),
        _corrections(),
        edits(),
    )


@cache
def dated_steps() -> st.SearchStrategy[Step]:
    """What counts from a day of its own: neither corrections nor completions without a date."""
    return st.one_of(
        _on_a_day(_starting),
        _on_a_day(_completing),
        _turn_completions(),
        _extensions(dated_deadlines()),
        _extensions(deadlines()),
        _on_a_day(_withdrawing),
        _on_a_day(_suspending),
        _on_a_day(_resuming),
        _on_a_day(_reopening),
        _on_a_day(_reopening),
        notes(),
    )


def attempt(directive: Directive, step: Step) -> Event | None:
    """The event a step gives; None where the rules refuse it."""
    try:
        return step(directive)
    except (NoSuchEvent, Refused):
        return None


@st.composite
def lives(
    draw: st.DrawFn,
    *,
    of: st.SearchStrategy[Assignment] | None = None,
    happening: st.SearchStrategy[Step] | None = None,
    days_off: DaysOff = WEEKENDS_ONLY,
    max_steps: int = 8,
) -> Directive:
    """A directive with everything that legally happened to it, in the order of entry."""
    directive = assigned(draw(of if of is not None else assignments()), days_off)
    script = st.lists(happening if happening is not None else steps(), max_size=max_steps)
    for step in draw(script):
        event = attempt(directive, step)
        if event is not None:
            directive = with_event(directive, event, days_off)
    return directive


@cache
def _on_a_day(happening: Callable[[date], Step]) -> st.SearchStrategy[Step]:
    return st.builds(happening, days())


def _starting(day: date) -> Step:
    return lambda directive: changes.start(directive, on=day, today=LAST_DAY)


def _completion(day: date | None) -> Completed:
    if day is None:
        return Completed(completed_on=None)
    report = a_citation("298/BC-KHCN", day)
    return Completed(completed_on=day, result_text=f"298/BC-KHCN {day}", results=(report,))


def _completing(day: date | None, turn_month: date | None = None) -> Step:
    return lambda directive: completions.complete(
        directive, _completion(day), today=LAST_DAY, turn_month=turn_month
    )


@cache
def _turn_completions() -> st.SearchStrategy[Step]:
    """Completions of a turn by its month, or of the whole where it does not recur."""
    return st.builds(_completing_a_turn, days(), days())


def _completing_a_turn(day: date, turn_month: date) -> Step:
    return lambda directive: _completing(day, turn_month if directive.is_recurring else None)(
        directive
    )


@cache
def _undated_completions() -> st.SearchStrategy[Step]:
    return st.just(_completing(None))


@cache
def _corrections() -> st.SearchStrategy[Step]:
    return st.builds(_correcting, st.none() | days(), days())


def _correcting(day: date | None, turn_month: date) -> Step:
    return lambda directive: completions.correct_completion(
        directive,
        _completion(day),
        today=LAST_DAY,
        turn_month=turn_month if directive.is_recurring else None,
    )


@cache
def amendments() -> st.SearchStrategy[Step]:
    """An earlier event put on another day, or removed."""
    return st.builds(_amending, st.integers(0, 20), st.none() | days() | days())


def _amending(place: int, day: date | None) -> Step:
    def amend(directive: Directive) -> Event:
        number = min(2 + place % max(1, len(directive.events) - 1), len(directive.events))
        wrong = corrections.standing_event(directive, number)
        return corrections.correct(
            directive,
            number=number,
            replacement=None if day is None else on_another_day(wrong, day),
            reason="gõ nhầm",
            today=LAST_DAY,
        )

    return amend


def on_another_day(event: Happening, day: date) -> Happening:
    """The same event as if it had happened on another day."""
    if isinstance(event, Completed):
        return replace(event, completed_on=day)
    if isinstance(event, Extended):
        return replace(event, authority=a_citation("7001/UBND-NC", day))
    return event if isinstance(event, Voided) else replace(event, effective_on=day)


@cache
def _extensions(new_deadlines: st.SearchStrategy[Deadline]) -> st.SearchStrategy[Step]:
    return st.builds(_extending, days(), new_deadlines)


def _extending(day: date, deadline: Deadline) -> Step:
    authority = a_citation("7001/UBND-NC", day)
    return lambda directive: changes.extend(
        directive, deadline, authority=authority, today=LAST_DAY
    )


def _withdrawing(day: date) -> Step:
    return lambda directive: changes.withdraw(
        directive, on=day, authority=a_citation(), reason="", today=LAST_DAY
    )


def _suspending(day: date) -> Step:
    return lambda directive: changes.suspend(
        directive, on=day, authority=a_citation(), reason="", today=LAST_DAY
    )


def _resuming(day: date) -> Step:
    return lambda directive: changes.resume(
        directive, on=day, authority=a_citation(), reason="", today=LAST_DAY
    )


def _reopening(day: date) -> Step:
    return lambda directive: changes.reopen(
        directive, on=day, authority=a_citation(), reason="", today=LAST_DAY
    )


@cache
def notes() -> st.SearchStrategy[Step]:
    """Notes that tell one from another, several on a day among them."""
    return st.builds(_noting, days(), st.sampled_from(["Đang lấy ý kiến", "Đã họp", "Chờ số liệu"]))


def _noting(day: date, text: str) -> Step:
    return lambda directive: changes.note(directive, on=day, text=text, today=LAST_DAY)


@cache
def edits() -> st.SearchStrategy[Step]:
    """Corrections of what the letter says."""
    return st.builds(_editing, assignments())


def _editing(after: Assignment) -> Step:
    return lambda directive: corrections.edit(directive, after)
