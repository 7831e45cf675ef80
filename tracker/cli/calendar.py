"""``tracker days-off``: the holidays and the worked weekends."""

from __future__ import annotations

import sys
from typing import Any

from tracker.cli.dispatch import Command
from tracker.cli.output import put_json, put_lines, tell
from tracker.cli.parsing import BadArguments, CommandParser, UnknownChoice, switch, text_option
from tracker.cli.place import Place, find_place
from tracker.cli.text_table import lines, terminal_width
from tracker.core.dates import FIRST_YEAR, LAST_YEAR
from tracker.core.days_off import DaysOff
from tracker.core.totals import SCHEMA_VERSION
from tracker.operations.calendar import CalendarChanged, change_days, days_off
from tracker.store.days_off import DayKind
from tracker.wording.calendar import changed_lines, day_off_cells, day_off_footer
from tracker.wording.help import ARGUMENTS, PLACEHOLDERS
from tracker.wording.messages import ONE_YEAR_PLEASE, WHICH_DAYS, WITHOUT_USE_IN_LIST
from tracker.wording.remarks import weekend_remark

ACTIONS = ("list", "add", "remove")


def _configure(parser: CommandParser) -> None:
    parser.add_argument(
        "action",
        nargs="?",
        default="list",
        metavar=PLACEHOLDERS["action"],
        help=ARGUMENTS["action"],
    )
    parser.add_argument("days", nargs="*", metavar=PLACEHOLDERS["days"], help=ARGUMENTS["days"])
    text_option(parser, "--name", "day-name")
    switch(parser, "--working")
    switch(parser, "--json")


def _days_off(given: Any) -> int:
    if _is_year(given.action):
        given.action, given.days = "list", [given.action, *given.days]
    if given.action not in ACTIONS:
        raise UnknownChoice("tracker days-off", given.action, ACTIONS)
    place = find_place(given.db)
    if given.action == "list":
        return _list(place, given)
    if not given.days:
        raise BadArguments("tracker days-off", WHICH_DAYS[given.action])
    kind = None
    if given.action == "add":
        kind = DayKind.WORKING if given.working else DayKind.HOLIDAY
        place.prepare()
    return _told(change_days(place.desk, given.days, kind=kind, name=given.name), given)


def _list(place: Place, given: Any) -> int:
    if given.name is not None or given.working:
        raise BadArguments("tracker days-off", WITHOUT_USE_IN_LIST)
    year = _year(given.days, otherwise=place.desk.today.year)
    found = days_off(place.desk, year)
    if given.json:
        put_json(
            {
                "schema_version": SCHEMA_VERSION,
                "year": year,
                "days": [
                    {"day": one.day.isoformat(), "kind": one.kind.value, "name": one.name}
                    for one in found
                ],
            }
        )
        return 0
    put_lines(lines([day_off_cells(one) for one in found], width=terminal_width(sys.stdout)))
    tell(day_off_footer(year, found))
    return 0


def _year(typed: list[str], *, otherwise: int) -> int:
    if not typed:
        return otherwise
    if len(typed) > 1 or not _is_year(typed[0]):
        raise BadArguments("tracker days-off", ONE_YEAR_PLEASE)
    return min(max(int(typed[0]), FIRST_YEAR), LAST_YEAR)


def _is_year(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) == 4


def _told(changed: CalendarChanged, given: Any) -> int:
    if given.json:
        put_json(
            {
                "schema_version": SCHEMA_VERSION,
                "days": [day.isoformat() for day in changed.days],
                "kind": changed.kind and changed.kind.value,
                "moved": [
                    {
                        "id": one.id,
                        "document_number": one.document_number,
                        "before": one.before and one.before.isoformat(),
                        "after": one.after and one.after.isoformat(),
                    }
                    for one in changed.moved
                ],
            }
        )
    else:
        put_lines(changed_lines(changed))
        if changed.kind is DayKind.HOLIDAY and given.name is None:
            for day in filter(DaysOff().is_day_off, changed.days):
                tell(weekend_remark(day))
    return 0


COMMANDS = {"days-off": Command(_configure, _days_off)}
