"""The numbers over the register, on one line of the screen."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from tracker.core.totals import Totals
from tracker.wording.cell_width import cells
from tracker.wording.formats import format_count
from tracker.wording.register_table import SIGN


class Chip(NamedTuple):
    """A number that filters when it is pressed."""

    name: str
    """Stable and English; empty for what only stands between."""
    text: str


_LABELS = {
    "total": ("Tổng số", "Tổng số", "Tổng", "Σ"),
    "on_time": ("Đúng hạn", "Đúng hạn", "Đúng", ""),
    "late": ("Chậm", "Chậm", "Chậm", ""),
    "not_yet_due": ("Chưa đến hạn", "Chưa đến hạn", "Chưa", ""),
    "overdue": ("Quá hạn", "Quá hạn", "Quá", ""),
    "other": ("Tạm dừng, rà soát", "Khác", "Khác", "+"),
    "due_soon": ("Sắp đến hạn", "Sắp", "Sắp", ""),
    "no_deadline": ("Không thời hạn", "K.hạn", "K.hạn", "∞"),
    "needs_review": ("Cần rà soát", "Rà", "Rà", ""),
    "withdrawn": ("Thu hồi", "Thu hồi", "T.hồi", ""),
    "supporting": ("Phối hợp", "Phối hợp", "P.hợp", ""),
}
"""Each number by what it is called, from the longest name to a bare sign."""

_SIGNED_FROM = {0: True, 1: False, 2: False, 3: True}
"""Whether the signs of the table stand before the names, where there is room or nothing else."""

_LEVELS = 4

ADDING_UP = ("on_time", "late", "not_yet_due", "overdue", "other")
"""The parts that add up to the total."""

APART = ("due_soon", "no_deadline", "needs_review")
"""What lies across them."""

BESIDE = ("withdrawn", "supporting")
"""What the total leaves out; shown only where there is any."""


def numbers(totals: Totals) -> dict[str, int]:
    """Every number of the line by its name. The parts add up to the total."""
    groups = totals.groups
    going, waiting = groups["in_progress"], groups["not_started"]
    suspended = going["suspended"] + waiting["suspended"]
    return {
        "total": totals.total,
        "on_time": groups["done"]["on_time"],
        "late": groups["done"]["late"],
        "not_yet_due": going["in_time"] + waiting["in_time"],
        "overdue": totals.overdue,
        "other": suspended + totals.needs_review,
        "due_soon": totals.due_soon,
        "no_deadline": totals.no_deadline,
        "needs_review": totals.needs_review,
        "withdrawn": totals.withdrawn,
        "supporting": totals.supporting,
    }


def chips(totals: Totals, width: int) -> tuple[Chip, ...]:
    """The line in the longest words that fit into so many cells."""
    found = numbers(totals)
    for level in range(_LEVELS):
        line = tuple(_line(found, level))
        if sum(cells(chip.text) for chip in line) <= width:
            return line
    return line


def _line(found: dict[str, int], level: int) -> Iterator[Chip]:
    yield Chip("total", _words("total", found, level))
    sign = " = "
    for name in ADDING_UP:
        if name != "other" or found[name]:
            yield Chip("", sign if level in (0, 3) else " ")
            yield Chip(name, _words(name, found, level))
            sign = " + "
    yield Chip("", " │ " if level == 0 else "│")
    beside = [name for name in BESIDE if found[name]]
    for place, name in enumerate((*APART, *beside)):
        if place:
            yield Chip("", " · " if level == 0 else " ")
        yield Chip(name, _words(name, found, level))


def _words(name: str, found: dict[str, int], level: int) -> str:
    label = _LABELS[name][level]
    sign = SIGN.get(name, "") if _SIGNED_FROM[level] else ""
    colon = ":" if name == "total" and level in (1, 2) else ""
    return " ".join(filter(None, (sign, label, format_count(found[name])))) + colon
