"""Every refusal as one Vietnamese sentence: what was wrong, where, and what to do.

Errors carry data and no prose; they are told apart here by the name of their class, because
this room lies below those that raise them. A test walks all error classes and asks for a sentence.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tracker.core.errors import TrackerError
from tracker.wording.filter_messages import FILTERS
from tracker.wording.finding_messages import FINDING
from tracker.wording.formats import format_count
from tracker.wording.import_messages import IMPORTING
from tracker.wording.message_parts import subject
from tracker.wording.refusal_messages import REFUSALS
from tracker.wording.register_messages import FILES, REGISTER
from tracker.wording.usage_messages import USAGE

MORE_THAN_A_NUMBER = (
    "cần đủ cả --issued (ngày văn bản) và --content (nội dung); hoặc gõ tất cả trong một dòng: "
    "«số ký hiệu ngày … nội dung hạn …»"
)

WHICH_DAYS = {
    "add": "cần cho biết ngày, ví dụ: tracker days-off add 29/4/2024",
    "remove": "cần cho biết ngày, ví dụ: tracker days-off remove 29/4/2024",
}

ONE_YEAR_PLEASE = "list chỉ nhận một năm, ví dụ: tracker days-off list 2024"

ISSUE_IS_LIVE = "--issue luôn tính theo số liệu hiện nay nên không dùng cùng --live"

WITHOUT_USE_IN_LIST = "--name và --working chỉ dùng với add"

TURN_WITHOUT_COMPLETION = "--for chỉ dùng cùng --completed-on hoặc --result"


def sentence(error: TrackerError) -> str:
    """The sentence for an error, by its class or the nearest one it is made from."""
    for kind in type(error).__mro__:
        if kind.__name__ in _SENTENCES:
            return _SENTENCES[kind.__name__](error)
    return bug_sentence("")


def bug_sentence(log: str) -> str:
    """What is said on a defect of the program."""
    where = f" Chi tiết ở tệp {log}; hãy gửi tệp này cho người phụ trách." if log else ""
    return f"Chương trình gặp lỗi ngoài dự kiến; sổ dữ liệu không bị thay đổi dở dang.{where}"


def bulk_sentence(it: Any, why: str) -> str:
    """Why one of several directives stands in the way, and that nothing was done to any."""
    named = why if why.startswith(subject(it)) else f"{subject(it)}: {why}"
    return f"{named} Chưa nhiệm vụ nào trong {format_count(it.of)} nhiệm vụ được thay đổi."


_SENTENCES: dict[str, Callable[[Any], str]] = {
    "TrackerError": lambda _: bug_sentence(""),
    "RefusedInBulk": lambda it: bulk_sentence(it, sentence(it.cause)),
    **USAGE,
    **FILTERS,
    **FINDING,
    **REFUSALS,
    **REGISTER,
    **FILES,
    **IMPORTING,
}
