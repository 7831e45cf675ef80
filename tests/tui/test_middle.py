"""Words in place of what is empty."""

from __future__ import annotations

from tracker.tui.widgets.middle import middle_line


def test_words_stand_in_the_middle_and_the_lines_around_them_are_blank() -> None:
    lines = [middle_line(("Trống", "n: nhập"), y, width=9, height=5) for y in range(5)]
    assert lines == [" " * 9, "  Trống  ", " n: nhập ", " " * 9, " " * 9]


def test_where_there_is_little_room_the_first_words_are_seen() -> None:
    assert middle_line(("một", "hai"), 0, width=2, height=1) == "m…"
