"""The signs that XML cannot hold, as sheets write them: ``_x000D_`` for the end of a line."""

from __future__ import annotations

import re

_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_KEPT_CONTROLS = "\t\n"


def unescaped(text: str) -> str:
    """The text itself; what would be a control character is left out."""
    return _ESCAPED.sub(_sign, text) if "_x" in text else text


def _sign(escaped: re.Match[str]) -> str:
    sign = chr(int(escaped[1], 16))
    return sign if sign.isprintable() or sign in _KEPT_CONTROLS else ""
