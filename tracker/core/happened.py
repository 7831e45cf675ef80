"""What really happened: the events of a directive, each as it was put right since."""

from __future__ import annotations

from collections.abc import Sequence

from tracker.core.events import Corrected, Event


def happened(events: Sequence[Event]) -> tuple[Event, ...]:
    """The events in the order of entry, with every correction in its place.

    A replacement stands where the wrong event stood; what never happened is gone, and so are the
    corrections themselves.
    """
    if Corrected not in map(type, events):
        return tuple(events)
    return tuple(event for _, event in numbered(events))


def numbered(events: Sequence[Event]) -> tuple[tuple[int, Event], ...]:
    """The same, each with the number, from 1, under which it was first entered."""
    standing: dict[int, Event | None] = dict(enumerate(events, start=1))
    for number, event in enumerate(events, start=1):
        if isinstance(event, Corrected):
            standing[number] = None
            standing[event.number] = event.replacement
    return tuple((number, event) for number, event in standing.items() if event is not None)


def standing_at(events: Sequence[Event], number: int) -> Event | None:
    """The event at a place, from 1, as it was put right since; None where it never happened."""
    event: Event | None = events[number - 1]
    for later in events:
        if isinstance(later, Corrected) and later.number == number:
            event = later.replacement
    return event
