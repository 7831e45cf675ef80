"""A form over the screen: a few fields, each checked as it is typed, one key to save.

Enter goes to the next field and on the last one saves; Ctrl+S saves from anywhere; Escape leaves,
once more where something was typed. While the register is being written to the form stays; where
that is refused it stays too, with everything typed and one sentence on why: under the field it is
about, else below all of them. Without fields it is a question, which Enter answers with yes.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from textwrap import wrap
from typing import ClassVar, Generic, TypeVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from tracker.core.errors import DatabaseTrouble, TrackerError
from tracker.tui.dialogs.field import Entered, Field, FieldRow, Note, go_on, typed_on
from tracker.tui.threads import in_thread
from tracker.tui.unsaved import MayHoldUnsaved
from tracker.tui.widgets.piece_line import ActsOnPress, Hints, Piece, PieceLine, key_pieces
from tracker.wording.dialogs import (
    LEAVE,
    LEAVE_TWICE,
    NEXT_FIELD,
    NO,
    SAVE,
    SAVING,
    TRY_AGAIN,
    YES,
)
from tracker.wording.screen_refusals import screen_sentence

Result = TypeVar("Result")
Values = Mapping[str, str]
"""What was typed, by the name of the field."""

Notes = Mapping[str, Note]
"""What is said of fields, by their names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Task(Generic[Result]):
    """What a form is for."""

    title: str
    save: Callable[[Values], Result]
    """Does it; runs in a thread of its own. Gives what comes of it, or raises ``TrackerError``."""
    fields: Sequence[Field] = ()
    about: str = ""
    """What it is about, above the fields."""
    check: Callable[[Values], Notes] = lambda _: {}
    """What is understood of what is typed so far; never raises for what a user types."""
    retry: Callable[[TrackerError], str] = lambda _: ""
    """What to add where it was refused: also the moment to look at what others have changed."""
    save_words: str = ""
    """What saving is called, where it is not that."""


