"""The order of rows: by SQL, but for names and texts: no database knows the Vietnamese order."""

from __future__ import annotations

from typing import Any, NamedTuple

from tracker.core.row_order import Order

_LETTERS = 80
"""Of a content, so many say where it stands; what is alike so far stays in order of entry."""

SORTED_LATE = {
    Order.UNIT: "directive.unit",
    Order.CONTENT: (
        f"CASE WHEN directive.is_secret = 1 THEN '' ELSE substr(directive.content, 1, {_LETTERS}) "
        "END"
    ),
}
"""The texts that are put in order after they are fetched; empty where nothing is to be told."""

ORDERS_OF_DIRECTIVE = (Order.NUMBER, Order.ISSUED, *SORTED_LATE)
"""Those that look at columns of ``directive``."""


class _Sort(NamedTuple):
    by: tuple[str, ...]
    last: str = ""
    """What answers to this comes last in either direction."""


_ENTRY = ("row.directive_id", "row.instance IS NULL", "row.instance")


def _as_number(day: str) -> str:
    """A day as its digits; less than one hundred million."""
    return f"CAST(replace(CAST({day} AS TEXT), '-', '') AS INTEGER)"


_OPEN_ROW = "row.state IN ('in_progress', 'not_started')"
_ATTENTION = f"""CASE
    WHEN {_OPEN_ROW} AND row.is_unclear = 0 AND row.last_day IS NOT NULL
        THEN {_as_number("row.last_day")}
    WHEN row.is_unclear = 1 AND row.state <> 'withdrawn' THEN 100000000
    WHEN row.state = 'done' AND row.done_on IS NULL THEN 100000000
    WHEN {_OPEN_ROW} THEN 200000000
    WHEN row.state = 'suspended' THEN 300000000
    WHEN row.state = 'done' THEN 500000000 - {_as_number("row.done_on")}
    ELSE 500000000 END"""
"""One number for each row: a database sorts by one several times faster than by kinds and days."""

_SORTS = {
    Order.ATTENTION: _Sort((_ATTENTION,)),
    Order.ENTRY: _Sort(_ENTRY),
    Order.DEADLINE: _Sort(("row.last_day",), last="row.last_day IS NULL"),
    Order.NUMBER: _Sort(
        ("document_serial", "document_symbol", "issued_on"), last="document_serial IS NULL"
    ),
    Order.ISSUED: _Sort(("issued_on",)),
    Order.COMPLETED: _Sort(("row.done_on",), last="row.done_on IS NULL"),
    **dict.fromkeys(SORTED_LATE, _Sort(())),
}


def order_by(order: Order, *, is_reversed: bool) -> str:
    """What stands behind ``ORDER BY``; what is equal stays in order of entry."""
    sort = _SORTS[order]
    by = map(_turned, sort.by) if is_reversed else sort.by
    ties = () if order is Order.ENTRY else _ENTRY
    return ", ".join(filter(None, (sort.last, *by, *ties)))


def _turned(term: str) -> str:
    """The other direction."""
    return term.removesuffix(" DESC") if term.endswith(" DESC") else f"{term} DESC"


def in_vietnamese_order(rows: list[tuple[Any, ...]], *, is_reversed: bool) -> list[tuple[Any, ...]]:
    """Pairs of anything and a text, by the text; those where it is empty come last."""
    # Late: the first picture of a screen is in another order.
    from tracker.core.vietnamese import sort_key  # noqa: PLC0415

    places = {text: sort_key(text) for text in {row[1] for row in rows}}
    by_text = sorted(rows, key=lambda row: places[row[1]], reverse=is_reversed)
    return sorted(by_text, key=lambda row: not row[1])
