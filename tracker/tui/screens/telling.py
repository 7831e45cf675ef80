"""Errors as sentences, for whoever shows them."""

from __future__ import annotations

from tracker.core.errors import TrackerError
from tracker.store.errors import LockedRegister
from tracker.wording.screen import BUSY


def said(error: TrackerError) -> str:
    """The sentence of an error, with what to do on the screen."""
    # Late: the sentences of errors are seldom needed.
    from tracker.wording.screen_refusals import screen_sentence

    return screen_sentence(error)


def trouble_words(error: TrackerError) -> str:
    """What is wrong with the register that a screen watches, which reads it again by itself."""
    return BUSY if isinstance(error, LockedRegister) else said(error)
