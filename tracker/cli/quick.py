"""The quick lane: ``status`` typed plainly, answered without building an argument parser.

Anything it does not know word for word goes the common way, where mistakes are explained.
"""

from __future__ import annotations

import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

_SWITCHES = {"--json": "json", "--fail-on-overdue": "fail_on_overdue"}
_VALUES = {"--as-of": "as_of", "--db": "db"}


def is_on_terminal() -> bool:
    """Whether somebody sits at both ends: then ``tracker`` alone means the screen."""
    return sys.stdin is not None and sys.stdin.isatty() and sys.stdout.isatty()


class StatusOptions:
    """What ``status`` was asked, however it was parsed."""

    __slots__ = ("as_of", "db", "fail_on_overdue", "json")

    def __init__(self) -> None:
        self.as_of: str | None = None
        self.db: str | None = None
        self.json = False
        self.fail_on_overdue = False


def run_quickly(arguments: Sequence[str]) -> int | None:
    """The exit code of a plain ``status``; None where this is something else."""
    if arguments[:1] != ["status"] and (arguments or is_on_terminal()):
        return None
    options = _plain_options(arguments[1:])
    if options is None:
        return None
    from tracker.cli.status import run_status

    return run_status(options)


def _plain_options(arguments: Sequence[str]) -> StatusOptions | None:
    options = StatusOptions()
    rest = iter(arguments)
    for argument in rest:
        if argument in _SWITCHES:
            setattr(options, _SWITCHES[argument], True)
        elif argument in _VALUES:
            value = next(rest, None)
            if value is None:
                return None
            setattr(options, _VALUES[argument], value)
        else:
            return None
    return options
