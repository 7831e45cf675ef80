"""``tracker remind``: a message for each division, ready to paste."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from tracker.cli.dispatch import Command
from tracker.cli.output import put_json, put_lines, tell
from tracker.cli.parsing import CommandParser, switch, text_option
from tracker.cli.place import Place, find_place
from tracker.core.totals import SCHEMA_VERSION
from tracker.operations.reminding import Reminder, reminders, unknown_unit
from tracker.reports.json_form import row_fields
from tracker.wording.reminders import nobody_to_remind, reminder_lines
from tracker.wording.views import unknown_name_line


def _configure(parser: CommandParser) -> None:
    text_option(parser, "--unit", "filter-unit")
    text_option(parser, "--as-of")
    switch(parser, "--json")


def _remind(given: Any) -> int:
    place = find_place(given.db)
    as_of = place.as_of(given.as_of)
    found = reminders(
        place.desk, as_of=as_of, unit=given.unit, successors=place.settings.successors
    )
    if given.json:
        put_json(_fields(found, as_of))
    else:
        _put_messages(place, found, as_of)
    if not found:
        _tell_nothing(place, given, as_of)
    return 0


def _fields(found: Sequence[Reminder], as_of: date) -> dict[str, object]:
    return {
        "schema_version": SCHEMA_VERSION,
        "as_of": as_of.isoformat(),
        "units": [
            {
                "unit": one.unit,
                "overdue": [row_fields(row) for row in one.overdue],
                "due_soon": [row_fields(row) for row in one.due_soon],
                "supported": [row_fields(row) for row in one.supported],
            }
            for one in found
        ],
    }


def _put_messages(place: Place, found: Sequence[Reminder], as_of: date) -> None:
    for number, one in enumerate(found):
        message = reminder_lines(
            one,
            as_of,
            place.settings.office_short_name,
            are_secret_shown=place.settings.secret_numbers,
        )
        put_lines([*([""] if number else []), *message])


def _tell_nothing(place: Place, given: Any, as_of: date) -> None:
    """A division that is not there must not look like one that is in time."""
    successors = place.settings.successors
    unknown = unknown_unit(place.desk, given.unit, successors=successors) if given.unit else None
    if unknown is not None:
        tell(unknown_name_line(unknown))
    elif not given.json:
        tell(nobody_to_remind(as_of, given.unit))


COMMANDS = {"remind": Command(_configure, _remind)}
