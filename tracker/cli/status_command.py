"""``tracker status`` where it was not typed plainly: help, mistakes, unusual spellings."""

from __future__ import annotations

from tracker.cli.dispatch import Command
from tracker.cli.parsing import CommandParser, switch, text_option
from tracker.cli.status import run_status


def _configure(parser: CommandParser) -> None:
    text_option(parser, "--as-of")
    switch(parser, "--json")
    switch(parser, "--fail-on-overdue")


COMMANDS = {"status": Command(_configure, run_status)}
