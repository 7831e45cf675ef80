"""Asking whoever sits at the terminal; nobody else is ever asked."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import TypeVar

from tracker.cli.output import is_on_terminal, tell
from tracker.core.errors import UsageError
from tracker.wording.asking import NO, NOT_UNDERSTOOD, YES
from tracker.wording.messages import sentence

Answer = TypeVar("Answer")


def can_ask() -> bool:
    """Whether somebody can answer: stdin is not where a table comes from."""
    return is_on_terminal()


def agrees(question: str) -> bool:
    """Whether the answer is yes; whatever is neither is asked again, and no answer is none."""
    while True:
        answer = _answer(question).casefold()
        if answer in YES:
            return True
        if answer in NO:
            return False
        tell(NOT_UNDERSTOOD)


def asked_until_understood(question: str, read: Callable[[str], Answer]) -> Answer:
    """What is answered, as ``read`` understands it; asked again where that refuses it."""
    while True:
        try:
            return read(_answer(question))
        except UsageError as trouble:
            tell(sentence(trouble))


def _answer(question: str) -> str:
    """What is typed; nothing where the terminal has gone."""
    sys.stderr.write(question)
    sys.stderr.flush()
    try:
        return sys.stdin.readline().strip()
    except KeyboardInterrupt:
        # Whatever is said next stands on a line of its own.
        sys.stderr.write("\n")
        raise
