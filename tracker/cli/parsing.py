"""The standard argument parser, speaking Vietnamese and ending through our own errors."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from typing import Any, NoReturn

from tracker.core.errors import UsageError
from tracker.wording.argument_errors import in_vietnamese, in_vietnamese_counted
from tracker.wording.help import (
    ANY_TEXT,
    ARGUMENTS,
    COMMANDS,
    DATES_NOTE,
    EXAMPLES_TITLE,
    PLACEHOLDERS,
    REFERENCE_NOTE,
)


class BadArguments(UsageError):
    """The command line does not fit the command; ``message`` is the parser's, in Vietnamese."""

    def __init__(self, command: str, message: str) -> None:
        super().__init__(command, message)
        self.command = command
        self.message = message


class UnknownChoice(UsageError):
    """An option was given a value outside its list."""

    def __init__(self, option: str, text: str, choices: Sequence[str]) -> None:
        super().__init__(option, text)
        self.option = option
        self.text = text
        self.choices = tuple(choices)


class CommandParser(argparse.ArgumentParser):
    """A parser for one command. Mistakes are raised, not printed."""

    def _get_values(self, action: argparse.Action, arg_strings: list[str]) -> Any:
        """Give an option what was typed: the library drops ``--``, also from ``--text=--``."""
        if action.option_strings and action.nargs is None and arg_strings == ["--"]:
            return "--" if action.type is None else self._get_value(action, "--")
        return super()._get_values(action, arg_strings)

    def error(self, message: str) -> NoReturn:
        """Raise instead of printing a usage in English."""
        raise BadArguments(self.prog, message)


Configure = Callable[[CommandParser], None]


def use_vietnamese() -> None:
    """Make the library's messages Vietnamese: it looks them up by these two module names."""
    setattr(argparse, "_", in_vietnamese)  # noqa: B010 - not part of its declared interface
    setattr(argparse, "ngettext", in_vietnamese_counted)  # noqa: B010


def command_parser(name: str, configure: Configure) -> CommandParser:
    """The parser of one command, with help, examples and the options every command has."""
    words = COMMANDS[name]
    parser = CommandParser(
        prog=f"tracker {name}",
        description="\n".join(filter(None, (words.summary + ".", words.details))),
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
        add_help=False,
    )
    complete_command(parser, name, configure)
    parser.epilog = _epilog(parser, words.examples)
    return parser


_WITHOUT_REGISTER = frozenset({"demo", "completion"})
"""Commands that open no register of the user's."""


def complete_command(parser: CommandParser, name: str, configure: Configure) -> None:
    """Add a command's own arguments and those that every command has."""
    configure(parser)
    if name not in _WITHOUT_REGISTER:
        parser.add_argument("--db", metavar=PLACEHOLDERS["db"], help=ARGUMENTS["db"])
    parser.add_argument("-h", "--help", action="help", help=ARGUMENTS["help"])


_NOTES = (("as-of", DATES_NOTE), ("deadline", DATES_NOTE), ("ref", REFERENCE_NOTE))
"""What is said of an argument, by one of those that stand in a usage line as it does."""


def _epilog(parser: CommandParser, examples: Sequence[str]) -> str:
    """Examples, and how to write what this command takes."""
    shown = {action.metavar for action in parser._actions}
    notes = dict.fromkeys(note for name, note in _NOTES if PLACEHOLDERS[name] in shown)
    lines = [f"{EXAMPLES_TITLE}:", *(f"  {example}" for example in examples)]
    return "\n".join([*lines, "", " ".join(notes)] if notes else lines)


def wrapped_help(parser: CommandParser, width: int) -> list[str]:
    """The lines of the help, its long notes wrapped to the terminal."""
    import textwrap

    def wrap(line: str) -> str:
        if line.startswith("  ") or len(line) <= width:
            return line
        return textwrap.fill(line, width)

    return [wrap(line) for line in parser.format_help().splitlines()]


def add_reference(parser: CommandParser) -> None:
    """The argument that says which directive is meant."""
    parser.add_argument("ref", metavar=PLACEHOLDERS["ref"], help=ARGUMENTS["ref"])


def text_option(parser: CommandParser, flag: str, words: str = "", **more: object) -> None:
    """An option that takes one text; its help is looked up by its name unless told."""
    name = words or flag.removeprefix("--")
    parser.add_argument(
        flag,
        metavar=PLACEHOLDERS.get(name, ANY_TEXT),
        help=ARGUMENTS[name],
        **more,  # type: ignore[arg-type]
    )


def switch(parser: CommandParser, flag: str) -> None:
    """An option that is given or not."""
    parser.add_argument(flag, action="store_true", help=ARGUMENTS[flag.removeprefix("--")])


_MOST_DIGITS = 9
"""More rows or days than that are all there are, and no database takes a longer number."""


def whole_number(text: str) -> int:
    """A number of rows or days: whole, not negative."""
    if not (text.isascii() and text.isdigit()):
        raise argparse.ArgumentTypeError(
            in_vietnamese("invalid %(type)s value: %(value)r")
            % {
                "type": "int",
                "value": text,
            }
        )
    significant = text.lstrip("0") or "0"
    return int(significant) if len(significant) <= _MOST_DIGITS else 10**_MOST_DIGITS
