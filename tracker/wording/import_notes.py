"""What is worth knowing about the rows of a table beside what becomes of them, in few lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from tracker.wording.formats import format_count, uncapitalised
from tracker.wording.pasting import unused_sentence
from tracker.wording.remarks import remark_sentence
from tracker.wording.table_places import lines_words

_DAYS_OFF = ("document_on_day_off", "due_on_day_off")
_TO_CHECK = "same_words_of_other_date"


def lines_to_check(rows: Iterable[Any]) -> Iterator[str]:
    """The remarks that make a row doubtful."""
    for row in rows:
        for remark in row.remarks:
            if remark.kind.value == _TO_CHECK:
                yield f"dòng {row.line}: {remark_sentence(remark)}"


def note_lines(rows: Iterable[Any], *, is_whole: bool) -> Iterator[str]:
    """The other remarks, each once with all its rows, then what no place was found for.

    Days off are counted only, unless all is asked for.
    """
    told: dict[str, list[int]] = {}
    unused: list[str] = []
    days_off = set()
    for row in rows:
        for remark in row.remarks:
            if remark.kind.value in _DAYS_OFF and not is_whole:
                days_off.add(row.line)
            elif remark.kind.value != _TO_CHECK:
                told.setdefault(remark_sentence(remark), []).append(row.line)
        if row.draft is not None and (sentence := unused_sentence(row.draft)):
            unused.append(uncapitalised(sentence))
    for sentence, lines in told.items():
        yield f"{lines_words(lines)}: {sentence}"
    yield from unused
    if days_off:
        yield (
            f"{format_count(len(days_off))} dòng có ngày văn bản hoặc thời hạn rơi vào ngày nghỉ; "
            "xem từng dòng bằng --all."
        )
