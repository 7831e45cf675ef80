"""Why one of two lists lacks a task: for the clerk who compares, and for who sent the list."""

from __future__ import annotations

from typing import Any

from tracker.wording.formats import format_document
from tracker.wording.message_parts import shortened

_MISSING_THERE: dict[str, tuple[str, str]] = {
    "assigned_after_list": (
        "giao sau ngày muộn nhất có trong danh sách, có thể tỉnh lập danh sách trước; báo tỉnh bổ "
        "sung",
        "Giao sau khi lập danh sách; đề nghị bổ sung.",
    ),
    "done": (
        "đã hoàn thành, có thể tỉnh đã bỏ khỏi danh sách; hỏi lại, gửi kèm văn bản kết quả",
        "Đã hoàn thành trong kỳ; đề nghị bổ sung vào phần đã thực hiện.",
    ),
    "document_listed": (
        "tỉnh có văn bản này với nhiệm vụ khác ({lines}), có thể đã gộp; báo tỉnh tách ra hoặc bổ "
        "sung",
        "Danh sách có văn bản này nhưng thiếu nhiệm vụ này; đề nghị bổ sung.",
    ),
    "suspended": (
        "đang tạm dừng, có thể tỉnh đã bỏ khỏi danh sách; hỏi lại",
        "Đang tạm dừng; đề nghị cho biết có tiếp tục theo dõi không.",
    ),
    "unknown": (
        "hỏi tỉnh: đã thu hồi thì tracker withdraw {id} --by VĂN-BẢN; chỉ phối hợp thì tracker "
        "edit {id} --supporting; bỏ sót thì đề nghị bổ sung",
        "Danh sách không có; đề nghị bổ sung, hoặc gửi văn bản thu hồi, chuyển cơ quan khác.",
    ),
}
"""By ``OnlyOursCause``: for the clerk, and for who sent the list."""

_MISSING_HERE: dict[str, tuple[str, str]] = {
    "withdrawn": (
        "sổ ghi đã thu hồi (mã {id}){letter}; gửi tỉnh văn bản thu hồi",
        "Đã thu hồi{letter}; đề nghị đưa ra khỏi danh sách.",
    ),
    "supporting": (
        "sổ ghi cơ quan chỉ phối hợp (mã {id}); đề nghị tỉnh chuyển cơ quan chủ trì, hoặc: tracker "
        "edit {id} --leading",
        "Cơ quan chỉ phối hợp; đề nghị giao theo dõi ở cơ quan chủ trì.",
    ),
    "voided": (
        "sổ đã bỏ nhiệm vụ này (mã {id}); xem vì sao: tracker history {id}; nếu có thật thì ghi "
        "lại",
        "Cơ quan đang kiểm tra lại nhiệm vụ này.",
    ),
    "assigned_later": (
        "sổ ghi giao sau ngày đối chiếu (mã {id}); xem lại ngày giao: tracker show {id}",
        "Giao sau ngày đối chiếu; thuộc kỳ sau.",
    ),
    "repeated": (
        "lặp lại nhiệm vụ ở {repeats}{otherwise}; đề nghị tỉnh bỏ một dòng",
        "Lặp lại nhiệm vụ ở {repeats}{otherwise}; đề nghị bỏ một dòng.",
    ),
    "for_others": (
        "danh sách ghi cơ quan khác chủ trì ({unit}); không phải việc của mình thì báo tỉnh",
        "Danh sách ghi {unit} chủ trì; đề nghị kiểm tra.",
    ),
    "document_known": (
        "sổ có văn bản này với nhiệm vụ khác (mã {ids}); nếu được giao thì ghi thêm: tracker "
        "import, hoặc tracker add",
        "Cơ quan đang kiểm tra: văn bản này đã ghi với nhiệm vụ khác.",
    ),
    "unknown": (
        "chưa có trong sổ; nếu được giao thì ghi vào sổ: tracker import, hoặc tracker add; không "
        "thì báo tỉnh",
        "Chưa nhận được văn bản giao; đề nghị gửi văn bản, hoặc chuyển đúng cơ quan.",
    ),
}
"""By ``OnlyTheirsCause``, likewise."""


def missing_there(one: Any, *, lines: str, is_for_them: bool) -> str:
    """Why their list lacks a task of ours; ``lines`` are those that have its document."""
    words = _MISSING_THERE[one.cause.value][is_for_them]
    return words.format(id=one.ours.row.id, lines=lines)


def missing_here(one: Any, outcome: Any, *, repeats: str, is_for_them: bool) -> str:
    """Why the register lacks a task of theirs; ``repeats`` is the row that it repeats."""
    known = one.absent or (one.ours and one.ours.row)
    id = known.id if known else ""
    letter = outcome.letters.get(id)
    return _MISSING_HERE[one.cause.value][is_for_them].format(
        id=id,
        letter=f" theo {format_document(letter)}" if letter else "",
        repeats=repeats,
        otherwise=", nhưng ghi thời hạn hoặc hoàn thành khác" if one.is_contradicting else "",
        unit=shortened(one.theirs.unit),
        ids=", ".join(map(str, one.ids)),
    )
