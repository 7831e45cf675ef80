"""What prose says of a task, clause by clause: that it is done, or that it still goes on."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from tracker.core.directive import Citation
from tracker.core.vietnamese import clean
from tracker.intake.clauses import A_DAY, DOCUMENT, clauses_of
from tracker.intake.steps import (
    is_draft,
    is_heard_of_nobody,
    is_of_others,
    is_part_only,
    is_returned,
    is_short_of_all,
    is_step,
    is_with_its_end,
)


class Standing(StrEnum):
    """How a task stands after what somebody wrote of it."""

    OPEN = "open"
    """It goes on, or what was done is but a step; a reader who hesitates counts it as open."""
    DONE = "done"
    """What was asked for was handed in, issued or finished."""
    ACTED = "acted"
    """Something was done; whether that was all of it, only a day or a document tells."""
    UNTOLD = "untold"
    """Nothing is said but perhaps the name of a document."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What prose says of a task."""

    standing: Standing
    is_sure: bool = False
    """It says in as many words that it is done: that needs no day to be believed."""
    documents: tuple[Citation, ...] = ()
    """Those, with their dates, that may be its result: not those that ask for something."""
    days: tuple[str, ...] = ()
    """The days beside what was done, in folded text, that are not those of documents."""

    @property
    def is_of_something_done(self) -> bool:
        """Whether it tells that something was done, and not that anything is left to do."""
        return self.standing in (Standing.DONE, Standing.ACTED)


class _Kind(StrEnum):
    """What one clause says."""

    OPEN = "open"
    EXTENDED = "extended"
    """It goes on, or its deadline is moved: that stands back where all of it is finished."""
    STEP = "step"
    """Something was done on the way: that stands back behind what was done later."""
    RETURNED = "returned"
    """It came back to be mended: that stands back only behind what was done later."""
    FINISHED = "finished"
    DONE = "done"
    ACTED = "acted"
    SOURCE = "source"
    """What it is done by order of."""
    UNTOLD = "untold"


_OF_OTHER_THINGS = (_Kind.STEP, _Kind.EXTENDED, _Kind.RETURNED, _Kind.SOURCE)
"""Clauses whose documents and days are not those of the result."""

_LONGEST = 4000
_LIMIT = r"(?:truoc|cham nhat|trong)(?: ngay| thang| quy| nam)? (?:#|[0-9]|[ivx]+\b)"
_MARKS = re.compile(
    r"(?P<source>^(?:thuc hien|theo|can cu)(?: (?:chi dao|y kien|yeu cau)(?: [a-z]+){0,4})? @)"
    r"|(?P<aside>(?:ve|viec|de(?! nghi)|nham|v/v|do|vi|sau khi|truoc khi)\b)"
    r"|(?P<harmless>chua (?:phat hien|phat sinh|ghi nhan)"
    r"|khong con (?:vuong|ton|kho khan|noi dung|nhiem vu|y kien))"
    r"|(?P<extended>(?:(?:da|duoc|xin|de nghi|dong y|cho_ phep|cho_|ubnd tinh) ){0,6}"
    r"(?:gia han|lui(?: thoi)? han|lui thoi gian|dieu chinh (?:thoi )?han|tiep tuc)\b"
    r"|\bdang duoc (?:cong bo|cong khai|dang_ tai|niem yet)\b(?!.*\by kien)"
    r"|^(?:(?:va|to chuc|trien khai) )*?(?:thuc hien|trien khai) (?:tu nay|den het|thuong xuyen)\b"
    r"|^de nghi\b|^(?:truoc|cham nhat|den het)(?: ngay)? #)"
    r"|(?P<open>\b(?:dang|chua|se|cho|du kien|tam (?:dung|hoan)|gan (?:xong|hoan thanh)"
    r"|nearly|co ban (?:hoan thanh|xong)"
    r"|khong (?:the|kip|hoan thanh|thuc hien|xong|dat)|con (?:lai|thieu|vuong|cho))\b"
    rf"|\b(?:hoan thanh|xong|bao cao|trinh|ban hanh|gui)(?: [a-z]+){{0,4}} {_LIMIT})"
    r"|(?P<told>\b(?:da|moi|hoan thanh|hoan tat|xong|thuc hien xong|xu ly xong|ban hanh|trinh"
    r"|bao cao|tham muu|gui|hop|nop|xin y kien|lay y kien|du thao|don doc|de nghi"
    r"|bc(?= tien do_))\b|^ht$"
    r"|^(?:tra loi|phuc dap)(?: [a-z_]+){0,6}? (?:tai|bang|qua) @)"
)
"""The first of these in a clause says what it is about."""

