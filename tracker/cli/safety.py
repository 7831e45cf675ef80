"""``tracker backup`` and ``restore``."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tracker.cli.dispatch import Command
from tracker.cli.output import put_json, put_lines
from tracker.cli.parsing import CommandParser, switch
from tracker.cli.place import Place, find_place
from tracker.core.totals import SCHEMA_VERSION
from tracker.operations.safekeeping import back_up, restore
from tracker.wording.help import ARGUMENTS, PLACEHOLDERS
from tracker.wording.safety import backup_lines, restored_lines


def _configure_backup(parser: CommandParser) -> None:
    parser.add_argument("path", nargs="?", metavar=PLACEHOLDERS["backup"], help=ARGUMENTS["backup"])
    switch(parser, "--json")


def _configure_restore(parser: CommandParser) -> None:
    parser.add_argument("path", metavar=PLACEHOLDERS["backup"], help=ARGUMENTS["backup"])
    switch(parser, "--json")


def server_folder(place: Place) -> Path:
    """Where the copies of a register go that lies in no folder itself."""
    return Path(place.workspace) / "data" / "backups"


def _backup(given: Any) -> int:
    place = find_place(given.db)
    made = back_up(
        place.desk,
        given.path,
        server_folder=server_folder(place),
        kept=place.settings.backups_kept,
    )
    if given.json:
        put_json(
            {
                "schema_version": SCHEMA_VERSION,
                "path": str(made.path.absolute()),
                "size": made.size,
                "directives": made.contents.directives,
                "changed_by": made.contents.changed_by,
                "changed_at": made.contents.changed_at,
                "removed": [str(path) for path in made.removed],
            }
        )
    else:
        put_lines(backup_lines(made))
    return 0


def _restore(given: Any) -> int:
    place = find_place(given.db)
    done = restore(place.desk, given.path, server_folder=server_folder(place))
    place.prepare()
    if given.json:
        put_json(
            {
                "schema_version": SCHEMA_VERSION,
                "directives": done.contents.directives,
                "changed_by": done.contents.changed_by,
                "changed_at": done.contents.changed_at,
                "kept": done.kept and str(done.kept.path),
                "is_damaged": bool(done.kept and done.kept.is_damaged),
            }
        )
    else:
        put_lines(restored_lines(done))
    return 0


COMMANDS = {
    "backup": Command(_configure_backup, _backup),
    "restore": Command(_configure_restore, _restore),
}
