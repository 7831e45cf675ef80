"""A short list to choose from: by its letter, by the arrows, by the mouse, or by typing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Generic, TypeVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from tracker.core.vietnamese import fold
from tracker.wording.cell_width import fit, one_line

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

    def rank(self, typed: str) -> int:
        """How well it answers to what was typed, folded: 0 best; lines as good keep their order."""
        label = fold(self.label)
        if label.startswith(typed):
            return 0
        return 1 if all(word in label for word in typed.split()) else 2


_ENTER = Binding("enter", "screen.choose", show=False)
"""Chooses before the next key is looked at."""


class ChooserInput(Input):
    """A box to type in."""

    BINDINGS: ClassVar[list[BindingType]] = [_ENTER]


class ChooserList(OptionList):
    """The lines."""

    BINDINGS: ClassVar[list[BindingType]] = [_ENTER]


class Chooser(ModalScreen[Value], Generic[Value]):
    """Gives back the value that was chosen, or None."""

    HELP_TOPIC: ClassVar[str] = "chooser"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", show=False),
        Binding("down", "move(1)", show=False),
        Binding("up", "move(-1)", show=False),
    ]
    DEFAULT_CSS = """
    Chooser { align: center middle; background: $background 60%; }
    Chooser.-typed { align: center top; }
    Chooser.-typed > #chooser { margin-top: 1; }
    Chooser > #chooser {
        width: 90%; max-width: 84; height: auto; max-height: 90%;
        background: $surface; border: round $primary; padding: 0 1;
    }
    Chooser Input { height: 1; border: none; padding: 0 1; background: $panel; }
    Chooser Input:focus { border: none; }
    Chooser OptionList {
        height: auto; max-height: 18; border: none; background: $surface;
        text-wrap: nowrap; text-overflow: ellipsis;
    }
    Chooser OptionList > .option-list--option-highlighted,
    Chooser OptionList:focus > .option-list--option-highlighted {
        background: $primary 22%; color: $foreground; text-style: bold;
    }
    """

    def __init__(
        self,
        title: str,
        choices: Sequence[Choice[Value]],
        *,
        current: Value | None = None,
        placeholder: str = "",
        nothing: str = "",
    ) -> None:
        super().__init__(classes="-typed" if placeholder else None)
        self.chooser_title = title
        self.choices = tuple(choices)
        self.current = current
        self.placeholder = placeholder
        """Given where one may type to narrow the list; then no letter chooses at once."""
        self.nothing = nothing
        """What is said where no line has what is typed."""
        self._shown = self.choices
        self._has_keys = any(choice.key or choice.key_label for choice in self.choices)
        if not placeholder:
            for place, choice in enumerate(self.choices):
                if choice.key:
                    self._bindings.bind(choice.key, f"choose({place})", show=False)

    def compose(self) -> ComposeResult:
        """A box to type in where that is wanted, and the list."""
        with Vertical(id="chooser") as frame:
            frame.border_title = Content(one_line(self.chooser_title))
            if self.placeholder:
                yield ChooserInput(placeholder=self.placeholder, compact=True)
            yield ChooserList(markup=False, compact=True)

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
        if not self._shown and self.nothing:
            self._list.add_option(Option(Content(self.nothing), disabled=True))

    def _line(self, choice: Choice[Value]) -> Content:
        key = fit(choice.key_label or choice.key, _KEY_CELLS) + " " if self._has_keys else ""
        parts = [Content.styled(key, "bold $accent"), Content(one_line(choice.label))]
        if choice.details:
            parts.append(Content.styled(f"  {one_line(choice.details)}", "$foreground 85%"))
        return Content("").join(parts)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Only what has all the words that were typed, with or without accents."""
        event.stop()
        self._narrow(event.value)

    def _narrow(self, text: str) -> None:
        typed = fold(text)
        found = [
            choice
            for choice in self.choices
            if all(word in choice.searched for word in typed.split())
        ]
        shown = tuple(sorted(found, key=lambda choice: choice.rank(typed)))
        if shown != self._shown:
            self._shown = shown
            self._fill()
            self._list.highlighted = 0 if shown else None

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """The mouse chooses."""
        event.stop()
        self._choose(self._shown, event.option_index)

    def action_choose(self, place: int | None = None) -> None:
        """A letter chooses its line; Enter the one that is pointed at."""
        if place is not None:
            self._choose(self.choices, place)
            return
        for box in self.query(Input):
            # The last letter may not have been looked at yet.
            self._narrow(box.value)
        self._choose(self._shown, self._list.highlighted)

    def _choose(self, among: Sequence[Choice[Value]], place: int | None) -> None:
        if place is not None and place < len(among):
            self.dismiss(among[place].value)

    def action_move(self, by: int) -> None:
        """The arrows move in the list while one types."""
        if by > 0:
            self._list.action_cursor_down()
        else:
            self._list.action_cursor_up()

    def action_leave(self) -> None:
        """Choose nothing."""
        self.dismiss(None)
