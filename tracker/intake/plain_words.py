"""The words of a short text, without anything that spelling and typography add."""

from __future__ import annotations

import re

from tracker.core.vietnamese import fold

_BETWEEN = re.compile(r"[^a-z0-9%]+")


def plain_words(text: str) -> str:
    """Words without case, accents or punctuation, one blank between them: ``so ky hieu``."""
    return _BETWEEN.sub(" ", fold(text)).strip()
