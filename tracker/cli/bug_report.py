"""What happens on a defect of the program: a log for the maintainer, one sentence for the clerk."""

from __future__ import annotations

import os
import sys
import tempfile
import traceback

BUG = 70


def report_bug(error: Exception) -> int:
    """Write the traceback to a private file and say where it is."""
    from tracker.cli.output import complain
    from tracker.wording.messages import bug_sentence

    complain(bug_sentence(write_log(error)))
    return BUG


def write_log(error: Exception) -> str:
    """The path of the log, or an empty text where none could be written."""
    try:
        descriptor, path = tempfile.mkstemp(prefix="tracker-loi-", suffix=".log")
        with os.fdopen(descriptor, "w", encoding="utf-8") as log:
            log.write(f"{' '.join(sys.argv[1:2])}\n")
            traceback.print_exception(error, file=log)
    except OSError:
        return ""
    return path
