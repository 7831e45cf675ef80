"""Taking back the last operation of this clerk, after one question that says what it is."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from tracker.core.errors import TrackerError
from tracker.operations.undoing import pending_undo
from tracker.operations.undoing import undo as take_back
from tracker.tui.dialogs.form import Form, Task, Values
from tracker.tui.dialogs.opening import open_over
from tracker.tui.screens.telling import said
from tracker.wording.acting import NOTHING_TO_UNDO, UNDO_TITLE
from tracker.wording.undoing import undo_question, undone_words

if TYPE_CHECKING:
    from tracker.store.last_operation import LastOperation
    from tracker.tui.screens.register import RegisterScreen


async def undo(screen: RegisterScreen) -> None:
    """Ask, then take back exactly what was asked about."""
    desk = screen.surroundings.desk()
    try:
        pending = pending_undo(desk)
    except TrackerError as error:
        screen.tell(said(error), role="bad")
        return
    if pending is None:
        screen.tell(NOTHING_TO_UNDO, role="warning")
        return
    if pending.refusal is not None:
        screen.tell(said(pending.refusal), role="bad")
        return

    def save(_values: Values) -> LastOperation:
        return take_back(screen.surroundings.desk(), expected_id=pending.last.id)

    task = Task(title=UNDO_TITLE, about=undo_question(pending, desk.today), save=save)
    await open_over(screen, Form(task), partial(_undone, screen))


def _undone(screen: RegisterScreen, taken_back: LastOperation | None) -> None:
    if taken_back is not None:
        left = screen.surroundings.tell_day_left(taken_back)
        screen.changed("\n".join(filter(None, (*undone_words(taken_back), left))))
