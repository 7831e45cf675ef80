"""A register, a desk and the app over it, for tests that play the screen."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from shutil import copy

from tracker.core.office import OfficeNames
from tracker.core.rules import Policy
from tracker.core.saved_views import built_in_views, own_views
from tracker.operations.desk import Desk
from tracker.operations.entering import add, entry_from_line
from tracker.operations.report_office import ReportOffice
from tracker.reports.sheet import Paper
from tracker.settings.layouts import load_layouts
from tracker.settings.office import load_settings
from tracker.tui.app import TrackerApp
from tracker.tui.surroundings import Surroundings

TODAY = date(2023, 12, 14)

LINES = (
    "6340/UBND-NC ngày 03/11/2023 Rà soát thủ tục hành chính hạn 10/12/2023",
    "25/KH-UBND ngày 24/5/2023 Phối hợp với tỉnh Thái Nguyên hạn 10/01/2024",
    "30/KH-UBND ngày 25/6/2023 Phối hợp với tỉnh Lạng Sơn hạn 15/01/2024",
    "1950/UBND-KGVX ngày 20/4/2023 Đẩy mạnh chuyển đổi số hạn 20/12/2023",
    "3149/UBND-NC ngày 12/6/2023 Báo cáo đủ số liệu",
)
"""On the fourteenth of December 2023: one overdue, one due soon, two later, one without a day."""


def desk_of(folder: Path, *, who: str = "lan", today: date = TODAY) -> Desk:
    """A desk at a register in a folder."""
    at = datetime(today.year, today.month, today.day, 3, 15, tzinfo=UTC)
    return Desk(location=str(folder / "tracker.db"), who=who, today=today, at=at, policy=Policy())


def fill(desk: Desk, lines: Iterable[str] = LINES) -> None:
    """Enter directives, a line each."""
    for line in lines:
        add(desk, entry_from_line(line, today=desk.today, more={}))


def copied(desk: Desk, folder: Path) -> Desk:
    """The same desk at a copy of its register: quicker than filling another."""
    return replace(desk, location=str(copy(desk.location, folder / "tracker.db")))


class Clock:
    """A day that stands still until a test moves it."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    def __call__(self) -> Desk:
        return self.desk

    def move_to(self, day: date) -> None:
        """Let another day begin."""
        at = datetime(day.year, day.month, day.day, 3, 15, tzinfo=UTC)
        self.desk = replace(self.desk, today=day, at=at)


def office_of(folder: Path) -> ReportOffice:
    """An office with the shipped layouts, whose reports go to a folder."""
    settings = load_settings(str(folder))
    return ReportOffice(
        names=OfficeNames(
            name=settings.office_name,
            short_name=settings.office_short_name,
            symbol=settings.office_symbol,
            committee=settings.committee,
        ),
        paper=Paper(),
        successors=settings.successors,
        are_secret_numbers_shown=settings.secret_numbers,
        cut_off=settings.cut_off,
        reported_until=settings.reported_until,
        exports=folder / "exports",
        layouts=lambda: load_layouts(str(folder)),
        prepare=lambda: None,
    )


class ReportedUntil:
    """The setting until which day completed tasks were reported."""

    def __init__(self, *, proposed: date | None) -> None:
        self.proposed = proposed
        self.kept: list[date] = []

    def keep(self, day: date) -> tuple[str, bool]:
        """Keep the day."""
        self.kept.append(day)
        return f"Kept {day}.", True


def app_over(
    desk: Desk | Clock,
    *,
    as_of: date | None = None,
    filters: dict[str, str] | None = None,
    office: ReportOffice | None = None,
    kept: dict[str, object] | None = None,
    reported_until: ReportedUntil | None = None,
) -> TrackerApp:
    """The screen over a register, as it is when it has just been started.

    What it keeps for its next start goes into ``kept``.
    """
    reported_until = reported_until or ReportedUntil(proposed=None)
    memory = {} if kept is None else kept
    own = own_views(filters or {})
    clock = desk if isinstance(desk, Clock) else Clock(desk)
    surroundings = Surroundings(
        desk=clock,
        prepare=lambda: None,
        log_defect=lambda _: "",
        office=lambda: office or office_of(Path(clock.desk.location).parent),
        office_name="Sở KH&CN",
        recall=lambda: json.loads(json.dumps(memory)),
        remember=memory.update,
        propose_reported_until=lambda: reported_until.proposed,
        keep_reported_until=reported_until.keep,
        tell_day_left=lambda undone: f"Left by {undone.operation}.",
        views=lambda: (*built_in_views(due_soon_days=clock.desk.policy.due_soon_days), *own),
    )
    return TrackerApp(surroundings, as_of=as_of)
