"""Completion by the Tab key: commands, options and document numbers."""

from __future__ import annotations

from typing import Any

from tracker.cli.dispatch import MODULES, Command, command_named
from tracker.cli.output import put_lines
from tracker.cli.parsing import CommandParser, UnknownChoice, complete_command, use_vietnamese
from tracker.core.errors import TrackerError
from tracker.core.vietnamese import clean
from tracker.wording.help import ARGUMENTS, PLACEHOLDERS
from tracker.wording.help import COMMANDS as WORDS

SHELLS = ("bash", "zsh", "fish", "powershell")


def complete() -> int:
    """Answer the shell; called while it holds the line that is being typed."""
    import argcomplete

    argcomplete.autocomplete(_whole_parser(), always_complete_options="long", validator=_begins)
    return 0


def _begins(offered: str, typed: str) -> bool:
    """Whether it may be what is being typed; symbols are often typed without capitals."""
    return offered.casefold().startswith(typed.casefold())


def _whole_parser() -> CommandParser:
    use_vietnamese()
    parser = CommandParser(prog="tracker", allow_abbrev=False)
    parser.add_argument("--db")
    parser.add_argument("--version", action="store_true")
    commands = parser.add_subparsers()
    for name in MODULES:
        one = commands.add_parser(name, help=WORDS[name].summary, add_help=False)
        complete_command(one, name, command_named(name).configure)
        for action in one._actions:
            if action.dest == "ref":
                action.completer = document_numbers_like  # type: ignore[attr-defined]
    return parser


def document_numbers_like(prefix: str, parsed_args: Any, **_: Any) -> list[str]:
    """The document numbers in the register that begin with what was typed."""
    from tracker.cli.place import find_place
    from tracker.store.finding import document_numbers
    from tracker.store.reading import open_reading

    try:
        place = find_place(getattr(parsed_args, "db", None))
        with open_reading(place.desk.location) as reading:
            return document_numbers(reading, clean(prefix)[0].casefold())
    except TrackerError:
        return []


def _configure(parser: CommandParser) -> None:
    parser.add_argument("shell", metavar=PLACEHOLDERS["shell"], help=ARGUMENTS["shell"])


def _print_code(given: Any) -> int:
    if given.shell not in SHELLS:
        raise UnknownChoice("tracker completion", given.shell, SHELLS)
    from argcomplete.shell_integration import shellcode

    code = shellcode(["tracker"], shell=given.shell)
    put_lines([code])
    return 0


COMMANDS = {"completion": Command(_configure, _print_code)}
