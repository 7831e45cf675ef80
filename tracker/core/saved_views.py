"""Filters with a name: those every office has, and room for a few of its own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

MOST_OWN_VIEWS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedView:
    """A filter kept as it is typed, so that *this month* is the month in which it is looked at."""

    number: int
    """From one on: also the key it is on."""
    name: str
    """A stable English name where every office has it, else as the office writes it."""
    filter_text: str
    is_built_in: bool = False


_BUILT_IN = {
    "overdue": "tien-do:qua-han xep:han",
    "due_soon": "han:{due_soon_days} xep:han",
    "no_deadline": "tinh-trang:chua-xong han:khong",
    "done_this_month": "xong:thang-nay xep:xong",
    "without_result": "ket-qua:khong",
    "all": "",
}


def built_in_views(*, due_soon_days: int) -> tuple[SavedView, ...]:
    """The views every office has."""
    return tuple(
        SavedView(
            number=number,
            name=name,
            filter_text=text.format(due_soon_days=due_soon_days),
            is_built_in=True,
        )
        for number, (name, text) in enumerate(_BUILT_IN.items(), 1)
    )


def own_views(filters: Mapping[str, str]) -> tuple[SavedView, ...]:
    """The views an office wrote for itself, behind those every office has."""
    return tuple(
        SavedView(number=number, name=name, filter_text=text)
        for number, (name, text) in enumerate(filters.items(), len(_BUILT_IN) + 1)
    )
