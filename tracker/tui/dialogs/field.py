"""One line of a form: what it is called, what is typed, and at once what was understood."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Label, Static

from tracker.tui.dialogs.names import NameSuggester


@dataclass(frozen=True, slots=True)
class Note:
    """What is said of a field beside it."""

    text: str = ""
    role: str = "dim"
    """``dim`` for a hint, ``good`` where it is understood, ``bad`` where it cannot be."""


Check = Callable[[str], Note]
"""Gives what to say of a text as it is being typed; never raises for what a user types."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """What a form asks for."""

    name: str
    label: str
    value: str = ""
    hint: str = ""
    """Shown in the empty field: an example."""
    help: str = ""
    """Shown on F1."""
    names: tuple[str, ...] = ()
    """Known names, offered while one is typed, with or without its accents."""
    check: Check | None = None


class FieldInput(Input):
    """A line to type on; Enter goes on at once, so that the next key lands in the next field."""

    class Entered(Message):
        """Enter was pressed on the last field."""

    async def action_submit(self) -> None:
        """Go to the next field; on the last one the form is done."""
        inputs = list(self.screen.query(FieldInput))
        place = inputs.index(self)
        if place + 1 < len(inputs):
            self.screen.set_focus(inputs[place + 1])
        else:
            self.post_message(self.Entered())

    async def _on_key(self, event: events.Key) -> None:
        """A key that was on its way here when the focus moved on goes where the focus is."""
        if not self.has_focus and self.app.focused is not None:
            event.stop()
            event.prevent_default()
            self.app.focused._forward_event(event)
            return
        await super()._on_key(event)


class FieldRow(Vertical):
    """A label, a line to type on, and a note under it."""

    DEFAULT_CSS = """
    FieldRow { height: auto; }
    FieldRow Label { width: 1fr; text-style: bold; }
    FieldRow Input { width: 1fr; height: 1; border: none; padding: 0 1; background: $panel; }
    FieldRow Input:focus { border: none; background: $primary 30%; }
    FieldRow .note { height: auto; padding: 0 1; }
    FieldRow .note.-dim { color: $foreground 60%; }
    FieldRow .note.-good { color: $success; }
    FieldRow .note.-bad { color: $error; text-style: bold; }
    """

    def __init__(self, field: Field) -> None:
        super().__init__(id=f"row-{field.name}")
        self.field = field

    def compose(self) -> ComposeResult:
        """The three of them, one under the other."""
        field = self.field
        yield Label(Content(field.label))
        yield FieldInput(
            value=field.value,
            placeholder=field.hint,
            id=f"field-{field.name}",
            compact=True,
            suggester=NameSuggester(field.names) if field.names else None,
        )
        yield Static("", classes="note", markup=False)

    def on_mount(self) -> None:
        """Say at once what a given value means."""
        self.check()

    @property
    def input(self) -> FieldInput:
        """The line to type on."""
        return self.query_one(FieldInput)

    @property
    def value(self) -> str:
        """What stands on it."""
        return self.input.value

    def on_input_changed(self) -> None:
        """What is typed is looked at with every letter."""
        self.check()

    def check(self) -> None:
        """Say what was understood so far."""
        if self.field.check is not None:
            self.say(self.field.check(self.value))

    def say(self, note: Note) -> None:
        """Put a note under the line."""
        shown = self.query_one(".note", Static)
        shown.update(Content(note.text))
        shown.display = bool(note.text)
        shown.set_classes(f"note -{note.role}")
