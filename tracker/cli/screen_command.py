"""``tracker tui`` where it was not typed plainly: in a browser, help, mistakes."""

from __future__ import annotations

from typing import Any

from tracker.cli.dispatch import Command
from tracker.cli.parsing import BadArguments, CommandParser, switch, text_option, whole_number
from tracker.cli.screen import run_screen
from tracker.wording.serving import PORT_WITHOUT_SERVE


def _configure(parser: CommandParser) -> None:
    text_option(parser, "--as-of")
    switch(parser, "--serve")
    text_option(parser, "--port", type=whole_number)


def _tui(given: Any) -> int:
    if given.serve:
        return _serve(given)
    if given.port is not None:
        raise BadArguments("tracker tui", PORT_WITHOUT_SERVE)
    return run_screen(given)


def _serve(given: Any) -> int:
    from tracker.cli.serving import serve

    said = {"--db": given.db, "--as-of": given.as_of}
    arguments = [part for option, value in said.items() if value for part in (option, value)]
    return serve(arguments, port=given.port or 0)


COMMANDS = {"tui": Command(_configure, _tui)}
