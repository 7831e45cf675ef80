"""Parts of stored rows as JSON and back: what a list needs to read, apart from whole events."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from datetime import date
from enum import StrEnum
from typing import Any

from tracker.core.deadline import Cycle, Deadline, DeadlineKind, Offset, OffsetUnit, Recurrence
from tracker.core.directive import Citation

Converters = Mapping[str, Callable[[Any], Any]]


def _in_terms_of_json(value: Any) -> Any:
    """What the encoder does not know: a day, or whatever has fields."""
    if type(value) is date:
        return value.isoformat()
    return {name: getattr(value, name) for name in value.__dataclass_fields__}


_TEXT, _SORTED_TEXT = (
    json.JSONEncoder(
        ensure_ascii=False, check_circular=False, default=_in_terms_of_json, sort_keys=is_sorted
    )
    for is_sorted in (False, True)
)


_EMPTY: dict[type[Any], str] = {dict: "{}", list: "[]", tuple: "[]"}


def json_text(value: Any, *, is_sorted: bool = False) -> str:
    """A value of the core as it is stored in JSON; each key in its place where it is sorted."""
    if not value and type(value) in _EMPTY:
        return _EMPTY[type(value)]
    return (_SORTED_TEXT if is_sorted else _TEXT).encode(value)


_SAME_IN_JSON = frozenset((type(None), str, bool, int))


def plain(value: Any) -> Any:
    """A value of the core in the terms of JSON."""
    kind = type(value)
    if kind in _SAME_IN_JSON:
        return value
    if kind is date:
        return value.isoformat()
    if kind is tuple:
        return [plain(item) for item in value]
    if isinstance(value, StrEnum):
        return value.value
    return {name: plain(getattr(value, name)) for name in kind.__dataclass_fields__}


def deadline_rule(deadline: Deadline) -> str | None:
    """How a recurring or relative deadline counts, as JSON; None for the others."""
    parts = {"recurrence": deadline.recurrence, "offset": deadline.offset}
    known = {name: plain(part) for name, part in parts.items() if part is not None}
    return json.dumps(known, sort_keys=True) if known else None


def deadline_rule_parts(rule: str | None) -> dict[str, Any]:
    """The parts of a deadline that ``deadline_rule`` stored."""
    if rule is None:
        return {}
    return {name: DEADLINE[name](value) for name, value in json.loads(rule).items()}


def results_text(results: tuple[Citation, ...]) -> str:
    """Result documents as JSON."""
    pairs = [[result.number, result.issued_on.isoformat()] for result in results]
    return json_text(pairs)


def results_from(text: str) -> tuple[Citation, ...]:
    """The result documents that were stored."""
    return tuple(
        Citation(number=number, issued_on=date.fromisoformat(issued_on))
        for number, issued_on in json.loads(text)
    )


def built(kind: type[Any], converters: Converters) -> Callable[[Mapping[str, Any]], Any]:
    """A function that makes one of ``kind`` from its fields in JSON."""

    def build(fields: Mapping[str, Any]) -> Any:
        known = {
            name: converters[name](value) if name in converters and value is not None else value
            for name, value in fields.items()
        }
        return kind(**known)

    return build


DEADLINE: Converters = {
    "kind": DeadlineKind,
    "due_on": date.fromisoformat,
    "recurrence": built(Recurrence, {"cycle": Cycle}),
    "offset": built(Offset, {"unit": OffsetUnit, "base_on": date.fromisoformat}),
}
