"""Names that mean the same division or person: written differently, or followed by another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from tracker.core.successors import Successors
from tracker.core.vietnamese import fold, sort_key


def merged_names(numbers: Mapping[str, int], successors: Successors) -> dict[str, str]:
    """The name under which each one is shown, by how often each is written so.

    Ways of writing that differ in case and accents alone are one name: the way most rows have it.
    """
    followed = {name: _on_one_line(successors.of(name)) for name in numbers}
    ways: dict[str, Counter[str]] = {}
    for name, number in numbers.items():
        ways.setdefault(fold(followed[name]), Counter())[followed[name]] += number
    return {name: ways[fold(last)].most_common(1)[0][0] for name, last in followed.items()}


def name_order(name: str) -> tuple[bool, tuple[str, str, str]]:
    """What to sort names by: in Vietnamese order, none last."""
    return not name, sort_key(name)


def _on_one_line(name: str) -> str:
    return " ".join(name.split())
