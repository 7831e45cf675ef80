"""Closing the screen: at once where nothing would be lost, else on the second press."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, cast

from tracker.tui.unsaved import MayHoldUnsaved
from tracker.wording.dialogs import LEAVE_AFTER_SAVING, LEAVE_TRACKER_TWICE

if TYPE_CHECKING:
    from textual.screen import Screen

    from tracker.tui.app import TrackerApp


def leave(screen: Screen[Any]) -> None:
    """Leave, unless something is being saved; what was typed is given up on the second press."""
    app = cast("TrackerApp", screen.app)
    holders = list(_holders(app.screen_stack))
    unsaved = tuple(text for each in holders for text in each.unsaved)
    if any(each.is_saving for each in holders):
        _warn(app, LEAVE_AFTER_SAVING)
    elif unsaved and app.warned_of != unsaved:
        app.warned_of = unsaved
        _warn(app, LEAVE_TRACKER_TWICE)
    else:
        app.exit()


def _holders(screens: Sequence[Screen[Any]]) -> Iterator[MayHoldUnsaved]:
    for screen in screens:
        for node in screen.walk_children(with_self=True):
            if isinstance(node, MayHoldUnsaved):
                yield node


def _warn(app: TrackerApp, text: str) -> None:
    on_top = next(_holders([app.screen]), None)
    if on_top is not None:
        on_top.warn(text)
    else:
        app.notify(text, severity="warning", markup=False)
