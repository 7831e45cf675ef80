"""Errors as sentences, for whoever shows them."""

from __future__ import annotations

from tracker.core.errors import TrackerError
from tracker.store.errors import LockedRegister
from tracker.wording.screen import BUSY


def said(error: TrackerError) -> str:
    """The sentence of an error."""
    # Late: the sentences of errors are seldom needed.
    from tracker.wording.messages import sentence

    return sentence(error)


def trouble_words(error: TrackerError) -> str:
    """What is wrong with the register that a screen watches, which reads it again by itself."""
    return BUSY if isinstance(error, LockedRegister) else said(error)
