"""Lists of prepared lines: which columns there is room for, and text broken between words."""

from __future__ import annotations

import pytest
from textual.app import App, ComposeResult
from textual.pilot import Pilot

from tests.tui.pilot import play
from tracker.tui.themes import THEMES
from tracker.tui.widgets.allotting import Need, allotted
from tracker.tui.widgets.line_list import LineList, Lines
from tracker.tui.widgets.piece_line import Piece
from tracker.tui.widgets.prose_lines import prose
from tracker.tui.widgets.table_lines import TextRow, TextTable, table_lines
from tracker.wording.cell_width import cells

ROWS = (
    TextRow(cells=("I", "ĐÃ THỰC HIỆN: 02 nhiệm vụ"), is_heading=True),
    TextRow(cells=("1", "6340/UBND-NC\nNgày 03/11/2023", "Rà soát thủ tục " * 9, "10/12/2023")),
    TextRow(cells=("2", "333/TB-UBND\nNgày 21/7/2023", "Kết luận\x1b[31m buổi", "")),
)

TABLE = TextTable(
    titles=("TT", "Số/Ký hiệu VBCĐ", "Nội dung", "Thời hạn"),
    ranks=(2, 1, 0, 3),
    count=len(ROWS),
    row=ROWS.__getitem__,
)


def texts(lines: Lines) -> list[str]:
    """Header and lines as they are seen."""
    every = [*lines.header, *(lines.line(index) for index in range(len(lines)))]
    return ["".join(piece.text for piece in line) for line in every]


def test_the_widest_column_takes_what_the_others_leave() -> None:
    needs = [Need(whole=3, brief=3, rank=1), Need(whole=60, brief=60, rank=0)]
    assert allotted(needs, 50) == {0: 3, 1: 44}


def test_columns_are_left_out_from_the_least_important_on_where_there_is_no_room() -> None:
    needs = [
        Need(whole=28, brief=12, rank=2),
        Need(whole=60, brief=30, rank=0),
        Need(whole=10, brief=10, rank=1),
        Need(whole=10, brief=10, rank=3),
    ]
    assert list(allotted(needs, 200)) == [0, 1, 2, 3]
    assert list(allotted(needs, 50)) == [0, 1, 2]
    assert list(allotted(needs, 40)) == [1, 2]
    assert list(allotted(needs, 5)) == [1]
    for width in range(24, 200):
        widths = allotted(needs, width)
        assert sum(widths.values()) + len(widths) - 1 + 2 <= width


@pytest.mark.parametrize("width", [30, 44, 60, 100, 200])
def test_every_line_of_a_table_fits_and_acts_on_nothing(width: int) -> None:
    shown = texts(table_lines(TABLE)(width))
    assert all(cells(text) <= width for text in shown)
    assert "\x1b" not in "".join(shown)
    assert "Nội dung" in shown[0]


def test_a_cell_of_several_lines_is_shown_by_its_first_where_there_is_no_room_for_all() -> None:
    narrow, wide = texts(table_lines(TABLE)(60)), texts(table_lines(TABLE)(140))
    assert "6340/UBND-NC" in narrow[-2]
    assert "Ngày 03/11/2023" not in narrow[-2]
    assert "6340/UBND-NC Ngày 03/11/2023" in wide[-2]
    assert "ĐÃ THỰC HIỆN: 02 nhiệm vụ" in narrow[-3]


def test_text_is_broken_between_words_and_nothing_of_it_is_cut() -> None:
    long = "một hai ba bốn năm sáu bảy tám chín mười " * 5
    path = "/mot/duong/dan/rat/dai/" * 6
    lines = texts(prose([Piece(f"  {long}"), Piece(path), Piece("")])(40))
    assert all(cells(line) <= 40 for line in lines)
    assert lines[0].startswith("   một hai")
    assert lines[1].startswith("     ")
    assert " ".join(" ".join(lines[:-1]).split()).startswith(long.strip())
    assert path in "".join(line.strip() for line in lines)
    assert lines[-1].strip() == ""


class Reader(App[None]):
    """A list that fills a screen."""

    CSS = "Screen { layout: vertical; }"

    def __init__(self) -> None:
        super().__init__()
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = THEMES[0].name

    def compose(self) -> ComposeResult:
        yield LineList()


def test_a_cursor_moves_over_thousands_of_lines_and_stays_when_the_screen_changes() -> None:
    asked: list[int] = []

    def row(index: int) -> TextRow:
        asked.append(index)
        return TextRow(cells=(str(index), "Việc"))

    table = TextTable(titles=("TT", "Nội dung"), ranks=(0, 0), count=50_000, row=row)

    async def script(pilot: Pilot[None]) -> None:
        shown = pilot.app.query_one(LineList)
        shown.show(table_lines(table))
        shown.focus()
        await pilot.press("end", "up")
        assert shown.current == 49_998
        await pilot.resize_terminal(60, 20)
        assert shown.current == 49_998
        seen = [shown.render_line(y).text.split()[:1] for y in range(shown.size.height)]
        assert ["49998"] in seen

    play(Reader(), script)
    assert len(set(asked)) < 1_000


def test_text_without_a_cursor_scrolls() -> None:
    paragraphs = [Piece(f"dòng {number}") for number in range(100)]

    async def script(pilot: Pilot[None]) -> None:
        shown = pilot.app.query_one(LineList)
        shown.show(prose(paragraphs), has_cursor=False)
        shown.focus()
        await pilot.pause()
        await pilot.press("down", "down")
        assert shown.render_line(0).text.strip() == "dòng 2"
        await pilot.press("end")
        assert shown.render_line(shown.size.height - 1).text.strip() == "dòng 99"
        await pilot.press("home")
        assert shown.render_line(0).text.strip() == "dòng 0"
        assert shown.current is None

    play(Reader(), script)
