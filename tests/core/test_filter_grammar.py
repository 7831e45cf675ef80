"""What is typed to find directives: words, phrases, and terms in two languages."""

from __future__ import annotations

from datetime import date

import pytest

from tracker.core import filter_words as words
from tracker.core.dates import DateProblem
from tracker.core.day_range import DayRange
from tracker.core.directive import Progress, State
from tracker.core.errors import UsageError
from tracker.core.filter_grammar import parse_filter
from tracker.core.filter_pieces import UnknownFilterKey
from tracker.core.filter_terms import UnknownFilterValue, UnreadableFilterDate
from tracker.core.filters import ContradictoryFilter, EmptyRange, Filter, FilterKey, Role, Sorting
from tracker.core.grounds import OPEN
from tracker.core.row_order import Order

TODAY = date(2023, 12, 14)


def parsed(text: str) -> Filter:
    return parse_filter(text, today=TODAY)


@pytest.mark.parametrize(
    ("text", "searched"),
    [
        ("", ()),
        ("  \n\t ", ()),
        ("lang son", ("lang", "son")),
        ("son lang son", ("son", "lang")),
        ("25/KH", ("25/KH",)),
        ('"day manh" 5S', ("day manh", "5S")),
        ("\u201cđẩy mạnh\u201d «công  nghệ»", ("đẩy mạnh", "công nghệ")),
        ('"chưa đóng', ("chưa đóng",)),
        ('"ông ""Ba"" nói"', ('ông "Ba" nói',)),
        ('"" "  "', ()),
        ('một"hai ba"bốn', ("một", "hai ba", "bốn")),
        ("tỉnh: Bắc Giang", ("tỉnh:", "Bắc", "Giang")),
        ('tỉnh:"Bắc Giang"', ("tỉnh:", "Bắc Giang")),
        ("09:30 14:00:00", ("09:30", "14:00:00")),
        ("http://sokhcn.vn:80/a?b=<c>", ("http://sokhcn.vn:80/a?b=<c>",)),
        ("QCVN01:2022/BKHCN", ("QCVN01:2022/BKHCN",)),
        ("thời hạn: 15/1", ("thời", "hạn:", "15/1")),
        ("td: < > : hạn <", ("td:", "<", ">", ":", "hạn")),
        ("số<5 a>b", ("số<5", "a>b")),
        ("tiền:100 trang:5", ("tiền:100", "trang:5")),
        ('"han:7" "td:qua-han"', ("han:7", "td:qua-han")),
        ("\x1b[2J\u200bx \ud800", ("[2Jx",)),
        ("\u0301 a", ("a",)),
        ("đề án, kế hoạch", ("đề", "án,", "kế", "hoạch")),
    ],
)
def test_what_is_no_term_is_searched_for(text: str, searched: tuple[str, ...]) -> None:
    assert parsed(text) == Filter(texts=searched)


def spellings(word: str) -> list[str]:
    """The same word typed by different people."""
    return [word, word.replace("-", "_"), word.replace("-", ""), word.upper(), word.title()]


@pytest.mark.parametrize(
    "key", [spelling for key in words.KEYS[FilterKey.PROGRESS] for spelling in spellings(key)]
)
def test_a_key_is_known_however_its_syllables_are_joined(key: str) -> None:
    assert parsed(f"{key}:late") == Filter(progress=frozenset({Progress.LATE}))


@pytest.mark.parametrize(
    "text",
    ["tiến-độ:quá-hạn", "TIẾN ĐỘ:Quá hạn", "tiến độ:quá hạn", "td:quahan", 'td:"quá hạn"',
     "Tiến_độ:OVERDUE", "progress:qua_han", "td:qua-han,", "td:quá-hạn,overdue", "td: td:quá hạn"],
)  # fmt: skip
def test_accents_case_and_what_joins_syllables_make_no_difference(text: str) -> None:
    assert parsed(text).progress == {Progress.OVERDUE}