_ASKED = re.compile(
    r"@ .*\b(?:xin|de nghi|cho_ phep|dong y) (?:cho_ )?(?:phep )?"
    r"(?:gia han|lui|dieu chinh (?:thoi )?han|y kien)\b"
)
"""What a document is about that cannot be the result of a task."""

_FINISHED = re.compile(
    r"(?:da |moi )?(?:duoc )?(?:(?!du )[a-z]+ ){0,2}?(?:hoan thanh|hoan tat|xong|ht)\b"
    r"|da (?:trien khai )?thuc hien (?:xong\b|(?:day du|toan bo)(?: #)?$)|da ket thuc(?: #)?$"
)
_HANDED_IN = re.compile(
    r"(?:da |moi )?(?:duoc )?(?:kip thoi )?(?:ban hanh|trinh|bao cao|tham muu|dang_? (?:tai|tren)"
    r"|cong bo|cong khai|tra loi|nop|gui|phe duyet|ky|to chuc|ban giao|nghiem thu|phat hanh"
    r"|cap nhat|phuc dap|co (?:[a-z]+ ){0,4}(?:@|bao cao|to trinh))"
)
_BARELY_FINISHED = re.compile(r"(?:hoan thanh|hoan tat|xong)(?: vao)?(?: #)?")
_REPORTED = re.compile(
    r"(?:so (?:(?!co )[a-z_]+ ){0,4})?co @ (?:bao cao|trinh|tra loi|phuc dap)\b"
    r"(?!.*\b(?:tien do_|du thao|kho khan|vuong mac|de nghi|xin|lanh dao|dang|chua|se|cho|lan)\b)"
)
_GATHERED = re.compile(r"^(?:va )?tong hop_? (?=.*@)")
"""What stands before a report behind what else was done."""

_TOLD_PAST = re.compile(r"\bda (?!giao|yeu cau|chi dao|de nghi|phan cong|don doc)")
_SURE = re.compile(
    r"(?:(?!da )[a-z]+ ){0,5}?(?:"
    r"(?:da )?(?:hoan thanh|hoan tat|(?:trien khai )?thuc hien xong|(?:xu ly|giai quyet|lam) xong"
    r"|xong|ht)"
    r"(?: (?:toan bo|day du|tot|xuat sac"
    r"|nhiem vu|noi dung|cong viec|theo (?:yeu cau|quy dinh|ke hoach)))*"
    r"|da (?:hoan thanh|thuc hien xong|xong)(?: trong| vao)? (?:thang|quy|nam|dau|cuoi) [a-z0-9/ ]+"
    r"|da (?:ban hanh|trinh|bao cao|gui|nop)"
    r"(?: (?:ubnd|hdnd|chu tich|tinh uy|bo|chinh phu|thu tuong|cap co tham quyen)[a-z ]*)?"
    r"|da (?:bao cao|thuc hien|trien khai thuc hien) (?:day du|toan bo)|da ket thuc"
    r"|da hoan thanh va dang duoc (?:cong bo|cong khai|dang_ tai|niem yet) (?!.*y kien)[a-z_ ]+"
    r"|da hoan (?:tat|thanh)(?: (?:thu tuc|cong tac|viec))?"
    r"(?: (?:nghiem thu|thanh ly|quyet toan|ban giao|hop_ dong|cong trinh|va))+"
    r"|da co(?= @)"
    r")(?:(?: tai| theo| bang| qua)? @)?"
)


