"""A list and what is known of one of its lines, sharing whatever height there is."""

from __future__ import annotations

import pytest
from textual.app import App, ComposeResult
from textual.pilot import Pilot

from tests.tui.pilot import play
from tracker.tui.themes import THEMES
from tracker.tui.widgets.line_list import LineList
from tracker.tui.widgets.list_over_details import ListOverDetails
from tracker.tui.widgets.piece_line import Piece
from tracker.tui.widgets.prose_lines import prose
from tracker.wording.detail_pane import Line

LINES = prose([Piece(f"dòng {number}") for number in range(20)])


class Listing(App[None]):
    """Nothing but a list over its details."""

    def on_mount(self) -> None:
        self.register_theme(THEMES[0])
        self.theme = THEMES[0].name
        box = self.query_one(ListOverDetails)
        box.show(LINES, has_details=True)
        box.tell(Line(f"chi tiết {number}") for number in range(20))
        box.lines.focus()

    def compose(self) -> ComposeResult:
        yield ListOverDetails()

    def on_line_list_chosen(self) -> None:
        self.query_one(ListOverDetails).read()


def heights(pilot: Pilot[None]) -> tuple[int, int]:
    """Of the list and of what lies below it; none where it is not seen."""
    box = pilot.app.query_one(ListOverDetails)
    lines, details = (one.size.height if one.display else 0 for one in (box.lines, box.details))
    return lines, details


@pytest.mark.parametrize(
    ("height", "shared"), [(24, (17, 6)), (9, (3, 5)), (6, (3, 2)), (5, (5, 0)), (1, (1, 0))]
)
def test_the_list_keeps_three_lines_and_gives_the_rest(
    height: int, shared: tuple[int, int]
) -> None:
    async def script(pilot: Pilot[None]) -> tuple[int, int]:
        await pilot.pause()
        return heights(pilot)

    assert play(Listing(), script, size=(40, height)) == shared


def test_where_there_is_no_room_for_both_the_details_are_seen_while_they_are_read() -> None:
    async def script(pilot: Pilot[None]) -> list[tuple[int, int]]:
        box = pilot.app.query_one(ListOverDetails)
        await pilot.press("down", "enter")
        await pilot.pause()
        seen = [heights(pilot)]
        assert box.is_reading
        box.go_back()
        await pilot.pause()
        seen.append(heights(pilot))
        assert isinstance(pilot.app.focused, LineList)
        assert box.lines.current == 1
        await pilot.press("enter")
        await pilot.resize_terminal(40, 12)
        await pilot.pause()
        return [*seen, heights(pilot)]

    assert play(Listing(), script, size=(40, 5)) == [(0, 4), (5, 0), (5, 6)]


def test_a_text_without_details_has_all_the_room() -> None:
    async def script(pilot: Pilot[None]) -> tuple[int, int]:
        box = pilot.app.query_one(ListOverDetails)
        await pilot.press("enter")
        box.show(LINES, has_details=False)
        box.read()
        await pilot.pause()
        assert isinstance(pilot.app.focused, LineList)
        return heights(pilot)

    assert play(Listing(), script, size=(40, 20)) == (20, 0)
