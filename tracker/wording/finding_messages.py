"""What is said when nothing, or more than one thing, answers to a name."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tracker.wording.formats import format_count, format_date
from tracker.wording.message_parts import (
    candidate_lines,
    listed,
    shortened,
)
from tracker.wording.report_text import period_name

FINDING: dict[str, Callable[[Any], str]] = {
    "NotFound": lambda _: "Không tìm thấy; xem các nhiệm vụ đang có: tracker list.",
    "NotIssued": lambda it: (
        f"Chưa có báo cáo nào đang có hiệu lực cho {period_name(it.period)}; xem: tracker reports "
        "--all."
    ),
    "NoSuchReport": lambda it: f"Không có báo cáo mã {it.id}; xem: tracker reports --all.",
    "NothingToHandOver": lambda it: (
        f"{shortened(it.officer)} không theo dõi nhiệm vụ nào chưa hoàn thành"
        + (f" của đơn vị «{shortened(it.unit)}»" if it.unit is not None else "")
        + "; xem người này đang theo dõi gì: tracker list --officer TÊN."
    ),
    "SeveralOfficers": lambda it: (
        f"Không có người theo dõi tên đúng là «{shortened(it.officer)}»; gần giống: "
        f"{listed(it.like)}. Gõ lại đủ dấu."
    ),
    "VoidedReference": lambda it: (
        f"Nhiệm vụ «{shortened(it.text)}» đã được bỏ khỏi sổ; xem quá trình: tracker history "
        f"{it.id}. Bỏ nhầm thì lấy lại: tracker correct {it.id} SỐ --remove --because LÝ DO, SỐ là "
        "số của việc «Bỏ vì ghi nhầm»."
    ),
    "UnknownReference": lambda it: (
        f"Không tìm thấy nhiệm vụ «{shortened(it.text)}» trong sổ"
        + (
            "; gần giống:\n" + candidate_lines(it.similar)
            if it.similar
            else "; tìm bằng: tracker list --search CHỮ."
        )
    ),
    "NotAssignedYet": lambda it: (
        f"Nhiệm vụ «{shortened(it.text)}» chưa được giao vào ngày {format_date(it.as_of)}; "
        "bỏ --as-of hoặc chọn ngày muộn hơn."
    ),
    "AmbiguousReference": lambda it: (
        f"Có {format_count(len(it.candidates))} nhiệm vụ là «{shortened(it.text)}»; dùng mã số ở "
        f"đầu dòng:\n{candidate_lines(it.candidates)}"
    ),
    "NoSuchDirective": lambda it: f"Không có nhiệm vụ mã số {it.id} trong sổ; xem: tracker list.",
}
