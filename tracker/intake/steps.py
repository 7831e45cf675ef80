"""What was done and is not the whole: a step on the way, or a part of it.

Clauses are in plain words here, with ``@`` in place of a document and ``#`` in place of a day.
"""

from __future__ import annotations

import re

_WITHIN = (
    r"(?:phong|ban|van phong|chi cuc|trung tam|thanh tra|dong chi|d c|chuyen vien|don vi|cac"
    r"|bo phan|lanh dao|giam doc|pho giam doc)\b"
)
_ASKING = (
    r"(?:de nghi (?!(?:chu tich )?ubnd tinh|hdnd|tinh uy|bo |chinh phu|thu tuong)"
    r"|(?:yeu cau|don doc|giao|phan cong|chi dao|nhac|xin|hoi|lay)\b)"
)

_STEP = re.compile(
    r"(?:da )?(?:duoc )?(?:"
    rf"(?:chuyen|giao|phan cong|trinh)(?: cho| ho so)? {_WITHIN}"
    r"|(?:xin|lay|tham van|gui xin|gui lay) y kien"
    r"|(?:hop|lam viec|nhan|tiep nhan|duoc giao|giao|phan cong|don doc|du thao|de nghi|yeu cau"
    r"|lap to|thanh lap to)\b"
    r"|(?:nghien cuu|xay dung|soan thao|khao sat|chuan bi)\b[^@]*$"
    r"|(?:hoan thanh|hoan thien|gui|co|xong)(?: viec)?(?: xay dung| soan thao)?(?: ban| ho so)?"
    r" du thao"
    r"|(?:trinh|gui|bao cao|hop|ban hanh) (?:[a-z]+ ){0,4}lan (?:[0-9]|thu|dau)"
    rf"|co (?:[a-z]+ ){{0,5}}@ (?:[a-z]+ ){{0,3}}?{_ASKING}"
    r")"
)
_ON_THE_WAY = re.compile(r"\b(?:xin|lay)(?: [a-z]+)? y kien\b")
_ASKED_BEHIND = re.compile(
    r"(?:de nghi (?:cac|ubnd cac|ubnd huyen|phong|don vi|cho phep)|don doc|xin|lay)\b"
)

_SHARE = re.compile(
    r"(?:hoan thanh|xong|thuc hien|dat)(?: duoc| dat| khoang| tren| gan)* "
    r"(?:([0-9]{1,3})(?:[.,][0-9]+)? ?%|([0-9]{1,3})/([0-9]{1,3})(?= [a-z]))"
)
_IN_PART = re.compile(
    r"(?:hoan thanh|xong)(?: duoc)? (?:mot (?:phan|so)|phan lon|giai doan|buoc|dot|noi dung [0-9])"
)


def is_part_only(clause: str) -> bool:
    """Whether it counts how much is done, and that is not all: ``hoan thanh 2/5 noi dung``."""
    share = _SHARE.search(clause)
    if share is None:
        return _IN_PART.search(clause) is not None
    if share[1]:
        return int(share[1]) < 100
    return int(share[2]) < int(share[3])


def is_step(clause: str, *, is_behind_document: bool) -> bool:
    """Whether it tells of a step only: an opinion asked for, a draft, a division charged with it.

    ``is_behind_document``: it tells what a document named before it is about.
    """
    if is_behind_document:
        return _ASKED_BEHIND.match(clause) is not None
    return _STEP.match(clause) is not None or _ON_THE_WAY.search(clause) is not None
