"""The fixed words of a report: titles, column headings, group headings, the summary."""

from __future__ import annotations

from tracker.core.periods import PeriodKind, ReportingPeriod
from tracker.wording.formats import format_count, format_date, format_month

APPENDIX_COLUMNS = (
    "TT",
    "Số/Ký hiệu VBCĐ",
    "Nội dung công việc",
    "Thời hạn",
    "Ngày hoàn thành",
    "Tiến độ",
    "Kết quả xử lý",
)

PLAN_COLUMNS = ("TT", "Nội dung", "Tiến độ theo kế hoạch", "Tiến độ thực hiện")

ANNEX = "Phụ lục"

DOCUMENT_WORDS = ("số", "ngày")
"""The words that join the parts of a citation and carry nothing else."""

_GROUP_NAMES = {
    "done": "ĐÃ THỰC HIỆN",
    "in_progress": "ĐANG THỰC HIỆN",
    "not_started": "Chưa thực hiện",
}

_PARTS = {
    "in_time": "trong hạn",
    "late": "chậm",
    "overdue": "quá hạn",
    "suspended": "tạm dừng",
    "needs_review": "cần rà soát",
}
"""The parts of a group that are worth a word; what was done on time is not."""

_DONE_MARKS = {"late": "chậm", "needs_review": _PARTS["needs_review"]}

_ROMAN = ("", "I", "II", "III", "IV")

_HALVES = ("", "đầu", "cuối")


def period_name(period: ReportingPeriod) -> str:
    """Name a period inside a sentence: ``tháng 12/2023``, ``quý IV năm 2023``."""
    if period.kind is PeriodKind.MONTH:
        return f"tháng {format_month(period.index)}/{period.year}"
    return _long_name(period)


def period_title(period: ReportingPeriod) -> str:
    """Name a period in a heading: ``THÁNG 12 NĂM 2023``, ``QUÝ IV NĂM 2023``."""
    return _long_name(period).upper()


def _long_name(period: ReportingPeriod) -> str:
    first, last = format_date(period.starts_on), format_date(period.ends_on)
    names = {
        PeriodKind.MONTH: f"tháng {format_month(period.index)} năm {period.year}",
        PeriodKind.QUARTER: f"quý {_named(_ROMAN, period)} năm {period.year}",
        PeriodKind.HALF: f"6 tháng {_named(_HALVES, period)} năm {period.year}",
        PeriodKind.NINE_MONTHS: f"9 tháng đầu năm {period.year}",
        PeriodKind.YEAR: f"năm {period.year}",
        PeriodKind.RANGE: f"từ ngày {first} đến ngày {last}",
    }
    return names[period.kind]


def _named(names: tuple[str, ...], period: ReportingPeriod) -> str:
    return names[period.index] if period.index < len(names) else str(period.index)


def appendix_title(committee: str, period: ReportingPeriod) -> tuple[str, str]:
    """Give the two capital lines over the table of an appendix."""
    body = committee.upper()
    return (
        f"BÁO CÁO KẾT QUẢ THỰC HIỆN NHIỆM VỤ, KẾT LUẬN, CHỈ ĐẠO {body},",
        f"CHỦ TỊCH {body} GIAO {period_title(period)}",
    )


def plan_title(period: ReportingPeriod) -> tuple[str, str]:
    """Give the two capital lines over the table of a plan."""
    return "TIẾN ĐỘ THỰC HIỆN NHIỆM VỤ ĐƯỢC GIAO", period_title(period)


def enclosed_with(*, symbol: str, day: str, office: str) -> str:
    """Say which report the annex goes with."""
    return f"(Kèm theo Báo cáo số {symbol} ngày {day} của {office})"


def blank_day(month: int, year: int) -> str:
    """A date whose day is left to be filled in by hand: ``...../12/2023``."""
    return f"...../{format_month(month)}/{year}"


def on_day(text: str) -> str:
    """The second line of a document's cell: ``Ngày 03/11/2023``."""
    return f"Ngày {text}"


def deadline_of_turn(deadline: str, turn: str) -> str:
    """Tell the turns of a recurring directive apart: ``ngày 25 hằng tháng (kỳ 25/02/2024)``."""
    return f"{deadline} (kỳ {turn})"


