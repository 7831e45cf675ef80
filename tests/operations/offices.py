"""Half a year of an office, drawn at random: entering, finishing, putting right, reporting.

What a report shows as done is told apart by the words of its result alone: each completion gets
its own when it is recorded, and keeps them however its day is put right. So what is reported
twice, or never, is found without asking the program what it takes for the same.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from hypothesis import strategies as st

from tests.operations.reports_issued import issue_on
from tracker.core.directive import Group
from tracker.core.errors import NotFound, Refused, UsageError
from tracker.core.events import Completed
from tracker.core.membership import Membership
from tracker.core.periods import CutOff, parse_period
from tracker.core.report import ReportContents
from tracker.operations.amending import Amendment, correct, void
from tracker.operations.correcting import Correction, edit
from tracker.operations.desk import Desk
from tracker.operations.entering import Entry, add
from tracker.operations.issuing import Issued, list_issued, retract
from tracker.operations.progressing import Completion, Ruling, by_document, done
from tracker.operations.queries import history
from tracker.operations.undoing import undo

MONTHS = [
    parse_period(text, cut_off=CutOff.DECREE)
    for text in ("11/2023", "12/2023", "01/2024", "02/2024", "03/2024")
]
LAST = parse_period("05/2024", cut_off=CutOff.DECREE)
FIRST_DAY = date(2023, 10, 20)


@dataclass
class Entered:
    """What the office remembers of a directive besides the register."""

    id: int
    assigned_on: date
    is_recurring: bool
    last_day: date
    """The latest day on which something happened to it."""
    results: list[str] = field(default_factory=list)
    """The words of its completions, in the order in which they were recorded."""

    is_undated: bool = False
    """Done on a day not known: to tell the day later is no completion of its own."""

    def next_result(self, turn: str | None) -> str:
        """Words for a completion that no other one has; one taken back gives its own away."""
        beginning = f"kết quả {self.id} ({turn or 'cả việc'}) lần "
        number = sum(result.startswith(beginning) for result in self.results) + 1
        return f"{beginning}{number}"


@dataclass
class Office:
    """A desk, what was entered at it, and every report that ever went out from it."""

    desk: Desk
    chief: Desk
    """Where reports are issued, so that what is undone at the other is not always that."""
    known: list[Entered] = field(default_factory=list)
    issued: list[Issued] = field(default_factory=list)
    duplicates: dict[int, int] = field(default_factory=dict)
    deeds: Counter[str] = field(default_factory=Counter)
    """How often each deed was done; what the rules refused is not among them."""

    def one(self, which: int) -> Entered:
        return self.known[which % len(self.known)]

    def told(self, *, with_pinned: bool = False) -> Counter[str]:
        """What the reports in force show as done, each by the words of its result."""
        in_force = {report.id for report in list_issued(self.chief)}
        return Counter(
            result
            for issued in self.issued
            if issued.report.id in in_force
            for result in done_in(issued.contents, with_pinned=with_pinned)
        )

    def do(self, deed: Deed) -> None:
        """Let something be done, if the rules allow it."""
        try:
            deed(self)
        except (NotFound, Refused, UsageError):
            return
        self.deeds[deed.name] += 1


@dataclass(frozen=True)
class Deed:
    """Something that an office does, or tries to; shown as it would be called."""

    what: Callable[..., None]
    given: Mapping[str, object]

    def __call__(self, office: Office) -> None:
        self.what(office, **self.given)

    def __repr__(self) -> str:
        given = ", ".join(f"{name}={value!r}" for name, value in self.given.items())
        return f"{self.name}({given})"

    @property
    def name(self) -> str:
        return self.what.__name__.removeprefix("_")


def _enter(office: Office, *, offset: int, deadline: str, mark: str) -> None:
    day = FIRST_DAY + timedelta(days=offset)
    place = len(office.known) + 1
    entry = Entry(
        number=f"{place}/UBND-NC",
        issued=day.isoformat(),
        content=f"Nhiệm vụ {place}",
        deadline=deadline,
        is_pinned=mark == "pinned",
        is_supporting=mark == "supporting",
    )
    id = add(office.desk, entry).directive.id
    office.known.append(
        Entered(id=id, assigned_on=day, is_recurring="hằng" in deadline, last_day=day)
    )


def _finish(office: Office, *, which: int, offset: int) -> None:
    one = office.one(which)
    day = (one.assigned_on if one.is_recurring else one.last_day) + timedelta(days=offset)
    turn = f"{day.month}/{day.year}" if one.is_recurring else None
    _record(office, one, Completion(on=day.isoformat(), turn=turn))
    one.last_day = max(one.last_day, day)


def _finish_some_day(office: Office, *, which: int) -> None:
    one = office.one(which)
    _record(office, one, Completion(is_undated=True))
    one.is_undated = True


def _record(office: Office, one: Entered, completion: Completion) -> None:
    if one.is_undated:
        raise NotFound(one.id)
    result = one.next_result(completion.turn)
    done(office.desk, str(one.id), replace(completion, result=result))
    one.results.append(result)


def _reopen(office: Office, *, which: int, offset: int) -> None:
    one = office.one(which)
    day = one.last_day + timedelta(days=offset)
    ruling = Ruling(by=f"6900/UBND-NC ngày {day:%d/%m/%Y}")
    by_document(office.desk, str(one.id), ruling, name="reopen")
    one.last_day = day


def _finish_again(office: Office, *, which: int, offset: int) -> None:
    _reopen(office, which=which, offset=offset)
    _finish(office, which=which, offset=offset)


def _put_right(office: Office, *, which: int, offset: int, place: int) -> None:
    one = office.one(which)
    day = one.assigned_on + timedelta(days=offset)
    number = _completion_number(office, one, place)
    correct(office.desk, str(one.id), number, Amendment(on=day.isoformat()))


def _edit_day(office: Office, *, which: int, offset: int) -> None:
    one = office.one(which)
    day = one.assigned_on + timedelta(days=offset)
    edit(office.desk, str(one.id), Correction(completed_on=day.isoformat()))


def _remove(office: Office, *, which: int, place: int) -> None:
    one = office.one(which)
    amendment = Amendment(is_removed=True, because="chưa hoàn thành")
    correct(office.desk, str(one.id), _completion_number(office, one, place), amendment)


def _finish_anew(office: Office, *, which: int, offset: int) -> None:
    """What was recorded as done was not, and is done only later."""
    _remove(office, which=which, place=0)
    _finish(office, which=which, offset=offset)


def _completion_number(office: Office, one: Entered, place: int) -> int:
    """The number under which a completion stands in the history, the latest first."""
    _, entries = history(office.desk, str(one.id))
    numbers = [
        entry.number
        for entry in entries
        if entry.number is not None and isinstance(entry.event, Completed)
    ]
    if not numbers:
        raise NotFound(one.id)
    return numbers[-1 - place % len(numbers)]


def _void(office: Office, *, which: int, original: int) -> None:
    one, other = office.one(which), office.one(original)
    void(office.desk, str(one.id), reason="nhập hai lần", duplicate_of=str(other.id))
    office.duplicates[one.id] = other.id


def _undo(office: Office) -> None:
    undone = undo(office.desk)
    touched = {id for id, _ in undone.directives}
    for one in office.known:
        if one.id in touched and undone.operation == "done":
            one.results.pop()
        if one.id in touched and undone.operation == "void":
            del office.duplicates[one.id]


def _issue(office: Office, *, month: int) -> None:
    before = office.told()
    issued = issue_on(office.chief, MONTHS[month])
    office.issued.append(issued)
    again = before.keys() & set(done_in(issued.contents))
    assert not again, f"shown again: {again}"
    require_nothing_twice_of_duplicates(office, issued.contents, before)


def _retract(office: Office, *, which: int) -> None:
    reports = list_issued(office.chief)
    if not reports:
        raise NotFound(which)
    retract(office.desk, reports[which % len(reports)].id, reason="sai số liệu")


def done_in(contents: ReportContents, *, with_pinned: bool = False) -> tuple[str, ...]:
    """The results that a report shows as done; what is shown again on purpose if asked for."""
    return tuple(
        row.facts.result_text
        for row, why in contents.judged
        if row.assessment.group is Group.DONE and (with_pinned or why is not Membership.PINNED)
    )


def require_nothing_twice_of_duplicates(
    office: Office, contents: ReportContents, told: Counter[str]
) -> None:
    """Where the duplicate was reported, the one that stays is not reported as well.

    Looked at only where each was done once, so that it is plain which completion is which.
    """
    shown = set(done_in(contents))
    results = {one.id: one.results for one in office.known if not one.is_recurring}
    for duplicate, original in office.duplicates.items():
        pair = (results.get(duplicate, []), results.get(original, []))
        if all(len(each) == 1 for each in pair):
            assert not (pair[0][0] in told and pair[1][0] in shown), "a duplicate was reported"


def skeletons() -> tuple[list[Deed], ...]:
    """What must be in every run: the shortest ways to report something twice, or never."""
    plain = {"deadline": "31/12/2023", "mark": ""}
    entered = [Deed(_enter, {"offset": offset, **plain}) for offset in (0, 2)]
    finish, other = (Deed(_finish, {"which": which, "offset": 5}) for which in (0, 1))
    november, december, january = (Deed(_issue, {"month": month}) for month in range(3))
    retract_first = Deed(_retract, {"which": 0})
    again = Deed(_finish_again, {"which": 0, "offset": 30})
    anew = Deed(_finish_anew, {"which": 0, "offset": 3})
    void_first = Deed(_void, {"which": 0, "original": 1})
    undo_last = Deed(_undo, {})
    return (
        [*entered, finish, november, other, december, january],
        [*entered, november, finish, december, retract_first, november, january],
        [*entered, finish, november, retract_first, december, undo_last, january],
        [*entered, finish, november, again, december, january],
        [*entered, finish, november, anew, december, january],
        [*entered, finish, november, undo_last, finish, december, january],
        [*entered, finish, november, other, void_first, december, january],
    )


def scripts() -> st.SearchStrategy[list[Deed]]:
    """At least ten deeds about two to four directives, most of which the rules allow."""
    return _scripts()


@st.composite
def _scripts(draw: st.DrawFn) -> list[Deed]:
    number = draw(st.integers(2, 4))
    script = [draw(_entering()) for _ in range(number)]
    deeds = _deeds(number)
    script.append(draw(_deed(_finish, which=st.just(0), offset=st.integers(0, 20))))
    for month in range(draw(st.integers(2, 4))):
        script += draw(st.lists(deeds, min_size=1, max_size=3))
        script.append(Deed(_issue, {"month": month}))
        script += draw(st.one_of(st.just([]), _taking_back(month, deeds)))
        if month == 0:
            script.append(draw(_deed(_finish, which=st.just(1), offset=st.integers(0, 3))))
    return script + draw(st.lists(deeds, max_size=3))


def _deed(what: Callable[..., None], **given: st.SearchStrategy[object]) -> st.SearchStrategy[Deed]:
    return st.fixed_dictionaries(given).map(lambda drawn: Deed(what, drawn))


def _entering() -> st.SearchStrategy[Deed]:
    return _deed(
        _enter,
        offset=st.integers(0, 24),
        deadline=st.sampled_from(["", "31/12/2023", "30/11/2023", "trước ngày 25 hằng tháng"]),
        mark=st.sampled_from([*[""] * 7, "pinned", "supporting"]),
    )


def _deeds(number: int) -> st.SearchStrategy[Deed]:
    which = st.integers(0, number - 1)
    offset = st.integers(0, 20) | st.integers(0, 60)
    place = st.sampled_from([0, 0, 0, 1])
    finishing = _deed(_finish, which=which, offset=offset)
    return st.one_of(
        finishing,
        finishing,
        finishing,
        _deed(_finish_some_day, which=which),
        _deed(_reopen, which=which, offset=offset),
        _deed(_finish_again, which=which, offset=offset),
        _deed(_put_right, which=which, offset=offset, place=place),
        _deed(_edit_day, which=which, offset=offset),
        _deed(_remove, which=which, place=place),
        _deed(_finish_anew, which=which, offset=offset),
        _deed(_void, which=which, original=which),
        _deed(_undo),
    )


def _taking_back(month: int, deeds: st.SearchStrategy[Deed]) -> st.SearchStrategy[list[Deed]]:
    """The latest report, or an older one, is taken back, mostly issued again, or that is undone."""
    undoing = _deed(_undo)
    issuing = _deed(_issue, month=st.integers(0, month))
    return st.builds(
        lambda first, between, last: [first, *between, last],
        _deed(_retract, which=st.sampled_from([-1, -1, 0, 1])),
        st.lists(deeds, max_size=2),
        st.one_of(st.just(Deed(_issue, {"month": month})), issuing, issuing, undoing),
    )