def test_words_before_a_key_are_taken_only_where_they_are_part_of_it() -> None:
    assert parsed("nộp người theo dõi:An") == Filter(texts=("nộp",), officers=("An",))
    assert parsed("theo người:An") == Filter(texts=("theo",), officers=("An",))
    assert parsed('"đơn" vị:x') == Filter(texts=("đơn", "vị:x"))


def test_words_behind_a_value_are_taken_only_where_it_needs_them() -> None:
    assert parsed("td:chậm quá hạn") == Filter(
        progress=frozenset({Progress.LATE}), texts=("quá", "hạn")
    )
    assert parsed("tt:chưa thực hiện 5S") == Filter(
        state=frozenset({State.NOT_STARTED}), texts=("5S",)
    )
    assert parsed("xong:tháng này lang son").texts == ("lang", "son")
    assert parsed("dv:Phòng Quản").units == ("Phòng",)
    with pytest.raises(UnknownFilterValue) as caught:
        parsed('td:quá "hạn"')
    assert caught.value.text == "td:quá"


TABLES = (
    (FilterKey.PROGRESS, "progress", words.PROGRESS),
    (FilterKey.STATE, "state", words.STATE),
    (FilterKey.ROLE, "role", words.ROLE),
    (FilterKey.RESULT, "has_result", words.THERE_IS),
)


@pytest.mark.parametrize(
    ("key", "field", "value", "meaning"),
    [
        (key, field, value, meaning)
        for key, field, table in TABLES
        for meaning, values in table.items()
        for value in values
    ],
)
def test_every_value_means_what_it_says(
    key: FilterKey, field: str, value: str, meaning: object
) -> None:
    for name in words.KEYS[key]:
        assert getattr(parsed(f"{name}:{value}"), field) == meaning


@pytest.mark.parametrize(
    ("kind", "table"), [(Progress, words.PROGRESS), (State, words.STATE), (Role, words.ROLE)]
)
def test_every_value_has_its_english_name_and_no_word_means_two(
    kind: type[Progress] | type[State] | type[Role],
    table: dict[object, tuple[str, ...]],
) -> None:
    spelled = words.by_spelling(table)
    for member in kind:
        assert spelled[words.joined(member.value)] in (member, {member})
    assert len(spelled) == sum(map(len, table.values()))


def test_every_key_and_every_order_has_words_of_its_own() -> None:
    assert set(words.KEYS) == set(FilterKey)
    assert set(words.ORDER) == set(Order)
    keys, orders = words.by_spelling(words.KEYS), words.by_spelling(words.ORDER)
    assert {keys[words.joined(key.value)] for key in FilterKey} == set(FilterKey)
    assert {orders[words.joined(order.value)] for order in Order} == set(Order)
    assert len(keys) == sum(map(len, words.KEYS.values()))
    assert len(orders) == sum(map(len, words.ORDER.values()))


def test_what_is_not_done_yet_is_open() -> None:
    assert parsed("tinh-trang:chua-xong").state == parsed("state:open").state == set(OPEN)


