"""Telling text typed in fonts of before Unicode (TCVN3, VNI), which reads as gibberish."""

from __future__ import annotations

from collections.abc import Iterable

_ONLY_VIETNAMESE = frozenset(
    map(chr, (*range(0x1EA0, 0x1EFA), 0x102, 0x103, 0x110, 0x111, 0x1A0, 0x1A1, 0x1AF, 0x1B0))
)
"""Letters that nothing but Vietnamese in Unicode is written with."""

_FOREIGN = frozenset(
    map(chr, (*range(0xA1, 0xC0), 0xC6, 0xC7, 0xCB, 0xCE, 0xCF, *range(0xD1, 0xD9), 0xDB, 0xDC,
              0xDE, 0xDF, 0xE4, 0xE5, 0xE6, 0xE7, 0xEB, 0xEE, 0xEF, 0xF1, 0xF6, 0xF7, 0xF8, 0xFB,
              0xFC, 0xFE, 0xFF))
)  # fmt: skip
"""Signs that stand for Vietnamese letters in such fonts, and have no place in Vietnamese."""

_FEWEST = 5


def is_in_old_font(texts: Iterable[str]) -> bool:
    """Whether the texts are Vietnamese only in the eyes of an old font."""
    foreign = 0
    for text in texts:
        signs = set(text)
        if signs & _ONLY_VIETNAMESE:
            return False
        foreign += sum(map(text.count, signs & _FOREIGN))
    return foreign >= _FEWEST
