"""What the screen keeps for its next start, in a small file beside the settings.

Nothing depends on it: a file that cannot be read is as if there were none, and where it cannot be
written the screen goes on without.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from tracker.workspace import put_file, settings_file

FILE_NAME = ".screen.json"

_LARGEST = 64 * 1024
"""In bytes; a larger file was not written by the screen."""


def recall(workspace: str) -> dict[str, object]:
    """What was kept last; empty where that is nothing, or cannot be read."""
    try:
        with _file(workspace).open("rb") as file:
            content = file.read(_LARGEST)
        # Late: on the first day there is no file.
        import json

        kept = json.loads(content)
    except (OSError, ValueError, RecursionError):
        return {}
    return kept if isinstance(kept, dict) else {}


def remember(workspace: str, kept: Mapping[str, object]) -> None:
    """Keep it in place of what was kept before."""
    import json

    with suppress(OSError):
        put_file(str(_file(workspace)), json.dumps(dict(kept), indent=2).encode())


def _file(workspace: str) -> Path:
    return Path(settings_file(workspace)).with_name(FILE_NAME)
