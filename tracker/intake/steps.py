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

_OTHERS = (
    r"(?:cac|so|cuc|chi cuc|phong|ban|hoi dong|vien|cong an|don vi_?|huyen|dia phuong|nha thau"
    r"|truong|trung tam|ubnd (?:cac|huyen|xa|phuong|thanh pho|tp))\b"
)
"""Who is asked on the way to a result."""

_STEP = re.compile(
    r"(?:da )?(?:duoc )?(?:"
    rf"(?:chuyen|giao|phan cong|trinh)(?: cho| ho so)? {_WITHIN}"
    r"|(?:xin|lay|tham van|gui xin|gui lay) y kien"
    r"|to chuc (?:cuoc )?(?:hop|lam viec|khao sat)\b"
    r"|(?:hop|lam viec|nhan|tiep nhan|duoc giao|giao|phan cong|don doc|nhac|du thao|de nghi|yeu cau"
    r"|lap to|thanh lap to)\b"
    r"|(?:nghien cuu|xay dung|soan thao|khao sat|chuan bi)\b[^@]*$"
    r"|(?:hoan thanh|hoan thien|gui|co|xong)(?: viec)?(?: xay dung| soan thao)?(?: ban| ho so)?"
    r" du thao"
    r"|(?:trinh|gui|nop|bao cao|to chuc|ban hanh) (?:[a-z_]+ ){0,4}lan (?:[0-9]|thu|dau)"
    rf"|co (?:[a-z]+ ){{0,5}}@ (?:[a-z]+ ){{0,3}}?{_ASKING}"
    rf"|gui .*(?<!theo )\bde nghi {_OTHERS}"
    r"|gui .*\bde (?:lay|xin|thu thap|cung cap|tham dinh|gop y|cho_? y kien)\b"
    rf"|(?:gui|chuyen|trinh(?= (?:ho so )?{_OTHERS}))(?: ho so)?"
    r"(?: (?!ket qua |bao cao |y kien |van ban |noi dung |ve |viec )[a-z_]+){1,8}"
    r" (?:tham dinh|gop y)\b"
    r"|(?:co |gui )?(?:bao cao|bc) tien do_(?: thuc hien)?(?: nhiem vu_?)?(?: so| tai)?(?: [@#]|$)"
    r")"
)
_BY_OTHERS = re.compile(
    r"(?:don vi_? tu van|tu van|nha thau)(?: (?!da )[a-z_]+){0,3} (?=da )"
    r"|cac (?:don vi_?|phong|so|nganh|huyen|xa|dia phuong)(?: (?!da )[a-z_]+){0,3}"
    r" (?=da (?:bao cao|gui|nop))"
)
"""Who stands before an act that was not that of the office."""

_AND_ITS_END = re.compile(
    r"(?!.*\b(?:chua|dang|cho|tien do_|lan)\b)"
    r"da (?!(?:de nghi|yeu cau|giao|phan cong|don doc) (?!(?:cac )?[a-z_]+(?: vi_?)? va ))[^@#]*?"
    r" va (?:(?:tong hop_? )(?:bao cao|trinh)|(?:da )?duoc (?:[a-z_]+ ){0,4}"
    r"(?:phe duyet|ban hanh|thong qua)(?! chu truong| gia han))\b[^@#]*@"
)
"""A step with what came of it behind: ``da xin y kien va duoc ubnd tinh phe duyet tai @``."""

_UNASKED_FOR = re.compile(r"chua co y kien (?:gop y |nao )*khac\b")
_ON_THE_WAY = re.compile(r"\b(?:xin|lay)(?: [a-z]+)? y kien\b")
_ASKED_BEHIND = re.compile(
    r"(?:de nghi (?:cac|ubnd cac|ubnd huyen|phong|don vi|cho phep)|don doc|xin|lay"
    r"|trinh (?:lanh dao|giam doc))\b"
)

