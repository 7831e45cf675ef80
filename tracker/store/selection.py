"""Which rows of the register are wanted, and the SQL that fetches them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from tracker.core.directive import Progress, State
from tracker.core.rules import Policy
from tracker.core.vietnamese import fold
from tracker.store.judgement import (
    FACTS,
    HAS_NO_DEADLINE,
    due_column,
    due_soon_sql,
    hint,
    progress_sql,
)
from tracker.store.rows import Reading
from tracker.store.standing import day_parameters, holding


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
    unit: str | None = None
    """Compared without case and accents; empty: those without a unit."""
    search: str = ""
    """Words that must all occur, in any order, compared without case and accents."""
    due_within: int | None = None
    """Open and due within so many days, from the day itself on."""
    has_no_deadline: bool | None = None
    ids: frozenset[int] | None = None
    order: Order = Order.ENTRY
    limit: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """SQL from its FROM on, and its parameters."""

    sql: str
    parameters: Mapping[str, Any]


def selected(reading: Reading, selection: Selection, *, as_of: date, policy: Policy) -> Statement:
    """The rows of ``standing`` and ``directive`` that a selection holds, in its order."""
    judged, parameters = _judged(selection, as_of, policy)
    conditions, more = _described(reading, selection)
    where = f"WHERE {' AND '.join(conditions)}" if conditions else ""
    sql = f"""
FROM ({judged}) AS wanted
JOIN standing ON standing.id = wanted.id
JOIN directive ON directive.id = standing.directive_id
{where} ORDER BY {_order(selection.order, policy)}"""
    parameters.update(more)
    if selection.limit is not None and selection.order is not Order.UNIT:
        sql += " LIMIT :limit"
        parameters["limit"] = selection.limit
    return Statement(sql=sql, parameters=parameters)


def _judged(selection: Selection, as_of: date, policy: Policy) -> tuple[str, dict[str, Any]]:
    """The ids of the rows that hold on the day and answer to what is judged."""
    deadline_policy = policy.deadline_policy.value
    parameters: dict[str, Any] = dict(day_parameters(as_of.isoformat()))
    conditions = []
    if selection.progress:
        words = _words(selection.progress)
        conditions.append(f"{progress_sql(deadline_policy)} IN ({words})")
    if selection.has_no_deadline is not None:
        conditions.append(f"{HAS_NO_DEADLINE} = {int(selection.has_no_deadline)}")
    if selection.due_within is not None:
        conditions.append(f"{due_soon_sql(deadline_policy)} = 1")
        parameters["due_soon_until"] = _later(as_of, selection.due_within).isoformat()
    rows = holding(f"id, {FACTS}", _narrowing(selection, deadline_policy))
    if not conditions:
        return f"SELECT id FROM ({rows}) AS facts", parameters
    return f"SELECT id FROM ({rows}) AS facts WHERE {' AND '.join(conditions)}", parameters


def _narrowing(selection: Selection, deadline_policy: str) -> str:
    """What can be said of the stored columns, so that an index may serve."""
    conditions = [hint(frozenset(selection.progress), deadline_policy)]
    if selection.due_within is not None:
        conditions.append(hint(frozenset({Progress.NOT_YET_DUE}), deadline_policy))
    if selection.state:
        conditions.append(f"state IN ({_words(selection.state)})")
    return " AND ".join(conditions)


def _words(members: frozenset[Progress] | frozenset[State]) -> str:
    return ", ".join(sorted(f"'{member.value}'" for member in members))


def _later(day: date, days: int) -> date:
    """So many days on, or the end of time."""
    return date.fromordinal(min(day.toordinal() + days, date.max.toordinal()))


def _described(reading: Reading, selection: Selection) -> tuple[list[str], dict[str, Any]]:
    """Conditions on what the directive says."""
    conditions, parameters = [], {}
    if selection.ids is not None:
        ids = ", ".join(str(int(id)) for id in sorted(selection.ids))
        conditions.append(f"directive.id IN ({ids or 'NULL'})")
    if selection.unit is not None:
        units = _spellings(reading, selection.unit)
        names = ", ".join(f":unit_{number}" for number in range(len(units)))
        conditions.append(f"directive.unit IN ({names or 'NULL'})")
        parameters.update({f"unit_{number}": unit for number, unit in enumerate(units)})
    for number, word in enumerate(fold(selection.search).split()):
        conditions.append(f"directive.search_text LIKE :word_{number} ESCAPE '!'")
        parameters[f"word_{number}"] = f"%{_literally(word)}%"
    return conditions, parameters


def _spellings(reading: Reading, unit: str) -> list[str]:
    """Every way in which the unit is written in the register."""
    wanted = fold(unit)
    rows = reading.rows("SELECT DISTINCT unit FROM directive", {})
    return [spelling for (spelling,) in rows if fold(spelling) == wanted]


def _literally(word: str) -> str:
    for sign in "!%_":
        word = word.replace(sign, f"!{sign}")
    return word


def _order(order: Order, policy: Policy) -> str:
    due = f"standing.{due_column(policy.deadline_policy.value)}"
    first = {
        Order.DEADLINE: f"{due} IS NULL, {due}, ",
        Order.NUMBER: "document_serial IS NULL, document_serial, document_symbol, issued_on, ",
        Order.ISSUED: "issued_on, ",
        Order.COMPLETED: "standing.completed_on IS NULL, standing.completed_on, ",
    }
    return f"{first.get(order, '')}directive.id, standing.instance IS NULL, standing.instance"
