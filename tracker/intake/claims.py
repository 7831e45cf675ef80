"""What a table claims about progress, in its own words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from tracker.core.directive import Progress, State
from tracker.core.vietnamese import fold
from tracker.intake.documents import DAY
from tracker.intake.plain_words import plain_words


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A progress as somebody typed it; a fact only as far as it says what state things are in."""

    progress: Progress | None = None
    state: State | None = None

    @property
    def is_of_something_done(self) -> bool:
        """Whether only what is done is judged so."""
        return self.progress in (Progress.ON_TIME, Progress.LATE)


_LONGEST = 60
_DONE = r"(?:(?:da )?(?:hoan thanh|thuc hien|xong|thuc hien xong)(?: (?:day du|tot))? )"
_DAYS = (
    r"(?: (?:so voi|theo)? ?(?:ke hoach|thoi han|han|tien do|quy dinh))?"
    r"(?: (?:con |da giao )?[0-9]{1,4} ngay)?"
)
_WORK = r"(?:thuc hien|trien khai|xu ly|tham muu|lam)"

_FORMS: tuple[tuple[str, Claim], ...] = (
    (
        rf"{_DONE}(?:qua han|cham|tre|muon)(?: han)?{_DAYS}",
        Claim(progress=Progress.LATE, state=State.DONE),
    ),
    (
        rf"{_DONE}(?:dung|truoc|som|trong)(?: thoi)? (?:han|tien do){_DAYS}",
        Claim(progress=Progress.ON_TIME, state=State.DONE),
    ),
    (
        r"(?:da )?(?:qua han|cham|tre)(?: han)?,? (?:nhung )?(?:da |moi )?"
        r"(?:xong|hoan thanh|thuc hien xong|thuc hien)",
        Claim(progress=Progress.LATE, state=State.DONE),
    ),
    (rf"(?:dung|truoc) han{_DAYS}", Claim(progress=Progress.ON_TIME)),
    (rf"(?:cham|tre)(?: han| tien do)?{_DAYS}", Claim(progress=Progress.LATE)),
    (
        rf"(?:(?:dang|chua) (?:{_WORK} |hoan thanh )?)?(?:da )?qua han{_DAYS}",
        Claim(progress=Progress.OVERDUE),
    ),
    (
        rf"(?:dang {_WORK} )?(?:con |trong |chua den |sap den |chua toi )(?:thoi )?han{_DAYS}",
        Claim(progress=Progress.NOT_YET_DUE),
    ),
    (r"con [0-9]{1,4} ngay", Claim(progress=Progress.NOT_YET_DUE)),
    (
        r"(?:da )?(?:hoan thanh|thuc hien xong|xong|ht)|da (?:thuc hien|xu ly|bao cao)"
        r"|da (?:thuc hien|bao cao) day du|da ket thuc|hoan thanh (?:tot|day du)"
        r"|(?:da )?(?:lam|giai quyet|xu ly|trien khai|trien khai thuc hien) xong"
        r"|(?:dat )?100 ?%",
        Claim(state=State.DONE),
    ),
    (
        rf"(?:dang |tiep tuc |dang tiep tuc ){_WORK}(?: dung tien do)?|chua (?:hoan thanh|xong)",
        Claim(state=State.IN_PROGRESS),
    ),
    (rf"chua (?:bat dau|{_WORK})", Claim(state=State.NOT_STARTED)),
    (
        r"(?:tam dung|tam hoan)(?: thuc hien)?",
        Claim(progress=Progress.SUSPENDED, state=State.SUSPENDED),
    ),
    (
        r"(?:can |phai )(?:ra soat|xem lai|kiem tra)(?: lai)?(?: (?:thoi han|ngay hoan thanh))?"
        r"|thoi han chua ro|chua ro thoi han",
        Claim(progress=Progress.NEEDS_REVIEW),
    ),
    (
        r"(?:da hoan thanh |da thuc hien )?(?:chua ro|chua co|khong ro) ngay hoan thanh",
        Claim(progress=Progress.NEEDS_REVIEW, state=State.DONE),
    ),
    (r"(?:da )?thu hoi", Claim(progress=Progress.WITHDRAWN, state=State.WITHDRAWN)),
)
_COMPILED = tuple((re.compile(form), claim) for form, claim in _FORMS)
_IN_BRACKETS = re.compile(r"\([^()]*\)")
_DAY_IN_BRACKETS = re.compile(rf"\([^()]*{DAY}[^()]*\)")


@lru_cache(maxsize=1024)
def read_claim(text: str) -> Claim | None:
    """What a text claims that is nothing but a claim; None for prose that tells more."""
    if not text or len(text) > _LONGEST:
        return None
    words = plain_words(_IN_BRACKETS.sub(" ", text))
    for form, claim in _COMPILED:
        if form.fullmatch(words):
            # The day in brackets behind it is that of the completion.
            tells_more = claim.state is State.DONE and _DAY_IN_BRACKETS.search(fold(text))
            return None if tells_more else claim
    return None


_MARK = re.compile(r"^(?:[ivx]+|[a-z]|[0-9]+) ")
_COUNTED = re.compile(r"^(?:(?:cac|so|nhom|nhung) )*(?:nhiem vu|cong viec|viec) | [0-9].*$")


@lru_cache(maxsize=256)
def claim_of_part(heading: str) -> Claim | None:
    """What the head of a part of the appendix claims of its rows: ``III. QUÁ HẠN: 02 nhiệm vụ``."""
    words = plain_words(re.split(r"[:(]", heading[: 2 * _LONGEST], maxsplit=1)[0])
    return read_claim(_COUNTED.sub("", _MARK.sub("", words)))


_TICK = re.compile(r"(?:x|v|1(?:[.,]0)?|co|roi|da|ok|[\u221a\u2611\u2612\u2713\u2714\u2717\u00d7])")


def is_ticked(text: str) -> bool:
    """Whether a cell for the day of completion only says that it is done: a tick, or a claim."""
    if _TICK.fullmatch(fold(text).strip(" .")):
        return True
    claim = read_claim(text)
    return claim is not None and (claim.state is State.DONE or claim.is_of_something_done)
