"""The two ways out: rows to stdout, everything said about them to stderr."""

from __future__ import annotations

import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable


def put_lines(lines: Iterable[str]) -> None:
    """Write result rows in one go."""
    sys.stdout.write("".join(f"{harmless(line)}\n" for line in lines))


def harmless(text: str) -> str:
    """Text in which nothing can act on the terminal: names of files may hold anything."""
    if text.isprintable():
        return text
    # Late: a quick answer is printable.
    from tracker.core.vietnamese import clean

    return clean(text)[0]


def put_json(value: object) -> None:
    """Write a result for programs: indented, Vietnamese readable, one document."""
    import json

    sys.stdout.write(json.dumps(value, ensure_ascii=False, indent=2) + "\n")


def tell(message: str) -> None:
    """Say something about the result."""
    sys.stdout.flush()
    sys.stderr.write(f"{harmless(message)}\n")


def complain(message: str) -> None:
    """Say why nothing was done."""
    tell(message)
