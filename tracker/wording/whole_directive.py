"""One directive over the whole screen: everything that is known of it, secret or not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from tracker.core.directive import Citation
from tracker.core.events import Completed, Event, Extended, Noted, kind_of
from tracker.core.happened import happened
from tracker.wording.cell_width import cut, one_line
from tracker.wording.detail_pane import Line, standing_part
from tracker.wording.formats import format_count, format_date, format_document
from tracker.wording.history import history_lines
from tracker.wording.labels import EVENT

GONE = (Line("Nhiệm vụ này không có trong sổ vào ngày đang xem.", "title"),)
"""What stands there once it was taken out, or was not assigned yet on the day."""

_NUMBER_CELLS = 24
"""Longer than any number a letter ever had."""


def place_words(number: str, place: int | None, of: int) -> str:
    """Which row of how many it is: ``place`` counts from 0; None where it is not listed now."""
    number = cut(one_line(number), _NUMBER_CELLS)
    if place is None:
        return f"{number} · không còn trong danh sách đang xem"
    return f"{number} · dòng {format_count(place + 1)}/{format_count(of)}"


def all_lines(whole: Any, as_of: date) -> Iterator[Line]:
    """The letter and how it stands; what moved its deadline; documents; notes; every change.

    The parts before the last tell what counts on the day; the last tells all that was ever entered.
    """
    yield from standing_part(whole, as_of, is_hidden=False)
    events = [
        event
        for event in happened(tuple(one.event for one in whole.entries if one.number is not None))
        if event.effective_on is None or event.effective_on <= as_of
    ]
    extensions = [_extension(event) for event in events if isinstance(event, Extended)]
    notes = [_note(event) for event in events if isinstance(event, Noted)]
    yield from _part("Các lần gia hạn", extensions)
    yield from _part("Văn bản", _documents(events, whole.rows[0].document))
    yield from _part("Tình hình thực hiện", notes)
    title, *entries = history_lines(whole.entries, is_brief=False)
    yield from _part(title.removesuffix(":"), (entry.removeprefix("  ") for entry in entries))


def _part(title: str, texts: Iterable[str]) -> Iterator[Line]:
    lines = [Line(text) for text in texts]
    if lines:
        yield from (Line(""), Line(title, "title"), *lines)


def _extension(event: Extended) -> str:
    return f"{event.deadline.text}, theo {format_document(event.authority)}"


def _note(event: Noted) -> str:
    return f"{format_date(event.effective_on)}: {event.text}"


def _documents(events: Iterable[Event], assigning: Citation) -> Iterator[str]:
    """Each document with what it was cited for, in the order of what happened."""
    yield f"{format_document(assigning)}: {EVENT['assigned']}"
    for event in events:
        cited = event.results if isinstance(event, Completed) else (_authority(event),)
        for document in filter(None, cited):
            yield f"{format_document(document)}: {EVENT[kind_of(event)]}"


def _authority(event: Event) -> Citation | None:
    return getattr(event, "authority", None)
