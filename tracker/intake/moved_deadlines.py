"""A deadline that was moved, told in one cell: ``15/12/2023 (gia hạn đến 30/01/2024 tại CV …)``."""

from __future__ import annotations

import re

from tracker.core.citations import find_citations
from tracker.core.vietnamese import folded_in_place
from tracker.intake.documents import DAY

_LONGEST = 200
_DAY = re.compile(DAY)
_MOVED = re.compile(
    rf"(?P<before>{DAY})[\s,;:(-]*(?:da )?(?:duoc )?gia han"
    rf"(?: (?:den|toi)(?: het)?\s*(?P<after>{DAY}))?(?P<rest>\W.*|)",
    re.DOTALL,
)


def day_moved_to(deadline: str) -> tuple[str, str]:
    """The day that holds, and all else of the cell; empty where it says nothing of the kind.

    Without a day to which it was moved, the one in front is that, if a letter allows it. Where
    further days are named nobody can tell which of them holds.
    """
    folded = folded_in_place(deadline) if len(deadline) <= _LONGEST else None
    found = None if folded is None else _MOVED.fullmatch(folded)
    if found is None:
        return "", ""
    letters = find_citations(deadline[found.start("rest") :])
    is_only = len(_DAY.findall(found["rest"])) == sum(one.issued_on is not None for one in letters)
    if not is_only or not (found["after"] or letters):
        return "", ""
    first, last = found.span("after" if found["after"] else "before")
    rest = f"{deadline[:first]} {deadline[last:]}"
    return deadline[first:last].strip(), " ".join(rest.split())
