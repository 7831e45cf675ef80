"""Lists of directives, judged as of a day.

SQL narrows down which rows to fetch; the judgement on each is that of ``core.rules``.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from typing import Any

from tracker.core.assessed import AssessedDirective
from tracker.core.deadline import Deadline, DeadlineKind
from tracker.core.directive import Citation, Facts, State
from tracker.core.rules import Policy, classify
from tracker.store.rows import Reading
from tracker.store.selection import Selection, selected

_DIRECTIVE = (
    "id",
    "version",
    "document_number",
    "issued_on",
    "content",
    "assigned_on",
    "issuing_body",
    "unit",
    "supporting_units",
    "officer",
    "assigned_by",
    "is_pinned",
    "deadline_text",
    "deadline_kind",
    "deadline_rule",
    "is_before",
    "due_on",
    "is_supporting",
    "is_secret",
)
_STANDING = (
    "instance",
    "state",
    "deadline_text",
    "deadline_kind",
    "deadline_rule",
    "is_before",
    "due_on",
    "working_due_on",
    "completed_on",
    "result_text",
    "results",
    "extension_count",
    "is_extended_after_expiry",
    "reopen_count",
    "extended_by_number",
    "extended_by_on",
)

_LATEST_NOTE = """(
    SELECT text FROM note
    WHERE note.directive_id = directive.id AND effective_on <= :as_of
    ORDER BY effective_on DESC, note.id DESC LIMIT 1)"""

_COLUMNS = ", ".join(
    (
        *(f"directive.{column}" for column in _DIRECTIVE),
        *(f"standing.{column}" for column in _STANDING),
        _LATEST_NOTE,
        "standing.id",
    )
)

_ROWS = f"SELECT {_COLUMNS} FROM standing JOIN directive ON directive.id = standing.directive_id"

_AT_ONCE = 500


def assessed(
    reading: Reading, *, as_of: date, policy: Policy, selection: Selection | None = None
) -> list[AssessedDirective]:
    """Return the rows that hold on a day and are wanted, each with the judgement on it."""
    ids = selected(reading, selection or Selection(), as_of=as_of, policy=policy)
    return assessed_rows(reading, ids, as_of=as_of, policy=policy)


def assessed_rows(
    reading: Reading, ids: Sequence[int], *, as_of: date, policy: Policy
) -> list[AssessedDirective]:
    """Return the rows of ``standing`` with these ids in the order given, judged as of a day."""
    found = assessed_by_id(reading, ids, as_of=as_of, policy=policy)
    return [found[id] for id in ids]


def assessed_by_id(
    reading: Reading, ids: Sequence[int], *, as_of: date, policy: Policy
) -> dict[int, AssessedDirective]:
    """Return the same by their ids; those that are gone are not among them."""
    found: dict[int, AssessedDirective] = {}
    for first in range(0, len(ids), _AT_ONCE):
        wanted = ", ".join(str(id) for id in ids[first : first + _AT_ONCE])
        sql = f"{_ROWS} WHERE standing.id IN ({wanted})"
        rows = reading.rows(sql, {"as_of": as_of.isoformat()})
        found.update((row[-1], _assessed(row, as_of, policy)) for row in rows)
    return found


def _assessed(row: tuple[Any, ...], as_of: date, policy: Policy) -> AssessedDirective:
    own = dict(zip(_DIRECTIVE, row, strict=False))
    standing = dict(zip(_STANDING, row[len(_DIRECTIVE) :], strict=False))
    note, _ = row[-2:]
    facts = _facts(standing)
    return AssessedDirective(
        id=own["id"],
        version=own["version"],
        document=Citation(number=own["document_number"], issued_on=_given_day(own["issued_on"])),
        content=own["content"],
        assigned_on=_given_day(own["assigned_on"]),
        issuing_body=own["issuing_body"],
        unit=own["unit"],
        supporting_units=_names(own["supporting_units"]),
        officer=own["officer"],
        assigned_by=own["assigned_by"],
        is_pinned=bool(own["is_pinned"]),
        assigned_deadline=_deadline(own, _day(own["due_on"])),
        facts=facts,
        assessment=classify(facts, as_of, policy),
        result_documents=_results(standing["results"]),
        is_supporting=bool(own["is_supporting"]),
        is_secret=bool(own["is_secret"]),
        latest_note=note or "",
    )


def _facts(standing: dict[str, Any]) -> Facts:
    due_on, instance = _day(standing["due_on"]), _day(standing["instance"])
    return Facts(
        state=State(standing["state"]),
        deadline=_deadline(standing, due_on if instance is None else None),
        due_on=due_on,
        working_due_on=_day(standing["working_due_on"]),
        completed_on=_day(standing["completed_on"]),
        result_text=standing["result_text"],
        extension_count=standing["extension_count"],
        is_extended_after_expiry=bool(standing["is_extended_after_expiry"]),
        extended_by=_citation(standing["extended_by_number"], standing["extended_by_on"]),
        reopen_count=standing["reopen_count"],
        instance=instance,
    )


def _citation(number: str | None, issued_on: str | None) -> Citation | None:
    if number is None or issued_on is None:
        return None
    return Citation(number=number, issued_on=_given_day(issued_on))


_NONE = "[]"
"""As JSON. Few rows of a first picture hold anything else, and it need not wait for the library."""


def _names(stored: str) -> tuple[str, ...]:
    if stored == _NONE:
        return ()
    import json  # noqa: PLC0415 - late, as said above

    return tuple(json.loads(stored))


def _results(stored: str) -> tuple[Citation, ...]:
    if stored == _NONE:
        return ()
    from tracker.store.json_parts import results_from  # noqa: PLC0415 - late, as said above

    return results_from(stored)


def _deadline(columns: dict[str, Any], due_on: date | None) -> Deadline:
    return Deadline(
        text=columns["deadline_text"],
        kind=DeadlineKind(columns["deadline_kind"]),
        due_on=due_on,
        is_before=bool(columns["is_before"]),
        **_rule(columns["deadline_rule"]),
    )


def _rule(stored: str | None) -> dict[str, Any]:
    if stored is None:
        return {}
    from tracker.store.json_parts import deadline_rule_parts  # noqa: PLC0415 - late, as said above

    return deadline_rule_parts(stored)


def _day(text: str | None) -> date | None:
    return None if text is None else _given_day(text)


@lru_cache(maxsize=20_000)
def _given_day(text: str) -> date:
    """The same days come again and again in a list."""
    return date.fromisoformat(text)