class _Fields(VerticalScroll, can_focus=False, inherit_bindings=False):
    """Fields that scroll; the arrows go from one to the next."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("pageup", "page_up", show=False),
        Binding("pagedown", "page_down", show=False),
    ]


class Form(MayHoldUnsaved, ActsOnPress, ModalScreen[Result], Generic[Result]):
    """Asks for some texts and does something with them; gives back what came of it, or None."""

    HELP_TOPIC: ClassVar[str] = "form"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", show=False),
        Binding("ctrl+s", "save", show=False, priority=True),
        Binding("enter", "save", show=False),
        Binding("up", "app.focus_previous", show=False),
        Binding("down", "app.focus_next", show=False),
    ]
    DEFAULT_CSS = """
    Form { align: center middle; background: $background 60%; }
    Form > #form {
        width: 92%; max-width: 100; height: auto; max-height: 100%;
        background: $surface; border: round $primary; padding: 0 1;
    }
    Form #form-fields { height: auto; scrollbar-size-vertical: 1; }
    Form #form-about { height: auto; max-height: 6; color: $foreground 80%; }
    Form #form-trouble {
        height: auto; max-height: 6; color: $error; text-style: bold; display: none;
    }
    Form #form-trouble.-done { color: $success; text-style: none; }
    Form PieceLine { width: 1fr; }
    """

    def __init__(self, task: Task[Result]) -> None:
        super().__init__()
        self.form_task = task
        self._is_saving = False
        self._is_leaving = False
        self._pointed_out: FieldRow | None = None
        """The field that an error is told under, until something is typed."""

    def compose(self) -> ComposeResult:
        """Title, what it is about, the fields, trouble, and the keys."""
        task = self.form_task
        with Vertical(id="form") as form:
            form.border_title = Content(task.title)
            if task.about:
                yield Static(Content(task.about), id="form-about")
            with _Fields(id="form-fields"):
                for field in task.fields:
                    yield FieldRow(field)
            yield Static("", id="form-trouble", markup=False)
            yield PieceLine(id="form-hints", ground="form")

    def on_resize(self) -> None:
        """The fields scroll where the screen is too low for all of them."""
        around = 2 + self.query_one("#form-hints").outer_size.height
        around += self.form_task.about.count("\n") + 1 if self.form_task.about else 0
        room = max(self.query_one("#form-fields").size.width, 1)
        around += sum(len(wrap(line, room)) for line in self._said.splitlines())
        self.query_one("#form-fields").styles.max_height = max(self.size.height - around, 3)

    def on_mount(self) -> None:
        """Begin with the first field."""
        self._say_keys()
        self.check()
        fields = typed_on(self)
        if fields:
            self.set_focus(fields[0])

    @property
    def values(self) -> dict[str, str]:
        """What stands in the fields now."""
        return {row.field.name: row.value for row in self.query(FieldRow)}

    def row(self, name: str) -> FieldRow:
        """One field."""
        return self.query_one(f"#row-{name}", FieldRow)

    def check(self) -> None:
        """Say under each field what is understood so far."""
        for name, note in self.form_task.check(self.values).items():
            self.row(name).say(note)

    def on_field_row_changed(self, event: FieldRow.Changed) -> None:
        """With every letter."""
        event.stop()
        self._is_leaving = False
        if self._pointed_out is not None:
            self._pointed_out.say(Note())
            self._pointed_out = None
        self.check()

    def on_entered(self, event: Entered) -> None:
        """Enter on the last field saves."""
        event.stop()
        self.action_save()

    def action_next(self) -> None:
        """Go on as Enter does."""
        focused = self.focused
        if focused is not None and focused in typed_on(self):
            go_on(focused)

    def action_save(self) -> None:
        """Save what was typed; a thread does it, so the screen lives on meanwhile."""
        if not self._is_saving:
            self.save_values(self.values)

    def save_values(self, values: Values) -> None:
        """Save these, whatever stands in the fields by then."""
        self._is_saving = True
        self.say_trouble("", is_saving=True)
        self._say(SAVING)
        in_thread(
            self,
            partial(self._saved, values),
            lambda finish: finish(),
            self.refused,
            group="save",
            defect=self.failed,
        )

    def _saved(self, values: Values) -> Callable[[], None]:
        """Save, and tell what is to be done on the screen then."""
        try:
            return partial(self.saved, self.form_task.save(values))
        except TrackerError as error:
            return partial(self.refused, error, self.form_task.retry(error))

    def saved(self, result: Result) -> None:
        """It is done: the form has served."""
        self.dismiss(result)

    def refused(self, error: TrackerError, more: str = "") -> None:
        """Say why it was not saved; everything typed stays."""
        again = TRY_AGAIN if isinstance(error, DatabaseTrouble) else ""
        is_told = not again and self.point_out(error)
        why = "" if is_told else screen_sentence(error)
        self.failed("\n".join(filter(None, (why, more, again))))

    def point_out(self, error: TrackerError) -> bool:
        """Go to the field that an error is about, where it is about one, and say so under it.

        Gives whether it is told there: something else may be wrong with that field.
        """
        row = self._blamed(error)
        if row is None:
            return False
        why = screen_sentence(error)
        if row.note.role != "bad":
            row.say(Note(why, "bad"))
            self._pointed_out = row
        self.set_focus(row.typed)
        self.call_after_refresh(row.scroll_visible, animate=False)
        return row.note.text == why

    def _blamed(self, error: TrackerError) -> FieldRow | None:
        """The field the error names, else the first that is wrong, else the one it quotes."""
        name, text = getattr(error, "field", None), getattr(error, "text", None)
        signs: tuple[Callable[[FieldRow], bool], ...] = (
            lambda row: row.field.name == name,
            lambda row: row.note.role == "bad",
            lambda row: row.value.strip() == text,
        )
        rows = list(self.query(FieldRow))
        return next((row for is_it in signs for row in rows if is_it(row)), None)

    def failed(self, why: str) -> None:
        """It was not saved."""
        self.say_trouble(why)

    def say_trouble(self, text: str, *, is_saving: bool = False, is_done: bool = False) -> None:
        """Show a sentence, or take one away; ``is_done``: it tells of no trouble but of success."""
        self._is_saving = is_saving
        shown = self.query_one("#form-trouble", Static)
        shown.update(Content(text))
        shown.set_class(is_done, "-done")
        shown.display = bool(text)
        self.on_resize()
        self._say_keys()

    @property
    def trouble(self) -> str:
        """What is said below the fields against saving; empty where nothing is."""
        return "" if self.query_one("#form-trouble").has_class("-done") else self._said

    @property
    def _said(self) -> str:
        shown = self.query_one("#form-trouble", Static)
        return str(shown.content) if shown.display else ""

    @property
    def is_touched(self) -> bool:
        """Whether something would be lost by leaving."""
        return bool(self.unsaved)

    @property
    def is_saving(self) -> bool:
        """Whether what was typed is on its way into the register."""
        return self._is_saving

    @property
    def unsaved(self) -> tuple[str, ...]:
        """What stands in the fields, where something was typed."""
        is_typed = any(row.is_touched for row in self.query(FieldRow))
        return tuple(self.values.values()) if is_typed else ()

    def warn(self, text: str) -> None:
        """Say it where the keys stand."""
        self._say(text)

    def action_leave(self) -> None:
        """Leave without saving; what was typed is given up only on the second press."""
        if self._is_saving:
            return
        if self.is_touched and not self._is_leaving:
            self._is_leaving = True
            self._say(LEAVE_TWICE)
            return
        self.dismiss(None)

    def hints(self) -> Hints:
        """The keys at the foot: key, words, action."""
        task = self.form_task
        if not task.fields:
            return (("Enter", task.save_words or YES, "save"), ("Esc", NO, "leave"))
        if len(task.fields) == 1:
            return (("Enter", task.save_words or SAVE, "save"), ("Esc", LEAVE, "leave"))
        saving = ("Ctrl+S", task.save_words or SAVE, "save")
        return (("Enter", NEXT_FIELD, "next"), saving, ("Esc", LEAVE, "leave"))

    def _say_keys(self) -> None:
        pieces = key_pieces(self.hints(), "form_key", "form")
        self.query_one("#form-hints", PieceLine).put(pieces)

    def _say(self, text: str) -> None:
        self.query_one("#form-hints", PieceLine).put([Piece(f" {text}", "form_warning")])
