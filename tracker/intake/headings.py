"""Which written headings mean which field, however the office words them."""

from __future__ import annotations

import re
from functools import lru_cache

from tracker.intake.drafts import Field
from tracker.intake.plain_words import plain_words

_LONGEST = 90
_DOING = r"(?:thuc hien|xu ly|giai quyet|hoan thanh|trien khai)"
DOCUMENT = r"(?:van ban|vbcd|vb|cong van|cv|quyet dinh|qd|kl|thong bao)"
"""What a document is called in headings."""

_REPORTING = rf"(?:tra loi|ket qua|bao cao|{_DOING})"
_TOLD = r"(?:tra loi|ket qua|bao cao|hoan thanh)"
"""What a document is written for that tells the outcome."""
_PERSON = r"(?:can bo|chuyen vien|cong chuc|nguoi)"
_BODY = r"(?:co quan|don vi|phong|ban|bo phan|trung tam)"

_PLANNED = r"(?:du kien|theo ke hoach|ke hoach|phai|yeu cau)"

_FORMS: tuple[tuple[Field, str], ...] = (
    (Field.ORDINAL, r"(?:so )?(?:tt|stt|thu tu)"),
    (
        Field.EXTENDED,
        r"(?:(?:thoi )?han )?sau (?:khi )?(?:duoc )?gia han|(?:thoi )?han (?:duoc )?gia han"
        r"|(?:(?:thoi )?han )?(?:da |duoc )?gia han (?:den|toi)(?: ngay)?"
        r"|(?:thoi )?han (?:moi|dieu chinh)",
    ),
    (
        Field.STATE,
        rf"(?:(?:da|dang|chua) )?(?:{_DOING}|lam|xong)(?: (?:dung|truoc|trong|qua) han"
        r"| cham(?: han)?)|(?:da|dang|chua) (?:thuc hien|xu ly|hoan thanh|trien khai|xong)",
    ),
    (
        Field.DERIVED,
        r"so ngay (?:cham|tre|qua han|con lai).*|so lan (?:gia han|duoc gia han).*|da gia han.*"
        r"|tong(?: so)?(?: nhiem vu)?|(?:sap den|qua|khong (?:co )?thoi) han|tam dung.*",
    ),
    (
        Field.OTHER,
        r"%.*|ty le.*|ma|ma (?:so|nv|nhiem vu).*|linh vuc.*|loai.*|nhom.*|do (?:mat|khan)"
        r"|(?:muc do )?uu tien|so (?:den|lan|luong).*|ngay (?:den|nhan|cap nhat).*|gia han.*"
        r"|tien do %|.* qua han"
        r"|(?:thoi gian (?:thuc hien )?)?tu ngay|(?:thoi gian |ngay )?bat dau.*",
    ),
    (
        Field.DEADLINE,
        rf"ngay (?:{_PLANNED} )?(?:{_DOING}|ht|xong)(?: xong)? {_PLANNED}"
        rf"|ngay {_PLANNED} (?:{_DOING}|ht|xong)(?: xong)?"
        r"|(?:ngay )?ket thuc|(?:thoi gian (?:thuc hien )?)?den ngay"
        r"|(?:thoi )?han (?:ban dau|goc|cu)",
    ),
    (
        Field.COMPLETED,
        rf"ngay (?:thuc te )?(?:{_DOING}|ht|xong|{_REPORTING})(?: xong)?(?: thuc te)?"
        r"|(?:thoi gian|thoi diem) hoan thanh thuc te"
        rf"|ngay (?:thuc te )?(?:{_DOING}|ht|xong)(?: va| hoac)? ket qua(?: {_DOING})?(?: .*)?"
        rf"|ket qua(?: {_DOING})?(?: va| hoac)? ngay (?:{_DOING}|ht|xong)(?: .*)?"
        rf"|ngay (?:(?:thuc te|da|co|gui|nop|ky|ban hanh|phat hanh) )*(?:{DOCUMENT} )?{_TOLD}"
        r"(?: (?:ket qua|hoan thanh|thuc hien|xong|thuc te))*(?: (?:cho )?ubnd(?: .*)?)?"
        r"|(?:da )?hoan thanh ngay",
    ),
    (
        Field.DEADLINE,
        rf"(?:thoi )?han(?: (?:{_REPORTING}|chot|cuoi|cung|{DOCUMENT}|giao|chuan|theo .*))*"
        r"|tien do (?:theo|ke hoach|duoc giao|yeu cau).*"
        rf"|(?:thoi gian|thoi diem) (?:{_DOING}|yeu cau).*|ngay (?:den han|het han)",
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
        rf"(?:.* )?(?:san pham|minh chung|dau ra)(?: .*)?|{DOCUMENT} {_REPORTING}.*"
        rf"|(?:so )?(?:va )?ky hieu (?:{DOCUMENT} )?{_REPORTING}"
        rf"|(?:so )?(?:ky hieu )?(?:va )?ngay(?: thang)? {DOCUMENT} {_REPORTING}"
        rf"|so (?:(?:va )?(?:ky )?hieu )?{DOCUMENT} {_TOLD}.*"
        rf"|so (?:{DOCUMENT} )?ngay(?: thang)? {_TOLD}"
        r"|so (?:(?:va )?(?:ky )?hieu )?(?:(?:va )?ngay(?: thang)? )?bao cao(?: ket qua)?"
        rf"|bao cao so|ket qua(?: (?:xu ly|giai quyet|dat duoc|{DOCUMENT}))?",
    ),
    (
        Field.PROGRESS,
        rf"(?:tien do|tinh trang|tinh hinh|trang thai|ket qua|muc do)(?: ket qua)?(?: {_DOING})?"
        r"(?: (?:nhiem vu|cong viec))?|danh gia.*",
    ),
    (
        Field.NUMBER,
        rf"so|(?:so )?(?:va )?(?:ky )?hieu(?: .*)?|so kh(?: .*)?|so (?:{DOCUMENT}|ngay)(?: .*)?"
        rf"|(?:ten |so )?{DOCUMENT}(?: (?:giao|chi dao|den|can cu|goc|cua|so).*)?"
        r"|can cu(?: giao.*| phap ly)?",
    ),
    (Field.ASSIGNED, r"(?:ngay|thoi diem|thoi gian) (?:duoc )?giao.*"),
    (
        Field.ISSUED,
        rf"ngay(?: thang)?(?: nam)?(?: (?:{DOCUMENT}|ky|ban hanh|phat hanh|ky ban hanh))*",
    ),
    (
        Field.CONTENT,
        r"(?:.* )?(?:noi dung|trich yeu)(?: .*)?|y kien chi dao|ve viec"
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
_PLANNED_IN_BRACKETS = re.compile(rf"hoan thanh.* {_PLANNED}$")
_SHORT = {
    "nd": "noi dung", "tg": "thoi gian", "kq": "ket qua", "ht": "hoan thanh", "nv": "nhiem vu",
    "th": "thuc hien",
}  # fmt: skip


@lru_cache(maxsize=1024)
def field_of(heading: str) -> Field | None:
    """The field that a heading means; None where it is none that is known."""
    if len(heading) > _LONGEST:
        return None
    bare = heading if _PLANNED_IN_BRACKETS.search(plain_words(heading)) else _bare(heading)
    words = _written_out(plain_words(bare) or plain_words(heading))
    return next((field for field, form in _COMPILED if form.fullmatch(words)), None)


def _bare(heading: str) -> str:
    return _IN_BRACKETS.sub(" ", heading)


def _written_out(words: str) -> str:
    """The words without the abbreviations that offices use for them."""
    return " ".join(_SHORT.get(word, word) for word in words.split())
