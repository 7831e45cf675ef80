"""What the clerk is to do about each difference: the command, or the letter to send."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tracker.wording.reconciled_about import DOCUMENT, SLIPS, About, quoted, shown_day


def to_do(one: Any, pair: Any, outcome: Any) -> str:
    """What the clerk is to do about a difference; empty where another one says it."""
    words = _TO_DO[one.cause.value](About(pair, outcome))
    return f"{SLIPS[one.slip.value]}; {words}" if one.slip is not None else words


def _send(result: str, it: About) -> str:
    if result:
        return f"gửi tỉnh văn bản kết quả {result}"
    return (
        f"gửi tỉnh kết quả (sổ chưa có văn bản kết quả, bổ sung: tracker edit {it.id}{it.turn} "
        f"--result {DOCUMENT})"
    )


_IMPOSSIBLE = "thời hạn tỉnh ghi trước ngày văn bản giao; báo tỉnh kiểm tra lại"


def _extended_otherwise(it: About) -> str:
    ours = f"sổ theo văn bản gia hạn {it.extension}"
    if it.is_their_deadline_earlier:
        return f"{ours}, thời hạn tỉnh ghi sớm hơn; gửi tỉnh văn bản đang giữ, hỏi lại thời hạn"
    return (
        f"{ours}; có văn bản mới hơn thì: tracker extend {it.id} --to {it.their_deadline} --by "
        f"{DOCUMENT}; không có thì gửi tỉnh văn bản đang giữ"
    )


def _other_deadline(it: About) -> str:
    if it.is_their_deadline_impossible:
        return _IMPOSSIBLE
    look = f"xem văn bản giao; sổ gõ nhầm thì: tracker edit {it.id} --deadline {it.their_deadline}"
    if it.is_their_deadline_earlier:
        return f"{look}; không thì hỏi tỉnh văn bản nào rút ngắn thời hạn, hoặc báo tỉnh nhầm"
    return (
        f"{look}; có văn bản gia hạn thì: tracker extend {it.id} --to {it.their_deadline} --by "
        f"{DOCUMENT}; tỉnh nhầm thì báo tỉnh"
    )


_TO_DO: dict[str, Callable[[About], str]] = {
    "other_number": lambda it: (
        "đoán theo nội dung là một nhiệm vụ; xem văn bản giao, sổ gõ nhầm thì: tracker edit "
        f"{it.id} --number SỐ; tỉnh nhầm thì báo tỉnh; nếu là hai nhiệm vụ thì nhập nhiệm "
        "vụ của tỉnh vào sổ"
    ),
    "other_date": lambda it: (
        f"xem văn bản giao; sổ gõ nhầm thì: tracker edit {it.id} --issued "
        f"{shown_day(it.theirs.issued_on)}; tỉnh nhầm thì báo tỉnh"
    ),
    "extension_unknown": lambda it: f"tỉnh còn ghi hạn cũ; gửi tỉnh văn bản gia hạn {it.extension}",
    "extended_otherwise": _extended_otherwise,
    "deadline_missing_there": lambda it: f"đề nghị tỉnh ghi thời hạn {it.due} theo văn bản giao",
    "deadline_missing_here": lambda it: (
        _IMPOSSIBLE
        if it.is_their_deadline_impossible
        else f"xem văn bản giao; có ghi hạn thì: tracker edit {it.id} --deadline "
        f"{it.their_deadline}; văn bản sau mới đặt hạn thì: tracker extend {it.id} --to "
        f"{it.their_deadline} --by {DOCUMENT}"
    ),
    "deadline_unclear_there": lambda _: "thời hạn tỉnh ghi không hiểu được; hỏi lại tỉnh",
    "deadline_unclear_here": lambda it: (
        f"thời hạn trong sổ chưa rõ; sửa: tracker edit {it.id} --deadline {it.their_deadline}"
    ),
    "other_deadline": _other_deadline,
    "done_unknown_there": lambda it: f"tỉnh chưa ghi hoàn thành; {_send(it.result, it)}",
    "done_reported_before": lambda it: (
        f"đã báo cáo hoàn thành ở kỳ trước{it.reported}; {_send(it.result, it)}"
    ),
    "done_unknown_here": lambda it: f"sổ chưa ghi hoàn thành; nếu đúng thì: {it.done_command}",
    "day_unknown_here": lambda it: f"sổ chưa rõ ngày hoàn thành; nếu đúng thì: {it.done_command}",
    "other_day": lambda it: (
        f"xem ngày của văn bản kết quả{f' {it.result}' if it.result else ''}; sổ gõ nhầm thì: "
        f"tracker edit {it.id}{it.turn} --completed-on {it.their_day}; tỉnh nhầm thì báo tỉnh"
    ),
    "follows": lambda _: "",
    "claimed_otherwise": lambda it: (
        "tính theo ngày tháng của chính danh sách thì giống sổ; đề nghị tỉnh ghi lại tiến độ"
        if it.theirs.progress is it.row.assessment.progress
        else "có thể danh sách lập vào ngày khác; đề nghị tỉnh xem lại tiến độ"
    ),
    "drawn_up_later": lambda _: (
        "danh sách lập sau ngày đối chiếu: tính đến hôm nay thì tiến độ tỉnh ghi là đúng; đối "
        "chiếu lại theo ngày lập danh sách: --as-of NGÀY"
    ),
    "suspended_here": lambda it: f"gửi tỉnh văn bản tạm dừng {it.letter}",
    "suspended_there": lambda it: (
        f"có văn bản tạm dừng thì: tracker suspend {it.id} --by {DOCUMENT}"
    ),
    "withdrawn_there": lambda it: (
        f"có văn bản thu hồi thì: tracker withdraw {it.id} --by {DOCUMENT}"
    ),
    "unclear_here": lambda it: f"sổ còn thiếu số liệu để tính; xem: tracker show {it.id}",
    "other_unit": lambda it: (
        f"việc đã chuyển đơn vị thì: tracker edit {it.id} --unit {quoted(it.theirs.unit)}; "
        "không thì báo tỉnh"
    ),
    "other_lead": lambda it: (
        "danh sách ghi cơ quan khác chủ trì; xem văn bản giao; chỉ phối hợp thì: tracker edit "
        f"{it.id} --supporting; tỉnh nhầm thì báo tỉnh"
    ),
}
"""By ``Cause``: what it likely is, and the command or the letter that puts it right."""
