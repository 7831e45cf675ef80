"""A screen that reads and writes in threads, and says at its foot what comes of it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import partial
from threading import Lock
from typing import ClassVar, Generic, TypeVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen

from tracker.core.errors import TrackerError
from tracker.tui.reporting.apart import apart
from tracker.tui.surroundings import Surroundings
from tracker.tui.threads import answer_of
from tracker.tui.unsaved import MayHoldUnsaved
from tracker.tui.widgets.notice import Notice
from tracker.tui.widgets.piece_line import ActsOnPress, Hints, Piece, PieceLine, key_pieces
from tracker.wording.report_acts import (
    GIVE_UP,
    GIVEN_UP,
    STILL_MAKING,
    TOO_LATE,
    making_words,
    next_step,
)
from tracker.wording.screen_refusals import screen_sentence

Found = TypeVar("Found")
Result = TypeVar("Result")
MAKING = "making"
"""The group of the threads that make files."""

_SECOND = 1.0


class Making:
    """A file that is being made: it is put in its place or given up, whichever comes first."""

    def __init__(self, format_name: str) -> None:
        self.format_name = format_name
        self.seconds = 0
        self._first = Lock()

    def take(self) -> bool:
        """Whether whoever asks is the first to."""
        return self._first.acquire(blocking=False)


class WorkingScreen(MayHoldUnsaved, ActsOnPress, Screen[Result], Generic[Result]):
    """The foot of the screen, and the threads."""

    HELP_TOPIC: ClassVar[str] = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", show=False),
        Binding("ctrl+p", "palette", show=False),
    ]
    DEFAULT_CSS = """
    WorkingScreen #progress { display: none; }
    """

    def __init__(self, surroundings: Surroundings) -> None:
        super().__init__()
        self.surroundings = surroundings
        self._going_on: dict[str, str] = {}
        """What the threads are doing, by their group."""
        self._making: Making | None = None

    def compose_foot(self) -> ComposeResult:
        """What was said, what is going on, and the keys."""
        yield Notice(id="notice")
        yield PieceLine(id="progress")
        yield PieceLine(id="hints", ground="hint")

    def on_mount(self) -> None:
        """Count the seconds of what takes long."""
        self.set_interval(_SECOND, self._tick)

    def on_unmount(self) -> None:
        """Nobody waits for the file any more."""
        if self._making is not None:
            self._making.take()

    @property
    def is_open(self) -> bool:
        """Whether it has not been left yet; something else may lie over it."""
        return self.is_attached and self in self.app.screen_stack

    # Telling

    def tell(self, text: str, *, role: str = "notice") -> None:
        """Say something above the keys, until the next thing is said."""
        self.query_one("#notice", Notice).say(text, role=role)

    def quieten(self) -> None:
        """Take away what was said."""
        self.query_one("#notice", Notice).clear()

    def refuse(self, error: TrackerError) -> None:
        """Say why something cannot be done, and what can."""
        self.tell(refusal(error), role="bad")

    def show_keys(self, hints: Hints) -> None:
        """Put the keys at the foot."""
        self.query_one("#hints", PieceLine).put(key_pieces(hints, "key", "hint"))

    def _show_progress(self) -> None:
        line = self.query_one("#progress", PieceLine)
        line.display = bool(self._going_on)
        words = " ".join(self._going_on.values())
        give_up = key_pieces([("Esc", GIVE_UP, "leave")], "strong", "plain")
        line.put([Piece(f" {words}", "warning")], give_up if self._making else ())

    # Working

    def in_thread(
        self,
        work: Callable[[], Found],
        then: Callable[[Found], Awaitable[None] | None],
        *,
        group: str,
        words: str,
        refused: Callable[[TrackerError], None] | None = None,
    ) -> None:
        """Do something without stopping the screen; only the latest of a group counts."""

        answering = partial(
            answer_of,
            work,
            then,
            refused or self.refuse,
            partial(self.tell, role="bad"),
            log=self.surroundings.log_defect,
        )

        async def run() -> None:
            answer = await apart(answering)
            if self.is_open:
                self._ended(group)
                # Whatever it opens belongs to the screen, not to this worker.
                self.call_next(answer)

        self._going_on[group] = words
        self._show_progress()
        self.run_worker(run(), exclusive=True, group=group)

    def _ended(self, group: str) -> None:
        if group == MAKING:
            self._making = None
        self._going_on.pop(group, None)
        self._show_progress()

    # Making files

    def begin_making(self, format_name: str) -> Making | None:
        """A file is to be made; None, and a word, where another one is being made."""
        if self._making is not None:
            self.tell(STILL_MAKING, role="warning")
            return None
        self._making = Making(format_name)
        return self._making

    def _tick(self) -> None:
        making = self._making
        if making is not None and self.is_open:
            making.seconds += 1
            self._going_on[MAKING] = making_words(making.format_name, making.seconds)
            self._show_progress()

    @property
    def is_saving(self) -> bool:
        """Whether a file that was asked for is not there yet; it can be given up first."""
        return self._making is not None

    def warn(self, text: str) -> None:
        """Say it above the keys."""
        self.tell(text, role="warning")

    async def action_palette(self) -> None:
        """Everything that can be done here, found by typing."""
        # Late: not every screen is asked for it.
        from tracker.tui.helping.palette_here import open_palette_here

        await open_palette_here(self, self.HELP_TOPIC)

    def action_leave(self) -> None:
        """Give up the file that is being made, else go back."""
        making = self._making
        if making is None:
            self.dismiss()
        elif making.take():
            self.workers.cancel_group(self, MAKING)
            self._ended(MAKING)
            self.tell(GIVEN_UP, role="warning")
        else:
            self.tell(TOO_LATE, role="warning")


def refusal(error: TrackerError) -> str:
    """Why something cannot be done, and what to press."""
    return "\n".join(filter(None, (screen_sentence(error), next_step(error))))
