from __future__ import annotations

import sys
import unicodedata
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.core.vietnamese import clean, fold, nfc, sort_key, without_eth

ANY_TEXT = st.text(st.characters(exclude_categories=()))


def test_a_decomposed_text_from_a_mac_is_composed() -> None:
    assert nfc("Tho\u031b\u0300i ha\u0323n") == "Thời hạn"


@pytest.mark.parametrize("marks", ["\u0301\u0323", "\u059a\u0591", "\U0001d16d\U0001d165"])
def test_marks_heaped_on_one_letter_are_composed_and_searched_in_no_time(marks: str) -> None:
    heaped = "Rà soát a" + marks * 200_000
    begun = process_time()
    composed = nfc(heaped)
    assert (fold(heaped)[:9], nfc(composed)) == ("ra soat a", composed)
    assert process_time() - begun < 10, "minutes where all of them are put in order"
    assert composed.count(marks[0]) >= 199_999, "none is lost; one may be part of the letter"


def test_few_marks_and_drawn_strokes_are_left_as_they_are() -> None:
    text = "a" + "\u0301\u0323" * 15 + "─" * 80 + unicodedata.normalize("NFD", "Ưu đãi Ậ ") * 40
    assert nfc(text) == unicodedata.normalize("NFC", text)
    assert "\u034f" not in nfc(text)


@pytest.mark.parametrize(
    ("raw", "kept", "dropped"),
    [
        ("Rà soát TTHC", "Rà soát TTHC", 0),
        ("một\r\nhai\rba", "một\nhai\nba", 0),
        ("một\x0bhai", "một\nhai", 0),
        ("cột\tcột", "cột cột", 0),
        ("\x1b[31mđỏ\x07", "[31mđỏ", 2),
        ("a\u202eb\u2066c\u200f", "abc", 3),
        ("\ufeffSố\u200b 5", "Số 5", 2),
        ("a\ud800b\ufffec\U0001ffff", "abc", 3),
        ("\x85\x9b", "\n", 1),
        ("giữ · – “ngoặc” ½ 😀", "giữ · – “ngoặc” ½ 😀", 0),
    ],
)
def test_cleaning_drops_what_acts_on_a_screen_and_counts_it(
    raw: str, kept: str, dropped: int
) -> None:
    assert clean(raw) == (kept, dropped)


def test_nothing_that_is_dropped_can_be_printed() -> None:
    every = "".join(filter(str.isprintable, map(chr, range(sys.maxunicode + 1))))
    assert clean(f"{every}\n")[1] == 0


def test_the_eth_becomes_the_letter_that_was_meant() -> None:
    assert without_eth("Ðã trình ðơn vị") == "Đã trình đơn vị"


def test_letters_parted_by_an_invisible_character_join_again() -> None:
    assert clean("e\u200b\u0301") == ("é", 1)


@given(ANY_TEXT)
def test_cleaning_twice_is_cleaning_once(raw: str) -> None:
    cleaned, _ = clean(raw)
    assert clean(cleaned) == (cleaned, 0)


@given(ANY_TEXT)
def test_a_cleaned_text_can_always_be_encoded(raw: str) -> None:
    clean(raw)[0].encode("utf-8")


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Đường Nguyễn Huệ", "duong nguyen hue"),
        ("QÐ-UBND ð", "qd-ubnd d"),
        ("Tỉnh uỷ", "tinh uy"),
        ("Tỉnh ủy", "tinh uy"),
        ("2023 – 2025", "2023 - 2025"),
        ("“Đề án” ‘996’", "\"de an\" '996'"),
        ("  hai\u00a0khoảng\n trắng ", "hai khoang trang"),
        ("soft\u00adhyphen", "softhyphen"),
    ],
)
def test_folding_forgets_case_accents_and_typography(text: str, key: str) -> None:
    assert fold(text) == key


@pytest.mark.parametrize(("old", "new"), [("hoà", "hòa"), ("uỷ", "ủy"), ("thuý", "thúy")])
def test_old_and_new_tone_placement_are_found_alike(old: str, new: str) -> None:
    assert fold(old) == fold(new)


@given(ANY_TEXT)
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(ANY_TEXT)
def test_the_form_of_composition_does_not_change_the_search_key(text: str) -> None:
    composed = nfc(text)
    assert fold(unicodedata.normalize("NFD", composed)) == fold(composed)


def test_words_sort_in_the_order_of_the_vietnamese_alphabet() -> None:
    right = "An Anh Ánh ăn âm bà cá da Dự đào Đề em Ếch gà hồ in khe lá ma no ô ơn phố u ưa về ý"
    backwards = right.split()[::-1]
    assert sorted(backwards, key=sort_key) == right.split()


def test_tones_decide_between_words_of_the_same_letters() -> None:
    right = ["ma", "mà", "mả", "mã", "má", "mạ"]
    backwards = right[::-1]
    assert sorted(backwards, key=sort_key) == right


def test_a_later_letter_outweighs_an_earlier_tone() -> None:
    assert sort_key("mạ") < sort_key("man")


def test_small_letters_come_before_capitals_of_the_same_word() -> None:
    assert sort_key("đề án") < sort_key("Đề án")


def test_a_decomposed_name_sorts_beside_its_composed_twin() -> None:
    assert sort_key(unicodedata.normalize("NFD", "Đặng Thị Huệ")) == sort_key("Đặng Thị Huệ")


@given(st.lists(ANY_TEXT))
def test_every_text_has_a_place_in_the_order(texts: list[str]) -> None:
    keys = [sort_key(text) for text in texts]
    assert sorted(keys) == sorted(keys, reverse=True)[::-1]
