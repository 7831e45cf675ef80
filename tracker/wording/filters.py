"""A filter said in words, and the names of views, orders and roles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from tracker.core.directive import State
from tracker.core.filter_days import whole_month
from tracker.core.filters import DayRange, Filter, Sorting
from tracker.core.grounds import OPEN
from tracker.core.saved_views import SavedView
from tracker.wording.formats import format_date, format_month, format_number
from tracker.wording.labels import FLAG, PROGRESS, STATE
from tracker.wording.message_parts import shortened

VIEWS = {
    "overdue": "Quá hạn",
    "due_soon": "Sắp đến hạn",
    "no_deadline": "Không thời hạn",
    "done_this_month": "Hoàn thành tháng này",
    "without_result": "Thiếu văn bản kết quả",
    "all": "Tất cả",
}
"""The views every office has."""

ORDERS = {
    "entry": "thứ tự vào sổ",
    "deadline": "thời hạn",
    "number": "số ký hiệu",
    "issued": "ngày văn bản",
    "completed": "ngày hoàn thành",
    "unit": "đơn vị",
}
"""What a list is sorted by."""

ROLES = {
    "lead": "chủ trì",
    "support": "chỉ phối hợp",
    "all": "cả chủ trì và phối hợp",
}

EVERYTHING = "Tất cả"
"""What a filter that says nothing lets through."""

_OPEN = "chưa xong"
_NAMELESS = "(chưa ghi)"


def view_label(view: SavedView) -> str:
    """What a view is called."""
    return VIEWS[view.name] if view.is_built_in else view.name


def filter_words(wanted: Filter) -> str:
    """``Quá hạn · đơn vị Phòng A · hạn trước 15/01/2024 · xếp theo thời hạn``."""
    text = " · ".join(_parts(wanted)) or EVERYTHING
    return text[:1].upper() + text[1:]


def filter_line(wanted: Filter) -> str:
    """How a filter was understood, for below a list."""
    return f"Lọc: {filter_words(wanted)}."


def _parts(wanted: Filter) -> Iterator[str]:
    yield from _said("có", (f"«{shortened(text)}»" for text in wanted.texts))
    yield from _said("", _lowered(PROGRESS, sorted_as(PROGRESS, wanted.progress)))
    yield from _said("", _states(wanted.state))
    yield from _said("đơn vị", _names(wanted.units))
    yield from _said("người theo dõi", _names(wanted.officers))
    yield from _said("lãnh đạo giao", _names(wanted.assigned_by))
    if wanted.role is not None:
        yield ROLES[wanted.role]
    yield from _deadlines(wanted)
    yield from _said("hoàn thành", range_words(wanted.completed))
    yield from _said("văn bản", range_words(wanted.issued))
    if wanted.has_result is not None:
        yield f"đã xong, {'có' if wanted.has_result else 'thiếu'} văn bản kết quả"
    if wanted.sorting is not None:
        yield sorting_words(wanted.sorting)
