"""Which written headings mean which field, however the office words them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from tracker.intake.drafts import Field
from tracker.intake.looks import Look, look_of
from tracker.intake.plain_words import plain_words

_LONGEST = 90
_DOING = r"(?:thuc hien|xu ly|giai quyet|hoan thanh|trien khai)"
_DOCUMENT = r"(?:van ban|vbcd|vb|cong van|cv|quyet dinh|qd|kl|thong bao)"
_REPORTING = rf"(?:tra loi|ket qua|bao cao|{_DOING})"
_PERSON = r"(?:can bo|chuyen vien|cong chuc|nguoi)"
_BODY = r"(?:co quan|don vi|phong|ban|bo phan|trung tam)"

_FORMS: tuple[tuple[Field, str], ...] = (
    (Field.ORDINAL, r"(?:so )?(?:tt|stt|thu tu)"),
    (
        Field.DERIVED,
        r"so ngay (?:cham|tre|qua han|con lai).*|so lan (?:gia han|duoc gia han).*|da gia han.*"
        r"|tong(?: so)?(?: nhiem vu)?|(?:sap den|qua|khong (?:co )?thoi) han|tam dung.*"
        rf"|(?:da |dang |chua )?(?:{_DOING}|lam)(?: (?:dung|truoc|trong|qua) han| cham)",
    ),
    (
        Field.OTHER,
        r"%.*|ty le.*|ma|ma (?:so|nv|nhiem vu).*|linh vuc.*|loai.*|nhom.*|do (?:mat|khan)"
        r"|(?:muc do )?uu tien|so (?:den|lan|luong).*|ngay (?:den|nhan|cap nhat).*|gia han.*"
        r"|tien do %|.* qua han",
    ),
    (
        Field.COMPLETED,
        rf"ngay (?:thuc te )?(?:{_DOING}|ht|xong|{_REPORTING})(?: xong)?(?: thuc te)?"
        r"|(?:thoi gian|thoi diem) hoan thanh thuc te"
        rf"|ngay (?:thuc te )?(?:{_DOING}|ht|xong)(?: va| hoac)? ket qua(?: {_DOING})?(?: .*)?"
        rf"|ket qua(?: {_DOING})?(?: va| hoac)? ngay (?:{_DOING}|ht|xong)(?: .*)?",
    ),
    (
        Field.DEADLINE,
        rf"(?:thoi )?han(?: (?:{_REPORTING}|chot|cuoi|cung|{_DOCUMENT}|giao|chuan|theo .*))*"
        r"|tien do (?:theo|ke hoach|duoc giao|yeu cau).*"
        rf"|(?:thoi gian|thoi diem) (?:{_DOING}|giao|yeu cau).*|ngay (?:den han|het han)",
    ),
    (Field.LEAD, rf"{_BODY}(?: va)? {_PERSON} (?:chu tri|phu trach|theo doi|thuc hien).*"),
    (Field.ASSIGNED_BY, r"(?:nguoi|lanh dao|nguon) (?:giao|chi dao).*"),
    (Field.OFFICER, rf"(?:ho ten |ten )?{_PERSON}(?: .*)?|(?:lanh dao )?(?:phu trach|theo doi)"),
    (
        Field.ISSUING_BODY,
        rf"(?:{_BODY}|noi|cap) (?:ban hanh|gui|giao|phat hanh|chi dao).*|tac gia.*",
    ),
    (Field.UNIT, rf"(?:{_BODY} )*chu tri.*"),
    (Field.SUPPORTING, r"(?:.* )?phoi hop"),
    (
        Field.UNIT,
        rf"{_BODY}(?: {_BODY})*"
        r"(?: (?:thuc hien|xu ly|tham muu|theo doi|duoc giao|phu trach|trinh)(?: .*)?)?",
    ),
    (
        Field.RESULT,
        rf"(?:.* )?(?:san pham|minh chung|dau ra)(?: .*)?|{_DOCUMENT} {_REPORTING}.*"
        rf"|(?:so )?(?:va )?ky hieu (?:{_DOCUMENT} )?{_REPORTING}"
        rf"|(?:so )?(?:ky hieu )?(?:va )?ngay(?: thang)? {_DOCUMENT} {_REPORTING}"
        rf"|ket qua(?: (?:xu ly|giai quyet|dat duoc|{_DOCUMENT}))?",
    ),
    (
        Field.PROGRESS,
        rf"(?:tien do|tinh trang|tinh hinh|trang thai|ket qua|muc do)(?: ket qua)?(?: {_DOING})?"
        r"(?: (?:nhiem vu|cong viec))?|danh gia.*",
    ),
    (
        Field.NUMBER,
        rf"so|(?:so )?(?:va )?(?:ky )?hieu(?: .*)?|so (?:{_DOCUMENT}|ngay)(?: .*)?"
        rf"|(?:ten |so )?{_DOCUMENT}(?: (?:giao|chi dao|den|can cu|goc|cua|so).*)?"
        r"|can cu(?: giao.*| phap ly)?",
    ),
    (Field.ASSIGNED, r"(?:ngay|thoi diem) (?:duoc )?giao.*"),
    (
        Field.ISSUED,
        rf"ngay(?: thang)?(?: nam)?(?: (?:{_DOCUMENT}|ky|ban hanh|phat hanh|ky ban hanh))*",
    ),
    (
        Field.CONTENT,
        r"(?:.* )?(?:noi dung|trich yeu)(?: .*)?|y kien chi dao"
        r"|(?:ten |cac )?(?:nhiem vu|cong viec|dau viec|viec)"
        r"(?: (?:duoc )?giao.*| cu the| cong viec)?",
    ),
    (
        Field.NOTE,
        r"ghi chu.*|tinh hinh moi nhat"
        r"|(?:.* )?(?:kho khan|vuong mac|han che|nguyen nhan|ly do|kien nghi)(?: .*)?",
    ),
)
"""Tried in order, against words without accents."""

_COMPILED = tuple((field, re.compile(form)) for field, form in _FORMS)
_IN_BRACKETS = re.compile(r"\([^()]*\)")
_OF_TWO = (
    (Field.DEADLINE, re.compile(r"(?:thoi gian|thoi diem) hoan thanh"), Field.COMPLETED),
    (Field.PROGRESS, re.compile(rf"ket qua(?: {_DOING})?(?: .*)?"), Field.RESULT),
)
"""What a heading means where another column has the field that it means alone."""

_UNDER = {
    (Field.RESULT, Field.NUMBER): Field.RESULT,
    (Field.PROGRESS, Field.NUMBER): Field.RESULT,
    (Field.RESULT, Field.ISSUED): Field.COMPLETED,
    (Field.PROGRESS, Field.ISSUED): Field.COMPLETED,
}
"""What a heading means under another."""

_NO_HEADING = frozenset({Look.DOCUMENT, Look.DATE, Look.SERIAL, Look.LONG})


@lru_cache(maxsize=1024)
def field_of(heading: str) -> Field | None:
    """The field that a heading means; None where it is none that is known."""
    if len(heading) > _LONGEST:
        return None
    words = plain_words(_IN_BRACKETS.sub(" ", heading)) or plain_words(heading)
    return next((field for field, form in _COMPILED if form.fullmatch(words)), None)


def is_heading_row(cells: Sequence[str]) -> bool:
    """Whether these are headings of columns: several, and hardly anything else."""
    texts = [cell for cell in cells if cell]
    if len(texts) < 2 or any(look_of(cell) in _NO_HEADING for cell in texts):
        return False
    fields = [field for field in map(field_of, texts) if field is not None]
    return len(set(fields)) >= 2 and 2 * len(fields) >= len(texts)


def is_second_heading_row(cells: Sequence[str]) -> bool:
    """Whether these divide the headings of the row above: headings all, and not those again."""
    fields = [field_of(cell) for cell in cells if cell]
    return bool(fields) and None not in fields and Field.ORDINAL not in fields


def fields_of_row(cells: Sequence[str]) -> tuple[Field | None, ...]:
    """The field of each column under a row of headings; None where there is no heading."""
    fields = [field_of(cell) or Field.OTHER if cell else None for cell in cells]
    for field, form, other in _OF_TWO:
        if fields.count(field) > 1:
            fields = [
                other if one is field and form.fullmatch(plain_words(cell)) else one
                for cell, one in zip(cells, fields, strict=True)
            ]
    return tuple(fields)


def fields_of_two_rows(upper: Sequence[str], lower: Sequence[str]) -> tuple[Field | None, ...]:
    """The field of each column under headings in two rows, the upper ones over several columns."""
    above = fields_of_row(_spread(upper, lower))
    below = fields_of_row(lower)
    width = max(len(above), len(below))
    pairs = zip(_filled(above, width), _filled(below, width), strict=True)
    return tuple(_together(high, low) for high, low in pairs)


def _together(high: Field | None, low: Field | None) -> Field | None:
    if low is None or high is None:
        return low or high
    return _UNDER.get((high, low), low)


def _filled(fields: Sequence[Field | None], width: int) -> list[Field | None]:
    return [*fields, *[None] * (width - len(fields))]


def _spread(upper: Sequence[str], lower: Sequence[str]) -> list[str]:
    """The upper headings, each repeated over the lower ones that divide it.

    Some programs leave blank cells for the columns that a merged heading covers, others none.
    """
    spans = _spans(lower)
    if len(upper) == len(spans) < len(lower):
        return [cell for cell, span in zip(upper, spans, strict=True) for _ in range(span)]
    spread: list[str] = []
    for place, cell in enumerate(upper):
        is_covered = not cell and place > 0 and place < len(lower) and lower[place] != ""
        spread.append(spread[-1] if is_covered else cell)
    return spread


def _spans(lower: Sequence[str]) -> list[int]:
    """How many columns each upper heading covers: neighbours that are divided share one."""
    spans: list[int] = []
    for place, cell in enumerate(lower):
        if cell and place > 0 and lower[place - 1]:
            spans[-1] += 1
        else:
            spans.append(1)
    return spans
