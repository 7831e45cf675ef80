"""Which rows of ``standing`` hold on a day, asked so that an index answers."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tracker.store.rows import Reading

PAST = "until > :as_of AND since <= :as_of AND instance IS NULL"
"""Rows that held on the day and have been replaced since."""

TURNS = "until > :as_of AND until <= :turns_until AND since <= :as_of AND instance IS NOT NULL"
"""Turns of recurring directives open on the day."""

CURRENT = "until IS NULL AND since <= :as_of"
"""Rows that held on the day and hold still."""

HOLDS = "since <= :as_of AND (until IS NULL OR until > :as_of)"
"""All of them at once, for those who walk through the whole register anyway."""


def day_parameters(as_of: str) -> dict[str, str]:
    """The parameters that the conditions above need.

    A turn open in one calendar year falls due in that year or the next, the first turn of a
    directive assigned after the year's due day being carried from its assignment on; it lapses
    once the turn after it was due, so by the end of the year after the next. That bounds the
    search among turns laid out for decades.
    """
    year = min(int(as_of[:4]) + 2, 9999)
    return {"as_of": as_of, "turns_until": f"{year:04d}-12-31"}


def holding(columns: str, condition: str) -> str:
    """Select from the rows that hold on ``:as_of`` those that an index narrows down."""
    return "\nUNION ALL\n".join(
        f"SELECT {columns} FROM standing WHERE {part} AND {condition}"
        for part in (CURRENT, PAST, TURNS)
    )


def is_any_holding(reading: Reading, as_of: str) -> bool:
    """Whether anything was in the register on a day, withdrawn and only supported ones too."""
    rows = holding("directive_id", "1 = 1")
    return bool(reading.rows(f"SELECT 1 FROM ({rows}) AS held LIMIT 1", day_parameters(as_of)))


def holding_since(columns: str, condition: str) -> str:
    """Select likewise from the rows that hold on any day from ``:held_from`` to ``:as_of``."""
    return "\nUNION ALL\n".join(
        f"SELECT {columns} FROM standing WHERE {part} AND since <= :as_of AND {condition}"
        for part in (
            "until IS NULL",
            "until > :held_from AND instance IS NULL",
            "until > :held_from AND until <= :turns_until AND instance IS NOT NULL",
        )
    )