@lru_cache(maxsize=1024)
def told_in(prose: str) -> Told:
    """What prose says of a task."""
    clauses = clauses_of(clean(prose)[0][:_LONGEST])
    kinds = _kinds([clause.words for clause in clauses])
    standing = _standing(kinds)
    if standing is Standing.OPEN:
        return Told(standing=standing)
    told = [
        clause for clause, kind in zip(clauses, kinds, strict=True) if kind not in _OF_OTHER_THINGS
    ]
    is_sure = any(_SURE.fullmatch(clause.words) for clause in clauses)
    return Told(
        standing=standing,
        is_sure=is_sure and standing is Standing.DONE,
        documents=tuple(document for clause in told for document in clause.documents),
        days=tuple(dict.fromkeys(day for clause in told for day in clause.days)),
    )


def _standing(kinds: list[_Kind]) -> Standing:
    """What the clauses say together."""
    is_finished = _Kind.FINISHED in kinds
    if _is_last_returned(kinds):
        return Standing.OPEN
    if _Kind.OPEN in kinds or (_Kind.EXTENDED in kinds and not is_finished):
        return Standing.OPEN
    done = [place for place, kind in enumerate(kinds) if kind in (_Kind.DONE, _Kind.FINISHED)]
    steps = [place for place, kind in enumerate(kinds) if kind is _Kind.STEP]
    if steps and not is_finished and (not done or done[-1] < steps[-1]):
        return Standing.OPEN
    if done:
        return Standing.DONE
    return Standing.ACTED if _Kind.ACTED in kinds else Standing.UNTOLD


def _is_last_returned(kinds: list[_Kind]) -> bool:
    """Whether it came back, and nothing was done behind that."""
    weighed = [kind for kind in kinds if kind in (_Kind.RETURNED, _Kind.DONE, _Kind.FINISHED)]
    return bool(weighed) and weighed[-1] is _Kind.RETURNED


def _kinds(clauses: list[str]) -> list[_Kind]:
    kinds: list[_Kind] = []
    for place, clause in enumerate(clauses):
        is_behind_act = any(_TOLD_PAST.search(before) for before in clauses[:place])
        words = _GATHERED.sub("", clause) if is_behind_act else clause
        if place and is_returned(words):
            kind = _Kind.RETURNED
        elif place and kinds[-1] is _Kind.STEP and _ends_draft(clauses[place - 1], words):
            kind = _Kind.STEP
        else:
            kind = _kind(words, is_first=not place)
        kinds.append(kind)
    return kinds


def _ends_draft(before: str, clause: str) -> bool:
    """Whether a clause says but when the draft was ready that the clause before it tells of."""
    return is_draft(before) and _BARELY_FINISHED.fullmatch(clause) is not None


def _kind(clause: str, *, is_first: bool) -> _Kind:
    if is_short_of_all(clause):
        return _Kind.OPEN
    if is_heard_of_nobody(clause):
        return _Kind.STEP
    if _REPORTED.match(clause):
        return _Kind.DONE
    return _kind_by_mark(clause, is_first=is_first)


def _kind_by_mark(clause: str, *, is_first: bool) -> _Kind:
    mark = _MARKS.search(clause)
    if _ASKED.search(clause) and not (mark and mark[0] == "da"):
        return _Kind.EXTENDED
    if mark is None or mark.lastgroup in ("aside", "harmless"):
        return _Kind.UNTOLD
    if mark.lastgroup != "told":
        return _Kind(str(mark.lastgroup))
    before, tail = clause[: mark.start()], clause[mark.start() :]
    if is_part_only(tail):
        return _Kind.OPEN
    if is_with_its_end(tail):
        return _Kind.DONE
    if is_of_others(clause, mark.start()) or is_step(tail, is_behind_document=DOCUMENT in before):
        return _Kind.STEP
    return _kind_of_act(before, tail, is_first=is_first)


def _kind_of_act(before: str, tail: str, *, is_first: bool) -> _Kind:
    if _FINISHED.match(tail):
        return _Kind.FINISHED
    is_told_past = tail.startswith(("da ", "moi "))
    is_placed = is_first or DOCUMENT in tail or A_DAY in tail
    if _HANDED_IN.match(tail) and (is_told_past or (is_placed and not before.strip("@# "))):
        return _Kind.DONE
    return _Kind.ACTED if is_told_past else _Kind.UNTOLD
