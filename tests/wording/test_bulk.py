"""Sentences about several directives at once."""

from __future__ import annotations

from datetime import date

from tests.builders import a_directive
from tracker.core.directive import State
from tracker.core.refusals import WrongState
from tracker.operations.bulk import Acted, RefusedInBulk, ToldRemark
from tracker.operations.typed import EmptyText, Remark, RemarkKind
from tracker.store.errors import NoSuchDirective, StaleRecord
from tracker.wording.bulk import acted_lines, told_sentence
from tracker.wording.echoes import DONE
from tracker.wording.messages import sentence

ONE = a_directive()
NONE_OF_THEM = "Chưa nhiệm vụ nào trong 12 nhiệm vụ được thay đổi."


def test_a_refusal_names_the_directive_and_says_that_none_was_changed() -> None:
    cause = WrongState(ONE, ONE.latest, (State.SUSPENDED,))
    assert sentence(RefusedInBulk(1, "6340/UBND-NC", cause, of=12)) == (
        "Nhiệm vụ 1 (6340/UBND-NC) đang thực hiện. Lệnh này chỉ dùng cho nhiệm vụ tạm dừng. "
        + NONE_OF_THEM
    )


def test_a_refusal_that_names_no_directive_is_given_its_name() -> None:
    said = sentence(RefusedInBulk(7, "25/KH-UBND", EmptyText("content"), of=12))
    assert said.startswith("Nhiệm vụ 7 (25/KH-UBND): Chưa có nội dung")
    assert said.endswith(NONE_OF_THEM)
    assert sentence(RefusedInBulk(7, "", NoSuchDirective(7), of=12)).startswith("Nhiệm vụ 7: ")


def test_whoever_changed_one_of_them_is_named_with_it() -> None:
    cause = StaleRecord(7, "25/KH-UBND", expected=1, found=2, last=("hoa", "2023-12-14T02:12:00Z"))
    said = sentence(RefusedInBulk(7, "25/KH-UBND", cause, of=12))
    assert said.startswith("Nhiệm vụ 7 (25/KH-UBND) đã được hoa (lúc 09:12 14/12/2023) sửa")
    assert said.endswith(NONE_OF_THEM)


def test_what_was_done_is_said_with_how_many_it_was_done_to() -> None:
    acted = Acted(directives=(ONE,) * 12, unchanged=(), remarks=())
    assert list(acted_lines("extend", acted)) == ["Đã ghi gia hạn 12 nhiệm vụ."]
    assert all(words.endswith("nhiệm vụ") for words in DONE.values())
    unchanged = Acted(directives=(ONE,) * 3, unchanged=(ONE,) * 6, remarks=())
    assert list(acted_lines("edit", unchanged)) == [
        "Đã sửa 03 nhiệm vụ.",
        "Không đổi vì đã đúng như vậy: 06 nhiệm vụ: 1, 1, 1, 1, 1, ….",
    ]


def test_a_remark_about_some_of_them_names_those() -> None:
    acted = Acted(directives=(ONE,) * 3, unchanged=(), remarks=())
    remark = Remark(kind=RemarkKind.BROUGHT_FORWARD, day=date(2024, 2, 28))
    said = "Lưu ý: thời hạn mới sớm hơn thời hạn trước đó (28/02/2024)."
    assert told_sentence(ToldRemark(remark=remark, ids=(1, 2, 3)), acted) == said
    some = told_sentence(ToldRemark(remark=remark, ids=(3, 4)), acted)
    assert some == f"{said} (02 nhiệm vụ: 3, 4)"
