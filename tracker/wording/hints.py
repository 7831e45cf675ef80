"""The few keys at the foot of a screen: those that are of use just now, as many as fit."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from tracker.wording.cell_width import cells
from tracker.wording.formats import format_number


class Hint(NamedTuple):
    """A key, what it does, and the command or action a press of the mouse runs."""

    key: str
    words: str
    press: str = ""

    @property
    def cells(self) -> int:
        """How much room it takes, with a blank before, between and behind."""
        return cells(self.key) + cells(self.words) + 3


HELP = Hint("F1", "Trợ giúp", "help")

REGISTER = (
    Hint("n", "Nhập", "enter_line"),
    Hint("h", "Hoàn thành", "done"),
    Hint("g", "Gia hạn", "extend"),
    Hint("m", "Thao tác", "menu"),
    Hint("/", "Tìm", "search"),
    Hint("r", "Báo cáo", "reports"),
    Hint("Ctrl+P", "Lệnh", "palette"),
    Hint("c", "Tình hình", "note"),
    Hint("s", "Sửa", "edit"),
    Hint("u", "Hoàn tác", "undo"),
    Hint("o", "Tổng quan", "overview"),
    Hint("i", "Nhập tệp", "import"),
    Hint("q", "Thoát", "quit"),
)
"""In the register; those further on are shown where there is room."""

SEARCHING = (
    Hint("Enter", "về bảng"),
    Hint("↑↓", "chọn dòng"),
    Hint("Esc", "Bỏ tìm", "clear"),
)
"""While the search box has the focus: letters go into it."""

ANOTHER_DAY = (
    Hint("0", "Về hôm nay", "today"),
    Hint("v", "Ngày khác", "as_of"),
)
"""While everything is looked at as of another day; before those of the register."""

DIRECTIVE = (
    Hint("Esc", "Đóng", "close"),
    Hint("←", "Trước", "step(-1)"),
    Hint("→", "Sau", "step(1)"),
    Hint("h", "Hoàn thành", "done"),
    Hint("g", "Gia hạn", "extend"),
    Hint("m", "Thao tác", "menu"),
    Hint("s", "Sửa", "edit"),
    Hint("c", "Tình hình", "note"),
    Hint("y", "Chép", "copy"),
    Hint("u", "Hoàn tác", "undo"),
    Hint("Ctrl+P", "Lệnh", "palette"),
)
"""While one directive fills the screen."""


def hints_for(
    marked: int, *, is_searching: bool = False, is_entering: bool = False, is_today: bool = True
) -> tuple[Hint, ...]:
    """In the register, by what one is about there. A box to enter in tells its keys itself."""
    if is_searching or is_entering:
        return SEARCHING if is_searching else ()
    if marked:
        return _for_marked(marked)
    return REGISTER if is_today else (*ANOTHER_DAY, *REGISTER)


def _for_marked(number: int) -> tuple[Hint, ...]:
    """What is done is done to all of them."""
    return (
        Hint("m", f"Thao tác cho {format_number(number)} dòng", "menu"),
        Hint("A", "bỏ dấu", "unmark"),
        Hint("dấu cách", "đánh dấu"),
        Hint("y", "Chép", "copy_row"),
    )


def fitting(hints: Sequence[Hint], width: int) -> list[Hint]:
    """As many of the first as fit into so many cells, with the way to help behind them."""
    room = width - HELP.cells
    shown: list[Hint] = []
    for hint in hints:
        room -= hint.cells
        if room < 0:
            break
        shown.append(hint)
    return [*shown, HELP]
