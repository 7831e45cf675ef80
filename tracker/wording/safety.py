"""Copies of the register, the way back, and what is wrong with a register."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import Any

from tracker.wording.formats import format_count, format_number
from tracker.wording.message_parts import moment


def backup_lines(made: Any) -> Iterator[str]:
    """Where the copy is, and by what to know it again."""
    yield f"Đã sao lưu, đã đọc lại và đối chiếu: {made.path}"
    yield f"{_contents(made.contents)}; {_size(made.size)}."
    if made.removed:
        yield f"Đã xóa {format_count(len(made.removed))} bản sao lưu cũ nhất."


def restored_lines(done: Any) -> Iterator[str]:
    """What is in the register now, and where the one before it is."""
    yield f"Đã khôi phục sổ: {_contents(done.contents)}."
    if done.kept is None:
        return
    if done.kept.is_damaged:
        yield f"Sổ trước đó bị hỏng hoặc thiếu; phần còn lại được giữ nguyên ở: {done.kept.path}"
    else:
        yield f"Sổ trước khi khôi phục được giữ ở: {done.kept.path}"
        yield f'Muốn lấy lại sổ đó: tracker restore "{done.kept.path}"'


def _contents(it: Any) -> str:
    tasks = f"{format_count(it.directives)} nhiệm vụ"
    if not it.changed_at:
        return f"{tasks}, chưa có thay đổi nào"
    return f"{tasks}, thay đổi cuối do {it.changed_by} lúc {moment(it.changed_at)}"


def _size(number: int) -> str:
    if number < 1_000_000:
        return f"{format_number(-(-number // 1000))} KB"
    return f"{number / 1_000_000:.1f} MB".replace(".", ",")


_TITLES = {
    "pages": "Tệp sổ dữ liệu hỏng; khôi phục từ bản sao lưu: tracker restore TỆP",
    "reference": "Có dòng trỏ tới dòng không còn; khôi phục từ bản sao lưu: tracker restore TỆP",
    "tally": "Số đếm sẵn khác số đếm lại từ sổ; khôi phục từ bản sao lưu: tracker restore TỆP",
    "projection": "Số liệu đang dùng khác với quá trình đã ghi; khôi phục từ bản sao lưu",
    "search": (
        "Mục lục tìm kiếm không khớp với sổ, tìm có thể sót; dữ liệu không mất. Lập lại mục lục: "
        "tracker backup, rồi tracker restore chính bản vừa sao lưu"
    ),
    "issued_report": "Báo cáo đã phát hành không còn nguyên như khi phát hành",
    "structure": "Cấu trúc sổ không đúng như chương trình tạo ra (bảng, chỉ mục, chốt bảo vệ)",
}

_RIGHTS = {
    "readable": ("người khác đọc được", "go-rwx"),
    "replaceable": ("người khác ghi được nên thay được tệp trong đó", "go-w"),
    "settings_open": ("ai cũng sửa được tệp cấu hình", "o-w"),
}
"""What is wrong, and what to take away with chmod."""


_SHOWN = 50
"""Lines of each kind; the rest is counted."""


def integrity_lines(findings: Sequence[Any]) -> Iterator[str]:
    """Every finding under what it means; who else gets at the files is told after the damage."""
    damage = [one for one in findings if one.is_damage]
    for kind in Counter(one.kind.value for one in damage):
        of_kind = [one for one in damage if one.kind.value == kind]
        yield f"{_TITLES[kind]}:"
        yield from _shown(of_kind, _LINES.get(kind, _plain))
    rights = [one for one in findings if not one.is_damage]
    if rights:
        yield f"Quyền của tệp ({format_count(len(rights))}):"
        yield from _shown(rights, _right)


def _shown(findings: Sequence[Any], line: Callable[[Any], str]) -> Iterator[str]:
    for one in islice(findings, _SHOWN):
        yield "  " + line(one)
    if len(findings) > _SHOWN:
        yield f"  và {format_count(len(findings) - _SHOWN)} chỗ khác"


def _right(it: Any) -> str:
    what, rights = _RIGHTS[it.kind.value]
    return f"{it.subject}: {what}; sửa: chmod {rights} {_quoted(it.subject)}"


def _quoted(path: str) -> str:
    """A path as a shell takes it whole."""
    return '"' + re.sub(r'(["\\$`])', r"\\\1", path) + '"'


def _plain(it: Any) -> str:
    return f"{it.subject} ({it.detail})" if it.detail else str(it.subject)


_LINES: dict[str, Callable[[Any], str]] = {
    "reference": lambda it: f"{it.subject}: {it.detail} dòng",
    "tally": lambda it: f"đếm sẵn / đếm lại: {it.detail}",
    "projection": lambda it: f"nhiệm vụ {it.detail} (bảng {it.subject})",
    "search": lambda it: f"{it.detail} nhiệm vụ không khớp" if it.detail else "không đọc được",
    "issued_report": lambda it: f"#{it.subject} (kỳ {it.detail})",
}


def integrity_footer(findings: Sequence[Any]) -> str:
    """Whether the register is whole, whoever may get at it."""
    damage = sum(one.is_damage for one in findings)
    if not damage:
        return "Sổ dữ liệu: nguyên vẹn."
    return f"Sổ dữ liệu: {format_count(damage)} chỗ không đúng."


def upgraded_line(location: str) -> str:
    """The register has the form of this version of the program now."""
    return (
        f"Sổ {location} của phiên bản cũ đã được nâng cấp; bản trước khi nâng cấp nằm trong thư "
        "mục backups cạnh sổ (sổ trên máy chủ thì không có bản này)."
    )
