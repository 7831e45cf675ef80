"""The box at the foot of the register: a line typed, understood with every letter, and kept.

Nothing typed is lost, and what is being typed is never changed. A line that is refused is put
aside. It comes back by itself only into an empty box, there marked so that the next letter takes
its place and not a place in it; else when it is asked for.
"""

from __future__ import annotations

from collections import deque
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import TextArea
from textual.widgets.text_area import Edit, EditResult

from tracker.operations.entering import Entered, Entry, entry_from_line
from tracker.operations.previewing_entries import preview_line
from tracker.tui.dialogs.field import FieldText, pasted_line
from tracker.tui.dialogs.put_aside import Kept, PutAside
from tracker.tui.entering.paste import is_several, look_over
from tracker.tui.entering.recording import record, tell_entered
from tracker.tui.entering.understanding import OthersAtHand, calendar_at_hand
from tracker.tui.threads import in_thread
from tracker.tui.unsaved import MayHoldUnsaved
from tracker.tui.widgets.piece_line import ActsOnPress, Hints, Piece, PieceLine, key_pieces
from tracker.wording.cell_width import cut
from tracker.wording.dialogs import LEAVE_TWICE, SAVING, take_back_words
from tracker.wording.entering import (
    LINE_HINTS,
    LINE_PLACEHOLDER,
    LINE_SAVE_TWICE,
    LINE_TAKE_BACK,
    LINE_TITLE,
    line_preview,
    not_kept_words,
)
from tracker.wording.screen_refusals import screen_sentence

if TYPE_CHECKING:
    from datetime import date

    from tracker.tui.screens.register import RegisterScreen

_PREVIEW_ROLES = {
    "understood": "notice",
    "incomplete": "dim",
    "refused": "bad",
    "empty": "dim",
    "remark": "warning",
}
"""The colours of the preview, as the palette names them."""
_PARTS = 5
"""Lines of the preview."""


class LineText(FieldText):
    """Where the line is typed: Enter keeps it."""

    def go_on(self) -> None:
        """Enter."""
        self._box.submit()

    def step(self, by: int) -> None:
        """There is no other field; above are the lines that were put aside."""
        if by < 0:
            self._box.action_take_back()

    def edit(self, edit: Edit) -> EditResult:
        """Whatever changes the text goes through here, all but putting another one there."""
        is_whole = self.selected_text == self.text
        result = super().edit(edit)
        self._box.edited(is_whole=is_whole)
        return result

    def break_line(self) -> None:
        """A directive is typed on one line."""

    async def _on_paste(self, event: events.Paste) -> None:
        """What was copied may be broken into lines, or be several directives."""
        event.stop()
        event.prevent_default()
        register = self._box.register
        if is_several(event.text, today=register.surroundings.today):
            await look_over(register, event.text)
            return
        self.replace(pasted_line(event.text), *self.selection)

    @property
    def _box(self) -> LineBox:
        found = self.query_ancestor(LineBox)
        assert isinstance(found, LineBox)
        return found


