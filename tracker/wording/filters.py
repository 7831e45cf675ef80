"""A filter said in words, and the names of views, orders and roles."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping

from tracker.core.day_range import DayRange
from tracker.core.directive import State
from tracker.core.filter_days import whole_month
from tracker.core.filters import Filter, Sorting
from tracker.core.grounds import OPEN
from tracker.core.saved_views import SavedView
from tracker.wording.formats import format_date, format_month, format_number, uncapitalised
from tracker.wording.labels import FLAG, PROGRESS, STATE
from tracker.wording.message_parts import shortened
from tracker.wording.row_order import ORDERS

VIEWS = {
    "overdue": "Quá hạn",
    "due_soon": "Sắp đến hạn",
    "no_deadline": "Chưa xong, không thời hạn",
    "done_this_month": "Hoàn thành tháng này",
    "without_result": "Thiếu văn bản kết quả",
    "all": "Tất cả",
}
"""The views every office has."""

_IN_FORCE = "√"


def order_label(order: str, *, is_current: bool) -> str:
    """An order to choose; the one in force has a sign before it."""
    return f"{_IN_FORCE if is_current else ' '} {ORDERS[order]}"


ROLES = {
    "lead": "chủ trì",
    "support": "chỉ phối hợp",
    "all": "cả chủ trì và phối hợp",
}

_EVERYTHING = "tất cả"
_OPEN = "chưa xong"
_NAMELESS = "(chưa ghi)"
_TEXTS_SHOWN = 12


def view_label(view: SavedView) -> str:
    """What a view is called."""
    return VIEWS[view.name] if view.is_built_in else view.name


def filter_line(wanted: Filter) -> str:
    """How a filter was understood, for below a list."""
    return f"Lọc: {' · '.join(_parts(wanted)) or _EVERYTHING}."


def range_words(days: DayRange) -> str:
    """``trước 15/01/2024``, ``từ 01/12/2023 đến 14/12/2023``, ``trong tháng 12/2023``."""
    month = whole_month(days)
    if month is not None:
        return f"trong tháng {format_month(month[1])}/{month[0]}"
    if days.since is not None and days.since == days.until:
        return f"ngày {format_date(days.since)}"
    until = "đến" if days.since else "đến hết"
    bounds = (("từ", days.since), ("sau", days.after), (until, days.until), ("trước", days.before))
    return " ".join(f"{word} {format_date(day)}" for word, day in bounds if day is not None)


def sorting_words(sorting: Sorting) -> str:
    """``xếp theo thời hạn``."""
    direction = ", ngược lại" if sorting.is_reversed else ""
    return f"xếp theo {ORDERS[sorting.order]}{direction}"


def _parts(wanted: Filter) -> Iterator[str]:
    yield from _several("có", _texts(wanted.texts))
    yield from _several("", _labels(PROGRESS, wanted.progress))
    yield from _several("", _states(wanted.state))
    yield from _several("đơn vị", _names(wanted.units))
    yield from _several("người theo dõi", _names(wanted.officers))
    yield from _several("lãnh đạo giao", _names(wanted.assigned_by))
    if wanted.role is not None:
        yield ROLES[wanted.role]
    yield from _deadlines(wanted)
    yield from _days("hoàn thành", wanted.completed)
    yield from _days("văn bản", wanted.issued)
    yield from _days("giao", wanted.assigned)
    if wanted.has_result is not None:
        yield f"đã xong, {'có' if wanted.has_result else 'thiếu'} văn bản kết quả"
    if wanted.sorting is not None:
        yield sorting_words(wanted.sorting)


def _several(what: str, values: list[str]) -> Iterator[str]:
    if values:
        yield f"{what} {', '.join(values)}".strip()


def _texts(texts: tuple[str, ...]) -> list[str]:
    shown = [f"«{shortened(text)}»" for text in texts[:_TEXTS_SHOWN]]
    return [*shown, "…"] if len(texts) > _TEXTS_SHOWN else shown


def _labels(labels: Mapping[str, str], wanted: Container[str]) -> list[str]:
    """The names of those wanted, as within a sentence."""
    return [uncapitalised(label) for value, label in labels.items() if value in wanted]


def _states(wanted: frozenset[State]) -> list[str]:
    is_open = wanted.issuperset(OPEN)
    rest = wanted.difference(OPEN) if is_open else wanted
    return [_OPEN, *_labels(STATE, rest)] if is_open else _labels(STATE, rest)


def _names(names: tuple[str, ...]) -> list[str]:
    return [shortened(name) or _NAMELESS for name in names]


def _deadlines(wanted: Filter) -> Iterator[str]:
    if wanted.has_deadline is not None:
        yield "có thời hạn" if wanted.has_deadline else FLAG["no_deadline"]
    if wanted.due_within is not None:
        days = wanted.due_within
        yield f"đến hạn trong {format_number(days)} ngày" if days else "đến hạn hôm nay"
    yield from _days("hạn", wanted.due)


def _days(what: str, days: DayRange | None) -> Iterator[str]:
    if days is not None:
        yield f"{what} {range_words(days)}"
