from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.core.successors import Successors
from tracker.core.vietnamese import fold

_NAMES = st.sampled_from(["A", "B", "C", "D", "a"])


def test_a_name_that_nothing_followed_stays() -> None:
    assert Successors({"Phòng A": "Phòng B"}).of("Phòng C") == "Phòng C"


def test_the_last_in_the_line_counts() -> None:
    successors = Successors({"Sở A": "Sở B", "Sở B": "Sở C"})
    assert [successors.of(name) for name in ("Sở A", "Sở B", "Sở C")] == ["Sở C"] * 3


@pytest.mark.parametrize("written", ["phòng kế hoạch", "Phòng  Kế hoạch ", "PHÒNG KẾ HOẠCH"])
def test_a_name_is_known_however_it_is_written(written: str) -> None:
    assert Successors({"Phòng Kế hoạch": "Phòng Tổng hợp"}).of(written) == "Phòng Tổng hợp"


@pytest.mark.parametrize(
    ("names", "circle"),
    [
        ({"A": "B"}, ()),
        ({"A": "B", "B": "C", "D": "C"}, ()),
        ({"A": "A"}, ("A",)),
        ({"A": "B", "B": "a"}, ("A", "B")),
        ({"X": "A", "A": "B", "B": "A"}, ("X", "A", "B")),
        ({"X": "Y", "A": "B", "B": "A"}, ("A", "B")),
    ],
)
def test_names_that_lead_round_in_a_circle_are_found(
    names: dict[str, str], circle: tuple[str, ...]
) -> None:
    assert Successors(names).circle() == circle


@given(st.dictionaries(_NAMES, _NAMES), _NAMES)
def test_whatever_the_names_there_is_an_end_and_without_a_circle_it_has_no_successor(
    names: dict[str, str], name: str
) -> None:
    successors = Successors(names)
    end = successors.of(name)
    if not successors.circle():
        assert fold(end) not in set(map(fold, names))
        assert successors.of(end) == end


def test_a_name_stands_for_itself_and_all_that_led_to_it() -> None:
    successors = Successors({"A": "B", "B": "C", "D": "C", "E": "F"})
    assert successors.names("c") == ("c", "A", "B", "D")
    assert successors.names("B") == ("B", "A")
    assert successors.names("A") == ("A",)
    assert successors.names("") == ("",)


@given(st.dictionaries(_NAMES, _NAMES), _NAMES)
def test_the_names_of_the_last_in_line_hold_every_one_that_leads_there(
    names: dict[str, str], name: str
) -> None:
    successors = Successors(names)
    assert fold(name) in set(map(fold, successors.names(successors.of(name)))) | (
        set(map(fold, successors.circle()))
    )