@pytest.mark.parametrize(
    ("text", "field", "names"),
    [
        ("dv:vp", "units", ("vp",)),
        ('đơn-vị:"Phòng Quản lý",vp', "units", ("Phòng Quản lý", "vp")),
        ('dv:"Phòng A, B"', "units", ("Phòng A, B",)),
        ("dv:«Phòng  A»", "units", ("Phòng A",)),
        ("unit:none", "units", ("",)),
        ('dv:""', "units", ("",)),
        ('dv:"khong"', "units", ("khong",)),
        ("dv:a dv:b,a", "units", ("a", "b")),
        ('nt:"Nguyễn Văn An', "officers", ("Nguyễn Văn An",)),
        ("nguoi:khong", "officers", ("",)),
        ('lãnh đạo:"PCT Lê Ô Pích"', "assigned_by", ("PCT Lê Ô Pích",)),
        ("assigned-by:a,,b,", "assigned_by", ("a", "b")),
    ],
)
def test_names_are_taken_as_they_are_written(text: str, field: str, names: tuple[str, ...]) -> None:
    assert parsed(text) == Filter(**{field: names})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "sorting"),
    [
        (f"{key}:{minus}{value}", Sorting(order=order, is_reversed=bool(minus)))
        for key in words.KEYS[FilterKey.SORT]
        for order, values in words.ORDER.items()
        for value in values
        for minus in ("", "-")
    ],
)
def test_a_list_may_be_sorted_in_either_direction(text: str, sorting: Sorting) -> None:
    assert parsed(text) == Filter(sorting=sorting)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("han:7", Filter(due_within=7)),
        ("hạn:0", Filter(due_within=0)),
        ("due-within:4000", Filter(due_within=4000)),
        ("hạn trong:30", Filter(due_within=30)),
        ("han:khong", Filter(has_deadline=False)),
        ("due:none", Filter(has_deadline=False)),
        ("thời hạn:có", Filter(has_deadline=True)),
        ("han:2023", Filter(due=DayRange(since=date(2023, 1, 1), until=date(2023, 12, 31)))),
        ("han<15/01/2024", Filter(due=DayRange(before=date(2024, 1, 15)))),
        ("hạn<=+7", Filter(due=DayRange(until=date(2023, 12, 21)))),
        ("xong:12/2023", Filter(completed=parsed("xong:thang-nay").completed)),
        ("hoàn thành>1/12/2023", Filter(completed=DayRange(after=date(2023, 12, 1)))),
        ("issued>=2023-12-01", Filter(issued=DayRange(since=date(2023, 12, 1)))),
        ("ngày giao:1/11/2023..", Filter(assigned=DayRange(since=date(2023, 11, 1)))),
        ("assigned<2023-12-01", Filter(assigned=DayRange(before=date(2023, 12, 1)))),
    ],
)
def test_a_deadline_and_other_days_can_be_asked_for(text: str, wanted: Filter) -> None:
    assert parsed(text) == wanted


def test_bounds_said_one_after_another_hold_together() -> None:
    said = parsed("han>1/12/2023 td:cham han<=31/1/2024 han>5/12/2023").due
    assert said == DayRange(after=date(2023, 12, 5), until=date(2024, 1, 31))


def test_any_of_several_values_will_do_however_they_are_said() -> None:
    assert parsed("td:cham td:qua-han") == parsed("td:cham,qua-han")


def refused(text: str, kind: type[UsageError]) -> UsageError:
    with pytest.raises(kind) as caught:
        parsed(text)
    assert caught.value.exit_code == 2
    return caught.value


@pytest.mark.parametrize(
    ("text", "key", "choices"),
    [
        ("td:muộn", FilterKey.PROGRESS, words.choices(words.PROGRESS)),
        ("td:cham,muộn", FilterKey.PROGRESS, words.choices(words.PROGRESS)),
        ("td:,", FilterKey.PROGRESS, words.choices(words.PROGRESS)),
        ('td:""', FilterKey.PROGRESS, words.choices(words.PROGRESS)),
        ("td>cham", FilterKey.PROGRESS, words.choices(words.PROGRESS)),
        ("state:late", FilterKey.STATE, words.choices(words.STATE)),
        ("vai-tro:chu-tri,phoi-hop", FilterKey.ROLE, words.choices(words.ROLE)),
        ("ket-qua:đạt", FilterKey.RESULT, words.choices(words.THERE_IS)),
        ("xep:han,so", FilterKey.SORT, words.choices(words.ORDER)),
        ("dv<3", FilterKey.UNIT, ()),
        ("dv:,", FilterKey.UNIT, ()),
        ("due-within:ba", FilterKey.DUE_WITHIN, ()),
        ("due-within<3", FilterKey.DUE_WITHIN, ()),
    ],
)
def test_a_value_that_a_key_cannot_have_is_refused_with_those_it_can(
    text: str, key: FilterKey, choices: tuple[str, ...]
) -> None:
    error = refused(f"lang {text}", UnknownFilterValue)
    assert isinstance(error, UnknownFilterValue)
    assert (error.key, error.text, error.choices) == (key, text, choices)


