from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tracker.reports.wrapping import Ruler


def _lines(text: str, width: float) -> list[str]:
    return Ruler(lambda _letter: 1).lines(text, width)


def test_a_text_breaks_between_words() -> None:
    assert _lines("một hai ba", 7) == ["một hai ", "ba"]


def test_a_line_feed_always_breaks() -> None:
    assert _lines("một\n\nhai", 20) == ["một\n", "\n", "hai"]


def test_a_final_line_feed_leaves_an_empty_line() -> None:
    assert _lines("một\n", 20) == ["một\n", ""]


def test_nothing_takes_one_line() -> None:
    assert _lines("", 20) == [""]


def test_a_word_wider_than_the_column_is_broken() -> None:
    assert _lines("a abcdefgh", 3) == ["a ", "abc", "def", "gh"]


@given(st.text(st.sampled_from("ab \n"), max_size=60), st.integers(1, 12))
def test_no_character_is_lost_and_no_line_is_too_wide(text: str, width: int) -> None:
    lines = _lines(text, width)
    assert "".join(lines) == text
    assert all(len(line.rstrip()) <= width for line in lines)


@given(st.integers(1, 200), st.integers(1, 12))
def test_blanks_without_end_do_not_make_a_line_without_end(count: int, width: int) -> None:
    assert all(len(line) <= 2 * width for line in _lines(" " * count, width))
