"""The office's table of days off."""

from __future__ import annotations

from datetime import date

from tests.store.registers import reading_of
from tracker.store.database import Store
from tracker.store.days_off import load_days_off


def test_a_new_register_knows_the_holidays_of_vietnam(store: Store) -> None:
    with reading_of(store) as reading:
        days_off = load_days_off(reading)
    assert days_off.is_day_off(date(2024, 2, 10)), "Tết"
    assert days_off.is_day_off(date(2024, 4, 29)), "swapped for a Saturday"
    assert not days_off.is_day_off(date(2024, 5, 4)), "the Saturday worked instead"
    assert not days_off.is_day_off(date(2024, 5, 6))


def test_a_new_register_names_the_days_of_many_years_in_vietnamese(store: Store) -> None:
    with reading_of(store) as reading:
        known = reading.rows("SELECT day, name FROM day_off ORDER BY day", {})
    assert dict(known)["2023-09-02"] == "Quốc khánh"
    assert (known[0][0][:4], known[-1][0][:4]) == ("2000", "2060")
    assert len(known) > 800
