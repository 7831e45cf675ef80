"""The two ways out: rows to stdout, everything said about them to stderr."""

from __future__ import annotations

import os
import sys

from tracker.core.errors import CannotWriteFile

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import TextIO


_ACTS = (
    r"[\x7f-\x9f\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f"
    r"\ufeff\ufff9-\ufffb\ud800-\udfff]"
)
"""What the library leaves as it is: control characters, changes of direction, half characters."""


class ResultNotPrinted(CannotWriteFile):
    """The result could not be written to where stdout leads, mostly since a disk is full."""


def open_streams() -> None:
    """Vietnamese on every console, and a place to write to even where a stream was closed."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            # Else the next file that is opened would stand where the stream was. A result has
            # then nowhere to go, which must not look like success: this cannot be written to.
            mode = "w" if name == "stderr" else "r"
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: PTH123, SIM115
            continue
        encoding = getattr(stream, "encoding", None) or ""
        if encoding.lower().replace("-", "") != "utf8" and hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def is_on_terminal() -> bool:
    """Whether somebody sits at both ends: then ``tracker`` alone means the screen."""
    return sys.stdin is not None and sys.stdin.isatty() and sys.stdout.isatty()


def put_lines(lines: Iterable[str]) -> None:
    """Write result rows in one go."""
    put_text("".join(f"{harmless(line)}\n" for line in lines))


def put_json(value: object) -> None:
    """Write a result for programs: indented, Vietnamese readable, one document."""
    import json

    put_text(inert_json(json.dumps(value, ensure_ascii=False, indent=2)) + "\n")


def inert_json(text: str) -> str:
    """The same JSON with whatever could act on a terminal written as an escape."""
    if text.replace("\n", "").isprintable():
        return text
    import re

    return re.sub(_ACTS, lambda found: f"\\u{ord(found[0]):04x}", text)


def put_text(text: str) -> None:
    """Write a whole result as it is."""
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as trouble:
        give_up(sys.stdout)
        raise ResultNotPrinted from trouble


def tell(message: str) -> None:
    """Say something about the result; where that cannot be written, there is nobody to tell."""
    try:
        sys.stderr.write(f"{harmless(message)}\n")
        sys.stderr.flush()
    except OSError:
        give_up(sys.stderr)


def complain(message: str) -> None:
    """Say why nothing was done."""
    tell(message)


def harmless(text: str) -> str:
    """Text in which nothing can act on the terminal: names of files may hold anything."""
    if text.isprintable():
        return text
    # Late: a quick answer is printable.
    from tracker.core.vietnamese import clean

    return clean(text)[0]


def give_up(stream: TextIO) -> None:
    """Let what is still to be written to a stream go nowhere, at the end of the process too."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
