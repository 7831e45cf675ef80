"""What was typed: understood, or refused; never kept and wondered about later."""

from __future__ import annotations

import unicodedata
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import TODAY, WEEKENDS_ONLY
from tracker.core.deadline import Deadline, DeadlineKind
from tracker.core.errors import UsageError
from tracker.core.vietnamese import clean
from tracker.operations.typed import (
    LONGEST_TEXT,
    EmptyText,
    IssuedInTheFuture,
    Remark,
    RemarkKind,
    TextTooLong,
    UnreadableDeadline,
    keep_number,
    read_authority,
    read_deadline,
    read_number,
    read_text,
    removed_from,
)

ASSIGNED_ON = date(2023, 11, 3)


def deadline(text: str | None) -> tuple[Deadline, tuple[Remark, ...]]:
    return read_deadline(text, assigned_on=ASSIGNED_ON, today=TODAY, days_off=WEEKENDS_ONLY)


@given(st.text())
def test_text_that_was_read_once_is_read_again_unchanged(text: str) -> None:
    tidy, remarks = read_text(text, field="content", is_required=False)
    assert read_text(tidy, field="content", is_required=False) == (tidy, ())
    assert sum(remark.number for remark in remarks) == clean(text)[1]


@pytest.mark.parametrize("text", ["", "  \n", "\x00\x1b", "\u200b"])
def test_text_that_is_required_must_say_something(text: str) -> None:
    with pytest.raises(EmptyText) as refusal:
        read_text(text, field="content")
    assert refusal.value.field == "content"


def test_what_is_removed_from_several_texts_is_told_once() -> None:
    assert removed_from("a\x00", "b", "\x1bc\x07") == (
        Remark(kind=RemarkKind.CHARACTERS_REMOVED, number=3),
    )
    assert removed_from("a", "b") == ()


@given(st.one_of(st.text(), st.from_regex(r"[0-9]{1,2}[/.-][0-9]{1,2}([/.-][0-9]{2,4})?")))
def test_a_typed_deadline_is_clear_or_refused(text: str) -> None:
    try:
        read, _ = deadline(text)
    except UsageError:
        return
    assert not read.is_unclear


@pytest.mark.parametrize("text", [None, "", "  ", "không có"])
def test_nothing_said_is_no_deadline(text: str | None) -> None:
    read, remarks = deadline(text)
    assert (read.kind, remarks) == (DeadlineKind.NONE, ())


@given(st.integers(0, 5000))
def test_days_counted_from_today_are_kept_as_a_date(days: int) -> None:
    read, _ = deadline(f"+{days}")
    due_on = TODAY + timedelta(days=days)
    assert (read.due_on, read.text) == (due_on, f"{due_on:%d/%m/%Y}")


@pytest.mark.parametrize(
    ("text", "is_incomplete"), [("…./12/2023", True), ("30/02/2024", False), ("sớm", False)]
)
def test_a_deadline_that_is_not_understood_is_refused(text: str, is_incomplete: bool) -> None:
    with pytest.raises(UnreadableDeadline) as refusal:
        deadline(text)
    assert (refusal.value.text, refusal.value.is_incomplete) == (text, is_incomplete)


def test_an_authority_is_a_number_with_a_date_that_has_come() -> None:
    authority, remarks = read_authority("120/UBND-KGVX ngày 14/12/2023", today=TODAY)
    assert (authority.number, authority.issued_on, remarks) == ("120/UBND-KGVX", TODAY, ())
    with pytest.raises(IssuedInTheFuture):
        read_authority("120/UBND-KGVX ngày 15/12/2023", today=TODAY)


def test_a_number_typed_in_small_letters_is_kept_in_those_it_usually_has_and_told() -> None:
    decomposed = unicodedata.normalize("NFD", "50/qđ-ubnd")
    capitals = Remark(kind=RemarkKind.NUMBER_IN_CAPITALS, text="50/QĐ-UBND")
    assert read_number(decomposed) == ("50/QĐ-UBND", (capitals,))
    assert read_number("50/QĐ-ubnd") == ("50/QĐ-ubnd", ())
    assert keep_number("50/qđ-ubnd") == ("50/qđ-ubnd", ())
    assert read_authority("7/ubnd-nc ngày 14/12/2023", today=TODAY)[0].number == "7/UBND-NC"


def test_a_text_longer_than_any_worth_keeping_is_refused() -> None:
    longest = "a" * LONGEST_TEXT
    assert read_text(f" {longest} ", field="content") == (longest, ())
    with pytest.raises(TextTooLong) as caught:
        read_text(longest + "a", field="result", is_required=False)
    assert (caught.value.field, caught.value.length) == ("result", LONGEST_TEXT + 1)
