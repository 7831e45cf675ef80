"""Where every command starts and every error ends: one catcher, one set of exit codes."""

from __future__ import annotations

import os
import sys

from tracker.core.errors import TrackerError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

INTERRUPTED = 130
BUG = 70


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command line and give the exit code."""
    _speak_utf8()
    arguments = list(sys.argv[1:] if argv is None else argv)
    try:
        code = _run(arguments)
        sys.stdout.flush()
    except TrackerError as error:
        return _refuse(error)
    except BrokenPipeError:
        return _reader_left()
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as error:  # noqa: BLE001 - the last resort: a bug is logged, never shown raw
        from tracker.cli.bug_report import report_bug

        return report_bug(error)
    return code


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


def _speak_utf8() -> None:
    """Vietnamese on every console, whatever encoding the machine was set to."""
    for stream in (sys.stdout, sys.stderr):
        encoding = getattr(stream, "encoding", None) or ""
        if encoding.lower().replace("-", "") != "utf8" and hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _refuse(error: TrackerError) -> int:
    from tracker.cli.output import complain
    from tracker.wording.messages import sentence

    complain(sentence(error))
    return error.exit_code


def _reader_left() -> int:
    """``tracker list | head``: the reader has seen enough; nothing failed."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    return 0
