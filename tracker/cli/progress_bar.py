"""How far a long work has come, on one line of a terminal that is gone when it ends."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from time import monotonic

from tracker.cli.output import give_up
from tracker.operations.import_preview import Hearing, unheard

_CLEAR = "\r\x1b[K"
_EACH = 0.1
"""Seconds between two lines."""


@contextmanager
def shown_progress(words: str) -> Iterator[Hearing]:
    """Say what is being done and how much of it is; nothing where stderr is no terminal."""
    if not sys.stderr.isatty():
        yield unheard
        return
    bar = _Bar(words)
    try:
        bar.hear(0, 0)
        yield bar.hear
    finally:
        _write(_CLEAR)


class _Bar:
    def __init__(self, words: str) -> None:
        self._words = words
        self._said_at = float("-inf")

    def hear(self, done: int, total: int) -> None:
        now = monotonic()
        if now - self._said_at >= _EACH:
            self._said_at = now
            share = f" {100 * done // total}%" if total else ""
            _write(f"{_CLEAR}{self._words}{share}…")


def _write(text: str) -> None:
    try:
        sys.stderr.write(text)
        sys.stderr.flush()
    except OSError:
        give_up(sys.stderr)
