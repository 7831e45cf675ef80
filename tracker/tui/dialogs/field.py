"""One part of a form: what it is called, what is typed, and at once what was understood."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Input, Label, Static, TextArea

from tracker.core.vietnamese import nfc
from tracker.tui.dialogs.names import NameSuggester


@dataclass(frozen=True, slots=True)
class Note:
    """What is said of a field beside it."""

    text: str = ""
    role: str = "dim"
    """``dim`` for a hint, ``good`` where it is understood, ``warning`` where it is and should be
    looked at once more, ``bad`` where it cannot be."""


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
    is_list: bool = False
    """Whether several of the names may be typed, with commas between them."""
    section: str = ""
    """The heading over this field and those behind it; empty where none begins."""
    lines: int = 1
    """How many lines of it are seen; a text of several lines may be typed where more than one."""


class Entered(Message):
    """Enter was pressed on the last field of a form."""


class FieldInput(Input):
    """A line to type on; Enter goes on at once, so that the next key lands in the next field."""

    async def action_submit(self) -> None:
        """Enter goes on."""
        go_on(self)

    def _on_paste(self, event: events.Paste) -> None:
        """All of it, on one line."""
        event.stop()
        event.prevent_default()
        self.replace(pasted_line(event.text), *self.selection)


def pasted_line(text: str) -> str:
    """A pasted text for one line: composed, a blank for each line break."""
    return " ".join(nfc(text).split())


class FieldText(TextArea):
    """A longer text: Enter goes on here too, Ctrl+J begins a new line."""

    async def _on_key(self, event: events.Key) -> None:
        if event.key not in ("enter", "ctrl+j"):
            await super()._on_key(event)
            return
        event.stop()
        event.prevent_default()
        if event.key == "enter":
            self.go_on()
        else:
            self.break_line()

    def action_cursor_up(self, select: bool = False) -> None:
        """A line up; from the first one, to the field before."""
        if select or self._line_seen > 0:
            super().action_cursor_up(select)
        else:
            self.step(-1)

    def action_cursor_down(self, select: bool = False) -> None:
        """A line down; from the last one, to the field behind."""
        if select or self._line_seen < self.wrapped_document.height - 1:
            super().action_cursor_down(select)
        else:
            self.step(1)

    @property
    def _line_seen(self) -> int:
        """The place of the line with the cursor, as the lines are broken on the screen."""
        return self.wrapped_document.location_to_offset(self.cursor_location).y

    def step(self, by: int) -> None:
        """Go to the neighbouring field, where there is one."""
        fields = typed_on(self.screen)
        place = fields.index(self) + by
        if 0 <= place < len(fields):
            self.screen.set_focus(fields[place])

    def go_on(self) -> None:
        """Enter."""
        go_on(self)

    def break_line(self) -> None:
        """Ctrl+J."""
        self.insert("\n")


def typed_on(screen: Screen[Any]) -> list[Widget]:
    """What can be typed on, in order."""
    return list(screen.query(".typed"))


def go_on(field: Widget) -> None:
    """Go to the next field at once; the last one is done."""
    fields = typed_on(field.screen)
    place = fields.index(field)
    if place + 1 < len(fields):
        field.screen.set_focus(fields[place + 1])
    else:
        field.post_message(Entered())


class FieldRow(Vertical):
    """A label, a place to type, and a note under it."""

    DEFAULT_CSS = """
    FieldRow { height: auto; }
    FieldRow Label { width: 1fr; text-style: bold; }
    FieldRow .section { margin-top: 1; color: $foreground 70%; }
    FieldRow .typed { width: 1fr; border: none; padding: 0 1; background: $panel; }
    FieldRow Input { height: 1; }
    FieldRow Input > .input--placeholder, FieldRow Input > .input--suggestion,
    FieldRow TextArea .text-area--placeholder { color: $foreground 70%; }
    FieldRow TextArea { scrollbar-size-vertical: 1; }
    FieldRow .typed:focus { border: none; background: $primary 30%; }
    FieldRow .note { height: auto; padding: 0 1; display: none; }
    FieldRow .note.-dim { color: $foreground 70%; }
    FieldRow .note.-good { color: $success; }
    FieldRow .note.-warning { color: $warning; text-style: bold; }
    FieldRow .note.-bad { color: $error; text-style: bold; }
    """

    class Changed(Message):
        """Something was typed."""

    def __init__(self, field: Field) -> None:
        super().__init__(id=f"row-{field.name}")
        self.field = field
        self.note = Note()
        """What is said under it now."""
        self._began_with = field.value

    def compose(self) -> ComposeResult:
        """The three of them, one under the other."""
        field = self.field
        if field.section:
            yield Label(Content(field.section), classes="section")
        yield Label(Content(field.label))
        yield self._typed_on()
        yield Static("", classes="note", markup=False)

    def _typed_on(self) -> FieldInput | FieldText:
        field, id = self.field, f"field-{self.field.name}"
        if field.lines == 1:
            return FieldInput(
                value=field.value,
                placeholder=field.hint,
                id=id,
                classes="typed",
                compact=True,
                # What stands there unasked gives way to what is typed.
                select_on_focus=True,
                suggester=NameSuggester(field.names, is_list=field.is_list)
                if field.names
                else None,
            )
        text = FieldText(
            field.value,
            id=id,
            classes="typed",
            compact=True,
            soft_wrap=True,
            tab_behavior="focus",
            placeholder=Content(field.hint),
        )
        text.styles.height = field.lines
        return text

    @property
    def typed(self) -> FieldInput | FieldText:
        """The place to type."""
        found = self.query_one(".typed")
        assert isinstance(found, FieldInput | FieldText)
        return found

    @property
    def value(self) -> str:
        """What stands there."""
        typed = self.typed
        return typed.value if isinstance(typed, FieldInput) else typed.text

    @property
    def is_touched(self) -> bool:
        """Whether it is not what it was at the beginning."""
        return self.value != self._began_with

    def put(self, value: str, *, is_typed: bool = False) -> None:
        """Let something else stand there: as if the form had begun with it, or as if typed."""
        typed = self.typed
        if not is_typed:
            self._began_with = value
        if isinstance(typed, FieldInput):
            typed.value = value
            typed.select_on_focus = not self.is_touched
        else:
            typed.text = value

    def on_input_changed(self, event: Input.Changed) -> None:
        """What is typed is looked at with every letter, and no letter takes its place."""
        event.stop()
        event.input.select_on_focus = not self.is_touched
        self.post_message(self.Changed())

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """What is typed is looked at with every letter."""
        event.stop()
        self.post_message(self.Changed())

    def say(self, note: Note) -> None:
        """Put a note under the place to type."""
        self.note = note
        shown = self.query_one(".note", Static)
        shown.update(Content(note.text))
        shown.display = bool(note.text)
        shown.set_classes(f"note -{note.role}")
