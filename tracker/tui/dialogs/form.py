"""A form over the screen: a few fields, each checked as it is typed, one key to save.

Enter goes to the next field and on the last one saves; Ctrl+S saves from anywhere; Escape leaves,
once more where something was typed. While the register is being written to the form stays; where
that is refused it stays too, with everything typed and one sentence on why.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import ClassVar, Generic, TypeVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from tracker.core.errors import TrackerError
from tracker.tui.dialogs.field import Field, FieldInput, FieldRow, Note
from tracker.tui.widgets.piece_line import Piece, PieceLine
from tracker.wording.dialogs import FORM_HINTS, LEAVE_TWICE, SAVING
from tracker.wording.messages import bug_sentence, sentence

Result = TypeVar("Result")
Values = Mapping[str, str]
"""What was typed, by the name of the field."""


class Form(ModalScreen[Result], Generic[Result]):
    """Asks for some texts and does something with them; gives back what came of it."""

    HELP_TOPIC: ClassVar[str] = "form"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", show=False),
        Binding("ctrl+s", "save", show=False, priority=True),
        Binding("up", "app.focus_previous", show=False),
        Binding("down", "app.focus_next", show=False),
    ]
    DEFAULT_CSS = """
    Form { align: center middle; background: $background 60%; }
    Form > #form {
        width: 90%; max-width: 100; height: auto; max-height: 90%;
        background: $surface; border: round $primary; padding: 0 1;
    }
    Form #form-about { height: auto; color: $foreground 80%; }
    Form #form-trouble { height: auto; color: $error; text-style: bold; display: none; }
    Form Horizontal { height: 1; }
    Form PieceLine { width: 1fr; }
    """

    def __init__(
        self,
        title: str,
        fields: Sequence[Field],
        save: Callable[[Values], Result],
        *,
        about: str = "",
        log_defect: Callable[[Exception], str] = lambda _: "",
    ) -> None:
        super().__init__()
        self.form_title = title
        self.fields = tuple(fields)
        self.about = about
        self._save = save
        self._log_defect = log_defect
        self._is_saving = False
        self._is_leaving = False

    def compose(self) -> ComposeResult:
        """Title, what it is about, the fields, trouble, and the keys."""
        with VerticalScroll(id="form", can_focus=False) as form:
            form.border_title = Content(self.form_title)
            if self.about:
                yield Static(Content(self.about), id="form-about")
            for field in self.fields:
                yield FieldRow(field)
            yield Static("", id="form-trouble", markup=False)
            with Horizontal():
                yield PieceLine(id="form-hints", ground="plain")

    def on_mount(self) -> None:
        """Begin with the first field."""
        self._say_keys()
        if self.fields:
            self.set_focus(self.query(FieldInput).first())

    @property
    def values(self) -> dict[str, str]:
        """What stands in the fields now."""
        return {row.field.name: row.value for row in self.query(FieldRow)}

    def row(self, name: str) -> FieldRow:
        """The line of one field."""
        return self.query_one(f"#row-{name}", FieldRow)

    def on_field_input_entered(self, event: FieldInput.Entered) -> None:
        """Enter on the last field saves."""
        event.stop()
        self.action_save()

    def action_next(self) -> None:
        """Go on as Enter does."""
        focused = self.focused
        if isinstance(focused, FieldInput):
            self.call_later(focused.action_submit)

    def action_save(self) -> None:
        """Save what was typed; a thread does it, so the screen lives on meanwhile."""
        if self._is_saving:
            return
        self._is_saving = True
        self.say_trouble("")
        self._say(SAVING)
        self.run_worker(partial(self._saved, dict(self.values)), thread=True)

    def _saved(self, values: Values) -> None:
        try:
            result = self._save(values)
        except TrackerError as error:
            self.app.call_from_thread(self.refused, error)
        except Exception as error:  # noqa: BLE001 - a defect is logged; the form and the screen stay
            self.app.call_from_thread(self.say_trouble, bug_sentence(self._log_defect(error)))
        else:
            self.app.call_from_thread(self.dismiss, result)

    def refused(self, error: TrackerError) -> None:
        """Say why it was not saved; everything typed stays."""
        self.say_trouble(sentence(error))

    def say_trouble(self, text: str) -> None:
        """Show a sentence, or take one away."""
        self._is_saving = False
        shown = self.query_one("#form-trouble", Static)
        shown.update(Content(text))
        shown.display = bool(text)
        self._say_keys()

    def action_leave(self) -> None:
        """Leave without saving; what was typed is given up only on the second press."""
        if self._is_saving:
            return
        is_touched = any(row.value != row.field.value for row in self.query(FieldRow))
        if is_touched and not self._is_leaving:
            self._is_leaving = True
            self._say(LEAVE_TWICE)
            return
        self.dismiss(None)

    def on_key(self, event: events.Key) -> None:
        """Any other key means that one goes on."""
        if event.key != "escape" and self._is_leaving:
            self._is_leaving = False
            self._say_keys()

    def on_piece_line_pressed(self, message: PieceLine.Pressed) -> None:
        """The keys at the foot can be pressed with the mouse too."""
        message.stop()
        self.call_later(self.run_action, message.press)

    def _say_keys(self) -> None:
        pieces = []
        for key, words, action in FORM_HINTS:
            pieces += [Piece(f" {key}", "key", action), Piece(f" {words} ", "dim", action)]
        self.query_one("#form-hints", PieceLine).put(pieces)

    def _say(self, text: str) -> None:
        self.query_one("#form-hints", PieceLine).put([Piece(text, "warning")])


__all__ = ["Field", "Form", "Note", "Values"]
