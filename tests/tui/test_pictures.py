"""Pictures of the screen, kept beside the tests and shown in README.md.

They are drawn anew by ``TRACKER_PICTURES=draw python -m pytest -n0 tests/tui/test_pictures.py``;
look at what has changed before keeping it.
"""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.tui.desks import app_over, desk_of
from tests.tui.keyboard import Keyboard
from tests.tui.pilot import play
from tests.tui.test_importing import book
from tracker.operations.demo import fill_from_sample
from tracker.operations.desk import Desk
from tracker.resources import SAMPLES, shipped
from tracker.tui.entering import importing
from tracker.tui.widgets.detail_pane import DetailPane

PICTURES = Path(__file__).with_name("pictures")
SAMPLE = Path(shipped(SAMPLES)) / "bac-giang-2023-12.csv"
LINE = "31/UBND-KGVX ngày 12/12/2023 Báo cáo kết quả chuyển đổi số hạn 10/01/2024"

SHOWN = {
    "so-theo-doi": ("register", (110, 30), ()),
    "nhap-mot-dong": ("line", (80, 24), ("n", LINE)),
    "nhap-tep": ("import", (110, 30), ("i", "enter")),
    "tong-quan": ("overview", (110, 30), ("o",)),
    "bao-cao": ("report", (110, 30), ("r",)),
    "tro-giup": ("help", (80, 24), ("f1",)),
}
"""Each picture: what it shows, on how large a screen, after which keys and texts."""


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """The nine directives of the shipped sample, on the fourteenth of December 2023."""
    made = desk_of(tmp_path_factory.mktemp("office"))
    fill_from_sample(made, SAMPLE)
    return made


@pytest.fixture(autouse=True)
def _one_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """All there is to bring in: a workbook of last month and this one."""
    book(tmp_path)
    monkeypatch.setattr(importing, "usual_folders", lambda: (tmp_path,))


def without_links(svg: str) -> str:
    """The picture by itself: the fonts it would fetch from elsewhere are those of the viewer."""
    return re.sub(r'\s*url\("https?://[^"]*"\)[^,;]*[,;]', "", svg)


async def drawn(pilot: Pilot[None], keys: Sequence[str]) -> str:
    keyboard = Keyboard(pilot)
    while not any(pane.max_scroll_y for pane in pilot.app.screen.query(DetailPane)):
        # The first directive is longer than the room for it: its text is there, and measured.
        await pilot.pause(0.02)
    await pilot.pause()
    for key in keys:
        if " " in key:
            await keyboard.type(key)
        else:
            await keyboard.press(key)
    await keyboard.settle()
    return without_links(pilot.app.export_screenshot())


@pytest.mark.parametrize("name", SHOWN)
def test_the_screen_looks_as_it_is_shown(name: str, desk: Desk) -> None:
    _, size, keys = SHOWN[name]
    found = play(app_over(desk), lambda pilot: drawn(pilot, keys), size=size)
    kept = PICTURES / f"{name}.svg"
    if os.environ.get("TRACKER_PICTURES") == "draw":
        kept.parent.mkdir(exist_ok=True)
        kept.write_text(found, encoding="utf-8")
    assert kept.read_text(encoding="utf-8") == found
