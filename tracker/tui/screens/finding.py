"""Finding: what is typed in the search box, saved views, and the order of the rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.core.errors import TrackerError
from tracker.core.row_order import Order
from tracker.core.saved_views import SavedView, built_in_views
from tracker.tui.dialogs.chooser import Choice, Chooser
from tracker.tui.dialogs.opening import open_over
from tracker.tui.screens.telling import said
from tracker.tui.view import TOTAL, View
from tracker.tui.widgets.search_box import SearchBox
from tracker.wording.filters import order_label, view_label
from tracker.wording.screen import SEARCH_PLACEHOLDER, SORT_TITLE, VIEWS_TITLE

if TYPE_CHECKING:
    from tracker.tui.screens.register import RegisterScreen


async def search(screen: RegisterScreen) -> None:
    """Open the search box, or go back into it."""
    if not screen.query(SearchBox):
        box = SearchBox(
            value=screen.view.typed,
            placeholder=SEARCH_PLACEHOLDER,
            compact=True,
            # What is typed is judged by what it finds; to have it judged here styles the box anew.
            validate_on=(),
        )
        await screen.query_one("#finding-row").mount(box, before=0)
        screen.call_after_refresh(_get_ready)
    screen.set_focus(screen.query_one(SearchBox))


def _get_ready() -> None:
    """Load what the first letter will need, while the hand is on its way to it."""
    import tracker.core.filter_grammar
    import tracker.operations.filtering
    import tracker.store.searching  # noqa: F401


async def leave_search(screen: RegisterScreen) -> None:
    """Close the box; what was typed no longer narrows."""
    screen.set_focus(screen.table)
    await screen.query(SearchBox).remove()


async def clear(screen: RegisterScreen) -> None:
    """Everything again, in the usual order; a second press takes away what was said and marked."""
    await leave_search(screen)
    if screen.view.is_plain:
        screen.quieten()
    else:
        screen.view = View()
        screen.find()


async def choose_order(screen: RegisterScreen) -> None:
    """Ask for the order of the rows; the one in force that is chosen again is turned round."""
    current, _ = screen.sorted_by
    choices = [
        Choice(value=order, label=order_label(order, is_current=order is current), key=str(number))
        for number, order in enumerate(Order, start=1)
    ]

    def chosen(order: Order | None) -> None:
        if order is not None:
            screen.sort_by(order)

    await open_over(screen, Chooser(SORT_TITLE, choices, current=current), chosen)


async def choose_view(screen: RegisterScreen) -> None:
    """Offer the saved views, each with its key and its filter."""
    choices = [
        Choice(
            value=view,
            label=view_label(view),
            details=view.filter_text,
            key=str(view.number),
        )
        for view in views_of(screen)
    ]

    def chosen(view: SavedView | None) -> None:
        if view is not None:
            _show(screen, view)

    await open_over(screen, Chooser(VIEWS_TITLE, choices), chosen)


def view_by_key(screen: RegisterScreen, key: str) -> None:
    """Show the saved view on a key."""
    for view in views_of(screen):
        if str(view.number) == key:
            _show(screen, view)


def views_of(screen: RegisterScreen) -> tuple[SavedView, ...]:
    """The saved views; where those of the office cannot be read, why, and the built-in ones."""
    try:
        return screen.surroundings.views()
    except TrackerError as error:
        screen.tell(said(error), role="bad")
        return built_in_views(due_soon_days=screen.surroundings.desk().policy.due_soon_days)


def _show(screen: RegisterScreen, view: SavedView) -> None:
    if not view.filter_text:
        screen.change_view(preset=TOTAL, saved="", saved_text="", order=None, is_reversed=False)
        return
    screen.change_view(
        preset="",
        saved=view_label(view),
        saved_text=view.filter_text,
        order=None,
        is_reversed=False,
    )
