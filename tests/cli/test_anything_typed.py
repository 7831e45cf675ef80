"""Whatever is typed is done or refused in a sentence: never a crash, never an acting character."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.cli.program import Program

CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")

# What a kernel hands over: no NUL, and undecodable bytes as lone surrogates.
typed = st.text(st.characters(exclude_characters="\x00"), max_size=40).filter(
    lambda text: not text.startswith("-")
)
pieces = st.lists(
    st.sampled_from(
        ["25/KH-UBND", "6340/UBND-NC", "36-NQ/TW", "14/2023/TT-BKHCN", "ngày", "24/5/2023",
         "31/2/2024", "5/2023", "hạn", "thời hạn:", "quá hạn", "trước", "hằng tháng", "Quý II",
         "năm", "2024", "tháng", "3", "10", "ngày làm việc", "thường xuyên", "…/12/2023", "+10",
         "hôm nay", "6T", "Q4/2023", "từ", "đến", "(", ")", ",", ";", "V/v", "\n", "\u00a0", "/",
         "-", "ð", "99999999999999999999", "0", "01", "của UBND tỉnh", "kể từ", "=",
         "\x1b[", "\ud800", "\u200b"]
    ),
    max_size=9,
).map(" ".join)  # fmt: skip
texts = st.one_of(typed, pieces)

TEMPLATES = (
    ("add", "{}"),
    ("add", "25/KH-UBND ngày 24/5/2023 Việc hạn {}"),
    ("add", "{}", "--issued", "{}", "--content", "{}", "--deadline={}"),
    ("edit", "6", "--deadline={}"),
    ("edit", "6", "--number={}", "--issued={}"),
    ("done", "6", "--result={}"),
    ("done", "6", "--on={}", "--for={}"),
    ("note", "6", "--text={}", "--on={}"),
    ("extend", "6", "--to={}", "--by={}"),
    ("withdraw", "6", "--by={}", "--reason={}"),
    ("show", "{}"),
    ("history", "{}"),
    ("list", "--search={}", "--unit={}"),
    ("list", "{}", "--officer={}"),
    ("list", "han<{}", "dv:{}"),
    ("list", "--view={}"),
    ("list", "--as-of={}", "--due-within={}"),
    ("list", "--progress={}", "--sort={}"),
    ("status", "--as-of={}"),
    ("summary", "{}"),
    ("report", "{}", "--format", "txt", "--as-of={}"),
    ("report", "--from={}", "--to={}", "--format", "html", "--number={}"),
    ("completion", "{}"),
    ("{}",),
)


@pytest.mark.parametrize("template", TEMPLATES, ids=" ".join)
@settings(max_examples=25)
@given(data=st.data())
def test_anything_typed_is_done_or_refused_in_a_sentence(
    worn_program: Program, template: tuple[str, ...], data: st.DataObject
) -> None:
    arguments = [
        part.replace("{}", data.draw(texts)) if "{}" in part else part for part in template
    ]
    answer = worn_program(*arguments)
    assert answer.code in {0, 2, 3, 4}, answer
    assert CONTROL.search(answer.out) is None
    assert CONTROL.search(answer.err) is None
    if answer.code:
        assert answer.out == ""
        assert len([line for line in answer.err.splitlines() if line[:1] != " "]) == 1
