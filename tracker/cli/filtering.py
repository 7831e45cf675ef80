"""What ``tracker list`` is to show: options, a filter as it is typed and a view, taken together."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from tracker.cli.parsing import UnknownChoice
from tracker.cli.place import Place
from tracker.core.directive import Progress, State
from tracker.core.filter_grammar import parse_filter
from tracker.core.filter_pieces import tidy
from tracker.core.filter_words import joined
from tracker.core.filters import Filter, Role, Sorting, combined
from tracker.core.row_order import Order
from tracker.core.saved_views import SavedView, built_in_views
from tracker.wording.filters import view_label


def wanted_filter(place: Place, given: Any, *, as_of: date) -> Filter:
    """Everything that was said, which must not contradict itself.

    Relative days count from the day that is looked at. The order of a view is only its usual one.
    """
    typed = parse_filter(" ".join(given.filter), today=as_of)
    said = combined(_from_options(given), typed)
    if given.view is None:
        return said
    view = parse_filter(_view(place, given.view).filter_text, today=as_of)
    return combined(replace(view, sorting=said.sorting or view.sorting), said)


def _view(place: Place, text: str) -> SavedView:
    """The view of a number or a name; an office's own name goes before one every office has."""
    every = built_in_views(due_soon_days=place.settings.due_soon_days)
    known = (*place.settings.views, *every)
    for view in known:
        names = (str(view.number), view.name, view_label(view))
        if joined(text) in map(joined, names):
            return view
    choices = [f"{view.number} ({view_label(view)})" for view in (*every, *place.settings.views)]
    raise UnknownChoice("--view", text, choices)


def _from_options(given: Any) -> Filter:
    return Filter(
        texts=tuple(tidy(given.search or "").split()),
        progress=_choices("--progress", given.progress, Progress),
        state=_choices("--state", given.state, State),
        units=_name(given.unit),
        officers=_name(given.officer),
        assigned_by=_name(given.assigned_by),
        role=_choice("--role", given.role, Role) if given.role else None,
        due_within=given.due_within,
        has_deadline=False if given.no_deadline else None,
        sorting=Sorting(order=_choice("--sort", given.sort, Order)) if given.sort else None,
    )


def _name(text: str | None) -> tuple[str, ...]:
    return () if text is None else (tidy(text),)


def _choices(option: str, text: str | None, kind: Any) -> frozenset[Any]:
    if not text:
        return frozenset()
    return frozenset(_choice(option, part.strip(), kind) for part in text.split(","))


def _choice(option: str, text: str, kind: Any) -> Any:
    try:
        return kind(text.replace("-", "_"))
    except ValueError:
        raise UnknownChoice(option, text, [member.value for member in kind]) from None
