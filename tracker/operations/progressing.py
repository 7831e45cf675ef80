"""What happens to a directive after it was entered."""

from __future__ import annotations

from tracker.operations.actions import Ruling, extending, noting, ruling, starting
from tracker.operations.bulk import act
from tracker.operations.completing import Completion, completing
from tracker.operations.desk import Desk
from tracker.operations.entering import Entered

__all__ = ["Completion", "Ruling", "by_document", "done", "extend", "note", "start"]


def start(
    desk: Desk, reference: str, *, on: str | None, expected_version: int | None = None
) -> Entered:
    """Work on a directive begins."""
    return act(desk, reference, starting(on=on), expected_version=expected_version)


def done(
    desk: Desk, reference: str, completion: Completion, *, expected_version: int | None = None
) -> Entered:
    """A directive, or one turn of a recurring one, is done."""
    return act(desk, reference, completing(completion), expected_version=expected_version)


def note(
    desk: Desk,
    reference: str,
    *,
    on: str | None,
    text: str,
    expected_version: int | None = None,
) -> Entered:
    """A progress note."""
    return act(desk, reference, noting(text=text, on=on), expected_version=expected_version)


def extend(
    desk: Desk, reference: str, *, to: str, by: str, expected_version: int | None = None
) -> Entered:
    """The deadline is moved, in force from the date of the document that allows it."""
    return act(desk, reference, extending(to=to, by=by), expected_version=expected_version)


def by_document(
    desk: Desk, reference: str, said: Ruling, *, name: str, expected_version: int | None = None
) -> Entered:
    """Withdraw, suspend, resume or reopen: each on a day, each by a document."""
    return act(desk, reference, ruling(name, said), expected_version=expected_version)
