"""Refusals as the screen tells them: what to do there, where the command line names its options.

Only the sentences that would send a clerk to the command line are said anew; commands are named
for nothing but what the screen cannot do.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tracker.core.database_address import is_url
from tracker.core.errors import TrackerError
from tracker.wording.commands import COMMANDS
from tracker.wording.formats import format_date
from tracker.wording.labels import EVENT
from tracker.wording.message_parts import (
    already_issued,
    listed,
    needed_states,
    no_done_turn,
    no_open_turn,
    other_operation,
    several_done_turns,
    several_open_turns,
    shortened,
    someone_changed,
    subject,
    too_early,
    without_effect,
    write_failure,
)
from tracker.wording.messages import bulk_sentence, sentence
from tracker.wording.report_text import period_name


def screen_sentence(error: TrackerError) -> str:
    """The sentence for an error as the screen tells it; the common one where that fits."""
    for kind in type(error).__mro__:
        if kind.__name__ in ON_SCREEN:
            return ON_SCREEN[kind.__name__](error)
    return sentence(error)


_READ_HISTORY = "xem quá trình: bấm Esc về bảng, chọn nhiệm vụ rồi bấm Enter"
_THAT_ROW = "chọn đúng dòng của kỳ đó trong bảng"
_TAKE_BACK = "bấm r (Báo cáo), d, chọn báo cáo đó rồi bấm l để lấy lại"
_EDIT = f"bấm s («{COMMANDS['edit'].label}»)"


def _in_menu(command: str) -> str:
    return f"bấm m rồi chọn «{COMMANDS[command].label}»"


_EMPTY = {
    "content": "nội dung nhiệm vụ",
    "number": "số ký hiệu văn bản",
    "text": "tình hình thực hiện",
    "by": "văn bản làm căn cứ («số ký hiệu ngày …»)",
    "because": "lý do bỏ việc đã ghi",
    "void_reason": "lý do bỏ nhiệm vụ",
    "retract_reason": "lý do lấy lại báo cáo",
    "officer": "tên người theo dõi",
}

_WRONG_STATE = {
    "done": f"đã hoàn thành; tỉnh trả lại thì {_in_menu('reopen')}, ghi nhầm thì {_EDIT}",
    "withdrawn": f"đã được thu hồi; muốn khôi phục thì {_in_menu('reopen')}",
    "suspended": f"đang tạm dừng; muốn tiếp tục thì {_in_menu('resume')}",
    "in_progress": "đang thực hiện",
    "not_started": "chưa bắt đầu thực hiện",
}

_CORRECTED_OTHERWISE = {
    "assigned": f"sửa thì {_EDIT}, bỏ cả nhiệm vụ thì {_in_menu('void')}",
    "edited": f"sửa tiếp thì {_EDIT}",
    "corrected": "hãy nêu số của việc gốc mà nó sửa",
    "voided": "bấm u để hoàn tác",
}


def _wrong_state(it: Any) -> str:
    standing = _WRONG_STATE[it.state.value]
    return f"{subject(it)} {standing}. Việc này chỉ làm với nhiệm vụ {needed_states(it)}."


def _not_a_register(it: Any) -> str:
    said = f"{it.location} không phải là sổ của chương trình này và không bị thay đổi; "
    if is_url(it.location):
        return said + "kiểm tra địa chỉ sổ ở mục database trong data/tracker.toml."
    return (
        said + "kiểm tra tên tệp ở mục database trong data/tracker.toml. Nếu đây đúng là sổ của cơ "
        "quan bị hỏng thì đóng màn hình rồi lấy lại bằng: tracker restore TỆP."
    )


def _disk_trouble(it: Any) -> str:
    return (
        f"Ổ đĩa chứa sổ dữ liệu {it.location} đã đầy; dọn bớt rồi làm lại."
        if it.is_full
        else sentence(it)
    )


def _missing_day(it: Any) -> str:
    if it.result:
        return (
            f"Kết quả «{shortened(it.result)}» không nêu ngày đọc được của văn bản; kiểm tra ngày, "
            "hoặc gõ ngày vào ô «Ngày hoàn thành»; không ai biết ngày thì gõ ở ô đó: không rõ."
        )
    return (
        "Cần ngày hoàn thành: gõ văn bản kết quả có ngày («số ký hiệu ngày …»), hoặc gõ ngày vào ô "
        "«Ngày hoàn thành»; không ai biết ngày thì gõ ở ô đó: không rõ."
    )


_FINDING: dict[str, Callable[[Any], str]] = {
    "NotFound": lambda _: "Không tìm thấy; có thể người khác vừa bỏ khỏi sổ.",
    "NotIssued": lambda it: (
        f"Chưa có báo cáo nào đang có hiệu lực cho {period_name(it.period)}; bấm d rồi a để xem cả "
        "những bản đã lấy lại."
    ),
    "NoSuchReport": lambda it: f"Không có báo cáo mã {it.id}; bấm d để xem các báo cáo.",
    "VoidedReference": lambda it: (
        f"Nhiệm vụ «{shortened(it.text)}» đã được bỏ khỏi sổ. Vừa bỏ nhầm thì bấm u để hoàn tác."
    ),
    "UnknownReference": lambda it: (
        f"Không tìm thấy nhiệm vụ «{shortened(it.text)}» trong sổ; bấm / để tìm."
    ),
    "NotAssignedYet": lambda it: (
        f"Nhiệm vụ «{shortened(it.text)}» chưa được giao vào ngày {format_date(it.as_of)}; bấm 0 "
        "về hôm nay, hoặc v để chọn ngày muộn hơn."
    ),
    "NoSuchDirective": lambda it: (
        f"Nhiệm vụ mã số {it.id} không có, hoặc không còn trong sổ; bấm Esc về bảng, bảng tự đọc "
        "lại."
    ),
}

_TYPED: dict[str, Callable[[Any], str]] = {
    "EmptyText": lambda it: f"Chưa có {_EMPTY.get(it.field, 'nội dung')}; gõ vào ô đó rồi lưu.",
    "CompletionDateMissing": _missing_day,
    "CompletionDateTwice": lambda _: (
        "Đã cho ngày hoàn thành thì không ghi là không rõ ngày; bỏ một trong hai."
    ),
    "UnreadableTurn": lambda it: f"«{shortened(it.text)}» không phải là tháng, ví dụ 11/2023.",
    "UnknownChoice": lambda it: (
        f"Không có «{shortened(it.text)}»; chọn trong: {listed(it.choices)}."
    ),
    "UnknownLayout": lambda it: (
        f"Không có mẫu báo cáo «{shortened(it.name)}»; các mẫu đang có: {listed(it.known)}."
    ),
}

_RULES: dict[str, Callable[[Any], str]] = {
    "WrongState": _wrong_state,
    "TooEarly": lambda it: f"{too_early(it)}; kiểm tra lại ngày, hoặc {_READ_HISTORY}.",
    "WithoutEffect": lambda it: f"{without_effect(it)}; {_READ_HISTORY}.",
    "NoSuchTurn": lambda it: f"{no_open_turn(it)}; {_READ_HISTORY}.",
    "SeveralTurns": lambda it: f"{several_open_turns(it)}; {_THAT_ROW}.",
    "SeveralDoneTurns": lambda it: f"{several_done_turns(it)}; {_THAT_ROW}.",
    "NoDoneTurn": lambda it: f"{no_done_turn(it)}; {_READ_HISTORY}.",
    "NoTurns": lambda it: f"{subject(it)} không phải nhiệm vụ định kỳ nên không có kỳ để chọn.",
    "TurnsCannotReopen": lambda it: (
        f"{subject(it)} là nhiệm vụ định kỳ: kỳ đã ghi nhầm thì bấm u để hoàn tác, không mở lại."
    ),
    "DuplicateOfItself": lambda it: f"{subject(it)}: nhiệm vụ được giữ lại phải là nhiệm vụ khác.",
    "NoSuchEvent": lambda it: (
        f"{subject(it)} không có việc số {it.wanted} (có từ 1 đến {it.last}); {_READ_HISTORY}."
    ),
    "CannotCorrect": lambda it: (
        f"{subject(it)}: việc {it.event} là «{EVENT[it.kind]}», {_CORRECTED_OTHERWISE[it.kind]}."
    ),
    "StaleRecord": lambda it: (
        f"{subject(it)} đã được {someone_changed(it)} sửa trong lúc này nên chưa ghi gì."
    ),
}

_UNDOING: dict[str, Callable[[Any], str]] = {
    "IssuedStands": lambda it: (
        f"Thao tác gần nhất là phát hành báo cáo (mã {it.report_id}); báo cáo đã phát hành không "
        f"hoàn tác mà lấy lại, có lý do: {_TAKE_BACK}."
    ),
    "ReportedAsDone": lambda it: (
        f"{subject(it)} đã được báo cáo hoàn thành (báo cáo mã {it.report_id}) nên không hoàn tác "
        f"việc hoàn thành; ghi sai ngày hay kết quả thì {_EDIT}, chưa hoàn thành thì bỏ việc đó "
        "bằng lệnh tracker correct."
    ),
    "OtherOperationSince": lambda it: f"{other_operation(it)}; bấm Esc, xem lại rồi bấm u.",
    "UndoConflict": lambda it: (
        f"Không hoàn tác được: nhiệm vụ {it.number} đã được {someone_changed(it)} sửa sau đó; "
        f"{_EDIT}, hoặc m để ghi bổ sung."
    ),
}

_REPORTS: dict[str, Callable[[Any], str]] = {
    "AlreadyIssued": lambda it: f"{already_issued(it)}.",
    "AlreadyRetracted": lambda it: f"Báo cáo mã {it.report.id} đã được lấy lại từ trước.",
    "IssuedAhead": lambda it: (
        f"Không phát hành báo cáo tính đến ngày chưa đến ({format_date(it.as_of)}; hôm nay là "
        f"{format_date(it.today)})."
    ),
    "IssuedOtherwise": lambda it: (
        f"Báo cáo mã {it.report.id} đã phát hành nên số và ngày không đổi được; muốn đổi thì lấy "
        "lại (bấm d, chọn báo cáo đó, bấm l) rồi phát hành lại."
    ),
    "IssuedEarly": lambda it: (
        f"Kỳ báo cáo đến ngày {format_date(it.period.ends_on)} chưa kết thúc nên chưa phát hành; "
        "thật sự cần phát hành sớm thì nói rõ số liệu tính đến ngày nào."
    ),
    "LayoutGone": lambda it: (
        f"Mẫu «{it.layout}» của báo cáo đã phát hành (mã {it.report.id}) không còn trong "
        "data/tracker.toml; thêm lại mẫu đó, hoặc chọn mẫu khác."
    ),
    "FileNotWritten": lambda it: (
        f"Không ghi được {it.path}: {write_failure(it)}. Tệp cũ, nếu có, còn nguyên."
    ),
}

_REGISTER: dict[str, Callable[[Any], str]] = {
    "NoRegister": lambda it: (
        f"Chưa có sổ dữ liệu tại {it.location}; kiểm tra lại đường dẫn, hoặc bấm n để nhập nhiệm "
        "vụ đầu tiên."
    ),
    "NotARegister": _not_a_register,
    "ReadOnlyRegister": lambda it: (
        f"Không ghi được vào sổ dữ liệu {it.location} vì tệp hoặc thư mục chỉ cho đọc; xin quyền "
        "ghi rồi làm lại."
    ),
    "LockedRegister": lambda it: (
        f"Sổ dữ liệu {it.location} đang có người khác ghi; đợi một lát rồi làm lại."
    ),
    "DiskTrouble": _disk_trouble,
    "RestoreFailed": lambda it: (
        f"Khôi phục vào {it.location} không trọn vẹn nên đã bỏ; sổ vẫn như trước."
    ),
}

ON_SCREEN: dict[str, Callable[[Any], str]] = {
    "RefusedInBulk": lambda it: bulk_sentence(it, screen_sentence(it.cause)),
    **_FINDING,
    **_TYPED,
    **_RULES,
    **_UNDOING,
    **_REPORTS,
    **_REGISTER,
}
"""By the name of the class: what the screen says otherwise than the command line."""
