"""Whatever is entered, issued and retracted: nothing is reported twice, nothing is lost."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import Phase, example, given, settings

from tests.examples import examples
from tests.operations.offices import LAST, Deed, Office, done_in, scripts, skeletons
from tests.operations.reports_issued import drawn, issue_on, without_reported
from tests.store.conftest import Registers
from tracker.core.assessed import AssessedDirective
from tracker.core.directive import Group
from tracker.core.membership import Membership, ReportedSoFar
from tracker.core.report import ReportContents
from tracker.core.rules import Policy
from tracker.operations.comparing import compare
from tracker.operations.desk import Desk
from tracker.operations.issuing import contents_as_issued, gather_live, issued_file
from tracker.store.integrity import examine
from tracker.store.reported import reported_rows

EXAMPLES = {"sqlite": 8, "postgresql": 3}
"""How many offices are followed on each engine in the ordinary run."""

TODAY = date(2024, 6, 1)
AT = datetime(2024, 6, 1, 3, 15, tzinfo=UTC)


@dataclass
class Power:
    """What the examples of one run had in them: a property about nothing proves nothing."""

    examples: int = 0
    reporting: int = 0
    """With a report that shows something as done."""
    carrying: int = 0
    """With a completion that a report on a later period shows."""
    reissuing: int = 0
    """With a second report on a period."""
    deeds: dict[str, int] = field(default_factory=dict)

    def count(self, office: Office) -> None:
        self.examples += 1
        contents = [issued.contents for issued in office.issued[:-1]]
        periods = [each.period.key for each in contents]
        reasons = {why for each in contents for row, why in each.judged if row.facts.result_text}
        self.reporting += any(done_in(each) for each in contents)
        self.carrying += Membership.NOT_REPORTED_BEFORE in reasons
        self.reissuing += len(periods) > len(set(periods))
        for name, number in office.deeds.items():
            self.deeds[name] = self.deeds.get(name, 0) + number


def follow(location: str, script: list[Deed]) -> Office:
    """Let an office do all of it; everything unreported by then is in one last report."""
    desk = Desk(location=location, who="lan", today=TODAY, at=AT, policy=Policy())
    office = Office(desk=desk, chief=replace(desk, who="minh"))
    for deed in script:
        office.do(deed)
    office.issued.append(issue_on(office.chief, LAST))
    return office


def check_reports(office: Office) -> None:
    """A report stays as it was issued, adds up, and differs by nothing from one made now."""
    for issued in office.issued:
        assert issued_file(office.desk, issued.report) == drawn(issued.contents)
        kept = contents_as_issued(office.desk, issued.report)
        assert kept == without_reported(issued.contents)
        totals = issued.contents.totals
        assert totals.total == sum(group["total"] for group in totals.groups.values())
        assert totals.groups["done"]["total"] == len(issued.contents.rows_of(Group.DONE))
    last = office.issued[-1].contents
    assert gather_live(office.desk, LAST, as_of=LAST.ends_on, until=None) == last
    assert compare(office.desk, office.issued[-1].report.id).differences == ()


def check_completions(office: Office) -> None:
    """Every completion that stands is in exactly one of the reports in force."""
    told = office.told()
    assert set(told.values()) <= {1}, f"told twice: {told}"
    shown = office.told(with_pinned=True)
    lost = {
        row.facts.result_text: row.id
        for row in now_done(office.issued[-1].contents)
        if row.facts.result_text not in shown
    }
    # The one that stays is told of where its duplicate was.
    originals = set(office.duplicates.values())
    assert not [result for result, id in lost.items() if id not in originals], "lost"


def now_done(contents: ReportContents) -> list[AssessedDirective]:
    return [
        row
        for row, why in (*contents.judged, *contents.left_out)
        if row.assessment.group is Group.DONE and why is not Membership.SUPPORTING
    ]


def run(registers: Registers, number: int, **more: Any) -> Power:
    """The property, over so many offices."""
    power = Power()

    @settings(examples(number), **more)
    @given(script=scripts())
    def every_office(script: list[Deed]) -> None:
        location = registers.location()
        office = follow(location, script)
        power.count(office)
        check_completions(office)
        check_reports(office)
        assert examine(location) == ()

    for skeleton in skeletons():
        every_office = example(script=skeleton)(every_office)
    every_office()
    return power


def test_every_completion_is_reported_once_and_no_report_ever_changes(
    registers: Registers, request: pytest.FixtureRequest
) -> None:
    power = run(registers, EXAMPLES[request.node.callspec.params["registers"]])
    assert power.reporting >= 0.6 * power.examples, power
    assert power.carrying >= 0.2 * power.examples, power
    assert power.reissuing > 0, power


def _nothing_reported(*_: object, **__: object) -> ReportedSoFar:
    return ReportedSoFar()


def _only_earlier(*given: Any, **more: Any) -> ReportedSoFar:
    return replace(reported_rows(*given, **more), same_kind_rows=frozenset())


def _each_directive_once(row: AssessedDirective) -> tuple[object, ...]:
    return row.id, row.facts.instance, 0


@pytest.mark.parametrize(
    ("name", "broken"),
    [
        ("tracker.operations.issuing.reported_rows", _nothing_reported),
        ("tracker.operations.issuing.reported_rows", _only_earlier),
        ("tracker.core.assessed.AssessedDirective.completion_key", property(_each_directive_once)),
        ("tracker.store.undoing.require_nothing_built_upon", lambda *_: None),
        ("tracker.store.reported._originals", lambda _: {}),
    ],
)
@pytest.mark.parametrize("registers", ["sqlite"], indirect=True)
def test_a_program_that_loses_or_repeats_would_be_found_out(
    registers: Registers, monkeypatch: pytest.MonkeyPatch, name: str, broken: Callable[..., object]
) -> None:
    monkeypatch.setattr(name, broken)
    with pytest.raises(AssertionError):
        run(registers, 1, phases=[Phase.explicit], report_multiple_bugs=False)
