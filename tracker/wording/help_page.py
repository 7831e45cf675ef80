"""The page ``tracker --help`` prints."""

from __future__ import annotations

from textwrap import fill

from tracker.wording.command_groups import COMMAND_GROUPS, GROUP_TITLES
from tracker.wording.help import (
    COMMANDS,
    DATES_NOTE,
    DESCRIPTION,
    EXIT_CODES,
    MORE_HELP,
    REFERENCE_NOTE,
    USAGE,
)

_WIDTH = 88


def help_page() -> list[str]:
    """Every command by what it is for, a line each."""
    lines = [USAGE, "", fill(DESCRIPTION, _WIDTH), ""]
    for group, names in COMMAND_GROUPS.items():
        lines.append(f"{GROUP_TITLES[group]}:")
        lines += [f"  {name:<11} {COMMANDS[name].summary}" for name in names]
        lines.append("")
    notes = f"{DATES_NOTE} {REFERENCE_NOTE}"
    return [*lines, MORE_HELP, "", fill(notes, _WIDTH), "", fill(EXIT_CODES, _WIDTH)]