@pytest.mark.parametrize(
    ("text", "key", "about", "problem"),
    [
        ("han<31/2/2024", FilterKey.DUE, "31/2/2024", DateProblem.NO_SUCH_DAY),
        ("hạn:1/2/2024..30/2/2024", FilterKey.DUE, "30/2/2024", DateProblem.NO_SUCH_DAY),
        ("xong>13/13/2023", FilterKey.COMPLETED, "13/13/2023", DateProblem.NO_SUCH_MONTH),
        ("ngay:30/6", FilterKey.ISSUED, "30/6", DateProblem.YEAR_MISSING),
        ("xong:+99999", FilterKey.COMPLETED, "+99999", DateProblem.YEAR_OUT_OF_RANGE),
        ("han:sớm-nhé", FilterKey.DUE, "sớm-nhé", DateProblem.NOT_A_DATE),
        ("han<khong", FilterKey.DUE, "khong", DateProblem.NOT_A_DATE),
        ("han<7", FilterKey.DUE, "7", DateProblem.NOT_A_DATE),
        ("xong:7", FilterKey.COMPLETED, "7", DateProblem.NOT_A_DATE),
        ("xong:10/2023,11/2023", FilterKey.COMPLETED, "10/2023,11/2023", DateProblem.NOT_A_DATE),
        ("han:..", FilterKey.DUE, "..", DateProblem.NOT_A_DATE),
        ("han<1/2023..2/2023", FilterKey.DUE, "1/2023..2/2023", DateProblem.NOT_A_DATE),
    ],
)
def test_a_bad_date_is_refused_with_the_term_it_stands_in(
    text: str, key: FilterKey, about: str, problem: DateProblem
) -> None:
    error = refused(f"{text} lang son", UnreadableFilterDate)
    assert isinstance(error, UnreadableFilterDate)
    assert (error.key, error.text) == (key, text)
    assert (error.trouble.text, error.trouble.problem) == (about, problem)


@pytest.mark.parametrize(
    ("text", "nearest"),
    [
        ("progess:late", "progress"),
        ("tien-dp:cham", "tien-do"),
        ("tinh-trag:xong", "tinh-trang"),
        ("results:none", "result"),
        ("oficer:An", "officer"),
        ("assign-by:An", "assigned-by"),
    ],
)
def test_a_mistyped_key_is_refused_with_the_one_that_was_meant(text: str, nearest: str) -> None:
    error = refused(text, UnknownFilterKey)
    assert isinstance(error, UnknownFilterKey)
    assert (error.text, error.nearest) == (text, nearest)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("xep:han xep:so", FilterKey.SORT),
        ("xep:han sort:-deadline", FilterKey.SORT),
        ("vai-tro:chu-tri role:all", FilterKey.ROLE),
        ("han:7 due-within:8", FilterKey.DUE_WITHIN),
        ("han:khong due:any", FilterKey.DUE),
        ("ket-qua:co ket-qua:khong", FilterKey.RESULT),
    ],
)
def test_what_can_only_be_one_thing_cannot_be_two(text: str, key: FilterKey) -> None:
    error = refused(text, ContradictoryFilter)
    assert isinstance(error, ContradictoryFilter)
    assert error.key is key


@pytest.mark.parametrize("text", ["xep:han sort:deadline", "han:7 due-within:7", "role:all " * 2])
def test_the_same_may_be_said_twice(text: str) -> None:
    assert parsed(text) == parsed(text.split()[0])


@pytest.mark.parametrize("text", ["han:2/2024..1/2024", "han>1/2/2024 han<=1/2/2024"])
def test_days_that_end_before_they_begin_are_refused(text: str) -> None:
    error = refused(text, EmptyRange)
    assert isinstance(error, EmptyRange)
    assert error.key is FilterKey.DUE
