"""Numbers and symbols of documents (số, ký hiệu): what one is, how it matches and sorts."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache

from tracker.core.dates import FIRST_YEAR, LAST_YEAR
from tracker.core.errors import UsageError
from tracker.core.vietnamese import fold, nfc

_TYPE_NAMES = (
    "nghị quyết", "quyết định", "chỉ thị", "quy chế", "quy định", "thông cáo", "thông báo",
    "thông báo kết luận", "tb kết luận", "hướng dẫn", "chương trình", "kế hoạch", "phương án",
    "đề án", "dự án", "báo cáo", "biên bản", "biên bản ghi nhớ", "tờ trình", "hợp đồng",
    "công điện", "bản ghi nhớ", "bản thỏa thuận", "bản thoả thuận", "giấy ủy quyền",
    "giấy uỷ quyền", "giấy mời", "giấy giới thiệu", "phiếu gửi", "phiếu chuyển", "phiếu báo",
    "công văn", "văn bản", "kết luận", "luật", "pháp lệnh", "nghị định", "thông tư",
    "thông tư liên tịch", "lệnh", "vb", "cv", "qđ", "kh", "tb", "bc", "ct", "nq", "tt", "ttr",
)  # fmt: skip

_TYPE_NAME = "|".join(sorted(map(re.escape, _TYPE_NAMES), key=len, reverse=True))

LEADING_WORDS = rf"(?:(?:{_TYPE_NAME})\b[\s:]*)?(?:(?:số|so)\b[\s:]*)?"
"""Pattern of the words that may introduce a number; for use without regard to case."""

_CYRILLIC = "\u0410\u0412\u0415\u041a\u041c\u041d\u041e\u0420\u0421\u0422\u0423\u0425"

_LOOKALIKES: dict[int, str | int] = {
    **dict.fromkeys((0xD0, 0x189), "\u0110"),
    **dict.fromkeys((0xF0, 0x256), "\u0111"),
    **dict.fromkeys((*range(0x2010, 0x2016), 0x2212), "-"),
    **dict.fromkeys((0xA0, 0x202F), " "),
    **dict(zip(map(ord, _CYRILLIC), "ABEKMHOPCTYX", strict=True)),
}

UPPER = "A-ZĐÂĂÊÔƠƯ"
"""The capitals of symbols, for use inside a character class of a pattern."""

QUOTES = "\"'\u201c\u201d\u2018\u2019\u00ab\u00bb"
"""The marks that a word processor puts around a number, for use inside a character class."""

_TYPED_PART = rf"[{UPPER}][{UPPER}0-9&.]*"
_TYPED_SERIAL = r"(?P<serial>0*[1-9][0-9]{0,5})(?P<suffix>[a-zđ]?)"

_STATE = re.compile(
    rf"{_TYPED_SERIAL}\s*/\s*(?:(?P<year>[0-9]{{4}})\s*/\s*)?"
    rf"(?P<symbol>{_TYPED_PART}(?:\s*-\s*{_TYPED_PART})*)",
    re.IGNORECASE,
)
_PARTY = re.compile(
    rf"{_TYPED_SERIAL}\s*-\s*(?P<type>[{UPPER}]{{1,5}})\s*/\s*"
    rf"(?P<symbol>{_TYPED_PART}(?:\s*-\s*{_TYPED_PART})*)",
    re.IGNORECASE,
)
_MIXED = {sign.lower(): sign for sign in ("TTr", "CTr", "TrS", "QyĐ", "TTg")}
"""The abbreviations that are not written in capitals throughout."""
_USUAL_PART = rf"[{UPPER}]{{2}}[{UPPER}0-9&.]*"
_USUAL_SYMBOL = re.compile(rf"{_USUAL_PART}(?:[-/]{_USUAL_PART})*")
_WORD = re.compile(r"[^-/]+")
_LEADING = re.compile(LEADING_WORDS, re.IGNORECASE)
_BEHIND = ".,; \n"
_BLANKS = re.compile(r"\s+")


class DocumentNumberProblem(StrEnum):
    """Why a text is not the number of a document."""

    NOT_A_NUMBER = "not_a_number"
    SERIAL_MISSING = "serial_missing"
    """A symbol without its number: ``/BC-KHCN``."""
    SYMBOL_MISSING = "symbol_missing"
    """A number without its symbol: ``25/``."""
    LOOKS_LIKE_DATE = "looks_like_date"
    EXTRA_TEXT = "extra_text"
    """A number, and more beside it."""


_PROBLEMS = tuple(
    (problem, re.compile(pattern, re.IGNORECASE))
    for problem, pattern in (
        (DocumentNumberProblem.LOOKS_LIKE_DATE, r"[0-9]{1,2}([/.-])[0-9]{1,2}(?:\1[0-9]{2,4})?"),
        (DocumentNumberProblem.SYMBOL_MISSING, r"[0-9]{1,6}[a-zđ]?\s*(?:[/-]\s*)?(?:[0-9]{4}/?)?"),
        (
            DocumentNumberProblem.SERIAL_MISSING,
            rf"[./-]*\s*(?:[0-9]{{4}}\s*/\s*)?{_TYPED_PART}(?:\s*[-/]\s*{_TYPED_PART})*",
        ),
    )
)


class UnreadableDocumentNumber(UsageError):
    """A text given as the number and symbol of a document is not one."""

    def __init__(self, text: str, problem: DocumentNumberProblem) -> None:
        super().__init__(text, problem.value)
        self.text = text
        self.problem = problem


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentNumber:
    """The number and symbol of a document, taken apart."""

    text: str
    """As written, without blanks around its strokes and with every letter the right one."""
    serial: int
    suffix: str = ""
    """The letter after the serial: ``c`` in ``30c/NQ-CP``."""
    year: int | None = None
    """Written inside the number by what has the force of law: ``14/2023/TT-BKHCN``."""
    symbol: str
    is_party: bool = False
    """Written the way of the Party: ``36-NQ/TW``."""

    @property
    def key(self) -> str:
        """What two spellings of one number share: case and leading zeros aside, accents kept."""
        serial = f"{self.serial}{self.suffix}"
        parts = (
            (serial, self.symbol) if self.year is None else (serial, str(self.year), self.symbol)
        )
        return ("-" if self.is_party else "/").join(parts).casefold()


@lru_cache(maxsize=1 << 15)
def parse_document_number(text: str) -> DocumentNumber:
    """Read a text that is a document number and nothing else; else ``UnreadableDocumentNumber``."""
    plain = plain_number_text(text).strip().rstrip(_BEHIND).strip(QUOTES).rstrip(_BEHIND).strip()
    bare = plain[_leading_length(plain) :].lstrip(QUOTES)
    number = _read(bare)
    if number is None:
        raise UnreadableDocumentNumber(text, _problem(bare))
    return number


def in_capitals(number: DocumentNumber) -> DocumentNumber:
    """Return the number as it is usually spelt, where it has no capital: ``25/KH-UBND``.

    For what was typed in haste. One that has capitals, or would be unusual with them, is left.
    """
    if number.symbol != number.symbol.lower():
        return number
    if not _USUAL_SYMBOL.fullmatch(number.symbol.upper()):
        return number
    symbol = _WORD.sub(lambda word: _MIXED.get(word[0], word[0].upper()), number.symbol)
    text = number.text.removesuffix(number.symbol) + symbol
    return replace(number, text=text, symbol=symbol)


def begins_like_introduction(text: str) -> bool:
    """Whether a text is the beginning of the words that may introduce a number: ``Quyết đ``."""
    begun = plain_number_text(text).casefold().lstrip(f" {QUOTES}")
    return any(name.startswith(begun) for name in _TYPE_NAMES)


def document_sort_key(text: str) -> tuple[int, int, str, str, int]:
    """Return the place of a document number: by its serial as a number, then by its symbol."""
    try:
        number = parse_document_number(text)
    except UnreadableDocumentNumber:
        return 1, 0, "", fold(text), 0
    return 0, number.serial, number.suffix.casefold(), number.symbol.casefold(), number.year or 0


def plain_number_text(text: str) -> str:
    """Return the text with characters that only look like those of a number put right.

    Composed text keeps its length, so places found in the result hold in the text itself.
    """
    return nfc(text).translate(_LOOKALIKES)


def has_foreign_letters(text: str) -> bool:
    """Whether a number was typed with letters that only look right, such as eth for Đ."""
    return any(letter.isalpha() and ord(letter) in _LOOKALIKES for letter in nfc(text))


def number_from_match(match: re.Match[str]) -> DocumentNumber:
    """Return the number whose parts a pattern has found under their names."""
    found = match.groupdict()
    symbol = _BLANKS.sub("", found["symbol"])
    year, party_type = found.get("year"), found.get("type")
    if party_type:
        symbol = f"{party_type}/{symbol}"
    serial = found["serial"] + found["suffix"]
    parts = (serial, year, symbol) if year else (serial, symbol)
    return DocumentNumber(
        text=("-" if party_type else "/").join(parts),
        serial=int(found["serial"]),
        suffix=found["suffix"],
        year=int(year) if year else None,
        symbol=symbol,
        is_party=bool(party_type),
    )


def _leading_length(plain: str) -> int:
    match = _LEADING.match(plain)
    return match.end() if match else 0


def _read(bare: str) -> DocumentNumber | None:
    match = _PARTY.fullmatch(bare) or _STATE.fullmatch(bare)
    if match is None:
        return None
    number = number_from_match(match)
    if number.year is not None and not FIRST_YEAR <= number.year <= LAST_YEAR:
        return None
    return number


def _problem(bare: str) -> DocumentNumberProblem:
    for problem, pattern in _PROBLEMS:
        if pattern.fullmatch(bare):
            return problem
    if any(_read(word.strip("(),.;:")) for word in bare.split()):
        return DocumentNumberProblem.EXTRA_TEXT
    return DocumentNumberProblem.NOT_A_NUMBER
