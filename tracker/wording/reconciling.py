"""What comes of comparing their list with the register, in lines: counts first, then each part."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tracker.wording.formats import capitalised, format_count, format_date, uncapitalised
from tracker.wording.labels import PROGRESS
from tracker.wording.message_parts import shortened
from tracker.wording.pasting import miscount_words, problem_sentence, unused_sentence
from tracker.wording.reconciled_missing import missing_here, missing_there
from tracker.wording.reconciled_rows import match_words, ours_named, theirs_named
from tracker.wording.reconciled_sums import adding_up
from tracker.wording.reconciled_to_do import to_do
from tracker.wording.reconciled_values import deadline_words, told_by_both
from tracker.wording.report_text import period_name
from tracker.wording.table_places import Places, lines_words

ASPECT = {
    "number": "Số ký hiệu",
    "issued": "Ngày văn bản",
    "deadline": "Thời hạn",
    "completion": "Hoàn thành",
    "progress": "Tiến độ",
    "unit": "Đơn vị",
    "lead": "Chủ trì",
}
"""What two lists may tell otherwise."""

_LABEL = max(map(len, ASPECT.values()))
_NAMED = 20
"""So many agreeing guesses, or rows with texts that go unused, are named; the rest is counted."""


def reconciliation_lines(it: Any) -> Iterator[str]:
    """The whole comparison, made fit to be shown before."""
    where = Places(it.tables)
    yield _title(it)
    yield counts_line(it.outcome)
    yield from _differing_lines(it.outcome, where)
    yield from _only_theirs_lines(it.outcome, where)
    yield from _only_ours_lines(it.outcome, where)
    yield from _unread_lines(it, where)
    yield from _guess_lines(it.outcome, where)


def _title(it: Any) -> str:
    period = period_name(it.period)
    first, last = format_date(it.period.starts_on), format_date(it.period.ends_on)
    about = (
        f"kỳ {period}"
        if it.is_period_asked
        else f"nhiệm vụ đang thực hiện và xong trong {period}, từ {first} đến {last}"
    )
    return f"Đối chiếu với danh sách của tỉnh, tính đến ngày {format_date(it.as_of)} ({about}):"


def counts_line(outcome: Any) -> str:
    """How many there are on either side, and how many of each part."""
    parts = [
        f"danh sách {format_count(outcome.theirs_count)}",
        f"sổ {format_count(outcome.ours_count)}",
        f"khớp {format_count(len(outcome.agreeing))}",
        f"khác nhau {format_count(len(outcome.differing))}",
        f"chỉ có ở danh sách {format_count(len(outcome.only_theirs))}",
        f"chỉ có ở sổ {format_count(len(outcome.only_ours))}",
    ]
    if outcome.unread:
        parts.append(f"chưa đọc được {format_count(len(outcome.unread))}")
    return " · ".join(parts)


def _section(title: str, count: int) -> tuple[str, str]:
    return "", f"{title} ({format_count(count)}):"


def _pair_line(pair: Any, where: Places) -> str:
    known = "; ".join(filter(None, (where.of(pair.theirs.place), match_words(pair.match))))
    return f"  {ours_named(pair.ours.row)} ({known}): {shortened(pair.ours.row.content)}"


def _differing_lines(outcome: Any, where: Places) -> Iterator[str]:
    if outcome.differing:
        yield from _section("Khác nhau", len(outcome.differing))
    for pair in outcome.differing:
        yield _pair_line(pair, where)
        told = [(one, *told_by_both(one, pair)) for one in pair.disagreements]
        width = max(len(theirs) for _, theirs, _ in told)
        for one, theirs, ours in told:
            label = f"{ASPECT[one.aspect.value]:<{_LABEL}}"
            yield f"      {label}  danh sách: {theirs:<{width}}  sổ: {ours}"
            if words := to_do(one, pair, outcome):
                yield f"      {'':<{_LABEL}}  → {words}"


def _only_theirs_lines(outcome: Any, where: Places) -> Iterator[str]:
    if outcome.only_theirs:
        yield from _section("Chỉ có ở danh sách của tỉnh", len(outcome.only_theirs))
    for one in outcome.only_theirs:
        theirs = one.theirs
        due = _due(theirs.deadline)
        yield (
            f"  {theirs_named(theirs)} ({where.of(theirs.place)}){due}: {shortened(theirs.content)}"
        )
        repeats = "" if one.repeats is None else where.of(one.repeats)
        sure = match_words(one.match) if one.match is not None else ""
        words = missing_here(one, outcome, repeats=repeats, is_for_them=False)
        yield f"      → {words}{f' ({sure})' if sure else ''}"


def _due(deadline: Any) -> str:
    """Nothing where there is no deadline."""
    is_set = deadline is not None and deadline.text
    return f", hạn {deadline_words(deadline)}" if is_set else ""


def _only_ours_lines(outcome: Any, where: Places) -> Iterator[str]:
    if outcome.only_ours:
        yield from _section("Chỉ có ở sổ", len(outcome.only_ours))
    for one in outcome.only_ours:
        row = one.ours.row
        progress = PROGRESS[row.assessment.progress.value]
        due = _due(row.facts.deadline)
        yield f"  {ours_named(row)}{due}, {progress.lower()}: {shortened(row.content)}"
        words = missing_there(one, lines=where.several(one.lines), is_for_them=False)
        yield f"      → {words}"


def _unread_lines(it: Any, where: Places) -> Iterator[str]:
    outcome = it.outcome
    if outcome.unread:
        yield from _section(
            "Chưa đọc được, sửa trong danh sách rồi đối chiếu lại", len(outcome.unread)
        )
    for one in outcome.unread:
        yield f"  {unread_words(one, it.theirs.problems[one.theirs.place], where)}"


def unread_words(one: Any, problem: Any, where: Places) -> str:
    """Why a row could not be read, and which of ours it seems to be."""
    ours = f" Có thể là nhiệm vụ {ours_named(one.ours.row)}." if one.ours is not None else ""
    if one.theirs.is_secret:
        return f"{where.of(one.theirs.place)}: {one.theirs.content}.{ours}"
    return f"{where.table_of(one.theirs.place)}{problem_sentence(problem)}{ours}"


def _guess_lines(outcome: Any, where: Places) -> Iterator[str]:
    """What agrees, but is not known for certain to be one."""
    guesses = [pair for pair in outcome.agreeing if pair.match.likeness < 1]
    if guesses:
        yield from _section("Khớp, nhưng lời văn khác; xem có đúng là một không", len(guesses))
    for pair in guesses[:_NAMED]:
        yield _pair_line(pair, where)
        yield f"      danh sách: {shortened(pair.theirs.content)}"
    if len(guesses) > _NAMED:
        yield f"  và {format_count(len(guesses) - _NAMED)} nhiệm vụ khác; xem đủ bằng --json"


def side_lines(it: Any) -> Iterator[str]:
    """What is worth knowing about the files themselves, and what makes the numbers add up."""
    where = Places(it.tables)
    if it.told_until is not None:
        until = format_date(it.told_until)
        yield (
            f"Danh sách có số liệu đến ngày {until}, sau ngày đối chiếu {format_date(it.as_of)}; "
            f"đối chiếu theo ngày của danh sách thì thêm: --as-of {until}"
        )
    others = [where.table(table) for table in it.tables if not table.is_register]
    if others:
        yield f"Không phải danh sách nhiệm vụ nên bỏ qua: {'; '.join(others)}."
    for table in it.tables:
        yield from _table_lines(table, where)
    yield from _cut([*_unused_lines(it, where)], "dòng khác có chữ không dùng đến")
    yield from adding_up(it.outcome)


def _table_lines(table: Any, where: Places) -> Iterator[str]:
    reading = table.reading
    which = where.told_apart(table)
    for group in reading.groups:
        if group.is_miscounted:
            yield capitalised(f"{which}{miscount_words(group)}.")
    turned = {*reading.month_first_lines, *reading.turned_lines}
    if turned:
        yield capitalised(
            f"{which}ngày ở {lines_words(turned)} có thể bị đảo ngày và tháng; đối chiếu "
            "theo ngày như đang ghi."
        )


def _unused_lines(it: Any, where: Places) -> Iterator[str]:
    """What no place was found for in rows of theirs, but in those that are secret."""
    outcome = it.outcome
    every = (*outcome.matched, *outcome.only_theirs, *outcome.unread)
    secret = {(one.theirs.place.table, one.theirs.place.line) for one in every if _is_secret(one)}
    for number, table in enumerate(it.tables):
        drafts = [*table.reading.drafts, *(one.draft for one in table.reading.problems)]
        for draft in sorted(filter(None, drafts), key=lambda one: one.line):
            said = unused_sentence(draft)
            if said and (number, draft.line) not in secret:
                which = where.told_apart(table)
                yield f"{which}{uncapitalised(said)}" if which else said


def _is_secret(one: Any) -> bool:
    return bool(one.theirs.is_secret)


def _cut(lines: list[str], others: str) -> Iterator[str]:
    yield from lines[:_NAMED]
    if len(lines) > _NAMED:
        yield f"Và {format_count(len(lines) - _NAMED)} {others}."


def written_words(path: Path) -> str:
    """Where the file is that goes back."""
    return f"Đã ghi bảng đối chiếu để gửi lại tỉnh: {path}"
