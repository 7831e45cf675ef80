"""Reports: looked over before anything is written, then written or issued."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from rich.style import Style
from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Static

from tracker.core.errors import TrackerError
from tracker.operations.browsing import newest_operation
from tracker.operations.report_making import ReportRequest
from tracker.operations.report_office import APPENDIX
from tracker.tui.dialogs.opening import open_over
from tracker.tui.reporting.looking import Asked, Looked, look_over
from tracker.tui.reporting.parts import Part, part_of, troubled
from tracker.tui.reporting.working import WorkingScreen, refusal
from tracker.tui.surroundings import Surroundings
from tracker.tui.widgets.detail_pane import DetailPane
from tracker.tui.widgets.line_list import LineList
from tracker.tui.widgets.piece_line import Piece, PieceLine, key_pieces
from tracker.wording.cell_width import one_line
from tracker.wording.formats import format_date
from tracker.wording.report_preview import preview_heading, standing_line
from tracker.wording.report_screen import (
    CHANGED_SINCE,
    COMPUTING,
    NOT_ISSUED_YET,
    NOTHING_YET,
    PARTS,
    USUAL_DAY,
    asked_pieces,
    copied_summary,
    layout_label,
    part_label,
    preview_hints,
)

if TYPE_CHECKING:
    from tracker.tui.screens.register import RegisterScreen

_BETWEEN = Piece(" ")

_WATCH_SECONDS = 1.0
"""How often the register is looked at for what others have changed."""


async def open_reports(screen: RegisterScreen) -> None:
    """Look over the report that is most likely wanted."""
    chosen = screen.tracker.chosen_day
    asked = Asked(as_of=format_date(chosen) if chosen else None)
    await open_over(screen, ReportScreen(screen.surroundings, asked, day=screen.tracker.as_of))


class ReportScreen(WorkingScreen[None]):
    """A report as it would be printed, with everything that is to be known before it is."""

    HELP_TOPIC: ClassVar[str] = "reports"
    AUTO_FOCUS = "LineList"
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
    DEFAULT_CSS = """
    ReportScreen #head {
        display: none; height: auto; max-height: 5; padding: 0 1; background: $panel;
    }
    """

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
        self._is_changed = False
        """Whether somebody has changed the register since it was looked at."""
        self._parts: dict[str, Part] = {}

    def compose(self) -> ComposeResult:
        """What it is, what was asked for, the parts, one of them, and the row under the cursor."""
        yield Static(id="head")
        yield PieceLine(id="asked")
        yield PieceLine(id="parts")
        yield LineList(id="lines")
        yield DetailPane(id="row")
        yield from self.compose_foot()

    def on_mount(self) -> None:
        """Look at what is most likely wanted."""
        self._draw_keys()
        self.look()
        self.set_interval(_WATCH_SECONDS, self._watch)

    # Looking

    def look_at(self, period: str) -> None:
        """Look over another period; the day that was said for the one before is not meant."""
        self.look(period=period, as_of=self._chosen_day, is_live=False)

    def look(self, **changes: object) -> None:
        """Look over what is asked for, or something else from now on."""
        self.asked = asked = replace(self.asked, **changes)  # type: ignore[arg-type]
        self._draw_asked()
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
            self._show(looked, "")

    def _not_looked(self, asked: Asked, error: TrackerError) -> None:
        if asked is self.asked:
            self._show(None, refusal(error))

    def _show(self, looked: Looked | None, trouble: str) -> None:
        self.looked, self._trouble, self._is_changed = looked, trouble, False
        self._parts = {part: part_of(looked, part) for part in PARTS} if looked else {}
        self._draw_head()
        self._draw_asked()
        self._draw_keys()
        self.show_part(self.part)

    def show_part(self, name: str) -> None:
        """Show a part of the preview."""
        self.part = name
        self._draw_parts()
        part = self._parts.get(name) or troubled(self._trouble)
        lines, pane = self.query_one(LineList), self.query_one(DetailPane)
        if pane.has_focus:
            lines.focus()
        pane.display = part.details is not None
        lines.empty = part.empty
        lines.show(part.lay_out, has_cursor=part.details is not None, cursor=part.first)

    def on_line_list_moved(self, message: LineList.Moved) -> None:
        """All that is known of the row stands below."""
        part = self._parts.get(self.part)
        if part is not None and part.details is not None and message.index is not None:
            self.query_one(DetailPane).put(part.details(message.index))

    def on_line_list_chosen(self) -> None:
        """Go down to read it; Escape goes back up."""
        self.query_one(DetailPane).focus()

    def _watch(self) -> None:
        """Say so where somebody has changed the register since it was looked at."""
        if self.looked is None or self._is_changed:
            return
        try:
            newest = newest_operation(self.surroundings.desk())
        except TrackerError:
            return
        self._is_changed = newest != self.looked.operation
        if self._is_changed:
            self._draw_head()

    # Drawing

    def _draw_head(self) -> None:
        head = Text()
        if self.looked is not None:
            preview = self.looked.preview
            heading = preview_heading(preview.period, preview.as_of)
            is_as_issued = preview.issued is not None
            standing = standing_line(preview.standing, is_as_issued=is_as_issued)
            head.append(heading, Style(bold=True))
            head.append(f"\n{one_line(standing)}")
            head.append(f"\n{CHANGED_SINCE}" if self._is_changed else "", Style(bold=True))
        shown = self.query_one("#head", Static)
        shown.update(head)
        shown.display = bool(head)

    def _draw_asked(self) -> None:
        asked, preview = self.asked, self.looked.preview if self.looked else None
        as_of, layout = asked.as_of or USUAL_DAY, asked.layout or APPENDIX
        if preview is not None and preview.period.key == asked.period:
            as_of, layout = format_date(preview.as_of), preview.layout
        pieces = asked_pieces(
            period=asked.period_words,
            layout=layout_label(layout),
            as_of=as_of,
            with_supporting=asked.with_supporting,
        )
        self.query_one("#asked", PieceLine).put(key_pieces(pieces, "strong", "plain"))

    def _draw_parts(self) -> None:
        looked, pieces = self.looked, []
        for number, name in enumerate(PARTS, start=1):
            if looked is None:
                break
            label = part_label(name, looked.preview.verdict, count=self._parts[name].count)
            role = "active" if name == self.part else "plain"
            press = f"show_part('{name}')"
            pieces += [Piece(f" {number} ", "strong", press), Piece(label, role, press), _BETWEEN]
        self.query_one("#parts", PieceLine).put(pieces)

    def _draw_keys(self) -> None:
        preview = self.looked.preview if self.looked else None
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
        if self.looked is None or self.looked.preview.standing is None:
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
        if self.looked is None:
            self.tell(NOTHING_YET, role="warning")
            return
        lines = self.looked.preview.summary
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
        if isinstance(self.focused, DetailPane):
            self.query_one(LineList).focus()
        else:
            super().action_leave()
