"""What the screen says where something is refused: what to do there, not on the command line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from types import CodeType, SimpleNamespace
from typing import Any

import pytest

from tests.every_error import every_error
from tracker.core.directive import State
from tracker.operations.bulk import RefusedInBulk
from tracker.operations.completing import CompletionDateMissing
from tracker.operations.typed import EmptyText
from tracker.store.errors import LockedRegister
from tracker.wording.messages import _SENTENCES, sentence
from tracker.wording.screen_refusals import ON_SCREEN, screen_sentence

OF_THE_COMMAND_LINE = {
    "BadArguments",
    "DayChangedSince",
    "DayUnchanged",
    "DoesNotFit",
    "NoDirectives",
    "NoTerminal",
    "NotConfirmed",
    "NothingSaid",
    "NothingToHandOver",
    "OptionsWithoutUse",
    "PeriodMissing",
    "PeriodTwice",
    "PortUnusable",
    "RemovedAndChanged",
    "ResultNotPrinted",
    "RowsUnread",
    "SameOfficer",
    "SuffixOfOtherFormat",
    "UnknownCommand",
    "UsageError",
    "WebPackageMissing",
    "WorkedAnyway",
}
"""Raised before or beside the screen, by commands that have no counterpart on it."""

ONLY_A_COMMAND = {"tracker backup", "tracker check", "tracker correct", "tracker restore"}
"""What the screen cannot do."""

ASKS_AGAIN = {"sentence", "screen_sentence"}


def words_of(teller: Any, seen: set[int]) -> Iterator[str]:
    """Every text a sentence may be put together from, whatever the error holds."""
    if id(teller) in seen:
        return
    seen.add(id(teller))
    if isinstance(teller, str):
        yield teller
    elif isinstance(teller, (dict, tuple)):
        for part in teller.values() if isinstance(teller, dict) else teller:
            yield from words_of(part, seen)
    elif isinstance(teller, CodeType):
        yield from words_of(teller.co_consts, seen)
    elif callable(teller) and getattr(teller, "__module__", "").startswith("tracker.wording"):
        yield from words_of(teller.__code__, seen)
        for name in set(teller.__code__.co_names) - ASKS_AGAIN:
            yield from words_of(teller.__globals__.get(name), seen)


TOLD = sorted({kind.__name__ for kind in every_error()} - OF_THE_COMMAND_LINE)


@pytest.mark.parametrize("name", TOLD)
def test_no_refusal_on_the_screen_names_an_option_or_a_command_to_run_again(name: str) -> None:
    teller = ON_SCREEN.get(name) or _SENTENCES[name]
    words = "\n".join(words_of(teller, set()))
    assert words
    assert re.findall(r"--[a-z]+|chạy lại lệnh|bằng (?:edit|reopen|resume|undo)\b", words) == []
    assert set(re.findall(r"tracker [a-z-]+", words)) <= ONLY_A_COMMAND


def test_every_sentence_of_the_screen_is_of_an_error_that_exists() -> None:
    assert set(ON_SCREEN) <= {kind.__name__ for kind in every_error()}
    assert {kind.__name__ for kind in every_error()} >= OF_THE_COMMAND_LINE


def test_the_walk_over_the_words_sees_what_the_command_line_says() -> None:
    assert any("--by" in text for text in words_of(_SENTENCES["EmptyText"], set()))


def test_what_is_missing_is_to_be_typed_in_the_form() -> None:
    assert screen_sentence(EmptyText("by")) == (
        "Chưa có văn bản làm căn cứ («số ký hiệu ngày …»); gõ vào ô đó rồi lưu."
    )
    assert "ô «Ngày hoàn thành»" in screen_sentence(CompletionDateMissing(""))
    assert screen_sentence(LockedRegister("s.db")).endswith("đợi một lát rồi làm lại.")


def test_why_one_of_several_stands_in_the_way_is_told_in_words_of_the_screen_too() -> None:
    refused = RefusedInBulk(7, "25/KH-UBND", EmptyText("by"), of=2)
    assert "--by" in sentence(refused)
    assert screen_sentence(refused) == (
        "Nhiệm vụ 7 (25/KH-UBND): Chưa có văn bản làm căn cứ («số ký hiệu ngày …»); gõ vào ô đó "
        "rồi lưu. Chưa nhiệm vụ nào trong 02 nhiệm vụ được thay đổi."
    )


TURNS = SimpleNamespace(
    id=7,
    number="25/KH-UBND",
    day=date(2023, 12, 1),
    since=date(2023, 12, 4),
    state=State.DONE,
    wanted=date(2023, 11, 25),
    turns=(date(2023, 11, 25), date(2023, 12, 25)),
)


@pytest.mark.parametrize(
    ("name", "stem"),
    [
        ("NoSuchTurn", ": không có kỳ nào còn mở trong tháng 11/2023; "),
        ("NoDoneTurn", ": chưa ghi hoàn thành kỳ nào đến hạn trong tháng 11/2023; "),
        ("SeveralTurns", " đang có 02 kỳ chưa xong (đến hạn 25/11/2023, 25/12/2023); "),
        ("SeveralDoneTurns", " đã ghi hoàn thành 02 kỳ (đến hạn 25/11/2023, 25/12/2023); "),
        ("TooEarly", ": ngày 01/12/2023 nằm trước ngày 04/12/2023, khi đã có việc khác được ghi ("),
        ("WithoutEffect", ": ngày 01/12/2023 không làm thay đổi tình trạng «đã thực hiện» vì đã "),
    ],
)
def test_both_ways_in_tell_the_same_and_end_with_what_is_done_there(name: str, stem: str) -> None:
    for told in (ON_SCREEN[name], _SENTENCES[name]):
        assert told(TURNS).startswith(f"Nhiệm vụ 7 (25/KH-UBND){stem}")
    assert re.search("tracker|--for", _SENTENCES[name](TURNS))
