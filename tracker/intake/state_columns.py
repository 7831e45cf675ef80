"""Columns of which a mark says how far a task is: ``Đã hoàn thành | Đang thực hiện | Quá hạn``.

Some offices tick, some write the day or the document of the result in the column that holds.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tracker.core.directive import State
from tracker.core.vietnamese import fold
from tracker.intake.claims import read_claim
from tracker.intake.drafts import Field
from tracker.intake.looks import DAYS, look_of

States = Mapping[int, str]
"""What the heading of such a column claims, by its place."""

_NEGATING = ("chua", "khong", "dang")
"""What follows one of these claims the contrary without it."""

_MARKS = frozenset({"x", "v", "+", "*", "co", *"\u221a\u2611\u2612\u2713\u2714\u2717\u00d7"})


def states_of(fields: Sequence[Field | None], headings: Sequence[str]) -> States:
    """The claims of the headings of such columns."""
    return {
        place: _claimed(heading)
        for place, (field, heading) in enumerate(zip(fields, headings, strict=False))
        if field is Field.STATE
    }


def _claimed(heading: str) -> str:
    """The end of a heading that is a claim: what stands above it may name but a group."""
    words = heading.split()
    ends = (
        " ".join(words[first:])
        for first in range(len(words))
        if first == 0 or fold(words[first - 1]) not in _NEGATING
    )
    return next((end for end in ends if read_claim(end) is not None), "")


def is_nought(cell: str) -> bool:
    """Whether a cell in such a column only says that this is not so."""
    return cell.strip(" .") in ("0", "00")


def told_by(claimed: str, cell: str) -> dict[Field, str] | None:
    """What a cell tells in a column that claims this; None where that is not known.

    A number is none of these: it counts something.
    """
    claim = read_claim(claimed)
    if claim is None or cell.strip(" .").isdecimal():
        return None
    told = {Field.PROGRESS: claimed}
    if fold(cell).strip(" .()") in _MARKS:
        return told
    if claim.state is not State.DONE and not claim.is_of_something_done:
        return told | {Field.NOTE: cell}
    is_day = look_of(cell) in DAYS
    return told | {Field.COMPLETED if is_day else Field.RESULT: cell}
