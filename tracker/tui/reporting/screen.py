"""Reports: looked over before anything is written, then written or issued."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from tracker.core.errors import TrackerError
from tracker.operations.report_making import ReportRequest
from tracker.operations.report_preview import ReportPreview
from tracker.tui.dialogs.opening import open_over
from tracker.tui.register_watch import WATCH_SECONDS, News, RegisterWatch
from tracker.tui.reporting.looking import Asked, Looked, look_over
from tracker.tui.reporting.parts import Part, part_of, troubled
from tracker.tui.reporting.top import PreviewTop
from tracker.tui.reporting.working import WorkingScreen, refusal
from tracker.tui.surroundings import Surroundings
from tracker.tui.widgets.list_over_details import ListOverDetails
from tracker.wording.formats import format_date
from tracker.wording.report_screen import (
    COMPUTING,
    NOT_ISSUED_YET,
    NOTHING_YET,
    PARTS,
    copied_summary,
    preview_hints,
)

if TYPE_CHECKING:
    from tracker.tui.screens.register import RegisterScreen


async def open_reports(screen: RegisterScreen) -> None:
    """Look over the report that is most likely wanted."""
    chosen = screen.tracker.chosen_day
    asked = Asked(as_of=format_date(chosen) if chosen else None)
    await open_over(screen, ReportScreen(screen.surroundings, asked, day=screen.tracker.as_of))


class ReportScreen(WorkingScreen[None]):
    """A report as it would be printed, with everything that is to be known before it is."""

    HELP_TOPIC: ClassVar[str] = "reports"
    AUTO_FOCUS = "LineList"
    VERTICAL_BREAKPOINTS = [(0, "-low"), (14, "-high")]  # noqa: RUF012 - named by the library
    DEFAULT_CSS = """
    ReportScreen.-low PreviewTop #head { display: none; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("c", "choose_period", show=False),
        Binding("m", "choose_layout", show=False),
        Binding("v", "choose_day", show=False),
        Binding("h", "switch_supporting", show=False),
        Binding("l", "switch_live", show=False),
        Binding("g", "write", show=False),
        Binding("p", "issue", show=False),
        Binding("y", "copy", show=False),
        Binding("d", "list_issued", show=False),
        Binding("f5", "look_again", show=False),
        *(
            Binding(str(number), f"show_part('{part}')", show=False)
            for number, part in enumerate(PARTS, start=1)
        ),
    ]

    def __init__(self, surroundings: Surroundings, asked: Asked, *, day: date) -> None:
        super().__init__(surroundings)
        self.asked = asked
        self.looked: Looked | None = None
        """None while it is not there yet, or cannot be."""
        self.part = PARTS[0]
        self.day = day
        """The day whose likely periods are offered."""
        self._chosen_day = asked.as_of
        """The day that holds for every screen; None for the usual one of each period."""
        self.said = ReportRequest()
        """The number and day that were typed for issuing, kept where that was refused."""
        self._trouble = ""
        self._register = RegisterWatch(surroundings)
        self._parts: dict[str, Part] = {}

    def compose(self) -> ComposeResult:
        """What it is, what was asked for, the parts, one of them, and the row under the cursor."""
        yield PreviewTop(id="top")
        yield ListOverDetails()
        yield from self.compose_foot()

    def on_mount(self) -> None:
        """Look at what is most likely wanted."""
        self._draw_keys()
        self.look()
        self.set_interval(WATCH_SECONDS, self._watch)

    # Looking

    def look_at(self, period: str) -> None:
        """Look over another period; the day that was said for the one before is not meant."""
        self.look(period=period, as_of=self._chosen_day, is_live=False)

    def look(self, **changes: object) -> None:
        """Look over what is asked for, or something else from now on."""
        self.asked = asked = replace(self.asked, **changes)  # type: ignore[arg-type]
        if changes:
            # Nothing is done with the report before, though its lines are still seen.
            self.looked = None
        self._top.tell_asked(asked, self.preview)
        self.quieten()
        self.in_thread(
            partial(look_over, self.surroundings, asked, day=self.day),
            partial(self._looked, asked),
            group="looking",
            words=COMPUTING,
            refused=partial(self._not_looked, asked),
        )

    def _looked(self, asked: Asked, looked: Looked) -> None:
        if asked is self.asked:
            # What was most likely wanted at first stays what is looked at.
            self.asked = replace(asked, period=looked.preview.period.key)
            self._register.was_read(looked.stamp, looked.operation)
            self._show(looked, "")

    def _not_looked(self, asked: Asked, error: TrackerError) -> None:
        if asked is self.asked:
            self._show(None, refusal(error))

    def _show(self, looked: Looked | None, trouble: str) -> None:
        self.looked, self._trouble = looked, trouble
        self._parts = {part: part_of(looked, part) for part in PARTS} if looked else {}
        self._top.tell_report(self.preview)
        self._top.tell_asked(self.asked, self.preview)
        self._draw_keys()
        self.show_part(self.part)

    def show_part(self, name: str) -> None:
        """Show a part of the preview."""
        self.part = name
        counts = {each: part.count for each, part in self._parts.items()}
        self._top.tell_parts(self.preview, counts, shown=name)
        part = self._parts.get(name) or troubled(self._trouble)
        self._body.lines.empty = part.empty
        self._body.show(part.lay_out, has_details=part.details is not None, cursor=part.first)

    def on_line_list_moved(self) -> None:
        """All that is known of the row stands below."""
        # Where the cursor is now: the message may be of the part shown before.
        part, index = self._parts.get(self.part), self._body.lines.current
        if part is not None and part.details is not None and index is not None:
            self._body.tell(part.details(index))

    def on_line_list_chosen(self) -> None:
        """Go down to read it; Escape goes back up."""
        self._body.read()

    def _watch(self) -> None:
        """Say so where somebody has changed the register since it was looked at."""
        try:
            is_changed = self._register.news() is not News.NONE
        except TrackerError:
            # Whoever reads it next is told.
            return
        if is_changed and self.looked is not None and self.is_open:
            self._top.tell_report(self.preview, is_changed=True)

    @property
    def preview(self) -> ReportPreview | None:
        """What is looked at; None while it is not there yet, or cannot be."""
        return self.looked.preview if self.looked else None

    @property
    def _top(self) -> PreviewTop:
        return self.query_one(PreviewTop)

    @property
    def _body(self) -> ListOverDetails:
        return self.query_one(ListOverDetails)

    def _draw_keys(self) -> None:
        preview = self.preview
        self.show_keys(
            preview_hints(
                is_standing=preview is not None and preview.standing is not None,
                is_as_issued=preview is not None and preview.issued is not None,
            )
        )

    # Being told what to do

    async def action_choose_period(self) -> None:
        """Another period."""
        from tracker.tui.reporting.choosing import choose_period

        await choose_period(self)

    async def action_choose_layout(self) -> None:
        """Another layout."""
        from tracker.tui.reporting.choosing import choose_layout

        await choose_layout(self)

    async def action_choose_day(self) -> None:
        """Another day to look from."""
        from tracker.tui.reporting.choosing import choose_day

        await choose_day(self)

    def action_switch_supporting(self) -> None:
        """With what the office only supports, or without."""
        self.look(with_supporting=not self.asked.with_supporting)

    def action_switch_live(self) -> None:
        """By what is recorded now, or as it was issued."""
        if self.preview is None or self.preview.standing is None:
            self.tell(NOT_ISSUED_YET, role="warning")
        else:
            self.look(is_live=not self.asked.is_live)

    def action_look_again(self) -> None:
        """Whatever has changed meanwhile."""
        self.look()

    def action_show_part(self, name: str) -> None:
        """Another part of the preview."""
        self.show_part(name)

    def action_copy(self) -> None:
        """Copy the paragraph of the report."""
        if self.preview is None:
            self.tell(NOTHING_YET, role="warning")
            return
        lines = self.preview.summary
        self.app.copy_to_clipboard("\n".join(lines))
        self.tell(copied_summary(len(lines)))

    async def action_write(self) -> None:
        """Write the file."""
        from tracker.tui.reporting.writing import write

        await write(self)

    async def action_issue(self) -> None:
        """Issue the report."""
        from tracker.tui.reporting.issuing import issue

        await issue(self)

    async def action_list_issued(self) -> None:
        """The reports that were issued."""
        from tracker.tui.reporting.issued import open_issued

        await open_issued(self)

    def action_leave(self) -> None:
        """Back to the list from the row below it; else back to the register."""
        if self._body.is_reading:
            self._body.go_back()
        else:
            super().action_leave()
