"""Telling and turning text typed in fonts of before Unicode, which reads as gibberish.

Such a font shows Vietnamese where the text holds signs of Western Europe: in TCVN3 (``.VnTime``)
one sign for each letter, in VNI (``VNI-Times``) a vowel and a sign for its marks. Capitals with a
tone exist in TCVN3 only by another font (``.VnTimeH``), of which a text knows nothing: they come
out small.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import StrEnum

from tracker.core.vietnamese import nfc


class OldFont(StrEnum):
    """A way of typing Vietnamese of before Unicode."""

    TCVN3 = "tcvn3"
    """Also called ABC; the fonts are named ``.Vn...``."""
    VNI = "vni"


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

_SELDOM = _FOREIGN - frozenset("\xa7\xab\xb0\xb7\xbb")
"""Those without the ones that stand in Vietnamese texts after all, here and there."""

_FEWEST = 5
_LETTERS_TO_EACH = 12

_TCVN3 = {
    sign: letter
    for sign, letter in enumerate(
        "ĂÂÊÔƠƯĐăâêôơưđẰ     àảãáạẲằẳẵắẴẮẦẨẪẤỀặầẩẫấậèỂẻẽé"
        "ẹềểễếệìỉỄẾỒĩíịòỔỏõóọồổỗốộờởỡớợùỖủũúụừửữứựỳỷỹýỵ",
        start=0xA1,
    )
    if letter != " "
}
"""TCVN 5712:1993, from 0xA1 on. The fonts lack the capitals with a tone; other programs do not."""

_PLAIN_TONES = {"ø": "\u0300", "ù": "\u0301", "û": "\u0309", "õ": "\u0303", "ï": "\u0323"}
_BREVE = {"ê": "", "è": "\u0300", "é": "\u0301", "ú": "\u0309", "ü": "\u0303", "ë": "\u0323"}
_CIRCUMFLEX = {"â": "", "à": "\u0300", "á": "\u0301", "å": "\u0309", "ã": "\u0303", "ä": "\u0323"}
_ROUND = {sign: f"\u0302{tone}" for sign, tone in _CIRCUMFLEX.items()}
_VNI_MARKS = {
    "a": {**_PLAIN_TONES, **_ROUND, **{sign: f"\u0306{tone}" for sign, tone in _BREVE.items()}},
    "e": {**_PLAIN_TONES, **_ROUND},
    "o": {**_PLAIN_TONES, **_ROUND},
    "u": _PLAIN_TONES,
    "y": _PLAIN_TONES,
    "ô": _PLAIN_TONES,
    "ö": _PLAIN_TONES,
}
"""The marks that the sign behind each vowel stands for."""

_VNI_ALONE = {"ô": "ơ", "ö": "ư", "ñ": "đ", "î": "ỵ", "æ": "ỉ", "ó": "ĩ", "ò": "ị"}
"""Signs that are a letter by themselves; the other letters are what they seem."""

_VNI = {
    f"{vowel}{sign}": nfc(_VNI_ALONE.get(vowel, vowel) + marks)
    for vowel, signs in _VNI_MARKS.items()
    for sign, marks in signs.items()
} | _VNI_ALONE
_VNI_FORM = re.compile("|".join(sorted(_VNI, key=len, reverse=True)), re.IGNORECASE)
_VNI_PAIR = re.compile("|".join(pair for pair in _VNI if len(pair) > 1), re.IGNORECASE)
_TCVN3_ONLY = re.compile("[\xa8-\xae\xb5-\xb9\xbb-\xbe]")
"""Signs of TCVN3 that no text of VNI holds, and every text in TCVN3."""


def is_in_unicode(texts: Iterable[str]) -> bool:
    """Whether any text has a letter that only Vietnamese in Unicode is written with."""
    return any(not _ONLY_VIETNAMESE.isdisjoint(text) for text in texts)


def is_in_old_font(texts: Iterable[str]) -> bool:
    """Whether the texts are Vietnamese only in the eyes of an old font."""
    return old_font_of(texts) is not None


def is_cell_in_old_font(text: str) -> bool:
    """Whether one cell is in an old font, though its table may not be: dense with its signs."""
    if _SELDOM.isdisjoint(text) or not _ONLY_VIETNAMESE.isdisjoint(text):
        return False
    count = sum(sign in _SELDOM for sign in text)
    return count >= _FEWEST and _LETTERS_TO_EACH * count >= len(text)


def old_font_of(texts: Iterable[str]) -> OldFont | None:
    """The old font that the texts, all together, were typed in; None for any other text."""
    foreign = pairs = signs = 0
    for text in texts:
        letters = set(text)
        if letters & _ONLY_VIETNAMESE:
            return None
        if letters.isdisjoint(_FOREIGN):
            continue
        foreign += sum(map(text.count, letters & _FOREIGN))
        pairs += len(_VNI_PAIR.findall(text))
        signs += len(_TCVN3_ONLY.findall(text))
    if foreign < _FEWEST:
        return None
    return OldFont.VNI if pairs > signs else OldFont.TCVN3


def to_unicode(text: str, font: OldFont) -> str:
    """The text as the old font shows it.

    A text with letters that only Unicode has was typed without the font, and stays as it is.
    """
    if not _ONLY_VIETNAMESE.isdisjoint(text):
        return text
    if font is OldFont.TCVN3:
        return text.translate(_TCVN3)
    return _VNI_FORM.sub(lambda found: _in_case_of(found[0]), text)


def _in_case_of(form: str) -> str:
    """The letter of a form; the vowel says whether it is a capital, whatever its sign does."""
    letter = _VNI[form.lower()]
    return letter.upper() if form[0].isupper() else letter
