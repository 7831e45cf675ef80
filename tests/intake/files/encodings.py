"""Text as programs of before Unicode stored it."""

from __future__ import annotations

import unicodedata

from tracker.intake.old_fonts import OldFont, to_unicode

_TONES = "\u0300\u0301\u0303\u0309\u0323"
ALPHABET = "".join(
    unicodedata.normalize("NFC", f"{vowel}{tone}")
    for vowel in "aăâeêioôơuưy"
    for tone in ("", *_TONES)
)
"""Each small vowel of the language with each tone."""

_MARKED = [chr(code) for code in range(0xA1, 0x100)]
_TCVN3 = {to_unicode(sign, OldFont.TCVN3): sign for sign in _MARKED}
_VNI = {
    to_unicode(form, OldFont.VNI): form
    for form in (*_MARKED, *(f"{vowel}{sign}" for vowel in "aeouyôöAEOUYÔÖ" for sign in _MARKED))
    if len(to_unicode(form, OldFont.VNI)) == 1 and to_unicode(form, OldFont.VNI) != form
}


def in_tcvn3(text: str) -> str:
    """The text typed in ``.VnTime``; a capital with a tone is a small letter there."""
    return "".join(_TCVN3.get(sign) or _TCVN3.get(sign.lower(), sign) for sign in text)


def in_vni(text: str) -> str:
    """The text typed in ``VNI-Times``."""
    return "".join(_VNI.get(sign, sign) for sign in text)


def in_cp1258(text: str) -> bytes:
    """The text in the code page of Vietnamese Windows: some tones are signs of their own."""
    return b"".join(map(_sign_in_cp1258, unicodedata.normalize("NFC", text)))


def _sign_in_cp1258(sign: str) -> bytes:
    try:
        return sign.encode("cp1258")
    except UnicodeEncodeError:
        parts = unicodedata.normalize("NFD", sign)
        tone = next(mark for mark in parts if mark in _TONES)
        letter = unicodedata.normalize("NFC", parts.replace(tone, ""))
        return letter.encode("cp1258") + tone.encode("cp1258")
