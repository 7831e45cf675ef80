"""``tracker reports``, ``diff`` and ``retract``: the reports that went out."""

from __future__ import annotations

import sys
from typing import Any

from tracker.cli.dispatch import Command
from tracker.cli.issued_json import comparison_fields, issued_fields
from tracker.cli.output import put_json, put_lines, tell
from tracker.cli.parsing import CommandParser, switch, text_option
from tracker.cli.place import Place, find_place
from tracker.cli.text_table import lines, terminal_width
from tracker.core.totals import SCHEMA_VERSION
from tracker.operations.comparing import compare
from tracker.operations.issuing import Which, list_issued, parse_which, retract
from tracker.store.errors import NoRegister
from tracker.store.issued import IssuedReport
from tracker.wording.differences import comparison_lines
from tracker.wording.help import ARGUMENTS, PLACEHOLDERS
from tracker.wording.issued import REPORT_COLUMNS, report_cells, reports_footer, retracted_line


def _configure_reports(parser: CommandParser) -> None:
    parser.add_argument("--all", action="store_true", help=ARGUMENTS["all-reports"])
    switch(parser, "--json")


def _reports(given: Any) -> int:
    found = _issued(find_place(given.db), with_retracted=given.all)
    if given.json:
        put_json(
            {"schema_version": SCHEMA_VERSION, "reports": [issued_fields(one) for one in found]}
        )
        return 0
    if found:
        cells = [report_cells(one) for one in found]
        width = terminal_width(sys.stdout)
        put_lines(lines([REPORT_COLUMNS, *cells], width=width, has_heading=True))
    tell(reports_footer(found, with_retracted=given.all))
    return 0


def _issued(place: Place, *, with_retracted: bool) -> tuple[IssuedReport, ...]:
    """The reports; none in a register that does not exist yet, unless one was named."""
    try:
        return list_issued(place.desk, with_retracted=with_retracted)
    except NoRegister:
        if not place.is_default_register:
            raise
        return ()


def _configure_which(parser: CommandParser) -> None:
    parser.add_argument(
        "which", metavar=PLACEHOLDERS["issued-period"], help=ARGUMENTS["issued-period"]
    )
    switch(parser, "--json")


def _which(place: Place, given: Any) -> Which:
    return parse_which(given.which, cut_off=place.settings.cut_off)


def _diff(given: Any) -> int:
    place = find_place(given.db)
    comparison = compare(place.desk, _which(place, given))
    are_secret_shown = place.settings.secret_numbers
    if given.json:
        fields = comparison_fields(comparison, are_secret_shown=are_secret_shown)
        put_json({"schema_version": SCHEMA_VERSION, **fields})
    else:
        put_lines(comparison_lines(comparison, are_secret_shown=are_secret_shown))
    return 0


def _configure_retract(parser: CommandParser) -> None:
    _configure_which(parser)
    text_option(parser, "--reason", "retract-reason", default="")


def _retract(given: Any) -> int:
    place = find_place(given.db)
    report = retract(place.desk, _which(place, given), reason=given.reason)
    if given.json:
        put_json({"schema_version": SCHEMA_VERSION, **issued_fields(report)})
    else:
        put_lines([retracted_line(report)])
    return 0


COMMANDS = {
    "reports": Command(_configure_reports, _reports),
    "diff": Command(_configure_which, _diff),
    "retract": Command(_configure_retract, _retract),
}
