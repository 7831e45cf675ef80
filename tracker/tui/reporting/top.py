"""What stands over a preview: which report it is, what was asked for, and its parts."""

from __future__ import annotations

from collections.abc import Mapping

from rich.style import Style
from rich.text import Text
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from tracker.operations.report_office import APPENDIX
from tracker.operations.report_preview import ReportPreview
from tracker.tui.reporting.looking import Asked
from tracker.tui.widgets.piece_line import Piece, PieceLine, key_pieces
from tracker.wording.cell_width import one_line
from tracker.wording.formats import format_date
from tracker.wording.report_preview import preview_heading, standing_line
from tracker.wording.report_screen import (
    CHANGED_SINCE,
    PARTS,
    USUAL_DAY,
    asked_pieces,
    layout_label,
    part_label,
)

_BETWEEN = Piece(" ")


class PreviewTop(Vertical):
    """A few lines, each drawn when there is something new to say on it."""

    DEFAULT_CSS = """
    PreviewTop { height: auto; }
    PreviewTop #head {
        display: none; height: auto; max-height: 5; padding: 0 1; background: $panel;
    }
    PreviewTop #head.-told { display: block; }
    """

    def compose(self) -> ComposeResult:
        """The three of them."""
        yield Static(id="head")
        yield PieceLine(id="asked")
        yield PieceLine(id="parts")

    def tell_report(self, preview: ReportPreview | None, *, is_changed: bool = False) -> None:
        """Which report it is, and whether the register has changed since."""
        head = Text()
        if preview is not None:
            heading = preview_heading(preview.period, preview.as_of)
            is_as_issued = preview.issued is not None
            standing = standing_line(preview.standing, is_as_issued=is_as_issued)
            head.append(heading, Style(bold=True))
            head.append(f"\n{one_line(standing)}")
            head.append(f"\n{CHANGED_SINCE}" if is_changed else "", Style(bold=True))
        shown = self.query_one("#head", Static)
        shown.update(head)
        shown.set_class(bool(head), "-told")

    @property
    def told(self) -> str:
        """What is said of the report."""
        return str(self.query_one("#head", Static).content)

    def tell_asked(self, asked: Asked, preview: ReportPreview | None) -> None:
        """What was asked for, as far as it is known what that comes to."""
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

    def tell_parts(
        self, preview: ReportPreview | None, counts: Mapping[str, int], *, shown: str
    ) -> None:
        """The parts, and which of them is shown; none where there is no preview."""
        pieces = []
        for number, name in enumerate(PARTS if preview else (), start=1):
            assert preview is not None
            label = part_label(name, preview.verdict, count=counts[name])
            role = "active" if name == shown else "plain"
            press = f"show_part('{name}')"
            pieces += [Piece(f" {number} ", "strong", press), Piece(label, role, press), _BETWEEN]
        self.query_one("#parts", PieceLine).put(pieces)
