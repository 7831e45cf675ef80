"""Nothing in the environment changes how the screen looks or moves; registers are ready at once.

Textual reads its variables once, when it is imported: this runs before any test here does so.
"""

from __future__ import annotations

import os

from tests.ready_made import ready_made

__all__ = ["ready_made"]

for name in [*os.environ]:
    if name.startswith("TEXTUAL") or name == "NO_COLOR":
        del os.environ[name]
