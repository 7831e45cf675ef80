"""A directive typed on one line: its document, what is to be done, and by when."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import partial

from tracker.core.citations import (
    FoundCitation,
    dated_citation,
    find_citations,
    leading_citation,
)
from tracker.core.dates import parse_calendar_date, parse_date
from tracker.core.deadline import DeadlineKind
from tracker.core.deadline_grammar import LONGEST_DEADLINE, parse_deadline
from tracker.core.directive import Citation
from tracker.core.document_number import LEADING_WORDS, QUOTES
from tracker.core.errors import UsageError
from tracker.core.vietnamese import nfc

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

_LEADING = re.compile(rf"\W*+{LEADING_WORDS}", re.IGNORECASE)
_WORD = re.compile(r"\w")

_DAY_WORDS = re.compile(rf"[\s,({QUOTES}]*((?:ngày\s+)?hôm\s+(?:nay|qua))\b\)?", re.IGNORECASE)

_SEPARATORS = " \t\n,;:.)-\u2013\u2014"
_ENDING = " \t\n.;,"

_COMPOUNDS: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(("quá", "đúng", "đến", "trong", "vô", "chậm"), ()),
    "giới": ("thế", "biên", "ranh", "địa", "cơ", "môi", "đẳng", "nữ", "nam"),
    "gia": ("quốc", "chuyên", "tham", "nhà", "đại", "hoàng", "thương"),
    "trước": ("năm", "quý", "tháng", "tuần", "kỳ", "lần", "đợt"),
    "hết": ("trước", "trên", "hầu"),
    "hữu": ("sở",),
    "ngắn": ("rất", "rút", "quá"),
    "trung": ("tập", "miền", "quang"),
    "quyền": ("thẩm", "chính", "ủy", "uỷ", "bản", "phân", "chủ", "nhân", "tác", "đặc", "pháp"),
    "trễ": ("chậm",),
    "niên": ("thanh", "thiếu", "trung", "thường", "tất", "tân"),
    "kỳ": ("định", "học", "thời", "chu", "nhiệm", "cùng", "đầu", "giữa", "cuối", "trong", "bất",
           "hoa", "hàng", "hằng", "mỗi"),
    "dài": ("rất", "kéo", "lâu", "chiều", "độ", "quá"),
}  # fmt: skip
"""Syllables that make another word of the ``hạn`` behind them (``gia hạn``), each with those that
make a word with it and so leave the ``hạn`` alone (``quốc gia``).
"""

_MARKER = re.compile(
    r"(?<![^\W_])"
    r"(?:(?<!kịp\s)(?<!đồng\s)(?<!tạm\s)(?<!tức\s)thời\s+)?hạn"
    r"(?:\s+(?:hoàn\s+thành|thực\s+hiện|xử\s+lý|báo\s+cáo|cuối\s+cùng"
    r"|cuối(?!\s+(?:tháng|quý|năm|hàng|hằng|mỗi)\b)|chót|là))*"
    r"(?:\s*[:=]\s*|\s+)(?=\S)",
    re.IGNORECASE,
)
_NUMERIC_DATE = re.compile(
    r"(?:(?:trước|đến|hết|là|chậm\s+nhất)\s+)*(?:ng[àa]y\s+)?"
    r"([0-9]{1,2}\s?([/.-])\s?[0-9]{1,2})(?:\s?\2\s?([0-9]{2,6}))?",
    re.IGNORECASE,
)
_LAST_SYLLABLES = re.compile(r"(?:([^\W_]+)\s+)?([^\W_]+)\s*$")
_LONGEST_SYLLABLES = 40

_ANNOUNCEMENT = re.compile(
    r"(?<![^\W_])(?:"
    r"(?P<term>(?:th(?:ời|oi)\s+)?h[ạa]n)(?:\s*(?P<colon>[:=])\s*|\s+)"
    r"|(?P<within>trong)\s+"
    r"|(?:ho(?:à|a)n\s+th(?:à|a)nh\s+)?"
    r"(?:tr(?:ướ|uo)c|(?:ch(?:ậ|a)m|mu(?:ộ|o)n)\s+nh(?:ấ|a)t"
    r"|kh(?:ô|o)ng\s+(?:qu[áa]|(?:mu(?:ộ|o)n|ch(?:ậ|a)m)\s+h(?:ơ|o)n))\s+)",
    re.IGNORECASE,
)
"""What a deadline is announced with, typed with accents or without."""

_TIME = r"(?:tu[ầa]n|th[áa]ng|qu[ýy]|n[ăa]m)"
_VAGUE_TERM = re.compile(
    r"(?<![^\W_])(?:th(?:ời|oi)\s+)?h[ạa]n\s+(?:"
    r"(?:ch[óo]t|cu[ốo]i|l[àa])\b"
    rf"(?=[^.;\n]*(?<![^\W_])(?:{_TIME}|ng[àa]y|th[ứu]|mai|nay)\b)"
    rf"|tu[ầa]n\b|th[ứu]\s+(?:hai|ba|t[ưu]|n[ăa]m|s[áa]u|b[ảa]y|[2-7])\b"
    rf"|(?:[đd][ầa]u|gi[ữu]a)\s+{_TIME}\b"
    r")[^.;\n]{0,60}$",
    re.IGNORECASE,
)
"""A closing deadline without a day that could be read: ``hạn chót là tuần sau``."""

_DATE_AND_WORDS = re.compile(rf"{_NUMERIC_DATE.pattern}\s[^0-9]*", re.IGNORECASE)
_LONGEST_UNREAD = 120

_NOT_UNDERSTOOD = (DeadlineKind.INVALID, DeadlineKind.INCOMPLETE)
_OF_THE_CALENDAR = (
    DeadlineKind.DATE,
    DeadlineKind.PERIOD_END,
    DeadlineKind.RECURRING,
    DeadlineKind.INCOMPLETE,
)
_IN_A_LEAP_YEAR = date(2024, 1, 1)


class OneLineProblem(StrEnum):
    """What is missing from the line."""

    NUMBER_MISSING = "number_missing"
    DATE_MISSING = "date_missing"
    CONTENT_MISSING = "content_missing"


class UnreadableLine(UsageError):
    """A line typed as a directive lacks a part that every directive has."""

    def __init__(self, text: str, problem: OneLineProblem) -> None:
        super().__init__(text, problem.value)
        self.text = text
        self.problem = problem


@dataclass(frozen=True, slots=True, kw_only=True)
class OneLine:
    """What a line was understood to say."""

    document: Citation
    content: str
    deadline_text: str
    """As written; empty where the line closes with none."""


def parse_one_line(text: str, *, today: date, is_copied: bool = False) -> OneLine:
    """Take a line apart; else ``UnreadableLine``, or ``UnreadableDate`` for a date that is wrong.

    The first number and its date are the document, a closing ``hạn`` that is understood to the
    last word is the deadline, and all the rest is content as written. ``is_copied``: a deadline
    on a day that does not exist stands so in a text, and is kept as written.
    """
    line = plain_line(text)
    found = document_in(line)
    if found is None:
        raise UnreadableLine(text, OneLineProblem.NUMBER_MISSING)
    document, end = _document(line, found, today)
    body_start = _behind_quote(line, found, end) if _stands_first(line, found) else 0
    is_deadline = partial(_is_deadline, assigned_on=document.issued_on, is_copied=is_copied)
    body_end, deadline_text = _closing_deadline(line, from_place=end, is_deadline=is_deadline)
    content = line[body_start:body_end].strip()
    if body_start:
        content = without_separators(content)
    if not content:
        raise UnreadableLine(text, OneLineProblem.CONTENT_MISSING)
    return OneLine(document=document, content=content, deadline_text=deadline_text)


def plain_line(text: str) -> str:
    """Return the line in the form in which the places of its parts are given."""
    return _unquoted(nfc(text).strip())


def document_in(line: str) -> FoundCitation | None:
    """Return the document that a plain line names first, with its date where one follows."""
    return next(iter(find_citations(line)), None) or leading_citation(line)


def words_for_day(line: str, place: int) -> re.Match[str] | None:
    """Find the words behind a number that date it of today or of yesterday, its first group."""
    return _DAY_WORDS.match(line, place)


def without_separators(content: str) -> str:
    """Return what follows the document of a line without what divides the two."""
    return content.strip().lstrip(_SEPARATORS)


def unread_deadline(content: str) -> str:
    """Return the closing words that look like a deadline but were not taken as one, else nothing.

    For a hint only: it sees what is typed without accents or announced by other words than
    ``hạn``, which is too often part of the content to be taken for a deadline unasked.
    """
    written = nfc(content).rstrip(_ENDING + QUOTES)
    start = max(0, len(written) - _LONGEST_UNREAD)
    for found in _ANNOUNCEMENT.finditer(written, start):
        words = _unenclosed(written[found.start() :])
        rest = words[found.end() - found.start() :]
        if any("0" <= sign <= "9" for sign in rest) and _is_unread(found, words, rest):
            return words
    vague = _VAGUE_TERM.search(written, start)
    if vague is None or _is_compound(written[: vague.start()]):
        return ""
    return _unenclosed(vague[0])


def _unenclosed(words: str) -> str:
    """The words without a bracket that was opened before them."""
    if words.count(")") > words.count("("):
        return words.removesuffix(")").rstrip(_ENDING)
    return words


def _document(line: str, found: FoundCitation, today: date) -> tuple[Citation, int]:
    if found.date_text:
        return dated_citation(line, found.number, found.date_text), found.end
    if words := words_for_day(line, found.end):
        day = parse_date(words[1], today=today)
        return Citation(number=found.number.text, issued_on=day), words.end()
    raise UnreadableLine(line, OneLineProblem.DATE_MISSING)


def _stands_first(line: str, found: FoundCitation) -> bool:
    """Whether only words that introduce a number stand before it; others belong to the content."""
    leading = _LEADING.match(line, 0, found.start)
    return leading is not None and _WORD.search(line, leading.end(), found.start) is None


def _unquoted(line: str) -> str:
    """Return the line without the marks it was pasted in, where one pair encloses all of it."""
    inside = line[1:-1]
    is_enclosed = _is_quote(line[:1]) and _is_quote(line[-1:])
    return inside.strip() if is_enclosed and not any(map(_is_quote, inside)) else line


def _behind_quote(line: str, found: FoundCitation, end: int) -> int:
    """Return the place behind the mark that closes a quoted document, where there is one."""
    is_open = any(map(_is_quote, line[: found.start]))
    return end + 1 if is_open and _is_quote(line[end : end + 1]) else end


def _is_quote(sign: str) -> bool:
    return sign != "" and sign in QUOTES


def _closing_deadline(
    line: str, *, from_place: int, is_deadline: Callable[[str], bool]
) -> tuple[int, str]:
    """Return where the content ends and the deadline as written, empty where there is none."""
    for content, deadline_text in closing_words(line, from_place=from_place):
        if is_deadline(deadline_text):
            return len(content), deadline_text
    return len(line), ""


def closing_words(line: str, *, from_place: int = 0) -> Iterator[tuple[str, str]]:
    """Part the line at each word that announces a deadline: what is before, and what behind it."""
    for marker in _MARKER.finditer(line, from_place):
        # Each try reads to the end of the line: a page full of the word would take minutes.
        if len(line) - marker.end() > LONGEST_DEADLINE:
            continue
        before = line[: marker.start()].rstrip()
        announced = line[marker.end() :].rstrip(_ENDING)
        if before.endswith("("):
            before, announced = before[:-1], announced.removesuffix(")")
        if not _is_compound(before):
            yield before.rstrip(" \t\n,;-\u2013\u2014"), announced


def _is_deadline(written: str, *, assigned_on: date, is_copied: bool) -> bool:
    """Whether the text is understood; a date that does not exist is refused, not passed over."""
    kind = parse_deadline(written, assigned_on=assigned_on).deadline.kind
    if kind not in _NOT_UNDERSTOOD:
        return bool(written)
    if match := _NUMERIC_DATE.fullmatch(written):
        if is_copied:
            return True
        parse_calendar_date(f"{match[1]}{match[2]}{match[3] or assigned_on.year}")
    return False


def _is_unread(found: re.Match[str], words: str, rest: str) -> bool:
    kind = parse_deadline(words, assigned_on=_IN_A_LEAP_YEAR).deadline.kind
    if found["within"]:
        return kind is DeadlineKind.RELATIVE
    is_date = kind is DeadlineKind.DATE or _NUMERIC_DATE.fullmatch(rest) is not None
    if is_date or not found["term"]:
        return is_date or kind in _OF_THE_CALENDAR
    # Overdue in 2023, or a limit of five: only a day makes such a word worth a question.
    if _is_compound(found.string[: found.start()]):
        return False
    is_followed = found["colon"] is not None or _DATE_AND_WORDS.fullmatch(rest) is not None
    return kind in _OF_THE_CALENDAR or is_followed


def _is_compound(before: str) -> bool:
    """Whether the ``hạn`` behind these words is but the second half of another word."""
    found = _LAST_SYLLABLES.search(before[-_LONGEST_SYLLABLES:].casefold())
    if found is None or found[2] not in _COMPOUNDS:
        return False
    return found[1] not in _COMPOUNDS[found[2]]
