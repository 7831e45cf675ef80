"""What the forms of the screen show, and what is said after something was recorded."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tests.builders import a_directive
from tracker.core.events import Voided
from tracker.core.rules import Policy
from tracker.wording.acting import FIELDS, TODAY
from tracker.wording.echoes import recorded_words
from tracker.wording.filters import order_label


def test_an_example_in_an_empty_field_is_called_one() -> None:
    hints = {words.hint for words in FIELDS.values()} - {TODAY}
    assert [hint for hint in hints if not hint.startswith("ví dụ: ")] == []


def test_of_what_was_taken_out_of_the_register_no_progress_is_told() -> None:
    directive = a_directive()
    gone = replace(directive, events=(*directive.events, Voided(reason="ghi hai lần")))
    words = recorded_words("void", gone, date(2023, 12, 14), Policy())
    assert words.startswith("Đã bỏ khỏi sổ")
    assert "Tiến độ" not in words
    assert "Tiến độ" in recorded_words("edit", directive, date(2023, 12, 14), Policy())


def test_the_order_in_force_is_marked() -> None:
    assert order_label("deadline", is_current=True) == "√ thời hạn"
    assert order_label("deadline", is_current=False) == "  thời hạn"
