"""The quick lane: ``status`` and the screen, asked for plainly, without an argument parser.

Anything it does not know word for word goes the common way, where mistakes are explained.
"""

from __future__ import annotations

import gc

from tracker.cli.output import is_on_terminal

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_SWITCHES = {"--json": "json", "--fail-on-overdue": "fail_on_overdue"}
_VALUES = {"--as-of": "as_of", "--db": "db"}


class QuickOptions:
    """What was asked, as the argument parser would give it."""

    __slots__ = ("as_of", "db", "fail_on_overdue", "json")

    def __init__(self) -> None:
        self.as_of: str | None = None
        self.db: str | None = None
        self.json = False
        self.fail_on_overdue = False


def run_quickly(arguments: Sequence[str]) -> int | None:
    """The exit code of what is plainly asked for; None where this is something else."""
    is_screen = arguments[:1] == ["tui"] or (not arguments and is_on_terminal())
    if not is_screen and arguments[:1] not in ([], ["status"]):
        return None
    options = _plain_options(arguments[1:], {} if is_screen else _SWITCHES)
    if options is None:
        return None
    if is_screen:
        # What is loaded now stays to the end: nobody need look through it for what can go. The
        # screen lets the collector go on once it is there.
        gc.disable()
        from tracker.cli.screen import run_screen

        return run_screen(options)
    from tracker.cli.status import run_status

    return run_status(options)


def _plain_options(arguments: Sequence[str], switches: Mapping[str, str]) -> QuickOptions | None:
    options = QuickOptions()
    rest = iter(arguments)
    for argument in rest:
        if argument in switches:
            setattr(options, switches[argument], True)
        elif argument in _VALUES:
            value = next(rest, None)
            if value is None:
                return None
            setattr(options, _VALUES[argument], value)
        else:
            return None
    return options
