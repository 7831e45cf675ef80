"""What is said after something was done to several directives at once."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tracker.wording.echoes import DONE
from tracker.wording.formats import format_count
from tracker.wording.remarks import remark_sentence

_NAMED = 5


def acted_lines(operation: str, acted: Any) -> Iterator[str]:
    """What was recorded for how many directives, and how many it would have left as they are."""
    done = DONE[operation].removesuffix("nhiệm vụ")
    yield f"{done}{format_count(len(acted.directives))} nhiệm vụ."
    if acted.unchanged:
        ids = [one.id for one in acted.unchanged]
        yield f"Không đổi vì đã đúng như vậy: {_counted(ids)}."


def told_sentence(told: Any, acted: Any) -> str:
    """A remark, with the directives it is about where it is not about all of them."""
    said = remark_sentence(told.remark)
    if len(told.ids) == len(acted.directives):
        return said
    return f"{said} ({_counted(told.ids)})"


def _counted(ids: Any) -> str:
    named = ", ".join(map(str, ids[:_NAMED]))
    return f"{format_count(len(ids))} nhiệm vụ: {named}{', …' if len(ids) > _NAMED else ''}"
