"""Which commands belong together, and under which title help lists them."""

from __future__ import annotations

GROUP_TITLES = {
    "read": "Xem",
    "write": "Ghi vào sổ",
    "mend": "Sửa điều đã ghi từ trước",
    "report": "Báo cáo, đôn đốc",
    "keep": "Giữ sổ an toàn",
    "other": "Khác",
}

COMMAND_GROUPS: dict[str, tuple[str, ...]] = {
    "read": ("tui", "status", "overview", "list", "show", "history"),
    "write": (
        "add",
        "import",
        "edit",
        "start",
        "done",
        "note",
        "extend",
        "withdraw",
        "suspend",
        "resume",
        "reopen",
        "undo",
    ),
    "mend": ("correct", "void", "handover", "days-off"),
    "report": ("report", "summary", "reports", "diff", "retract", "reconcile", "remind"),
    "keep": ("check", "backup", "restore"),
    "other": ("demo", "completion"),
}
