"""Recording something about the rows that are meant: one form, one operation, one undo."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from tracker.core.assessed import AssessedDirective
from tracker.core.errors import TrackerError
from tracker.operations.doable import doable
from tracker.operations.known_names import KnownNames, known_names
from tracker.operations.previewing import calendar
from tracker.store.errors import StaleRecord
from tracker.tui.acting.forms import FORMS, Ground
from tracker.tui.dialogs.form import Form, Notes, Task, Values
from tracker.tui.dialogs.opening import open_over
from tracker.tui.screens.telling import said
from tracker.wording.acting import (
    about_words,
    acted_words,
    not_doable_words,
    recorded_today_words,
)
from tracker.wording.commands import COMMANDS
from tracker.wording.screen import NOTHING_MEANT

if TYPE_CHECKING:
    from tracker.operations.bulk import Acted
    from tracker.tui.screens.register import RegisterScreen

_AS = {"assign": "edit"}
"""The operation that a command is recorded as, where it has another name."""


class Acting:
    """An action under way on some rows, each of the version that was seen."""

    def __init__(
        self, screen: RegisterScreen, name: str, rows: Sequence[AssessedDirective]
    ) -> None:
        self._surroundings = screen.surroundings
        self._form = FORMS[name]
        self._rows = list(rows)
        desk = self._surroundings.desk()
        names = known_names(desk) if name == "assign" else KnownNames()
        self.ground = Ground(
            today=desk.today,
            days_off=calendar(desk),
            policy=desk.policy,
            names=names,
            rows=self._rows,
        )

    def check(self, values: Values) -> Notes:
        """What is understood so far."""
        return self._form.check(values, self.ground)

    def save(self, values: Values) -> Acted:
        """Do it; in a thread."""
        # Late: the library for writing is slow to load; what is typed does not wait for it.
        from tracker.operations.bulk import Target, act_on

        action = self._form.make(values)
        return act_on(self._surroundings.desk(), [Target.of(row) for row in self._rows], action)

    def retry(self, error: TrackerError) -> str:
        """Where somebody else was faster: what they did, and from now on what they left."""
        from tracker.operations.bulk import RefusedInBulk
        from tracker.operations.conflicts import what_changed
        from tracker.wording.conflicts import overtaken_words

        cause = error.cause if isinstance(error, RefusedInBulk) else error
        if not isinstance(cause, StaleRecord):
            return ""
        # A recurring directive has a row for each turn.
        places = [place for place, row in enumerate(self._rows) if row.id == cause.id]
        desk = self._surroundings.desk()
        try:
            conflicts = [what_changed(desk, self._rows[place]) for place in places]
        except TrackerError as trouble:
            return said(trouble)
        for place, conflict in zip(places, conflicts, strict=True):
            now = conflict.now
            # Where the turn is gone, another one is not what was meant.
            if now is not None and now.key == conflict.opened.key:
                self._rows[place] = now
        return overtaken_words(conflicts[0])


async def begin(
    screen: RegisterScreen, name: str, rows: list[AssessedDirective] | None = None
) -> None:
    """Open the form of an action for these rows, else for those that are meant."""
    rows = screen.rows_meant if rows is None else rows
    label = COMMANDS[name].label
    if not rows:
        screen.tell(NOTHING_MEANT, role="warning")
        return
    unfit = [row for row in rows if _AS.get(name, name) not in doable(row)]
    if unfit and screen.tracker.chosen_day is None:
        screen.tell(not_doable_words(label, unfit, of=len(rows)), role="warning")
        return
    try:
        acting = Acting(screen, name, rows)
    except TrackerError as error:
        screen.tell(said(error), role="bad")
        return
    today_words = recorded_today_words(screen.tracker.chosen_day)
    task: Task[Acted] = Task(
        title=label,
        about="\n".join(filter(None, (today_words, about_words(rows)))),
        fields=FORMS[name].fields(acting.ground),
        check=acting.check,
        save=acting.save,
        retry=acting.retry,
    )
    await open_over(screen, Form(task), partial(_done, screen, _AS.get(name, name), rows))


def _done(
    screen: RegisterScreen,
    operation: str,
    rows: Sequence[AssessedDirective],
    acted: Acted | None,
) -> None:
    if acted is not None:
        desk = screen.surroundings.desk()
        words = acted_words(operation, acted, today=desk.today, policy=desk.policy)
        screen.changed(words, keep=rows[0])


done = partial(begin, name="done")
extend = partial(begin, name="extend")
note = partial(begin, name="note")
start = partial(begin, name="start")
withdraw = partial(begin, name="withdraw")
suspend = partial(begin, name="suspend")
resume = partial(begin, name="resume")
reopen = partial(begin, name="reopen")
assign = partial(begin, name="assign")
void = partial(begin, name="void")
