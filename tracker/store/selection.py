"""Which rows of the register are wanted, and the SQL that fetches them."""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from tracker.core.directive import Progress, State
from tracker.core.row_order import Order
from tracker.core.rules import Policy
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
from tracker.store.sorting import ORDERS_OF_DIRECTIVE, SORTED_LATE, in_vietnamese_order, order_by
from tracker.store.standing import HOLDS, day_parameters, holding

if TYPE_CHECKING:
    from tracker.core.day_range import DayRange


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """Which rows are wanted, and how many in which order; what is left out does not narrow."""

    progress: frozenset[Progress] = frozenset()
    state: frozenset[State] = frozenset()
    units: tuple[str, ...] | None = None
    """Any of them, compared without case and accents; an empty one: those without a unit."""
    officers: tuple[str, ...] | None = None
    assigned_by: tuple[str, ...] | None = None
    """Compared as units are."""
    is_supporting: bool | None = None
    """Whether the office only supports another."""
    search: str = ""
    """Words that must all occur, in any order, compared without case and accents."""
    phrases: tuple[str, ...] = ()
    """Texts that must occur too, each as it stands; compared as words are."""
    due_within: int | None = None
    """Open and due within so many days, from the day itself on."""
    has_no_deadline: bool | None = None
    due: DayRange | None = None
    """The last day in time, under the policy."""
    completed: DayRange | None = None
    issued: DayRange | None = None
    """The date of the document that assigned it."""
    assigned: DayRange | None = None
    """The day from which it counts."""
    has_result: bool | None = None
    """Done, with a document that reports the result or without one."""
    ids: frozenset[int] | None = None
    order: Order = Order.ENTRY
    is_reversed: bool = False
    """In the other direction; what has nothing to be sorted by still comes last, and what is equal
    stays in order of entry."""
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
    texts = texts_of(selection)
    if not texts:
        return _fetched(reading, selection, as_of=as_of, policy=policy)
    # Late: a first look searches for nothing.
    from tracker.store.searching import looked_up  # noqa: PLC0415

    first = selection.limit if selection.order is Order.ENTRY else None
    for hits in looked_up(reading, texts, first=first):
        ids = selected_among(reading, selection, hits.ids, as_of=as_of, policy=policy)
        if hits.are_all or len(ids) == first:
            return ids
    return _fetched(reading, selection, as_of=as_of, policy=policy)


def selected_among(
    reading: Reading, selection: Selection, ids: frozenset[int], *, as_of: date, policy: Policy
) -> array[int]:
    """Return the same where nothing but these directives can be among them."""
    known = ids if selection.ids is None else ids & selection.ids
    return _fetched(reading, replace(selection, ids=known), as_of=as_of, policy=policy)


def texts_of(selection: Selection) -> list[str]:
    """Everything that must occur, as it stands in the texts that are searched."""
    if not selection.search and not selection.phrases:
        return []
    from tracker.store.searching import folded, words_of  # noqa: PLC0415 - late, as above

    return [*words_of(selection.search), *filter(None, map(folded, selection.phrases))]


def _fetched(reading: Reading, selection: Selection, *, as_of: date, policy: Policy) -> array[int]:
    judged, parameters = _judged(selection, as_of, policy)
    conditions, more = _described(reading, selection)
    text = SORTED_LATE.get(selection.order)
    columns = "row.id AS id" if text is None else f"row.id AS id, {text}"
    sql = f"SELECT {columns} FROM ({judged}) AS row"
    if conditions or selection.order in ORDERS_OF_DIRECTIVE:
        sql += " JOIN directive ON directive.id = row.directive_id"
    if conditions:
        sql += f" WHERE {' AND '.join(conditions)}"
    sql += f" ORDER BY {order_by(selection.order, is_reversed=selection.is_reversed)}"
    if text is not None:
        found = reading.rows(sql, {**parameters, **more})
        rows = in_vietnamese_order(found, is_reversed=selection.is_reversed)
        return array("q", (id for id, _ in rows[: selection.limit]))
    if selection.limit is not None:
        sql += " LIMIT :limit"
        more["limit"] = min(selection.limit, LARGEST_ID)
    return reading.ids(sql, {**parameters, **more})


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
    if State.DONE in selection.state:
        # Most directives are done: to look for these by an index would be to look for all.
        conditions.append(f"state IN ({_words(selection.state)})")
    if selection.is_supporting is not None:
        conditions.append(f"is_supporting = {int(selection.is_supporting)}")
    last_day = due_column(deadline_policy)
    columns = f"id, directive_id, instance, {last_day} AS last_day, completed_on AS done_on"
    needs, more = _needs(selection, deadline_policy)
    rows = _holding(f"{columns}, {FACTS}", needs, _among(selection))
    sql = f"SELECT * FROM ({rows}) AS facts WHERE {' AND '.join(conditions)}"
    return sql, {**parameters, **more}


