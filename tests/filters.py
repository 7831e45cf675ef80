"""Random filters, for the tests of every room."""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st

from tracker.core.dates import FIRST_YEAR, LAST_YEAR
from tracker.core.day_range import DayRange
from tracker.core.directive import Progress, State
from tracker.core.filter_pieces import tidy
from tracker.core.filters import Filter, Role, Sorting
from tracker.core.row_order import Order
from tracker.core.vietnamese import fold

ANY_DAYS = st.dates(date(FIRST_YEAR, 1, 1), date(LAST_YEAR, 12, 31))

_HARD = st.sampled_from(
    ["đơn", "vị", "thời", "hạn", "người", "theo", "khong", "none", "han:7", "dv:x", "tinh:Bac",
     "progess:late", "09:30", "<", ">", ":", ",", '"', '""', "<x", "a,b", "-", "quá", "tháng"]
)  # fmt: skip
"""Words that mean something, or nearly do, where they are not in quotes."""


def texts() -> st.SearchStrategy[str]:
    """What may be searched for, or be the name of somebody."""
    written = st.lists(st.text(max_size=6) | _HARD, min_size=1, max_size=3).map(" ".join)
    return written.map(tidy).filter(lambda text: fold(text) != "")


def ranges(days: st.SearchStrategy[date] = ANY_DAYS) -> st.SearchStrategy[DayRange]:
    """Some bounds with days between them."""
    bound = st.none() | days
    drawn = st.builds(DayRange, since=bound, after=bound, until=bound, before=bound)
    return drawn.filter(lambda drawn: drawn != DayRange() and not drawn.is_empty)


def lies_in(day: date | None, days: DayRange | None) -> bool:
    """What a range means: what has no day lies in none."""
    if days is None or day is None:
        return days is None
    return (
        (days.since is None or day >= days.since)
        and (days.after is None or day > days.after)
        and (days.until is None or day <= days.until)
        and (days.before is None or day < days.before)
    )


def filters(
    *,
    texts: st.SearchStrategy[str] | None = None,
    names: st.SearchStrategy[str] | None = None,
    days: st.SearchStrategy[date] = ANY_DAYS,
) -> st.SearchStrategy[Filter]:
    """Filters that say many things at once, or nothing at all."""
    searched = texts if texts is not None else _texts
    named = names if names is not None else st.just("") | _texts
    several = st.lists(named, max_size=2, unique=True).map(tuple)
    range_or_none = st.none() | ranges(days)
    return st.builds(
        Filter,
        texts=st.lists(searched, max_size=3, unique=True).map(tuple),
        progress=st.frozensets(st.sampled_from(Progress), max_size=2),
        state=st.frozensets(st.sampled_from(State), max_size=4),
        units=several,
        officers=several,
        assigned_by=several,
        role=st.none() | st.sampled_from(Role),
        due=range_or_none,
        has_deadline=st.none() | st.booleans(),
        due_within=st.none() | st.integers(0, 9999),
        completed=range_or_none,
        issued=range_or_none,
        assigned=range_or_none,
        has_result=st.none() | st.booleans(),
        sorting=st.none()
        | st.builds(Sorting, order=st.sampled_from(Order), is_reversed=st.booleans()),
    )


_texts = texts()
