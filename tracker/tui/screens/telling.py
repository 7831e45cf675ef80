"""Errors as sentences, for whoever shows them."""

from __future__ import annotations

from tracker.core.errors import TrackerError


def said(error: TrackerError) -> str:
    """The sentence of an error."""
    # Late: the sentences of errors are seldom needed.
    from tracker.wording.messages import sentence

    return sentence(error)
