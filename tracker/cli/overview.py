"""``tracker overview``: the charts of the overview screen as plain text."""

from __future__ import annotations

import sys
from typing import Any

from tracker.cli.dispatch import Command
from tracker.cli.output import put_json, put_lines
from tracker.cli.overview_json import overview_fields
from tracker.cli.parsing import CommandParser, switch, text_option
from tracker.cli.place import Place, find_place
from tracker.cli.text_table import UNLIMITED, terminal_width
from tracker.core.overview import Overview, overview_of_nothing
from tracker.operations.overview import read_overview
from tracker.store.errors import NoRegister
from tracker.wording.charts import Canvas, Role, plain, prose
from tracker.wording.overview_screen import overview_charts, overview_headline
from tracker.wording.status import empty_register

_NARROWEST = 60
_WIDEST = 200
_PIPED = 100


def _configure(parser: CommandParser) -> None:
    text_option(parser, "--as-of")
    for flag in ("--ascii", "--json"):
        switch(parser, flag)


def _overview(given: Any) -> int:
    place = find_place(given.db)
    as_of = place.as_of(given.as_of)
    try:
        found = read_overview(place.desk, as_of=as_of, successors=place.settings.successors)
    except NoRegister:
        if not place.is_default_register:
            raise
        found = None
    if given.json:
        put_json(overview_fields(found or overview_of_nothing(as_of)))
    elif found is None:
        put_lines(empty_register(as_of, place.desk.location))
    else:
        _put_charts(found, place, is_ascii=given.ascii)
    return 0


def _put_charts(found: Overview, place: Place, *, is_ascii: bool) -> None:
    canvas = Canvas(width=_width(), is_ascii=is_ascii)
    headline = overview_headline(found.as_of, is_today=found.as_of == place.desk.today)
    lines = [plain(line) for line in prose(headline, Role.TITLE, canvas)]
    for chart in overview_charts(found, canvas):
        lines += ["", *map(plain, chart.lines)]
    put_lines(lines)


def _width() -> int:
    """The terminal's, as far as charts can be read; what is piped has one of its own."""
    found = terminal_width(sys.stdout)
    return _PIPED if found == UNLIMITED else max(_NARROWEST, min(found, _WIDEST))


COMMANDS = {"overview": Command(_configure, _overview)}
