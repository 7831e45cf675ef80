"""What an undo takes back: asked before, and told after."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from tracker.wording.formats import format_count, format_date
from tracker.wording.labels import OPERATIONS
from tracker.wording.message_parts import moment, moment_seen_from


def undo_question(pending: Any, today: date) -> str:
    """Whether to take back what was done last."""
    when = moment_seen_from(pending.last.at, today)
    return f"Hoàn tác {_what(pending.last, when)}?"


def undone_words(undone: Any) -> list[str]:
    """What was taken back, and when it had been done."""
    return [f"Đã hoàn tác {_what(undone, moment(undone.at))}"]


def day_remains(day: date, settings: Path, *, is_on_screen: bool = False) -> str:
    """That an import taken back leaves the day in the settings, and how to change it."""
    again = "" if is_on_screen else ", hoặc: tracker import TỆP --reported-until NGÀY"
    return (
        f"Việc hoàn thành đến hết {format_date(day)} vẫn coi như đã báo cáo (reported_until trong "
        f"{settings}); muốn đổi thì sửa ở đó{again}."
    )


def _what(last: Any, when: str) -> str:
    name = OPERATIONS.get(last.operation, last.operation)
    return ": ".join(filter(None, (f"việc «{name}» lúc {when}", "; ".join(_touched(last)))))


_NAMED = 3


def _touched(last: Any) -> Iterator[str]:
    """The directives, the days and the reports that are then as they were before."""
    if last.directives:
        named = [f"{id} ({number})" for id, number in last.directives[:_NAMED]]
        rest = len(last.directives) - len(named)
        more = f" và {format_count(rest)} nhiệm vụ khác" if rest else ""
        yield f"nhiệm vụ {', '.join(named)}{more}"
    if last.days:
        yield f"ngày {', '.join(map(format_date, last.days))}"
    if last.reports:
        yield f"báo cáo mã {', '.join(map(str, last.reports))} lại có hiệu lực"
