"""Why the parts of a comparison do not come to the number of the register by themselves."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tracker.wording.formats import format_count, format_document, format_turn
from tracker.wording.reconciled_rows import ours_named

_NAMED = 20
"""So many tasks are named; the rest is counted."""


def adding_up(outcome: Any, *, is_for_them: bool = False) -> Iterator[str]:
    """What the register counts beside the parts that list its tasks, and what they have beyond.

    ``is_for_them``: in words for those who sent the list, who know our tasks by no id.
    """
    if outcome.turns_apart:
        yield (
            f"Danh sách nêu nhiệm vụ định kỳ nhưng không đủ các kỳ: "
            f"{format_count(outcome.turns_apart)} kỳ trong sổ không đối chiếu được."
        )
    if outcome.matched_beyond:
        yield (
            f"Phần khác nhau và phần khớp có {format_count(outcome.matched_beyond)} nhiệm vụ mà "
            "kỳ này sổ không tính, nên không cộng vào số của sổ: "
            f"{_beyond(outcome, is_for_them=is_for_them)}."
        )
    if outcome.unread_expected:
        yield (
            f"Phần chưa đọc được có {format_count(outcome.unread_expected)} dòng có thể là nhiệm "
            "vụ trong sổ, nên cũng cộng vào số của sổ."
        )


def _beyond(outcome: Any, *, is_for_them: bool) -> str:
    rows = [one.ours.row for one in outcome.matched if not one.ours.is_expected]
    named = [_for_them(row) if is_for_them else ours_named(row) for row in rows[:_NAMED]]
    more = [f"và {format_count(len(rows) - _NAMED)} nhiệm vụ khác"] if rows[_NAMED:] else []
    return "; ".join([*named, *more])


def _for_them(row: Any) -> str:
    return f"{format_document(row.document)}{format_turn(row.facts.instance)}"
