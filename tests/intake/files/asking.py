"""A program that reads a file and is interrupted, or killed, while another process reads for it."""

from __future__ import annotations

import signal
import subprocess
import sys
from typing import Any

from tracker.intake.files import reader_process
from tracker.intake.files.found import FileKind


def main(module: str) -> None:
    """Say the number of the other process, then wait for it."""
    # A shell that runs something in the background lets it ignore the interrupt.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    started = subprocess.Popen

    def start(*given: Any, **named: Any) -> Any:
        process = started(*given, **named)
        sys.stdout.write(f"{process.pid}\n")
        sys.stdout.flush()
        return process

    setattr(subprocess, "Popen", start)  # noqa: B010
    setattr(reader_process, "_MODULE", module)  # noqa: B010
    reader_process.tables_read(b"x", FileKind.WORKBOOK, 60.0)


if __name__ == "__main__":
    main(*sys.argv[1:])