class LineBox(MayHoldUnsaved, ActsOnPress, Vertical):
    """What is typed, and under it what it is taken for."""

    HELP_TOPIC: ClassVar[str] = "line"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", show=False)]
    DEFAULT_CSS = """
    LineBox { height: auto; }
    LineBox TextArea {
        height: 2; border: none; padding: 0 1; background: $panel; scrollbar-size-vertical: 1;
    }
    LineBox TextArea:focus { border: none; background: $primary 30%; }
    LineBox TextArea .text-area--placeholder { color: $foreground 70%; }
    """

    def __init__(self, screen: RegisterScreen) -> None:
        super().__init__(id="line-box")
        self.register = screen
        self._days_off = calendar_at_hand(screen.surroundings.desk())
        self._others = OthersAtHand(screen.surroundings.desk)
        self._to_save: deque[str] = deque()
        self._saving = ""
        self._aside: PutAside[str] = PutAside()
        self._taken: Kept[str] | None = None
        """What was put aside and now stands in the box, as long as nobody has changed it."""
        self._is_asking = False
        """Whether Enter was pressed on it once."""
        self._is_leaving = False
        self._is_drawing = False
        """Of several letters typed at once only the last is previewed."""

    def compose(self) -> ComposeResult:
        """What the box is for, the line, and what is understood of it."""
        yield PieceLine(id="line-title", ground="form")
        yield LineText(
            id="line-text",
            compact=True,
            soft_wrap=True,
            tab_behavior="focus",
            placeholder=LINE_PLACEHOLDER,
        )
        for number in range(_PARTS):
            yield PieceLine(id=f"line-part-{number}")

    def on_mount(self) -> None:
        """Leave as much of the table to be seen as there is room for."""
        self.screen.add_class("-entering")
        self._draw()

    def on_unmount(self) -> None:
        """The table has its room back."""
        self.register.remove_class("-entering")

    # What is typed

    @property
    def typed(self) -> str:
        """The line as it stands."""
        return self.query_one(LineText).text

    def put(self, text: str) -> None:
        """Let something else stand there, to be typed on."""
        self._taken, self._is_asking = None, False
        line = self.query_one(LineText)
        line.text = text
        line.move_cursor(line.document.end)

    def on_resize(self) -> None:
        """As much of each part as there is room for."""
        self._draw()

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Every letter is understood as far as it goes."""
        event.stop()
        self._is_leaving = False
        if not self._is_drawing:
            self._is_drawing = True
            self.call_after_refresh(self._draw)

    # Keeping

    def submit(self) -> None:
        """Keep the line; the box is free for the next one at once."""
        if self._taken and not self._is_asking:
            self._is_asking = True
            self._draw()
            return
        line = self.typed.strip()
        if line:
            self._to_save.append(line)
        self.put("")
        self._save_next()

    def _save_next(self, said: str = "") -> None:
        """Go on with what is typed; ``said``: what was told of the line before."""
        if not self._saving and self._to_save:
            self._saving = self._to_save.popleft()
            in_thread(
                self.register,
                partial(record, self.register.surroundings, partial(_entry, self._saving)),
                self._saved,
                lambda error: self._refused(screen_sentence(error)),
                group="enter",
                defect=self._refused,
            )
        elif not self._saving and self._aside and not self.typed:
            self._take(said)
            self.query_one(LineText).select_all()
        self._draw()

    def _saved(self, entered: Entered) -> None:
        self._saving = ""
        is_typing = self.app.screen is self.register and self.query_one(LineText).has_focus
        self._save_next(tell_entered(self.register, entered, is_followed=is_typing))

    def _refused(self, why: str) -> None:
        line, self._saving = self._saving, ""
        self._aside.keep(Kept(line, why))
        self.register.tell(not_kept_words(line, why), role="bad")
        self._save_next()

    # What was refused

    def action_take_back(self) -> None:
        """Put the next line that waits into the box; what stands there waits behind the others."""
        if not self._aside:
            return
        if self._taken:
            self._aside.keep(self._taken)
        elif self.typed.strip():
            self._aside.keep(Kept(self.typed))
        self._take()
        self._draw()

    def _take(self, said: str = "") -> None:
        kept = self._aside.take()
        self.put(kept.typed)
        self._taken = kept
        role = "bad" if kept.why else "warning"
        words = filter(None, (said, not_kept_words(kept.typed, kept.why)))
        self.register.tell("\n".join(words), role=role)

    def edited(self, *, is_whole: bool) -> None:
        """The text was changed; ``is_whole``: something else was typed in the place of it all."""
        if self._taken and is_whole:
            self._aside.put_back(self._taken)
        self._taken, self._is_asking = None, False

    # Leaving

    @property
    def is_saving(self) -> bool:
        """Whether a line is being saved; others may wait for it."""
        return bool(self._saving)

    @property
    def unsaved(self) -> tuple[str, ...]:
        """The line as it stands, and those that were put aside."""
        typed = [self.typed, *(kept.typed for kept in self._aside)]
        return tuple(text for text in typed if text.strip())

    def warn(self, text: str) -> None:
        """Say it above the keys."""
        self.register.tell(text, role="warning")

    async def action_leave(self) -> None:
        """Close the box; what was typed is given up only on the second press."""
        if self._saving:
            return
        if self.unsaved and not self._is_leaving:
            self._is_leaving = True
            self._draw()
            return
        self.screen.set_focus(self.register.table)
        await self.remove()

    def action_save(self) -> None:
        """As Enter does."""
        self.submit()
        self.query_one(LineText).focus()

    # Drawing

    def _draw(self) -> None:
        self._is_drawing = False
        self.query_one("#line-title", PieceLine).put(*self._title())
        today = self.register.surroundings.today
        preview = self._others.beside(
            preview_line(self.typed, today=today, days_off=self._days_off)
        )
        for number, (standing, text) in enumerate(line_preview(preview, today)):
            shown = Piece(f" {cut(text, max(self.size.width - 2, 1))}", _PREVIEW_ROLES[standing])
            self.query_one(f"#line-part-{number}", PieceLine).put([shown])

    def _title(self) -> tuple[list[Piece], list[Piece]]:
        hints: Hints = LINE_HINTS
        if self._aside:
            hints = ((LINE_TAKE_BACK, take_back_words(len(self._aside)), "take_back"), *hints)
        warnings = {SAVING: self._saving, LEAVE_TWICE: self._is_leaving}
        warnings[LINE_SAVE_TWICE] = self._is_asking
        for words, is_due in warnings.items():
            if is_due:
                return [Piece(f" {words}", "form_warning")], []
        keys = key_pieces(hints, "form_key", "form")
        return [Piece(f" {LINE_TITLE}", "form_key")], keys


def _entry(line: str, today: date) -> Entry:
    return entry_from_line(line, today=today, more={})
