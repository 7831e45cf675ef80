"""The sentences of ``tracker status``. On the quick path: only what is light is imported."""

from __future__ import annotations

from tracker.wording.formats import format_count, format_date, format_days_left

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import date

    from tracker.core.totals import Totals

    DueRow = tuple[int, str, str, str, str, str, str | None, int]


def headline(as_of: date, *, is_today: bool) -> str:
    """What the numbers speak of."""
    seen = "" if is_today else " (xem theo ngày đã chọn)"
    return f"Tình hình thực hiện nhiệm vụ tính đến ngày {format_date(as_of)}{seen}"


def number_lines(totals: Totals, *, due_soon_days: int) -> list[str]:
    """The counts: the three groups, which add up to the total, then what lies across them."""
    done, going, waiting = (
        totals.groups[group] for group in ("done", "in_progress", "not_started")
    )
    return [
        f"Tổng số: {format_count(totals.total)} nhiệm vụ",
        _group("I    Đã thực hiện", done, (("on_time", "đúng hạn"), ("late", "chậm"))),
        _group("II   Đang thực hiện", going, _OPEN_PARTS),
        _group("III  Chưa thực hiện", waiting, _OPEN_PARTS),
        "Trong đó: "
        + " · ".join(
            (
                f"quá hạn {format_count(totals.overdue)}",
                f"sắp đến hạn ({due_soon_days} ngày tới) {format_count(totals.due_soon)}",
                f"không thời hạn {format_count(totals.no_deadline)}",
                f"cần rà soát {format_count(totals.needs_review)}",
            )
        ),
        *_beside(totals),
    ]


_OPEN_PARTS = (("in_time", "chưa đến hạn"), ("overdue", "quá hạn"))
_RARE_PARTS = (("suspended", "tạm dừng"), ("needs_review", "cần rà soát"))


def _group(title: str, numbers: dict[str, int], parts: tuple[tuple[str, str], ...]) -> str:
    shown = [f"{label} {format_count(numbers[name])}" for name, label in parts]
    shown += [
        f"{label} {format_count(numbers[name])}" for name, label in _RARE_PARTS if numbers.get(name)
    ]
    return f"  {title:<20}{format_count(numbers['total']):>6}   {' · '.join(shown)}"


def _beside(totals: Totals) -> list[str]:
    """What is in the register and in no total."""
    parts = (("thu hồi", totals.withdrawn), ("chỉ phối hợp", totals.supporting))
    shown = [f"{label} {format_count(number)}" for label, number in parts if number]
    return [f"Ngoài tổng số: {' · '.join(shown)}"] if shown else []


def rows_title(number: int, shown: int, *, is_overdue: bool, due_soon_days: int) -> str:
    """The title over the rows that need attention."""
    title = "Quá hạn" if is_overdue else "Sắp đến hạn"
    if shown == number:
        return f"{title}:"
    option = "--progress overdue" if is_overdue else f"--due-within {due_soon_days}"
    return f"{title} ({shown} trong {format_count(number)}; xem hết: tracker list {option}):"


def empty_register(as_of: date, location: str) -> list[str]:
    """The first thing a new user sees, with where the program looked."""
    return [
        f"Sổ chưa có nhiệm vụ nào tính đến ngày {format_date(as_of)}.",
        f"Sổ: {location}",
        "Ghi nhiệm vụ đầu tiên:",
        '  tracker add "25/KH-UBND ngày 24/5/2023 Phối hợp với tỉnh Thái Nguyên hạn 10/01/2024"',
        "Xem thử với dữ liệu mẫu: tracker demo",
    ]


def new_register(location: str) -> str:
    """Where the first directive went."""
    return f"Đã tạo sổ mới: {location}"


def due_cells(row: DueRow, as_of: date) -> tuple[str, ...]:
    """One row that needs attention: the nearest dates first, the content last."""
    id, number, _, content, due_on, unit, _, is_secret = row
    if is_secret:
        # Late: seldom needed, and every module costs a quick answer time.
        from tracker.wording.secrecy import SECRET_CONTENT  # noqa: PLC0415

        content = SECRET_CONTENT
    days = (as_of.fromisoformat(due_on) - as_of).days
    shown = f"{unit}: {content}" if unit else content
    return str(id), number, f"hạn {format_date(due_on)}", format_days_left(days), shown
