"""Doing something slow beside the screen, and coming back with what came of it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar, cast

from textual.screen import Screen

from tracker.core.errors import TrackerError

if TYPE_CHECKING:
    from tracker.tui.app import TrackerApp

Found = TypeVar("Found")


def in_thread(  # noqa: PLR0913 - each is said by itself
    screen: Screen[Any],
    work: Callable[[], Found],
    then: Callable[[Found], object],
    trouble: Callable[[TrackerError], None],
    *,
    group: str,
    defect: Callable[[str], None] | None = None,
) -> None:
    """Work in a thread; a later call of the same group makes the answer of this one void.

    What was typed before the answer came is used first. Nothing comes back to a screen that has
    been left meanwhile. ``defect`` as in ``answer_of``.
    """
    app = cast("TrackerApp", screen.app)

    def run() -> None:
        answer = answer_of(work, then, trouble, defect, log=app.surroundings.log_defect)
        if not worker.is_cancelled and screen.is_running:
            app.call_from_thread(app.keys.answer, partial(_still_there, screen, answer))

    worker = screen.run_worker(run, thread=True, exclusive=True, group=group)


def answer_of(
    work: Callable[[], Found],
    then: Callable[[Found], object],
    trouble: Callable[[TrackerError], None],
    defect: Callable[[str], None] | None,
    *,
    log: Callable[[Exception], str],
) -> Callable[[], object]:
    """Do the work, and tell what is to be done on the screen then.

    A defect of the program is logged and told in a sentence, so that the screen stays; without
    ``defect`` it ends the screen.
    """
    try:
        return partial(then, work())
    except TrackerError as error:
        return partial(trouble, error)
    except Exception as error:
        if defect is None:
            raise
        # Late: seldom needed, and the first picture does without it.
        from tracker.wording.messages import bug_sentence

        return partial(defect, bug_sentence(log(error)))


def _still_there(screen: Screen[Any], answer: Callable[[], object]) -> None:
    if screen.is_mounted and screen.is_attached:
        answer()
