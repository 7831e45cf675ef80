"""Finding: what is typed in the search box, saved views, and the order of the rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.store.selection import Order
from tracker.tui.dialogs.chooser import Choice, Chooser
from tracker.tui.dialogs.opening import open_over
from tracker.tui.view import KEYED, TOTAL
from tracker.tui.widgets.search_box import SearchBox
from tracker.wording.screen import ORDERS, SEARCH_PLACEHOLDER, SORT_TITLE

if TYPE_CHECKING:
    from tracker.tui.screens.register import RegisterScreen


async def search(screen: RegisterScreen) -> None:
    """Open the search box, or go back into it."""
    if not screen.query(SearchBox):
        box = SearchBox(value=screen.view.typed, placeholder=SEARCH_PLACEHOLDER, compact=True)
        await screen.query_one("#finding-row").mount(box, before=0)
    screen.set_focus(screen.query_one(SearchBox))


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
        screen.change_view(preset=TOTAL, typed="")


async def choose_order(screen: RegisterScreen) -> None:
    """Ask for the order of the rows; the one that is chosen again is turned round."""
    choices = [
        Choice(value=order, label=ORDERS[order], key=str(number))
        for number, order in enumerate(Order, start=1)
    ]

    def chosen(order: Order | None) -> None:
        if order is not None:
            is_again = order is screen.view.order
            screen.change_view(order=order, is_reversed=is_again and not screen.view.is_reversed)

    await open_over(screen, Chooser(SORT_TITLE, choices, current=screen.view.order), chosen)


def view_by_key(screen: RegisterScreen, key: str) -> None:
    """Show the saved view on a key."""
    if int(key) <= len(KEYED):
        screen.change_view(preset=KEYED[int(key) - 1])
