"""A small screen to be served: shows who it is, what it was called with and what is typed.

It says so when it is told that it has the focus.
"""

from __future__ import annotations

import os
import sys

from textual.app import App, ComposeResult
from textual.widgets import Input, Static


class Sample(App[None]):
    def compose(self) -> ComposeResult:
        yield Input()
        yield Static(f"pid={os.getpid()}; called={' '.join(sys.argv[1:])};", markup=False)

    def on_app_focus(self) -> None:
        self.mount(Static("Focused."))


if __name__ == "__main__":
    if "--refuse" in sys.argv:
        sys.exit("Sổ do phiên bản mới hơn tạo ra.")
    Sample().run()
