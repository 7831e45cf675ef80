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


def plain(value: Any) -> Any:
    """A value of the core in the terms of JSON."""
    if value is None or type(value) is str:
        return value
    fields = getattr(value, "__dataclass_fields__", ())
    if fields:
        return {name: plain(getattr(value, name)) for name in fields}
    if isinstance(value, tuple):
        return [plain(item) for item in value]
    if isinstance(value, date):
        return value.isoformat()
    return value.value if isinstance(value, StrEnum) else value


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
    return json.dumps(pairs, ensure_ascii=False)


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
