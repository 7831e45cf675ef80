"""A month of a clerk, played key by key: entered, done, extended, withdrawn, undone, reported.

The same month recorded through the operations gives the same register and the same appendix.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from openpyxl import load_workbook
from textual.pilot import Pilot

from tests.tui.desks import Clock, app_over, desk_of, office_of
from tests.tui.keyboard import Keyboard
from tests.tui.pilot import play
from tests.tui.test_register_screen import screen_of
from tracker.core.assessed import AssessedDirective
from tracker.operations.desk import Desk
from tracker.operations.entering import add, entry_from_line
from tracker.operations.progressing import Completion, Ruling, by_document, done, extend
from tracker.operations.queries import list_directives
from tracker.operations.report_making import ReportRequest
from tracker.operations.report_preview import preview_file, preview_report
from tracker.store.selection import Selection
from tracker.tui.widgets.notice import Notice
from tracker.tui.widgets.search_box import SearchBox

LAST_DAY = date(2023, 12, 14)
FIRST_DAY = date(2023, 11, 15)

LINES = tuple(
    f"{4100 + number}/UBND-{('NC', 'KGVX', 'TH')[number % 3]} ngày {3 + number % 9:02}/11/2023 "
    f"Việc thứ {number} giao cho Sở hạn {FIRST_DAY + timedelta(days=number):%d/%m/%Y}"
    for number in range(1, 31)
)
DONE = range(1, 13)
EXTENDED = range(13, 17)
WITHDRAWN = (17, 18)


def number_of(place: int) -> str:
    """The document number of one of the lines."""
    return LINES[place - 1].split()[0]


def result_of(place: int) -> str:
    return f"{200 + place}/BC-KHCN ngày {FIRST_DAY + timedelta(days=place - place % 4):%d/%m/%Y}"


class Clerk(Keyboard):
    """Finds a directive by half of its number, and does something to it."""

    def __init__(self, pilot: Pilot[Any]) -> None:
        super().__init__(pilot)
        self.screen = screen_of(pilot)

    async def find(self, number: str) -> None:
        await self.press("slash")
        await self.type(number.split("/")[0])
        await self.press("enter")
        current = self.screen.table.current
        assert current is not None
        assert current.document.number == number

    async def give_up_search(self) -> None:
        await self.press("escape")
        assert not self.screen.query(SearchBox)

    @property
    def told(self) -> str:
        return self.screen.query_one(Notice).text

    async def settle_and_hear(self, words: str) -> None:
        await self.settle()
        assert words in self.told


async def enter_all(clerk: Clerk) -> None:
    await clerk.press("n")
    for line in LINES:
        await clerk.type(line)
        await clerk.press("enter")
        await clerk.settle_and_hear("Đã ghi nhiệm vụ")
    await clerk.press("escape")


async def finish(clerk: Clerk) -> None:
    for place in DONE:
        await clerk.find(number_of(place))
        await clerk.press("h")
        await clerk.type(result_of(place))
        await clerk.press("enter", "enter")
        await clerk.settle_and_hear("Đã ghi hoàn thành")
        await clerk.give_up_search()


async def have_extended(clerk: Clerk) -> None:
    for place in EXTENDED:
        await clerk.find(number_of(place))
        await clerk.press("g")
        await clerk.type("31/01/2024")
        await clerk.press("enter")
        await clerk.type("4501/UBND-TH ngày 12/12/2023")
        await clerk.press("enter")
        await clerk.settle_and_hear("Đã ghi gia hạn")
        await clerk.give_up_search()


async def have_withdrawn(clerk: Clerk) -> None:
    for place in WITHDRAWN:
        await clerk.find(number_of(place))
        await clerk.press("m", "t")
        await clerk.type("4502/UBND-NC ngày 13/12/2023")
        await clerk.press("ctrl+s")
        await clerk.settle_and_hear("thu hồi")
        await clerk.give_up_search()


async def slip_and_undo(clerk: Clerk) -> None:
    await clerk.find(number_of(19))
    await clerk.press("h")
    await clerk.type("999/BC-KHCN ngày 14/12/2023")
    await clerk.press("ctrl+s")
    await clerk.settle_and_hear("Đã ghi hoàn thành")
    await clerk.press("u", "enter")
    await clerk.settle_and_hear("Đã hoàn tác")
    await clerk.give_up_search()


async def write_appendix(clerk: Clerk) -> None:
    await clerk.press("r")
    await clerk.settle()
    await clerk.press("g", "enter")
    await clerk.settle()
    await clerk.press("escape", "escape")


def record_the_same(desk: Desk) -> None:
    for line in LINES:
        add(desk, entry_from_line(line, today=desk.today, more={}))
    for place in DONE:
        done(desk, number_of(place), Completion(result=result_of(place)))
    for place in EXTENDED:
        extend(desk, number_of(place), to="31/01/2024", by="4501/UBND-TH ngày 12/12/2023")
    for place in WITHDRAWN:
        ruling = Ruling(by="4502/UBND-NC ngày 13/12/2023")
        by_document(desk, number_of(place), ruling, name="withdraw")


def rows_of(desk: Desk) -> list[AssessedDirective]:
    """Every row, without what only counts how often it was touched."""
    rows = list_directives(desk, Selection(), as_of=LAST_DAY)
    return [replace(row, version=0) for row in rows]


def cells_of(content: bytes | Path, folder: Path) -> list[tuple[Any, ...]]:
    path = content
    if isinstance(content, bytes):
        path = folder / "wanted.xlsx"
        path.write_bytes(content)
    sheet = load_workbook(path).active
    assert sheet is not None
    return list(sheet.iter_rows(values_only=True))


def test_a_month_is_recorded_and_reported_entirely_by_keys(tmp_path: Path) -> None:
    desk = desk_of(tmp_path, today=LAST_DAY)

    async def script(pilot: Pilot[None]) -> int:
        clerk = Clerk(pilot)
        await enter_all(clerk)
        entering = clerk.overhead
        for work in (finish, have_extended, have_withdrawn, slip_and_undo, write_appendix):
            await work(clerk)
        return entering

    overhead = play(app_over(Clock(desk)), script)
    assert overhead == 2 + len(LINES)

    other = desk_of(tmp_path / "other", today=LAST_DAY)
    record_the_same(other)
    assert rows_of(desk) == rows_of(other)
    (written,) = (tmp_path / "exports").iterdir()
    office = office_of(tmp_path / "other")
    preview = preview_report(other, office, "12/2023")
    wanted = preview_file(other, office, preview, ReportRequest())
    assert written.name == wanted.name
    assert cells_of(written, tmp_path) == cells_of(wanted.content, tmp_path)
