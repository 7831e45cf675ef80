"""Bars drawn in text: every piece of a bar has a sign of its own, every bar its figures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tracker.wording.cell_width import cells, cut
from tracker.wording.charts import INDENT, Canvas, Counted, Line, Role, Segment


@dataclass(frozen=True, slots=True)
class Piece:
    """Part of a bar."""

    number: int
    role: Role


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One line of a chart. All bars of a chart have the same pieces and figures in their places."""

    label: str
    pieces: tuple[Piece, ...]
    figures: tuple[str, ...]
    counted: Counted | None = None


_GAP = 2
"""Cells between columns."""
_SHORTEST_BAR = 4
_SHORTEST_LABEL = 8
_CELLS_FOR_ONE = 4
"""No longer is a single one drawn: it should not look like many."""
_BLOCKS = "█▒░?"
_SIGNS = "#x.?"
"""What the pieces of a bar are filled with, by their place."""
_EIGHTHS = ("", "▏", "▎", "▍", "▌", "▋", "▊", "▉")


def bar_lines(
    bars: Sequence[Bar], canvas: Canvas, *, headings: tuple[str, ...] = ()
) -> tuple[Line, ...]:
    """Bars below one another, the longest as long as fits its number and the room, figures aligned.

    ``headings``, if any: one over the labels, then one over each column of figures.
    """
    heading = [Bar(label=headings[0], pieces=(), figures=headings[1:])] if headings else []
    layout = _layout([*heading, *bars], canvas)
    return (
        *(_line(bar, layout, is_heading=True) for bar in heading),
        *(_line(bar, layout) for bar in bars),
    )


def legend(pieces: Sequence[tuple[Role, str]], bars: Sequence[Bar], canvas: Canvas) -> Line:
    """What each piece means that is in any of the bars."""
    shown = [INDENT]
    for place, (role, meaning) in enumerate(pieces):
        if any(bar.pieces[place].number for bar in bars):
            sign = (_SIGNS if canvas.is_ascii else _BLOCKS)[place]
            shown += [Segment(sign, role), Segment(f" {meaning}  ", Role.LEGEND)]
    return tuple(shown)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Layout:
    """How the room of a line is divided."""

    label_width: int
    bar_width: int
    figure_widths: tuple[int, ...]
    full: int
    """The number that fills the room for a bar."""
    is_ascii: bool


def _layout(bars: Sequence[Bar], canvas: Canvas) -> _Layout:
    columns = zip(*(bar.figures for bar in bars), strict=True)
    widths = tuple(max(map(cells, column)) for column in columns)
    room = canvas.width - cells(INDENT.text) - _GAP - sum(_GAP + width for width in widths)
    longest_label = max(cells(bar.label) for bar in bars)
    label_width = min(longest_label, _widest_label(canvas.width, room))
    bar_width = max(room - label_width, _SHORTEST_BAR)
    return _Layout(
        label_width=label_width,
        bar_width=bar_width,
        figure_widths=widths,
        full=max(*map(_total, bars), bar_width // _CELLS_FOR_ONE),
        is_ascii=canvas.is_ascii,
    )


def _widest_label(width: int, room: int) -> int:
    """Names give way to bars, and bars to names, before either says nothing."""
    return max(min(width // 3, room - 2 * _SHORTEST_BAR), _SHORTEST_LABEL)


def _total(bar: Bar) -> int:
    return sum(piece.number for piece in bar.pieces)


def _line(bar: Bar, layout: _Layout, *, is_heading: bool = False) -> Line:
    label = cut(bar.label, layout.label_width)
    drawn = _drawn(bar, layout)
    shown = [
        INDENT,
        Segment(label, Role.HEADING if is_heading else Role.LABEL, bar.counted),
        _space(layout.label_width - cells(label) + _GAP),
        *drawn,
        _space(layout.bar_width - sum(cells(segment.text) for segment in drawn)),
    ]
    for figure, width in zip(bar.figures, layout.figure_widths, strict=True):
        shown.append(_space(_GAP + width - cells(figure)))
        shown.append(Segment(figure, Role.HEADING if is_heading else Role.FIGURE))
    return tuple(segment for segment in shown if segment.text)


def _space(width: int) -> Segment:
    return Segment(" " * width, Role.SPACE)


def _drawn(bar: Bar, layout: _Layout) -> list[Segment]:
    """The pieces of a bar. A lone one is drawn finer than by whole cells."""
    if not _total(bar):
        return []
    if len(bar.pieces) == 1 and not layout.is_ascii:
        (piece,) = bar.pieces
        return [Segment(_fine(piece.number, layout), piece.role)]
    signs = _SIGNS if layout.is_ascii else _BLOCKS
    lengths = _lengths([piece.number for piece in bar.pieces], layout)
    return [
        Segment(sign * length, piece.role)
        for piece, sign, length in zip(bar.pieces, signs, lengths, strict=False)
        if length
    ]


def _fine(number: int, layout: _Layout) -> str:
    """A bar to an eighth of a cell; never nothing for something."""
    eighths = max(_rounded(number * layout.bar_width * 8, layout.full), 1)
    whole, rest = divmod(eighths, 8)
    return _BLOCKS[0] * whole + _EIGHTHS[rest]


def _lengths(numbers: Sequence[int], layout: _Layout) -> list[int]:
    """How many cells each piece of a bar gets: at least one, and together the whole bar."""
    total = sum(numbers)
    at_least = sum(number > 0 for number in numbers)
    whole = max(_rounded(total * layout.bar_width, layout.full), at_least)
    lengths = [max(number * whole // total, 1) if number else 0 for number in numbers]

    def lacking(place: int) -> int:
        return numbers[place] * whole - lengths[place] * total

    while (left := whole - sum(lengths)) != 0:
        if left > 0:
            lengths[max(range(len(numbers)), key=lacking)] += 1
        else:
            longer = [place for place, length in enumerate(lengths) if length > 1]
            lengths[min(longer, key=lacking)] -= 1
    return lengths


def _rounded(numerator: int, denominator: int) -> int:
    return (2 * numerator + denominator) // (2 * denominator)
