"""The screen, started with as little as its first picture needs.

``cli.screen_command`` is the same where it was not typed plainly.
"""

from __future__ import annotations

import os
from contextlib import suppress
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from tracker.cli.clerk import clerk
from tracker.cli.output import is_on_terminal
from tracker.clock import now_utc, vietnam_date
from tracker.core.errors import UsageError
from tracker.core.rules import DeadlinePolicy, Policy
from tracker.operations.desk import Desk
from tracker.quick_settings import load_quick_settings
from tracker.store.errors import NoRegister
from tracker.store.patience import WaitingTold
from tracker.store.reading import open_reading
from tracker.workspace import choose_database, find_workspace, is_register_named, make_workspace

if TYPE_CHECKING:
    from typing import Protocol

    from tracker.core.saved_views import SavedView
    from tracker.tui.surroundings import Surroundings

    class Options(Protocol):
        """What the quick lane and the argument parser both give."""

        as_of: str | None
        db: str | None


class NoTerminal(UsageError):
    """The screen was asked for where nothing can be drawn."""


def run_screen(given: Options) -> int:
    """Show the register until the clerk leaves; gives the exit code."""
    if not (is_on_terminal() or _BROWSER_VARIABLE in os.environ):
        raise NoTerminal
    surroundings = _surroundings(given)
    desk = surroundings.desk()
    _require_readable(desk.location, is_default=not is_register_named(given.db, os.environ))
    return _run(surroundings, as_of=_day(given.as_of, desk.today))


_BROWSER_VARIABLE = "TEXTUAL_DRIVER"
"""Set by the server of a browser's page, which draws what would go to a terminal."""


def _surroundings(given: Options) -> Surroundings:
    from tracker.cli.screen_memory import recall, remember
    from tracker.cli.screen_settings import ScreenSettings
    from tracker.tui.surroundings import Surroundings

    workspace = find_workspace(os.environ)
    quick = load_quick_settings(workspace)
    location = choose_database(workspace, quick.database, option=given.db, environ=os.environ)
    policy = Policy(
        deadline_policy=DeadlinePolicy(quick.deadline_policy), due_soon_days=quick.due_soon_days
    )
    settings = ScreenSettings(given.db)
    who = clerk()

    def desk() -> Desk:
        now = now_utc()
        return Desk(location=location, who=who, today=vietnam_date(now), at=now, policy=policy)

    def prepare() -> None:
        if not is_register_named(given.db, os.environ):
            make_workspace(workspace)

    def log_defect(error: Exception) -> str:
        from tracker.cli.bug_report import write_log

        return write_log(error)

    def views() -> tuple[SavedView, ...]:
        from tracker.core.saved_views import built_in_views

        return (*built_in_views(due_soon_days=policy.due_soon_days), *settings.views())

    return Surroundings(
        desk=desk,
        prepare=prepare,
        log_defect=log_defect,
        office=settings.office,
        office_name=quick.office_short_name,
        views=views,
        propose_reported_until=lambda: settings.propose_reported_until(desk().today),
        keep_reported_until=settings.keep_reported_until,
        tell_day_left=settings.tell_day_left,
        recall=partial(recall, workspace),
        remember=partial(remember, workspace),
    )


def _require_readable(location: str, *, is_default: bool) -> None:
    """Refuse at once what no screen could show; a register not made yet is an empty one."""
    missing = (NoRegister,) if is_default else ()
    with suppress(*missing):
        open_reading(location).close()


def _day(text: str | None, today: date) -> date | None:
    if text is None:
        return None
    from tracker.core.dates import parse_date

    day = parse_date(text, today=today)
    return None if day == today else day


def _run(surroundings: Surroundings, *, as_of: date | None) -> int:
    from tracker.tui.app import TrackerApp

    app = TrackerApp(surroundings, as_of=as_of)
    # What is said on the command line would be written across the picture.
    with WaitingTold(None):
        app.run()
    if app.defect is not None:
        raise app.defect
    return app.return_code or 0
