"""What is said when a rule forbids a change."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tracker.wording.formats import capitalised, format_date
from tracker.wording.labels import EVENT
from tracker.wording.message_parts import (
    already_issued,
    needed_states,
    no_done_turn,
    no_open_turn,
    not_come,
    other_operation,
    several_done_turns,
    several_open_turns,
    shortened,
    someone_changed,
    subject,
    too_early,
    without_effect,
)
from tracker.wording.report_text import period_name

_CORRECTED_OTHERWISE = {
    "assigned": "sửa bằng tracker edit, hoặc bỏ cả nhiệm vụ bằng tracker void",
    "edited": "sửa tiếp bằng tracker edit",
    "corrected": "hãy nêu số của việc gốc mà nó sửa",
    "voided": "lấy lại bằng tracker undo",
}

_WRONG_STATE = {
    "done": "đã hoàn thành; tỉnh trả lại thì mở lại bằng reopen, ghi nhầm thì sửa bằng edit",
    "withdrawn": "đã được thu hồi; khôi phục bằng reopen",
    "suspended": "đang tạm dừng; tiếp tục bằng resume",
    "in_progress": "đang thực hiện",
    "not_started": "chưa bắt đầu thực hiện",
}


def _wrong_state(it: Any) -> str:
    standing = _WRONG_STATE[it.state.value]
    return f"{subject(it)} {standing}. Lệnh này chỉ dùng cho nhiệm vụ {needed_states(it)}."


REFUSALS: dict[str, Callable[[Any], str]] = {
    "Refused": lambda _: "Việc này không thực hiện được theo quy tắc của sổ.",
    "ChangeRefused": lambda it: f"{subject(it)}: thay đổi này không được phép.",
    "BeforeAssignment": lambda it: (
        f"{subject(it)}: ngày {format_date(it.day)} nằm trước ngày giao "
        f"({format_date(it.assigned_on)}); kiểm tra lại ngày."
    ),
    "InTheFuture": lambda it: f"{subject(it)}: {not_come(it)}.",
    "DayNotCome": lambda it: f"{capitalised(not_come(it))}.",
    "WrongState": _wrong_state,
    "TooEarly": lambda it: f"{too_early(it)}; kiểm tra lại ngày hoặc xem tracker history {it.id}.",
    "WithoutEffect": lambda it: f"{without_effect(it)}; xem tracker history {it.id}.",
    "UnclearDeadline": lambda it: (
        f"{subject(it)}: không hiểu thời hạn mới «{shortened(it.text)}»; viết ngày/tháng/năm, "
        "ví dụ 31/01/2024."
    ),
    "DeadlineBeforeAssignment": lambda it: (
        f"{subject(it)}: thời hạn mới {format_date(it.due_on)} nằm trước ngày giao "
        f"{format_date(it.assigned_on)}; kiểm tra lại năm."
    ),
    "NothingChanges": lambda it: f"{subject(it)}: không có gì thay đổi so với hiện tại.",
    "NoSuchTurn": lambda it: f"{no_open_turn(it)}; xem các kỳ: tracker show.",
    "SeveralTurns": lambda it: f"{several_open_turns(it)}; cho biết kỳ nào bằng --for THÁNG/NĂM.",
    "SeveralDoneTurns": lambda it: (
        f"{several_done_turns(it)}; cho biết sửa kỳ nào bằng --for THÁNG/NĂM."
    ),
    "NoDoneTurn": lambda it: f"{no_done_turn(it)}; xem các kỳ: tracker show.",
    "SeriesMustRecur": lambda it: (
        f"{subject(it)} là nhiệm vụ định kỳ nên không đổi hạn thành «{shortened(it.text)}» "
        "được; ghi hạn định kỳ mới, ví dụ «trước ngày 25 hằng tháng», hoặc thu hồi rồi ghi nhiệm "
        "vụ khác."
    ),
    "DuplicateOfItself": lambda it: (
        f"{subject(it)}: --duplicate-of phải là nhiệm vụ khác, nhiệm vụ được giữ lại."
    ),
    "WorkedAnyway": lambda it: (
        f"Ngày {format_date(it.day)} vốn là ngày làm việc; --working chỉ dùng cho thứ Bảy, Chủ "
        "nhật hoặc ngày nghỉ phải đi làm."
    ),
    "NoSuchEvent": lambda it: (
        f"{subject(it)} không có việc số {it.wanted} (có từ 1 đến {it.last}); xem số trong ngoặc "
        f"vuông ở tracker history {it.id}."
    ),
    "CannotCorrect": lambda it: (
        f"{subject(it)}: việc {it.event} là «{EVENT[it.kind]}», {_CORRECTED_OTHERWISE[it.kind]}."
    ),
    "OthersDependOnIt": lambda it: (
        f"{subject(it)}: việc {it.other} ({EVENT[it.kind]}) dựa vào việc {it.event}; sửa hoặc bỏ "
        f"việc {it.other} trước."
    ),
    "DayUnchanged": lambda it: (
        f"Ngày {format_date(it.day)} đã đúng như vậy trong bảng ngày nghỉ; xem: tracker days-off "
        f"list {it.day.year}."
    ),
    "AlreadyIssued": lambda it: (
        f"{already_issued(it)}: tracker retract {it.report.id} --reason LÝ DO."
    ),
    "AlreadyRetracted": lambda it: (
        f"Báo cáo mã {it.report.id} đã được lấy lại từ trước; xem: tracker reports --all."
    ),
    "NotIssuable": lambda it: (
        f"Mẫu «{it.layout}» không có đủ từng nhiệm vụ của báo cáo nên không phát hành được; dùng "
        "mẫu appendix, plan hoặc mẫu khác có mọi nhiệm vụ."
    ),
    "IssuedAhead": lambda it: (
        f"Không phát hành báo cáo tính đến ngày chưa đến ({format_date(it.as_of)}; hôm nay là "
        f"{format_date(it.today)}); bỏ --as-of hoặc đợi đến ngày đó."
    ),
    "IssuedOtherwise": lambda it: (
        f"Báo cáo mã {it.report.id} đã phát hành nên số và ngày không đổi được; muốn đổi thì lấy "
        f"lại (tracker retract {it.report.id} --reason LÝ DO) rồi phát hành lại."
    ),
    "IssuedStands": lambda it: (
        f"Thao tác gần nhất là phát hành báo cáo (mã {it.report_id}); báo cáo đã phát hành không "
        f"hoàn tác mà lấy lại, có lý do: tracker retract {it.report_id} --reason LÝ DO."
    ),
    "IssuedAnew": lambda it: (
        f"Không hoàn tác được việc lấy lại báo cáo mã {it.report_id}: kỳ đó đã phát hành báo cáo "
        f"khác (mã {it.other_id})."
    ),
    "DayChangedSince": lambda it: (
        f"Không hoàn tác được: ngày {format_date(it.day)} đã được {someone_changed(it)} sửa sau "
        "đó; sửa lại bằng tracker days-off."
    ),
    "RestoredOntoItself": lambda it: (
        f"{it.path} chính là sổ đang dùng; chọn một bản sao lưu khác, ví dụ trong thư mục backups "
        "cạnh sổ."
    ),
    "ReportedAsDone": lambda it: (
        f"{subject(it)} đã được báo cáo hoàn thành (báo cáo mã {it.report_id}) nên không hoàn tác "
        f"việc hoàn thành; ghi sai ngày hay kết quả thì sửa bằng tracker edit {it.id}, chưa hoàn "
        f"thành thì bỏ bằng tracker correct {it.id} SỐ --remove --because LÝ DO."
    ),
    "IssuedEarly": lambda it: (
        f"Kỳ báo cáo đến ngày {format_date(it.period.ends_on)} chưa kết thúc nên chưa phát hành; "
        f"thật sự cần phát hành sớm thì ghi rõ --as-of {format_date(it.as_of)}."
    ),
    "ChangedSinceSeen": lambda it: (
        f"Số liệu {period_name(it.period)} đã thay đổi từ lúc xem trước nên chưa phát hành; xem "
        "lại rồi phát hành."
    ),
    "LayoutGone": lambda it: (
        f"Mẫu «{it.layout}» của báo cáo đã phát hành (mã {it.report.id}) không còn trong "
        "data/tracker.toml; thêm lại mẫu đó, hoặc chọn mẫu khác bằng --layout, ví dụ --layout "
        "appendix."
    ),
    "NoTurns": lambda it: f"{subject(it)} không phải nhiệm vụ định kỳ; bỏ --for.",
    "TurnsAreDone": lambda it: (
        f"{subject(it)} có kỳ đã ghi hoàn thành nên thời hạn không đổi thành loại không định kỳ "
        "được; hoàn tác các kỳ đó trước."
    ),
    "TurnsCannotReopen": lambda it: (
        f"{subject(it)} là nhiệm vụ định kỳ: kỳ đã ghi nhầm thì lấy lại bằng undo, không mở lại."
    ),
    "AlreadyInRegister": lambda it: (
        f"Nhiệm vụ này đã có trong sổ với mã số {it.id} ({it.number} ngày "
        f"{format_date(it.issued_on)}); cùng văn bản nhưng việc khác thì ghi nội dung khác."
    ),
    "IssuedInTheFuture": lambda it: (
        f"Văn bản{f' {it.number}' if it.number else ''} đề ngày {format_date(it.issued_on)} là "
        f"ngày chưa đến (hôm nay là {format_date(it.today)}); kiểm tra lại ngày."
    ),
    "AssignedInTheFuture": lambda it: (
        f"Ngày giao {format_date(it.assigned_on)} chưa đến (hôm nay là {format_date(it.today)}); "
        "kiểm tra lại ngày."
    ),
    "StaleRecord": lambda it: (
        f"{subject(it)} đã được {someone_changed(it)} sửa trong lúc này; xem lại bằng "
        f"tracker history {it.id} rồi làm lại."
    ),
    "NothingToUndo": lambda it: f"{it.who} chưa có thao tác nào để hoàn tác.",
    "OtherOperationSince": lambda it: f"{other_operation(it)}; xem lại rồi hoàn tác.",
    "UndoConflict": lambda it: (
        f"Không hoàn tác được: nhiệm vụ {it.number} đã được {someone_changed(it)} sửa sau đó; "
        "sửa lại bằng edit, hoặc ghi bổ sung bằng lệnh phù hợp."
    ),
}
