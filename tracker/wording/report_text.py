"""The fixed words of a report: titles, column headings, group headings, the summary."""

from __future__ import annotations

from tracker.core.periods import PeriodKind, ReportingPeriod
from tracker.wording.formats import format_count, format_date, format_month, format_number

TYPE_CHECKING = False
if TYPE_CHECKING:
    from fractions import Fraction

ANNEX = "Phụ lục"

ALL_UNITS = "Tổng cộng"

NO_OFFICER = "(chưa có người theo dõi)"
"""Stands for the officer where none was named."""

NO_ASSIGNER = "(không rõ người giao)"
"""Stands for the leader who assigned it where none was named."""

NO_RATE = "-"
"""Nothing was due, so that there is nothing to take a share of."""

DOCUMENT_WORDS = ("số", "ngày")
"""The words that join the parts of a citation and carry nothing else."""

_GROUP_NAMES = {
    "done": "ĐÃ THỰC HIỆN",
    "in_progress": "ĐANG THỰC HIỆN",
    "not_started": "Chưa thực hiện",
}

PARTS = {
    "in_time": "trong hạn",
    "late": "chậm",
    "overdue": "quá hạn",
    "suspended": "tạm dừng",
    "needs_review": "cần rà soát",
}
"""The parts of a group that are worth a word; what was done on time is not."""

ALL_IN_TIME = "đầy đủ, đúng thời gian"
"""The claim of a report, in the words that offices use for it."""

_DONE_MARKS = {"late": "chậm", "needs_review": PARTS["needs_review"]}

_ROMAN_LETTERS = (
    (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"),
    (1, "I"),
)  # fmt: skip

_HALVES = ("", "đầu", "cuối")


def period_name(period: ReportingPeriod) -> str:
    """Name a period inside a sentence: ``tháng 12/2023``, ``quý IV năm 2023``."""
    if period.kind is PeriodKind.MONTH:
        return f"tháng {format_month(period.index)}/{period.year}"
    return period_words(period)


def period_words(period: ReportingPeriod) -> str:
    """Name a period in a title that is not in capitals: ``tháng 12 năm 2023``."""
    first, last = format_date(period.starts_on), format_date(period.ends_on)
    names = {
        PeriodKind.MONTH: f"tháng {format_month(period.index)} năm {period.year}",
        PeriodKind.QUARTER: f"quý {roman(period.index)} năm {period.year}",
        PeriodKind.HALF: f"6 tháng {_half(period.index)} năm {period.year}",
        PeriodKind.NINE_MONTHS: f"9 tháng đầu năm {period.year}",
        PeriodKind.YEAR: f"năm {period.year}",
        PeriodKind.RANGE: f"từ ngày {first} đến ngày {last}",
    }
    return names[period.kind]


def _half(index: int) -> str:
    return _HALVES[index] if index < len(_HALVES) else str(index)


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


def age_heading(least: int, most: int | None, count: int) -> str:
    """Head the directives overdue for about as long: ``Quá hạn từ 8 đến 30 ngày: 02 nhiệm vụ``."""
    span = f"trên {least - 1}" if most is None else f"từ {least} đến {most}"
    return f"Quá hạn {span} ngày: {tasks(count)}"


def name_heading(name: str, total: int, overdue: int) -> str:
    """Head the directives of a division or a person: ``Văn phòng: 05 nhiệm vụ (quá hạn: 02)``."""
    mark = f" ({PARTS['overdue']}: {format_count(overdue)})" if overdue else ""
    return f"{name}: {tasks(total)}{mark}"


def document_heading(number: str, day: str, total: int) -> str:
    """Head the directives of one document: ``Theo 50/QĐ-UBND ngày 14/01/2022: 03 nhiệm vụ``."""
    return f"Theo {number} {on_day(day).lower()}: {tasks(total)}"


def format_rate(rate: Fraction | None) -> str:
    """Write a share to one decimal, halves upwards: ``33,3%``, ``100%``."""
    if rate is None:
        return NO_RATE
    tenths = (rate * 2000 + 1) // 2
    whole, tenth = divmod(int(tenths), 10)
    return f"{format_number(whole)},{tenth}%" if tenth else f"{format_number(whole)}%"


def roman(number: int) -> str:
    """Write the number of a part: ``I``, ``II``, ``III``, ``IV``."""
    written = ""
    for value, letters in _ROMAN_LETTERS:
        count, number = divmod(number, value)
        written += letters * count
    return written


def _in_brackets(group: str, numbers: dict[str, int]) -> str:
    if group == "in_progress" and 0 < numbers["total"] == numbers["in_time"]:
        return f" ({PARTS['in_time']})"
    if numbers["total"] == numbers.get("in_time", 0):
        return ""
    parts = [
        f"{PARTS[part]}: {format_count(number)}"
        for part, number in numbers.items()
        if part in PARTS and (number or part == "in_time")
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
    return line + (f", {PARTS['needs_review']}: {format_count(review)}." if review else ".")


def summary_in_progress(numbers: dict[str, int]) -> str:
    """Give the line of what is under way, in parts that add up to it."""
    line = f"- Đang thực hiện (trong hạn): {tasks(numbers['in_time'])}"
    line += f"; quá hạn: {tasks(numbers['overdue'])}"
    for part in ("suspended", "needs_review"):
        if numbers[part]:
            line += f"; {PARTS[part]}: {tasks(numbers[part])}"
    return f"{line}."


def summary_not_started(numbers: dict[str, int]) -> str:
    """Give the line of what has not begun."""
    bracket = _in_brackets("not_started", numbers)
    return f"- {_GROUP_NAMES['not_started']}: {tasks(numbers['total'])}{bracket}."


SUMMARY_ENCLOSURE = "(Có phụ lục chi tiết các nhiệm vụ gửi kèm theo)."


def claim_all_in_time(*, office: str, committee: str, day: str) -> str:
    """Claim that everything was done in time; only ever said when it is so."""
    return (
        f"Tính đến ngày {day}, {office} đã thực hiện {ALL_IN_TIME} các nhiệm vụ được "
        f"{committee}, Chủ tịch {committee} giao."
    )


TROUBLE = {
    "late": "đã thực hiện nhưng chậm",
    "overdue": "quá hạn chưa hoàn thành",
    "needs_review": "cần rà soát thông tin",
}
"""What forbids that claim, said of a number of directives."""


def admit_trouble(*, office: str, day: str, late: int, overdue: int, needs_review: int) -> str:
    """Say plainly what was or is not in time, or cannot be judged."""
    numbers = {"late": late, "overdue": overdue, "needs_review": needs_review}
    named = [f"{tasks(numbers[what])} {words}" for what, words in TROUBLE.items() if numbers[what]]
    return f"Tính đến ngày {day}, {office} có {', '.join(named)}."


def nothing_assigned(*, office: str, day: str) -> str:
    """Say that there is nothing to report on."""
    return f"Tính đến ngày {day}, {office} không có nhiệm vụ nào trong kỳ báo cáo."
