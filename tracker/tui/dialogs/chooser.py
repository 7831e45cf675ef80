"""A short list to choose from: by its letter, by the arrows, by the mouse, or by typing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Generic, TypeVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from tracker.core.vietnamese import fold
from tracker.wording.cell_width import fit

Value = TypeVar("Value")

_KEY_CELLS = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice(Generic[Value]):
    """One line of the list."""

    value: Value
    label: str
    details: str = ""
    key: str = ""
    """The letter or digit that chooses it at once."""
    key_label: str = ""
    """What the key is called, where that is not the key itself."""

    @property
    def searched(self) -> str:
        """What is compared with what is typed."""
        return fold(f"{self.label} {self.details}")


class Chooser(ModalScreen[Value], Generic[Value]):
    """Gives back the value that was chosen, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", show=False),
        Binding("down", "move(1)", show=False),
        Binding("up", "move(-1)", show=False),
    ]
    DEFAULT_CSS = """
    Chooser { align: center middle; background: $background 60%; }
    Chooser > #chooser {
        width: 80%; max-width: 84; height: auto; max-height: 90%;
        background: $surface; border: round $primary; padding: 0 1;
    }
    Chooser Input { height: 1; border: none; padding: 0 1; background: $panel; }
    Chooser Input:focus { border: none; }
    Chooser OptionList {
        height: auto; max-height: 18; border: none; background: $surface;
        text-wrap: nowrap; text-overflow: ellipsis;
    }
    """

    def __init__(
        self,
        title: str,
        choices: Sequence[Choice[Value]],
        *,
        current: Value | None = None,
        placeholder: str = "",
    ) -> None:
        super().__init__()
        self.chooser_title = title
        self.choices = tuple(choices)
        self.current = current
        self.placeholder = placeholder
        """Given where one may type to narrow the list; then no letter chooses at once."""
        self._shown = self.choices

    def compose(self) -> ComposeResult:
        """A box to type in where that is wanted, and the list."""
        with Vertical(id="chooser") as frame:
            frame.border_title = Content(self.chooser_title)
            if self.placeholder:
                yield Input(placeholder=self.placeholder, compact=True)
            yield OptionList(markup=False, compact=True)

    def on_mount(self) -> None:
        """Begin on what is in force now."""
        self._fill()
        places = [n for n, choice in enumerate(self.choices) if choice.value == self.current]
        self._list.highlighted = places[0] if places else 0
        self.set_focus(self.query_one(Input) if self.placeholder else self._list)

    @property
    def _list(self) -> OptionList:
        return self.query_one(OptionList)

    def _fill(self) -> None:
        self._list.clear_options()
        self._list.add_options([Option(self._line(choice)) for choice in self._shown])

    def _line(self, choice: Choice[Value]) -> Content:
        key = choice.key_label or choice.key
        parts = [Content.styled(fit(key, _KEY_CELLS), "bold $accent")] if key else []
        parts.append(Content(choice.label))
        if choice.details:
            parts.append(Content.styled(f"  {choice.details}", "$foreground 60%"))
        return Content("").join(parts)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Only what has all the words that were typed, with or without accents."""
        event.stop()
        words = fold(event.value).split()
        self._shown = tuple(
            choice for choice in self.choices if all(word in choice.searched for word in words)
        )
        self._fill()
        self._list.highlighted = 0 if self._shown else None

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter in the box chooses the line that is pointed at."""
        event.stop()
        self._choose(self._list.highlighted)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Enter or the mouse."""
        event.stop()
        self._choose(event.option_index)

    def _choose(self, place: int | None) -> None:
        if place is not None and place < len(self._shown):
            self.dismiss(self._shown[place].value)

    def on_key(self, event: events.Key) -> None:
        """A letter chooses at once, unless letters are being typed."""
        if self.placeholder:
            return
        for choice in self.choices:
            if choice.key and event.key == choice.key:
                event.stop()
                self.dismiss(choice.value)
                return

    def action_move(self, by: int) -> None:
        """The arrows move in the list while one types."""
        if by > 0:
            self._list.action_cursor_down()
        else:
            self._list.action_cursor_up()

    def action_leave(self) -> None:
        """Choose nothing."""
        self.dismiss(None)