def _holding(columns: str, needs: list[str], among: list[str]) -> str:
    """The rows that hold on the day, by way of an index where one narrows them down.

    Where nothing does but their directives, all that hold are found in one go; where these do
    not either, they are walked in order of entry, which stops at the limit.
    """
    if needs:
        return holding(columns, " AND ".join([*needs, *among]))
    return f"SELECT {columns} FROM standing WHERE {' AND '.join([HOLDS, *among])}"


def _among(selection: Selection) -> list[str]:
    """The condition that a row is of one of some directives."""
    if selection.ids is None:
        return []
    ids = ", ".join(str(int(id)) for id in sorted(selection.ids))
    return [f"directive_id IN ({ids or 'NULL'})"]


def _needs(selection: Selection, deadline_policy: str) -> tuple[list[str], dict[str, Any]]:
    """Conditions on rows of ``standing`` themselves."""
    last_day = due_column(deadline_policy)
    needs = [hint(frozenset(selection.progress), deadline_policy)]
    if selection.due_within is not None:
        needs.append(due_soon_hint(deadline_policy))
    if selection.state and State.DONE not in selection.state:
        needs.append(f"state IN ({_words(selection.state)})")
    if selection.has_result is not None:
        needs.append(f"state = 'done' AND results {'<>' if selection.has_result else '='} '[]'")
    due, due_days = _between(last_day, "due", selection.due)
    completed, completion_days = _between("completed_on", "completed", selection.completed)
    known = [need for need in (*needs, *due, *completed) if need]
    return known, {**due_days, **completion_days}


_BOUNDS = (("since", ">="), ("after", ">"), ("until", "<="), ("before", "<"))


def _between(column: str, name: str, days: DayRange | None) -> tuple[list[str], dict[str, Any]]:
    """Conditions that a column lies between some days; one that is not set does not."""
    given = {bound: getattr(days, bound, None) for bound, _ in _BOUNDS}
    conditions = [f"{column} {sign} :{name}_{bound}" for bound, sign in _BOUNDS if given[bound]]
    return conditions, {f"{name}_{bound}": day.isoformat() for bound, day in given.items() if day}


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
    held, texts = _held(selection)
    issued, days = _between("directive.issued_on", "issued", selection.issued)
    assigned, more = _between("directive.assigned_on", "assigned", selection.assigned)
    return (
        [*conditions, *held, *issued, *assigned],
        {**parameters, **texts, **days, **more},
    )


def _held(selection: Selection) -> tuple[list[str], dict[str, Any]]:
    """Conditions on the text that is searched."""
    if not selection.search and not selection.phrases:
        return [], {}
    from tracker.store.searching import (  # noqa: PLC0415 - late, as above
        holding_text,
        holding_words,
        words_of,
    )

    held, words = holding_words(words_of(selection.search))
    phrased, phrases = holding_text(selection.phrases)
    return [*held, *phrased], {**words, **phrases}


def _named(selection: Selection) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The columns that must hold one of some names, and those names."""
    named = (
        ("unit", selection.units),
        ("officer", selection.officers),
        ("assigned_by", selection.assigned_by),
    )
    return ((column, names) for column, names in named if names is not None)


def _spellings(reading: Reading, column: str, wanted: tuple[str, ...]) -> list[str]:
    """Every way in which the names are written in the register, whatever case and accents."""
    from tracker.core.vietnamese import fold  # noqa: PLC0415 - late, as above

    names = frozenset(map(fold, wanted))
    rows = reading.rows(f"SELECT DISTINCT {column} FROM directive", {})
    return [spelling for (spelling,) in rows if fold(spelling) in names]
