"""Which rows of the register are wanted, and the SQL that fetches them."""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any

from tracker.core.directive import Progress, State
from tracker.core.rules import Policy
from tracker.core.vietnamese import fold, sort_key
from tracker.store.finding import LARGEST_ID
from tracker.store.judgement import (
    FACTS,
    HAS_NO_DEADLINE,
    due_column,
    due_soon_hint,
    due_soon_sql,
    hint,
    progress_sql,
)
from tracker.store.rows import Reading
from tracker.store.searching import holding_words, looked_up, words_of
from tracker.store.standing import HOLDS, day_parameters, holding


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """Which rows are wanted, and how many in which order; what is left out does not narrow."""

    progress: frozenset[Progress] = frozenset()
    state: frozenset[State] = frozenset()
    units: tuple[str, ...] | None = None
    """Any of them, compared without case and accents; an empty one: those without a unit."""
    officer: str | None = None
    assigned_by: str | None = None
    """Compared as units are."""
    is_supporting: bool | None = None
    """Whether the office only supports another."""
    search: str = ""
    """Words that must all occur, in any order, compared without case and accents."""
    due_within: int | None = None
    """Open and due within so many days, from the day itself on."""
    has_no_deadline: bool | None = None
    ids: frozenset[int] | None = None
    order: Order = Order.ENTRY
    limit: int | None = None


def selected(reading: Reading, selection: Selection, *, as_of: date, policy: Policy) -> list[int]:
    """Return the ids of the rows of ``standing`` that are wanted, in order.

    Ids alone, so that what is wide is fetched only for the rows that are shown.
    """
    return selected_ids(reading, selection, as_of=as_of, policy=policy).tolist()


def selected_ids(
    reading: Reading, selection: Selection, *, as_of: date, policy: Policy
) -> array[int]:
    """Return the same in as little room as they can take: eight bytes for each id."""
    first = selection.limit if selection.order is Order.ENTRY else None
    for hits in looked_up(reading, words_of(selection.search), first=first):
        ids = _fetched(reading, _among(hits.ids, selection), as_of=as_of, policy=policy)
        if hits.are_all or len(ids) == first:
            return ids
    return _fetched(reading, selection, as_of=as_of, policy=policy)


def _among(ids: frozenset[int], selection: Selection) -> Selection:
    return replace(selection, ids=ids if selection.ids is None else ids & selection.ids)


def _fetched(reading: Reading, selection: Selection, *, as_of: date, policy: Policy) -> array[int]:
    judged, parameters = _judged(selection, as_of, policy)
    conditions, more = _described(reading, selection)
    sql = f"SELECT row.id, {_sorted_late(selection)} FROM ({judged}) AS row"
    if conditions or selection.order in _ORDERS_OF_DIRECTIVE:
        sql += " JOIN directive ON directive.id = row.directive_id"
    if conditions:
        sql += f" WHERE {' AND '.join(conditions)}"
    sql += f" ORDER BY {_ORDERS.get(selection.order, '')}{_ENTRY}"
    if selection.limit is not None and selection.order is not Order.UNIT:
        sql += " LIMIT :limit"
        more["limit"] = min(selection.limit, LARGEST_ID)
    chunks = reading.chunks(sql, {**parameters, **more})
    if selection.order is Order.UNIT:
        rows = sorted((row for chunk in chunks for row in chunk), key=_by_unit)
        chunks = iter([rows[: selection.limit]])
    ids = array("q")
    for chunk in chunks:
        ids.extend(id for id, _ in chunk)
    return ids


_ENTRY = "row.directive_id, row.instance IS NULL, row.instance"

_ORDERS = {
    Order.DEADLINE: "row.last_day IS NULL, row.last_day, ",
    Order.NUMBER: "document_serial IS NULL, document_serial, document_symbol, issued_on, ",
    Order.ISSUED: "issued_on, ",
    Order.COMPLETED: "row.done_on IS NULL, row.done_on, ",
}

_ORDERS_OF_DIRECTIVE = (Order.NUMBER, Order.ISSUED, Order.UNIT)


