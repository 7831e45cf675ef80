"""A form for several of a kind, one after another: saved, it begins anew with what they share.

The fields are free for the next one at once. One that is refused is put aside and never comes
back into fields by itself: somebody may be typing there. It is taken back by a key.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar, Generic, TypeVar

from textual.binding import Binding, BindingType

from tracker.core.errors import TrackerError
from tracker.tui.dialogs.field import FieldRow, typed_on
from tracker.tui.dialogs.form import Form, Task, Values
from tracker.tui.dialogs.put_aside import Kept, PutAside
from tracker.tui.widgets.piece_line import Hints
from tracker.wording.dialogs import SAVE_AND_NEXT, take_back_words

Result = TypeVar("Result")


@dataclass(frozen=True, slots=True, kw_only=True)
class Series(Generic[Result]):
    """What goes on from one to the next."""

    keeps: frozenset[str]
    """The fields whose texts stay for the next one."""
    said: Callable[[Result], str]
    """Shows what came of one below the form, and gives the words on it."""


class SeriesForm(Form[Result], Generic[Result]):
    """Gives back what came of the last one, or None; the others were told of by the series."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+n", "save_and_next", show=False, priority=True),
        Binding("ctrl+r", "take_back", show=False, priority=True),
    ]

    def __init__(self, task: Task[Result], series: Series[Result]) -> None:
        super().__init__(task)
        self._series = series
        self._sent: Values | None = None
        """What is being saved, where the fields are free for the next one already."""
        self._aside: PutAside[Values] = PutAside()
        self._asked: Callable[[], None] | None = None
        """The action asked for while another was under way."""

    def hints(self) -> Hints:
        """More keys before the last."""
        *keys, leaving = super().hints()
        keys.append(("Ctrl+N", SAVE_AND_NEXT, "save_and_next"))
        if self._aside:
            keys = [("Ctrl+R", take_back_words(len(self._aside)), "take_back"), *keys[1:]]
        return (*keys, leaving)

    def action_save(self) -> None:
        """Save, and close the form, unless something that was put aside is still to be saved."""
        if self._is_saving:
            self._asked = self.action_save
        elif self._aside:
            self.action_save_and_next()
        else:
            super().action_save()

    def action_save_and_next(self) -> None:
        """Save, and begin the next one."""
        if self._is_saving:
            self._asked = self.action_save_and_next
            return
        self._sent = self.values
        self.save_values(self._sent)
        self._begin_anew()

    def saved(self, result: Result) -> None:
        """Close, unless another one is to be typed, or was."""
        sent, self._sent = self._sent, None
        if sent is None:
            super().saved(result)
            return
        self.say_trouble(self._series.said(result), is_done=True)
        asked, self._asked = self._asked, None
        if asked is not None:
            asked()

    def point_out(self, error: TrackerError) -> bool:
        """Somebody may be typing the next one already."""
        is_still_there = self._sent is None or self._sent == self.values
        return is_still_there and super().point_out(error)

    def failed(self, why: str) -> None:
        """Put aside what was refused, unless it stands in the fields."""
        sent, self._sent, self._asked = self._sent, None, None
        if sent is not None and sent != self.values:
            self._aside.keep(Kept(sent, why))
        super().failed(why)

    def action_take_back(self) -> None:
        """Fill in what was put aside; what is typed now is put aside for it."""
        if self._is_saving or not self._aside:
            return
        if super().unsaved:
            self._aside.keep(Kept(self.values))
        kept = self._aside.take()
        for row in self.query(FieldRow):
            row.put(kept.typed[row.field.name], is_typed=True)
        self.check()
        wrong = [row for row in self.query(FieldRow) if row.note.role == "bad"]
        self.set_focus(wrong[0].typed if wrong else typed_on(self)[0])
        self.say_trouble("" if kept.why in [row.note.text for row in wrong] else kept.why)

    @property
    def unsaved(self) -> tuple[str, ...]:
        """What was put aside would be lost too."""
        return (*super().unsaved, *(text for kept in self._aside for text in kept.typed.values()))

    def _begin_anew(self) -> None:
        for row in self.query(FieldRow):
            name = row.field.name
            row.put(row.value if name in self._series.keeps else row.field.value)
        self.set_focus(typed_on(self)[0])
