"""From the word on the command line to the module that knows the command."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import Any, NamedTuple

from tracker.cli.output import is_on_terminal, put_lines
from tracker.cli.parsing import CommandParser, command_parser, use_vietnamese, wrapped_help
from tracker.cli.text_table import terminal_width
from tracker.core.errors import UsageError


class Command(NamedTuple):
    """How a command is asked for, and what it does; each command module has a table of them."""

    configure: Callable[[CommandParser], None]
    run: Callable[[Any], int]
    """Takes the parsed options, gives the exit code."""


MODULES = {
    "tui": "tracker.cli.screen_command",
    "status": "tracker.cli.status_command",
    "overview": "tracker.cli.overview",
    "list": "tracker.cli.looking",
    "show": "tracker.cli.looking",
    "history": "tracker.cli.looking",
    "add": "tracker.cli.entering",
    "import": "tracker.cli.importing",
    "edit": "tracker.cli.entering",
    "start": "tracker.cli.changing",
    "done": "tracker.cli.changing",
    "note": "tracker.cli.changing",
    "extend": "tracker.cli.changing",
    "withdraw": "tracker.cli.changing",
    "suspend": "tracker.cli.changing",
    "resume": "tracker.cli.changing",
    "reopen": "tracker.cli.changing",
    "correct": "tracker.cli.amending",
    "void": "tracker.cli.amending",
    "handover": "tracker.cli.amending",
    "days-off": "tracker.cli.calendar",
    "undo": "tracker.cli.changing",
    "report": "tracker.cli.reporting",
    "summary": "tracker.cli.reporting",
    "reports": "tracker.cli.issuing",
    "diff": "tracker.cli.issuing",
    "retract": "tracker.cli.issuing",
    "reconcile": "tracker.cli.reconciling",
    "remind": "tracker.cli.reminding",
    "check": "tracker.cli.checking",
    "backup": "tracker.cli.safety",
    "restore": "tracker.cli.safety",
    "demo": "tracker.cli.demo",
    "completion": "tracker.cli.completion",
}


HELP = frozenset({"-h", "--help"})

_HELP_WIDTH = 100


class UnknownCommand(UsageError):
    """There is no such command; ``nearest`` is one it may have meant."""

    def __init__(self, name: str, nearest: str | None) -> None:
        super().__init__(name)
        self.name = name
        self.nearest = nearest


def run_command(arguments: Sequence[str]) -> int:
    """Run the command named by the first argument."""
    arguments = _command_first(arguments)
    name = arguments[0]
    if name == "help" or name in HELP:
        return _help(arguments[1:])
    if name == "--version":
        return _version()
    command = command_named(name)
    use_vietnamese()
    parser = command_parser(name, command.configure)
    typed = _values_joined(arguments[1:], parser)
    if _asks_for_help(typed):
        put_lines(wrapped_help(parser, min(terminal_width(sys.stdout), _HELP_WIDTH)))
        return 0
    return command.run(parser.parse_args(typed))


def _values_joined(arguments: Sequence[str], parser: CommandParser) -> list[str]:
    """``--text -h`` as ``--text=-h``: what an option takes is its value, and no call for help."""
    takes_value = {
        flag for flag, action in parser._option_string_actions.items() if action.nargs is None
    }
    joined: list[str] = []
    for argument in arguments:
        if argument in HELP and joined and joined[-1] in takes_value:
            joined[-1] += f"={argument}"
        else:
            joined.append(argument)
    return joined


def _asks_for_help(arguments: Sequence[str]) -> bool:
    """Whether help is among the options; behind ``--`` there are none."""
    end = arguments.index("--") if "--" in arguments else len(arguments)
    return not HELP.isdisjoint(arguments[:end])


def command_named(name: str) -> Command:
    """The command, its module loaded."""
    if name not in MODULES:
        raise UnknownCommand(name, _nearest(name))
    commands: dict[str, Command] = import_module(MODULES[name]).COMMANDS
    return commands[name]


def _command_first(arguments: Sequence[str]) -> list[str]:
    """``tracker --db FILE list`` is ``tracker list --db FILE``; nothing at all is the screen."""
    if not arguments:
        return ["tui"] if is_on_terminal() else ["status"]
    if arguments[0] == "--db" and len(arguments) >= 2:
        return [*(_command_first(arguments[2:])), *arguments[:2]]
    if arguments[0].startswith("--db="):
        return [*(_command_first(arguments[1:])), arguments[0]]
    return list(arguments)


def _help(arguments: Sequence[str]) -> int:
    if arguments and not arguments[0].startswith("-"):
        return run_command([arguments[0], "--help"])
    from tracker.wording.help_page import help_page

    put_lines(help_page())
    return 0


def _version() -> int:
    from tracker import __version__

    put_lines([f"tracker {__version__}"])
    return 0


def _nearest(name: str) -> str | None:
    from difflib import get_close_matches

    close = get_close_matches(name, MODULES, n=1, cutoff=0.6)
    return close[0] if close else None
