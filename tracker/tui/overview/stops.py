"""The charts one below the other as the lines of one long page, and where a cursor may stand."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from tracker.wording.charts import Chart, Counted, Line, counted_by


class Stop(NamedTuple):
    """A line the cursor may stand on."""

    line: int
    counted: Counted | None
    """What the bar there counts; None on the title of a chart without such bars."""
    chart: int
    """The place of its chart."""
    seen: tuple[int, int]
    """The first and the last line to be seen with it: of its chart where it is at the edge."""


class Page(NamedTuple):
    """All charts, each with an empty line behind it."""

    lines: tuple[Line, ...] = ()
    stops: tuple[Stop, ...] = ()


def page_of(charts: Sequence[Chart]) -> Page:
    """Put charts below one another; each has at least one stop."""
    lines: list[Line] = []
    stops: list[Stop] = []
    for place, chart in enumerate(charts):
        stops += _stops(chart, place, start=len(lines))
        lines += [*chart.lines, ()]
    return Page(tuple(lines), tuple(stops))


def _stops(chart: Chart, place: int, *, start: int) -> list[Stop]:
    counted = {line: counted_by(drawn) for line, drawn in enumerate(chart.lines)}
    found = {line: what for line, what in counted.items() if what is not None}
    if not found:
        return [Stop(start, None, place, (start, start + len(chart.lines) - 1))]
    first, last = min(found), max(found)
    return [
        Stop(
            line=start + line,
            counted=what,
            chart=place,
            seen=(
                start if line == first else start + line,
                start + (len(chart.lines) - 1 if line == last else line),
            ),
        )
        for line, what in found.items()
    ]
