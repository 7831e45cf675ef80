"""A form for several of a kind, one after another: saved, it begins anew with what they share.

The fields are free for the next one at once. Where the one before is refused it comes back as it
was typed; what was typed behind it meanwhile follows when that is saved.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, ClassVar, Generic, TypeVar

from textual.binding import Binding, BindingType

from tracker.tui.dialogs.field import FieldRow, typed_on
from tracker.tui.dialogs.form import Form, Task, Values
from tracker.tui.widgets.piece_line import Hints
from tracker.wording.dialogs import SAVE_AND_NEXT

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
        Binding("ctrl+n", "save_and_next", show=False, priority=True)
    ]

    def __init__(self, task: Task[Result], series: Series[Result], **more: Any) -> None:
        super().__init__(task, **more)
        self._series = series
        self._sent: Values | None = None
        """What is being saved, where the fields are free for the next one already."""
        self._behind: list[Values] = []
        """What was typed behind one that was refused."""
        self._asked: Callable[[], None] | None = None
        """The action asked for while another was under way."""

    def hints(self) -> Hints:
        """Another key before the last."""
        *keys, leaving = super().hints()
        return (*keys, ("Ctrl+N", SAVE_AND_NEXT, "save_and_next"), leaving)

    def action_save(self) -> None:
        """Save, and close the form."""
        if self._is_saving:
            self._asked = self.action_save
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
        if sent is None and not self._behind:
            super().saved(result)
            return
        if sent is None:
            self._begin_anew()
        if self._behind and not super().is_touched:
            self._fill(self._behind.pop(0))
        self.say_trouble(self._series.said(result), is_done=True)
        asked, self._asked = self._asked, None
        if asked is not None:
            asked()

    def failed(self, why: str) -> None:
        """What was refused comes back; what was typed behind it waits."""
        sent, self._sent, self._asked = self._sent, None, None
        if sent is not None:
            if super().is_touched:
                self._behind.insert(0, self.values)
            self._fill(sent)
        super().failed(why)

    @property
    def is_touched(self) -> bool:
        """What waits would be lost too."""
        return super().is_touched or bool(self._behind)

    def _begin_anew(self) -> None:
        for row in self.query(FieldRow):
            name = row.field.name
            row.put(row.value if name in self._series.keeps else row.field.value)
        self.set_focus(typed_on(self)[0])

    def _fill(self, values: Values) -> None:
        for row in self.query(FieldRow):
            row.put(values[row.field.name], is_typed=True)
