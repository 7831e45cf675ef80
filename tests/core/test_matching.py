"""Which task of the province's list is which of ours."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tracker.core.alike import alike
from tracker.core.likeness import likeness
from tracker.core.matching import Listed, Match, SameDocument, match_lists

DAY = date(2023, 11, 3)
CONTENT = "Lập danh mục các thủ tục hành chính còn thiếu trên hệ thống một cửa của tỉnh"

WORDS = ["rà", "soát", "thủ", "tục", "hành", "chính", "báo", "cáo", "tỉnh"]
contents = st.lists(st.sampled_from(WORDS), min_size=1, max_size=9).map(" ".join)
tasks = st.builds(
    Listed,
    key=st.sampled_from(["1/kh", "2/kh", "3/tb"]),
    issued_on=st.sampled_from([DAY, date(2022, 11, 3), None]),
    content=contents,
    details=st.sets(st.sampled_from(["done", "open"]), max_size=1).map(frozenset),
    rank=st.sampled_from([0, 1]),
)
lists = st.lists(tasks, max_size=12)


def a_task(**changes: object) -> Listed:
    return replace(Listed(key="6340/ubnd-nc", issued_on=DAY, content=CONTENT), **changes)  # type: ignore[arg-type]


def only(ours: Listed, theirs: Listed) -> Match:
    (match,) = match_lists([ours], [theirs])
    return match


def said(
    matches: tuple[Match, ...], ours: list[Listed], theirs: list[Listed]
) -> Counter[tuple[Listed, Listed, SameDocument, float]]:
    return Counter(
        (ours[one.ours], theirs[one.theirs], one.document, one.likeness) for one in matches
    )


def test_the_same_words_of_the_same_document_are_certain() -> None:
    match = only(a_task(), a_task(content="Lập danh mục các thủ tục hành chính còn thiếu, trên "
                                          "hệ thống một cửa của tỉnh."))  # fmt: skip
    assert (match.document, match.likeness) == (SameDocument.NUMBER_AND_DATE, 1.0)
    assert match.is_certain
    assert not match.is_guess


def test_a_row_without_a_date_is_known_by_its_number() -> None:
    match = only(a_task(), a_task(issued_on=None))
    assert match.document is SameDocument.NUMBER
    assert not match.is_certain


def test_tasks_of_one_document_go_together_by_their_words() -> None:
    ours = [a_task(content="Rà soát thủ tục hành chính của Sở"),
            a_task(content="Báo cáo kết quả chuyển đổi số hằng quý")]  # fmt: skip
    theirs = [a_task(content="Báo cáo kết quả chuyển đổi số hằng quý về Ủy ban"),
              a_task(content="Chủ trì rà soát thủ tục hành chính của Sở")]  # fmt: skip
    assert [(one.ours, one.theirs) for one in match_lists(ours, theirs)] == [(0, 1), (1, 0)]


def test_the_only_task_of_a_document_on_both_sides_is_one_task_in_whatever_words() -> None:
    match = only(a_task(content="Danh mục thủ tục một cửa"), a_task())
    assert match.document is SameDocument.NUMBER_AND_DATE
    assert 0 < match.likeness < 0.4


def test_two_tasks_of_a_document_with_nothing_in_common_are_two() -> None:
    ours = [a_task(), a_task(content="Báo cáo kết quả chuyển đổi số hằng quý")]
    theirs = [a_task(), a_task(content="Tổ chức hội nghị tổng kết mười năm")]
    assert [(one.ours, one.theirs) for one in match_lists(ours, theirs)] == [(0, 0)]


def test_the_same_words_of_another_document_are_a_guess() -> None:
    match = only(a_task(), a_task(key="6430/ubnd-nc"))
    assert (match.document, match.likeness) == (SameDocument.NOTHING, 1.0)
    assert match.is_guess


def test_a_few_words_are_no_reason_to_guess() -> None:
    assert match_lists([a_task(content="Báo cáo")], [a_task(key="9/tb", content="Báo cáo")]) == ()


def test_the_number_with_another_date_is_a_guess_where_the_words_are_alike() -> None:
    other_year = date(2022, 11, 3)
    assert only(a_task(), a_task(issued_on=other_year)).document is (
        SameDocument.NUMBER_OF_OTHER_DATE
    )
    other = a_task(issued_on=other_year, content="Tổ chức hội nghị tổng kết mười năm")
    assert match_lists([a_task()], [other]) == ()


def test_the_document_goes_before_words_that_are_more_alike_elsewhere() -> None:
    ours = [a_task(content=CONTENT + " và bổ sung hằng năm")]
    theirs = [a_task(key="7/kh", content=ours[0].content), a_task()]
    (match,) = match_lists(ours, theirs)
    assert match.theirs == 1


def test_what_is_alike_in_nothing_but_a_common_opening_is_not_guessed() -> None:
    opening = "Chủ trì, phối hợp với các cơ quan liên quan tham mưu Ủy ban nhân dân tỉnh"
    ours = [
        a_task(key=f"{n}/kh", content=f"{opening} x{n} y{n} a{n % 3} b{n % 3} c{n % 3}")
        for n in range(30)
    ]
    theirs = [
        a_task(key=f"{n}/tb", content=f"{opening} x{n} y{n} d{n % 3} e{n % 3} f{n % 3}")
        for n in range(30)
    ]
    assert likeness(ours[0].content, theirs[0].content) > 0.6
    assert match_lists(ours, theirs) == ()


def test_the_same_words_without_a_date_go_before_other_words_with_it() -> None:
    theirs = [a_task(content=f"{CONTENT}, bổ sung và kết nối"), a_task(issued_on=None)]
    assert [one.theirs for one in match_lists([a_task()], theirs)] == [1]


def test_of_two_that_say_the_same_those_go_together_that_share_a_day() -> None:
    november, december = frozenset({("due", 25, 11)}), frozenset({("due", 25, 12)})
    ours = [a_task(details=november), a_task(details=december)]
    theirs = [a_task(details=december)]
    assert [(one.ours, one.theirs) for one in match_lists(ours, theirs)] == [(1, 0)]


def test_where_all_else_is_equal_the_lower_rank_goes_first() -> None:
    assert [one.ours for one in match_lists([a_task(rank=1), a_task()], [a_task()])] == [1]


@given(lists, lists, st.randoms(use_true_random=False))
def test_the_order_of_the_lists_changes_nothing(ours, theirs, random) -> None:  # type: ignore[no-untyped-def]
    found = match_lists(ours, theirs)
    shuffled_ours, shuffled_theirs = ours[:], theirs[:]
    random.shuffle(shuffled_ours)
    random.shuffle(shuffled_theirs)
    again = match_lists(shuffled_ours, shuffled_theirs)
    assert said(again, shuffled_ours, shuffled_theirs) == said(found, ours, theirs)


@given(lists, lists)
def test_nobody_is_matched_twice(ours: list[Listed], theirs: list[Listed]) -> None:
    matches = match_lists(ours, theirs)
    assert len({one.ours for one in matches}) == len(matches)
    assert len({one.theirs for one in matches}) == len(matches)


@given(lists)
def test_a_copy_is_matched_wholly_and_for_certain(ours: list[Listed]) -> None:
    matches = match_lists(ours, ours)
    assert len(matches) == len(ours)
    assert all(ours[one.ours].key == ours[one.theirs].key for one in matches)
    assert all(ours[one.ours].content == ours[one.theirs].content for one in matches)


@settings(max_examples=50)
@given(st.lists(contents, max_size=8), st.lists(contents, max_size=8),
       st.sampled_from([0.2, 0.4, 0.6, 0.9]))  # fmt: skip
def test_everything_that_is_alike_is_found(
    texts: list[str], others: list[str], least: float
) -> None:
    found = {(place, other): how for place, other, how in alike(texts, others, least=least)}
    every = {
        (place, other): likeness(text, said_there)
        for place, text in enumerate(texts)
        for other, said_there in enumerate(others)
    }
    assert found == pytest.approx({pair: how for pair, how in every.items() if how >= least})


def test_thousands_of_tasks_that_say_the_same_are_matched_at_once() -> None:
    ours = [a_task(details=frozenset({n})) for n in range(3_000)]
    assert len(match_lists(ours, ours[::-1])) == 3_000
