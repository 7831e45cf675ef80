"""Killed while it issues a report: issued whole and told so, or not issued at all."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

import pytest

from tests.builders import an_assignment
from tests.operations.reports_issued import DECEMBER, WHOLE, drawn
from tests.store.children import KILLS, Say, killed, moments
from tracker.core.database_address import is_url
from tracker.core.report import ReportContents
from tracker.operations.desk import Desk
from tracker.operations.issuing import (
    IssueRequest,
    contents_as_issued,
    issue,
    issued_file,
    list_issued,
    retract,
)
from tracker.store.database import open_store
from tracker.store.integrity import examine
from tracker.store.writing import change

pytestmark = pytest.mark.usefixtures("durable")

REQUEST = IssueRequest(
    period=DECEMBER,
    as_of=DECEMBER.ends_on,
    layout=WHOLE,
    format="json",
    file_name="phu-luc.json",
)


class Lost(AssertionError):
    """What had been acknowledged is not there, or what is there is not whole."""


@pytest.fixture
def desk_with_rows(desk_on_each: Desk) -> Desk:
    """Many directives, so that writing the report down takes a while."""
    with (
        open_store(desk_on_each.location) as store,
        change(store, name="add", who="lan", at=desk_on_each.at) as work,
    ):
        for _ in range(100):
            work.add(an_assignment())
    return desk_on_each


@dataclass
class Kills:
    """Where the process was killed: that none hit the moment that matters would prove nothing."""

    inside: int = 0
    """After the first write, before the commit."""
    untold: int = 0
    """After the commit, before the answer."""

    @property
    def is_telling(self) -> bool:
        return self.inside > 0 and self.untold > 0


Work = Callable[[Desk, Path, Say], None]


def issuing(*, pause: float) -> Work:
    """Told when it is done, as a command prints its answer; slow where it is dangerous."""

    def work(desk: Desk, file: Path, say: Say) -> None:
        def write(content: bytes) -> None:
            say("writing")
            file.write_bytes(content)
            time.sleep(pause)

        say("ready")
        while True:
            issued, _ = issue(desk, REQUEST, draw=drawn, write=write)
            time.sleep(pause)
            say(str(issued.report.id))
            retract(desk, issued.report.id, reason="thử lại")
            say("retracted")

    return work


def check(desk: Desk, file: Path, work: Work, longest: float) -> Kills:
    """Kill at every moment of it; what had been acknowledged is there, and whole."""
    kills = Kills()
    for seconds in moments(max(KILLS // 4, 3) if is_url(desk.location) else KILLS, longest):
        said = killed(lambda say: work(desk, file, say), after=seconds)
        known = {report.id for report in list_issued(desk, with_retracted=True)}
        promised = {int(word) for word in said if word.isdigit()}
        if not promised <= known:
            raise Lost(f"{promised - known}")
        in_force = list_issued(desk)
        if len(in_force) > 1 or examine(desk.location):
            raise Lost("not whole")
        kills.inside += said[-1] == "writing" and not in_force
        for report in in_force:
            assert issued_file(desk, report) == drawn(contents_as_issued(desk, report))
            kills.untold += report.id not in promised
            retract(desk, report.id, reason="bị ngắt")
    return kills


def lengths(usual: float) -> Iterator[float]:
    """Chance may spare what is dangerous once, but not all the time.

    The moments to kill are the same shares of each of these, and so never the same.
    """
    yield from (usual * twelfths / 12 for twelfths in range(6, 21))


def duration(desk: Desk, file: Path) -> float:
    began = time.monotonic()
    issued, _ = issue(desk, REQUEST, draw=drawn, write=file.write_bytes)
    retract(desk, issued.report.id, reason="đo thời gian")
    return time.monotonic() - began


def test_a_report_is_issued_whole_or_not_at_all(desk_with_rows: Desk, tmp_path: Path) -> None:
    file = tmp_path / "phu-luc.json"
    longest = 2 * duration(desk_with_rows, file)
    check(desk_with_rows, file, issuing(pause=0), longest)


def test_it_is_killed_where_that_is_dangerous(desk_with_rows: Desk, tmp_path: Path) -> None:
    file = tmp_path / "phu-luc.json"
    pause = duration(desk_with_rows, file)
    kills = Kills()
    for longest in lengths(3 * pause):
        found = check(desk_with_rows, file, issuing(pause=pause), longest)
        kills.inside += found.inside
        kills.untold += found.untold
        if kills.is_telling:
            break
    assert kills.is_telling, kills


class Place(StrEnum):
    """Where a process stands still until it is killed."""

    DRAWING = "drawing"
    WRITING = "writing"
    KEPT = "kept"


@pytest.mark.parametrize("place", Place)
def test_at_each_place_it_is_there_whole_or_not_at_all(
    desk_with_rows: Desk, tmp_path: Path, place: Place
) -> None:
    file = tmp_path / "phu-luc.json"

    def work(say: Say) -> None:
        def stand_still(here: Place) -> None:
            if here is place:
                say(here)
                time.sleep(60)

        def draw(contents: ReportContents) -> bytes:
            stand_still(Place.DRAWING)
            return drawn(contents)

        def write(content: bytes) -> None:
            file.write_bytes(content)
            stand_still(Place.WRITING)

        issue(desk_with_rows, REQUEST, draw=draw, write=write)
        stand_still(Place.KEPT)

    assert killed(work, after=0) == [place]
    found = list_issued(desk_with_rows, with_retracted=True)
    assert len(found) == (place is Place.KEPT)
    for report in found:
        assert issued_file(desk_with_rows, report) == file.read_bytes()
        assert drawn(contents_as_issued(desk_with_rows, report)) == file.read_bytes()
    assert examine(desk_with_rows.location) == ()
    if not found:
        issue(desk_with_rows, REQUEST, draw=drawn, write=file.write_bytes)
    assert len(list_issued(desk_with_rows)) == 1


def tell_before_it_is_kept(desk: Desk, file: Path, say: Say) -> None:
    """The control: the answer is printed before the register is told for certain."""

    def write_and_tell(content: bytes) -> None:
        file.write_bytes(content)
        say(str(len(list_issued(desk, with_retracted=True)) + 1))
        # As long as a slow disk takes for a commit.
        time.sleep(0.02)

    say("ready")
    while True:
        issued, _ = issue(desk, REQUEST, draw=drawn, write=write_and_tell)
        retract(desk, issued.report.id, reason="thử lại")


def test_an_answer_before_the_commit_would_be_found_out(
    desk_with_rows: Desk, tmp_path: Path
) -> None:
    file = tmp_path / "phu-luc.json"
    longest = 2 * duration(desk_with_rows, file) + 0.04
    with pytest.raises(Lost):
        [check(desk_with_rows, file, tell_before_it_is_kept, each) for each in lengths(longest)]
