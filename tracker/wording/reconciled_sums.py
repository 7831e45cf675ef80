"""Why the parts of a comparison do not come to the number of the register by themselves."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tracker.wording.formats import format_count


def adding_up(outcome: Any) -> Iterator[str]:
    """What the register counts beside the parts that list its tasks, and what they have beyond."""
    if outcome.turns_apart:
        yield (
            f"Danh sách nêu nhiệm vụ định kỳ nhưng không đủ các kỳ: "
            f"{format_count(outcome.turns_apart)} kỳ trong sổ không đối chiếu được."
        )
    if outcome.matched_beyond:
        yield (
            f"Phần khác nhau và phần khớp có {format_count(outcome.matched_beyond)} nhiệm vụ mà "
            "kỳ này sổ không tính, nên không cộng vào số của sổ."
        )
    if outcome.unread_expected:
        yield (
            f"Phần chưa đọc được có {format_count(outcome.unread_expected)} dòng có thể là nhiệm "
            "vụ trong sổ, nên cũng cộng vào số của sổ."
        )