_SHARE = re.compile(
    r"(?:hoan thanh|xong|thuc hien|dat)(?: duoc| dat| khoang| tren| gan)* "
    r"(?:([0-9]{1,3})(?:[.,][0-9]+)? ?%|([0-9]{1,3})/([0-9]{1,3})(?= [a-z]))"
)
_IN_PART = re.compile(
    r"(?:hoan thanh|xong)(?: duoc)? (?:mot (?:phan|so)|phan lon|giai doan|buoc|dot|noi dung [0-9])"
    r"|(?:ket thuc|nghiem thu)(?: [a-z_]+){0,3} (?:giai doan|dot|buoc) (?:[0-9]{1,2}|i+)\b"
)

_COUNTED = re.compile(
    r"\b(?:thi cong|khoi luong|giai ngan|tien do_)(?: [a-z_]+){0,4} ([0-9]{1,3})(?:\.[0-9]+)? ?%"
)
_NEARLY = re.compile(
    r"(?:(?<!xay dung )|(?<=da xay dung ))\b(?:nearly|co ban|gan|sap)(?: nhu)?(?: (?:da|duoc))*"
    r" (?:hoan thanh|hoan tat|xong|thuc hien xong)\b"
    r"|\b(?:hoan thanh|hoan tat|thuc hien|trien khai|xong)(?: ve)? nearly\b"
)
_SOME_LEFT = re.compile(
    r"(?<!khong )\bcon (?:[0-9]{1,3} (?!ngay|thang|gio)[a-z]|mot (?:so|vai|phan|noi dung|nhiem vu))"
    r"|[@#] va (?:to chuc |trien khai |thuc hien )*tu nay (?:den|toi)\b"
)
_ABOVE = r"(?:ubnd|hdnd|uy ban|chu tich|tinh uy|chinh phu|thu tuong|bo|van phong|vp|cap tren)\b"
_TO_MEND = (
    r"\b(?:bo sung(?! du toan| bien che| kinh phi| von| ngan sach| chi tieu)"
    r"|hoan thien|chinh sua|chinh ly|sua|giai trinh|lam ro|lam lai|trinh lai"
    r"|bao cao lai|ra soat lai)\b"
)
_RETURNED = re.compile(
    r"(?!(?:theo|thuc hien|can cu|trong do_?)\b)(?!.*(?<!\bho )\bso da )(?:"
    r"(?:(?!(?:da|moi|hoan thanh|xong|theo) )[a-z_@#]+ ){0,8}?"
    rf"(?:(?:da )?yeu cau .*\bra soat\b"
    rf"|(?:da )?(?:yeu cau|(?<!@ )giao|chi dao|tra (?:lai|ve|ho so)) .*{_TO_MEND}"
    r"|(?:da )?bi tra (?:lai|ve|ho so))"
    rf"|{_ABOVE}(?: [a-z_]+){{0,4}}? (?:da )?tra (?:lai|ve|ho so)\b"
    rf"|(?:{_ABOVE}|so [a-z]+ [a-z]+\b)(?: [a-z_]+){{0,4}}?(?: da)?(?: co [a-z_@ ]*)?"
    rf" (?:yeu cau|de nghi (?!ubnd tinh|chu tich|hdnd|tinh uy|bo |chinh phu)) ?.*{_TO_MEND})"
)


def is_short_of_all(clause: str) -> bool:
    """Whether it says that something of it is left, wherever it says so: ``con 2 noi dung``."""
    counted = _COUNTED.search(clause)
    is_less = counted is not None and int(counted[1]) < 100
    return is_less or any(form.search(clause) for form in (_NEARLY, _SOME_LEFT))


def is_returned(clause: str) -> bool:
    """Whether what was handed in came back to be mended."""
    return _RETURNED.match(clause) is not None


def is_draft(clause: str) -> bool:
    """Whether it speaks of a draft."""
    return re.search(r"\bdu thao\b", clause) is not None


def is_with_its_end(clause: str) -> bool:
    """Whether it tells of a step and of what came of it, with the document of that alone."""
    return _AND_ITS_END.match(clause) is not None


def is_heard_of_nobody(clause: str) -> bool:
    """Whether nobody had anything to add: that stands back behind what was done later."""
    return _UNASKED_FOR.match(clause) is not None


def is_of_others(clause: str, act: int) -> bool:
    """Whether the act in a clause, at its place, is that of a contractor or of those asked."""
    by = _BY_OTHERS.match(clause)
    return by is not None and by.end() == act


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
