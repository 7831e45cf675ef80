"""Which rows of ``standing`` hold on a day, asked so that an index answers."""

from __future__ import annotations

LONGEST_TURN_YEARS = 3
"""A turn of a recurring directive is carried for less than this: a yearly one lapses when the
next falls due. It bounds the search among turns laid out for decades ahead."""

PAST = "until > :as_of AND since <= :as_of AND instance IS NULL"
"""Rows that held on the day and have been replaced since."""

TURNS = "until > :as_of AND until <= :turns_until AND since <= :as_of AND instance IS NOT NULL"
"""Turns of recurring directives open on the day."""

CURRENT = "until IS NULL AND since <= :as_of"
"""Rows that held on the day and hold still."""

HOLDS = "since <= :as_of AND (until IS NULL OR until > :as_of)"
"""All of them at once, for those who walk through the whole register anyway."""


def day_parameters(as_of: str) -> dict[str, str]:
    """The parameters that the conditions above need."""
    turns_year = min(int(as_of[:4]) + LONGEST_TURN_YEARS, 9999)
    return {"as_of": as_of, "turns_until": f"{turns_year:04d}-12-31"}


def holding(columns: str, condition: str) -> str:
    """Select from the rows that hold on ``:as_of`` those that an index narrows down."""
    return "\nUNION ALL\n".join(
        f"SELECT {columns} FROM standing WHERE {part} AND {condition}"
        for part in (CURRENT, PAST, TURNS)
    )
