"""The office's table of days off, and what a change of it moves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from tracker.core.dates import parse_date
from tracker.core.days_off import DaysOff
from tracker.core.errors import Refused
from tracker.core.rules import DeadlinePolicy
from tracker.operations.changing import changing
from tracker.operations.desk import Desk
from tracker.operations.typed import read_text
from tracker.store.days_off import DayKind, DayOff, list_days
from tracker.store.reading import open_reading
from tracker.store.rows import Reading

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tracker.store.calendar import MovedDeadline


class WorkedAnyway(Refused):
    """A day cannot be made a working day that nobody has off."""

    def __init__(self, day: date) -> None:
        super().__init__(day)
        self.day = day


@dataclass(frozen=True, slots=True, kw_only=True)
class MovedLastDay:
    """A directive, or a turn of one, that is in time until another day than before."""

    id: int
    document_number: str
    before: date | None
    after: date | None
    instance: date | None
    """The turn, by its nominal due day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarChanged:
    """Which days were put or taken away, and whose last day in time moved by it."""

    days: tuple[date, ...]
    kind: DayKind | None
    """None: ordinary days again."""
    moved: tuple[MovedLastDay, ...]
    """Under the policy of the office: what moves only under the other one is no news."""


def days_off(desk: Desk, year: int) -> tuple[DayOff, ...]:
    """The days off and the worked weekends of a year, in order."""
    with open_reading(desk.location) as reading:
        return list_days(reading, year)


def change_days(
    desk: Desk, typed: Sequence[str], *, kind: DayKind | None, name: str | None = None
) -> CalendarChanged:
    """Make days holidays, working days or ordinary ones again; all of them or none.

    Without a name a day that is of this kind already keeps the one it has.
    """
    days = tuple(dict.fromkeys(parse_date(text, today=desk.today) for text in typed))
    tidy, _ = read_text(name or "", field="name", is_required=False)
    with changing(desk, "days-off") as work:
        # Late: the library for writing is slow to load, and help and mistakes do without it.
        from tracker.store.calendar import together  # noqa: PLC0415

        if kind is DayKind.WORKING:
            _refuse_worked_anyway(days, work.days_off)
        names = _names_now(work.reading, days, kind) if name is None else {}
        moved = together(
            one for day in days for one in work.change_day(day, kind, names.get(day, tidy))
        )
    told = tuple(_under(desk.policy.deadline_policy, moved))
    return CalendarChanged(days=days, kind=kind, moved=told)


def _under(policy: DeadlinePolicy, moves: Iterable[MovedDeadline]) -> Iterator[MovedLastDay]:
    for move in moves:
        before, after = move.before.under(policy), move.after.under(policy)
        if before != after:
            yield MovedLastDay(
                id=move.id,
                document_number=move.document_number,
                before=before,
                after=after,
                instance=move.instance,
            )


def _names_now(reading: Reading, days: Iterable[date], kind: DayKind | None) -> dict[date, str]:
    years = {day.year for day in days}
    known = (one for year in years for one in list_days(reading, year))
    return {one.day: one.name for one in known if one.kind is kind}


def _refuse_worked_anyway(days: Sequence[date], known: DaysOff) -> None:
    for day in days:
        if not known.is_day_off(day):
            raise WorkedAnyway(day)
