"""``tracker status``: the register in numbers."""

from __future__ import annotations

import os
import sys

from tracker.cli.output import put_lines, put_text
from tracker.clock import today
from tracker.core.totals import SCHEMA_VERSION, Totals
from tracker.operations.status import Status, read_status
from tracker.quick_settings import load_quick_settings
from tracker.store.errors import NoRegister
from tracker.workspace import choose_database, find_workspace, is_register_named

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import date
    from typing import Protocol

    class Options(Protocol):
        """What the quick lane and the argument parser both give."""

        as_of: str | None
        db: str | None
        json: bool
        fail_on_overdue: bool


OVERDUE_FOUND = 1
_LISTED = 10
_PIPED_WIDTH = 160


def run_status(options: Options) -> int:
    """Print the status; 1 where overdue directives were to be told apart and there are any."""
    workspace = find_workspace(os.environ)
    settings = load_quick_settings(workspace)
    location = choose_database(workspace, settings.database, option=options.db, environ=os.environ)
    now = today()
    as_of = _day(options.as_of, now)
    try:
        status = read_status(
            location,
            as_of=as_of,
            deadline_policy=settings.deadline_policy,
            due_soon_days=settings.due_soon_days,
            listed=0 if options.json else _LISTED,
        )
    except NoRegister:
        if is_register_named(options.db, os.environ):
            raise
        status = None
    if options.json:
        _put_json(status.totals if status else Totals(), as_of)
    elif status is None or _is_empty(status.totals):
        _put_empty(as_of, location)
    else:
        _put_text(status, as_of, is_today=as_of == now, due_soon_days=settings.due_soon_days)
    is_late = status is not None and status.totals.overdue > 0
    return OVERDUE_FOUND if options.fail_on_overdue and is_late else 0


def _day(text: str | None, now: date) -> date:
    if text is None:
        return now
    from tracker.core.dates import parse_date

    return parse_date(text, today=now)


def _is_empty(totals: Totals) -> bool:
    return totals.total + totals.withdrawn + totals.supporting == 0


def _put_json(totals: Totals, as_of: date) -> None:
    numbers = {"schema_version": SCHEMA_VERSION, "as_of": as_of.isoformat(), **totals.as_dict()}
    put_text(json_of_numbers(numbers) + "\n")


def json_of_numbers(value: object, indent: str = "") -> str:
    """JSON of whole numbers and plain ASCII words in nested objects, as ``json.dumps`` has it.

    The library that does this for everything takes a third of the time of a whole status to load.
    """
    if isinstance(value, dict):
        inner = indent + "  "
        fields = (f'{inner}"{key}": {json_of_numbers(one, inner)}' for key, one in value.items())
        return "{\n" + ",\n".join(fields) + f"\n{indent}}}"
    return str(value) if isinstance(value, int) else f'"{value}"'


def _put_empty(as_of: date, location: str) -> None:
    from tracker.wording.status import empty_register

    put_lines(empty_register(as_of, location))


def _put_text(status: Status, as_of: date, *, is_today: bool, due_soon_days: int) -> None:
    put_lines(status_lines(status, as_of, is_today=is_today, due_soon_days=due_soon_days))


def status_lines(status: Status, as_of: date, *, is_today: bool, due_soon_days: int) -> list[str]:
    """The status as people read it: numbers first, then what needs attention."""
    from tracker.cli.text_table import lines, terminal_width
    from tracker.wording.status import due_cells, headline, number_lines, rows_title

    width = min(terminal_width(sys.stdout), _PIPED_WIDTH)
    out = [headline(as_of, is_today=is_today), ""]
    out += number_lines(status.totals, due_soon_days=due_soon_days)
    for is_overdue, rows, number in (
        (True, status.overdue, status.totals.overdue),
        (False, status.due_soon, status.totals.due_soon),
    ):
        if rows:
            title = rows_title(
                number, len(rows), is_overdue=is_overdue, due_soon_days=due_soon_days
            )
            cells = [due_cells(row, as_of) for row in rows]
            out += ["", title, *lines(cells, width=width, indent="  ")]
    return out