def _sorted_late(selection: Selection) -> str:
    """What Python sorts by, since no database knows the Vietnamese order."""
    return "directive.unit" if selection.order is Order.UNIT else "NULL"


def _by_unit(row: tuple[int, str]) -> tuple[bool, tuple[str, str, str]]:
    return not row[1], sort_key(row[1])


def _judged(selection: Selection, as_of: date, policy: Policy) -> tuple[str, dict[str, Any]]:
    """The rows that hold on the day and answer to what is judged."""
    deadline_policy = policy.deadline_policy.value
    parameters: dict[str, Any] = dict(day_parameters(as_of.isoformat()))
    conditions = ["1 = 1"]
    if selection.progress:
        words = _words(selection.progress)
        conditions.append(f"{progress_sql(deadline_policy)} IN ({words})")
    if selection.has_no_deadline is not None:
        conditions.append(f"{HAS_NO_DEADLINE} = {int(selection.has_no_deadline)}")
    if selection.due_within is not None:
        conditions.append(f"{due_soon_sql(deadline_policy)} = 1")
        parameters["due_soon_until"] = _later(as_of, selection.due_within).isoformat()
    if selection.is_supporting is not None:
        conditions.append(f"is_supporting = {int(selection.is_supporting)}")
    last_day = due_column(deadline_policy)
    columns = f"id, directive_id, instance, {last_day} AS last_day, completed_on AS done_on"
    rows = _holding(f"{columns}, {FACTS}", selection, deadline_policy)
    return f"SELECT * FROM ({rows}) AS facts WHERE {' AND '.join(conditions)}", parameters


def _holding(columns: str, selection: Selection, deadline_policy: str) -> str:
    """The rows that hold on the day, by way of an index where one narrows them down.

    Where nothing does, they are better walked in order of entry, which stops at the limit.
    """
    needs = [hint(frozenset(selection.progress), deadline_policy)]
    if selection.due_within is not None:
        needs.append(due_soon_hint(deadline_policy))
    if selection.state:
        needs.append(f"state IN ({_words(selection.state)})")
    if selection.ids is not None:
        ids = ", ".join(str(int(id)) for id in sorted(selection.ids))
        needs.append(f"directive_id IN ({ids or 'NULL'})")
    known = [need for need in needs if need]
    if known:
        return holding(columns, " AND ".join(known))
    return f"SELECT {columns} FROM standing WHERE {HOLDS}"


def _words(members: frozenset[Progress] | frozenset[State]) -> str:
    return ", ".join(sorted(f"'{member.value}'" for member in members))


def _later(day: date, days: int) -> date:
    """So many days on, or the end of time."""
    return date.fromordinal(min(day.toordinal() + days, date.max.toordinal()))


def _described(reading: Reading, selection: Selection) -> tuple[list[str], dict[str, Any]]:
    """Conditions on what the directive says."""
    conditions: list[str] = []
    parameters: dict[str, Any] = {}
    for column, wanted in _named(selection):
        spellings = {
            f"{column}_{number}": spelling
            for number, spelling in enumerate(_spellings(reading, column, wanted))
        }
        names = ", ".join(f":{name}" for name in spellings)
        conditions.append(f"directive.{column} IN ({names or 'NULL'})")
        parameters.update(spellings)
    held, words = holding_words(words_of(selection.search))
    return [*conditions, *held], {**parameters, **words}


def _named(selection: Selection) -> Iterator[tuple[str, frozenset[str]]]:
    """The columns that must hold one of some names, and those names without case and accents."""
    if selection.units is not None:
        yield "unit", frozenset(map(fold, selection.units))
    if selection.officer is not None:
        yield "officer", frozenset((fold(selection.officer),))
    if selection.assigned_by is not None:
        yield "assigned_by", frozenset((fold(selection.assigned_by),))


def _spellings(reading: Reading, column: str, wanted: frozenset[str]) -> list[str]:
    """Every way in which the names are written in the register."""
    rows = reading.rows(f"SELECT DISTINCT {column} FROM directive", {})
    return [spelling for (spelling,) in rows if fold(spelling) in wanted]
