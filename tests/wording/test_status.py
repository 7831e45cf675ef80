from __future__ import annotations

from datetime import date

from tracker.wording.status import empty_register, new_register


def test_both_sentences_about_a_new_register_name_where_it_is() -> None:
    assert "Sổ: /co-quan/data/tracker.db" in empty_register(
        date(2024, 1, 10), "/co-quan/data/tracker.db"
    )
    assert new_register("/co-quan/data/tracker.db") == "Đã tạo sổ mới: /co-quan/data/tracker.db"
