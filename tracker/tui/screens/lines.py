"""What stands on the lines around the table: which rows these are, and the keys of use."""

from __future__ import annotations

from collections.abc import Sequence

from textual.widget import Widget
from textual.widgets import Input

from tracker.core.row_order import Order
from tracker.tui.view import View
from tracker.tui.widgets.piece_line import Piece
from tracker.tui.widgets.register_table import RegisterTable
from tracker.wording.cell_width import cells, cut
from tracker.wording.hints import Hint, hints_for
from tracker.wording.screen import SEARCH_BRIEFLY, SEARCH_HINT, rows_words, view_words

_SEARCH = Piece(f" {SEARCH_HINT}", "dim", "search")
_SEARCH_BRIEFLY = Piece(f" {SEARCH_BRIEFLY}", "dim", "search")

OrderWanted = tuple[Order, bool]
"""An order, and whether it is turned round."""

_SHORTEST_NAME = 8
"""Cells of a name that still say something."""


def rows_pieces(view: View, table: RegisterTable, order: OrderWanted, *, room: int) -> list[Piece]:
    """Which rows are wanted in which order, and how many they are."""
    window = table.window
    rows = rows_words(
        len(window) if window.is_whole else None,
        marked=len(table.marks),
        is_sorting=order != table.sorted_by,
    )
    words = _view_words(view, order, room - cells(f"{rows}  "))
    return [Piece(f"{words} · ", "dim", "sort"), Piece(f"{rows} ", "plain")]


def _view_words(view: View, wanted: OrderWanted, room: int) -> str:
    """The name of a view gives way where room is short."""
    order, is_reversed = wanted
    name = view.saved or view.preset
    words = view_words(name, order, is_reversed=is_reversed)
    lacking = cells(f"{words} · ") - room
    if lacking <= 0 or not view.saved:
        return words
    shorter = cut(name, max(cells(name) - lacking, _SHORTEST_NAME))
    return view_words(shorter, order, is_reversed=is_reversed)


def search_piece(beside: Sequence[Piece], *, width: int) -> Piece:
    """How to begin to search, in as many words as what stands beside it leaves room for."""
    return _SEARCH if cells_of([_SEARCH, *beside]) < width else _SEARCH_BRIEFLY


def cells_of(pieces: Sequence[Piece]) -> int:
    """How much room they take."""
    return sum(cells(piece.text) for piece in pieces)


def hints_now(focused: Widget | None, marked: int, *, is_today: bool) -> Sequence[Hint]:
    """The keys of use in the register, by what has the focus there."""
    return hints_for(
        marked,
        is_searching=isinstance(focused, Input),
        is_entering=focused is not None and focused.id == "line-text",
        is_today=is_today,
    )
