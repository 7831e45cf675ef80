"""How wide text runs in Times New Roman, so that a row of a workbook shows all of it.

Spreadsheet programs fit a row to its text only when somebody edits it, so the height is
worked out here from the widths of the letters of Times New Roman. The widths were read from
Liberation Serif, whose letters are made as wide as those of Times New Roman.
"""

from __future__ import annotations

import unicodedata

from tracker.reports.wrapping import Ruler

_ADVANCES = {
    180: "'",
    200: "|",
    250: " ,.",
    278: "/:;\\ijlt",
    333: "!()-I[]`fr‘’",
    350: "•",
    389: "Js",
    400: "°",
    408: '"',
    444: "?acez“”",
    469: "^",
    480: "{}",
    500: "#$*0123456789_bdghknopquvxyđ–§",
    541: "~",
    556: "FPS",
    564: "+<=>×",
    611: "ELTZ",
    667: "BCR",
    722: "ADGHKNOQUVXYwĐ",
    778: "&m",
    833: "%",
    889: "M",
    921: "@",
    944: "W",
    1000: "—…",
}
"""Advance width in thousandths of the type size, and the characters that have it."""

_UNKNOWN = 1000
"""A character without a known width is taken to be as wide as it is high."""

_COMBINING = 50
"""Marks take no room, but an endless run of them must not be endless on one line."""

_BOLD = 1.08
"""How much wider bold text runs."""

_SUBSTITUTE = 1.2
"""Where Times New Roman is missing, letters with Vietnamese accents come from wider fonts."""

_WIDTHS = {letter: width for width, letters in _ADVANCES.items() for letter in letters}


def times_ruler(size: float, *, is_bold: bool = False) -> Ruler:
    """Measure text of one type size, in points."""
    unit = size / 1000 * (_BOLD if is_bold else 1)
    return Ruler(lambda letter: unit * _advance(letter))


def _advance(letter: str) -> float:
    known = _WIDTHS.get(letter)
    if known is not None:
        return known
    if unicodedata.combining(letter):
        return _COMBINING
    base = unicodedata.normalize("NFD", letter)[0]
    if base != letter and base in _WIDTHS:
        return _WIDTHS[base] * _SUBSTITUTE
    return _UNKNOWN
