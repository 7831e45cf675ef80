"""Charts as lines of text: a title, a sentence that says what there is to see, and what is drawn.

Lines are made of segments, each with the part it plays, so that a screen may colour them. What
they say can be read without colours.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from textwrap import wrap

from tracker.core.filters import Filter
from tracker.wording.cell_width import cells


class Role(StrEnum):
    """The part a segment of a line plays."""

    TITLE = "title"
    READING = "reading"
    """The one sentence that says what the chart shows."""
    HEADING = "heading"
    LABEL = "label"
    FIGURE = "figure"
    LEGEND = "legend"
    NOTE = "note"
    SPACE = "space"
    BAR_ON_TIME = "bar_on_time"
    BAR_LATE = "bar_late"
    BAR_NO_DEADLINE = "bar_no_deadline"
    BAR_NEEDS_REVIEW = "bar_needs_review"
    BAR_LONG_OVERDUE = "bar_long_overdue"
    BAR_OVERDUE = "bar_overdue"
    BAR_JUST_OVERDUE = "bar_just_overdue"
    BAR_DUE = "bar_due"
    BAR_DUE_ON_DAY_OFF = "bar_due_on_day_off"


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """The directives that a bar counts."""

    name: str
    """What they are called where they are listed."""
    wanted: Filter


def counted(what: str, of: str, number: int, wanted: Filter) -> Counted | None:
    """What a bar counts, by a name to stand over a list: ``Quá hạn: Phòng A``."""
    return Counted(name=f"{what}: {of}", wanted=wanted) if number else None


@dataclass(frozen=True, slots=True)
class Segment:
    """Part of a line."""

    text: str
    role: Role
    counted: Counted | None = None
    """What the line counts, on the label of a bar."""


Line = tuple[Segment, ...]

INDENT = Segment("  ", Role.SPACE)
"""What a line begins with that is no title."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Canvas:
    """What a chart is drawn on."""

    width: int
    """In cells; from 60 on nothing is wider."""
    is_ascii: bool = False
    """For terminals whose letters lack the blocks that bars are made of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """A chart with its title and what it says in one sentence."""

    name: str
    """Stable and English."""
    head: tuple[Line, ...]
    """Title and reading, wrapped."""
    body: tuple[Line, ...] = ()
    """Empty where there is nothing to draw."""

    @property
    def lines(self) -> tuple[Line, ...]:
        """All of it, from top to bottom."""
        return self.head + self.body


def plain(line: Line) -> str:
    """A line without its roles."""
    return "".join(segment.text for segment in line).rstrip()


def counted_by(line: Line) -> Counted | None:
    """What a line counts; None where it is no bar, or an empty one."""
    return next((segment.counted for segment in line if segment.counted), None)


def prose(text: str, role: Role, canvas: Canvas, *, is_indented: bool = False) -> tuple[Line, ...]:
    """A sentence over as many lines as it takes."""
    start = (INDENT,) if is_indented else ()
    room = canvas.width - sum(cells(segment.text) for segment in start)
    return tuple((*start, Segment(part, role)) for part in wrap(text, room))


def chart(
    name: str, title: str, reading: str, canvas: Canvas, body: tuple[Line, ...] = ()
) -> Chart:
    """Put a chart together."""
    head = (*prose(title, Role.TITLE, canvas), *prose(reading, Role.READING, canvas))
    return Chart(name=name, head=head, body=body)


def note_lines(texts: Sequence[str], canvas: Canvas) -> tuple[Line, ...]:
    """Remarks below a chart."""
    return tuple(
        line for text in texts for line in prose(text, Role.NOTE, canvas, is_indented=True)
    )
