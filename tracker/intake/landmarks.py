"""Rows that are no directives: groups, totals, signatures, and what divides a table otherwise."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tracker.core.directive import Group
from tracker.intake.dittos import is_ditto
from tracker.intake.drafts import RowKind
from tracker.intake.looks import DEADLINES, Look, look_of
from tracker.intake.plain_words import plain_words
from tracker.intake.raw_table import RawRow

_LONGEST = 160

_STATES = re.compile(
    r"\b(?:(?P<not_started>chua (?:thuc hien|trien khai|bat dau|xu ly))"
    r"|(?P<in_progress>dang|chua (?:hoan thanh|den han)|con lai)"
    r"|(?P<done>da (?:thuc hien|hoan thanh|xu ly)|hoan thanh))\b"
)
_JUDGEMENTS = re.compile(
    r"\b(?:(?P<done>dung han|cham|truoc han)|(?P<in_progress>qua han|trong han))\b"
)
_OF_GROUPS = frozenset(
    {
        "a", "b", "bat", "c", "cac", "cham", "chu", "chua", "con", "cong", "d", "da", "dang",
        "dau", "den", "do", "dung", "duoc", "giao", "han", "hien", "hoan", "i", "ii", "iii", "iv",
        "khai", "ky", "lai", "loai", "luong", "ly", "muc", "nam", "nhiem", "nhom", "nhung", "phan",
        "qua", "quy", "so", "thang", "thanh", "thoi", "thuc", "tich", "tien", "tinh", "tong", "tre",
        "trien", "trong", "truoc", "ubnd", "v", "va", "vi", "viec", "vu", "xong", "xu",
    }
)  # fmt: skip
"""The words of the rows that head a group; a row with any other word is none."""
_PARTS_OF_GROUPS = re.compile(r"\b(?:can ra soat|tam dung)\b")
"""What is counted inside a group, in words that say something else apart."""

_ORDERED = re.compile(
    r"(?:hoan thanh|thuc hien|xu ly|trien khai) (?:cac |nhung )?(?:nhiem vu|viec)\b"
)
"""How a task begins that is worded like the head of a group."""

_TOTAL = re.compile(
    r"(?:[ivx]+ )?(?:tong so|tong cong|tong|cong)(?: (?:so|cong|cac|nhiem vu|viec|chung))*"
    r"(?: [0-9 ]+(?: nhiem vu| viec)?)?"
)
_TOTAL_OF = re.compile(r"(?:[ivx]+ )?(?:tong so|tong cong|tong|cong)\b")
_TITLE = (
    r"(?:pho )?(?:tong )?(?:giam doc|chu tich|truong phong|chanh van phong|chanh thanh tra"
    r"|(?:chi )?cuc truong|truong ban|hieu truong|vien truong|bo truong|thu truong)"
)
_SIGNING_BODY = r"(?:ubnd|uy ban|ban|hoi dong|so|lanh dao|dang uy|doan|to)"
_SIGNATURE = re.compile(
    rf"(?:noi nhan|(?:[a-z]{{2}} )?{_TITLE}|(?:kt|tm|tl|tuq|q) (?:{_TITLE}|{_SIGNING_BODY})(?: .*)?"
    r"|nguoi (?:lap|ky|tong hop)(?: (?:bieu|bang|phieu|bao cao|danh sach))*(?: (?:ky|ghi) .*)?"
    r"|(?:nhu tren|luu) ?(?:vt.*)?|ky (?:ten|ghi ro).*|thu truong don vi"
    r"|xac nhan cua(?: [a-z]+){1,4})"
)
_MOTTO = re.compile(r"cong hoa xa hoi chu nghia viet nam|doc lap tu do hanh phuc")
_PLACE_AND_DAY = re.compile(
    r"(?:[a-z]+ ){1,6}ngay (?:[0-9]{1,2} )?thang (?:[0-9]{1,2} )?nam [0-9]{4}"
)
_DATE = re.compile(r"[0-9]\s?[/.-]\s?[0-9]")
_PAGE = re.compile(r"(?:trang |page )?[0-9]{1,4}(?: (?:[0-9]{1,4}|tren [0-9]{1,4}))?")
_NUMBER = re.compile(r"[0-9]{1,6}")
_COLUMN_NUMBER = re.compile(r"\(?(?:[0-9]{1,2}|[A-Za-z])\)?(?: ?= ?[0-9+()a-z -]{1,40})?")


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupLabel:
    """What the head of a part of the appendix says."""

    group: Group | None
    """None where it only says in time or late, as inside a part."""
    default: Group
    """The part meant where it stands in none."""
    claimed: int | None


def group_label(row: RawRow) -> GroupLabel | None:
    """What a row says as the head of a group; None where it is none."""
    text = _single_text(row)
    words = plain_words(text)
    if (
        not text
        or _DATE.search(text)
        or not _says_only(_PARTS_OF_GROUPS.sub(" ", words), _OF_GROUPS)
    ):
        return None
    state, judgement = _STATES.search(words), _JUDGEMENTS.search(words)
    told = state or judgement
    if told is None or told.lastgroup is None:
        return None
    count = _NUMBER.search(words, told.end()) or _lone_number(row)
    if _ORDERED.match(words) and count is None and look_of(row.texts[0]) is not Look.MARK:
        return None
    return GroupLabel(
        group=Group(told.lastgroup) if state else None,
        default=Group(told.lastgroup),
        claimed=int(count[0]) if count else None,
    )


def landmark(row: RawRow) -> RowKind | None:
    """What a row is that any reader passes over; None for one that may be a directive."""
    if _are_column_numbers(row):
        return RowKind.COLUMN_NUMBERS
    words = plain_words(" ".join(row.texts)[:_LONGEST])
    if _TOTAL.fullmatch(words) or _is_total(row, words):
        return RowKind.TOTAL
    if _is_signature(row):
        return RowKind.SIGNATURE
    if _is_letterhead(row, words) or (len(row.texts) == 1 and _PAGE.fullmatch(words)):
        return RowKind.TEXT
    return None


def signs(text: str) -> bool:
    """Whether a text is what stands below a table where it is signed."""
    return _SIGNATURE.fullmatch(plain_words(text.split("\n", 1)[0][:_LONGEST])) is not None


def _is_signature(row: RawRow) -> bool:
    """Whether a row begins as what is signed below a table does; whoever assigns a task, or a
    content, may be called the same: there stands a document beside it, or a day and a text."""
    first = row.texts[0]
    is_marked = len(row.texts) > 2 and is_ditto(first)
    if is_marked or not signs(first):
        return False
    looks = set(map(look_of, row.texts[1:]))
    is_dated = len(row.texts) > 2 and not looks.isdisjoint(DEADLINES)
    return Look.DOCUMENT not in looks and not is_dated


def _is_total(row: RawRow, words: str) -> bool:
    """Whether a row sums up, in whatever cells: ``Tổng cộng (I+II): 05 nhiệm vụ``."""
    if not _TOTAL_OF.match(words) or _DATE.search(" ".join(row.texts)):
        return False
    return _NUMBER.search(words) is not None and _says_only(words, _OF_GROUPS)


def _is_letterhead(row: RawRow, words: str) -> bool:
    """Whether a row stands at the head of a letter: the motto, or the number beside the day."""
    if _MOTTO.search(words):
        return True
    if len(row.texts) != 2:
        return False
    first, last = (plain_words(text[:_LONGEST]) for text in row.texts)
    return first.startswith("so ") and _PLACE_AND_DAY.fullmatch(last) is not None


def is_section(row: RawRow) -> bool:
    """Whether a row only names what the next ones are about: a Roman number or a letter, and a
    text."""
    marks = [cell for cell in row.texts if look_of(cell) is Look.MARK]
    return len(row.texts) == 2 and marks == [row.texts[0]]


def _single_text(row: RawRow) -> str:
    """The one text of a row beside its mark, its ordinal and a count; else nothing."""
    aside = (Look.MARK, Look.ORDINAL, Look.BLANK)
    texts = [cell for cell in row.texts if look_of(cell) not in aside]
    return texts[0] if len(texts) == 1 and len(texts[0]) <= _LONGEST else ""


def _lone_number(row: RawRow) -> re.Match[str] | None:
    """A count in a cell of its own, behind the label."""
    return _NUMBER.fullmatch(row.texts[-1]) if len(row.texts) > 1 else None


def _says_only(words: str, vocabulary: frozenset[str]) -> bool:
    return all(word in vocabulary or word.isdigit() for word in words.split())


def _are_column_numbers(row: RawRow) -> bool:
    """``(1) (2) (3)`` or ``A B 1 2``: every cell a short mark, and counting on."""
    if len(row.texts) < 3 or not all(map(_COLUMN_NUMBER.fullmatch, row.texts)):
        return False
    numbers = [int(found[0]) for cell in row.texts if (found := _NUMBER.search(cell))]
    return numbers == list(range(1, len(numbers) + 1)) and len(numbers) > 1
