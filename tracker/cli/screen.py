"""``tracker tui``: the screen. Everything but the first picture is loaded after it."""

from __future__ import annotations

import os
from contextlib import suppress
from datetime import date
from functools import partial
from typing import Any

from tracker.cli.clerk import clerk
from tracker.cli.dispatch import Command
from tracker.cli.parsing import CommandParser, text_option
from tracker.cli.quick import is_on_terminal
from tracker.clock import now_utc, vietnam_date
from tracker.core.errors import UsageError
from tracker.core.rules import DeadlinePolicy, Policy
from tracker.operations.desk import Desk
from tracker.quick_settings import load_quick_settings
from tracker.store.errors import NoRegister
from tracker.store.reading import open_reading
from tracker.workspace import choose_database, find_workspace, is_register_named, make_workspace


class NoTerminal(UsageError):
    """The screen was asked for where nothing can be drawn."""


def _configure(parser: CommandParser) -> None:
    text_option(parser, "--as-of")


def _tui(given: Any) -> int:
    if not is_on_terminal():
        raise NoTerminal
    workspace = find_workspace(os.environ)
    quick = load_quick_settings(workspace)
    location = choose_database(workspace, quick.database, option=given.db, environ=os.environ)
    is_default = not is_register_named(given.db, os.environ)
    policy = Policy(
        deadline_policy=DeadlinePolicy(quick.deadline_policy), due_soon_days=quick.due_soon_days
    )
    who = clerk()

    def desk() -> Desk:
        now = now_utc()
        return Desk(location=location, who=who, today=vietnam_date(now), at=now, policy=policy)

    def prepare() -> None:
        if is_default:
            make_workspace(workspace)

    _require_readable(location, is_default=is_default)
    return _run(desk, prepare, workspace, as_of=_day(given.as_of, desk().today))


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


def _run(desk: Any, prepare: Any, workspace: str, *, as_of: date | None) -> int:
    from tracker.cli.screen_memory import recall, remember
    from tracker.tui.app import TrackerApp
    from tracker.tui.surroundings import Surroundings

    def office_name() -> str:
        from tracker.settings.office import load_settings

        return load_settings(workspace).office_short_name

    def log_defect(error: Exception) -> str:
        from tracker.cli.bug_report import write_log

        return write_log(error)

    surroundings = Surroundings(
        desk=desk,
        prepare=prepare,
        log_defect=log_defect,
        office_name=office_name,
        recall=partial(recall, workspace),
        remember=partial(remember, workspace),
    )
    app = TrackerApp(surroundings, as_of=as_of)
    app.run()
    if app.defect is not None:
        raise app.defect
    return app.return_code or 0


COMMANDS = {"tui": Command(_configure, _tui)}
