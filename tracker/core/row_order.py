"""How a list may be sorted.

On the path of the first picture of the screen: only what is light is imported.
"""

from __future__ import annotations

from enum import StrEnum


class Order(StrEnum):
    """How a list may be sorted; what is equal stays in order of entry."""

    ENTRY = "entry"
    DEADLINE = "deadline"
    """The next due first; without a deadline last."""
    NUMBER = "number"
    """As ``core.document_number.document_sort_key`` has it."""
    ISSUED = "issued"
    COMPLETED = "completed"
    """What is not done last."""
    UNIT = "unit"
    """In Vietnamese order; without a unit last."""
    CONTENT = "content"
    """In Vietnamese order; what is secret last."""
    ATTENTION = "attention"
    """What presses most first: open by deadline, then what needs review, then open without a
    deadline, then suspended, then done with the latest first, then withdrawn."""
