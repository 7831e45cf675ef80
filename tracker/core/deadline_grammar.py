"""What officials write for a deadline: the forms, tried in order, and the reader of any text.

Forms are matched against folded text (no case, no accents), so they are written without either.
A form is understood whole or not at all: whatever is left over makes the text unclear.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache

from tracker.core.deadline import NO_DEADLINE, Deadline, DeadlineKind
from tracker.core.deadline_meaning import (
    INVALID,
    DeadlineRemark,
    Meaning,
    a_date,
    months,
    months_of_year,
    quarters,
    recurring,
    relative,
    the_same_day,
    whole_days_of_hours,
    without_date,
    years,
)
from tracker.core.vietnamese import fold, nfc

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    Read = Callable[[re.Match[str], date], Meaning]

__all__ = ["LONGEST_DEADLINE", "DeadlineRemark", "ReadDeadline", "parse_deadline"]

LONGEST_DEADLINE = 1000
"""Beyond this no text is a deadline; it is prose in the wrong cell."""

_STRICT_LIMIT = r"(?:truoc|cham nhat|muon nhat|khong qua|den het)"
_LEAD = (
    r"(?:(?:(?:hoan thanh|thuc hien|tong hop|va)[ ,]+)*(?:bao cao|gui|trinh|nop|tham muu)"
    rf"(?: [a-z&]+,?){{1,10}}? (?={_STRICT_LIMIT}\b)"
    r"|(?>(?:(?:han cuoi cung|han cuoi|han chot|thoi han|thoi gian|thoi diem|han|hoan thanh"
    r"|thuc hien|trien khai|bao cao|ket qua|trinh|gui|nop|ky ban hanh|ban hanh|xong|phai"
    r"|nhiem vu|cong viec|dinh ky|la|ve|den|chu tich ubnd tinh|ubnd tinh)\b[ :,;]*)*))"
)
"""Words that say what is to be done by then, or for whom; never when."""

_LIMIT = (
    r"(?P<limit>(?>(?:(?:cham nhat|muon nhat|khong qua|khong muon hon|khong cham hon|truoc|den"
    r"|toi|het|vao|trong|la|xong)\b[ :,]*)*))"
)
_HEAD = _LEAD + _LIMIT
_HOUR = r"(?P<hour>(?:[0-9]{1,2} ?(?:h|g|gio|:) ?(?:[0-9]{2})?(?: ?phut)?[ ,]*)?)"
_WEEKDAY = r"(?:(?:thu (?:hai|ba|tu|nam|sau|bay|[2-7])|chu nhat)[ ,]*)?"
_MIDNIGHT = r"(?: 00:00(?::00)?)?"
_DATE = (
    rf"(?:(?P<iso>[0-9]{{4}}-[0-9]{{1,2}}-[0-9]{{1,2}}){_MIDNIGHT}"
    r"|(?P<day>[0-9]{1,2})(?: ?(?P<stroke>[/.-]) ?| thang )(?P<month>[0-9]{1,2})"
    rf"(?:(?(stroke) ?(?P=stroke) ?|,? nam )(?P<year>[0-9]{{2,6}}){_MIDNIGHT})?)"
)
_DATED = rf"{_WEEKDAY}(?:ngay )?{_WEEKDAY}{_DATE}(?: {_WEEKDAY})?"
_PURPOSE = r"(?: ?[,;-]? ?(?:de|gui|bao cao|tong hop|trinh|qua|theo)\b[^0-9]*)?"
_IN_YEAR = r"(?:(?: ?[/.-] ?|,? nam | )(?P<year>[0-9]{4}|(?<=[/.-])[0-9]{2}))?"
_PART = r"(?:(?P<part>dau|giua|cuoi) )?"
_TO = r"(?: ?(?:-|,|va|den) ?(?:thang |quy )?"
_MONTH = r"[0-9]{1,2}"
_QUARTER = r"(?:[1-4]|iv|i{1,3})"
_NAMED_YEAR = r"(?:19|20|21)[0-9]{2}"
_NOT_BARE = r"(?!(?:thang|quy|nam)$)"

_EVERY = r"(?:hang|moi)"
_DAY = r"(?:ngay )?(?P<day>[0-9]{1,2})"

_IGNORED_DATE = (
    r"(?:.*?(?P<ignored>(?<![0-9/])[0-9]{1,2} ?(?:[/.-]|thang) ?[0-9]{1,2}(?![0-9])))?.*"
)
_LIMITED_DATE = rf".*?\b{_STRICT_LIMIT}(?: la| vao)?(?: ngay)? [0-9]{{1,2}} ?[/.-]"
_BLANK = r"(?:[.\u2026_]{2,}|\u2026)"

_NUMBER_WORD = r"(?: (?:mot|hai|ba|bon|nam|sau|bay|tam|chin|muoi|lam))*"
_WITHIN = (
    r"(?>(?:(?:trong|vong|thoi han|thoi gian|sau|cham nhat|muon nhat|khong qua|toi da|la)\b ?)*)"
)
_SPAN = rf"(?P<amount>[0-9]{{1,3}}){_NUMBER_WORD} (?P<unit>ngay lam viec|ngay|tuan|thang|nam)"
_ASSIGNMENT = (
    r"(?:nhan duoc|nhan|tiep nhan|ky ban hanh|ban hanh|ky|duoc giao|giao)"
    r"(?: (?:van ban|cong van|nhiem vu|chi dao|quyet dinh|thong bao|ke hoach)(?: nay)?)?"
)
"""The events that are the assignment itself."""
_SINCE = (
    rf"(?:[ ,]+(?:(?:(?:ke |tinh )?tu (?:ngay |khi )?|sau khi ){_ASSIGNMENT}"
    rf"|(?:ke |tinh )?tu (?:ngay )?(?P<base>{_MONTH}[/.-]{_MONTH}[/.-][0-9]{{4}})))?"
)

_CONDITIONS = (
    r"(?:sau khi|khi|tuy|tuy thuoc|phu thuoc|can cu|theo (?:ke hoach|tien do|chi dao|lo trinh)"
    r"|cho (?:y kien|quyet dinh|phe duyet|huong dan|chi dao|van ban|ket qua))"
)


def _always(kind: DeadlineKind) -> Read:
    return lambda match, _assigned_on: without_date(kind, match)


def _never(_match: re.Match[str], _assigned_on: date) -> Meaning:
    return INVALID


_NONE = _always(DeadlineKind.NONE)
_INCOMPLETE = _always(DeadlineKind.INCOMPLETE)
_ONGOING = _always(DeadlineKind.ONGOING)
_CONDITIONAL = _always(DeadlineKind.CONDITIONAL)

_FORMS: tuple[tuple[str, Read], ...] = (
    # By far the most frequent.
    (rf"{_HEAD}{_HOUR}{_DATED}{_PURPOSE}", a_date),
    # Nothing set.
    (r"|-+|x|/|khong|(?:khong|chua) (?:co|quy dinh|xac dinh|yeu cau)", _NONE),
    (r"(?:khong|chua) (?:(?:co|quy dinh|xac dinh|yeu cau) )?(?:thoi )?han", _NONE),
    # Left to be filled in.
    (rf"[./ -]*{_BLANK}[./ \u2026_-]*", _INCOMPLETE),
    (rf".*?(?:(?:ngay|thang|quy|nam|/) ?{_BLANK}|{_BLANK} ?(?:/|thang|nam)).*", _INCOMPLETE),
    (rf"{_HEAD}(?:ngay ?)?/ ?[0-9]{{0,2}} ?/ ?[0-9]{{4}}", _INCOMPLETE),
    (rf"{_HEAD}(?:ngay )?thang(?: nam [0-9]{{4}})", _INCOMPLETE),
    (rf"{_HEAD}ngay thang(?: [0-9]{{1,2}})?(?: nam)?(?: ?[/ ] ?[0-9]{{4}})?", _INCOMPLETE),
    (rf"{_HEAD}ngay [0-9]{{1,2}}(?: thang(?: nam [0-9]{{4}})?)?", _INCOMPLETE),
    (rf"{_HEAD}quy nam [0-9]{{4}}", _INCOMPLETE),
    # Without an end.
    (
        rf"{_LEAD}(?:thuong xuyen|lien tuc|dot xuat|khi (?:co|duoc) yeu cau|theo yeu cau"
        rf"|{_EVERY} (?:ngay|tuan))(?![a-z0-9]){_IGNORED_DATE}",
        _ONGOING,
    ),
    (rf"(?P<ignored>{_HEAD}{_DATED})[ ,;-]*thuong xuyen", _ONGOING),
    (rf"{_LEAD}theo quy dinh\b[^0-9]*", _ONGOING),
    (rf"{_HEAD}nam {_NAMED_YEAR}[ ,]*va (?:cac|nhung) nam (?:tiep theo|sau)", _ONGOING),
    # In every period.
    (rf"{_HEAD}(?:{_DAY} (?:cua )?|cuoi )?{_EVERY} (?P<cycle>thang|quy|nam){_PURPOSE}", recurring),
    (
        rf"(?:{_LEAD}{_EVERY} quy[ ,;:-]+)?{_HEAD}{_DAY} (?:cua )?thang cuoi"
        rf" (?:cua )?(?:{_EVERY} )?(?P<cycle>quy){_PURPOSE}",
        recurring,
    ),
    (
        rf"{_HEAD}{_DAY}(?: ?[/-] ?| thang )(?P<month>{_MONTH})"
        rf" (?:cua )?{_EVERY} (?P<cycle>nam){_PURPOSE}",
        recurring,
    ),
    (
        rf"{_HEAD}(?:thang (?P<month>{_MONTH})|quy (?P<quarter>{_QUARTER}))"
        rf" (?:cua )?{_EVERY} (?P<cycle>nam)",
        recurring,
    ),
    (
        rf"{_LEAD}{_EVERY} (?P<cycle>thang|quy|nam)[ ,;:-]+{_LIMIT}{_DAY}"
        rf"(?:(?: ?[/-] ?| thang )(?P<month>{_MONTH}))?{_PURPOSE}",
        recurring,
    ),
    # The day itself.
    (rf"{_LEAD}(?:ngay )?trong ngay", the_same_day),
    # The end of a period.
    (
        rf"{_HEAD}{_PART}(?:tu )?(?:thang |thang|t)(?P<first>{_MONTH})"
        rf"{_TO}(?P<last>{_MONTH}))?{_IN_YEAR}{_PURPOSE}",
        months,
    ),
    (rf"{_HEAD}{_PART}(?P<first>{_MONTH}) ?[/-] ?(?P<year>{_NAMED_YEAR})", months),
    (rf"{_LEAD}{_NOT_BARE}{_LIMIT}{_PART}thang(?: nay)?", months),
    (
        rf"{_HEAD}(?:(?P<part>dau|cuoi) )?(?:tu )?(?:quy|q) ?(?P<first>{_QUARTER})"
        rf"{_TO}(?P<last>{_QUARTER}))?{_IN_YEAR}{_PURPOSE}",
        quarters,
    ),
    (rf"{_LEAD}{_NOT_BARE}{_LIMIT}(?:(?P<part>dau|cuoi) )?quy(?: nay)?", quarters),
    (
        rf"{_HEAD}(?P<count>[369]) ?(?:thang|t)(?=.*(?:dau|cuoi|[0-9]{{4}}))"
        rf"(?: (?P<side>dau|cuoi)(?= ))?(?: nam)?(?:[ /-]+(?P<year>{_NAMED_YEAR}))?",
        months_of_year,
    ),
    (rf"{_HEAD}nua (?P<side>dau|cuoi) nam(?: (?P<year>{_NAMED_YEAR}))?", months_of_year),
    (rf"{_HEAD}{_PART}(?:ca )?(?:nam )?(?P<year>{_NAMED_YEAR})", years),
    (rf"{_LEAD}{_NOT_BARE}{_LIMIT}{_PART}nam(?: nay)?", years),
    (
        rf"{_HEAD}(?P<part>)?(?:giai doan |nam )?(?:tu )?{_NAMED_YEAR}"
        rf" ?(?:-|den) ?(?P<year>{_NAMED_YEAR})",
        years,
    ),
    # So long after something.
    (rf"{_LEAD}{_WITHIN}{_SPAN}{_SINCE}", relative),
    (rf"{_LEAD}{_WITHIN}(?P<amount>[0-9]{{1,3}}) ?(?:gio|h|tieng){_SINCE}", whole_days_of_hours),
    (rf"{_LEAD}{_WITHIN}{_SPAN}[ ,]+(?:ke|tinh|tu|sau)\b.*", _CONDITIONAL),
    (rf"{_LEAD}(?:ngay |trong )?{_CONDITIONS}\b{_LIMITED_DATE}.*", _never),
    (rf"{_LEAD}(?:ngay |trong )?{_CONDITIONS}\b{_IGNORED_DATE}", _CONDITIONAL),
)

_CLOSING = re.compile(r"(?:\./\.|(?<![.])\.|[ ,;])+$")
_WORDS_IN_BRACKETS = re.compile(r" ?\([^()0-9]*\)$")


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadDeadline:
    """A deadline, with remarks on how it was read."""

    deadline: Deadline
    remarks: tuple[DeadlineRemark, ...] = ()


def parse_deadline(text: str, *, assigned_on: date) -> ReadDeadline:
    """Read any text as a deadline; what makes no sense comes back as of a kind that says so.

    A missing year is that of the assignment.
    """
    written = nfc(text).strip()
    if not written:
        return ReadDeadline(deadline=NO_DEADLINE)
    is_prose = len(written) > LONGEST_DEADLINE
    meaning = INVALID if is_prose else _meaning(_CLOSING.sub("", fold(written)), assigned_on)
    remarks = meaning.remarks
    if meaning.due_on is not None and meaning.due_on < assigned_on:
        remarks = (*remarks, DeadlineRemark.ALREADY_PAST)
    deadline = Deadline(
        text=written,
        kind=meaning.kind,
        due_on=meaning.due_on,
        is_before=meaning.is_before,
        recurrence=meaning.recurrence,
        offset=meaning.offset,
    )
    return ReadDeadline(deadline=deadline, remarks=remarks)


@cache
def _compiled(form: str) -> re.Pattern[str]:
    """Compile a form when a text first gets as far: all of them would slow every start."""
    return re.compile(form)


def _meaning(folded: str, assigned_on: date) -> Meaning:
    plain = " ".join(folded.replace("(", " ").replace(")", " ").split())
    for form, read in _FORMS:
        if match := _compiled(form).fullmatch(plain):
            return read(match, assigned_on)
    without_remark = _WORDS_IN_BRACKETS.sub("", folded)
    return INVALID if without_remark == folded else _meaning(without_remark, assigned_on)
