"""What a real terminal is sent: nothing that was stored acts on it."""

from __future__ import annotations

import re
from pathlib import Path

from tests.tui.hostile import INJECTED, WRAPPED, hostile_desk
from tests.tui.terminal import Terminal

PROGRAM = "import sys; from tracker.__main__ import main; sys.exit(main())"

RAW = """
import sys
from textual.app import App
from textual.widgets import Static

class Raw(App):
    BINDINGS = [("q", "quit")]

    def compose(self):
        for text in eval(sys.argv[1]):
            yield Static(text, markup=False)
        yield Static("THE LAST")

Raw().run()
"""
"""Shows what it is given without looking at it."""

SIZE = (120, 30)

OWN = re.compile(
    r"\x1b\[[0-?]*[ -/]*[@-~]"  # cursor, colours, modes
    r"|\x1b\]22;[a-z-]*(?:\x07|\x1b\\)"  # the shape of the pointer
    r"|\x1b[78=>]"
)
"""The sequences that the library itself writes."""

CONTROL = re.compile(
    r"[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u200f\u2028\u202a-\u202e\u2066-\u2069\ufeff\U000e0041]"
)


def acting(output: bytes) -> set[str]:
    """What was sent of the stored text that acts."""
    shown = output.decode("utf-8")
    whole = {text for text in INJECTED if text in shown}
    return whole | set(CONTROL.findall(OWN.sub("", shown)))


def test_nothing_stored_acts_on_a_terminal(tmp_path: Path) -> None:
    desk = hostile_desk(tmp_path, WRAPPED)
    with Terminal(
        PROGRAM, ["tui", "--db", desk.location], size=SIZE, TRACKER_HOME=str(tmp_path)
    ) as terminal:
        terminal.wait_for("Quá trình")
        for number in range(len(WRAPPED)):
            place = f"dòng {number + 1:02}/{len(WRAPPED):02}"
            terminal.type("\x1b[C" if number else "\r", then=place)
        assert terminal.leave("qq") == 0
    assert b"INJECTEDsau" in terminal.output
    assert acting(terminal.output) == set()


def test_what_is_shown_without_a_look_at_it_is_found() -> None:
    with Terminal(RAW, [repr(WRAPPED)], size=SIZE) as terminal:
        terminal.wait_for("THE LAST")
        assert terminal.leave("q") == 0
    # The library itself takes out what rings and what moves back.
    assert acting(terminal.output) >= {INJECTED[2], INJECTED[4], "\x1b", "\x00", "\x7f", "\u202e"}
