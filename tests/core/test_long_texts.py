"""Reading stays in proportion to the text, however a long one repeats itself.

The bounds are far above what is needed and far below what a reading takes that is not.
"""

from __future__ import annotations

import signal
from datetime import date
from types import FrameType
from typing import TYPE_CHECKING

import pytest

from tracker.core import one_line
from tracker.core.citations import find_citations, leading_citation
from tracker.core.deadline_grammar import LONGEST_DEADLINE, ReadDeadline, parse_deadline
from tracker.core.document_number import UnreadableDocumentNumber, parse_document_number
from tracker.core.errors import UsageError
from tracker.core.filter_grammar import parse_filter
from tracker.core.filter_text import filter_text
from tracker.core.one_line import parse_one_line, unread_deadline

if TYPE_CHECKING:
    from collections.abc import Iterator

TODAY = date(2023, 12, 14)
PLAN = "25/KH-UBND ngày 24/5/2023"
LENGTH = 12_000
SECONDS = 3
"""Of work, however busy the machine is."""
PIECES = (
    "AA-", "AA - ", "AA -", "Aa-", "A.BB", "A&", "1/", "1/AA", "1/AA-BB ", "1-AA/", "36-NQ/TW ",
    "a", "của ", "của a ", "ngày ", "ngày 1 ", "12/", "31/12/2023 ", "số ", "số: ", " ", "\n", "(",
    ")", "(a) ", '"', "\u201c", "\u2026", "1", "1 ", "trước ", "trong ", "hoàn thành ", "báo cáo ",
    "gửi ", "10 ngày ", "thường xuyên ", "thời ", "quá hạn ", "(hạn ", "hạn: 1 ", "kế hoạch ",
)  # fmt: skip


@pytest.fixture(autouse=True)
def _in_time() -> Iterator[None]:
    def give_up(_signal: int, _frame: FrameType | None) -> None:
        raise TimeoutError

    before = signal.signal(signal.SIGPROF, give_up)
    signal.setitimer(signal.ITIMER_PROF, SECONDS)
    yield
    signal.setitimer(signal.ITIMER_PROF, 0)
    signal.signal(signal.SIGPROF, before)


def _read_every_way(text: str) -> None:
    find_citations(text)
    leading_citation(text)
    unread_deadline(text)
    parse_deadline(text, assigned_on=TODAY)
    parse_deadline(text[:LONGEST_DEADLINE], assigned_on=TODAY)
    for line in (text, f"{PLAN} {text}"):
        try:
            parse_one_line(line, today=TODAY)
        except UsageError:
            continue
    try:
        parse_document_number(text)
    except UnreadableDocumentNumber:
        return


@pytest.mark.parametrize("piece", PIECES)
def test_a_long_text_that_repeats_itself_is_read_to_its_end(piece: str) -> None:
    text = (piece * LENGTH)[:LENGTH]
    for whole in (text, f"1/{text}/", f"1-AA/{text}/", f"hạn {text}!"):
        _read_every_way(whole)


@pytest.mark.parametrize("opening", ["1/", "1-AA/"])
def test_a_symbol_of_many_groups_that_turns_out_to_be_none_is_given_up_at_once(
    opening: str,
) -> None:
    assert find_citations(f"{opening}{'-'.join(['AA'] * 5000)}/") == ()


def test_blanks_after_a_kind_of_document_are_passed_over_once() -> None:
    line = parse_one_line(f"kế hoạch{' ' * 200_000}x {PLAN}", today=TODAY)
    assert line.document.number == "25/KH-UBND"


def test_an_endless_word_before_a_deadline_is_not_looked_through() -> None:
    line = parse_one_line(f"{PLAN} {'a' * 200_000}! hạn 30/6", today=TODAY)
    assert line.deadline_text == "30/6"


def test_a_deadline_is_tried_only_where_the_rest_is_short_enough_for_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    tried: list[str] = []

    def counting(text: str, *, assigned_on: date) -> ReadDeadline:
        tried.append(text)
        return parse_deadline(text, assigned_on=assigned_on)

    monkeypatch.setattr(one_line, "parse_deadline", counting)
    line = parse_one_line(f"{PLAN} {'hạn a ' * 5000}hạn 30/6", today=TODAY)
    assert line.deadline_text == "30/6"
    assert len(tried) <= LONGEST_DEADLINE // len("hạn a ") + 1


def test_a_deadline_after_a_long_content_is_still_found() -> None:
    content = "rà soát thủ tục " * 2000
    line = parse_one_line(f"{PLAN} {content}hạn 30/6", today=TODAY)
    assert (line.content, line.deadline_text) == (content.strip(), "30/6")


@pytest.mark.parametrize(
    "piece",
    ['"', '""', 'a"', '"a ', "a ", ":", "a:", "a:b ", "<", "han:", "đơn ", "đơn vị:", "dv:a ",
     "dv:a,", "td:qua-han ", "td:quá hạn ", "td:quá ", "han<1/1/2024 ", "1..", "-", "\u0301"],
)  # fmt: skip
def test_a_long_filter_is_read_to_its_end(piece: str) -> None:
    text = (piece * LENGTH)[: LENGTH // 3]
    for whole in (text, f"dv:{text}", f'han:"{text}'):
        try:
            wanted = parse_filter(whole, today=TODAY)
        except UsageError:
            continue
        assert parse_filter(filter_text(wanted), today=TODAY) == wanted
