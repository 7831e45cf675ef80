"""Where every command starts and every error ends: one catcher, one set of exit codes."""

from __future__ import annotations

import os
import sys

from tracker.cli.output import complain, give_up, open_streams, tell
from tracker.core.errors import DatabaseTrouble, TrackerError
from tracker.store.patience import WaitingTold

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

INTERRUPTED = 130


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command line and give the exit code."""
    open_streams()
    arguments = list(sys.argv[1:] if argv is None else argv)
    try:
        with WaitingTold(_tell_waiting):
            return _run_on_present_form(arguments)
    except TrackerError as error:
        return _refuse(error)
    except BrokenPipeError:
        return _reader_left()
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as error:  # noqa: BLE001 - the last resort: a bug is logged, never shown raw
        from tracker.cli.bug_report import report_bug

        return report_bug(error)


def _run_on_present_form(arguments: list[str]) -> int:
    """Run; a register of an older form is upgraded first, for whoever only wants to look too."""
    try:
        return _run(arguments)
    except DatabaseTrouble as trouble:
        from tracker.store.errors import OutdatedRegister

        if not isinstance(trouble, OutdatedRegister):
            raise
        from tracker.cli.upgrade import upgrade

        upgrade(trouble.location)
        return _run(arguments)


def _run(arguments: list[str]) -> int:
    if "_ARGCOMPLETE" in os.environ:
        from tracker.cli.completion import complete

        return complete()
    from tracker.cli.quick import run_quickly

    code = run_quickly(arguments)
    if code is not None:
        return code
    from tracker.cli.dispatch import run_command

    return run_command(arguments)


def _tell_waiting() -> None:
    from tracker.store.sqlite_file import PATIENCE_SECONDS
    from tracker.wording.register_messages import waiting_words

    tell(waiting_words(PATIENCE_SECONDS))


def _refuse(error: TrackerError) -> int:
    from tracker.wording.messages import sentence

    complain(sentence(error))
    return error.exit_code


def _reader_left() -> int:
    """``tracker list | head``: the reader has seen enough; nothing failed."""
    give_up(sys.stdout)
    return 0
