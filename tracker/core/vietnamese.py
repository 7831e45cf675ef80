"""How Vietnamese text is normalised, cleaned, searched and sorted."""

from __future__ import annotations

import re
import unicodedata

_LINE_BREAKS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")

_UNWANTED = re.compile(
    "["
    "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f"  # control characters
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # direction overrides
    "\u180e\u200b-\u200d\u2060-\u2065\u206a-\u206f\ufeff"  # of no width
    "\ufff9-\ufffb\U000e0000-\U000e007f"
    "\ud800-\udfff"  # lone surrogates
    "\ufdd0-\ufdef" + "".join(rf"\U{plane:04x}fffe\U{plane:04x}ffff" for plane in range(17)) + "]"
)

_TONED_VOWELS = (
    "aàảãáạ",
    "ăằẳẵắặ",
    "âầẩẫấậ",
    "eèẻẽéẹ",
    "êềểễếệ",
    "iìỉĩíị",
    "oòỏõóọ",
    "ôồổỗốộ",
    "ơờởỡớợ",
    "uùủũúụ",
    "ưừửữứự",
    "yỳỷỹýỵ",
)
"""Each vowel in the order of its tones: ngang, huyền, hỏi, ngã, sắc, nặng."""

LETTERS = frozenset("".join((*_TONED_VOWELS, "đ")) + "".join((*_TONED_VOWELS, "đ")).upper())
"""Every vowel with every tone, and the consonant that no other language has; capitals too."""

_ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"

_RANKS = {letter: 0x100 + 8 * place for place, letter in enumerate(_ALPHABET)}

_BY_LETTER = {
    **{ord(letter): rank for letter, rank in _RANKS.items()},
    **{ord(form): _RANKS[forms[0]] for forms in _TONED_VOWELS for form in forms},
    ord("ð"): _RANKS["đ"],
}

_BY_LETTER_AND_TONE = {
    **_BY_LETTER,
    **{
        ord(form): _RANKS[forms[0]] + tone
        for forms in _TONED_VOWELS
        for tone, form in enumerate(forms)
    },
}

_FOLDING: dict[int, int | None] = {
    **dict.fromkeys(range(0x300, 0x370)),
    **dict.fromkeys((0xAD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF)),
    **dict.fromkeys((ord("đ"), ord("ð")), ord("d")),
    **dict.fromkeys((*range(0x2010, 0x2016), 0x2212), ord("-")),
    **dict.fromkeys(range(0x2018, 0x201C), ord("'")),
    **dict.fromkeys((*range(0x201C, 0x2020), 0xAB, 0xBB), ord('"')),
}
"""Applied to case-folded, decomposed text."""

_SELDOM = re.compile("[^\x00-\x7f\u0300-\u036fđð]")
"""What is neither a plain letter nor a mark over one."""


_MOST_MARKS = 30
"""On one letter, as of the Stream-Safe Text Format (Unicode Standard Annex 15, section 13)."""

_MAY_BE_HEAPED = re.compile(rf"[^\w\s\x00-\u02ff]{{{_MOST_MARKS + 1},}}")
"""Every mark that is put in order is among these; strokes of drawn tables too."""

_SOON_COMPOSED = 200
"""Characters: of so few the order is found in no time, whatever they are."""

_JOINER = "\u034f"
"""Across which marks are not put in order."""


def nfc(text: str) -> str:
    """Return the text in composed form: one code point for each Vietnamese letter."""
    return unicodedata.normalize("NFC", _without_heaps(text))


def _without_heaps(text: str) -> str:
    """The text, parted where more marks stand on one letter than any language has.

    To put them in order takes a time that grows as the square of how many there are.
    """
    return text if len(text) < _SOON_COMPOSED else _MAY_BE_HEAPED.sub(_parted, text)


def _parted(run: re.Match[str]) -> str:
    parts: list[str] = []
    marks = 0
    for character in run[0]:
        marks = marks + 1 if unicodedata.combining(character) else 0
        if marks > _MOST_MARKS:
            parts.append(_JOINER)
            marks = 1
        parts.append(character)
    return "".join(parts)


def without_eth(text: str) -> str:
    """Return text with the Vietnamese letter in place of the eth that some keyboards give."""
    return text.replace("ð", "đ").replace("Ð", "Đ")


def clean(text: str) -> tuple[str, int]:
    """Return text fit to be stored and shown, and how many characters had to be dropped.

    Control, direction-changing and invisible characters go, since they act on whoever displays
    them. Every line break becomes a line feed and every tab a space; those are not counted.
    """
    if text.isprintable():  # Of the whole of most texts, and told in no time.
        return nfc(text), 0
    lines = _LINE_BREAKS.sub("\n", text).replace("\t", " ")
    kept, dropped = _UNWANTED.subn("", lines)
    return nfc(kept), dropped


def fold(text: str) -> str:
    """Return the key under which text is searched: no case, no accents, plain punctuation."""
    lowered = text.casefold()
    return " ".join((lowered if lowered.isascii() else _bare(lowered)).split())


def folded_in_place(text: str) -> str | None:
    """The same where every character has kept its place: what is found there stands at this place
    of the text too. None where folding takes characters away or adds some."""
    folded = fold(text)
    return folded if len(folded) == len(text) else None


def _bare(lowered: str) -> str:
    """Letters without their marks, plain punctuation."""
    decomposed = unicodedata.normalize("NFD", _without_heaps(lowered))
    if _SELDOM.search(decomposed):
        return decomposed.translate(_FOLDING)
    # The same in a third of the time.
    return decomposed.replace("đ", "d").replace("ð", "d").encode("ascii", "ignore").decode()


def sort_key(text: str) -> tuple[str, str, str]:
    """Return the place of text in Vietnamese order: by letters, then by tones, then by case."""
    plain = nfc(" ".join(text.split()))
    lowered = plain.casefold()
    return lowered.translate(_BY_LETTER), lowered.translate(_BY_LETTER_AND_TONE), plain.swapcase()
