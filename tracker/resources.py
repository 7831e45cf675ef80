"""Where the files the program ships lie: inside an installed wheel, or in the source tree.

Imports only what a quick read may load.
"""

from __future__ import annotations

import os.path

_PACKAGE = os.path.dirname(os.path.abspath(__file__))

DEFAULT_SETTINGS = "tracker.toml"
"""The documented settings a new workspace starts from."""

SHIPPED_LAYOUTS = "layouts.toml"
"""The layouts every office has."""

SAMPLES = "samples"
"""Made-up registers for a first try."""


def shipped(name: str) -> str:
    """The path of a shipped file or folder, named as it is under ``data/``."""
    installed = os.path.join(_PACKAGE, "bundled", name)
    if os.path.exists(installed):
        return installed
    return os.path.join(os.path.dirname(_PACKAGE), "data", name)