def done_on(day: str, progress: str) -> str:
    """Say that something is done where nobody told more: ``Đã hoàn thành ngày 16/02/2024``."""
    mark = _DONE_MARKS.get(progress)
    return f"Đã hoàn thành ngày {day}" + (f" ({mark})" if mark else "")


def group_heading(group: str, numbers: dict[str, int]) -> str:
    """Head a part of the appendix: ``ĐANG THỰC HIỆN: 07 nhiệm vụ (trong hạn)``."""
    name, total = _GROUP_NAMES[group], numbers["total"]
    if group == "not_started" and total == 0:
        return f"{name}: {format_count(0)}"
    return f"{name}: {tasks(total)}{_in_brackets(group, numbers)}"


def _in_brackets(group: str, numbers: dict[str, int]) -> str:
    if group == "in_progress" and 0 < numbers["total"] == numbers["in_time"]:
        return f" ({_PARTS['in_time']})"
    if numbers["total"] == numbers.get("in_time", 0):
        return ""
    parts = [
        f"{_PARTS[part]}: {format_count(number)}"
        for part, number in numbers.items()
        if part in _PARTS and (number or part == "in_time")
    ]
    return f" ({'; '.join(parts)})" if parts else ""


def tasks(number: int) -> str:
    """Count directives: ``02 nhiệm vụ``."""
    return f"{format_count(number)} nhiệm vụ"


def summary_heading(period: ReportingPeriod) -> str:
    """Head the numbers of the summary."""
    joint = "" if period.kind is PeriodKind.RANGE else "trong "
    return f"Nhiệm vụ được giao {joint}{period_name(period)}:"


def summary_total(total: int) -> str:
    """Give the line of the total."""
    return f"Tổng số: {tasks(total)}."


def summary_done(numbers: dict[str, int]) -> str:
    """Give the line of what is done. The count of late ones has no unit, as offices write it."""
    line = f"- Đã thực hiện (hoàn thành): {tasks(numbers['total'])}"
    line += f", thực hiện chậm: {format_count(numbers['late'])}"
    review = numbers["needs_review"]
    return line + (f", {_PARTS['needs_review']}: {format_count(review)}." if review else ".")


def summary_in_progress(numbers: dict[str, int]) -> str:
    """Give the line of what is under way, in parts that add up to it."""
    line = f"- Đang thực hiện (trong hạn): {tasks(numbers['in_time'])}"
    line += f"; quá hạn: {tasks(numbers['overdue'])}"
    for part in ("suspended", "needs_review"):
        if numbers[part]:
            line += f"; {_PARTS[part]}: {tasks(numbers[part])}"
    return f"{line}."


def summary_not_started(numbers: dict[str, int]) -> str:
    """Give the line of what has not begun."""
    bracket = _in_brackets("not_started", numbers)
    return f"- {_GROUP_NAMES['not_started']}: {tasks(numbers['total'])}{bracket}."


SUMMARY_ENCLOSURE = "(Có phụ lục chi tiết các nhiệm vụ gửi kèm theo)."


def claim_all_in_time(*, office: str, committee: str, day: str) -> str:
    """Claim that everything was done in time; only ever said when it is so."""
    return (
        f"Tính đến ngày {day}, {office} đã thực hiện đầy đủ, đúng thời gian các nhiệm vụ được "
        f"{committee}, Chủ tịch {committee} giao."
    )


def admit_trouble(*, office: str, day: str, late: int, overdue: int, needs_review: int) -> str:
    """Say plainly what was or is not in time, or cannot be judged."""
    parts = (
        ("đã thực hiện nhưng chậm", late),
        ("quá hạn chưa hoàn thành", overdue),
        ("cần rà soát thông tin", needs_review),
    )
    named = [f"{tasks(number)} {what}" for what, number in parts if number]
    return f"Tính đến ngày {day}, {office} có {', '.join(named)}."


def nothing_assigned(*, office: str, day: str) -> str:
    """Say that there is nothing to report on."""
    return f"Tính đến ngày {day}, {office} không có nhiệm vụ nào trong kỳ báo cáo."
