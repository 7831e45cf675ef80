"""What is said of each difference to those who sent the list."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tracker.wording.formats import capitalised, format_date, format_document
from tracker.wording.message_parts import shortened
from tracker.wording.reconciled_about import SLIPS, About


def to_tell(one: Any, pair: Any, outcome: Any) -> str:
    """A sentence; empty where another difference says it."""
    words = _TO_TELL[one.cause.value](About(pair, outcome))
    slip = f" ({SLIPS[one.slip.value]})" if one.slip is not None else ""
    return capitalised(f"{words}{slip}.") if words else ""


_TO_TELL: dict[str, Callable[[About], str]] = {
    "other_number": lambda it: (
        f"nội dung giống văn bản {format_document(it.row.document)}; đề nghị kiểm tra số, ngày văn "
        "bản giao"
    ),
    "other_date": lambda it: (
        f"văn bản giao ghi ngày {format_date(it.row.document.issued_on)}; đề nghị kiểm tra ngày"
    ),
    "extension_unknown": lambda it: (
        f"đã được gia hạn đến {it.due} theo văn bản {it.extension}; đề nghị cập nhật thời hạn"
    ),
    "extended_otherwise": lambda it: (
        f"được gia hạn đến {it.due} theo văn bản {it.extension}; đề nghị kiểm tra thời hạn"
    ),
    "deadline_missing_there": lambda it: f"đề nghị bổ sung thời hạn {it.due}",
    "deadline_missing_here": lambda _: (
        "văn bản giao không ghi thời hạn; đề nghị cho biết văn bản đặt thời hạn"
    ),
    "deadline_unclear_there": lambda it: f"thời hạn ghi chưa rõ; đề nghị ghi {it.due}",
    "deadline_unclear_here": lambda _: "cơ quan đang rà soát thời hạn",
    "other_deadline": lambda it: (
        f"thời hạn theo văn bản giao là {it.due}; đề nghị kiểm tra, cho biết văn bản thay đổi thời "
        "hạn nếu có"
    ),
    "done_unknown_there": lambda it: (
        f"đã hoàn thành{it.done_on}{f' tại {it.result}' if it.result else ''}; đề nghị cập nhật"
    ),
    "done_reported_before": lambda it: (
        f"đã hoàn thành{it.done_on}{f' tại {it.result}' if it.result else ''}, đã báo cáo"
        f"{it.reported}; đề nghị cập nhật"
    ),
    "done_unknown_here": lambda it: (
        "chưa ghi nhận hoàn thành; cơ quan đang kiểm tra văn bản kết quả mà danh sách ghi"
        if it.theirs.result
        else "chưa ghi nhận hoàn thành; đề nghị cho biết văn bản kết quả để kiểm tra"
    ),
    "day_unknown_here": lambda _: "đã hoàn thành; cơ quan đang kiểm tra ngày hoàn thành",
    "other_day": lambda it: (
        f"hoàn thành{it.done_on}{f' tại {it.result}' if it.result else ''}; đề nghị kiểm tra ngày "
        "hoàn thành"
    ),
    "follows": lambda _: "",
    "claimed_otherwise": lambda _: "tiến độ không khớp với ngày tháng; đề nghị ghi lại tiến độ",
    "drawn_up_later": lambda _: (
        "tiến độ được ghi sau ngày đối chiếu; đề nghị cho biết danh sách tính đến ngày nào"
    ),
    "suspended_here": lambda it: f"đã tạm dừng theo văn bản {it.letter}; đề nghị cập nhật",
    "suspended_there": lambda _: "đề nghị gửi văn bản cho tạm dừng",
    "withdrawn_there": lambda _: "đề nghị gửi văn bản thu hồi",
    "unclear_here": lambda _: "cơ quan đang rà soát số liệu",
    "other_unit": lambda it: f"đơn vị chủ trì là {it.row.unit}; đề nghị kiểm tra",
    "other_lead": lambda it: (
        f"danh sách ghi {shortened(it.theirs.unit)} chủ trì, theo sổ của cơ quan thì cơ quan chủ "
        "trì; đề nghị kiểm tra"
    ),
}
"""By ``Cause``."""
