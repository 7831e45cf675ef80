"""Where a command works: the workspace, its settings and register, the day, the clerk."""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from tracker.cli.clerk import clerk
from tracker.clock import now_utc, vietnam_date
from tracker.core.database_address import is_url
from tracker.core.dates import parse_date
from tracker.core.rules import Policy
from tracker.operations.desk import Desk
from tracker.settings.office import Settings, load_settings
from tracker.workspace import (
    choose_database,
    find_workspace,
    in_workspace,
    is_register_named,
    make_workspace,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """The surroundings of one command."""

    workspace: str
    settings: Settings
    desk: Desk
    is_default_register: bool
    """The register was not named by --db or TRACKER_DB."""

    def as_of(self, text: str | None) -> date:
        """The day asked for, else today."""
        return self.desk.today if text is None else self.day(text)

    def day(self, text: str) -> date:
        """A day as typed."""
        return parse_date(text, today=self.desk.today)

    @property
    def exports(self) -> Path:
        """The folder reports are written to."""
        return Path(in_workspace(self.workspace, self.settings.exports))

    @property
    def is_without_register(self) -> bool:
        """Whether the register is a file that does not exist yet."""
        location = self.desk.location
        return not is_url(location) and not Path(location).exists()

    def prepare(self) -> None:
        """Make the workspace before the first write, where none is there yet."""
        if self.is_default_register:
            make_workspace(self.workspace)


def find_place(database_option: str | None) -> Place:
    """The place the environment and the options point to."""
    workspace = find_workspace(os.environ)
    settings = load_settings(workspace)
    location = choose_database(
        workspace, settings.database, option=database_option, environ=os.environ
    )
    now = now_utc()
    desk = Desk(
        location=location,
        who=clerk(),
        today=vietnam_date(now),
        at=now,
        policy=Policy(
            deadline_policy=settings.deadline_policy, due_soon_days=settings.due_soon_days
        ),
        cut_off=settings.cut_off,
    )
    return Place(
        workspace=workspace,
        settings=settings,
        desk=desk,
        is_default_register=not is_register_named(database_option, os.environ),
    )
