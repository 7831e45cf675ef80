"""``tracker list``, ``show`` and ``history``."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from tracker.cli.dispatch import Command
from tracker.cli.filtering import wanted_filter
from tracker.cli.json_forms import history_fields, list_fields
from tracker.cli.output import harmless, put_json, put_lines, put_text, tell
from tracker.cli.parsing import (
    CommandParser,
    add_reference,
    switch,
    text_option,
    whole_number,
)
from tracker.cli.place import Place, find_place
from tracker.cli.text_table import lines, terminal_width
from tracker.core.assessed import AssessedDirective
from tracker.core.totals import SCHEMA_VERSION
from tracker.operations.filtering import selection_of
from tracker.operations.queries import history, list_directives, show, unknown_names
from tracker.store.errors import NoRegister
from tracker.store.selection import Selection
from tracker.wording.filters import filter_line
from tracker.wording.help import ARGUMENTS, PLACEHOLDERS
from tracker.wording.history import history_lines
from tracker.wording.views import (
    LIST_COLUMNS,
    csv_rows,
    list_cells,
    list_footer,
    supporting_hidden,
    unknown_name_line,
    whole_lines,
)


def _configure_list(parser: CommandParser) -> None:
    parser.add_argument(
        "filter", nargs="*", metavar=PLACEHOLDERS["filter"], help=ARGUMENTS["filter"]
    )
    for flag, words in (
        ("--progress", "progress"),
        ("--state", "state"),
        ("--unit", "filter-unit"),
        ("--officer", "filter-officer"),
        ("--assigned-by", "filter-assigned-by"),
        ("--role", "role"),
        ("--search", "search"),
        ("--sort", "sort"),
        ("--view", "view"),
        ("--as-of", "as-of"),
    ):
        text_option(parser, flag, words)
    for flag in ("--due-within", "--limit"):
        text_option(parser, flag, type=whole_number)
    for flag in ("--no-deadline", "--json", "--csv"):
        switch(parser, flag)


def _list(given: Any) -> int:
    place = find_place(given.db)
    as_of = place.as_of(given.as_of)
    wanted = wanted_filter(place, given, as_of=as_of)
    selection = selection_of(wanted, successors=place.settings.successors)
    selection = replace(selection, limit=given.limit)
    rows = _rows(place, selection, as_of)
    if given.json:
        put_json(list_fields(rows, as_of))
    elif given.csv:
        _put_csv(rows)
    elif rows:
        width = terminal_width(sys.stdout)
        cells = [list_cells(row, as_of) for row in rows]
        put_lines(lines([LIST_COLUMNS, *cells], width=width, has_heading=True))
    if not given.json and not given.csv:
        if given.filter or given.view:
            tell(filter_line(wanted))
        is_today = as_of == place.desk.today
        tell(list_footer(rows, as_of, is_today=is_today, is_cut=selection.limit == 0))
        _tell_hidden(place, selection, as_of)
    if not rows:
        _tell_unknown(place, selection)
    return 0


def _tell_unknown(place: Place, selection: Selection) -> None:
    """A misspelt name must not look like one without anything to do."""
    if place.is_without_register:
        return
    for unknown in unknown_names(place.desk, selection):
        tell(unknown_name_line(unknown))


def _tell_hidden(place: Place, selection: Selection, as_of: date) -> None:
    """A directive that was entered must not seem lost."""
    if selection.is_supporting is False:
        hidden = _rows(place, replace(selection, is_supporting=True), as_of)
        if hidden:
            tell(supporting_hidden(len(hidden)))


def _rows(place: Place, selection: Selection, as_of: date) -> list[AssessedDirective]:
    """The rows; none in a register that does not exist yet, unless one was named."""
    try:
        return list_directives(place.desk, selection, as_of=as_of)
    except NoRegister:
        if not place.is_default_register:
            raise
        return []


def _put_csv(rows: Sequence[AssessedDirective]) -> None:
    """For Excel: a byte-order mark, and in the cells nothing it would run, nothing that acts."""
    import csv
    from io import StringIO

    table = StringIO(newline="")
    table.write("\ufeff")
    writer = csv.writer(table, lineterminator="\r\n")
    writer.writerows([_no_formula(harmless(cell)) for cell in row] for row in csv_rows(rows))
    if hasattr(sys.stdout, "reconfigure"):
        # Windows would make two carriage returns of one.
        sys.stdout.reconfigure(newline="")
    put_text(table.getvalue())


def _no_formula(cell: str) -> str:
    return f"'{cell}" if cell.startswith(("=", "+", "-", "@", "\t", "\r")) else cell


def _configure_show(parser: CommandParser) -> None:
    add_reference(parser)
    text_option(parser, "--as-of")
    switch(parser, "--json")


def _show(given: Any) -> int:
    place = find_place(given.db)
    as_of = place.as_of(given.as_of)
    whole = show(place.desk, given.ref, as_of=as_of)
    if given.json:
        put_json({**list_fields(whole.rows, as_of), "events": history_fields(whole.entries)})
    else:
        put_lines(whole_lines(whole.rows, as_of))
        put_lines(["", *history_lines(whole.entries, is_brief=True)])
    return 0


def _configure_history(parser: CommandParser) -> None:
    add_reference(parser)
    switch(parser, "--json")


def _history(given: Any) -> int:
    found, entries = history(find_place(given.db).desk, given.ref)
    if given.json:
        put_json(
            {
                "schema_version": SCHEMA_VERSION,
                "id": found.id,
                "events": history_fields(entries),
            }
        )
    else:
        put_lines(history_lines(entries, is_brief=False))
    return 0


COMMANDS = {
    "list": Command(_configure_list, _list),
    "show": Command(_configure_show, _show),
    "history": Command(_configure_history, _history),
}
