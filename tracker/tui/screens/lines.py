"""The lines around a table or a text: title, what is shown of it, keys."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from tracker.tui.view import View
from tracker.tui.widgets.piece_line import Piece, PieceLine
from tracker.tui.widgets.register_table import RegisterTable
from tracker.wording.hints import Hint, fitting
from tracker.wording.screen import AS_OF_HINT, SEARCH_HINT, as_of_words, rows_words, view_words


def put_title(line: PieceLine, title: str, *, as_of: date, today: date) -> None:
    """What is shown, and on which day; a day that is not today colours the whole line."""
    is_today = as_of == today
    role = "bar" if is_today else "past"
    line.ground = role
    day = as_of_words(as_of, today=today) + ("" if is_today else f" {AS_OF_HINT}")
    line.put(
        [Piece(f" {title}", "bar_strong" if is_today else role)],
        [Piece(f"{day} ", role, "as_of")],
    )


def finding_pieces(
    view: View, table: RegisterTable, *, trouble: str
) -> tuple[list[Piece], list[Piece]]:
    """How to search, or what is wrong with what was typed; which rows these are, and how many."""
    left = Piece(f" {trouble}", "bad") if trouble else Piece(f" {SEARCH_HINT}", "dim", "search")
    words = view_words(view.preset, view.order, is_reversed=view.is_reversed)
    window = table.window
    rows = rows_words(len(window), is_whole=window.is_whole, marked=len(table.marks))
    return [left], [Piece(f"{words} · ", "dim", "sort"), Piece(f"{rows} ", "plain")]


def put_hints(line: PieceLine, hints: Sequence[Hint]) -> None:
    """As many keys as there is room for; each can be pressed with the mouse."""
    pieces: list[Piece] = []
    for key, words, press in fitting(hints, line.size.width):
        pieces += [Piece(f" {key}", "key", press), Piece(f" {words} ", "hint", press)]
    line.put(pieces)
